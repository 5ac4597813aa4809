import { jsonLanguage } from "@codemirror/lang-json";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import { html } from "lit-html";

const SHOWN = 60_000;

const CUT = html`<p class="none">Only the beginning is shown. Copy and Download give the whole text.</p>`;

/** A text as code; JSON is colored. A long one is cut, which is said in `cut`: its copy and download are whole. */
export function codeOf(text, language) {
  const shown = text.length > SHOWN ? text.slice(0, text.lastIndexOf("\n", SHOWN) + 1 || SHOWN) : text;
  const code = document.createElement("code");
  const add = (part, classes) => {
    if (!classes) return code.append(part);
    const token = document.createElement("span");
    Object.assign(token, { className: classes, textContent: part });
    code.append(token);
  };
  if (language === "json")
    highlightCode(shown, jsonLanguage.parser.parse(shown), classHighlighter, add, () => code.append("\n"));
  else code.append(shown);
  return { code, cut: shown.length < text.length ? CUT : "" };
}

/** A read-only block of code. */
export function codeBlock(text, label, { language } = {}) {
  const { code, cut } = codeOf(text, language);
  return html`<pre class="code" tabindex="0" role="region" aria-label=${label}>${code}</pre>
    ${cut}`;
}
