import { render } from "lit-html";
import { counterpartsOf } from "./counterparts.js";
import { prose } from "./pieces.js";

/** A body from this length on is linked when the user moves, not while it is typed. */
const LONG = 100_000;

/** What is said waits until the user has rested so many milliseconds: what is passed on the way is not read out. */
const REST = 150;

/** So many pixels around what is scrolled to are in view. */
const AROUND = 24;

/**
 * Marks in the canonical events and in the body what belongs together, as the user moves in either, and says in `line`
 * how it does.
 */
export function createOrigins(body, line) {
  let shown = null;
  let counterparts = null;
  let asked = 0;
  let isLinking = false;
  let tokens = []; // the colored pieces of the events' text
  let cursor = null; // tells what belongs to where the cursor is
  let pointer = null; // the same of the pointer
  let moved = null; // which of them the user has moved
  let drawn = null; // what is shown; undefined where that is nothing, null where it is to be found out
  let timer;

  async function link() {
    if (isLinking) return;
    isLinking = true;
    const mine = asked;
    try {
      const provenance = await shown.engine.provenance(shown.body);
      if (mine !== asked) return;
      counterparts = counterpartsOf(provenance, shown.text);
      draw();
    } catch (error) {
      if (mine === asked) say(`Where the values came from cannot be told: ${error.message}.`);
    }
  }

  function forget() {
    asked++;
    isLinking = false;
    counterparts = pointer = moved = drawn = null;
    for (const { element } of tokens) element.classList.remove("linked");
  }

  /** Shows what belongs to what is pointed at, else to where the cursor is, and scrolls to it where the user moved. */
  function draw() {
    if (!shown) return;
    if (!counterparts) return link();
    const pointed = pointer?.();
    const found = pointed ?? cursor?.();
    if (found === drawn) return;
    drawn = found;
    body.mark(found?.body ?? []);
    let first;
    for (const { start, end, element } of tokens) {
      const isLinked = found?.events.some(({ from, to }) => from <= start && end <= to) ?? false;
      element.classList.toggle("linked", isLinked);
      if (isLinked) first ??= element;
    }
    say(found?.words ?? "");
    if (!found || !moved || moved !== (pointed ? pointer : cursor)) return;
    if (!moved.isInBody && found.body.length > 0)
      body.scrollTo(Math.min(...found.body.map(({ from }) => from)));
    else if (moved.isInBody && first) scrollTo(first);
  }

  // `scrollIntoView` would also move the page, away from the editor.
  function scrollTo(element) {
    const { pre } = shown;
    const [{ top, bottom }, box] = [element.getBoundingClientRect(), pre.getBoundingClientRect()];
    if (top < box.top) pre.scrollTop += top - box.top - AROUND;
    else if (bottom > box.bottom) pre.scrollTop += bottom - box.bottom + AROUND;
  }

  function say(words) {
    clearTimeout(timer);
    timer = setTimeout(() => render(prose(words), line), REST);
  }

  const inBody = (offset) => {
    const find = () => {
      const at = offset();
      return at === null ? undefined : counterparts.atBody(body.valueAt(at));
    };
    return Object.assign(find, { isInBody: true });
  };
  const inEvents = (offset) => () => counterparts.atEvents(offset);

  const point = (next) => {
    pointer = moved = next;
    draw();
  };
  const move = (next) => {
    cursor = moved = next;
    draw();
  };

  return {
    /** `{ pre, text, body, engine }`: the events' text, where it is shown, and the body that they are of; or null. */
    show(next) {
      forget();
      clearTimeout(timer);
      body.mark([]);
      // In the body the cursor is where it was; the text with the other is gone.
      if (!cursor?.isInBody) cursor = null;
      shown = next;
      tokens = next ? tokensOf(next.pre) : [];
      if (next?.body.length < LONG) link();
      else say("");
    },

    /** Takes the marks away, until something is shown again. The editor has taken its own. */
    forget,

    moveInBody: () => move(inBody(body.cursor)),
    pointInBody(event) {
      const at = body.pointed(event);
      point(inBody(() => at));
    },
    moveInEvents: () => move(inEvents(cursorIn(shown.pre))),
    pointInEvents({ target }) {
      const token = tokens.find(({ element }) => element === target);
      // Its end is also the start of what comes after it.
      point(token ? inEvents(token.start + 0.5) : null);
    },
    leave: () => point(null),
  };
}

function tokensOf(pre) {
  let start = 0;
  const tokens = [];
  for (const node of pre.querySelector("code").childNodes) {
    const end = start + node.textContent.length;
    if (node.localName) tokens.push({ element: node, start, end });
    start = end;
  }
  return tokens;
}

function cursorIn(pre) {
  const { focusNode, focusOffset } = getSelection();
  if (!pre.contains(focusNode)) return -1;
  const range = document.createRange();
  range.setStart(pre, 0);
  range.setEnd(focusNode, focusOffset);
  return range.toString().length;
}
