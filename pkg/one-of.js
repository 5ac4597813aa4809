// An option that has one of a few values: what is expected of it, and whether a value is that.
export function oneOf(...values) {
  return [values.map((value) => JSON.stringify(value)).join(" or "), (value) => values.includes(value)];
}
