// A second body beside the first, and what differs.
import assert from "node:assert/strict";
import test from "node:test";
import { normalize } from "hooklens";
import { catalog } from "hooklens/catalog";
import { differences } from "../../www/page/compare.js";
import {
  axe,
  bodyOf,
  chooseFile,
  drop,
  openFile,
  openIt,
  usePage,
  verdict,
  paste,
  plain,
  selected,
} from "./browser.mjs";

const { open } = usePage();

const example = (id) => catalog.find((entry) => entry.id === id).example;

/** The same value with the keys of every object the other way round. */
const turned = (value) =>
  Array.isArray(value)
    ? value.map(turned)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, inner]) => [key, turned(inner)]),
        )
      : value;

const told = (here, there) =>
  differences(here, there).map((each) => [
    each.here && `${each.here.pointer} ${each.here.text}`,
    each.there && `${each.there.pointer} ${each.there.text}`,
  ]);

test("every example is the same as itself written otherwise", () => {
  assert.ok(catalog.length > 50);
  for (const { id, example: body } of catalog) {
    assert.deepEqual(told(JSON.stringify(body), JSON.stringify(turned(body), null, 3)), [], id);
  }
});

test("each value that differs is told, with its place on either side", () => {
  const here = '{"a/b":1,"only":[],"text":"\\u0061","n":12345678901234567890,"kind":{}}';
  const there = '{ "a/b": 2, "text": "a", "n": 12345678901234567891, "kind": [], "new": null }';
  assert.deepEqual(told(here, there), [
    ["/a~1b 1", "/a~1b 2"],
    ["/only []", null],
    ["/n 12345678901234567890", "/n 12345678901234567891"],
    ["/kind {}", "/kind []"],
    [null, "/new null"],
  ]);
  for (const each of differences(here, there)) {
    if (each.here) assert.equal(here.slice(each.here.from, each.here.to), each.here.text);
    if (each.there) assert.equal(there.slice(each.there.from, each.there.to), each.there.text);
  }
  assert.deepEqual(told('{"a":1.0,"b":100,"a":2}', '{"b":1e2,"a":2}'), []);
});

test("objects are matched by their id, other elements by their place", () => {
  assert.deepEqual(
    told(
      '[{"id_user":1,"eid":"x","v":1},{"id_user":1,"eid":"y"}]',
      '[{"eid":"y","id_user":1},{"eid":"x","id_user":1,"v":2}]',
    ),
    [["/0/v 1", "/1/v 2"]],
  );
  assert.deepEqual(told('[{"id":1},{"id":2}]', '[{"id":3},{"id":2}]'), [
    ['/0 {"id":1}', null],
    [null, '/0 {"id":3}'],
  ]);
  assert.deepEqual(told('[{"id":1}]', '[{"id":2}]'), [["/0/id 1", "/0/id 2"]]);
  assert.deepEqual(told("[1,2,3]", "[0,1,2,3]"), [[null, "/0 0"]]);
  assert.deepEqual(told("[1,2,3]", "[1,9,3]"), [["/1 2", "/1 9"]]);
});

test("the same news, flat and in envelope 3.1, differs in what names the delivery and what one alone sends", () => {
  for (const [flat, enveloped] of [
    ["paybook/credential_create", "paybook/credentials.created"],
    ["paybook/credential_update", "paybook/credentials.updated"],
    ["paybook/refresh", "paybook/credentials.refreshed"],
  ]) {
    const envelope = structuredClone(example(enveloped));
    const [{ header, payload }] = envelope.events;
    const body = { ...example(flat) };
    // What the flat body says, in the envelope.
    Object.assign(header.user, { id_user: body.id_user, id_external: body.id_external });
    for (const key of Object.keys(payload)) if (key in body && key !== "event") payload[key] = body[key];
    const canonical = [body, envelope].map((each) => JSON.stringify(normalize(JSON.stringify(each))));
    const names = differences(...canonical).map(({ here, there }) => (here ?? there).pointer);
    const named =
      /^\/0\/(id|source|time|data\/(version|environment|environment_id|rid|job_type_id|job_uuid_type_id))$/;
    assert.deepEqual(
      names.filter((name) => !named.test(name)),
      [],
      flat,
    );
    assert.ok(names.includes("/0/id") && names.includes("/0/data/version"), flat);
  }
});

const seam = example("seam/acs_credential.issued");
const said = (page, words) => page.locator("#compare-said", { hasText: words }).waitFor();

const put = (page, text) => paste(page, text, "#compare");

test("a difference in the canonical form leads to what it came from", async (t) => {
  const page = await open(t);
  const refresh = example("paybook/refresh");
  await paste(page, JSON.stringify(refresh));
  await verdict(page, /^Valid/);
  await page.locator("#compare-button").click();
  await put(page, JSON.stringify({ ...refresh, rid: "0d6bdd0b-b0d1-4e0e-8c7b-1c5f0c1a1f2e" }));
  await said(page, "in the canonical form");
  const go = (pointer) =>
    page
      .getByRole("button", { name: new RegExp(`^There, ${pointer}: `) })
      .first()
      .click();
  await go("/0/data/rid");
  await page.locator("#toast", { hasText: "/0/data/rid: from /rid." }).waitFor();
  assert.equal(await selected(page), '"0d6bdd0b-b0d1-4e0e-8c7b-1c5f0c1a1f2e"');
  await go("/0/id");
  await page.locator("#toast", { hasText: "/0/id: made of the content." }).waitFor();
});

test("another body is pasted beside the first, and a difference leads to its place", async (t) => {
  const page = await open(t);
  await paste(page, JSON.stringify(seam));
  await verdict(page, /^Valid/);
  await page.locator("#compare-button").click();
  await said(page, "What differs appears here.");
  assert.deepEqual(await axe(page), []);
  await put(page, JSON.stringify(turned(seam), null, 4));
  await said(page, "The same: no difference but the order of keys and the spacing.");
  await put(page, JSON.stringify({ ...seam, acs_system_id: seam.workspace_id.replace("0", "1"), extra: 7 }));
  await said(page, /differences? in the canonical form, 2 differences in the bodies\.$/);
  const rows = await page.locator("#compare-results section").last().locator(".difference").allInnerTexts();
  assert.deepEqual(rows.map(plain), [
    `/acs_system_id Here "${seam.acs_system_id}" There "${seam.acs_system_id.replace("0", "1")}"`,
    "/extra Only there 7",
  ]);
  await page.locator(".difference-go", { hasText: "7" }).last().click();
  assert.equal(await selected(page), "7");
  assert.deepEqual(await axe(page), []);
  await put(page, "{");
  await said(page, "The other body cannot be read as JSON.");
  await page.locator("#compare-close").click();
  assert.equal(await page.locator("#compare").isVisible(), false);
});

test("the other body is opened or dropped as a file, and the first stays", async (t) => {
  const page = await open(t);
  await paste(page, JSON.stringify(seam));
  await verdict(page, /^Valid/);
  await page.locator("#compare-button").click();
  await drop(page, "#compare .cm-content", "other.json", JSON.stringify({ ...seam, extra: 1 }));
  await said(page, "1 difference in the bodies.");
  await chooseFile(page, "#compare-open", "again.json", JSON.stringify(turned(seam)));
  await said(page, "The same: no difference but the order of keys and the spacing.");
  assert.equal(await bodyOf(page), JSON.stringify(seam));
  // What is opened next is the body again.
  await openFile(page, "body.json", JSON.stringify({ ...seam, extra: 2 }));
  await said(page, "1 difference in the bodies.");
});

test("another body of the list is chosen with the keyboard", async (t) => {
  const page = await open(t);
  const lines = [seam, { ...seam, created_at: "2025-02-02T00:00:00.000Z" }].map((each) =>
    JSON.stringify(each),
  );
  await openFile(page, "deliveries.ndjson", lines.join("\n"));
  await page.locator(".inside-body").first().waitFor();
  await openIt(page, 0);
  await verdict(page, /^Valid/);
  await page.locator("#compare-button").click();
  await page.locator("#compare-pick").click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await said(page, "1 difference in the bodies.");
  assert.equal(await page.evaluate(() => document.activeElement.id), "compare-pick");
});
