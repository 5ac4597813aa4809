// What a terminal shows, as a picture: SVG that follows the reader's light or dark theme, with the text as its
// description.

const CELL = 8.4;
const LINE = 20;
const MARGIN = 16;
const BAR = 32;

/** SGR codes that the command writes: those that begin a style, and those that end some. */
const BEGIN = { 1: "bold", 2: "dim", 31: "red", 32: "green", 33: "yellow", 34: "blue", 36: "cyan" };
const END = { 22: ["bold", "dim"], 39: ["red", "green", "yellow", "blue", "cyan"] };

/** Light and dark, each legible on its background (WCAG 2.2, AA). */
const COLOURS = {
  back: ["#ffffff", "#0d1117"],
  edge: ["#d1d9e0", "#3d444d"],
  text: ["#1f2328", "#e6edf3"],
  dim: ["#59636e", "#9198a1"],
  red: ["#cf222e", "#ff7b72"],
  green: ["#1a7f37", "#3fb950"],
  yellow: ["#9a6700", "#d29922"],
  blue: ["#0969da", "#79c0ff"],
  cyan: ["#1b7c83", "#39c5cf"],
};

/** Commands, each with what it wrote, colours and all. */
export function terminalPicture(title, commands) {
  const lines = commands.flatMap(({ command, output }, at) => [
    ...(at === 0 ? [] : [""]),
    `\u001b[2m$\u001b[22m \u001b[1m${command}\u001b[22m`,
    ...output.trimEnd().split("\n"),
  ]);
  const runs = lines.map(runsOf);
  const columns = Math.max(...runs.map((line) => line.reduce((sum, { text }) => sum + text.length, 0)));
  const width = Math.ceil(columns * CELL + 2 * MARGIN);
  const height = BAR + lines.length * LINE + MARGIN;
  const plain = runs.map((line) => line.map(({ text }) => text).join("")).join("\n");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title text">
<title id="title">${escaped(title)}</title>
<desc id="text">${escaped(plain)}</desc>
<style>
${styles(0)}
@media (prefers-color-scheme: dark) {
${styles(1)}
}
text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; white-space: pre }
.bold { font-weight: 700 }
</style>
<rect class="back edge" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8"/>
${[0, 1, 2].map((at) => `<circle class="dot" cx="${MARGIN + 5 + at * 18}" cy="${BAR / 2}" r="5"/>`).join("")}
${runs.flatMap((line, at) => drawn(line, BAR + at * LINE + 14)).join("\n")}
</svg>
`;
}

const styles = (theme) =>
  [
    `.back { fill: ${COLOURS.back[theme]} } .edge { stroke: ${COLOURS.edge[theme]} } .dot { fill: ${COLOURS.edge[theme]} } text { fill: ${COLOURS.text[theme]} }`,
    ...["dim", "red", "green", "yellow", "blue", "cyan"].map(
      (name) => `.${name} { fill: ${COLOURS[name][theme]} }`,
    ),
  ].join("\n");

/** The runs of one style in a line. */
function runsOf(line) {
  const runs = [];
  const styles = new Set();
  for (const [, codes, text] of line.matchAll(/\u001b\[([\d;]*)m|([^\u001b]+)/g)) {
    if (text !== undefined) runs.push({ text, styles: [...styles] });
    for (const code of codes?.split(";") ?? []) {
      if (code in BEGIN) styles.add(BEGIN[code]);
      else if (code in END) END[code].forEach((name) => styles.delete(name));
      else throw new Error(`the code ${code} is not known`);
    }
  }
  return runs;
}

/** Each run has its own place and length, so that columns are straight in any font. */
function drawn(runs, y) {
  let column = 0;
  return runs.flatMap(({ text, styles }) => {
    const indent = text.length - text.trimStart().length;
    const x = (MARGIN + (column + indent) * CELL).toFixed(1);
    column += text.length;
    const shown = text.trim();
    if (shown === "") return [];
    const length = (shown.length * CELL).toFixed(1);
    const kind = styles.length === 0 ? "" : ` class="${styles.join(" ")}"`;
    return `<text${kind} x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs">${escaped(shown)}</text>`;
  });
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
