// Documents of a user's own events, and what is done with them on their page.
import { paste, verdict, write } from "./browser.mjs";

export const text = (value) => JSON.stringify(value, null, 2);

/** Issues and pull requests, as GitHub's document has them, in a few fields. */
export const issues = {
  openapi: "3.1.0",
  info: { title: "Forge", version: "1" },
  webhooks: {
    "issues-opened": {
      post: {
        tags: ["issues"],
        summary: "Issue opened",
        description: "Somebody opened an issue.",
        requestBody: {
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/issues-opened" },
              examples: { one: { value: { action: "opened", issue: { id: 7, title: "It is broken" } } } },
            },
          },
        },
      },
    },
    "issues-closed": {
      post: {
        requestBody: {
          content: { "application/json": { schema: { $ref: "#/components/schemas/issues-closed" } } },
        },
      },
    },
  },
  components: {
    schemas: {
      "issues-opened": {
        type: "object",
        required: ["action", "issue"],
        properties: { action: { const: "opened" }, issue: { $ref: "#/components/schemas/issue" } },
      },
      "issues-closed": {
        type: "object",
        required: ["action", "issue", "closed_by"],
        properties: {
          action: { const: "closed" },
          issue: { $ref: "#/components/schemas/issue" },
          closed_by: { type: "string" },
        },
      },
      issue: {
        type: "object",
        required: ["id", "title"],
        properties: {
          id: { type: "integer", description: "The number of the issue." },
          title: { type: "string", format: "headline" },
          parent: { $ref: "#/components/schemas/issue" },
        },
      },
    },
  },
};

export const YAML = `asyncapi: 3.0.0
info:
  title: Parcels
  version: "1"
channels:
  parcels:
    messages:
      parcel.sent:
        title: Parcel sent
        payload:
          type: object
          required: [kind, parcel_id]
          properties:
            kind: { const: parcel.sent }
            parcel_id: { type: string }
`;

export const broken = text({
  title: "order.paid",
  type: "object",
  properties: { id: { type: "text" }, at: { minimum: "1" } },
});

export const cards = (page) => page.locator(".document");
export const card = (page, name) => page.locator(".document", { hasText: name });
export const state = (page, which, at = 0) =>
  cards(page)
    .nth(at)
    .and(page.locator(`[data-state=${which}]`))
    .waitFor();

export async function go(page, hash) {
  await page.evaluate((to) => (location.hash = to), hash);
}

/** Adds a document through the text field. */
export async function add(page, document) {
  await go(page, "#/yours");
  await page.locator("#own-text").fill(document);
  await page.locator("#own-add").click();
}

export async function addLoaded(page, document) {
  const before = await cards(page).count();
  await add(page, document);
  await state(page, "loaded", before);
}

/** Each state of the page of a user's own events, and how a user gets there. */
export const OWN_STATES = {
  "no documents": (page) => page.locator("#own-title").waitFor(),
  "a document": (page) => addLoaded(page, text(issues)),
  "a document with problems": async (page) => {
    await add(page, broken);
    await state(page, "refused");
  },
  "a document that is mended": async (page) => {
    await add(page, broken);
    await state(page, "refused");
    await page.locator(".document .problem-go").first().click();
  },
  "the options of a document": async (page) => {
    await addLoaded(page, text(issues));
    await page.locator(".document summary").click();
  },
  "a name that cannot be": async (page) => {
    await addLoaded(page, text(issues));
    await write(page, page.getByLabel("Name in the ids"), "a/b");
    await page.getByLabel("Name in the ids").press("Tab");
  },
  "the catalog": async (page) => {
    await addLoaded(page, text(issues));
    await go(page, "#/forge/issues-closed");
    await page.locator("#entry-title", { hasText: "issues-closed" }).waitFor();
  },
  "the share dialog": async (page) => {
    await addLoaded(page, text(issues));
    await go(page, "#/");
    await paste(page, '{"action": "opened", "issue": {"id": 7, "title": "It"}}');
    await verdict(page, /^Valid\. Forge/);
    await page.locator("#share").click();
    await page.locator("#share-own").waitFor();
  },
};
