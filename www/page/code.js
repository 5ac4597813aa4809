import { jsonLanguage } from "@codemirror/lang-json";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import { h } from "./dom.js";

const SHOWN = 60_000;

/** A read-only block of code; JSON is colored. A long text is cut: its copy and download are whole. */
export function codeBlock(text, label, { language } = {}) {
  const shown = text.length > SHOWN ? text.slice(0, text.lastIndexOf("\n", SHOWN) + 1 || SHOWN) : text;
  const code = h("code");
  if (language === "json")
    highlightCode(
      shown,
      jsonLanguage.parser.parse(shown),
      classHighlighter,
      (part, classes) => code.append(classes ? h("span", { className: classes }, part) : part),
      () => code.append("\n"),
    );
  else code.append(shown);
  return [
    h("pre", { className: "code", tabIndex: 0, role: "region", "aria-label": label }, code),
    shown.length < text.length
      ? h("p", { className: "none" }, "Only the beginning is shown. Copy and Download give the whole text.")
      : "",
  ];
}
