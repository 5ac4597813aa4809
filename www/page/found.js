/** What is found inside a body: a title, and the bodies, each with its text and where it is. */
import { bodiesOf } from "./bodies.js";
import { LARGEST_BODY, fromBase64, inflate, isGzip, textOf } from "./inflate.js";
import { childPointer, count, number } from "./text.js";

const ENCODINGS = {
  json: "",
  text: "as text",
  base64: "in base64",
  form: "in a form",
  percent: "percent-encoded",
};

/** What begins as gzip does, in base64 and at least as long as its shortest. */
const GZIP = /^\s*H4sI[\w+/=\s-]{20,}$/;

/** So many strings of a document are decompressed at most, and they are looked for so deep. */
const MOST_COMPRESSED = 20;
const MOST_DEEP = 128;

/** So many bytes of them are kept, and one more string at most. */
const MOST_KEPT = 3 * LARGEST_BODY;

/**
 * What is inside a body that is told by this report: bodies of a file of many, or events in what is around them. Null
 * where that is nothing. `raw` are the bytes of one that is no text.
 */
export function foundIn({ text, raw }, report, engine) {
  if (report.events.length > 0) return null;
  const many = raw ? null : bodiesOf(text, valueOf(text, report));
  if (many) {
    const title = `${count(many.bodies.length, "body", "bodies")}${many.kind}`;
    return { ...found(title, many.bodies, engine), isLines: many.isLines };
  }
  const events = engine.unwrap(raw ?? text).map(({ path, span, ...event }) => ({
    text: event.text,
    where: path.map(stepWords).filter(Boolean).join(", there ") || lineOf(span, text),
  }));
  const title = events.length === 1 ? "An event is inside" : `${count(events.length, "event")} are inside`;
  return events.length > 0 ? found(title, events, engine) : null;
}

/** Where a span of a text is. What goes from its start to its end is the text itself, in another spelling. */
const lineOf = ({ start, end, line }, text) =>
  /\S/.test(text.slice(0, start) + text.slice(end)) ? `line ${number(line)}` : "the whole text, as JSON";

function stepWords({ pointer, encoding }, index) {
  const how = ENCODINGS[encoding];
  if (pointer !== "") return `${how && `${how} `}at \`${pointer}\``;
  return index === 0 && encoding === "text" ? "" : how;
}

/** What a text is as JSON; undefined where it is none, or so deep that it would not be looked through. */
function valueOf(text, { status, problems: [first] }) {
  if (status === "malformed" && first.code !== "too-large") return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

const found = (title, bodies, engine) => ({ title, bodies, engine });

/**
 * The gzip in a body: the body itself, or strings of it that are base64 of gzip, each with where it is. None in a body
 * that has events, or other bodies that were found.
 */
export function compressedIn({ text, raw }, report) {
  if (raw) return isGzip(raw) ? [{ data: raw, where: "in gzip" }] : [];
  if (GZIP.test(text)) return [{ data: text, where: "in base64 and gzip" }];
  const strings = [];
  const look = (value, pointer, depth) => {
    if (strings.length === MOST_COMPRESSED || depth > MOST_DEEP) return;
    if (typeof value === "string" && GZIP.test(value))
      strings.push({ data: value, where: `in base64 and gzip at \`${pointer}\`` });
    else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) look(inner, childPointer(pointer, key), depth + 1);
  };
  if (text.includes("H4sI")) look(valueOf(text, report), "", 0);
  return strings;
}

/** What is inside that gzip, and in `note` what could not be decompressed. */
export async function decompressed(compressed, engine) {
  const bodies = [];
  const notes = [];
  let size = 0;
  for (const { data, where } of compressed) {
    if (size > MOST_KEPT) {
      notes.push(`There is no room for what is ${where}, nor for what comes after it.`);
      break;
    }
    try {
      const bytes = await inflate(typeof data === "string" ? fromBase64(data) : data, LARGEST_BODY);
      if (bytes === null) notes.push(`What is ${where} has more than 16 MiB, which no body can have.`);
      else bodies.push({ ...textOf(bytes), where });
      size += bytes?.length ?? 0;
    } catch {
      notes.push(`What is ${where} is broken or cut off, and cannot be decompressed.`);
    }
  }
  const title =
    bodies.length === 0
      ? "Compressed, and cannot be read"
      : `${bodies.length === 1 ? "A compressed body is" : `${bodies.length} compressed bodies are`} inside`;
  return { ...found(title, bodies, engine), note: notes.join(" ") };
}
