import assert from "node:assert/strict";
import test from "node:test";
import { catalog } from "hooklens/catalog";
import { usePage, verdict } from "./browser.mjs";

const { open } = usePage();

test("every example of the catalog loads and is valid", async (t) => {
  const page = await open(t, { hash: "#/catalog" });
  for (const { id, type, title, event } of catalog) {
    await page.evaluate((to) => (location.hash = to), `#/${id}`);
    await page.locator("#entry-title", { hasText: type }).waitFor();
    await page.locator("#load-example").click();
    await page.locator("#inspect").waitFor();
    const name = (event ? type : title.toLowerCase()).replaceAll(".", "\\.");
    const said = await verdict(page, new RegExp(`^Valid\\. .*${name}(, which is no event)?; `));
    assert.match(said, /no problem\.$/, id);
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
  await search.fill("no such thing");
  assert.equal(await links.count(), 0);
  assert.match(await page.locator("#catalog-count").textContent(), /^0 event types/);
});

test("a deep link opens its event type with its fields, required or not", async (t) => {
  const page = await open(t, { hash: "#/seam/acs_credential.deleted" });
  assert.equal(await page.locator("#entry-title").textContent(), "acs_credential.deleted");
  assert.match(await page.title(), /^acs_credential\.deleted/);
  const need = (name) =>
    page
      .locator(".schema-fields li", { has: page.locator(`.field-name:text-is("${name}")`) })
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
  await page.locator(".catalog-list a", { hasText: "pos.order.completed" }).click();
  await page.locator("#entry-title", { hasText: "pos.order.completed" }).waitFor();
  assert.equal(await page.locator("#catalog-search").isVisible(), false);
  await page.locator(".back").click();
  await page.locator("#catalog-search").waitFor();
});
