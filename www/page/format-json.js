/**
 * Indents JSON by two spaces, moving white space alone: `JSON.parse` and back would lose the digits of
 * large numbers and all but the last of duplicate keys.
 */
export function formatJson(text) {
  const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
  let depth = 0;
  let out = "";
  let before = "";
  const line = () => `\n${"  ".repeat(depth)}`;
  for (const [part] of text.matchAll(token)) {
    const opened = before === "{" || before === "[";
    if (part === "}" || part === "]") {
      depth = Math.max(0, depth - 1);
      out += opened ? part : line() + part;
    } else {
      if (opened || before === ",") out += line();
      out += part === ":" ? ": " : part;
      if (part === "{" || part === "[") depth++;
    }
    before = part;
  }
  return out;
}
