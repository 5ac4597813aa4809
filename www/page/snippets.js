/** Code for the current body, to copy elsewhere. */

/** A JavaScript literal for a text; readable where it can be. */
function literal(text) {
  const raw =
    !/[`\r\0\uFEFF\u2028\u2029\u200B-\u200F\u202A-\u202E\u2066-\u2069]|\$\{|\\$/.test(text) &&
    !/\p{Surrogate}/u.test(text);
  return raw ? `String.raw\`${text}\`` : JSON.stringify(text);
}

const quote = (text) => JSON.stringify(text);

export function testCase(body, report) {
  const name = report.events.length ? report.events.map((event) => event.id).join(", ") : "the body";
  const problems = report.problems.map(({ code, pointer }) => [code, pointer]);
  return `import assert from "node:assert/strict";
import test from "node:test";
import { validate } from "hooklens";

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

const OPTIONS = `{
  // verify: (rawBody, headers) => …, to check the provider's signature
}`;

export const nodeHandler = (report) => `import { createServer } from "node:http";
import { webhook } from "hooklens/node";

// With Express: app.post("/webhook", handler)
const handler = webhook((event, { canonical }) => {
  ${cases(report)}
}, ${OPTIONS});

createServer(handler).listen(3000);
`;

export const fetchHandler = (report) => `import { webhook } from "hooklens/fetch";

// Next: as it is. Hono: app.post("/webhook", (context) => POST(context.req.raw))
export const POST = webhook((event, { canonical }) => {
  ${cases(report)}
}, ${OPTIONS});
`;
