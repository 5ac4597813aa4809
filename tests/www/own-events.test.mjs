import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { axe, chooseFile, paste, requestsOf, usePage, verdict } from "./browser.mjs";
import {
  OWN_STATES,
  YAML,
  add,
  addLoaded,
  broken,
  card,
  cards,
  go,
  issues,
  state,
  text,
} from "./own-documents.mjs";
import { bytes as github } from "../npm/github.mjs";

const { open, shared } = usePage();

/** Drops files on an element as the browser would when they are dragged from a folder. */
const drop = (page, selector, files) =>
  page.locator(selector).evaluate((element, all) => {
    const dataTransfer = new DataTransfer();
    for (const [name, content] of all) dataTransfer.items.add(new File([content], name));
    for (const type of ["dragenter", "dragover", "drop"])
      element.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }),
      );
  }, files);

test("a document that is pasted makes its events known, everywhere", async (t) => {
  const page = await open(t);
  await page.locator("nav a", { hasText: "Your events" }).click();
  assert.match(await page.title(), /^Your events/);
  await addLoaded(page, text(issues));
  assert.equal(await page.locator("#own-text").inputValue(), "");
  assert.match(await cards(page).textContent(), /2 events of Forge/);
  assert.match(await cards(page).textContent(), /1 format is not known, .*: headline\./);

  await go(page, "#/");
  await paste(page, '{"action": "opened", "issue": {"id": "7", "titel": "It is broken"}}');
  await verdict(page, /^Invalid\. Forge event issues-opened; 2 problems/);
  assert.deepEqual(await page.locator(".problem:visible .code").allTextContents(), [
    "wrong-type",
    "misspelled-field",
  ]);
  assert.match(await page.locator("#events").textContent(), /Somebody opened an issue\./);
  await page.locator("#tab-fields").click();
  await page.locator(".field", { hasText: "The number of the issue." }).first().waitFor();
  await page.locator("#fix-all").click();
  await verdict(page, /^Valid\. Forge event issues-opened; no problems/);

  await page.locator("#tab-normalized").click();
  await page.locator("#details-panel pre", { hasText: "forge.issues-opened" }).waitFor();
  await page.locator("#tab-schema").click();
  await page.locator("#details-panel pre", { hasText: '"#/$defs/issue"' }).waitFor();
  await page.locator("#tab-code").click();
  for (const which of ["test", "node", "fetch"]) {
    await page.locator("#details-panel select").selectOption(which);
    await page.locator("#details-panel pre", { hasText: "createHookLens" }).waitFor();
    assert.match(await page.locator("#details-panel pre").textContent(), /name: "forge", document/);
  }
});

test("the built-in events are still known, and a body of neither is unknown", async (t) => {
  const page = await open(t);
  await addLoaded(page, text(issues));
  await go(page, "#/paybook/refresh");
  await page.locator("#load-example").click();
  await verdict(page, /^Valid\. Paybook Sync event refresh/);
  await paste(page, '{"nothing": "of these"}');
  await verdict(page, /^Unknown/);
});

test("the catalog lists them beside the built-in ones", async (t) => {
  const page = await open(t);
  await addLoaded(page, text(issues));
  await page.locator(".document a").click();
  await page.locator("#entry-title", { hasText: "issues-opened" }).waitFor();
  const names = () => page.locator(".schema-fields .field-name").allTextContents();
  assert.deepEqual(await names(), ["action", "issue", "id", "title", "parent"]);
  await page.locator("#load-example").click();
  await verdict(page, /^Valid\. Forge event issues-opened/);

  await go(page, "#/forge/issues-closed");
  await page.locator("#entry-title", { hasText: "issues-closed" }).waitFor();
  assert.equal(await page.locator("#load-example").count(), 0);
  assert.ok((await names()).includes("closed_by"));
  assert.match(await page.locator("#catalog-detail").textContent(), /Source: your document forge/);
  await page.locator("#catalog-search").fill("forge");
  assert.deepEqual(await page.locator(".catalog-list a .mono").allTextContents(), [
    "issues-opened",
    "issues-closed",
  ]);
  await page.locator("#catalog-search").fill("");
  assert.equal(await page.locator(".catalog-list h2").first().textContent(), "Forge 2 event types");
  assert.ok((await page.locator(".catalog-list h2").count()) > 3);
});

test("files are chosen and dropped, several at once, JSON and YAML", async (t) => {
  const page = await open(t, { hash: "#/yours" });
  await chooseFile(page, "#own-choose", "forge.json", text(issues));
  await state(page, "loaded");

  const single = { title: "Order paid", type: "object", required: ["order"], properties: { order: {} } };
  await drop(page, "#own-title", [
    ["parcels.yaml", YAML],
    ["orders.json", text(single)],
  ]);
  await state(page, "loaded", 1);
  await state(page, "loaded", 2);
  assert.match(await card(page, "parcels.yaml").textContent(), /YAML.*1 event of Parcels/);
  assert.match(await card(page, "orders.json").textContent(), /1 event of catalog/);
  assert.equal(await page.locator("#drop").isVisible(), false);

  await go(page, "#/");
  await paste(page, '{"kind": "parcel.sent", "parcel_id": 5}');
  await verdict(page, /^Invalid\. Parcels event parcel\.sent; 1 problem/);
  await page.locator("#tab-code").click();
  await page.locator("#details-panel select").selectOption("node");
  assert.match(
    await page.locator("#details-panel pre").textContent(),
    /parse\(readFileSync\(.*parcels\.yaml/,
  );
  await paste(page, '{"action": "closed", "issue": {"id": 7, "title": "It"}, "closed_by": "me"}');
  await verdict(page, /^Valid\. Forge event issues-closed/);
});

test("a paste on this page is a document, on the others it is a body", async (t) => {
  const page = await open(t, { hash: "#/yours" });
  await page.evaluate((document) => navigator.clipboard.writeText(document), text(issues));
  await page.locator("#help").focus();
  await page.keyboard.press("ControlOrMeta+v");
  await state(page, "loaded");
  assert.equal(await page.locator("#own").isVisible(), true);
});

test("what is wrong with a document is told with its places, and can be mended there", async (t) => {
  const page = await open(t);
  await add(page, broken);
  await state(page, "refused");
  const problems = page.locator(".document .problem");
  assert.equal(await problems.count(), 2);
  assert.match(
    await problems.nth(0).textContent(),
    /found "text".*line 6, column 15.*\/properties\/id\/type/,
  );
  assert.deepEqual(await page.locator(".excerpt mark").allTextContents(), ['"text"', '"1"']);
  assert.match(await cards(page).textContent(), /2 problems\. Its events are not known/);

  await problems.nth(0).locator(".problem-go").click();
  const field = page.locator(".document textarea");
  assert.equal(await field.inputValue(), broken);
  const selected = await field.evaluate(({ value, selectionStart, selectionEnd }) =>
    value.slice(selectionStart, selectionEnd),
  );
  assert.equal(selected, '"text"');
  await field.fill(broken.replace('"text"', '"string"'));
  await page.locator(".document").getByRole("button", { name: "Load again" }).click();
  await state(page, "refused");
  await page.locator(".document", { hasText: "1 problem." }).waitFor();
  await problems.nth(0).locator(".problem-go").click();
  await field.fill(broken.replace('"text"', '"string"').replace('"1"', "1"));
  await page.keyboard.press("ControlOrMeta+Enter");
  await state(page, "loaded");
  assert.equal(await problems.count(), 0);
});

test("what is not even JSON or YAML keeps its text, and the others stay known", async (t) => {
  const page = await open(t);
  await addLoaded(page, text(issues));
  await add(page, '{"openapi": "3.1.0",\n  "info" {}}');
  await state(page, "refused", 1);
  assert.match(await cards(page).nth(1).textContent(), /line 2, column 10/);
  await cards(page).nth(1).getByRole("button", { name: "Edit" }).click();
  assert.equal(
    await cards(page).nth(1).locator("textarea").inputValue(),
    '{"openapi": "3.1.0",\n  "info" {}}',
  );
  await add(page, "openapi: 3.1.0\ninfo: {title: A\nwebhooks: x");
  await state(page, "refused", 2);
  assert.match(await cards(page).nth(2).textContent(), /line 3, column/);
  await state(page, "loaded", 0);
});

test("problems of a YAML document have their places in the YAML", async (t) => {
  const page = await open(t);
  await add(
    page,
    YAML.replace("type: object", "type: objekt").replace(
      "parcel_id: { type: string }",
      "parcel_id: { type: [text] }",
    ),
  );
  await state(page, "refused");
  assert.deepEqual(await page.locator(".excerpt mark").allTextContents(), ["objekt", "text"]);
  assert.match(await page.locator(".document .where").first().textContent(), /line 11, column 17/);
});

test("a value without its format is a warning, or an error where that is asked for", async (t) => {
  const page = await open(t);
  const at = { type: "string", format: "email" };
  await addLoaded(page, text({ title: "word", type: "object", required: ["at"], properties: { at } }));
  const body = '{"at": "abc"}';
  await go(page, "#/");
  await paste(page, body);
  await verdict(page, /^Valid\. catalog event word; 1 warning\./);
  await go(page, "#/yours");
  await page.locator(".document summary").click();
  await page.getByLabel("is an error, not a warning").check();
  await state(page, "loaded");
  await go(page, "#/");
  await verdict(page, /^Invalid\. catalog event word; 1 problem\./);
  await page.locator("#tab-code").click();
  await page.locator("#details-panel select").selectOption("fetch");
  assert.match(await page.locator("#details-panel pre").textContent(), /document, formats: "assert" \}/);
});

test("hostile documents harm nothing", async (t) => {
  const page = await open(t);
  const bomb = Array.from({ length: 9 }, (_, at) =>
    at === 0 ? "a0: &a0 [x, x, x, x, x, x, x, x, x]" : `a${at}: &a${at} [${Array(9).fill(`*a${at - 1}`)}]`,
  );
  await add(page, bomb.join("\n"));
  await state(page, "refused");
  assert.match(await cards(page).textContent(), /alias/);

  const type = '50%41 <img src=x onerror="alert(1)">#/../"';
  const schema = JSON.parse(
    '{"type": "object", "required": ["__proto__"], "properties": {"__proto__": {"const": 1}, "constructor": {"$ref": "#/components/schemas/all"}}}',
  );
  const operation = {
    description: "<b>bold</b> `x`",
    tags: [5],
    requestBody: {
      content: { "application/json": { schema: { $ref: "#/components/schemas/all" }, examples: 7 } },
    },
  };
  const document = {
    openapi: "3.1.0",
    info: { title: "<i>Evil</i>\u202e" },
    webhooks: { [type]: { post: operation } },
    components: { schemas: { all: schema } },
  };
  await add(page, text(document));
  await state(page, "loaded", 1);
  await page.locator(".document a").click();
  await page.locator("#entry-title", { hasText: "50%41 <img" }).waitFor();
  assert.equal(await page.locator("#catalog img, #catalog i, #catalog b").count(), 0);
  assert.deepEqual((await page.locator(".schema-fields .field-name").allTextContents()).slice(0, 2), [
    "__proto__",
    "constructor",
  ]);
  await go(page, "#/");
  await paste(page, '{"__proto__": 1}');
  await verdict(page, /^(Valid|Invalid|Unknown)/);
});

test("a name is given to a document, and stands in the ids", async (t) => {
  const page = await open(t);
  await addLoaded(page, text(issues));
  const name = page.getByLabel("Name in the ids");
  assert.equal(await name.getAttribute("placeholder"), "forge");
  await name.fill("a/b");
  await name.press("Tab");
  assert.equal(await name.getAttribute("aria-invalid"), "true");
  await name.fill("hub");
  await name.press("Enter");
  await card(page, "As in hub/issues-opened.").waitFor();
  await go(page, "#/hub/issues-opened");
  await page.locator("#entry-title", { hasText: "issues-opened" }).waitFor();
});

test("the same ids twice are refused, until one has another name", async (t) => {
  const page = await open(t);
  await addLoaded(page, text(issues));
  await add(page, text(issues));
  await state(page, "refused", 1);
  assert.match(await cards(page).nth(1).textContent(), /Expected ids that no other event has/);
  await state(page, "loaded", 0);
  await cards(page).nth(1).getByLabel("Name in the ids").fill("other");
  await cards(page).nth(1).getByLabel("Name in the ids").press("Enter");
  await state(page, "loaded", 1);
  await go(page, "#/catalog");
  await page.locator("#catalog-search").fill("issues-opened");
  assert.equal(await page.locator(".catalog-list a").count(), 2);
});

test("a document may refer to another one", async (t) => {
  const page = await open(t);
  const order = {
    title: "order",
    type: "object",
    required: ["k"],
    properties: { k: { $ref: "urn:kinds#/$defs/kind" } },
  };
  await add(page, text(order));
  await state(page, "refused");
  await add(
    page,
    text({ $id: "urn:kinds", $defs: { kind: { enum: ["a", "b"] }, other: { type: "integer" } } }),
  );
  await state(page, "loaded", 1);
  await state(page, "loaded", 0);
  assert.match(await cards(page).nth(0).textContent(), /1 event of/);
  assert.match(await cards(page).nth(1).textContent(), /2 events of/);
  await go(page, "#/catalog/order");
  await page.locator("#entry-title", { hasText: "order" }).waitFor();
  assert.match(await page.locator("#catalog-detail").textContent(), /Its fields cannot be shown here\./);
});

test("what is removed is not known any more", async (t) => {
  const page = await open(t);
  await addLoaded(page, text(issues));
  await addLoaded(page, YAML);
  await page.getByRole("button", { name: "Remove forge" }).click();
  assert.equal(await cards(page).count(), 1);
  assert.equal(
    await page.evaluate(() => document.activeElement.textContent.startsWith("Pasted document")),
    true,
  );
  await go(page, "#/");
  await paste(page, '{"action": "opened", "issue": {"id": 7, "title": "It"}}');
  await verdict(page, /^Unknown/);
  await go(page, "#/yours");
  await page.getByRole("button", { name: "Remove parcels" }).click();
  await page.locator("#own .none").waitFor();
});

const storage = (page) =>
  page.evaluate(async () => [JSON.stringify(localStorage), (await indexedDB.databases()).length]);

async function reload(page) {
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  await go(page, "#/yours");
}

test("documents are kept only where the user turns that on", async (t) => {
  const page = await open(t);
  await addLoaded(page, text(issues));
  assert.deepEqual(await storage(page), ["{}", 0]);
  await reload(page);
  assert.equal(await cards(page).count(), 0);
  const box = page.getByLabel("Keep these documents in this browser");
  assert.equal(await box.isChecked(), false);

  await addLoaded(page, text(issues));
  await box.check();
  await page.locator("#toast", { hasText: "are kept" }).waitFor();
  await add(page, broken);
  await state(page, "refused", 1);
  await reload(page);
  await state(page, "loaded", 0);
  await state(page, "refused", 1);
  assert.equal(await box.isChecked(), true);
  await go(page, "#/");
  await paste(page, '{"action": "opened", "issue": {"id": 7, "title": "It"}}');
  await verdict(page, /^Valid\. Forge event issues-opened/);

  await go(page, "#/yours");
  await box.uncheck();
  await page.locator("#toast", { hasText: "are not kept" }).waitFor();
  assert.deepEqual(await storage(page), ["{}", 0]);
  await reload(page);
  assert.equal(await cards(page).count(), 0);
});

test("where a browser cannot keep documents, it says so and they stay on the page", async (t) => {
  const page = await open(t, {
    before: () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("The disk is full.", "QuotaExceededError");
      };
    },
  });
  await addLoaded(page, text(issues));
  const box = page.getByLabel("Keep these documents in this browser");
  await box.click();
  await page.locator("#toast", { hasText: "could not keep" }).waitFor();
  assert.equal(await box.isChecked(), false);
  assert.deepEqual(await storage(page), ["{}", 0]);
  await addLoaded(page, YAML);
});

test("without WebAssembly, a document is told that nothing can be loaded", async (t) => {
  const page = await open(t, { hash: "#/yours", before: () => delete globalThis.WebAssembly });
  await add(page, text(issues));
  await state(page, "refused");
  assert.match(await cards(page).textContent(), /it needs WebAssembly/);
});

test("a link is opened with the events that are kept, and says that it does not contain them", async (t) => {
  const page = await open(t);
  await addLoaded(page, text(issues));
  await page.getByLabel("Keep these documents in this browser").check();
  await page.locator("#toast", { hasText: "are kept" }).waitFor();
  await go(page, "#/");
  await paste(page, '{"action": "opened", "issue": {"id": 7, "title": "It"}}');
  await verdict(page, /^Valid\. Forge/);
  await page.locator("#share").click();
  await page.locator("#share-own", { hasText: "The link does not contain your documents" }).waitFor();
  const link = await page.locator("#share-link").inputValue();
  assert.ok(link.length < 300, link);
  await page.goto("about:blank");
  await page.goto(link);
  await verdict(page, /^Valid\. Forge event issues-opened/);
  await go(page, "#/forge/issues-opened");
  await page.locator("#entry-title", { hasText: "issues-opened" }).waitFor();
});

test("nothing is asked of the network, YAML included", async (t) => {
  const page = await open(t);
  await page.waitForSelector("html[data-offline=ready]");
  const requests = requestsOf(page);
  await addLoaded(page, text(issues));
  await addLoaded(page, YAML);
  await page.getByLabel("Keep these documents in this browser").check();
  await page.locator("#toast", { hasText: "are kept" }).waitFor();
  await add(page, '{"$ref": "https://example.com/events.json"}');
  await state(page, "refused", 2);
  await go(page, "#/");
  await paste(page, '{"kind": "parcel.sent", "parcel_id": "5"}');
  await verdict(page, /^Valid\. Parcels/);
  await go(page, "#/catalog");
  assert.deepEqual(requests(), []);
});

test("what reads YAML comes with the first YAML document, not with the page", (t) => {
  const [file] = shared.files.filter(({ name }) => /^yaml-worker-.*\.js$/.test(name));
  assert.equal(file.first, false);
  t.diagnostic(`${file.gzipped} bytes, gzipped`);
});

test("a document of five megabytes says that it is loading, and does not take long", async (t) => {
  const page = await open(t, { hash: "#/yours" });
  const path = join(shared.folder, "..", `hooklens-github-${process.pid}.json`);
  await writeFile(path, github);
  t.after(() => import("node:fs/promises").then(({ rm }) => rm(path)));
  await page.evaluate(() => {
    window.states = [];
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ type: "longtask" });
    new MutationObserver(() => {
      const now = document.querySelector(".document")?.dataset.state;
      if (now && window.states.at(-1) !== now) window.states.push(now);
    }).observe(document.getElementById("own"), { subtree: true, childList: true, attributes: true });
  });
  await page.locator("#documents").setInputFiles(path);
  await state(page, "loaded");
  assert.deepEqual(await page.evaluate(() => window.states), ["loading", "loaded"]);
  t.diagnostic(`longest task: ${await page.evaluate(() => Math.round(window.longest))} ms`);
  assert.match(await cards(page).textContent(), /261 events of/);
  await page.getByLabel("Name in the ids").fill("github");
  await page.getByLabel("Name in the ids").press("Enter");
  await card(page, "As in github/").waitFor();
  await go(page, "#/github/pull-request-opened");
  await page.locator("#entry-title", { hasText: "pull-request-opened" }).waitFor();
  assert.ok((await page.locator(".schema-fields li").count()) > 100);
  await go(page, "#/github/ping");
  await page.locator("#entry-title", { hasText: "ping" }).waitFor();
});

for (const colorScheme of ["light", "dark"])
  for (const width of [1280, 360])
    test(`axe finds nothing wrong and nothing is too wide, ${colorScheme}, ${width} pixels`, async (t) => {
      const page = await open(t, { colorScheme, width, height: 800, reducedMotion: "reduce" });
      for (const [name, reach] of Object.entries(OWN_STATES))
        await t.test(name, async () => {
          // Without its documents.
          await page.reload();
          await page.waitForSelector("html[data-ready]");
          await go(page, "#/yours");
          await reach(page);
          assert.deepEqual(await axe(page), []);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(over <= 0, `${over} pixels too wide`);
        });
    });

test("it is all done by keyboard, and the focus is seen", async (t) => {
  const page = await open(t, { hash: "#/yours" });
  await page.locator("#own-text").focus();
  await page.keyboard.insertText(broken);
  await page.keyboard.press("ControlOrMeta+Enter");
  await state(page, "refused");
  const unseen = [];
  const reached = new Set();
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press("Tab");
    const [name, isSeen] = await page.evaluate(() => {
      const { activeElement } = document;
      const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
      return [
        activeElement.getAttribute("aria-label") ?? activeElement.id ?? activeElement.className,
        outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
      ];
    });
    reached.add(name);
    if (!isSeen) unseen.push(name);
  }
  assert.deepEqual(unseen, []);
  for (const name of ["Edit pasted document", "Remove pasted document", "keep-documents"])
    assert.ok(reached.has(name), `${name} of ${[...reached]}`);
});
