/** How much of a text is looked at. */
const LOOKED_AT = 1000;

const YAML = "this looks like YAML: parse it first, as with the package `yaml`, and pass what that gives";
const PLACE = "this looks like the place of a document: pass what is in it";

/** What to do where a document is YAML, or only says where one is, if that is near-certain. */
export function documentHint(raw) {
  const start = raw.slice(0, LOOKED_AT);
  const text = typeof start === "string" ? start.replace(/^\uFEFF/, "") : new TextDecoder().decode(start);
  if (/^\s*[\w.:/\\~@-]+\.(json|ya?ml)\s*$/i.test(text)) return PLACE;
  // YAML is told by its first line that says something.
  const line = text.split(/\r?\n/).find((line) => line.trim() !== "" && !line.startsWith("#"));
  return line !== undefined && /^(%YAML|---|- |[A-Za-z_$][\w$.-]* *:( |$))/.test(line) ? YAML : undefined;
}
