use std::collections::BTreeSet;
use std::sync::LazyLock;

use hooklens::catalog::BUILT_IN;
use hooklens::json::string::readable;
use hooklens::json::{Document, Kind, Limits, NodeId, Reader};
use hooklens::{Checker, Code, Problem, Report, Severity, Status, catalog};

use super::{Outcome, ensure, is_json, text_length};

/// A body as JavaScript sees it: what is no UTF-8 is replaced, as by `TextDecoder`.
struct Seen {
    units: Vec<u16>,
    /// Where each line starts.
    lines: Vec<usize>,
}

impl Seen {
    fn of(body: &[u8]) -> Seen {
        let units: Vec<u16> = String::from_utf8_lossy(body).encode_utf16().collect();
        let ends = |at: usize| units[at] == 10 || units[at] == 13 && units.get(at + 1) != Some(&10);
        let lines = (0..units.len()).filter(|at| ends(*at)).map(|at| at + 1);
        Seen { lines: [0].into_iter().chain(lines).collect(), units }
    }

    /// The line and the column of an offset, both from 1.
    fn place(&self, offset: usize) -> (u32, u32) {
        let line = self.lines.partition_point(|start| *start <= offset);
        (line as u32, (offset - self.lines[line - 1]) as u32 + 1)
    }

    /// Whether a stretch is of whole characters, and inside.
    fn is_whole(&self, start: u32, end: u32) -> bool {
        let between = |at: u32| {
            let half = |at: usize, range: std::ops::RangeInclusive<u16>| {
                self.units.get(at).is_some_and(|unit| range.contains(unit))
            };
            at > 0 && half(at as usize - 1, 0xd800..=0xdbff) && half(at as usize, 0xdc00..=0xdfff)
        };
        start <= end && end as usize <= self.units.len() && !between(start) && !between(end)
    }
}

pub fn json(report: &Report) -> String {
    serde_json::to_string(report).unwrap_or_default()
}

/// Everything that a report promises.
pub fn report(body: &[u8]) -> Outcome {
    let report = hooklens::validate(body);
    let text = json(&report);
    reproducible(body, &report, &text)?;
    ensure!(is_json(text.as_bytes()), "the report is no JSON: {text}");
    let seen = Seen::of(body);
    ensure!(report.problems.len() <= 100, "{} problems", report.problems.len());
    ensure!(report.omitted == 0 || report.problems.len() == 100, "{} omitted", report.omitted);
    let mut last = 0;
    // TIGHTEN (of places beyond bytes that are no UTF-8): every problem.
    let text = String::from_utf8_lossy(&body[..text_length(body)]).encode_utf16().count() as u32;
    for problem in &report.problems {
        let reaches = match (problem.code, &problem.fix) {
            (Code::InvalidUtf8, _) => problem.span.start,
            (_, fix) => fix.as_ref().map_or(0, |fix| fix.end).max(problem.span.end),
        };
        if reaches > text {
            continue;
        }
        placed(&seen, problem).map_err(|wrong| format!("{problem:?}: {wrong}"))?;
        ensure!(last <= problem.span.start, "{problem:?} comes after what is at {last}");
        last = problem.span.start;
    }
    agrees(&report)?;
    let mut reader = Reader::new();
    match reader.read(body, Limits::default()) {
        Err(_) => {
            ensure!(report.status == Status::Malformed, "{:?}, and not read", report.status);
            ensure!(report.events.is_empty() && report.candidates.is_empty(), "malformed, and an event");
            ensure!(
                report.problems.iter().all(|problem| problem.pointer.is_empty()),
                "a pointer into nothing"
            );
        }
        Ok(document) => {
            ensure!(report.status != Status::Malformed, "malformed, and read");
            let tape = Tape::of(&document);
            for problem in &report.problems {
                tape.shows(problem).map_err(|wrong| format!("{problem:?}: {wrong}"))?;
            }
            for pointer in report.events.iter().map(|event| &event.pointer) {
                ensure!(!tape.resolve(pointer).is_empty(), "no event at {pointer}");
            }
        }
    }
    Ok(())
}

/// Bodies after which a checker has something to forget.
const BEFORE: [&str; 3] = [
    r#"{"event":"refresh","id_credential":"5e793889ea4c5165d46f9811","id_usr":1e999,"x":"\ud800",
        "endpoints":{"credential":["/credentials/5e793889ea4c5165d46f9812","/credentials/5e793889ea4c5165d46f9812"]}}"#,
    r#"{"rid":"","events":[{"header":{"event":{"name":"credentials.creatd"}}},{"payload":{}},[[[[0]]]]]}"#,
    r#"[{"a":[1,"#,
];

/// The same report again, from a checker that has seen others, and within just enough limits.
fn reproducible(body: &[u8], report: &Report, text: &str) -> Outcome {
    let mut used = Checker::new(&BUILT_IN);
    for before in BEFORE {
        used.validate(before.as_bytes(), Limits::default());
    }
    ensure!(json(&used.validate(body, Limits::default())) == text, "another report after others");
    if let Err(refused) = used.normalize(body, Limits::default()) {
        ensure!(json(&refused) == text, "another report in place of events");
    }
    let size = body.len() as u32;
    let mut within = |max_bytes, max_depth| used.validate(body, Limits { max_bytes, max_depth });
    ensure!(json(&within(size, 128)) == text, "another report within {size} bytes");
    if let Some(less) = size.checked_sub(1) {
        let codes: Vec<Code> = within(less, 128).problems.iter().map(|problem| problem.code).collect();
        ensure!(codes == [Code::TooLarge], "{codes:?} within {less} bytes");
    }
    if report.status == Status::Malformed {
        return Ok(());
    }
    // What is inside of it has levels of its own.
    let is_wrapped = report.problems.iter().any(|problem| problem.code == Code::WrappedEvent);
    let depth = if is_wrapped { 128 } else { depth(body) };
    ensure!(json(&within(size, depth)) == text, "another report within {depth} levels");
    if let Some(less) = depth.checked_sub(1).filter(|_| !is_wrapped) {
        let codes: Vec<Code> = within(size, less).problems.iter().map(|problem| problem.code).collect();
        ensure!(codes == [Code::TooDeep], "{codes:?} within {less} levels");
    }
    Ok(())
}

/// How many levels of brackets JSON has.
fn depth(json: &[u8]) -> u32 {
    let (mut level, mut most, mut in_string, mut escaped) = (0u32, 0, false, false);
    for byte in json {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => level += 1,
            b'}' | b']' if !in_string => level = level.saturating_sub(1),
            _ => {}
        }
        most = most.max(level);
    }
    most
}

fn placed(seen: &Seen, problem: &Problem) -> Outcome {
    let span = problem.span;
    ensure!(seen.is_whole(span.start, span.end), "its span is outside, or cuts a character");
    let place = seen.place(span.start as usize);
    ensure!((span.line, span.column) == place, "its line and column are {place:?}");
    if let Some(fix) = &problem.fix {
        ensure!(seen.is_whole(fix.start, fix.end), "its fix is outside, or cuts a character");
        ensure!(!fix.title.is_empty(), "a fix without a title");
    }
    let (expected, found) =
        (problem.expected.as_deref().unwrap_or_default(), problem.found.as_deref().unwrap_or_default());
    ensure!(problem.message == format!("expected {expected}, found {found}"), "its message is another");
    ensure!(!expected.is_empty() && !found.is_empty(), "it lacks words");
    ensure!(!problem.message.chars().any(|c| c < ' '), "its message is of several lines");
    Ok(())
}

static KNOWN: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    BUILT_IN.event_types().map(|(provider, _, event)| format!("{}/{}", provider.name, event.name)).collect()
});

fn is_of_syntax(code: Code) -> bool {
    matches!(code, Code::InvalidJson | Code::InvalidUtf8 | Code::TooDeep | Code::TooLarge)
}

/// The status is what the errors say, and warnings say nothing.
fn agrees(report: &Report) -> Outcome {
    let errors: Vec<Code> = report
        .problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .map(|problem| problem.code)
        .collect();
    let unknown = errors.iter().all(|code| matches!(code, Code::UnknownEvent | Code::AmbiguousEvent));
    let status = match errors.as_slice() {
        [] => Status::Valid,
        [first, ..] if is_of_syntax(*first) => Status::Malformed,
        // What is not listed may be an error of another kind.
        _ if unknown && report.omitted > 0 => report.status,
        _ if unknown => Status::Unknown,
        _ => Status::Invalid,
    };
    ensure!(report.status == status, "{:?}, and the problems say {status:?}", report.status);
    ensure!(report.valid == (status == Status::Valid), "valid: {}, and {status:?}", report.valid);
    ensure!(!report.valid || !report.events.is_empty(), "valid, and no event");
    ensure!(!report.valid || report.candidates.is_empty(), "valid, and candidates");
    if status == Status::Malformed {
        let one_kind = report.problems.iter().all(|problem| is_of_syntax(problem.code));
        ensure!(one_kind && report.omitted == 0, "malformed, and something else");
    } else {
        ensure!(
            !report.problems.iter().any(|problem| is_of_syntax(problem.code)),
            "syntax, and not malformed"
        );
    }
    for event in &report.events {
        let id = event.id.to_string();
        ensure!(KNOWN.contains(&id), "{id} is not in the catalog");
        ensure!(id == format!("{}/{}", event.provider, event.event_type), "{id} is {}", event.event_type);
    }
    let candidates: Vec<String> = report.candidates.iter().map(ToString::to_string).collect();
    let once: BTreeSet<&String> = candidates.iter().collect();
    ensure!(once.len() == candidates.len(), "a candidate twice: {candidates:?}");
    ensure!(candidates.iter().all(|id| KNOWN.contains(id)), "a candidate of no catalog: {candidates:?}");
    Ok(())
}

/// A document with the place of each of its bytes in UTF-16.
struct Tape<'a> {
    document: &'a Document<'a>,
    units: Vec<u32>,
}

impl<'a> Tape<'a> {
    fn of(document: &'a Document<'a>) -> Self {
        let mut units = Vec::with_capacity(document.body().len() + 1);
        let mut count = 0;
        for byte in document.body() {
            units.push(count);
            count += u32::from(byte & 0xc0 != 0x80) + u32::from(*byte >= 0xf0);
        }
        units.push(count);
        Tape { document, units }
    }

    /// Every value that a pointer leads to: with keys repeated, several.
    fn resolve(&self, pointer: &str) -> Vec<NodeId> {
        let mut at = vec![0];
        for token in pointer.split('/').skip(1) {
            at = at.into_iter().flat_map(|id| self.children(id, token)).collect();
        }
        at
    }

    fn children(&self, id: NodeId, token: &str) -> Vec<NodeId> {
        match self.document.node(id).kind {
            Kind::Object => self.named(id, token).map(|(_, value)| value).collect(),
            Kind::Array if token.starts_with('0') && token != "0" => Vec::new(),
            Kind::Array => token
                .parse()
                .ok()
                .and_then(|index| self.document.elements(id).nth(index))
                .into_iter()
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The members of an object whose key reads as a pointer's token.
    fn named<'t>(&'t self, object: NodeId, token: &str) -> impl Iterator<Item = (NodeId, NodeId)> + 't {
        let name = token.replace("~1", "/").replace("~0", "~");
        self.document
            .members(object)
            .filter(move |(key, _)| readable(self.document.inner(self.document.node(*key))) == name)
    }

    /// Whether a problem's span is what its code says that it is, and its pointer leads there.
    fn shows(&self, problem: &Problem) -> Outcome {
        let at = |start: u32, end: u32| {
            let unit = |byte: u32| self.units.get(byte as usize).copied();
            (unit(start), unit(end)) == (Some(problem.span.start), Some(problem.span.end))
        };
        let is = |id: NodeId| at(self.document.node(id).start, self.document.node(id).end);
        let opens = |id: NodeId| at(self.document.node(id).start, self.document.node(id).start + 1);
        let kind = |id: NodeId| self.document.node(id).kind;
        let values = self.resolve(&problem.pointer);
        let (object, token) = problem.pointer.rsplit_once('/').unwrap_or_default();
        let is_key =
            || self.resolve(object).into_iter().flat_map(|id| self.named(id, token)).any(|(key, _)| is(key));
        let found = match problem.code {
            Code::MissingField => self
                .resolve(object)
                .into_iter()
                .any(|id| kind(id) == Kind::Object && opens(id) && self.named(id, token).next().is_none()),
            Code::MissingEnvelope => values.into_iter().any(|id| kind(id) == Kind::Object && opens(id)),
            Code::UnexpectedField | Code::MisspelledField | Code::DuplicateKey | Code::PrototypeKey => {
                is_key()
            }
            Code::UnknownEvent | Code::AmbiguousEvent => values.into_iter().any(|id| match kind(id) {
                Kind::Array | Kind::Object => opens(id),
                _ => is(id),
            }),
            // A key may have half a pair as well as a value.
            Code::LoneSurrogate => is_key() || values.into_iter().any(is),
            _ => values.into_iter().any(is),
        };
        ensure!(found, "its pointer does not lead to its span");
        Ok(())
    }
}
