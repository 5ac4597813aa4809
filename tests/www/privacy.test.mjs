import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { catalog } from "hooklens/catalog";
import { BUDGET, firstLoad } from "../../www/build.mjs";
import { directives, headerPolicy, metaPolicy } from "../../www/csp.mjs";
import { axe, cannot, noServiceWorker, paste, requestsOf, usePage, verdict } from "./browser.mjs";

const { open, shared } = usePage();

const body = JSON.stringify(catalog.find(({ id }) => id === "paybook/refresh").example, null, 2);

/** Waits until the service worker has fetched all that it keeps. */
const offlineReady = (page) => page.waitForSelector("html[data-offline=ready]");

test("after the load no request leaves the page", async (t) => {
  const page = await open(t);
  await offlineReady(page);
  const requests = requestsOf(page);

  await paste(page, body.replace("id_site_organization_type", "id_site_organisation_type"));
  await verdict(page, /^Invalid/);
  await page.locator("#fix-all").click();
  await verdict(page, /^Valid/);
  for (const tab of ["fields", "schema", "code", "normalized"]) {
    await page.locator(`#tab-${tab}`).click();
    await page.locator(`#details-panel[data-tab=${tab}]`).waitFor();
  }
  await page.locator("#share").click();
  await page.locator("#share-link").waitFor();
  await page.locator("#give-dialog").getByRole("button", { name: "Copy the link" }).click();
  await page.evaluate(() => (location.hash = "#/catalog"));
  await page.locator("#catalog-search").fill("seam");
  await page.locator(".catalog-list a").first().click();
  await page.locator("#load-example").click();
  await verdict(page, /^Valid\. Seam/);
  assert.deepEqual(requests(), []);
});

test("the page asks its own origin alone, and the body is in no request", async (t) => {
  const page = await open(t, { hash: "#body=q1YqSy0qzszPU7JSSiwoyEkFAA" });
  await offlineReady(page);
  await page.reload();
  await offlineReady(page);
  const { asked } = page.site;
  assert.ok(asked.length > 0);
  for (const url of asked) {
    assert.ok(url.startsWith(page.site.url), url);
    assert.ok(!url.split("#")[0].includes("q1YqSy0"), url);
  }
});

test("the page's policy is strict, as a header and in the HTML", async (t) => {
  const page = await open(t);
  const response = await fetch(shared.url);
  const html = await response.text();
  assert.equal(response.headers.get("content-security-policy"), headerPolicy);
  assert.ok(html.includes(`content="${metaPolicy}"`));
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
  for (const directive of [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "connect-src 'self'",
    "style-src 'self'",
  ])
    assert.ok(directives.includes(directive), directive);
  assert.doesNotMatch(metaPolicy, /unsafe-inline|'unsafe-eval'|nonce|\*/);
  const inline = await page.evaluate(() => document.querySelectorAll("script:not([src]), style").length);
  assert.equal(inline, 0);
});

test("the policy stops what it should", async (t) => {
  const page = await open(t);
  const stopped = await page.evaluate(async () => {
    const violations = [];
    addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.head.append(script);
    await fetch("https://example.com/").catch(() => {});
    const done = () => violations.includes("script-src-elem") && violations.includes("connect-src");
    while (!done()) await new Promise((resolve) => setTimeout(resolve, 10));
    const { ran } = window;
    window.violations.length = 0;
    return { violations, ran };
  });
  page.troubles.length = 0;
  assert.equal(stopped.ran, undefined);
});

test("the page works after a reload without a network", async (t) => {
  const page = await open(t);
  await offlineReady(page);
  page.site.offline = true;
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  await paste(page, body);
  await verdict(page, /^Valid\. Paybook Sync event refresh/);
  await page.locator("#details-panel pre", { hasText: "specversion" }).waitFor();
  assert.deepEqual(await axe(page), []);
  await page.goto(`${page.site.url}#/seam/acs_credential.deleted`);
  await page.locator("#entry-title", { hasText: "acs_credential.deleted" }).waitFor();
});

test("a new version is offered, and taken when the user wants it", async (t) => {
  const page = await open(t);
  await offlineReady(page);
  const change = async (name, from, to) => {
    const path = join(shared.folder, name);
    const old = await readFile(path, "utf8");
    t.after(() => writeFile(path, old));
    assert.ok(old.includes(from));
    await writeFile(path, old.replace(from, to));
  };
  await change("index.html", '<h2 id="body-title">Body</h2>', '<h2 id="body-title">New body</h2>');
  await change("sw.js", '="hooklens-', '="hooklens-2-');
  await page.reload();
  assert.equal(await page.locator("#body-title").textContent(), "Body", "the version that is there stays");
  await page.locator("#update").click();
  await page.locator("#body-title", { hasText: "New body" }).waitFor();
});

test("the first load stays within its budget", async (t) => {
  assert.ok(firstLoad(shared.files) <= BUDGET, `${firstLoad(shared.files)} bytes`);

  const page = await open(t, { before: noServiceWorker });
  // The others may be on their way already: the browser had nothing else to do.
  const later = shared.files.filter(({ first }) => !first).map(({ name }) => name);
  const received = [...page.site.received]
    .filter(([url]) => ![...later, "before.js"].some((name) => url.endsWith(`/${name}`)))
    .reduce((total, [, bytes]) => total + bytes, 0);
  assert.ok(received > 50_000, "the transfer was measured");
  assert.ok(received <= BUDGET, `${received} bytes were transferred`);
});

test("the page can be installed", async () => {
  const at = (name) => fetch(new URL(name, shared.url));
  const manifest = await (await at("manifest.webmanifest")).json();
  assert.equal(manifest.start_url, "./");
  assert.ok(manifest.icons.some(({ sizes, type }) => sizes === "512x512" && type === "image/png"));
  for (const { src, type } of manifest.icons) {
    const response = await at(src);
    assert.equal(response.status, 200, src);
    assert.equal(response.headers.get("content-type"), type);
  }
});

test("the browser finds nothing wrong with the manifest", { skip: cannot("judge a manifest") }, async (t) => {
  const page = await open(t);
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
});
