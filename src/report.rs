//! The plain results, as they leave the crate: the only file with places in UTF-16.
//!
//! Field names and their order are the public interface; JavaScript sees the same.

use serde::{Serialize, Serializer};

use crate::json::pointer::pointer;
use crate::json::position::Positions;
use crate::json::string::{self, cat, decimal};
use crate::json::syntax::{Edit, SyntaxProblem};
use crate::json::{Document, Kind, Malformed};
use crate::problem::{Code, Finding, Part, Words};
use crate::recognize::{Item, ItemKind, Recognition, Recognized};
use crate::shape::{EventType, Provider, Severity};
use crate::validate::Findings;
use crate::{sort, suggest};

/// The most problems that a report lists.
pub const MOST_PROBLEMS: usize = 100;

/// How many bytes the pointers of the problems may have together: past it the rest of the problems is only
/// counted. One key may be as long as the body, and in the pointer of every problem.
const LONGEST_POINTERS: usize = 1 << 20;

/// What a report says of a body as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

impl Status {
    /// As it is written in a report.
    #[must_use]
    pub fn spelling(self) -> &'static str {
        match self {
            Status::Valid => "valid",
            Status::Invalid => "invalid",
            Status::Unknown => "unknown",
            Status::Malformed => "malformed",
        }
    }
}

impl Serialize for Status {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.spelling())
    }
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
    /// Ambiguous: every event type that fits; unknown: those whose name was near-certainly misspelt.
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
    pub expected: Option<String>,
    /// What is there instead; it may quote a value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// What probably happened, near-certainly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
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
    pub title: String,
    /// Where it starts.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// What stands there afterwards.
    pub text: String,
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
pub(crate) fn malformed(body: &[u8], found: Vec<SyntaxProblem>) -> Report {
    let mut positions = Positions::new(body);
    let mut problems = Vec::with_capacity(found.len());
    for problem in found {
        problems.push(syntax(&mut positions, problem));
    }
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
    malformed(&[], vec![crate::json::syntax::too_large(max_bytes)])
}

fn syntax(positions: &mut Positions<'_>, problem: SyntaxProblem) -> Problem {
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
        expected: Some(problem.expected),
        found: Some(problem.found),
        hint: problem.hint.map(str::to_owned),
        fix: problem.fix.map(|edit| fix(positions, edit)),
    }
}

#[inline(never)]
fn span(positions: &mut Positions<'_>, start: u32, end: u32) -> Span {
    let first = positions.of(start);
    let last = positions.of(end);
    Span { start: first.offset, end: last.offset, line: first.line, column: first.column }
}

fn fix(positions: &mut Positions<'_>, edit: Edit) -> Fix {
    let Span { start, end, .. } = span(positions, edit.start, edit.end);
    Fix { title: edit.title.to_owned(), start, end, text: edit.text }
}

/// The report on a document.
pub(crate) fn read(
    document: &Document<'_>,
    recognition: &Recognition,
    items: &[Item],
    findings: &Findings,
) -> Report {
    let status = status(findings);
    let shown = shown(document, &findings.list);
    let mut positions = Positions::new(document.body());
    let mut words = Words::new();
    let mut problems = Vec::with_capacity(shown.len());
    let mut room = LONGEST_POINTERS;
    for finding in shown {
        finding.words(document, &mut words);
        let problem = semantic(document, &mut positions, finding, &words);
        let left = room.checked_sub(problem.pointer.len());
        if left.is_some() || problems.is_empty() {
            problems.push(problem);
        }
        let Some(left) = left else { break };
        room = left;
    }
    Report {
        status,
        valid: status == Status::Valid,
        events: match recognition {
            Recognition::Known(known) => events(document, known, items),
            _ => Vec::new(),
        },
        candidates: candidates(document, recognition, items),
        omitted: findings.errors + findings.warnings - problems.len() as u32,
        problems,
    }
}

/// The findings that a report lists: errors before warnings where there are too many, in text order.
fn shown<'a>(document: &Document<'_>, findings: &'a [Finding]) -> Vec<&'a Finding> {
    const LAST: u64 = 1 << 63;
    let mut shown: Vec<&Finding> = findings.iter().collect();
    let orders: &[u64] = if shown.len() > MOST_PROBLEMS { &[LAST, 0] } else { &[0] };
    for warnings in orders {
        sort::by(&mut shown, |finding| {
            let (start, end) = finding.span(document);
            let place = u64::from(start) << 31 | u64::from(end) >> 1;
            if finding.severity == Severity::Warning { warnings | place } else { place }
        });
        shown.truncate(MOST_PROBLEMS);
    }
    shown
}

fn semantic(
    document: &Document<'_>,
    positions: &mut Positions<'_>,
    finding: &Finding,
    words: &Words,
) -> Problem {
    let (start, end) = finding.span(document);
    let span = span(positions, start, end);
    Problem {
        code: finding.code,
        severity: finding.severity,
        message: sentence(words.get(Part::Expected), words.get(Part::Found)),
        pointer: words.said(Part::Pointer).unwrap_or_default(),
        span,
        expected: words.said(Part::Expected),
        found: words.said(Part::Found),
        hint: words.said(Part::Hint),
        fix: words.said(Part::Title).map(|title| Fix {
            title,
            start: span.start,
            end: span.end,
            text: words.said(Part::Text).unwrap_or_default(),
        }),
    }
}

/// The one sentence of a problem.
fn sentence(expected: &str, found: &str) -> String {
    cat(&["expected ", expected, ", found ", found])
}

fn events(document: &Document<'_>, known: &Recognized, items: &[Item]) -> Vec<RecognizedEvent> {
    // The pointer of the first: of the others, the index alone is another.
    let first = items.first().map(|item| pointer(document, item.node)).unwrap_or_default();
    let list = first.strip_suffix("/0").unwrap_or_default();
    let mut events = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        if let ItemKind::Known(event, _) = item.kind {
            events.push(RecognizedEvent {
                id: EventId { provider: known.provider, event },
                provider: known.provider.name,
                name: event.name,
                title: event.title,
                pointer: match known.listed {
                    true => cat(&[list, "/", &decimal(index as u64)]),
                    false => first.clone(),
                },
            });
        }
    }
    events
}

fn candidates(document: &Document<'_>, recognition: &Recognition, items: &[Item]) -> Vec<EventId> {
    let mut candidates: Vec<EventId> = Vec::new();
    match recognition {
        Recognition::Foreign => {}
        Recognition::Ambiguous(provider, events) => {
            candidates.extend(events.iter().map(|event| EventId { provider, event }));
        }
        Recognition::Known(known) => {
            let mut left = MOST_PROBLEMS;
            for item in items {
                let ItemKind::Unknown(name) = item.kind else { continue };
                let name = document.node(name);
                if left > 0 && name.kind == Kind::String {
                    nearest(&string::text(document.inner(name)), known.provider, &mut candidates);
                }
                left = left.saturating_sub(1);
            }
        }
    }
    candidates
}

/// Adds the event types whose names were near-certainly meant by a name.
#[inline(never)]
fn nearest(name: &str, provider: &'static Provider, candidates: &mut Vec<EventId>) {
    for event in suggest::nearest(name, &mut provider.names()) {
        if !candidates.iter().any(|candidate| candidate.event.name == event.name) {
            candidates.push(EventId { provider, event });
        }
    }
}
