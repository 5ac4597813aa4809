// RFC 9457: what is wrong, as `application/problem+json`.

const TITLES = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  405: "Method Not Allowed",
  408: "Request Timeout",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

const BUSY = "expected an event that nobody handles now, found one that is being handled";
const UNVERIFIED = "expected a body with a valid signature";
const FAILED = "expected an event that can be handled, found one whose handler failed each time";

/** Everything that is wrong with a body, without a value of it unless `echoValues` asks for them. */
export function problemDetails(report, { echoValues = false, status = statusOf(report) } = {}) {
  const { problems, candidates, omitted = 0 } = report;
  const errors = problems.filter(({ severity }) => severity === "error");
  return {
    ...details(status, summary(report, errors.length + omitted)),
    errors: errors.map((problem) => errorOf(problem, echoValues)),
    ...(candidates.length > 0 && { candidates }),
    ...(omitted > 0 && { omitted }),
  };
}

export function details(status, detail) {
  return { type: "about:blank", title: TITLES[status] ?? "Refused", status, detail };
}

/** What is wrong where an outcome is no success. */
export function problemOf({ outcome, report }, options) {
  const found = { busy: [503, BUSY], unverified: [401, UNVERIFIED], failed: [500, FAILED] }[outcome];
  return found === undefined ? problemDetails(report, options) : details(...found);
}

/** The answer that says them. */
export function answerOf(problem, headers) {
  return {
    status: problem.status,
    headers: { "content-type": "application/problem+json", ...headers },
    body: JSON.stringify(problem),
  };
}

function statusOf({ status }) {
  return status === "malformed" ? 400 : 422;
}

function summary({ status, events }, count) {
  const names = [...new Set(events.map(({ id }) => id))].join(", ");
  if (status === "malformed") return "expected a JSON body within the limits";
  if (status === "unknown") return "expected a known event";
  if (status === "valid") return `expected an event, found ${names}, which is not one`;
  return `${count} ${count === 1 ? "error" : "errors"} in the body of ${names}`;
}

function errorOf({ code, message, pointer, span, expected, hint }, echoValues) {
  const detail = echoValues ? message : `expected ${expected}`;
  const place = span === null ? {} : { line: span.line, column: span.column };
  return { detail: hint === undefined ? detail : `${detail}: ${hint}`, pointer, code, ...place };
}
