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
  "&": { height: "100%", fontSize: "var(--size-code)", color: "var(--text)", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", overflow: "auto" },
  ".cm-content": { padding: "var(--space-6) 0", caretColor: "var(--accent)" },
  ".cm-line": { padding: "0 var(--space-8) 0 var(--space-4)" },
  ".cm-placeholder": { color: "var(--faint)" },
  ".cm-cursor": { borderLeft: "2px solid var(--accent)" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--faint)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 var(--space-2) 0 var(--space-6)", minWidth: "36px" },
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
    padding: "0 var(--space-4)",
    borderRadius: "var(--round-1)",
  },
  ".cm-foldGutter .cm-gutterElement": { padding: "0 var(--space-2)", cursor: "pointer" },
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
    borderRadius: "var(--round-3)",
    backgroundColor: "var(--raised)",
    color: "var(--text)",
    boxShadow: "var(--shadow)",
    fontFamily: "var(--sans)",
    overflow: "hidden",
  },
  ".tip": {
    padding: "var(--space-5) var(--space-6)",
    fontSize: "var(--size-code)",
    lineHeight: "1.45",
    overflowWrap: "anywhere",
  },
  ".tip p code": {
    padding: "0.1em 0.3em",
    fontSize: "0.9em",
    background: "color-mix(in srgb, currentColor 8%, transparent)",
    borderRadius: "var(--round-1)",
  },
  ".tip + .tip": { borderTop: "1px solid var(--border)" },
  ".tip p": { margin: "0" },
  ".tip p .icon": { marginRight: "var(--space-3)" },
  ".tip-error .icon": { color: "var(--error)" },
  ".tip-warning .icon": { color: "var(--warning)" },
  ".tip-hint": { marginTop: "var(--space-2)", color: "var(--soft)" },
  ".tip button": {
    display: "inline-flex",
    gap: "var(--space-3)",
    alignItems: "center",
    marginTop: "var(--space-4)",
    padding: "var(--space-2) var(--space-5)",
    font: "inherit",
    fontWeight: "600",
    color: "var(--on-accent)",
    backgroundColor: "var(--accent)",
    border: "1px solid transparent",
    borderRadius: "var(--round-2)",
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
  ".cm-panel.cm-search": {
    padding: "var(--space-4) var(--space-16) var(--space-4) var(--space-5)",
    fontSize: "var(--size-1)",
  },
  ".cm-panel.cm-search label": { display: "inline-flex", gap: "var(--space-2)", fontSize: "var(--size-1)" },
  ".cm-textfield": {
    font: "inherit",
    color: "inherit",
    backgroundColor: "var(--page)",
    border: "1px solid var(--border-strong)",
    borderRadius: "var(--round-1)",
    padding: "var(--space-2) var(--space-4)",
  },
  ".cm-button": {
    font: "inherit",
    color: "inherit",
    backgroundImage: "none",
    backgroundColor: "var(--surface)",
    border: "1px solid var(--border-strong)",
    borderRadius: "var(--round-1)",
    padding: "var(--space-2) var(--space-5)",
  },
  ".cm-panel button[name=close]": {
    color: "inherit",
    fontSize: "var(--size-3)",
    padding: "var(--space-1) var(--space-4)",
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
