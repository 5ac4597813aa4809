//! The boundary to JavaScript: the only file that names `JsValue`. It decides nothing.
//!
//! A body is written straight into the module's memory, at the address that [`reserve`] gives; then
//! [`check`] answers with one number. Only a body with problems needs more: [`report`].

use std::cell::RefCell;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::Checker;
use crate::catalog;
use crate::json::Limits;
use crate::recognize::ItemKind;
use crate::shape::Wrapper;

struct Module {
    body: Vec<u8>,
    length: usize,
    checker: Checker,
    rows: Vec<u8>,
}

thread_local! {
    static MODULE: RefCell<Module> = const {
        RefCell::new(Module { body: Vec::new(), length: 0, checker: Checker::new(), rows: Vec::new() })
    };
}

/// Makes room for a body of so many bytes; where in memory it is to be written.
#[wasm_bindgen]
pub fn reserve(bytes: usize) -> usize {
    MODULE.with_borrow_mut(|module| {
        if module.body.len() < bytes {
            module.body.resize(bytes, 0);
        }
        module.body.as_ptr() as usize
    })
}

/// The verdict on the body of so many bytes that was written: the row of its event type, plus 256
/// where it stands in an array; plus 512 and 1024 for each event where there are several, whose rows
/// are at [`rows`]. `u32::MAX` where there is more to say: see [`report`].
#[wasm_bindgen]
pub fn check(length: usize, max_bytes: u32, max_depth: u32, wtf8: bool) -> u32 {
    MODULE.with_borrow_mut(|module| {
        module.length = length;
        let body = module.body.get(..length).unwrap_or_default();
        module.checker.check(body, Limits { max_bytes, max_depth }, wtf8);
        module.verdict().unwrap_or(u32::MAX)
    })
}

impl Module {
    fn verdict(&mut self) -> Option<u32> {
        let (known, items) = self.checker.clean()?;
        let row = |kind: ItemKind| match kind {
            ItemKind::Known(_, index) => Some(known.first_row + index),
            _ => None,
        };
        let listed = u32::from(known.listed) << 8;
        if let [item] = items {
            return Some(u32::from(row(item.kind)?) | listed);
        }
        let count = u32::try_from(items.len()).ok().filter(|count| *count < 1 << 20)?;
        self.rows.clear();
        for item in items {
            self.rows.push(row(item.kind)?);
        }
        Some(listed | 1 << 9 | count << 10)
    }
}

/// Where in memory the rows of several events are, a byte each.
#[wasm_bindgen]
pub fn rows() -> usize {
    MODULE.with_borrow(|module| module.rows.as_ptr() as usize)
}

/// The report on the body that was checked last, as JSON.
#[wasm_bindgen]
pub fn report() -> String {
    MODULE.with_borrow(|module| {
        let body = module.body.get(..module.length).unwrap_or_default();
        // A report is plain data: serde_json has no reason to refuse it.
        serde_json::to_string(&module.checker.report(body)).unwrap_or_default()
    })
}

/// The CloudEvents of the body that was checked last, as a JSON array; absent where it is not valid, or
/// no event.
#[wasm_bindgen]
pub fn normalized() -> Option<String> {
    MODULE.with_borrow(|module| {
        let body = module.body.get(..module.length).unwrap_or_default();
        let events = module.checker.cloud_events(body)?;
        let mut json = vec![b'['];
        for event in &events {
            if json.len() > 1 {
                json.push(b',');
            }
            event.write(&mut json);
        }
        json.push(b']');
        Some(String::from_utf8(json).unwrap_or_default())
    })
}

/// The report on a body that was not read because of its size, as JSON.
#[wasm_bindgen]
pub fn too_large(max_bytes: u32) -> String {
    serde_json::to_string(&crate::report::too_large(max_bytes)).unwrap_or_default()
}

/// What JavaScript says of a row.
#[derive(Serialize)]
struct Row {
    id: String,
    provider: &'static str,
    #[serde(rename = "type")]
    name: &'static str,
    title: &'static str,
    /// The pointer of the event, or of the array that it stands in.
    pointer: String,
    /// The fields around the events that are known.
    around: Vec<&'static str>,
    /// The field of the event that is its payload.
    #[serde(skip_serializing_if = "Option::is_none")]
    payload: Option<&'static str>,
    event: bool,
}

/// Every row of the catalog, in order.
#[wasm_bindgen]
pub fn catalog_rows() -> Result<JsValue, JsValue> {
    let row = |(provider, envelope, event): (
        &'static crate::shape::Provider,
        &'static crate::shape::Envelope,
        &'static crate::shape::EventType,
    )| Row {
        id: crate::EventId { provider, event }.to_string(),
        provider: provider.name,
        name: event.name,
        title: event.title,
        pointer: match envelope.wrapper {
            Wrapper::Object { events, .. } => format!("/{events}"),
            _ => String::new(),
        },
        around: match envelope.wrapper {
            Wrapper::Object { object, events, .. } => {
                object.fields.iter().map(|field| field.name).filter(|name| *name != events).collect()
            }
            _ => Vec::new(),
        },
        payload: envelope.payload,
        event: event.event,
    };
    let rows: Vec<Row> = catalog::rows().map(row).collect();
    Ok(serde_wasm_bindgen::to_value(&rows)?)
}
