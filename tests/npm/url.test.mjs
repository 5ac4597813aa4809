// What the package takes for the URL of a webhook, and what Node's `URL` does; see tests/util/urls.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { validate } from "hooklens";
import { node, urls } from "../util/urls.mjs";

const accepts = (url) => {
  const { events, valid, problems } = validate(JSON.stringify({ url, events: ["refresh"] }));
  assert.deepEqual(
    events.map(({ id }) => id),
    ["paybook/webhook.create"],
    url,
  );
  const found = problems.map(({ code, pointer }) => `${code} ${pointer}`);
  assert.deepEqual(found, valid ? [] : ["bad-format /url"], url);
  return valid;
};

test("of made-up URLs, the package and Node say the same", () => {
  const comparison = node();
  for (const url of urls(20_000)) comparison.compare(url, accepts(url));
  comparison.end();
});
