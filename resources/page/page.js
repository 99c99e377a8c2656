// The page works without this script as a document; with it the diagram can be moved, searched and asked.
"use strict";
(() => {
  const root = document.documentElement;
  const board = document.getElementById("board");
  const details = document.getElementById("details");
  const search = document.getElementById("search");
  const count = document.getElementById("found-count");
  const whole = board ? board.dataset.view.split(" ").map(Number) : [0, 0, 1, 1];
  let view = whole.slice();
  const hits = board ? [...board.querySelectorAll(".hit")] : [];
  const hitOf = new Map(hits.map((hit) => [hit.dataset.element, hit]));

  // ---- light and dark

  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  let chosenTheme = null;
  function showTheme() {
    root.classList.toggle("dark", chosenTheme === null ? prefersDark.matches : chosenTheme);
  }
  prefersDark.addEventListener("change", showTheme);
  document.getElementById("theme").addEventListener("click", () => {
    chosenTheme = !root.classList.contains("dark");
    showTheme();
  });
  showTheme();

  // ---- pan and zoom

  function showView() {
    if (board) board.setAttribute("viewBox", view.join(" "));
  }
  /// All of it, but no larger than it is read easily: a single block does not fill the page.
  function fit() {
    const most = 1.6; // pixels a unit
    const box = board.getBoundingClientRect();
    view = whole.slice();
    const grown = Math.min(box.width / whole[2], box.height / whole[3]) / most;
    if (grown > 1 && !matchMedia("print").matches) {
      view = [whole[0] - (whole[2] * (grown - 1)) / 2, whole[1] - (whole[3] * (grown - 1)) / 2, whole[2] * grown, whole[3] * grown];
    }
    showView();
  }
  /// How many units of the board one pixel shows.
  function unit() {
    const box = board.getBoundingClientRect();
    return Math.max(view[2] / Math.max(box.width, 1), view[3] / Math.max(box.height, 1));
  }
  function zoom(factor, x = view[0] + view[2] / 2, y = view[1] + view[3] / 2) {
    const width = Math.min(Math.max(view[2] / factor, 40), whole[2] * 4);
    const applied = view[2] / width;
    view = [x - (x - view[0]) / applied, y - (y - view[1]) / applied, width, view[3] / applied];
    showView();
  }
  function pan(dx, dy) {
    view[0] += dx;
    view[1] += dy;
    showView();
  }
  function pointAt(event) {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(board.getScreenCTM().inverse());
    return [at.x, at.y];
  }
  /// `near`: and so that its words are read, where it was chosen by its name and not in the picture.
  function bringInto(hit, near = false) {
    const box = hit.getBBox();
    if (near) {
      const page = board.getBoundingClientRect();
      const least = Math.max(1, box.width / (page.width * 0.9), box.height / (page.height * 0.9));
      if (unit() > least * 1.5) {
        view = [box.x + (box.width - page.width * least) / 2, box.y + (box.height - page.height * least) / 2,
          page.width * least, page.height * least];
        showView();
        return;
      }
    }
    if (box.width > view[2] * 0.9 || box.height > view[3] * 0.9) return;
    const seen = board.getBoundingClientRect();
    const rect = hit.getBoundingClientRect();
    const inside = rect.left >= seen.left && rect.right <= seen.right && rect.top >= seen.top && rect.bottom <= seen.bottom;
    if (inside) return;
    view[0] = box.x + box.width / 2 - view[2] / 2;
    view[1] = box.y + box.height / 2 - view[3] / 2;
    showView();
  }

  const pointers = new Map();
  let moved = 0;
  if (board) {
    board.addEventListener("wheel", (event) => {
      event.preventDefault();
      const step = Math.sign(event.deltaY) * Math.min(Math.abs(event.deltaY), 120);
      if (event.shiftKey) pan(step * unit(), 0);
      else zoom(Math.pow(1.0025, -step), ...pointAt(event));
    }, { passive: false });
    board.addEventListener("pointerdown", (event) => {
      pointers.set(event.pointerId, [event.clientX, event.clientY]);
      moved = 0;
    });
    board.addEventListener("pointermove", (event) => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const now = [event.clientX, event.clientY];
      if (pointers.size === 2) {
        const other = [...pointers].find(([id]) => id !== event.pointerId)[1];
        const was = Math.hypot(before[0] - other[0], before[1] - other[1]);
        const is = Math.hypot(now[0] - other[0], now[1] - other[1]);
        zoom(is / Math.max(was, 1), ...pointAt(event));
        moved = 10;
      } else {
        moved += Math.abs(now[0] - before[0]) + Math.abs(now[1] - before[1]);
        if (moved > 4) {
          board.setPointerCapture(event.pointerId);
          board.classList.add("moving");
          pan((before[0] - now[0]) * unit(), (before[1] - now[1]) * unit());
        }
      }
      pointers.set(event.pointerId, now);
    });
    for (const name of ["pointerup", "pointercancel"]) {
      board.addEventListener(name, (event) => {
        pointers.delete(event.pointerId);
        board.classList.remove("moving");
      });
    }
    document.getElementById("zoom-in").addEventListener("click", () => zoom(1.4));
    document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
    document.getElementById("zoom-fit").addEventListener("click", fit);
    addEventListener("beforeprint", () => {
      view = whole.slice();
      showView();
    });
    addEventListener("afterprint", fit);
  }

  // ---- details of a block

  let read = null;
  function told() {
    read = read || new Told(document.getElementById("document"));
    return read;
  }
  function choose(id, focus = false, near = false) {
    for (const hit of hits) hit.classList.toggle("chosen", hit.dataset.element === id);
    const hit = hitOf.get(id);
    details.hidden = !hit;
    if (!hit) return;
    stopAt(hit);
    details.querySelector("h2").textContent = hit.dataset.title;
    const said = Object.assign(document.createElement("p"), { className: "muted", textContent: hit.dataset.says });
    details.querySelector(".content").replaceChildren(...(hit.dataset.says ? [said] : []), told().details(id, hit.dataset.title));
    bringInto(hit, near);
    if (matchMedia("(max-width: 760px)").matches) details.scrollIntoView({ block: "nearest" });
    else details.parentElement.scrollTop = 0;
    if (focus) details.querySelector(".close").focus();
  }
  function close() {
    const hit = hits.find((one) => one.classList.contains("chosen"));
    choose(null);
    if (hit) hit.focus();
  }
  details.querySelector(".close").addEventListener("click", close);
  document.addEventListener("click", (event) => {
    if (moved > 4 && board && board.contains(event.target)) return;
    const about = event.target.closest("[data-element]");
    if (about) {
      event.preventDefault();
      choose(about.dataset.element, false, !board || !board.contains(about));
    } else if (board && board.contains(event.target)) {
      choose(null);
    }
  });

  // ---- search

  const searched = new Search(hits, told);
  let found = [];
  let current = -1;
  function find() {
    const words = foldedText(search.value).split(/\s+/).filter(Boolean);
    for (const one of found) (one.hit || one.node).classList.remove("found", "passage", "current");
    found = searched.find(words);
    for (const one of found) (one.hit || one.node).classList.add(one.hit ? "found" : "passage");
    current = -1;
    if (board) light(words.length > 0);
    count.textContent = words.length ? count.dataset.words.replace("%1", found.length) : "";
  }
  /// Faded, all but what was found: a second picture over the first, of which only that is to be seen.
  const lit = board ? litPicture() : null;
  const litAreas = new Map();
  function make(name, attributes, ...inner) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...inner);
    return node;
  }
  function litAreaOf(hit) {
    if (!litAreas.has(hit)) {
      const area = hit.firstElementChild;
      const attributes = Object.fromEntries([...area.attributes].map((one) => [one.name, one.value]));
      attributes.class = hit.classList.contains("way") ? "lit-way" : "lit-area";
      litAreas.set(hit, make(area.tagName, attributes));
    }
    return litAreas.get(hit);
  }
  function litPicture() {
    const [x, y, width, height] = whole;
    const mask = make("mask", { id: "lit", maskUnits: "userSpaceOnUse", x, y, width, height });
    const uses = ["light", "dark"].map((name) => make("use", { href: "#picture-" + name }));
    board.querySelector(".picture").after(mask, make("g", { class: "lit", mask: "url(#lit)" }, ...uses));
    return mask;
  }
  function light(on) {
    board.classList.toggle("searching", on);
    lit.replaceChildren(...found.filter((one) => one.hit).map((one) => litAreaOf(one.hit)));
  }
  function next(step) {
    if (!found.length) return;
    if (found[current] && found[current].node) found[current].node.classList.remove("current");
    current = current < 0 && step < 0 ? found.length - 1 : (current + step + found.length) % found.length;
    const { hit, node } = found[current];
    choose(hit ? hit.dataset.element : null, false, true);
    if (node) {
      node.classList.add("current");
      node.scrollIntoView({ block: "center" });
    }
    count.textContent = `${current + 1} / ${found.length}`;
  }
  search.addEventListener("input", find);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") next(event.shiftKey ? -1 : 1);
    if (event.key === "Escape") {
      search.value = "";
      find();
      search.blur();
    }
  });

  // ---- keys

  /// The nearest one in a direction, sideways counting double; none that it lies in.
  function neighbour(from, dx, dy) {
    const middle = (hit) => {
      const box = hit.getBBox();
      return [box.x + box.width / 2, box.y + box.height / 2];
    };
    const [x, y] = middle(from);
    let best = null;
    let least = Infinity;
    for (const hit of hits) {
      if (hit === from || hit.classList.contains("way")) continue;
      const box = hit.getBBox();
      if (box.x < x && x < box.x + box.width && box.y < y && y < box.y + box.height) continue;
      const [hx, hy] = middle(hit);
      const ahead = (hx - x) * dx + (hy - y) * dy;
      const beside = Math.abs((hx - x) * dy) + Math.abs((hy - y) * dx);
      if (ahead <= 0) continue;
      const far = ahead + 2 * beside;
      if (far < least) [best, least] = [hit, far];
    }
    return best;
  }
  function stopAt(hit) {
    for (const other of hits) other.setAttribute("tabindex", other === hit ? "0" : "-1");
  }
  function focusHit(hit) {
    stopAt(hit);
    hit.focus();
    bringInto(hit);
  }
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  document.addEventListener("keydown", (event) => {
    if (event.target === search || event.ctrlKey || event.metaKey || event.altKey) return;
    const hit = event.target.closest ? event.target.closest(".hit") : null;
    if (event.key === "/") {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "Escape" && !details.hidden) {
      close();
    } else if (hit && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      choose(hit.dataset.element, true);
    } else if (hit && arrows[event.key]) {
      event.preventDefault();
      const to = neighbour(hit, ...arrows[event.key]);
      if (to) focusHit(to);
      if (to && !details.hidden) choose(to.dataset.element); // what is told of follows
    } else if (board && (event.target === board || hit)) {
      if (arrows[event.key]) {
        event.preventDefault();
        const [dx, dy] = arrows[event.key];
        pan(dx * 60 * unit(), dy * 60 * unit());
      } else if (event.key === "+" || event.key === "=") zoom(1.4);
      else if (event.key === "-") zoom(1 / 1.4);
      else if (event.key === "0") fit();
    }
  });

  if (board) {
    fit();
    root.classList.add("ready");
  }
})();
