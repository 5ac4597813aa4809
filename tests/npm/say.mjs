// Everything that HookLens says of the corpus, as one text: the same in every runtime. It runs there, so it uses
// nothing that only Node has.

const attempt = (what) => {
  try {
    return what();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};

function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The catalogs, and then a line a body: the reports on its bytes, its text and its JSON, and what the other functions
 * make of it.
 */
export async function say({ hooklens, whole, fetch, schema }, corpus) {
  const { validate, parse, normalize, catalog } = hooklens;
  const respond = fetch.webhook(() => {}, { maxBytes: 1 << 24, echoValues: true, unknownStatus: 422 });
  const lines = [JSON.stringify([catalog, whole.catalog, sayLens({ hooklens, schema })])];
  for (const [path, base64] of corpus) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const text = textOf(bytes);
    const decoded = attempt(() => JSON.parse(text.replace(/^\uFEFF/, "")));
    const isBody = typeof decoded === "object" && decoded !== null;
    const response = await respond(
      new Request("http://localhost/", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: bytes,
      }),
    );
    lines.push(
      JSON.stringify({
        path,
        report: validate(bytes),
        sameAsText: text === undefined || JSON.stringify(validate(text)) === JSON.stringify(validate(bytes)),
        decoded: isBody ? validate(decoded) : null,
        parsed: attempt(() => parse(bytes)),
        normalized: attempt(() => normalize(bytes)),
        answer: [response.status, response.headers.get("content-type"), await response.text()],
        issues: schema.anyEvent["~standard"].validate(text ?? bytes).issues,
      }),
    );
  }
  return lines.join("\n");
}

const LOADED = {
  title: "user.created",
  type: "object",
  required: ["user_id"],
  properties: { user_id: { type: "integer" }, code: { type: "string", pattern: "^[a-z]+$" } },
};

/** What it says of events that it has loaded, also once a large body was forgotten, and of a document with a fault. */
function sayLens({ hooklens: { createHookLens }, schema: { schemasOf } }) {
  const lens = createHookLens({ catalogs: [{ name: "acme", document: LOADED }] });
  const options = { event: "acme/user-created" };
  const bodies = [
    '{"user_id":7}',
    '{"usr_id":7,"code":"A"}',
    `"${"x".repeat(9 << 20)}"`,
    '{"user_id":7}',
    "[]",
  ];
  return [
    lens.catalog.slice(0, 2),
    ...bodies.map((body) => lens.validate(body, options)),
    attempt(() => lens.normalize(bodies[0], options)),
    schemasOf(lens).events[options.event]["~standard"].validate(bodies[1]),
    attempt(() => createHookLens({ catalogs: [{ document: '{"type":"text"}' }] })),
  ];
}

/** What an endpoint answers to a compressed body: 415 where the platform cannot decompress. */
export async function sayCompressed({ fetch }, body) {
  const respond = fetch.webhook(() => {});
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream("gzip"));
  const headers = { "content-type": "application/json", "content-encoding": "gzip" };
  const zipped = await new Response(stream).arrayBuffer();
  const { status } = await respond(
    new Request("http://localhost/", { method: "POST", headers, body: zipped }),
  );
  return status;
}
