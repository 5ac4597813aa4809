// What is inside the body is offered under the verdict, opened, and left again.
import assert from "node:assert/strict";
import test from "node:test";
import { catalog } from "hooklens/catalog";
import { bodyOf, currentRow, openIt, paste, plain, rows, usePage, verdict } from "./browser.mjs";

const { open } = usePage();

const example = (id) => catalog.find((entry) => entry.id === id).example;
const compact = (id) => JSON.stringify(example(id));
const seam = compact("seam/acs_credential.issued");
const notification = JSON.stringify({ TopicArn: "arn:aws:sns:eu-west-1:1:hooks", Message: seam }, null, 2);
const message = JSON.stringify({ Records: [{ receiptHandle: "AQ", body: notification }] }, null, 2);

test("an event that is inside is opened, and Back leads to what is around it", async (t) => {
  const page = await open(t);
  await paste(page, message);
  assert.equal(
    await verdict(page, /^Invalid/),
    "Invalid. Expected a webhook event by itself, found something around it: seam/acs_credential.issued is inside, " +
      "as text, at /Records/0/body, there, as text, at /Message.",
  );
  assert.equal(
    plain(await page.locator("#verdict-more").innerText()),
    "This is an SQS message. A handler should answer 422.",
  );
  assert.equal(await page.locator("#inside-title").innerText(), "An event is inside");
  assert.deepEqual(await rows(page), [
    "Valid. Seam event acs_credential.issued as text at /Records/0/body, there as text at /Message no problems 2025-01-01 00:00:00 UTC Open it",
  ]);
  await openIt(page);
  await verdict(page, /^Valid\. Seam event/);
  assert.equal(await bodyOf(page), seam);
  assert.equal(await page.locator("#inside-title").isVisible(), false);
  await page.locator("#back").click();
  await verdict(page, /^Invalid/);
  assert.equal(await bodyOf(page), message);
  assert.equal(await page.locator("#back").isVisible(), false);
});

test("it can be done with the keyboard alone", async (t) => {
  const page = await open(t);
  await paste(page, notification);
  await verdict(page, /^Invalid/);
  await page.locator("#inside-list").focus();
  await page.keyboard.press("Enter");
  await verdict(page, /^Valid/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "back");
  await page.keyboard.press("Enter");
  await verdict(page, /^Invalid/);
  assert.equal(
    await currentRow(page),
    "Valid. Seam event acs_credential.issued, as text at /Message, no problems, 2025-01-01 00:00:00 UTC",
  );
});

test("another body has nothing to go back to", async (t) => {
  const page = await open(t);
  await paste(page, notification);
  await openIt(page);
  await verdict(page, /^Valid/);
  await paste(page, compact("chift/account.flow.executed"));
  await verdict(page, /^Valid\. Chift/);
  assert.equal(await page.locator("#inside").isVisible(), false);
});

test("undo leads back as well", async (t) => {
  const page = await open(t);
  await paste(page, notification);
  await openIt(page);
  await verdict(page, /^Valid/);
  await page.locator("#editor .cm-content").focus();
  await page.keyboard.press("ControlOrMeta+z");
  await verdict(page, /^Invalid/);
  assert.equal(await page.locator("#back").isVisible(), false);
});

test("an answer of the API is no delivery, and has its events inside", async (t) => {
  const page = await open(t);
  await paste(page, JSON.stringify({ events: [JSON.parse(seam)] }));
  assert.equal(await verdict(page, /^Unknown/), "Unknown. Not a delivery: an answer of the Seam API.");
  assert.match(
    await page.locator("#verdict-more").innerText(),
    /No delivery: .* is inside, at \/events\/0\. A handler/,
  );
  await openIt(page);
  await verdict(page, /^Valid/);
});

test("after a paste the first problem is in view", async (t) => {
  const page = await open(t);
  const { event_id: _, ...rest } = example("seam/device.connected");
  const many = Array.from({ length: 300 }, (_, index) => index);
  const inView = () =>
    page.waitForFunction(() => {
      const editor = document.getElementById("editor");
      const mark = editor.shadowRoot.querySelector(".cm-problem");
      const place = mark?.getBoundingClientRect();
      const frame = editor.getBoundingClientRect();
      const verdict = document.getElementById("verdict").getBoundingClientRect();
      return (
        place &&
        place.top >= frame.top &&
        place.bottom <= Math.min(frame.bottom, innerHeight) &&
        // The page is where it was.
        verdict.top >= 0
      );
    });
  await paste(page, JSON.stringify({ many, event_id: 7, ...rest }, null, 2));
  await verdict(page, /^Invalid/);
  await inView();
  await paste(page, JSON.stringify({ ...rest, event_id: 7, many }, null, 2));
  await inView();
  await paste(page, JSON.stringify({ ...rest, event_id: 7 }));
  await inView();
  // A body without a problem shows its start.
  await paste(
    page,
    JSON.stringify(example("seam/device.connected"), null, 2).replace("{", "{" + "\n".repeat(300)),
  );
  await verdict(page, /^Valid/);
  await page.waitForFunction(
    () => document.getElementById("editor").shadowRoot.querySelector(".cm-scroller").scrollTop < 20,
  );
});
