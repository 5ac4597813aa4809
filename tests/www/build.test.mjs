// What the page's files are built of.
import assert from "node:assert/strict";
import test from "node:test";
import { templatesInOneLine } from "../../www/templates.mjs";
import { usePage } from "./browser.mjs";

const { open } = usePage();

test("templates are in one line, and all else of the code stays as it is", () => {
  const code = [
    'import { html } from "lit-html"; // no <b>',
    "const list = (name, words) => html`<ul",
    "    class=${name}",
    "    hidden",
    "  >",
    "    ${words.map((each) => html`<li>",
    "      ${each} and <b>more</b>",
    "    </li>`)}",
    "  </ul>`;",
    "const text = `<p>",
    "  as it is</p>`; // <b>",
    "const less = 1",
    "  <two;",
  ].join("\n");
  assert.equal(
    templatesInOneLine(code),
    [
      'import { html } from "lit-html"; // no <b>',
      "const list = (name, words) => html`<ul class=${name}",
      "    hidden>${words.map((each) => html`<li>${each} and <b>more</b></li>`)}</ul>`;",
      "const text = `<p>",
      "  as it is</p>`; // <b>",
      "const less = 1",
      "  <two;",
    ].join("\n"),
  );
});

test("the licenses of what is in the page are given with it", async (t) => {
  const page = await open(t);
  const link = await page.getByRole("link", { name: "Licenses" }).getAttribute("href");
  const answer = await fetch(new URL(link, page.site.url));
  assert.equal(answer.status, 200);
  const text = await answer.text();
  for (const name of ["@codemirror/view", "lit-html", "yaml"])
    assert.match(text, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+$`, "m"));
  assert.match(text, /BSD 3-Clause License/);
  assert.match(text, /Permission to use, copy, modify, and\/or distribute this software/);
});
