// Each state that the page can be in, for what has to be so in all of them.
import { catalog } from "hooklens/catalog";
import { openIt, paste, verdict } from "./browser.mjs";

const seam = catalog.find(({ id }) => id === "seam/acs_credential.issued").example;
const text = (value) => JSON.stringify(value, null, 2);
const envelope = () => {
  const first = structuredClone(catalog.find(({ id }) => id === "paybook/credentials.created").example);
  const { example } = catalog.find(({ id }) => id === "paybook/documents.success");
  return { ...first, events: [...first.events, ...example.events] };
};
const { acs_system_id: id, created_at: _, ...rest } = seam;
export const broken = text({ ...rest, acs_system_idd: id, occurred_at: 5, colour: "red" });

const show = (body, pattern) => async (page) => {
  await paste(page, body);
  await verdict(page, pattern);
};

/** Each state that the page can be in, and how a user gets there. */
export const STATES = {
  "an empty page": async () => {},
  "a valid body": show(text(seam), /^Valid/),
  "a broken body": show(broken, /^Invalid/),
  "a problem in its text": async (page) => {
    await show(broken, /^Invalid/)(page);
    await page.locator(".problem-go").first().click();
    await page.locator(".tip").waitFor();
  },
  "a mended body": async (page) => {
    await show(broken, /^Invalid/)(page);
    await page.locator("#fix-all").click();
    await verdict(page, /2 problems|1 problem,/);
  },
  "an unknown body": show(text({ ...seam, event_type: "acs_credential.isued" }), /^Unknown/),
  "a malformed body": show('{"event": ', /^Malformed/),
  "an envelope with two events": show(text(envelope()), /2 events/),
  "the fields": async (page) => {
    await show(broken, /^Invalid/)(page);
    await page.locator("#tab-fields").click();
    await page.locator(".field.missing").first().waitFor();
  },
  "the schema": async (page) => {
    await show(text(seam), /^Valid/)(page);
    await page.locator("#tab-schema").click();
    await page.locator("#details-panel pre", { hasText: "properties" }).waitFor();
  },
  "the code": async (page) => {
    await show(text(seam), /^Valid/)(page);
    await page.locator("#tab-code").click();
    await page.locator("#details-panel pre", { hasText: "curl" }).waitFor();
  },
  "what is inside": async (page) => {
    await show(text({ TopicArn: "arn:aws:sns:eu-west-1:1:hooks", Message: text(seam) }), /^Invalid/)(page);
    await page.locator(".inside-body").waitFor();
  },
  "what was inside": async (page) => {
    await show(text({ Message: text(seam) }), /^Invalid/)(page);
    await openIt(page);
    await verdict(page, /^Valid/);
  },
  "a file of many bodies": async (page) => {
    const line = JSON.stringify(seam);
    await show([line, line, '{"event":"refresh"}', '{"x":1}', "{oops}"].join("\n"), /^Malformed/)(page);
    await page.locator(".inside-filters button", { hasText: "invalid" }).click();
  },
  "a long list of bodies": async (page) => {
    const line = JSON.stringify(seam);
    await show([...Array(100).fill(line), '{"event":"refresh"}', "{oops}"].join("\n"), /^Malformed/)(page);
    await page.locator("#inside-list").focus();
    await page.keyboard.press("End");
  },
  "two bodies compared": async (page) => {
    await show(text(seam), /^Valid/)(page);
    await page.locator("#compare-button").click();
    await paste(page, broken, "#compare");
    await page.locator(".difference").first().waitFor();
  },
  "the copy dialog": async (page) => {
    await show(text(seam), /^Valid/)(page);
    await page.locator("#copy").click();
    await page.locator("#give-copy").waitFor();
  },
  "the report dialog": async (page) => {
    await show(broken, /^Invalid/)(page);
    await page.locator("#copy-report").click();
    await page.locator("#give-copy").waitFor();
  },
  "the share dialog": async (page) => {
    await show(text(seam), /^Valid/)(page);
    await page.locator("#share").click();
    await page.locator("#share-link").waitFor();
  },
  "the keyboard dialog": async (page) => {
    await page.locator("#help").click();
    await page.locator("#help-dialog").waitFor();
  },
  "the search panel": async (page) => {
    await show(text(seam), /^Valid/)(page);
    await page.keyboard.press("ControlOrMeta+f");
    await page.locator(".cm-search").waitFor();
  },
  "the catalog": async (page) => {
    await page.evaluate(() => (location.hash = "#/catalog"));
    await page.locator(".family summary").first().click();
    await page.locator(".catalog-list a").first().waitFor();
  },
  "an entry of the catalog": async (page) => {
    await page.evaluate(() => (location.hash = "#/paybook/credentials.refreshed"));
    await page.locator("#entry-title").waitFor();
  },
};
