// Reads YAML, in a worker of its own: a document of several megabytes takes seconds.
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";

addEventListener("message", ({ data: { text, asked } }) => postMessage(read(text, asked)));

/** `{ json, places }`: the document as JSON and where in its text each of the values asked for is; or `{ problems }`. */
function read(text, asked) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true });
  const span = (start, end) => {
    const { line, col } = lines.linePos(start);
    return { start, end, line, column: col };
  };
  const problem = (message, place = null) => ({ severity: "error", message, pointer: "", span: place });
  if (document.errors.length > 0)
    return { problems: document.errors.map(({ message, pos }) => problem(message, span(...pos))) };
  try {
    const json = JSON.stringify(document.toJS());
    const places = asked.map(({ pointer, isKey }) => placeOf(document, pointer, isKey));
    return { json, places: places.map((range) => range && span(...range)) };
  } catch (error) {
    return { problems: [problem(error.message)] };
  }
}

/** The range of a value, or of its key; where it is not written as such, of what holds it. */
function placeOf(document, pointer, isKey) {
  const tokens = pointer.split("/").slice(1);
  let node = document.contents;
  let range = node?.range;
  for (const [at, escaped] of tokens.entries()) {
    const token = escaped.replaceAll("~1", "/").replaceAll("~0", "~");
    if (isAlias(node)) node = node.resolve(document);
    const pair = isMap(node)
      ? node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === token)
      : undefined;
    const next = pair ? pair.value : isSeq(node) ? node.items[token] : undefined;
    if (isKey && at === tokens.length - 1 && pair?.key?.range) return pair.key.range.slice(0, 2);
    if (!next?.range) break;
    node = next;
    ({ range } = node);
  }
  return range?.slice(0, 2);
}
