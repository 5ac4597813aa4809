/** What is told of a body, for programs: `line` is that of the archive, places are those in the body. */
export function plainRecord({ file, line = null, entry, report }) {
  const { status, events, candidates, problems, omitted } = report;
  return {
    file,
    line,
    ...(entry !== undefined && { entry }),
    status,
    events,
    candidates,
    problems,
    ...(omitted > 0 && { omitted }),
  };
}
