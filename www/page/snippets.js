/** Code for the current body, to copy elsewhere. */

/** A JavaScript literal for a text; readable where it can be. */
function literal(text) {
  const raw =
    !/[`\r\0\uFEFF\u2028\u2029\u200B-\u200F\u202A-\u202E\u2066-\u2069]|\$\{|\\$/.test(text) &&
    !/\p{Surrogate}/u.test(text);
  return raw ? `String.raw\`${text}\`` : JSON.stringify(text);
}

const quote = (text) => JSON.stringify(text);

const besides = (options) =>
  Object.entries(options)
    .map(([name, value]) => `, ${name}: ${quote(value)}`)
    .join("");

/** `createHookLens` over documents that are read from files beside the code. */
function lens(sources) {
  const each = sources.map(({ name, file, isYaml, options }) => {
    const path = `new URL(${quote(`./${file}`)}, import.meta.url)`;
    const document = isYaml ? `parse(readFileSync(${path}, "utf8"))` : `readFileSync(${path})`;
    return `    { name: ${quote(name)}, document: ${document}${besides(options)} },\n`;
  });
  return `createHookLens({\n  catalogs: [\n${each.join("")}  ],\n})`;
}

const lensImports = (sources) =>
  sources.some(({ isYaml }) => isYaml) ? `import { parse } from "yaml";\n` : "";

export function testCase(body, report, sources = []) {
  const name = report.events.length ? report.events.map((event) => event.id).join(", ") : "the body";
  const problems = report.problems.map(({ code, pointer }) => [code, pointer]);
  const isOwn = sources.length > 0;
  return `import assert from "node:assert/strict";
${isOwn ? 'import { readFileSync } from "node:fs";\n' : ""}import test from "node:test";
import { ${isOwn ? "createHookLens" : "validate"} } from "hooklens";
${lensImports(sources)}${isOwn ? `\nconst { validate } = ${lens(sources)};\n` : ""}
const body = ${literal(body)};

test(${quote(`${name} is ${report.status}`)}, () => {
  const report = validate(body);
  assert.equal(report.status, ${quote(report.status)});
  assert.deepEqual(
    report.events.map((event) => event.id),
    ${JSON.stringify(report.events.map((event) => event.id))},
  );
  assert.deepEqual(
    report.problems.map(({ code, pointer }) => [code, pointer]),
    ${JSON.stringify(problems, null, 2).replaceAll("\n", "\n    ")},
  );
});
`;
}

// A shell takes about 128 KB in one argument; a larger body has to come from a file.
export function curl(body) {
  const head =
    "curl --request POST http://localhost:3000/webhook \\\n  --header 'content-type: application/json' \\\n";
  if (body.length > 60_000)
    return `# Download the body as body.json first: it is too large for a command line.\n${head}  --data-binary @body.json\n`;
  return `${head}  --data-raw '${body.replaceAll("'", `'\\''`)}'\n`;
}

/** The body of a handler: a case for each event type in the body. */
function cases({ events }) {
  const ids = [...new Set(events.map((event) => event.id))];
  const each = ids.map(
    (id) =>
      `    case ${quote(id)}:\n      // event.payload is the payload as sent; canonical is the CloudEvent.\n      break;\n`,
  );
  return `switch (event.id) {\n${each.join("")}    default:\n      console.log(event.id, canonical.type);\n  }`;
}

const handlerOptions = (sources) => `{${sources.length > 0 ? "\n  lens," : ""}
  // verify: (rawBody, headers) => …, to check the provider's signature
}`;

const lensOf = (sources) => (sources.length > 0 ? `const lens = ${lens(sources)};\n\n` : "");

export const nodeHandler = (
  report,
  sources = [],
) => `${sources.length > 0 ? 'import { readFileSync } from "node:fs";\n' : ""}import { createServer } from "node:http";
${sources.length > 0 ? 'import { createHookLens } from "hooklens";\n' : ""}import { webhook } from "hooklens/node";
${lensImports(sources)}
${lensOf(sources)}// With Express: app.post("/webhook", handler)
const handler = webhook((event, { canonical }) => {
  ${cases(report)}
}, ${handlerOptions(sources)});

createServer(handler).listen(3000);
`;

/** Where there are no files to read, a bundler brings them along as JSON. */
function bundledLens(sources) {
  const names = sources.map((_, at) => (at === 0 ? "document" : `document${at + 1}`));
  const imports = sources.map(
    ({ file, isYaml }, at) =>
      `import ${names[at]} from ${quote(`./${file.replace(/\.ya?ml$/i, ".json")}`)};${isYaml ? ` // ${file} as JSON` : ""}\n`,
  );
  const each = sources.map(({ name, options }, at) => {
    const member = names[at] === "document" ? "document" : `document: ${names[at]}`;
    return `{ name: ${quote(name)}, ${member}${besides(options)} }`;
  });
  return [imports.join(""), `const lens = createHookLens({ catalogs: [${each.join(", ")}] });\n\n`];
}

export function fetchHandler(report, sources = []) {
  const [imports, made] = sources.length > 0 ? bundledLens(sources) : ["", ""];
  const maker = sources.length > 0 ? 'import { createHookLens } from "hooklens";\n' : "";
  return `${maker}import { webhook } from "hooklens/fetch";
${imports}
${made}// Next: as it is. Hono: app.post("/webhook", (context) => POST(context.req.raw))
export const POST = webhook((event, { canonical }) => {
  ${cases(report)}
}, ${handlerOptions(sources)});
`;
}

/** Each with a choice's value and words, what makes it, its file's name, and whether the body is in it. */
export const FORMS = [
  ["curl", "curl", (body) => curl(body), "request.sh", true],
  ["test", "Test case", testCase, "body.test.mjs", true],
  ["node", "Handler for Node and Express", (body, ...rest) => nodeHandler(...rest), "server.mjs", false],
  [
    "fetch",
    "Handler for Hono, Next and Workers",
    (body, ...rest) => fetchHandler(...rest),
    "handler.mjs",
    false,
  ],
];

/** What code needs to know of the documents that a report's events are from. */
export function sourcesOf({ events, candidates }, { origins }) {
  const documents = [...events.map(({ id }) => id), ...candidates].flatMap((id) => origins.get(id) ?? []);
  return [...new Set(documents)].map(({ name, file, options, entries, isYaml }) => ({
    options,
    name: name || entries[0].provider,
    file: file ?? `${entries[0].provider}.${isYaml ? "yaml" : "json"}`,
    isYaml,
  }));
}
