//! A catalog at work: bodies are checked against it, one after the other.

use crate::catalog::Catalog;
use crate::json::{Document, Limits, Malformed, Reader, syntax};
use crate::normalize::{self, CloudEvent, EncodedEvent};
use crate::recognize::{self, EventNode, Hint, Recognition};
use crate::redact;
use crate::report::{self, Report, Status};
use crate::validate::{self, Findings};

/// Checks bodies against a catalog, reusing its memory between them.
///
/// ```
/// use hooklens::{Checker, Limits, catalog::BUILT_IN};
///
/// let mut checker = Checker::new(&BUILT_IN);
/// let limits = Limits { max_bytes: 1 << 20, ..Default::default() };
/// assert!(!checker.validate(b"{}", limits).valid);
/// ```
#[derive(Debug)]
pub struct Checker<'c> {
    catalog: &'c Catalog<'c>,
    reader: Reader,
    events: Vec<EventNode<'c>>,
    findings: Findings<'c>,
}

/// A checked body: its report and its events are made only when they are asked for.
#[derive(Debug)]
pub(crate) struct Checked<'a, 'c> {
    checker: &'a Checker<'c>,
    body: &'a [u8],
    limits: Limits,
    wtf8: bool,
    outcome: &'a Outcome<'c>,
}

/// What came of reading and recognizing a body.
pub(crate) type Outcome<'c> = Result<Recognition<'c>, Malformed>;

impl<'c> Checker<'c> {
    /// A checker for a catalog. It has not allocated anything yet.
    #[must_use]
    pub const fn new(catalog: &'c Catalog<'c>) -> Self {
        Checker { catalog, reader: Reader::new(), events: Vec::new(), findings: Findings::new() }
    }

    /// The report on a body.
    pub fn validate(&mut self, body: &[u8], limits: Limits) -> Report<'c> {
        self.validate_as(body, Hint::NONE, limits)
    }

    /// The report on a body about which something is known from elsewhere, see [`Hint`].
    pub fn validate_as(&mut self, body: &[u8], hint: Hint<'_>, limits: Limits) -> Report<'c> {
        let outcome = self.check(body, hint, limits, false);
        self.checked(body, limits, false, &outcome).report()
    }

    /// The CloudEvents of a body.
    ///
    /// # Errors
    /// See [`crate::normalize()`].
    pub fn normalize(&mut self, body: &[u8], limits: Limits) -> Result<Vec<CloudEvent>, Box<Report<'c>>> {
        let outcome = self.check(body, Hint::NONE, limits, false);
        let checked = self.checked(body, limits, false, &outcome);
        match checked.cloud_events() {
            Some(events) => Ok(events.into_iter().map(CloudEvent::from).collect()),
            None => Err(Box::new(checked.report())),
        }
    }

    /// The same text with nothing personal in it, see [`crate::redact()`]. A hint is as for [`Checker::validate_as`].
    #[must_use]
    pub fn redact(&self, body: &[u8], hint: Hint<'_>, key: &[u8]) -> Vec<u8> {
        let mut text = body.to_vec();
        redact::redact(self.catalog, &mut text, hint, key);
        text
    }

    /// Checks a body. With `wtf8`, the three bytes of half a surrogate pair are accepted, because JavaScript text
    /// can hold one.
    pub(crate) fn check(&mut self, body: &[u8], hint: Hint<'_>, limits: Limits, wtf8: bool) -> Outcome<'c> {
        self.findings.clear();
        self.events.clear();
        self.reader.scan(body, limits, wtf8)?;
        let document = self.reader.document(body);
        let recognition = recognize::recognize(self.catalog, &document, hint, &mut self.events);
        let definitions = self.catalog.definitions();
        validate::validate(&document, definitions, &recognition, &self.events, &mut self.findings);
        Ok(recognition)
    }

    /// The body that was checked last, to ask for its report and its events.
    pub(crate) fn checked<'a>(
        &'a self,
        body: &'a [u8],
        limits: Limits,
        wtf8: bool,
        outcome: &'a Outcome<'c>,
    ) -> Checked<'a, 'c> {
        Checked { checker: self, body, limits, wtf8, outcome }
    }
}

impl<'a, 'c> Checked<'a, 'c> {
    fn document(&self) -> Document<'a> {
        self.checker.reader.document(self.body)
    }

    /// Its report.
    pub(crate) fn report(&self) -> Report<'c> {
        let Checker { events, findings, .. } = self.checker;
        match self.outcome {
            Ok(recognition) => report::of_document(&self.document(), recognition, events, findings),
            Err(_) => {
                let most = report::MOST_PROBLEMS;
                report::malformed(self.body, syntax::problems(self.body, self.limits, self.wtf8, most))
            }
        }
    }

    /// Its CloudEvents, if it is valid and has events.
    pub(crate) fn cloud_events(&self) -> Option<Vec<EncodedEvent>> {
        let Checker { events, findings, .. } = self.checker;
        match self.outcome {
            Ok(Recognition::Matched(matched)) if report::status(findings) == Status::Valid => {
                let events = normalize::normalize(&self.document(), matched, events);
                (!events.is_empty()).then_some(events)
            }
            _ => None,
        }
    }

    /// Its events, if it has no problem at all, not even a warning.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn clean(&self) -> Option<(&crate::recognize::MatchedEnvelope<'c>, &[EventNode<'c>])> {
        match self.outcome {
            Ok(Recognition::Matched(matched)) if self.checker.findings.list.is_empty() => {
                Some((matched, &self.checker.events))
            }
            _ => None,
        }
    }
}
