/** What the inspector knows, and what its user has chosen: each of its views is a function of this. */
export const createState = () => ({
  engine: null, // null until it is loaded
  failure: "", // why it could not be
  report: null, // what is said of the body; null of an empty one
  size: { lines: 0, length: 0 }, // of the body
  found: null, // what is inside the body
  opened: [], // the bodies that this one was opened from, the outermost first
  current: -1, // the problem that is the keyboard's
  tab: "normalized", // the one of the body's other forms that is open
  choices: {}, // what was chosen in each tab
  isRedacted: true, // whether the body in code is
  redaction: null, // the body as it is redacted for that
  about: null, // what the other forms are of: `{ body, report, engine }`, behind the report while the user types
  isWanted: false, // whether they are wanted of so large a body
  form: { none: "" }, // what the open tab shows
});
