//! The boundary to JavaScript: the only file that names `JsValue`. It decides nothing.
//!
//! A body is written straight into the module's memory, at the address that [`reserve`] gives; then
//! [`check`] answers with one number. Only a body with problems needs more: [`report`].

mod facts;
mod lines;
#[cfg(feature = "load")]
mod loading;
mod report_writer;

use std::sync::Mutex;

use wasm_bindgen::prelude::*;

use crate::catalog::{BUILT_IN, Catalog};
use crate::checker::{Asked, Checked, Outcome};
use crate::json::Limits;
use crate::problem::MessageBuffer;
use crate::recognize::EventKind;
#[cfg(feature = "redact")]
use crate::redact;
use crate::{Checker, Hint};
use report_writer::ReportWriter;

/// A third of the size of the standard library's allocator, and as bounded.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

struct Module {
    body: Vec<u8>,
    #[cfg(feature = "load")]
    sources: Vec<loading::Given>,
    catalog: &'static Catalog<'static>,
    /// The names of formats in loaded documents that are not known.
    #[cfg(feature = "load")]
    unknown_formats: &'static [&'static str],
    checker: Checker<'static>,
    /// What the body that was checked last was, and what that has come to.
    last: Last,
    /// The rows of several events, their count before them.
    rows: Vec<u32>,
    /// What came of lines, see [`lines`].
    lines: Vec<u32>,
    /// The words of the problem that is written.
    words: MessageBuffer<'static>,
    writer: ReportWriter,
    /// Facts are asked for while a report is not read yet.
    facts: ReportWriter,
}

struct Last {
    start: usize,
    length: usize,
    hint_at: usize,
    hint_length: usize,
    hint_decides: bool,
    limits: Limits,
    wtf8: bool,
    outcome: Option<Outcome<'static>>,
}

impl Last {
    const NONE: Last = Last {
        start: 0,
        length: 0,
        hint_at: 0,
        hint_length: 0,
        hint_decides: false,
        limits: Limits::DEFAULT,
        wtf8: false,
        outcome: None,
    };

    /// What is asked of a body in the memory.
    fn asked<'a>(&self, memory: &'a [u8]) -> Asked<'a> {
        let part = |start: usize, length| memory.get(start..start.saturating_add(length)).unwrap_or_default();
        let body = part(self.start, self.length);
        let hint = match part(self.hint_at, self.hint_length) {
            [] => Hint::NONE,
            words => match std::str::from_utf8(words) {
                Ok(hint) if self.hint_decides => Hint::of(hint),
                Ok(hint) => Hint::narrowing(hint),
                Err(_) => Hint::NONE,
            },
        };
        Asked { body, hint, limits: self.limits, wtf8: self.wtf8 }
    }
}

static MODULE: Mutex<Module> = Mutex::new(Module {
    body: Vec::new(),
    #[cfg(feature = "load")]
    sources: Vec::new(),
    catalog: &BUILT_IN,
    #[cfg(feature = "load")]
    unknown_formats: &[],
    checker: Checker::new(&BUILT_IN),
    last: Last::NONE,
    rows: Vec::new(),
    lines: Vec::new(),
    words: MessageBuffer::new(),
    writer: ReportWriter::new(),
    facts: ReportWriter::new(),
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
        module.judge(Last { length, hint_at: length, hint_length, hint_decides, limits, wtf8, ..Last::NONE })
    })
    .flatten()
    .unwrap_or(u32::MAX)
}

/// The events inside of the body of so many bytes that was written, behind which a hint stands that narrows; where in
/// memory they are, see [`ReportWriter`].
#[wasm_bindgen]
pub fn unwrapped(length: usize, max_bytes: u32, max_depth: u32, wtf8: bool, hint_length: usize) -> usize {
    with_module(|module| {
        let limits = Limits { max_bytes, max_depth };
        module.last = Last { length, hint_at: length, hint_length, limits, wtf8, ..Last::NONE };
        let found = module.checker.unwrapped(&module.last.asked(&module.body));
        module.writer.wrapped(&found, module.catalog);
        module.writer.give()
    })
    .unwrap_or_default()
}

impl Module {
    /// Checks a body; its verdict, where there is no more to say.
    fn judge(&mut self, last: Last) -> Option<u32> {
        let asked = last.asked(&self.body);
        let outcome = self.checker.check(&asked);
        let verdict = verdict(&self.checker.checked(&asked, &outcome), &mut self.rows);
        self.last = Last { outcome: Some(outcome), ..last };
        verdict
    }
}

/// The verdict on what there is no more to say of; of several events the rows are left.
fn verdict(checked: &Checked<'_, '_>, several: &mut Vec<u32>) -> Option<u32> {
    let (matched, events) = checked.clean()?;
    let row = |kind: EventKind<'_>| match kind {
        EventKind::Known(_, index) => u32::try_from(matched.entry.first_row + index).ok(),
        _ => None,
    };
    if let [event] = events {
        let row = row(event.kind).filter(|row| *row < LISTED)?;
        return Some(if matched.listed { row | LISTED } else { row });
    }
    several.clear();
    several.push(u32::try_from(events.len()).ok()?);
    for event in events {
        several.push(row(event.kind)?);
    }
    Some(SEVERAL)
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
        let Module { last, body, checker, words, writer, .. } = module;
        writer.begin();
        let outcome = last.outcome.as_ref()?;
        let report = checker.tell(&last.asked(body), outcome, words, &mut |said| writer.said(said));
        writer.rest(&report, module.catalog);
        Some(writer.give())
    })
    .flatten()
    .unwrap_or_default()
}

/// Replaces what is personal in the text of so many bytes that was written. A hint of so many bytes stands behind it,
/// and behind that a key.
#[cfg(feature = "redact")]
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
        let Module { last, body, checker, writer, .. } = module;
        writer.begin_events();
        checker.cloud_events(&last.asked(body), last.outcome.as_ref()?, false, &mut |event| {
            writer.event(&event)
        });
        writer.end_events().then(|| writer.give())
    })
    .flatten()
    .unwrap_or_default()
}

/// Where the parts of the CloudEvents of the body that was checked last came from; where in memory that is, see
/// [`ReportWriter`], and 0 where the body is not valid, or no event.
#[cfg(feature = "provenance")]
#[wasm_bindgen]
pub fn provenance() -> usize {
    with_module(|module| {
        let Module { last, body, checker, writer, .. } = module;
        let all = crate::provenance::of_events(checker, &last.asked(body), last.outcome.as_ref()?)?;
        writer.provenance(&all);
        Some(writer.give())
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

/// What the numbers of verdicts and reports stand for, see [`facts::write`]; where in memory it is.
#[wasm_bindgen]
pub fn facts() -> usize {
    with_module(|module| {
        facts::write(&mut module.facts, module.catalog);
        module.facts.give()
    })
    .unwrap_or_default()
}

/// The names of formats in the loaded documents that are not known.
#[cfg(feature = "load")]
#[wasm_bindgen]
pub fn unknown_formats() -> Result<JsValue, JsValue> {
    let names = with_module(|module| module.unknown_formats).unwrap_or_default();
    Ok(serde_wasm_bindgen::to_value(names)?)
}

#[cfg(feature = "load")]
#[wasm_bindgen]
extern "C" {
    type RegExp;

    #[wasm_bindgen(constructor, catch)]
    fn new(pattern: &str, flags: &str) -> Result<RegExp, JsValue>;

    #[wasm_bindgen(method)]
    fn test(this: &RegExp, text: &str) -> bool;
}
