//! The boundary to JavaScript: the only file that names `JsValue`. It decides nothing.
//!
//! A body is written straight into the module's memory, at the address that [`reserve`] gives; then
//! [`check`] answers with one number. Only a body with problems needs more: [`report`].

use std::sync::Mutex;

use wasm_bindgen::prelude::*;

use crate::catalog;
use crate::json::Limits;
use crate::recognize::ItemKind;
use crate::shape::{EventType, Object, Severity, Wrapper};
use crate::{Checker, Code, EventId, Fix, Problem, Report, Status};

/// A third of the size of the standard library's allocator, and as bounded.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

struct Module {
    body: Vec<u8>,
    length: usize,
    checker: Checker,
    /// The rows of several events, their count before them.
    rows: Vec<u32>,
    said: Said,
}

static MODULE: Mutex<Module> = Mutex::new(Module {
    body: Vec::new(),
    length: 0,
    checker: Checker::new(),
    rows: Vec::new(),
    said: Said { numbers: Vec::new(), words: Vec::new() },
});

/// Never called while another call is under way, for which `None` would be.
fn with_module<T>(work: impl FnOnce(&mut Module) -> T) -> Option<T> {
    Some(work(&mut *MODULE.try_lock().ok()?))
}

/// Makes room for a body of so many bytes; where in memory it is to be written.
#[wasm_bindgen]
pub fn reserve(bytes: usize) -> usize {
    with_module(|module| {
        if module.body.len() < bytes {
            module.body.resize(bytes, 0);
        }
        module.body.as_ptr() as usize
    })
    .unwrap_or_default()
}

/// In a verdict: the event stands in an array.
const LISTED: u32 = 1 << 16;

/// In a verdict: there are several events.
const SEVERAL: u32 = 1 << 17;

/// The verdict on the body of so many bytes that was written: the row of its event type, with [`LISTED`]
/// where it stands in an array. For several events [`SEVERAL`], and their rows are at [`rows`]. `u32::MAX`
/// where there is more to say: see [`report`].
///
/// A hint of so many bytes stands behind the body; of no bytes it is none.
#[wasm_bindgen]
pub fn check(length: usize, max_bytes: u32, max_depth: u32, wtf8: bool, hint_length: usize) -> u32 {
    with_module(|module| {
        module.length = length;
        let body = module.body.get(..length).unwrap_or_default();
        let _hint = module.hint(hint_length);
        module.checker.check(body, Limits { max_bytes, max_depth }, wtf8);
        module.verdict()
    })
    .flatten()
    .unwrap_or(u32::MAX)
}

impl Module {
    /// The hint that stands behind the body.
    fn hint(&self, length: usize) -> &[u8] {
        let behind = self.body.get(self.length..).unwrap_or_default();
        behind.get(..length).unwrap_or_default()
    }

    fn verdict(&mut self) -> Option<u32> {
        let (known, items) = self.checker.clean()?;
        let row = |kind: ItemKind| match kind {
            ItemKind::Known(_, index) => Some(u32::from(known.first_row) + u32::from(index)),
            _ => None,
        };
        if let [item] = items {
            let row = row(item.kind).filter(|row| *row < LISTED)?;
            return Some(if known.listed { row | LISTED } else { row });
        }
        self.rows.clear();
        self.rows.push(u32::try_from(items.len()).ok()?);
        for item in items {
            self.rows.push(row(item.kind)?);
        }
        Some(SEVERAL)
    }
}

/// Where in memory the rows of several events are: their count, then a number each.
#[wasm_bindgen]
pub fn rows() -> usize {
    with_module(|module| module.rows.as_ptr() as usize).unwrap_or_default()
}

/// What is handed to JavaScript at once: all texts in one, and numbers that say which part is what.
/// JavaScript puts it together (`pkg/report-reader.js`) in a third of the time that a report in JSON took.
struct Said {
    /// First the address and the bytes of the words.
    numbers: Vec<u32>,
    words: Vec<u8>,
}

/// The place of a text that there is none of.
const ABSENT: u32 = u32::MAX;

impl Said {
    fn clear(&mut self) {
        self.numbers.clear();
        self.numbers.extend([0, 0]);
        self.words.clear();
    }

    fn numbers(&mut self, numbers: impl IntoIterator<Item = u32>) {
        self.numbers.extend(numbers);
    }

    /// A text, its length in UTF-16 code units among the numbers.
    fn text(&mut self, text: &str) {
        self.words.extend_from_slice(text.as_bytes());
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

    fn report(&mut self, report: &Report) {
        self.clear();
        let Report { status, events, candidates, problems, omitted, .. } = report;
        self.numbers([*status as u32, *omitted]);
        self.numbers([events.len() as u32, candidates.len() as u32, problems.len() as u32]);
        for event in events {
            self.numbers([row(event.id)]);
            self.text(&event.pointer);
        }
        self.numbers(candidates.iter().map(|id| row(*id)));
        for problem in problems {
            let Problem { code, severity, message, pointer, span, expected, found, hint, fix } = problem;
            self.numbers([*code as u32, *severity as u32, span.start, span.end, span.line, span.column]);
            let (expected, found, hint) = (expected.as_deref(), found.as_deref(), hint.as_deref());
            self.texts(&[Some(message), Some(pointer), expected, found, hint]);
            match fix {
                Some(Fix { title, start, end, text }) => {
                    self.texts(&[Some(title), Some(text)]);
                    self.numbers([*start, *end]);
                }
                None => self.numbers([ABSENT]),
            }
        }
    }

    /// Where in memory the numbers are.
    fn give(&mut self) -> usize {
        let place = [self.words.as_ptr() as u32, self.words.len() as u32];
        for (number, place) in self.numbers.iter_mut().zip(place) {
            *number = place;
        }
        self.numbers.as_ptr() as usize
    }
}

/// The first row of an event type.
fn row(id: EventId) -> u32 {
    let is = |(_, _, event): (_, _, &EventType)| std::ptr::eq(event, id.event);
    catalog::rows().position(is).unwrap_or_default() as u32
}

/// The report on the body that was checked last; where in memory it is, see [`Said`].
#[wasm_bindgen]
pub fn report() -> usize {
    with_module(|module| {
        let body = module.body.get(..module.length).unwrap_or_default();
        module.said.report(&module.checker.report(body));
        module.said.give()
    })
    .unwrap_or_default()
}

/// The CloudEvents of the body that was checked last, as a JSON array; where in memory it is, and 0 where
/// the body is not valid, or no event.
#[wasm_bindgen]
pub fn normalized() -> usize {
    let json = |module: &mut Module| {
        let body = module.body.get(..module.length).unwrap_or_default();
        let events = module.checker.cloud_events(body)?;
        module.said.clear();
        let json = &mut module.said.words;
        json.push(b'[');
        for event in &events {
            if json.len() > 1 {
                json.push(b',');
            }
            event.write(json);
        }
        json.push(b']');
        Some(module.said.give())
    };
    with_module(json).flatten().unwrap_or_default()
}

/// The report on a body that was not read because of its size; where in memory it is.
#[wasm_bindgen]
pub fn too_large(max_bytes: u32) -> usize {
    with_module(|module| {
        module.said.report(&crate::report::too_large(max_bytes));
        module.said.give()
    })
    .unwrap_or_default()
}

/// What is told of a row of the catalog: its provider, event type and envelope; the field of the body that the
/// events stand in, and the field of an event that is its payload, or nothing.
const COLUMNS: [&str; 8] =
    ["provider", "type", "title", "isEvent", "providerTitle", "envelopeTitle", "field", "payload"];

/// What the numbers of verdicts and reports stand for, as lists of texts: codes, severities and statuses; the
/// names of the [`COLUMNS`]; then every row of the catalog, and behind its columns the other fields of the body.
///
/// One type, for each is compiled anew; and no struct, for the table of its fields' names is 3 KB of code.
#[wasm_bindgen]
pub fn facts() -> Result<JsValue, JsValue> {
    let mut lists: Vec<Vec<&'static str>> = vec![
        Code::ALL.iter().map(|(_, spelling, _)| *spelling).collect(),
        [Severity::Error, Severity::Warning].map(Severity::spelling).to_vec(),
        [Status::Valid, Status::Invalid, Status::Unknown, Status::Malformed].map(Status::spelling).to_vec(),
        COLUMNS.to_vec(),
    ];
    for (provider, envelope, event) in catalog::rows() {
        let (object, field) = match envelope.wrapper {
            Wrapper::Object { object, events, .. } => (object, events),
            _ => (&Object::of(&[]), ""),
        };
        let is_event = if event.event { "true" } else { "" };
        let payload = envelope.payload.unwrap_or_default();
        let [provider, provider_title] = [provider.name, provider.title];
        let columns: [&str; COLUMNS.len()] =
            [provider, event.name, event.title, is_event, provider_title, envelope.title, field, payload];
        let others = object.fields.iter().map(|field| field.name).filter(|name| *name != field);
        lists.push(columns.into_iter().chain(others).collect());
    }
    Ok(serde_wasm_bindgen::to_value(&lists)?)
}
