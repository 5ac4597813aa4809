//! The boundary to JavaScript: the only file that names `JsValue`. It decides nothing.
//!
//! A body is written straight into the module's memory, at the address that [`reserve`] gives; then
//! [`check`] answers with one number. Only a body with problems needs more: [`report`].

mod facts;
mod report_writer;

use core::arch::wasm32::memory_size;
use std::sync::Mutex;

use wasm_bindgen::prelude::*;

use crate::catalog::{BUILT_IN, Catalog};
use crate::checker::{Checked, Outcome};
use crate::json::Limits;
use crate::json::string::cut;
use crate::load::{self, Arena, Source};
use crate::recognize::EventKind;
use crate::redact;
use crate::report;
use crate::{Checker, Hint};
use report_writer::ReportWriter;

/// A third of the size of the standard library's allocator, and as bounded.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

struct Module {
    body: Vec<u8>,
    /// Documents that are to be loaded, each with what is said of it behind.
    sources: Vec<Given>,
    catalog: &'static Catalog<'static>,
    /// The names of formats in loaded documents that are not known.
    unknown_formats: &'static [&'static str],
    checker: Checker<'static>,
    /// What the body that was checked last was, and what that has come to.
    last: Last,
    /// The rows of several events, their count before them.
    rows: Vec<u32>,
    writer: ReportWriter,
}

/// A document that is to be loaded.
struct Given {
    /// Its text, then the source's name, then the types of its events with a zero byte between.
    bytes: Vec<u8>,
    document: usize,
    name: usize,
    flags: u32,
}

struct Last {
    length: usize,
    limits: Limits,
    wtf8: bool,
    outcome: Option<Outcome<'static>>,
}

static MODULE: Mutex<Module> = Mutex::new(Module {
    body: Vec::new(),
    sources: Vec::new(),
    catalog: &BUILT_IN,
    unknown_formats: &[],
    checker: Checker::new(&BUILT_IN),
    last: Last { length: 0, limits: Limits::DEFAULT, wtf8: false, outcome: None },
    rows: Vec::new(),
    writer: ReportWriter::new(),
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
/// A hint of so many bytes stands behind the body; of no bytes it is none. It may decide, or only narrows.
#[wasm_bindgen]
pub fn check(
    length: usize,
    max_bytes: u32,
    max_depth: u32,
    wtf8: bool,
    hint_length: usize,
    hint_decides: bool,
) -> u32 {
    with_module(|module| {
        let limits = Limits { max_bytes, max_depth };
        let (body, behind) = module.body.split_at_checked(length).unwrap_or_default();
        let hint = behind.get(..hint_length).and_then(|hint| std::str::from_utf8(hint).ok());
        let hint = hint.map_or(Hint::NONE, if hint_decides { Hint::of } else { Hint::narrowing });
        let outcome = module.checker.check(body, hint, limits, wtf8);
        module.last = Last { length, limits, wtf8, outcome: Some(outcome) };
        module.verdict()
    })
    .flatten()
    .unwrap_or(u32::MAX)
}

impl Module {
    fn checked(&self) -> Option<Checked<'_, 'static>> {
        let Last { length, limits, wtf8, outcome } = &self.last;
        let body = self.body.get(..*length).unwrap_or_default();
        Some(self.checker.checked(body, *limits, *wtf8, outcome.as_ref()?))
    }

    fn verdict(&mut self) -> Option<u32> {
        let checked = self.checked()?;
        let (matched, events) = checked.clean()?;
        let row = |kind: EventKind<'_>| match kind {
            EventKind::Known(_, index) => u32::try_from(matched.entry.first_row + index).ok(),
            _ => None,
        };
        if let [event] = events {
            let row = row(event.kind).filter(|row| *row < LISTED)?;
            return Some(if matched.listed { row | LISTED } else { row });
        }
        let mut rows = Vec::with_capacity(events.len() + 1);
        rows.push(u32::try_from(events.len()).ok()?);
        for event in events {
            rows.push(row(event.kind)?);
        }
        self.rows = rows;
        Some(SEVERAL)
    }
}

/// Where in memory the rows of several events are: their count, then a number each.
#[wasm_bindgen]
pub fn rows() -> usize {
    with_module(|module| module.rows.as_ptr() as usize).unwrap_or_default()
}

/// The report on the body that was checked last; where in memory it is, see [`ReportWriter`].
#[wasm_bindgen]
pub fn report() -> usize {
    with_module(|module| {
        let report = module.checked()?.report();
        module.writer.report(&report, module.catalog);
        Some(module.writer.give())
    })
    .flatten()
    .unwrap_or_default()
}

/// Replaces what is personal in the text of so many bytes that was written. A hint of so many bytes stands behind it,
/// and behind that a key.
#[wasm_bindgen]
pub fn redact_body(length: usize, hint_length: usize, key_length: usize) {
    with_module(|module| {
        let (body, behind) = module.body.split_at_mut_checked(length).unwrap_or_default();
        let (hint, behind) = behind.split_at_checked(hint_length).unwrap_or_default();
        let hint = std::str::from_utf8(hint).map_or(Hint::NONE, Hint::of);
        redact::redact(module.catalog, body, hint, behind.get(..key_length).unwrap_or_default());
    });
}

/// The CloudEvents of the body that was checked last, as a JSON array; where in memory it is, and 0 where
/// the body is not valid, or no event.
#[wasm_bindgen]
pub fn normalized() -> usize {
    with_module(|module| {
        let events = module.checked()?.cloud_events()?;
        module.writer.cloud_events(&events);
        Some(module.writer.give())
    })
    .flatten()
    .unwrap_or_default()
}

/// The report on a body that was not read because of its size; where in memory it is.
#[wasm_bindgen]
pub fn too_large(max_bytes: u32) -> usize {
    with_module(|module| {
        module.writer.report(&crate::report::too_large(max_bytes), module.catalog);
        module.writer.give()
    })
    .unwrap_or_default()
}

/// What the numbers of verdicts and reports stand for, see [`facts::lists`].
#[wasm_bindgen]
pub fn facts() -> Result<JsValue, JsValue> {
    let lists =
        with_module(|module| facts::lists(module.catalog, module.unknown_formats)).unwrap_or_default();
    Ok(serde_wasm_bindgen::to_value(&lists)?)
}

/// In the flags of a source: it has a name.
const NAMED: u32 = 1;

/// In the flags of a source: only some of its events are to be loaded.
const SELECTED: u32 = 2;

/// In the flags of a source: another format is an error.
const ASSERTED: u32 = 4;

/// Takes what was written as a document that is to be loaded: so many bytes of text, then the source's name, then
/// the types of its events with a zero byte between.
#[wasm_bindgen]
pub fn add_source(document: usize, name: usize, events: usize, flags: u32) {
    with_module(|module| {
        let mut bytes = std::mem::take(&mut module.body);
        bytes.truncate(document + name + events);
        module.sources.push(Given { bytes, document, name, flags });
    });
}

/// Makes the catalog of the documents that were added, with the built-in providers or without. 0: from now on it is
/// the catalog of this instance. Else where in memory a report with everything that is wrong with the documents is;
/// the index of the document of each problem is at [`rows`].
///
/// A catalog lives as long as the instance: its memory is never given back.
#[wasm_bindgen]
pub fn load_catalog(built_in: bool) -> usize {
    with_module(|module| {
        let given = std::mem::take(&mut module.sources);
        let events: Vec<Vec<&str>> = given.iter().map(Given::events).collect();
        let mut sources = Vec::with_capacity(given.len());
        for (given, events) in given.iter().zip(&events) {
            sources.push(given.source(events));
        }
        let others = if built_in { BUILT_IN.providers() } else { &[] };
        let arena: &'static Arena = Box::leak(Box::default());
        match load::load(arena, &sources, others) {
            Ok(loaded) => {
                module.unknown_formats = arena.alloc_slice_copy(&loaded.unknown_formats);
                module.catalog = Box::leak(Box::new(loaded.catalog(others)));
                module.checker = Checker::new(module.catalog);
                0
            }
            Err(found) => {
                module.rows = vec![found.len() as u32];
                module.rows.extend(found.iter().map(|found| found.source as u32));
                let problems = found.into_iter().map(|found| found.problem).collect();
                module.writer.report(&report::of_problems(problems), module.catalog);
                module.writer.give()
            }
        }
    })
    .unwrap_or_default()
}

/// Writes zeros where memory is free, so that a copy of it need not have what loading left there.
#[wasm_bindgen]
pub fn clear_free_memory() {
    let mut blocks = Vec::new();
    let mut size = 1 << 18;
    while size >= 1 << 10 {
        let before = memory_size(0);
        blocks.push(vec![0_u8; size]);
        if memory_size(0) > before {
            size /= 4;
        }
    }
    std::hint::black_box(&blocks);
}

impl Given {
    fn text(&self, from: usize, to: usize) -> &str {
        self.bytes.get(from..to).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default()
    }

    fn events(&self) -> Vec<&str> {
        let mut events = Vec::new();
        let mut rest = self.text(self.document + self.name, self.bytes.len());
        while let Some((event, after)) = cut(rest, 0) {
            events.push(event);
            rest = after;
        }
        if !rest.is_empty() {
            events.push(rest);
        }
        events
    }

    fn source<'s>(&'s self, events: &'s [&'s str]) -> Source<'s> {
        let name = self.text(self.document, self.document + self.name);
        Source {
            document: self.bytes.get(..self.document).unwrap_or_default(),
            name: (self.flags & NAMED != 0).then_some(name),
            events: (self.flags & SELECTED != 0).then_some(events),
            assert_formats: self.flags & ASSERTED != 0,
        }
    }
}
