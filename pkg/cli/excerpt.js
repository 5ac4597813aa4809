// The part of a line that a problem is in, with what to underline, however long the line is.
import { shownOf, signsOf, widthOf } from "./width.js";

const MOST = 96;
const MOST_BEFORE = 28;
const MOST_INSIDE = 60;

/** No sign is taken from so far away. */
const LOOKED_AT = 400;

const CUT = { shown: "\u2026", width: 1 };

/** The line that a span begins in, what is before, inside and after it there, each cut to what is shown. */
export function excerptOf(text, span) {
  const parts = partsOf(text, span);
  return { ...parts, shown: parts.before + parts.inside + parts.after };
}

function partsOf(text, { start, end, column }) {
  const lineStart = Math.max(0, start - (column - 1));
  const rest = text.slice(start, start + 2 * LOOKED_AT);
  const lineEnd = /[\r\n]/.exec(rest)?.index ?? rest.length;
  const insideEnd = Math.min(end - start, lineEnd);
  const isLonger = start + rest.length < text.length && lineEnd === rest.length;
  return fit({
    before: edge(text, Math.max(lineStart, start - LOOKED_AT), start),
    isCutBefore: start - LOOKED_AT > lineStart,
    inside: edge(text, start, start + insideEnd),
    after: edge(text, start + insideEnd, start + lineEnd),
    isCutAfter: isLonger,
  });
}

/** A part of a text that ends within no pair of surrogates. */
function edge(text, start, end) {
  const isHalf = (at) => at > 0 && at < text.length && /^[\udc00-\udfff]/.test(text[at]);
  return text.slice(isHalf(start) ? start + 1 : start, isHalf(end) ? end - 1 : end);
}

/** The parts within the columns that there are. */
function fit({ before, isCutBefore, inside, after, isCutAfter }) {
  const middle = atStart(signsOf(inside), MOST_INSIDE, false);
  const left = signsOf(before);
  const fits = !isCutBefore && widthOf(left) + widthOf(middle) <= MOST - MOST_BEFORE;
  const front = fits ? left : atEnd(left, MOST_BEFORE, isCutBefore);
  const room = MOST - widthOf(front) - widthOf(middle);
  const back = atStart(signsOf(after), Math.max(room, 1), isCutAfter);
  return {
    before: shownOf(front),
    inside: shownOf(middle),
    after: shownOf(back),
    offset: widthOf(front),
    width: Math.max(1, widthOf(middle)),
  };
}

/** The first signs, within so many columns. */
function atStart(signs, columns, isCut) {
  if (!isCut && widthOf(signs) <= columns) return signs;
  const kept = [];
  let width = 1;
  for (const sign of signs) {
    width += sign.width;
    if (width > columns) break;
    kept.push(sign);
  }
  return [...kept, CUT];
}

/** The last signs, within so many columns. */
function atEnd(signs, columns, isCut) {
  return atStart(signs.toReversed(), columns, isCut).toReversed();
}

/** How a line looks before and after an edit, as two lines. */
export function editOf(text, { start, end, text: inserted }) {
  const lineStart = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  const from = Math.max(lineStart, start - LOOKED_AT);
  const rest = text.slice(end, end + LOOKED_AT);
  const lineEnd = /[\r\n]/.exec(rest)?.index ?? rest.length;
  const shared = {
    before: edge(text, from, start),
    isCutBefore: from > lineStart,
    after: edge(text, end, end + lineEnd),
    isCutAfter: lineEnd === rest.length && end + rest.length < text.length,
  };
  return {
    removed: fit({ ...shared, inside: edge(text, start, Math.min(end, start + LOOKED_AT)) }),
    inserted: fit({ ...shared, inside: inserted.slice(0, LOOKED_AT) }),
  };
}
