import assert from "node:assert/strict";
import test from "node:test";
import { catalog } from "hooklens/catalog";
import { noServiceWorker, paste, usePage, verdict } from "./browser.mjs";

const { open, shared } = usePage();

test("every example of the catalog loads and is valid", async (t) => {
  const page = await open(t, { hash: "#/catalog" });
  for (const { id, type, title, event } of catalog) {
    await page.evaluate((to) => (location.hash = to), `#/${id}`);
    await page.locator("#entry-title", { hasText: type }).waitFor();
    await page.locator("#load-example").click();
    await page.locator("#inspect").waitFor();
    const name = (event ? type : title.toLowerCase()).replaceAll(".", "\\.");
    const said = await verdict(page, new RegExp(`^Valid\\. .*${name}(, not an event)?; `));
    assert.match(said, /no problems\.$/, id);
    assert.equal(await page.locator(".problem").count(), 0, id);
    await page.locator("#events a", { hasText: type }).first().waitFor();
  }
});

test("the catalog lists every event type and is searched by provider, name and description", async (t) => {
  const page = await open(t, { hash: "#/catalog" });
  const links = page.locator(".catalog-list a");
  assert.equal(await links.count(), catalog.length);
  const search = page.locator("#catalog-search");

  await search.fill("seam");
  assert.equal(await links.count(), catalog.filter(({ provider }) => provider === "seam").length);
  await search.fill("FLOW.exec");
  assert.deepEqual(await links.locator(".mono").allTextContents(), ["account.flow.executed"]);
  const { description, type } = catalog.find(({ id }) => id === "seam/acs_credential.invalidated");
  await search.fill(description);
  assert.deepEqual(await links.locator(".mono").allTextContents(), [type]);
  assert.ok(await links.first().isVisible());
  await search.fill("no such thing");
  assert.equal(await links.count(), 0);
  assert.match(await page.locator("#catalog-count").textContent(), /^0 event types/);
});

const families = (page) => page.locator(".family");
const unfolded = (page) => page.locator(".family[open] summary .mono").allTextContents();

test("the list is folded by family, each with how many it has", async (t) => {
  const page = await open(t, { hash: "#/catalog" });
  const expected = new Map();
  for (const { provider, family } of catalog) {
    const key = `${provider}/${family}`;
    expected.set(key, (expected.get(key) ?? 0) + 1);
  }
  const said = await families(page).locator("summary").allTextContents();
  assert.deepEqual(
    said,
    [...expected].map(
      ([key, count]) => `${key.split("/")[1]} ${count} event ${count === 1 ? "type" : "types"}`,
    ),
  );
  assert.deepEqual(await unfolded(page), []);
  assert.equal(await page.locator(".catalog-list a").first().isVisible(), false);
});

test("a family is unfolded by keyboard, and stays so until it is folded", async (t) => {
  const page = await open(t, { hash: "#/catalog" });
  await page.locator("#catalog-search").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const [first] = await unfolded(page);
  assert.equal(first, catalog[0].family);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("#entry-title", { hasText: catalog[0].type }).waitFor();
  await page.evaluate(() => (location.hash = "#/chift/pos.order.updated"));
  await page.locator("#entry-title", { hasText: "pos.order.updated" }).waitFor();
  assert.deepEqual(await unfolded(page), [first, "pos.order"]);
  await families(page).locator("summary").first().click();
  await page.evaluate(() => (location.hash = "#/chift/pos.order.completed"));
  await page.locator("#entry-title", { hasText: "pos.order.completed" }).waitFor();
  assert.deepEqual(await unfolded(page), ["pos.order"]);
});

test("what a search finds is in the open, and folded again after it", async (t) => {
  const page = await open(t, { hash: "#/seam/acs_credential.issued" });
  assert.deepEqual(await unfolded(page), ["acs_credential"]);
  const search = page.locator("#catalog-search");
  await search.fill("updated");
  assert.equal((await unfolded(page)).length, await families(page).count());
  assert.ok((await unfolded(page)).length > 1);
  await search.fill("");
  assert.deepEqual(await unfolded(page), ["acs_credential"]);
});

test("an entry that is deep in the list is in view there", async (t) => {
  const { id } = catalog.at(-1);
  const page = await open(t, { hash: `#/${id}`, height: 500 });
  const box = await page.locator(".catalog-list a[aria-current]").boundingBox();
  assert.ok(box.y > 0 && box.y + box.height <= 500, JSON.stringify(box));
  assert.equal(await page.evaluate(() => scrollY), 0);
});

test("the whole catalog comes after the page, and what needs it says so where it does not come", async (t) => {
  const [file] = shared.files.filter(({ name }) => /^catalog-.*\.js$/.test(name));
  assert.equal(file.first, false);
  const page = await open(t, { before: noServiceWorker });
  page.site.refuse(file.name);
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  const { example, title, description } = catalog.find(({ id }) => id === "seam/acs_credential.issued");
  await paste(page, JSON.stringify(example));
  await verdict(page, /^Valid\. Seam event acs_credential\.issued/);
  assert.match(await page.locator("#events").textContent(), new RegExp(`${title}$`));
  for (const tab of ["fields", "schema"]) {
    await page.locator(`#tab-${tab}`).click();
    await page.locator("#details-panel", { hasText: "The catalog could not be loaded" }).waitFor();
  }
  await page.locator("#tab-code").click();
  await page.locator("#details-panel pre", { hasText: "curl" }).waitFor();
  await page.evaluate(() => (location.hash = "#/catalog"));
  await page.locator("#catalog", { hasText: "The catalog could not be loaded" }).waitFor();

  page.site.giveAgain(file.name);
  await page.evaluate(() => (location.hash = "#/"));
  await page.locator("#tab-schema").click();
  await page.locator("#details-panel pre", { hasText: "$schema" }).waitFor();
  assert.match(await page.locator("#events").textContent(), new RegExp(description));
  await page.evaluate(() => (location.hash = "#/catalog"));
  await families(page).first().waitFor();
  // The browser says so of each request that was stopped.
  page.troubles.splice(0, page.troubles.length);
});

test("a deep link opens its event type with its fields, required or not", async (t) => {
  const page = await open(t, { hash: "#/seam/acs_credential.deleted" });
  assert.equal(await page.locator("#entry-title").textContent(), "acs_credential.deleted");
  assert.match(await page.title(), /^acs_credential\.deleted/);
  const need = (name) =>
    page
      .locator(".schema-fields li", {
        has: page.locator(".field-name", { hasText: new RegExp(`^${name}$`) }),
      })
      .locator(".need");
  assert.equal(await need("event_id").textContent(), "required");
  assert.equal(await need("connected_account_id").textContent(), "optional");
});

test("an envelope's fields are shown to their depth", async (t) => {
  const page = await open(t, { hash: "#/paybook/credentials.refreshed" });
  const names = await page.locator(".schema-fields .field-name").allTextContents();
  for (const name of ["rid", "events", "header", "eid", "id_environment", "payload", "id_credential"])
    assert.ok(names.includes(name), name);
});

test("a link to what is not in the catalog says so", async (t) => {
  const page = await open(t, { hash: "#/seam/%3Cimg%20src=x%3E" });
  assert.match(
    await page.locator("#catalog-detail").textContent(),
    /There is no event type seam\/<img src=x>/,
  );
  assert.equal(await page.locator("#catalog-detail img").count(), 0);
});

test("on a phone the list leads to an entry and back", async (t) => {
  const page = await open(t, { hash: "#/catalog", width: 360, height: 740 });
  await page.locator(".family summary", { hasText: "pos.order" }).click();
  await page.locator(".catalog-list a", { hasText: "pos.order.completed" }).click();
  await page.locator("#entry-title", { hasText: "pos.order.completed" }).waitFor();
  assert.equal(await page.locator("#catalog-search").isVisible(), false);
  await page.locator(".back").click();
  await page.locator("#catalog-search").waitFor();
});
