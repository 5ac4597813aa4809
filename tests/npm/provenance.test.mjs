// Where each part of a canonical event came from: what is made of that by hand is what the canonical event says.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { PayloadError, catalog, createHookLens, normalize, provenance, validate } from "hooklens";

const folder = new URL("../payloads/", import.meta.url);
const payloads = readdirSync(folder, { recursive: true })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".json"))
  .sort()
  .map((path) => ({ path, body: readFileSync(new URL(path, folder), "utf8") }));
const isEvent = ({ id }) => catalog.find((entry) => entry.id === id).event;
const events = payloads.filter(({ body }) => {
  const { valid, events } = validate(body);
  return valid && events.every(isEvent);
});
const one = (path) => payloads.find((payload) => payload.path === `${path}.json`).body;

const token = (key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1");
const at = (value, pointer) =>
  pointer
    .split("/")
    .slice(1)
    .reduce((inner, key) => inner[key.replaceAll("~1", "/").replaceAll("~0", "~")], value);

/** Everything that has no parts itself, with its pointer. */
function leaves(value, pointer = "") {
  const parts = typeof value === "object" && value !== null ? Object.entries(value) : [];
  if (parts.length === 0) return [[pointer, value]];
  return parts.flatMap(([key, part]) => leaves(part, `${pointer}/${token(key)}`));
}

/** RFC 3339 in UTC, with the digits of the second that were sent. */
function moment(sent) {
  if (typeof sent === "number") return new Date(sent * 1000).toISOString().replace(".000Z", "Z");
  const text = sent.replace(" ", "T").replace(/([+-]\d\d)(\d\d)$/, "$1:$2");
  const digits = /:\d\d:\d\d(\.\d+)?/.exec(text)?.[1] ?? "";
  const whole = new Date(text.replace(/(:\d\d)\.\d+/, "$1")).toISOString();
  return whole.replace(".000Z", `${digits}Z`);
}

/** All that the canonical form may make of a value that was sent, by what is written in docs/normalized-form.md. */
function spellings(sent, pointer) {
  const all = [sent];
  const key = pointer.slice(pointer.lastIndexOf("/") + 1);
  if (sent === 0 || sent === "0" || sent === false) all.push(false);
  if (sent === 1 || sent === "1" || sent === true) all.push(true);
  if (typeof sent === "number" && sent > 1e9 && sent < 1e10) all.push(moment(sent));
  if (typeof sent !== "string") return all;
  all.push(sent.toLowerCase());
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:/.test(sent)) all.push(moment(sent));
  if (/^(\/|https?:)/.test(sent)) {
    const url = new URL(sent, "https://host.example");
    all.push(url.pathname, sent.split("?")[0]);
    if (url.search === "") all.push({});
    for (const [name, value] of url.searchParams) {
      if (pointer.includes("/query/") && name === key) all.push(value);
      if (!pointer.includes("/query/") && /^\d+$/.test(value)) all.push(Number(value), moment(Number(value)));
    }
  }
  return all;
}

/** Names that the catalog has for ids; null where it has none. */
const NAMED = { environment: /^[0-9a-f]{24}$/ };

function check(body, canonical, told) {
  assert.equal(told.length, canonical.length);
  const document = JSON.parse(body);
  for (const [index, event] of canonical.entries()) {
    const { origins } = told[index];
    const parts = leaves(event);
    assert.deepEqual(
      origins.map(({ pointer }) => pointer),
      parts.map(([pointer]) => pointer),
    );
    for (const [position, [pointer, value]] of parts.entries()) {
      const { kind, from } = origins[position];
      for (const place of from) {
        const text = body.slice(place.span.start, place.span.end);
        assert.deepEqual(JSON.parse(text), at(document, place.pointer), place.pointer);
      }
      const sent = from.map((place) => at(document, place.pointer));
      const where = `${pointer} is ${JSON.stringify(value)}, from ${JSON.stringify(sent)}`;
      if (pointer === "/source") {
        const tenants = value.split("/").filter((_, at) => at >= 3 && at % 2 === 1);
        assert.deepEqual(
          tenants.map(decodeURIComponent),
          sent.map((text) => text.toLowerCase()),
          where,
        );
        assert.equal(kind, sent.length === 0 ? "constant" : "value", where);
      } else if (kind === "constant") {
        assert.deepEqual([["/specversion", "/datacontenttype"].includes(pointer), sent], [true, []], where);
      } else if (kind === "content") {
        assert.deepEqual([pointer, sent], ["/id", []], where);
        assert.match(value, /^[0-9a-f]{32}$/);
      } else if (kind === "event-type") {
        assert.equal(pointer, "/type", where);
        const [{ id }] = validate(body).events.slice(index);
        // A name may have other spellings: `documents.fail` is `documents.failed`.
        assert.ok(sent.length === 0 || id.slice(id.indexOf("/") + 1).startsWith(sent[0]), where);
      } else {
        assert.ok(sent.length > 0, where);
        // An event that says no more than its name.
        if (pointer === "/data") return assert.deepEqual([value, from[0].pointer], [{}, ""], where);
        const named = NAMED[pointer.slice("/data/".length)];
        for (const one of sent) {
          const said = spellings(one, pointer).some((spelling) => {
            return JSON.stringify(spelling) === JSON.stringify(value);
          });
          assert.ok(said || named?.test(one), where);
        }
      }
    }
  }
}

describe("where a canonical event came from", () => {
  for (const { path, body } of events) {
    test(path, () => check(body, normalize(body), provenance(body)));
  }

  test("a value that stands in two places came from both", () => {
    const [{ origins }] = provenance(one("paybook/credentials.refreshed"));
    const { from } = origins.find(({ pointer }) => pointer === "/data/user_id");
    assert.deepEqual(
      from.map(({ pointer }) => pointer),
      ["/events/0/header/user/id_user", "/events/0/payload/id_user"],
    );
  });

  test("what nobody knows keeps its place, part by part", () => {
    const extra = { own: { deep: [1, { "a/b": null }], none: {} }, large: 1 };
    const body = JSON.stringify({ ...JSON.parse(one("seam/lock.locked")), ...extra }).replace(
      '"large":1',
      '"large":12345678901234567890',
    );
    const [event] = normalize(body);
    assert.equal(event.data.large, "12345678901234567890");
    const [{ origins }] = provenance(body);
    const from = (pointer) => origins.find((origin) => origin.pointer === pointer).from[0];
    assert.equal(from("/data/own/deep/1/a~1b").pointer, "/own/deep/1/a~1b");
    assert.equal(from("/data/own/none").pointer, "/own/none");
    assert.equal(body.slice(from("/data/large").span.start, from("/data/large").span.end), event.data.large);
  });

  test("of a repeated key the last value counts", () => {
    const body = one("seam/lock.locked").replace("{", '{"twice":{"a":1},"twice":{"b":[2]},');
    const [{ origins }] = provenance(body);
    const twice = origins.filter(({ pointer }) => pointer.startsWith("/data/twice"));
    assert.deepEqual(
      twice.map(({ pointer, from }) => [pointer, body.slice(from[0].span.start, from[0].span.end)]),
      [["/data/twice/b/0", "2"]],
    );
  });

  test("a decoded body has pointers and no spans", () => {
    const [{ origins }] = provenance(JSON.parse(one("seam/lock.locked")));
    const places = origins.flatMap(({ from }) => from);
    assert.ok(places.length > 3 && places.every(({ pointer, span }) => pointer !== "" && span === null));
  });

  test("bytes have the spans of their text", () => {
    const body = `\ufeff${one("seam/lock.locked").replace("{", '{"note":"é😀",')}`;
    assert.deepEqual(provenance(new TextEncoder().encode(body)), provenance(body));
  });

  test("a body that is no valid event is refused as `normalize` refuses it", () => {
    const registration = payloads.find(({ body }) => {
      const { valid, events } = validate(body);
      return valid && !events.some(isEvent);
    });
    for (const body of ["{}", '{"event":"refresh"}', "nope", registration.body]) {
      const [one, other] = [provenance, normalize].map((refusing) => {
        try {
          return refusing(body);
        } catch (error) {
          return error;
        }
      });
      assert.ok(one instanceof PayloadError, body);
      assert.deepEqual([one.message, one.report], [other.message, other.report]);
    }
    assert.throws(() => provenance(7), TypeError);
  });

  test("a lens tells it of its own events", () => {
    const schema = {
      title: "order",
      type: "object",
      required: ["id"],
      properties: { id: { type: "string" } },
    };
    const document = { $schema: "https://json-schema.org/draft/2020-12/schema", ...schema };
    const lens = createHookLens({ builtIn: false, catalogs: [{ document, name: "shop" }] });
    const body = '{ "id": "7", "items": [ { "sku": "a" } ] }';
    const [{ origins }] = lens.provenance(body);
    assert.deepEqual(
      origins.filter(({ kind }) => kind === "value").map(({ pointer, from }) => [pointer, from[0].pointer]),
      [
        ["/data/id", "/id"],
        ["/data/items/0/sku", "/items/0/sku"],
      ],
    );
  });

  test("a key as long as the body makes it no longer than some megabytes", () => {
    const key = "k".repeat(1_000_000);
    const list = Array(200_000).fill(0);
    const body = JSON.stringify({ ...JSON.parse(one("seam/lock.locked")), [key]: list });
    const [{ origins }] = provenance(body);
    const size = origins.reduce(
      (sum, { pointer, from }) => sum + pointer.length + (from[0]?.pointer.length ?? 0),
      0,
    );
    assert.ok(size < 16_000_000, String(size));
    const many = JSON.stringify({ ...JSON.parse(one("seam/lock.locked")), list: Array(200_000).fill(0) });
    assert.equal(provenance(many)[0].origins.length, 100_000);
  });

  test("whatever else a body has, each part is told of once", () => {
    const base = JSON.parse(one("seam/lock.locked"));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.json().map(JSON.parse), { maxKeys: 5 }), (extra) => {
        const body = JSON.stringify({ ...extra, ...base });
        fc.pre(validate(body).valid);
        const parts = normalize(body).map((event) =>
          leaves(event)
            .map(([pointer]) => pointer)
            .sort(),
        );
        const told = provenance(body).map(({ origins }) => origins.map(({ pointer }) => pointer).sort());
        assert.deepEqual(told, parts);
      }),
      { seed: 20, numRuns: 300 },
    );
  });
});
