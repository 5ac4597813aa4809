//! The plain results, as they leave the crate: the only file with places in UTF-16.
//!
//! Field names and their order are the public interface; JavaScript sees the same.

use serde::{Serialize, Serializer};

use crate::json::position::Positions;
use crate::json::string::cat;
use crate::json::syntax::{Edit, SyntaxProblem};
use crate::json::{Document, Kind, Malformed};
use crate::problem::{Code, Finding, Said};
use crate::recognize::{Item, ItemKind, Recognition, Recognized};
use crate::shape::{EventType, Provider, Severity, Wrapper};
use crate::validate::Findings;
use crate::{sort, suggest};

/// The most problems that a report lists.
pub const MOST_PROBLEMS: usize = 100;

/// What a report says of a body as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// A known event without an error.
    Valid,
    /// A known event with errors.
    Invalid,
    /// JSON, but no event of the catalog.
    Unknown,
    /// Not JSON, not UTF-8, or over a limit.
    Malformed,
}

/// `provider/type`, the identity of an event type.
#[derive(Clone, Copy, Debug)]
pub struct EventId {
    /// Who sends it.
    pub provider: &'static Provider,
    /// What it is.
    pub event: &'static EventType,
}

impl std::fmt::Display for EventId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.provider.name)?;
        f.write_str("/")?;
        f.write_str(self.event.name)
    }
}

impl Serialize for EventId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Everything that is known about a body.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// What it is as a whole.
    pub status: Status,
    /// Whether the status is [`Status::Valid`].
    pub valid: bool,
    /// The events that were recognised, in body order.
    pub events: Vec<RecognizedEvent>,
    /// Ambiguous: every event type that fits; unknown: the nearest names, best first.
    pub candidates: Vec<EventId>,
    /// Everything that is wrong, in text order, at most [`MOST_PROBLEMS`].
    pub problems: Vec<Problem>,
    /// How many more there are.
    #[serde(skip_serializing_if = "is_zero")]
    pub omitted: u32,
}

fn is_zero(count: &u32) -> bool {
    *count == 0
}

/// An event that was recognised.
#[derive(Clone, Debug, Serialize)]
pub struct RecognizedEvent {
    /// `provider/type`.
    pub id: EventId,
    /// The provider's name.
    pub provider: &'static str,
    /// The wire name in its canonical spelling.
    #[serde(rename = "type")]
    pub name: &'static str,
    /// A few words for people.
    pub title: &'static str,
    /// RFC 6901.
    pub pointer: String,
}

/// Something wrong, and where.
#[derive(Clone, Debug, Serialize)]
pub struct Problem {
    /// What kind of problem it is.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// One sentence.
    pub message: String,
    /// RFC 6901 pointer of the value, or of the field that is missing.
    pub pointer: String,
    /// Where in the text.
    pub span: Span,
    /// What would be right; never quotes a value of the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<Said>,
    /// What is there instead; it may quote a value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<Said>,
    /// What probably happened, near-certainly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<Said>,
    /// A text edit that mends it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
}

/// A half-open stretch of the text, in UTF-16 code units; `line` and `column` are of its start and
/// count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct Span {
    pub start: u32,
    pub end: u32,
    pub line: u32,
    pub column: u32,
}

/// A text edit in UTF-16 code units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What it does, as for a button.
    pub title: Said,
    /// Where it starts.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// What stands there afterwards.
    pub text: Said,
}

/// The status of a document with these findings.
pub(crate) fn status(findings: &Findings) -> Status {
    match findings {
        Findings { errors: 0, .. } => Status::Valid,
        Findings { errors, unknown, .. } if errors > unknown => Status::Invalid,
        _ => Status::Unknown,
    }
}

/// The report on a body that is no document.
pub(crate) fn malformed(body: &[u8], problems: &[SyntaxProblem]) -> Report {
    let mut positions = Positions::new(body);
    // What shows once a string is closed may stand before where it was found open.
    let start = |index: usize| problems.get(index).map(|problem| problem.start);
    let order = sort::order(problems.len(), &|a, b| start(a).cmp(&start(b)));
    let in_order = order.into_iter().filter_map(|index| problems.get(index));
    let problems = in_order.map(|problem| syntax(&mut positions, problem)).collect();
    Report {
        status: Status::Malformed,
        valid: false,
        events: Vec::new(),
        candidates: Vec::new(),
        problems,
        omitted: 0,
    }
}

/// The report on a body that was not read because of its size.
#[cfg(target_arch = "wasm32")]
pub(crate) fn too_large(max_bytes: u32) -> Report {
    malformed(&[], &[crate::json::syntax::too_large(max_bytes)])
}

fn syntax(positions: &mut Positions<'_>, problem: &SyntaxProblem) -> Problem {
    let code = match problem.malformed {
        Malformed::Syntax { .. } => Code::InvalidJson,
        Malformed::Utf8 { .. } => Code::InvalidUtf8,
        Malformed::TooDeep { .. } => Code::TooDeep,
        Malformed::TooLarge => Code::TooLarge,
    };
    let mut span = span(positions, problem.start, problem.end);
    if let Malformed::Utf8 { .. } = problem.malformed {
        // A decoder puts one replacement character there.
        span.end = span.start + 1;
    }
    Problem {
        code,
        severity: Severity::Error,
        message: sentence(&problem.expected, &problem.found),
        pointer: String::new(),
        span,
        expected: Some(problem.expected.clone()),
        found: Some(problem.found.clone()),
        hint: problem.hint.map(Said::from),
        fix: problem.fix.as_ref().map(|edit| fix(positions, edit)),
    }
}

fn span(positions: &mut Positions<'_>, start: u32, end: u32) -> Span {
    let first = positions.of(start);
    let last = if end == start { first } else { positions.of(end) };
    Span { start: first.offset, end: last.offset, line: first.line, column: first.column }
}

fn fix(positions: &mut Positions<'_>, edit: &Edit) -> Fix {
    let Span { start, end, .. } = span(positions, edit.start, edit.end);
    Fix { title: edit.title.into(), start, end, text: edit.text.clone() }
}

/// The one sentence of a problem.
fn sentence(expected: &str, found: &str) -> String {
    cat(&["expected ", expected, ", found ", found])
}

/// The report on a document.
pub(crate) fn read(
    document: &Document<'_>,
    recognition: &Recognition,
    items: &[Item],
    findings: &Findings,
) -> Report {
    let status = status(findings);
    let shown = shown(document, findings);
    let mut positions = Positions::new(document.body());
    let problems: Vec<Problem> =
        shown.iter().map(|finding| semantic(document, &mut positions, finding)).collect();
    Report {
        status,
        valid: status == Status::Valid,
        events: match recognition {
            Recognition::Known(known) => events(known, items),
            _ => Vec::new(),
        },
        candidates: candidates(document, recognition, items),
        omitted: findings.errors + findings.warnings - problems.len() as u32,
        problems,
    }
}

/// The findings that a report lists: errors before warnings where there are too many, in text order.
fn shown(document: &Document<'_>, findings: &Findings) -> Vec<Finding> {
    let mut shown = findings.list.clone();
    let place = |finding: &Finding| {
        let (start, end) = finding.span(document);
        u64::from(start) << 31 | u64::from(end) >> 1
    };
    sort::by(&mut shown, |finding| u64::from(finding.severity == Severity::Warning) << 63 | place(finding));
    shown.truncate(MOST_PROBLEMS);
    sort::by(&mut shown, place);
    shown
}

fn semantic(document: &Document<'_>, positions: &mut Positions<'_>, finding: &Finding) -> Problem {
    let words = finding.words(document);
    let (start, end) = finding.span(document);
    let span = span(positions, start, end);
    Problem {
        code: finding.code,
        severity: finding.severity,
        message: sentence(&words.expected, &words.found),
        pointer: finding.pointer(document),
        span,
        expected: Some(words.expected),
        found: Some(words.found),
        hint: words.hint,
        fix: words.fix.map(|(title, text)| Fix { title, start: span.start, end: span.end, text }),
    }
}

/// The pointer of an event, by its place among a body's.
pub(crate) fn event_pointer(known: &Recognized, index: usize) -> String {
    let field = match known.envelope.wrapper {
        Wrapper::Object { events, .. } => format!("/{events}"),
        _ => String::new(),
    };
    if known.listed { format!("{field}/{index}") } else { field }
}

fn events(known: &Recognized, items: &[Item]) -> Vec<RecognizedEvent> {
    let event = |(index, item): (usize, &Item)| match item.kind {
        ItemKind::Known(event, _) => Some(RecognizedEvent {
            id: EventId { provider: known.provider, event },
            provider: known.provider.name,
            name: event.name,
            title: event.title,
            pointer: event_pointer(known, index),
        }),
        _ => None,
    };
    items.iter().enumerate().filter_map(event).collect()
}

fn candidates(document: &Document<'_>, recognition: &Recognition, items: &[Item]) -> Vec<EventId> {
    match recognition {
        Recognition::Foreign => Vec::new(),
        Recognition::Ambiguous(provider, events) => {
            events.iter().map(|event| EventId { provider, event }).collect()
        }
        Recognition::Known(known) => {
            let mut candidates: Vec<EventId> = Vec::new();
            let unknown = items.iter().filter_map(|item| match item.kind {
                ItemKind::Unknown(name) => Some(document.node(name)),
                _ => None,
            });
            for name in unknown.take(MOST_PROBLEMS).filter(|name| name.kind == Kind::String) {
                let text = crate::json::string::readable(document.inner(name));
                let sent = known.provider.envelopes.iter().flat_map(|envelope| envelope.events);
                let events = sent.filter(|event| event.event).map(|event| (event.name, event));
                for event in suggest::nearest(&text, events) {
                    if !candidates.iter().any(|candidate| candidate.event.name == event.name) {
                        candidates.push(EventId { provider: known.provider, event });
                    }
                }
            }
            candidates
        }
    }
}
