// What the document of the page says of each element, read once: for the details of a block and for the search.
"use strict";
function foldedText(text) {
  return text.normalize("NFKC").toLowerCase();
}
class Told {
  /// Of each section its title and, by element, the articles about it, the row that stands for one, and the rows and
  /// bullets that name it.
  #sections = [];
  /// By element all that is said of it, folded.
  #texts = new Map();
  /// What is about no element: the node and its text, folded.
  passages = [];

  constructor(root) {
    const described = new Map();
    for (const entry of root.querySelectorAll('section[data-key="architecture"] :is(article, tr)[data-subject]'))
      described.set("#" + entry.id, entry.dataset.subject);
    for (const section of root.children) this.#readSection(section, described);
  }
  textOf(id) {
    return this.#texts.get(id) || "";
  }
  /// Copies of everything that is said of an element, called `title`: first what it is, then section by section.
  details(id, title) {
    const list = document.createDocumentFragment();
    const own = this.#sections.filter((section) => !section.title);
    for (const section of [...own, ...this.#sections.filter((section) => section.title)]) {
      const said = section.said.get(id);
      if (!said) continue;
      if (section.title) list.append(Object.assign(document.createElement("h3"), { textContent: section.title }));
      for (const entry of said.articles) {
        const copy = Told.#withoutIds(entry);
        const heading = copy.querySelector("h3");
        if (!section.title || heading.textContent === title) heading.remove();
        list.append(copy);
      }
      if (said.row) list.append(Told.#upright(said.row));
      for (const [table, rows] of said.rows) {
        const box = Object.assign(document.createElement("div"), { className: table.parentElement.className });
        const copy = Told.#withoutIds(table, rows);
        box.append(copy);
        list.append(box);
      }
      if (said.bullets.length) {
        const bullets = document.createElement("ul");
        bullets.append(...said.bullets.map((item) => Told.#withoutIds(item)));
        list.append(bullets);
      }
    }
    return list;
  }

  /// Without its marks, too; of a table with `rows` only these.
  static #withoutIds(node, rows = null) {
    const copy = node.cloneNode(!rows);
    if (rows) {
      const body = document.createElement("tbody");
      body.append(...rows.map((row) => row.cloneNode(true)));
      copy.append(...[...node.children].filter((child) => child !== node.tBodies[0]).map((child) => child.cloneNode(true)), body);
    }
    for (const inner of [copy, ...copy.querySelectorAll("[id], .passage")]) {
      inner.removeAttribute("id");
      inner.classList.remove("passage", "current");
    }
    return copy;
  }
  /// A row that stands for an article: what its columns are called, below each other, and what it has there.
  static #upright(row) {
    const heads = row.closest("table").tHead.rows[0].cells;
    const body = document.createElement("tbody");
    for (let i = 1; i < row.cells.length; ++i) {
      if (!row.cells[i].textContent) continue;
      const head = Object.assign(document.createElement("th"), { scope: "row", textContent: heads[i].textContent });
      body.insertRow().append(head, row.cells[i].cloneNode(true));
    }
    const box = Object.assign(document.createElement("div"), { className: "table" });
    box.append(document.createElement("table"));
    box.firstChild.append(body);
    return box;
  }
  /// Where the architecture is told the details have no title of their own, and only an entry is about its
  /// element: the others name it as what they are connected to.
  #readSection(section, described) {
    const own = section.dataset.key === "architecture";
    const said = new Map();
    this.#sections.push({ title: own ? "" : section.querySelector("h2").textContent, said });
    const saidOf = (id) => {
      if (!said.has(id)) said.set(id, { articles: [], row: null, rows: new Map(), bullets: [] });
      return said.get(id);
    };
    const read = (node, subject, named, keep) => {
      const ids = new Set(subject ? [subject] : []);
      for (const link of named ? node.querySelectorAll("a[href^='#']") : []) {
        const id = link.dataset.element || described.get(link.getAttribute("href"));
        if (!id || ids.has(id)) continue;
        ids.add(id);
        keep(saidOf(id));
      }
      const text = foldedText(own && subject ? Told.#withoutLinks(node) : node.textContent);
      for (const id of ids) this.#texts.set(id, this.textOf(id) + " " + text);
      if (!ids.size) this.passages.push({ node, text });
    };
    const readAll = (parent, subject) => {
      let first = true;
      for (const node of parent.children) {
        if (node.tagName === "ARTICLE") {
          const id = node.dataset.subject;
          if (id) saidOf(id).articles.push(node);
          readAll(node, id);
        } else if (node.tagName === "UL") {
          for (const item of node.children) read(item, subject, !own, (of) => of.bullets.push(item));
        } else if (node.classList.contains("table")) {
          const table = node.firstElementChild;
          for (const row of table.tBodies[0].rows) {
            if (row.dataset.subject) saidOf(row.dataset.subject).row = row;
            read(row, row.dataset.subject || subject, !own, (of) => of.rows.set(table, [...(of.rows.get(table) || []), row]));
          }
        } else if (!own || !subject || (node.tagName === "P" && (first || !node.querySelector("a[href^='#']")))) {
          read(node, subject, false);
          first = first && node.tagName !== "P";
        }
      }
    };
    readAll(section, "");
  }
  static #withoutLinks(node) {
    if (node.cells) return [...node.cells].map((cell) => Told.#withoutLinks(cell)).join(" ");
    return [...node.childNodes].filter((part) => part.nodeName !== "A" || part.target).map((part) => part.textContent).join("");
  }
}
