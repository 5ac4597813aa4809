#![doc = include_str!("crate.md")]
//!
//! # How it is built
//!
//! Data flows one way; each module imports only from its left:
//!
//! `encoding → json → format → finding → shape → suggest → catalog → recognize → validate → normalize → redact → problem → report →
//! checker → provenance → unwrap → wasm`
//!
//! - `encoding` decodes base64, `%XX` and forms;
//! - [`json`] reads bytes into a flat tape of nodes, each with its place, or says what is not JSON;
//! - [`mod@format`] recognizes the formats of strings and makes them canonical;
//! - [`finding`] has the codes of what can be found, without words;
//! - [`shape`] is the language that a [`catalog`] is written in; a catalog is a value with everything known
//!   about its providers;
//! - [`suggest`] finds the known name that was near-certainly meant by another;
//! - [`recognize`] tells which provider, envelope and event types a document is;
//! - `validate` walks a document along its shape and finds everything that is wrong;
//! - `normalize` makes CloudEvents of valid events;
//! - `redact` gives the same text with nothing personal in it;
//! - `problem` puts each finding in words, and [`report`] has the plain results;
//! - [`Checker`] checks bodies against a catalog;
//! - `provenance` tells where each part of a CloudEvent came from;
//! - `unwrap` finds the events inside of other bodies.

// Without the loader, redaction or provenance, some of what others offer has no use.
#![cfg_attr(
    not(all(feature = "load", feature = "redact", feature = "provenance")),
    allow(dead_code, unused_imports)
)]

pub mod catalog;
mod checker;
mod encoding;
#[cfg(all(feature = "export", not(target_arch = "wasm32")))]
pub mod export;
pub mod finding;
pub mod format;
pub mod json;
#[cfg(feature = "load")]
pub mod load;
mod normalize;
mod problem;
#[cfg(feature = "provenance")]
mod provenance;
pub mod recognize;
#[cfg(feature = "redact")]
mod redact;
pub mod report;
pub mod shape;
pub mod suggest;
mod unwrap;
mod validate;
#[cfg(all(target_arch = "wasm32", feature = "wasm"))]
mod wasm;

pub use checker::Checker;
pub use finding::{Code, Parameters, Severity};
pub use json::Limits;
pub use normalize::{CloudEvent, OriginKind};
#[cfg(feature = "provenance")]
pub use provenance::{Origin, Place, Provenance};
pub use recognize::Hint;
pub use report::{EventId, Fix, Problem, RecognizedEvent, Report, Span, Status};
pub use unwrap::{Encoding, Step, Wrapped};

use catalog::BUILT_IN;

/// Tells which event of the built-in catalog a body is and everything that is wrong with it. It never fails.
#[must_use]
pub fn validate(body: &[u8]) -> Report<'static> {
    Checker::new(&BUILT_IN).validate(body, Limits::default())
}

/// The same text with nothing personal in it, of the same length, so that the report on it is the same but for the
/// values. The same key gives the same text; from that, nobody without the key can tell what was there. Give random
/// bytes, new ones for each body, unless the same value is to become the same one in several bodies.
///
/// ```
/// let body = br#"{"event": "refresh", "id_user": "5e751d54d0510472295413b3", "id_external": "Ana 4711"}"#;
/// let text = String::from_utf8(hooklens::redact(body, b"a long random key")).unwrap();
/// assert_eq!(text.len(), body.len());
/// assert!(text.starts_with(r#"{"event": "refresh", "id_user": ""#));
/// assert!(!text.contains("5e751d54d0510472295413b3") && !text.contains("Ana") && !text.contains("4711"));
/// let report = |body: &[u8]| hooklens::validate(body).problems.len();
/// assert_eq!(report(text.as_bytes()), report(body));
/// ```
#[must_use]
#[cfg(feature = "redact")]
pub fn redact(body: &[u8], key: &[u8]) -> Vec<u8> {
    Checker::new(&BUILT_IN).redact(body, Hint::NONE, key)
}

/// Returns one CloudEvent for each event of a valid body, the same whichever provider or version sent it.
///
/// ```
/// let body = include_bytes!("../tests/payloads/seam/acs_credential.issued.json");
/// let events = hooklens::normalize(body).unwrap();
/// assert_eq!(events[0].event_type, "co.seam.acs_credential.issued");
/// assert_eq!(events[0].time.as_deref(), Some("2025-01-01T00:00:00.000Z"));
/// ```
///
/// # Errors
/// The report, if the body is not valid, or if it is valid but not an event: a webhook subscription or
/// registration request.
pub fn normalize(body: &[u8]) -> Result<Vec<CloudEvent>, Box<Report<'static>>> {
    Checker::new(&BUILT_IN).normalize(body, Limits::default())
}

/// Returns where each part of what [`normalize()`] gives came from: one for each event, in the same order.
///
/// ```
/// let body = include_bytes!("../tests/payloads/seam/acs_credential.issued.json");
/// let provenance = hooklens::provenance(body).unwrap();
/// let time = provenance[0].origins.iter().find(|origin| origin.pointer == "/time").unwrap();
/// assert_eq!(time.from[0].pointer, "/occurred_at");
/// ```
///
/// # Errors
/// As [`normalize()`].
#[cfg(feature = "provenance")]
pub fn provenance(body: &[u8]) -> Result<Vec<Provenance>, Box<Report<'static>>> {
    Checker::new(&BUILT_IN).provenance(body, Hint::NONE, Limits::default())
}

/// Returns the events inside of a body, in its order: in a queue's message, a proxy's request, a log line. None where
/// the body is one itself.
///
/// ```
/// let event = include_str!("../tests/payloads/seam/acs_credential.issued.json");
/// let body = format!("[{event}]");
/// let found = hooklens::unwrap(body.as_bytes());
/// assert_eq!((found[0].pointer.as_str(), found[0].text.as_str()), ("/0", event.trim()));
/// assert!(found[0].report.valid);
/// assert!(hooklens::unwrap(event.as_bytes()).is_empty());
/// ```
#[must_use]
pub fn unwrap(body: &[u8]) -> Vec<Wrapped<'static>> {
    Checker::new(&BUILT_IN).unwrap(body, Hint::NONE, Limits::default())
}
