//! Findings → a report: which of them it lists, in what order, and where they are in UTF-16. The only file with
//! places in UTF-16.

use super::{EventId, Fix, MOST_PROBLEMS, Problem, RecognizedEvent, Report, Span, Status};
use crate::finding::{Code, Parameters, Severity};
use crate::json::pointer::pointer;
use crate::json::position::{Positions, units};
use crate::json::string::{self, cat, decimal};
use crate::json::syntax::{Edit, SyntaxProblem};
use crate::json::{Document, Kind, Malformed, NodeId, sort};
use crate::problem::{MessageBuffer, Part};
use crate::recognize::{EventKind, EventNode, MatchedEnvelope, Recognition};
use crate::shape::Provider;
use crate::suggest;
use crate::validate::{Finding, Findings};

/// How many bytes the pointers of the problems may have together: past it the rest of the problems is only
/// counted. One key may be as long as the body, and in the pointer of every problem.
const LONGEST_POINTERS: usize = 1 << 20;

/// The status of a document with these findings.
pub(crate) fn status(findings: &Findings<'_>) -> Status {
    match findings {
        Findings { errors: 0, .. } => Status::Valid,
        Findings { errors, unknown, .. } if errors > unknown => Status::Invalid,
        _ => Status::Unknown,
    }
}

/// The report on a body that is no document.
pub(crate) fn malformed(body: &[u8], found: Vec<SyntaxProblem>) -> Report<'static> {
    let mut positions = Positions::new(body);
    let mut problems = Vec::with_capacity(found.len());
    for problem in found {
        problems.push(syntax(&mut positions, problem));
    }
    of_problems(problems)
}

/// A report of problems alone: of what is no document, or of documents of catalogs.
pub(crate) fn of_problems(problems: Vec<Problem<'_>>) -> Report<'_> {
    Report {
        status: Status::Malformed,
        valid: false,
        events: Vec::new(),
        candidates: Vec::new(),
        problems,
        omitted: 0,
    }
}

/// The report that says one thing of a document, about the bytes of a place in it; its fix is of the whole text.
pub(crate) fn of_words<'c>(
    document: &Document<'_>,
    status: Status,
    code: Code,
    (start, end): (u32, u32),
    words: &MessageBuffer<'c>,
) -> Report<'c> {
    let mut positions = Positions::new(document.body());
    let span = span(&mut positions, start, end);
    let mut problem = Said { code, severity: Severity::Error, span, words }.problem();
    if let Some(fix) = &mut problem.fix {
        (fix.start, fix.end) = (0, positions.of(document.body().len() as u32).offset);
    }
    Report { status, ..of_problems(vec![problem]) }
}

/// The report on a body that was not read because of its size.
#[cfg(all(feature = "wasm", target_arch = "wasm32"))]
pub(crate) fn too_large(max_bytes: u32) -> Report<'static> {
    malformed(&[], vec![crate::json::syntax::too_large(max_bytes)])
}

fn syntax(positions: &mut Positions<'_>, problem: SyntaxProblem) -> Problem<'static> {
    let code = match problem.malformed {
        Malformed::Syntax { .. } => Code::InvalidJson,
        Malformed::Utf8 { .. } => Code::InvalidUtf8,
        Malformed::TooDeep { .. } => Code::TooDeep,
        Malformed::TooLarge => Code::TooLarge,
    };
    let mut span = span(positions, problem.start, problem.end);
    let mut fix = problem.fix.map(|edit| fix(positions, edit));
    if let Malformed::Utf8 { .. } = problem.malformed {
        // A decoder puts one replacement character there, and others in what the fix replaces: all of it.
        span.end = span.start + 1;
        if let Some(fix) = &mut fix {
            fix.end = units(positions.body());
        }
    }
    Problem {
        code,
        severity: Severity::Error,
        message: sentence(&problem.expected, &problem.found),
        pointer: String::new(),
        span,
        expected: Some(problem.expected),
        found: Some(problem.found),
        parameters: Parameters::default(),
        hint: problem.hint.map(str::to_owned),
        fix,
    }
}

/// Where bytes are, as people and JavaScript count.
pub(crate) fn span(positions: &mut Positions<'_>, start: u32, end: u32) -> Span {
    let first = positions.of(start);
    let last = positions.of(end);
    Span { start: first.offset, end: last.offset, line: first.line, column: first.column }
}

fn fix(positions: &mut Positions<'_>, edit: Edit) -> Fix {
    let Span { start, end, .. } = span(positions, edit.start, edit.end);
    Fix { title: edit.title.to_owned(), start, end, text: edit.text }
}

/// A problem, while it is told: its words are those of the next one afterwards.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said<'a, 'c> {
    pub code: Code,
    pub severity: Severity,
    pub span: Span,
    pub words: &'a MessageBuffer<'c>,
}

/// A report with its problems, of what tells them one after the other.
pub(crate) fn collected<'c>(
    tell: impl FnOnce(&mut MessageBuffer<'c>, &mut dyn FnMut(Said<'_, 'c>)) -> Report<'c>,
) -> Report<'c> {
    let mut problems = Vec::new();
    let mut report = tell(&mut MessageBuffer::new(), &mut |said| problems.push(said.problem()));
    report.problems.append(&mut problems);
    report
}

/// The report on a document, without its problems, which are told one after the other: whoever needs them only once
/// has no memory for each of their texts to take.
pub(crate) fn tell<'c>(
    document: &Document<'_>,
    recognition: &Recognition<'c>,
    events: &[EventNode<'c>],
    findings: &Findings<'c>,
    words: &mut MessageBuffer<'c>,
    told: &mut dyn FnMut(Said<'_, 'c>),
) -> Report<'c> {
    let status = status(findings);
    let mut positions = Positions::new(document.body());
    let mut room = Some(LONGEST_POINTERS);
    let total = findings.errors + findings.warnings;
    let mut left = total;
    for finding in shown(document, &findings.list) {
        let Some(before) = room else { break };
        finding.words(document, words);
        if let Recognition::Like(like) = recognition {
            crate::problem::say_likeness(words, document, like);
        }
        room = before.checked_sub(words.get(Part::Pointer).len());
        if room.is_some() || left == total {
            let Finding { code, severity, .. } = *finding;
            let (start, end) = finding.span(document);
            told(Said { code, severity, span: span(&mut positions, start, end), words });
            left -= 1;
        }
    }
    Report {
        status,
        valid: status == Status::Valid,
        events: match recognition {
            Recognition::Matched(matched) => recognized(document, matched, events),
            _ => Vec::new(),
        },
        candidates: candidates(document, recognition, events),
        problems: Vec::new(),
        omitted: left,
    }
}

/// The findings that a report lists: errors before warnings where there are too many, in text order.
fn shown<'a, 'c>(document: &Document<'_>, findings: &'a [Finding<'c>]) -> Vec<&'a Finding<'c>> {
    const LAST: u64 = 1 << 63;
    let mut shown: Vec<&Finding<'c>> = findings.iter().collect();
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

impl<'c> Said<'_, 'c> {
    /// To be kept; its fix is of the same place.
    pub fn problem(self) -> Problem<'c> {
        let Said { code, severity, span, words } = self;
        Problem {
            code,
            severity,
            message: sentence(words.get(Part::Expected), words.get(Part::Found)),
            pointer: words.said(Part::Pointer).unwrap_or_default(),
            span,
            expected: words.said(Part::Expected),
            found: words.said(Part::Found),
            parameters: Parameters {
                field: words.said(Part::Field),
                allowed: words.allowed.clone(),
                suggestion: words.said(Part::Suggestion),
            },
            hint: words.said(Part::Hint),
            fix: words.said(Part::Title).map(|title| Fix {
                title,
                start: span.start,
                end: span.end,
                text: words.said(Part::Text).unwrap_or_default(),
            }),
        }
    }
}

/// A value in words, as problems quote it.
pub(crate) fn value_words(document: &Document<'_>, id: NodeId) -> String {
    let mut words = MessageBuffer::new();
    crate::problem::say_value(&mut words, document, id);
    words.said(Part::Found).unwrap_or_default()
}

/// The one sentence of a problem.
fn sentence(expected: &str, found: &str) -> String {
    cat(&["expected ", expected, ", found ", found])
}

fn recognized<'c>(
    document: &Document<'_>,
    matched: &MatchedEnvelope<'c>,
    nodes: &[EventNode<'c>],
) -> Vec<RecognizedEvent<'c>> {
    let provider = matched.entry.provider;
    // The pointer of the first: of the others, the index alone is another.
    let first = nodes.first().map(|event| pointer(document, event.node)).unwrap_or_default();
    let list = first.strip_suffix("/0").unwrap_or_default();
    let mut events = Vec::with_capacity(nodes.len());
    for (index, node) in nodes.iter().enumerate() {
        if let EventKind::Known(event, _) = node.kind {
            events.push(RecognizedEvent {
                id: EventId { provider, event },
                provider: provider.name,
                event_type: event.name,
                title: event.title,
                pointer: match matched.listed {
                    true => cat(&[list, "/", &decimal(index as u64)]),
                    false => first.clone(),
                },
            });
        }
    }
    events
}

fn candidates<'c>(
    document: &Document<'_>,
    recognition: &Recognition<'c>,
    nodes: &[EventNode<'c>],
) -> Vec<EventId<'c>> {
    let mut candidates: Vec<EventId<'c>> = Vec::new();
    match recognition {
        Recognition::Foreign | Recognition::Bare(..) => {}
        Recognition::Like(like) => {
            let of = |event: &&'c _| EventId { provider: like.entry.provider, event };
            candidates.extend(like.events.iter().map(of));
        }
        Recognition::Ambiguous(events) => {
            candidates.extend(events.iter().map(|(provider, event)| EventId { provider, event }));
        }
        Recognition::Unsure(provider, event) => candidates.push(EventId { provider, event }),
        Recognition::Matched(matched) => {
            let mut left = MOST_PROBLEMS;
            for node in nodes {
                let EventKind::Unknown(name) = node.kind else { continue };
                let name = document.node(name);
                if left > 0 && name.kind == Kind::String {
                    nearest(&string::text(document.inner(name)), matched.entry.provider, &mut candidates);
                }
                left = left.saturating_sub(1);
            }
        }
    }
    candidates
}

/// Adds the event types whose names were near-certainly meant by a name.
fn nearest<'c>(name: &str, provider: &'c Provider<'c>, candidates: &mut Vec<EventId<'c>>) {
    for event in suggest::nearest(name, &mut provider.names()) {
        if !candidates.iter().any(|candidate| candidate.event.name == event.name) {
            candidates.push(EventId { provider, event });
        }
    }
}
