//! What is handed to JavaScript at once: all texts in one, and numbers that say which part is what.
//! JavaScript puts it together (`pkg/report-reader.js`) in a third of the time that a report in JSON took.

use crate::catalog::Catalog;
use crate::normalize::EncodedEvent;
use crate::problem::Part;
use crate::report::Said;
use crate::{Code, EventId, Fix, Parameters, Problem, Report, Severity, Span, Step, Wrapped};
#[cfg(feature = "provenance")]
use crate::{Origin, Place, Provenance};

pub(super) struct ReportWriter {
    /// First the address and the bytes of the texts.
    numbers: Vec<u32>,
    texts: Vec<u8>,
    /// Where among the numbers that of the problems stands.
    count_at: usize,
}

/// How a message goes on; JavaScript takes what is expected and found out of it.
const EXPECTED: &str = "expected ";
const FOUND: &str = ", found ";

impl ReportWriter {
    pub const fn new() -> Self {
        ReportWriter { numbers: Vec::new(), texts: Vec::new(), count_at: 0 }
    }

    fn clear(&mut self) {
        self.numbers.clear();
        self.numbers.extend([0, 0]);
        self.texts.clear();
    }

    fn numbers(&mut self, numbers: impl IntoIterator<Item = u32>) {
        self.numbers.extend(numbers);
    }

    /// A text, its length in UTF-16 code units among the numbers.
    fn text(&mut self, text: &str) {
        self.texts.extend_from_slice(text.as_bytes());
        let units = if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
        self.numbers.push(units as u32);
    }

    /// A report, its problems before the rest.
    pub fn report(&mut self, report: &Report<'_>, catalog: &Catalog<'_>) {
        self.begin();
        self.rest(report, catalog);
    }

    /// Begins a report by itself.
    pub fn begin(&mut self) {
        self.clear();
        self.problems();
    }

    /// Begins the problems of a report.
    fn problems(&mut self) {
        self.count_at = self.numbers.len();
        self.numbers.push(0);
    }

    /// Ends a report, with those of its problems that it has itself.
    pub fn rest(&mut self, report: &Report<'_>, catalog: &Catalog<'_>) {
        let Report { status, events, candidates, problems, omitted, .. } = report;
        for problem in problems {
            self.problem(problem);
        }
        self.numbers([*status as u32, *omitted, events.len() as u32, candidates.len() as u32]);
        for event in events {
            self.numbers([row(event.id, catalog)]);
            self.text(&event.pointer);
        }
        self.numbers(candidates.iter().map(|id| row(*id, catalog)));
    }

    /// What is inside of a body: how many there are, then each with its report.
    pub fn wrapped(&mut self, wrapped: &[Wrapped<'_>], catalog: &Catalog<'_>) {
        self.clear();
        self.numbers([wrapped.len() as u32]);
        for Wrapped { pointer, path, span, text, report } in wrapped {
            self.text(pointer);
            self.numbers([path.len() as u32]);
            for Step { pointer, encoding } in path {
                self.text(pointer);
                self.text(encoding.spelling());
            }
            self.numbers([span.start, span.end, span.line, span.column]);
            self.text(text);
            self.problems();
            self.rest(report, catalog);
        }
    }

    /// A problem of a document.
    pub fn said(&mut self, Said { code, severity, span, words }: Said<'_, '_>) {
        let get = |part| words.get(part);
        let texts = [get(Part::Pointer), get(Part::Field), get(Part::Suggestion), get(Part::Hint)];
        let (title, text) = (get(Part::Title), get(Part::Text));
        let fix = (!title.is_empty()).then_some((title, text, [span.start, span.end]));
        let found = (code, severity, &span);
        self.write(found, [get(Part::Expected), get(Part::Found)], texts, &words.allowed, fix);
    }

    fn problem(&mut self, problem: &Problem<'_>) {
        let Problem { code, severity, pointer, span, expected, found, parameters, hint, fix, .. } = problem;
        let Parameters { field, allowed, suggestion } = parameters;
        let said = <Option<String>>::as_deref;
        let texts =
            [Some(&**pointer), said(field), said(suggestion), said(hint)].map(Option::unwrap_or_default);
        let fix = fix.as_ref().map(|Fix { title, start, end, text }| (&**title, &**text, [*start, *end]));
        self.write(
            (*code, *severity, span),
            [said(expected), said(found)].map(Option::unwrap_or_default),
            texts,
            allowed,
            fix,
        );
    }

    /// A problem: its numbers, the lengths of its texts, of which one that is empty is none, and after them how many
    /// values are allowed; their lengths, and the place of the fix where that has a title.
    fn write(
        &mut self,
        (code, severity, span): (Code, Severity, &Span),
        [expected, found]: [&str; 2],
        [pointer, field, suggestion, hint]: [&str; 4],
        allowed: &[&str],
        fix: Option<(&str, &str, [u32; 2])>,
    ) {
        if let Some(count) = self.numbers.get_mut(self.count_at) {
            *count += 1;
        }
        let (title, text, place) = fix.unwrap_or_default();
        let from = self.texts.len();
        for text in [EXPECTED, expected, FOUND, found, pointer, field, suggestion, hint, title, text] {
            // Half of them are: to append nothing takes as long as to append little.
            if !text.is_empty() {
                self.texts.extend_from_slice(text.as_bytes());
            }
        }
        let is_ascii = self.texts.get(from..).is_some_and(<[u8]>::is_ascii);
        let units =
            |text: &str| if is_ascii { text.len() as u32 } else { text.encode_utf16().count() as u32 };
        let Span { start, end, line, column } = *span;
        let lengths = [expected, found, pointer, field, suggestion, hint, title, text].map(units);
        let [expected, found, pointer, field, suggestion, hint, title, text] = lengths;
        self.numbers.extend_from_slice(&[
            code as u32,
            severity as u32,
            start,
            end,
            line,
            column,
            expected,
            found,
            pointer,
            field,
            suggestion,
            hint,
            title,
            text,
            allowed.len() as u32,
        ]);
        for value in allowed {
            self.text(value);
        }
        if fix.is_some() {
            self.numbers(place);
        }
    }

    /// Where the parts of events came from: how many events there are, then each with its parts.
    #[cfg(feature = "provenance")]
    pub fn provenance(&mut self, events: &[Provenance]) {
        self.clear();
        self.numbers([events.len() as u32]);
        for Provenance { origins } in events {
            self.numbers([origins.len() as u32]);
            for Origin { pointer, kind, from } in origins {
                self.text(pointer);
                self.text(kind.spelling());
                self.numbers([from.len() as u32]);
                for Place { pointer, span: Span { start, end, line, column } } in from {
                    self.text(pointer);
                    self.numbers([*start, *end, *line, *column]);
                }
            }
        }
    }

    /// Lists of texts: how many there are, then each by [`ReportWriter::list`].
    pub fn lists(&mut self, count: usize) {
        self.clear();
        self.numbers([count as u32]);
    }

    /// A list of texts, in two parts: how many there are, then each.
    pub fn list(&mut self, texts: &[&str], others: &[&str]) {
        self.numbers([(texts.len() + others.len()) as u32]);
        for text in texts.iter().chain(others) {
            self.text(text);
        }
    }

    /// Begins a JSON array of CloudEvents.
    pub fn begin_events(&mut self) {
        self.clear();
        self.texts.push(b'[');
    }

    pub fn event(&mut self, event: &EncodedEvent<'_>) {
        if self.texts.len() > 1 {
            self.texts.push(b',');
        }
        event.write(&mut self.texts);
    }

    /// Ends the array; whether there is any event in it.
    pub fn end_events(&mut self) -> bool {
        self.texts.push(b']');
        self.texts.len() > 2
    }

    /// Where in memory the numbers are.
    pub fn give(&mut self) -> usize {
        let place = [self.texts.as_ptr() as u32, self.texts.len() as u32];
        for (number, place) in self.numbers.iter_mut().zip(place) {
            *number = place;
        }
        self.numbers.as_ptr() as usize
    }
}

/// The first row of an event type.
fn row(id: EventId<'_>, catalog: &Catalog<'_>) -> u32 {
    catalog.row_of(id.event).unwrap_or_default() as u32
}
