// What of the page holds the words that were typed, the best first.
"use strict";
/// How a text holds a word: 0 whole, 1 at the beginning of one of its words, 2 within one, 3 not at all.
function holding(text, word) {
  const isSign = (sign) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  let best = 3;
  for (let at = text.indexOf(word); at >= 0 && best > 0; at = text.indexOf(word, at + 1)) {
    if (isSign(text[at - 1])) best = Math.min(best, 2);
    else best = Math.min(best, isSign(text[at + word.length]) ? 1 : 0);
  }
  return best;
}
class Search {
  #elements;
  #told;

  /// Of the elements `hits` and of what `told()` knows, which is asked with the first search.
  constructor(hits, told) {
    const order = ["block", "frame", "way"];
    this.#told = told;
    this.#elements = hits.map((hit) => ({
      hit,
      sort: order.findIndex((name) => hit.classList.contains(name)),
      title: foldedText(hit.classList.contains("way") ? hit.dataset.says : hit.dataset.title),
      label: foldedText(hit.getAttribute("aria-label")),
    }));
  }
  /// Elements ({ hit }) by their titles, by what else is written on them, by what is said of them; then passages
  /// about none ({ node }).
  find(words) {
    if (!words.length) return [];
    const holdsAll = (text) => words.every((word) => text.includes(word));
    const found = [];
    for (const element of this.#elements) {
      const rank = this.#rank(element, words, holdsAll);
      if (rank < 5) found.push({ hit: element.hit, rank: rank * 3 + element.sort });
    }
    found.sort((one, other) => one.rank - other.rank);
    return [...found, ...this.#told().passages.filter((passage) => holdsAll(passage.text))];
  }
  #rank(element, words, holdsAll) {
    const byTitle = Math.max(...words.map((word) => holding(element.title, word)));
    if (byTitle < 3) return byTitle;
    // A connection is found by what is written on it; its ends alone are what a search for them is to show.
    const isWay = element.sort === 2;
    if (holdsAll(element.label) && (!isWay || words.some((word) => element.title.includes(word)))) return 3;
    return !isWay && holdsAll(element.label + " " + this.#told().textOf(element.hit.dataset.element)) ? 4 : 5;
  }
}
