/**
 * The body as it stands in code: redacted, unless the user wants it as it is; or in `none` why there is none yet.
 * `again` is called when that has changed.
 */
export function bodyInCode(about, state, again) {
  if (!state.isRedacted) return about;
  const { body, engine } = about;
  const { redaction } = state;
  if (redaction?.of === body && redaction.engine === engine) return redaction;
  const mine = { of: body, engine, none: "Redacting the body…" };
  state.redaction = mine;
  engine
    .redacted(body)
    .then((text) => Object.assign(mine, { body: text, none: "" }))
    .catch((error) => (mine.none = `The body could not be redacted: ${error.message}.`))
    .then(() => mine === state.redaction && again());
  return mine;
}
