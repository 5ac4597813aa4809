/** How much of a text is looked at. */
const LOOKED_AT = 1000;

const HINT = "this looks like YAML: parse it first, as with the package `yaml`, and pass what that gives";

/** What to do where a document is YAML, if that is near-certain: what its first line that says something looks like. */
export function yamlHint(raw) {
  const start = raw.slice(0, LOOKED_AT);
  const text = typeof start === "string" ? start.replace(/^\uFEFF/, "") : new TextDecoder().decode(start);
  const line = text.split(/\r?\n/).find((line) => line.trim() !== "" && !line.startsWith("#"));
  return line !== undefined && /^(%YAML|---|- |[A-Za-z_$][\w$.-]* *:( |$))/.test(line) ? HINT : undefined;
}
