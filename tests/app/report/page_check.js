// Drives an exported page in a frame as a person would, and writes what happened as JSON.
"use strict";
const frame = document.createElement("iframe");
frame.width = 1300;
frame.height = 900;
frame.addEventListener("load", () => {
  const said = {};
  try {
    check(frame.contentWindow, frame.contentDocument, said);
  } catch (error) {
    said.error = String(error && error.stack);
  }
  const result = document.createElement("pre");
  result.id = "result";
  result.textContent = btoa(unescape(encodeURIComponent(JSON.stringify(said))));
  document.body.append(result);
});
frame.src = document.currentScript.dataset.page;
document.body.append(frame);

function check(page, document, said) {
  const board = document.getElementById("board");
  const details = document.getElementById("details");
  const search = document.getElementById("search");
  const hits = [...document.querySelectorAll(".hit")];
  const chosen = () => hits.filter((hit) => hit.classList.contains("chosen")).map((hit) => hit.dataset.title);
  const press = (target, key) =>
    target.dispatchEvent(new page.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  const click = (target) => target.dispatchEvent(new page.MouseEvent("click", { bubbles: true, cancelable: true }));
  const shown = (name) => page.getComputedStyle(document.querySelector(name)).display !== "none";

  said.ready = document.documentElement.classList.contains("ready");
  said.styled = page.getComputedStyle(document.querySelector("header")).display;
  said.title = document.title;
  said.blocks = document.querySelectorAll(".hit.block").length;
  said.ways = document.querySelectorAll(".hit.way").length;
  said.sections = [...document.querySelectorAll("#document section")].map((section) => section.dataset.key);

  // What came in as text has stayed text.
  said.pwned = page.pwned === undefined ? "no" : String(page.pwned);
  said.foreign = document.querySelectorAll("img, iframe, object, embed, link, base, script[src]").length;
  said.scripts = document.scripts.length;
  said.handlers = [...document.querySelectorAll("*")].filter((element) =>
    element.getAttributeNames().some((name) => name.startsWith("on"))).length;
  said.loaded = page.performance.getEntriesByType("resource").filter((entry) => !entry.name.startsWith("data:")).length;

  const wanted = hits.find((hit) => hit.dataset.title === "Ranker");
  said.hiddenAtFirst = details.hidden;
  click(wanted.querySelector(".area"));
  said.chosen = chosen();
  said.details = details.hidden ? "" : details.innerText;
  said.idsInDetails = details.querySelectorAll(".content [id]").length;
  // Of which nothing but the diagram tells: a row of a table.
  said.rowsOfSilent = document.querySelectorAll("#other-blocks tr[data-subject]").length;
  click(hits.find((hit) => hit.dataset.title === "Log").querySelector(".area"));
  said.detailsOfSilent = details.querySelector("h2").innerText + " " + details.querySelector(".content").innerText;
  said.idsInDetails += details.querySelectorAll(".content [id]").length;
  click(document.querySelector("#other-blocks tr[data-subject] a"));
  said.led = chosen();
  click(details.querySelector(".close"));
  said.closed = details.hidden;

  // Reading the page is for the first search, and copies nothing; those after it only look words up.
  const work = { copies: 0, queries: 0 };
  const count = (owner, name, what) => {
    const real = owner[name];
    owner[name] = function (...words) {
      ++work[what];
      return real.apply(this, words);
    };
    return () => (owner[name] = real);
  };
  const type = (words) => {
    search.value = words;
    search.dispatchEvent(new page.Event("input", { bubbles: true }));
  };
  const foundTitles = () => hits.filter((hit) => hit.classList.contains("found")).map((hit) => hit.dataset.title);
  const undo = [
    count(page.Node.prototype, "cloneNode", "copies"),
    count(page.Element.prototype, "querySelectorAll", "queries"),
    count(page.Document.prototype, "querySelectorAll", "queries"),
  ];
  type("two");
  said.copiesOfSearching = work.copies;
  work.queries = 0;
  type("two tow");
  said.queriesOfSearching = work.queries + work.copies;
  undo.forEach((one) => one());

  // By title before all else, a frame not for what it holds, nor a connection or a neighbour for its ends.
  type("rank");
  press(search, "Enter");
  said.firstOfRank = chosen();
  type("retrieval");
  said.foundByTitle = foundTitles();
  said.lit = document.querySelectorAll("#lit > *").length;
  type("hadoop request");
  said.foundInRow = foundTitles();
  type("hadoop queue"); // not for what it is connected to
  said.foundInRow.push(...foundTitles());
  type("lookahead request");
  said.foundByLabel = foundTitles().length;
  // What stands in the document without being about an element.
  const passages = () => [...document.querySelectorAll("#document .passage")];
  type("pr-auc");
  said.passages = passages().map((node) => node.tagName + " " + node.cells[0].textContent);
  said.passagesCounted = document.getElementById("found-count").textContent;
  press(search, "Enter");
  said.passageShown = [details.hidden, !!passages()[0]?.classList.contains("current")];
  const box = (passages()[0] || board).getBoundingClientRect();
  said.passageSeen = box.top > 0 && box.bottom < page.innerHeight;
  type("subscribers");
  said.inTask = passages().map((node) => node.tagName);
  type("risk"); // the section's own heading
  said.inHeading = passages().map((node) => node.tagName);
  type("nowhere at all");
  said.nothing = document.getElementById("found-count").textContent + passages().length;

  search.value = "two towers";
  search.dispatchEvent(new page.Event("input", { bubbles: true }));
  said.found = hits.filter((hit) => hit.classList.contains("found")).map((hit) => hit.dataset.title);
  said.count = document.getElementById("found-count").textContent;
  press(search, "Enter");
  said.searched = chosen();
  search.value = "fills up too fast"; // of a note
  search.dispatchEvent(new page.Event("input", { bubbles: true }));
  said.foundByNote = hits.filter((hit) => hit.classList.contains("found")).map((hit) => hit.dataset.title);
  press(search, "Escape");
  said.afterEscape = search.value + hits.filter((hit) => hit.classList.contains("found")).length;
  click(details.querySelector(".close"));

  const before = board.getAttribute("viewBox");
  click(document.getElementById("zoom-in"));
  said.zoomed = Number(board.getAttribute("viewBox").split(" ")[2]) < Number(before.split(" ")[2]);
  board.dispatchEvent(new page.WheelEvent("wheel", { deltaY: -100, clientX: 200, clientY: 200, cancelable: true }));
  said.wheeled = board.getAttribute("viewBox") !== before;
  press(board, "0");
  said.fits = board.getAttribute("viewBox") === before;
  for (let i = 0; i < 8; ++i) click(document.getElementById("zoom-out"));
  const far = board.clientWidth / Number(board.getAttribute("viewBox").split(" ")[2]);
  search.value = "retrieval";
  search.dispatchEvent(new page.Event("input", { bubbles: true }));
  press(search, "Enter");
  const near = board.clientWidth / Number(board.getAttribute("viewBox").split(" ")[2]);
  said.cameNear = far < 0.5 && near > 0.7;
  press(search, "Escape");
  click(details.querySelector(".close"));
  press(board, "0");
  press(board, "ArrowRight");
  said.panned = board.getAttribute("viewBox") !== before;
  press(board, "0");

  const reachable = hits.filter((hit) => hit.getAttribute("tabindex") === "0");
  said.reachable = reachable.length;
  const left = hits.find((hit) => hit.dataset.title === "Retrieval");
  left.focus();
  press(left, "ArrowRight");
  said.walked = document.activeElement.dataset.title;
  press(document.activeElement, "Enter");
  said.opened = chosen();
  said.focused = document.activeElement.className;
  // With the arrow keys what is told of follows, so that only one block is outlined.
  const shownFirst = hits.find((hit) => hit.dataset.title === "Ranker");
  shownFirst.focus();
  press(shownFirst, "ArrowLeft");
  said.followed = [...chosen(), details.querySelector("h2").textContent];
  press(document.activeElement, "ArrowRight");
  press(document.activeElement, "Escape");
  said.back = document.activeElement.dataset.title;
  press(document.body, "/");
  said.slash = document.activeElement.id;

  const dark = document.documentElement.classList.contains("dark");
  click(document.getElementById("theme"));
  said.toggled = document.documentElement.classList.contains("dark") !== dark;
  said.pictures = [shown(".picture-light"), shown(".picture-dark")];
  said.ground = page.getComputedStyle(document.body).backgroundColor;
  click(document.getElementById("theme"));
  said.picturesBefore = [shown(".picture-light"), shown(".picture-dark")];
  said.wide = document.documentElement.scrollWidth;
}
