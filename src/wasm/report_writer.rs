//! What is handed to JavaScript at once: all texts in one, and numbers that say which part is what.
//! JavaScript puts it together (`pkg/report-reader.js`) in a third of the time that a report in JSON took.

use crate::catalog::Catalog;
use crate::normalize::EncodedEvent;
use crate::{EventId, Fix, Parameters, Problem, Report, Step, Wrapped};

pub(super) struct ReportWriter {
    /// First the address and the bytes of the texts.
    numbers: Vec<u32>,
    texts: Vec<u8>,
}

/// The place of a text that there is none of.
const ABSENT: u32 = u32::MAX;

impl ReportWriter {
    pub const fn new() -> Self {
        ReportWriter { numbers: Vec::new(), texts: Vec::new() }
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

    fn texts(&mut self, texts: &[Option<&str>]) {
        for text in texts {
            match text {
                Some(text) => self.text(text),
                None => self.numbers.push(ABSENT),
            }
        }
    }

    pub fn report(&mut self, report: &Report<'_>, catalog: &Catalog<'_>) {
        self.clear();
        self.push(report, catalog);
    }

    fn push(&mut self, report: &Report<'_>, catalog: &Catalog<'_>) {
        let Report { status, events, candidates, problems, omitted, .. } = report;
        self.numbers([*status as u32, *omitted]);
        self.numbers([events.len() as u32, candidates.len() as u32, problems.len() as u32]);
        for event in events {
            self.numbers([row(event.id, catalog)]);
            self.text(&event.pointer);
        }
        self.numbers(candidates.iter().map(|id| row(*id, catalog)));
        for problem in problems {
            self.problem(problem);
        }
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
            self.push(report, catalog);
        }
    }

    fn problem(&mut self, problem: &Problem<'_>) {
        let Problem { code, severity, message, pointer, span, expected, found, parameters, hint, fix } =
            problem;
        let Parameters { field, allowed, suggestion } = parameters;
        self.numbers([*code as u32, *severity as u32, span.start, span.end, span.line, span.column]);
        let optional = [expected, found, field, suggestion, hint].map(Option::as_deref);
        self.texts(&[Some(message), Some(pointer)]);
        self.texts(&optional);
        self.numbers([allowed.len() as u32]);
        for value in allowed {
            self.text(value);
        }
        match fix {
            Some(Fix { title, start, end, text }) => {
                self.texts(&[Some(title), Some(text)]);
                self.numbers([*start, *end]);
            }
            None => self.numbers([ABSENT]),
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

    /// CloudEvents, as one JSON array.
    pub fn cloud_events(&mut self, events: &[EncodedEvent]) {
        self.clear();
        self.texts.push(b'[');
        for event in events {
            if self.texts.len() > 1 {
                self.texts.push(b',');
            }
            event.write(&mut self.texts);
        }
        self.texts.push(b']');
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
