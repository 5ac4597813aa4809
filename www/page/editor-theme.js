import { EditorView } from "@codemirror/view";

const token = (names, style) => Object.fromEntries(names.map((name) => [`.tok-${name}`, style]));

// Safari takes no thickness in the shorthand.
const wavy = (color) => ({
  textDecorationLine: "underline",
  textDecorationStyle: "wavy",
  textDecorationColor: color,
  textDecorationThickness: "1.5px",
  textUnderlineOffset: "3px",
  textDecorationSkipInk: "none",
});

// Seen through, so that a selection shows below it.
const tint = (color) => `color-mix(in srgb, ${color} 11%, transparent)`;

/** The editor's look, in the page's custom properties: they reach into the shadow root, its rules do not. */
export const theme = EditorView.theme({
  "&": { height: "100%", fontSize: "13.5px", color: "var(--text)", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", overflow: "auto" },
  ".cm-content": { padding: "12px 0", caretColor: "var(--accent)" },
  ".cm-line": { padding: "0 16px 0 8px" },
  ".cm-placeholder": { color: "var(--faint)" },
  ".cm-cursor": { borderLeft: "2px solid var(--accent)" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--faint)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 4px 0 12px", minWidth: "36px" },
  ".cm-activeLine": { backgroundColor: "var(--line-tint)" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--text)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--selection)",
  },
  ".cm-selectionMatch": { backgroundColor: "var(--match)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--match)", outline: "1px solid var(--accent)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--error-tint)" },
  ".cm-specialChar": { color: "var(--error)", fontWeight: "700" },
  ".cm-foldPlaceholder": {
    backgroundColor: "var(--accent-tint)",
    border: "none",
    color: "var(--accent)",
    padding: "0 8px",
    borderRadius: "4px",
  },
  ".cm-foldGutter .cm-gutterElement": { padding: "0 4px", cursor: "pointer" },
  ".cm-problem-gutter .cm-gutterElement": { width: "18px", cursor: "pointer" },

  ...token(["propertyName"], { color: "var(--code-key)" }),
  ...token(["string", "string2"], { color: "var(--code-string)" }),
  ...token(["number"], { color: "var(--code-number)" }),
  ...token(["bool", "null", "atom", "keyword"], { color: "var(--code-number)", fontWeight: "600" }),
  ...token(["punctuation", "separator", "invalid"], { color: "var(--code-mark)" }),

  ".cm-problem-error": { ...wavy("var(--error)"), backgroundColor: tint("var(--error)") },
  ".cm-problem-warning": { ...wavy("var(--warning)"), backgroundColor: tint("var(--warning)") },
  ".icon": { fill: "none", stroke: "currentColor", strokeWidth: "1.5", flex: "none", verticalAlign: "-2px" },
  ".mark-error": { color: "var(--error)" },
  ".mark-warning": { color: "var(--warning)" },

  ".cm-tooltip": {
    zIndex: "20",
    maxWidth: "min(440px, calc(100vw - 96px))",
    border: "1px solid var(--border-strong)",
    borderRadius: "8px",
    backgroundColor: "var(--raised)",
    color: "var(--text)",
    boxShadow: "var(--shadow)",
    fontFamily: "var(--sans)",
    overflow: "hidden",
  },
  ".tip": { padding: "10px 12px", fontSize: "13.5px", lineHeight: "1.45", overflowWrap: "anywhere" },
  ".tip p code": {
    padding: "0.1em 0.3em",
    fontSize: "0.9em",
    background: "color-mix(in srgb, currentColor 8%, transparent)",
    borderRadius: "4px",
  },
  ".tip + .tip": { borderTop: "1px solid var(--border)" },
  ".tip p": { margin: "0" },
  ".tip p .icon": { marginRight: "6px" },
  ".tip-error .icon": { color: "var(--error)" },
  ".tip-warning .icon": { color: "var(--warning)" },
  ".tip-hint": { marginTop: "4px", color: "var(--soft)" },
  ".tip button": {
    display: "inline-flex",
    gap: "6px",
    alignItems: "center",
    marginTop: "8px",
    padding: "5px 10px",
    font: "inherit",
    fontWeight: "600",
    color: "var(--on-accent)",
    backgroundColor: "var(--accent)",
    border: "1px solid transparent",
    borderRadius: "6px",
    cursor: "pointer",
  },
  ".tip button .icon": { color: "inherit" },
  ".tip button:focus-visible": { outline: "2px solid var(--accent)", outlineOffset: "2px" },

  ".cm-panels": {
    backgroundColor: "var(--raised)",
    color: "var(--text)",
    borderBottom: "1px solid var(--border) !important",
    fontFamily: "var(--sans)",
  },
  ".cm-panel.cm-search": { padding: "8px 32px 8px 10px", fontSize: "13px" },
  ".cm-panel.cm-search label": { fontSize: "13px" },
  ".cm-textfield": {
    font: "inherit",
    color: "inherit",
    backgroundColor: "var(--page)",
    border: "1px solid var(--border-strong)",
    borderRadius: "5px",
    padding: "4px 8px",
  },
  ".cm-button": {
    font: "inherit",
    color: "inherit",
    backgroundImage: "none",
    backgroundColor: "var(--surface)",
    border: "1px solid var(--border-strong)",
    borderRadius: "5px",
    padding: "4px 10px",
  },
  ".cm-panel button[name=close]": {
    color: "inherit",
    fontSize: "18px",
    padding: "2px 8px",
    cursor: "pointer",
  },
  ".cm-panel :focus-visible": { outline: "2px solid var(--accent)", outlineOffset: "1px" },
  ".cm-searchMatch": { backgroundColor: "var(--match)", outline: "1px solid var(--accent)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--selection)" },

  "@media (forced-colors: active)": {
    ".cm-problem-error, .cm-problem-warning": { textDecorationColor: "LinkText" },
    ".cm-selectionBackground": { forcedColorAdjust: "none", backgroundColor: "Highlight !important" },
  },
});
