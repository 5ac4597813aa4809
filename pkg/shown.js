/** What was found in place of an option, in words; an object is not asked what it says of itself. */
export function shown(value) {
  if (Object(value) === value) return `a value of type ${typeof value}`;
  return value === "" ? "an empty text" : String(value);
}
