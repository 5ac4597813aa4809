//! HookLens tells which webhook event a JSON body is, everything that is wrong with it and where, and
//! what it means in one common form.
//!
//! ```
//! use hooklens::{Status, validate};
//!
//! let report = validate(br#"{"event": "refresh", "id_usr": "5e751d54d0510472295413b3"}"#);
//! assert_eq!(report.status, Status::Invalid);
//! assert_eq!(report.events[0].name, "refresh");
//! let misspelled = report.problems.iter().find(|problem| problem.hint.is_some()).unwrap();
//! assert_eq!(misspelled.hint.as_deref(), Some("did you mean `id_user`?"));
//! assert_eq!((misspelled.span.line, misspelled.span.column), (1, 22));
//! ```
//!
//! Data flows one way; each module uses only what is left of it:
//!
//! `json → format → shape → catalog → recognize → validate → normalize → report → wasm`
//!
//! - [`json`] reads bytes into a flat tape of nodes, each with its place, or says what is not JSON;
//! - [`mod@format`] recognises the formats of strings and makes them canonical;
//! - [`shape`] is the language that the [`catalog`] is written in, which holds all that is known of
//!   the providers, as const data;
//! - [`recognize`] tells which provider, envelope and event types a document is;
//! - `validate` walks a document along its shape and finds everything that is wrong;
//! - `problem` puts each finding in words, and [`report`] gives the plain results.
//!
//! Offsets are bytes in the crate, and UTF-16 code units in a [`Report`].

mod canonical;
pub mod catalog;
mod cloud_event;
pub mod content;
#[cfg(not(target_arch = "wasm32"))]
pub mod export;
pub mod format;
pub mod json;
pub mod normalize;
mod output;
pub mod problem;
pub mod recognize;
pub mod report;
pub mod shape;
mod sort;
pub mod suggest;
mod validate;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use cloud_event::CloudEvent;
pub use json::Limits;
pub use problem::Code;
pub use report::{EventId, Fix, Problem, RecognizedEvent, Report, Span, Status};
pub use shape::Severity;

use json::{Document, Malformed, Reader};
use recognize::{Item, Recognition};
use validate::Findings;

/// Tells which event a body is and everything that is wrong with it. It fails for no body.
#[must_use]
pub fn validate(body: &[u8]) -> Report {
    Checker::default().validate(body, Limits::default())
}

/// Gives one CloudEvent per event of a valid body, the same whichever provider or version sent it.
///
/// ```
/// let body = include_bytes!("../tests/payloads/seam/acs_credential.issued.json");
/// let events = hooklens::normalize(body).unwrap();
/// assert_eq!(events[0].kind, "co.seam.acs_credential.issued");
/// assert_eq!(events[0].time.as_deref(), Some("2025-01-01T00:00:00.000Z"));
/// ```
///
/// # Errors
/// The report, where the body is not valid; also where it is valid and no event: a webhook
/// subscription or a registration request.
pub fn normalize(body: &[u8]) -> Result<Vec<CloudEvent>, Box<Report>> {
    Checker::default().normalize(body, Limits::default())
}

/// Checks bodies, reusing its memory between them.
///
/// ```
/// let mut checker = hooklens::Checker::default();
/// let limits = hooklens::Limits { max_bytes: 1 << 20, ..Default::default() };
/// assert!(!checker.validate(b"{}", limits).valid);
/// ```
#[derive(Debug)]
pub struct Checker {
    reader: Reader,
    items: Vec<Item>,
    findings: Findings,
    outcome: Option<Result<Recognition, Malformed>>,
    limits: Limits,
    wtf8: bool,
}

impl Default for Checker {
    fn default() -> Self {
        Self::new()
    }
}

impl Checker {
    /// One without any memory yet.
    #[must_use]
    pub const fn new() -> Self {
        Checker {
            reader: Reader::new(),
            items: Vec::new(),
            findings: Findings::new(),
            outcome: None,
            limits: Limits::DEFAULT,
            wtf8: false,
        }
    }

    /// The report on a body.
    pub fn validate(&mut self, body: &[u8], limits: Limits) -> Report {
        self.check(body, limits, false);
        self.report(body)
    }

    /// The CloudEvents of a body.
    ///
    /// # Errors
    /// As [`normalize()`].
    pub fn normalize(&mut self, body: &[u8], limits: Limits) -> Result<Vec<CloudEvent>, Box<Report>> {
        self.check(body, limits, false);
        match self.cloud_events(body) {
            Some(events) => Ok(events.into_iter().map(CloudEvent::from).collect()),
            None => Err(Box::new(self.report(body))),
        }
    }

    /// The CloudEvents of the body that was checked last, if it is valid and has events.
    pub(crate) fn cloud_events(&self, body: &[u8]) -> Option<Vec<cloud_event::Written>> {
        match &self.outcome {
            Some(Ok(Recognition::Known(known))) if report::status(&self.findings) == Status::Valid => {
                let events = normalize::normalize(&self.document(body), known, &self.items);
                (!events.is_empty()).then_some(events)
            }
            _ => None,
        }
    }

    /// Checks a body; what was found is asked for afterwards. With `wtf8` the three bytes of half a
    /// surrogate pair, which JavaScript text can hold, are no error.
    pub(crate) fn check(&mut self, body: &[u8], limits: Limits, wtf8: bool) {
        (self.limits, self.wtf8) = (limits, wtf8);
        self.findings.clear();
        self.items.clear();
        self.outcome = Some(self.reader.scan(body, limits, wtf8).map(|()| {
            let document = self.reader.document(body);
            let recognition = recognize::recognize(&document, &mut self.items);
            validate::validate(&document, &recognition, &self.items, &mut self.findings);
            recognition
        }));
    }

    /// The report on the body that was checked last; `body` must be the same.
    pub(crate) fn report(&self, body: &[u8]) -> Report {
        match &self.outcome {
            Some(Ok(recognition)) => {
                report::read(&self.document(body), recognition, &self.items, &self.findings)
            }
            _ => {
                let most = report::MOST_PROBLEMS;
                report::malformed(body, json::syntax::problems(body, self.limits, self.wtf8, most))
            }
        }
    }

    /// The events of the body that was checked last, where nothing is wrong with it at all.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn clean(&self) -> Option<(&recognize::Recognized, &[Item])> {
        match &self.outcome {
            Some(Ok(Recognition::Known(known))) if self.findings.list.is_empty() => {
                Some((known, &self.items))
            }
            _ => None,
        }
    }

    pub(crate) fn document<'a>(&'a self, body: &'a [u8]) -> Document<'a> {
        self.reader.document(body)
    }
}
