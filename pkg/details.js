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
