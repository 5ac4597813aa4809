// What is different between two texts, as a unified diff.

const CONTEXT = 3;

/** Where more lines than these differ, they are replaced as a whole. */
const MOST_EDITS = 1000;

const COLOURS = { "-": "red", "+": "green" };

/** What stands above the diff of a file. */
export const diffHeader = (name, paint) => `${paint.bold(`--- ${name}`)}\n${paint.bold(`+++ ${name}`)}\n`;

/** The diff of two texts, with colours; in the file they begin in the line `from`. */
export function unifiedDiff(before, after, paint, from = 1) {
  const a = linesOf(before);
  const b = linesOf(after);
  const hunks = hunksOf(stepsOf(a, b));
  const lines = [];
  for (const steps of hunks) {
    const [first] = steps;
    const removed = steps.filter(({ sign }) => sign !== "+").length;
    const added = steps.filter(({ sign }) => sign !== "-").length;
    lines.push(paint.cyan(`@@ -${range(first.a + from, removed)} +${range(first.b + from, added)} @@`));
    for (const { sign, text } of steps) {
      const colour = COLOURS[sign] === undefined ? String : paint[COLOURS[sign]];
      const isCut = !text.endsWith("\n");
      lines.push(colour(sign + (isCut ? text : text.slice(0, -1))));
      if (isCut) lines.push("\\ No newline at end of file");
    }
  }
  return `${lines.join("\n")}\n`;
}

const linesOf = (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const range = (start, length) =>
  length === 1 ? `${start}` : `${length === 0 ? start - 1 : start},${length}`;

/** Each line that stays, goes or comes, with its place in both. */
function stepsOf(a, b) {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const changes = changesOf(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const signs = [...Array(start).fill(" "), ...changes, ...Array(end).fill(" ")];
  let [atA, atB] = [0, 0];
  return signs.map((sign) => {
    const step = { sign, a: atA, b: atB, text: sign === "+" ? b[atB] : a[atA] };
    if (sign !== "+") atA += 1;
    if (sign !== "-") atB += 1;
    return step;
  });
}

/** The shortest way from one to the other (Myers, 1986). */
function changesOf(a, b) {
  const all = [...a.map(() => "-"), ...b.map(() => "+")];
  const furthest = new Map([[1, 0]]);
  const trace = [];
  for (let edits = 0; edits <= Math.min(a.length + b.length, MOST_EDITS); edits++) {
    trace.push(new Map(furthest));
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
      let x = down ? furthest.get(k + 1) : furthest.get(k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      furthest.set(k, x);
      if (x >= a.length && x - k >= b.length) return wayBack(trace, a.length, b.length);
    }
  }
  return all;
}

function wayBack(trace, x, y) {
  const signs = [];
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const furthest = trace[edits];
    const k = x - y;
    const down = k === -edits || (k !== edits && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
    const before = down ? k + 1 : k - 1;
    const fromX = furthest.get(before);
    const fromY = fromX - before;
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      signs.push(" ");
      x -= 1;
      y -= 1;
    }
    if (edits === 0) break;
    signs.push(down ? "+" : "-");
    [x, y] = [fromX, fromY];
  }
  return signs.reverse();
}

/** The changes with some lines around, those that are near to each other together. */
function hunksOf(steps) {
  const hunks = [];
  let last = -Infinity;
  steps.forEach(({ sign }, at) => {
    if (sign === " ") return;
    if (at - last > 2 * CONTEXT) hunks.push([Math.max(0, at - CONTEXT), at]);
    hunks.at(-1)[1] = at;
    last = at;
  });
  return hunks.map(([start, end]) => steps.slice(start, end + CONTEXT + 1));
}
