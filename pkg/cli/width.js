// How a text looks in a terminal: its signs, each with how many columns it takes.
import { visible } from "./visible.js";

const TAB = "    ";

/** East Asian wide and fullwidth (Unicode's EastAsianWidth.txt), in ranges. */
const WIDE =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;

/** What takes no column of its own. */
const NARROW = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

let segmenter;

/** The signs of a text, none of which can be taken apart: what is shown, and its columns. */
export function signsOf(text) {
  if (/^[ -~\t]*$/.test(text)) return Array.from(text, plain);
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => signOf(segment));
}

const plain = (character) =>
  character === "\t" ? { shown: TAB, width: TAB.length } : { shown: character, width: 1 };

function signOf(segment) {
  if (segment === "\t") return plain(segment);
  if (segment === "\r\n" || segment === "\n" || segment === "\r") return { shown: "\u23ce", width: 1 };
  if (NARROW.test(segment)) {
    const shown = visible(segment);
    return { shown, width: shown === segment ? 0 : shown.length };
  }
  return { shown: visible(segment), width: WIDE.test(segment) ? 2 : 1 };
}

export const widthOf = (signs) => signs.reduce((sum, { width }) => sum + width, 0);

export const shownOf = (signs) => signs.map(({ shown }) => shown).join("");
