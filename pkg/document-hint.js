/** How much of a text is looked at. */
const LOOKED_AT = 1000;

const YAML = "this looks like YAML: parse it first, as with the package `yaml`, and pass what that gives";
const PLACE = "this looks like the place of a document: pass what is in it";

const NONE =
  'if schemas in `components` describe events, name them: `events: ["…"]`, or `--catalog FILE#NAME,…`';
const SWAGGER = "convert it to OpenAPI 3 first";
const PATTERN =
  'if you trust the document, let JavaScript match it: `patterns: "host"`, or `--host-patterns`';

/** What to do about a problem of a document, if that is near-certain. */
export function documentHint({ code, pointer, expected, found }, raw) {
  if (code === "invalid-json") return textHint(raw);
  if (code === "missing-field" && pointer === "" && expected.startsWith("`webhooks`")) return NONE;
  if (code === "unexpected-value" && pointer === "/swagger") return SWAGGER;
  return code === "unmet-rule" && found.endsWith("in linear time") ? PATTERN : undefined;
}

/** Of what is no JSON: where it is YAML, or only says where a document is. */
function textHint(raw) {
  const start = raw.slice(0, LOOKED_AT);
  const text = typeof start === "string" ? start.replace(/^\uFEFF/, "") : new TextDecoder().decode(start);
  if (/^\s*[\w.:/\\~@-]+\.(json|ya?ml)\s*$/i.test(text)) return PLACE;
  // YAML is told by its first line that says something.
  const line = text.split(/\r?\n/).find((line) => line.trim() !== "" && !line.startsWith("#"));
  return line !== undefined && /^(%YAML|---|- |[A-Za-z_$][\w$.-]* *:( |$))/.test(line) ? YAML : undefined;
}
