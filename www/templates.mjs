/** Takes the line breaks out of HTML templates: how they are broken into lines is for those who read the code. */
import { readFile } from "node:fs/promises";
import { parse } from "acorn";

/** A part of a template, with its delimiters, in one line. */
const inOneLine = (part) =>
  part
    .replaceAll(/\n\s*(?=[@.?]?[\w-]+=["$])/g, " ")
    .replaceAll(/\n\s*(?=\/?>)/g, "")
    .replaceAll(/(?<![=/]|<\/[\w-]+\s*)>\n\s*/g, ">")
    .replaceAll(/\n\s*(?=<\/)/g, "")
    .replaceAll(/\n\s*(?=<|\$\{)/g, " ");

/** The code with what its `html` templates say in one line; the rest of it stays as it is. */
export function templatesInOneLine(code) {
  const parts = [];
  const visit = (node) => {
    if (node?.type === "TaggedTemplateExpression" && node.tag.name === "html")
      // With the two signs that an expression begins with: what is before it is known by them.
      parts.push(...node.quasi.quasis.map(({ start, end, tail }) => [start, tail ? end : end + 2]));
    for (const inner of Object.values(node ?? {})) if (typeof inner === "object") visit(inner);
  };
  visit(parse(code, { ecmaVersion: "latest", sourceType: "module" }));
  for (const [start, end] of parts.toSorted(([a], [b]) => b - a))
    code = code.slice(0, start) + inOneLine(code.slice(start, end)) + code.slice(end);
  return code;
}

/** For esbuild: this for all modules of the page that have templates. */
export const templates = {
  name: "templates",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]page[\\/][\w-]+\.js$/ }, async ({ path }) => {
      const code = await readFile(path, "utf8");
      return code.includes('"lit-html"') ? { contents: templatesInOneLine(code) } : undefined;
    }),
};
