//! What people really paste, where it is at hand: each case is told what its row in the index asks. They are read
//! where they are, `../shared/cases` beside the repository or what `HOOKLENS_CASES` names.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod util;

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use hooklens::{Status, validate};
use util::{ids, names_in, summary};

/// What is to be said of a case.
enum Told {
    /// One problem, of what was found, and a fix after which the body is valid: this event.
    Fixed(&'static str, &'static str),
    /// The same, after which it is JSON in which the event stands, and no event itself.
    Unwrapped(&'static str),
    /// One problem, of what was found, with this in its hint, and no fix.
    Named(&'static str, &'static str),
    /// So many problems, each of them with a fix; after all fixes the body is valid: this event.
    Faults(usize, &'static str),
    /// One problem with this in its hint, and a fix after which it is JSON.
    CutOff(&'static str),
    /// This event, with so many warnings.
    Valid(&'static str, usize),
    /// JSON with this event inside at this pointer, the way to which is said so, in what is called this; a fix takes
    /// it out.
    Inside(&'static str, &'static str, &'static str, &'static str),
    /// No event, with these words about it and as many candidates.
    Unknown(&'static str, usize),
}
use Told::{CutOff, Faults, Fixed, Inside, Named, Unknown, Unwrapped, Valid};

const ISSUED: &str = "seam/acs_credential.issued";
const EXECUTED: &str = "chift/account.flow.executed";
const CREATE: &str = "paybook/credential_create";
const UPDATED: &str = "chift/account.connection.updated";

const CASES: &[(&str, Told)] = &[
    ("01-double-encoded", Inside(ISSUED, "", ", as text", "encoded twice")),
    ("03-apigw-v1-body-string", Inside(ISSUED, "/body", ", as text, at `/body`", "an API Gateway request")),
    ("04-apigw-v2-base64", Inside(EXECUTED, "/body", ", in base64, at `/body`", "an API Gateway request")),
    ("06-sns-notification", Inside(EXECUTED, "/Message", ", as text, at `/Message`", "an SNS notification")),
    (
        "09-pubsub-push",
        Inside(CREATE, "/message/data", ", in base64, at `/message/data`", "a Pub/Sub message"),
    ),
    ("102-seam-list-in-array-one", Inside(ISSUED, "/0", ", at `/0`", "")),
    ("106-null-bytes-padded", Fixed("NUL bytes (U+0000)", ISSUED)),
    ("11-form-payload", Fixed("a form", CREATE)),
    ("13-python-repr", Fixed("a Python dictionary", EXECUTED)),
    ("14-python-repr-trailing-comma-multiline", Fixed("a Python dictionary", EXECUTED)),
    ("15-ruby-hash-inspect", Fixed("a Ruby hash", CREATE)),
    ("17-node-inspect", Fixed("a JavaScript object", "paybook/refresh")),
    (
        "18-node-inspect-depth2",
        Named("what Node's console puts for an object that is too deep", "JSON.stringify"),
    ),
    ("19-object-Object", Named("an object that was turned into text", "JSON.stringify")),
    ("21-buffer-inspect", Named("a Buffer as Node's console prints it", "first 50 bytes")),
    ("22-java-map-tostring", Named("a Java map", "no quotes")),
    ("26-http-request-on-top", Fixed("an HTTP request", ISSUED)),
    ("27-curl-command", Fixed("a curl command", ISSUED)),
    ("28-log-prefix", Fixed("a log line", EXECUTED)),
    ("30-ndjson", Named("several JSON documents", "send one")),
    ("31-sse-lines", Fixed("server-sent events", ISSUED)),
    ("32-bom", Valid(CREATE, 0)),
    ("34-utf16le-bom", Fixed("UTF-16", CREATE)),
    ("35-utf16le-nobom", Fixed("UTF-16", CREATE)),
    ("36-gzip", Named("gzip", "decompress")),
    ("38-base64-body", Fixed("base64", ISSUED)),
    ("39-smart-quotes", Fixed("typographic quotes", EXECUTED)),
    ("41-trailing-comma", Faults(1, UPDATED)),
    ("42-truncated-4000", CutOff("cut off")),
    ("44-unquoted-uuid-values", Faults(5, ISSUED)),
    ("45-unquoted-keys", Fixed("a JavaScript object", UPDATED)),
    ("46-comments", Faults(2, CREATE)),
    ("48-markdown-fence", Fixed("a Markdown fence", ISSUED)),
    ("49-svix-dispatch-wrapper", Inside(ISSUED, "/payload", ", at `/payload`", "a Svix message")),
    ("50-hookdeck-event", Inside(EXECUTED, "/data/body", ", at `/data/body`", "a Hookdeck event")),
    (
        "52-har",
        Inside(
            ISSUED,
            "/log/entries/0/request/postData/text",
            ", as text, at `/log/entries/0/request/postData/text`",
            "a HAR file",
        ),
    ),
    ("54-json-in-crlf-log-escaped", Fixed("text around the body", ISSUED)),
    ("57-cloudwatch-log", Unwrapped("a log line, and in it a JavaScript object")),
    ("60-nbsp-indent", Fixed("no-break spaces (U+00A0)", CREATE)),
    ("73-chift-imagined", Unknown("this looks like Chift", 4)),
    ("74-paybook-webhook-dt_create", Valid("paybook/webhook", 0)),
    ("75-chift-webhook-log", Unknown("no delivery: it has `webhookid`", 0)),
    ("77-chift-connection-created-with-status", Valid("chift/account.connection.created", 1)),
    ("78-undefined", Named("`undefined`", "nothing was read")),
    ("81-no-outer-braces", Fixed("members without braces around them", CREATE)),
    ("83-diff-plus-prefix", Fixed("a diff", ISSUED)),
    ("84-line-numbers", Fixed("line numbers", ISSUED)),
    ("96-keys-sorted-upper", Faults(8, ISSUED)),
];

/// What is wrong with what is said of a body.
fn wrong(body: &[u8], told: &Told) -> Option<String> {
    let report = validate(body);
    let found: Vec<&str> = report.problems.iter().filter_map(|problem| problem.found.as_deref()).collect();
    let fixes: Vec<_> = report.problems.iter().filter_map(|problem| problem.fix.as_ref()).collect();
    let hint = report.problems.first().and_then(|problem| problem.hint.as_deref()).unwrap_or_default();
    let units: Vec<u16> = String::from_utf8_lossy(body).encode_utf16().collect();
    let after = fixes.iter().rev().fold(units, |units, fix| {
        let text: Vec<u16> = fix.text.encode_utf16().collect();
        [&units[..fix.start as usize], text.as_slice(), &units[fix.end as usize..]].concat()
    });
    let after = String::from_utf16(&after).unwrap();
    let mended = validate(after.as_bytes());
    let becomes = |event: &str| mended.status == Status::Valid && ids(&mended) == [event];
    let is_json = serde_json::from_str::<serde_json::Value>(&after).is_ok();
    let right = match *told {
        Fixed(name, event) => found == [name] && fixes.len() == 1 && becomes(event),
        Unwrapped(name) => found == [name] && fixes.len() == 1 && is_json,
        Named(name, advice) => found == [name] && fixes.is_empty() && hint.contains(advice),
        Faults(count, event) => found.len() == count && fixes.len() == count && becomes(event),
        CutOff(advice) => found.len() == 1 && hint.contains(advice) && is_json,
        Valid(event, warnings) => {
            report.status == Status::Valid && ids(&report) == [event] && found.len() == warnings
        }
        Inside(event, pointer, way, name) => {
            let [problem] = &*report.problems else { return Some(format!("{:?}", summary(&report))) };
            let words = format!("something around it: `{event}` is inside{way}");
            found == [words] && problem.pointer == pointer && hint.contains(name) && becomes(event)
        }
        Unknown(words, candidates) => {
            report.status == Status::Unknown && hint.contains(words) && report.candidates.len() == candidates
        }
    };
    let shown = || format!("{:?} {found:?}, {hint}, then {:?}", report.status, summary(&mended));
    (!right).then(shown)
}

#[test]
fn each_case_is_told_what_its_row_asks() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases");
    let folder = std::env::var_os("HOOKLENS_CASES").map_or(beside, PathBuf::from);
    if !folder.is_dir() {
        // Straight to the standard error: what is printed, a test that passes keeps to itself.
        writeln!(std::io::stderr(), "skipped: there are no cases at {}", folder.display()).unwrap();
        return;
    }
    let names = names_in(&folder);
    let files: BTreeSet<&str> = names.iter().filter_map(|name| name.strip_suffix(".txt")).collect();
    let known: BTreeSet<&str> = CASES.iter().map(|(name, _)| *name).collect();
    assert_eq!(files, known, "every case has its row here");
    let wrong: Vec<String> = CASES
        .iter()
        .filter_map(|(name, told)| {
            let body = std::fs::read(folder.join(format!("{name}.txt"))).unwrap();
            wrong(&body, told).map(|wrong| format!("{name}: {wrong}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} are wrong:\n{}", wrong.len(), CASES.len(), wrong.join("\n"));
}
