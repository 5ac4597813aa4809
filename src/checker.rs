//! A catalog at work: bodies are checked against it, one after the other.

use crate::catalog::Catalog;
use crate::json::{Document, Limits, Malformed, Reader, syntax};
use crate::normalize::{self, Buffers, EncodedEvent};
use crate::problem::MessageBuffer;
use crate::recognize::{self, EventNode, Hint, Recognition};
#[cfg(feature = "redact")]
use crate::redact;
use crate::report::{self, Report, Said, Status};
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
    buffers: Buffers<'c>,
    /// For what is inside of a body, one for each text in another.
    pub(crate) spare: Vec<Checker<'c>>,
}

/// What is asked about a body.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    pub body: &'a [u8],
    pub hint: Hint<'a>,
    pub limits: Limits,
    /// Whether the three bytes of half a surrogate pair are accepted, because JavaScript text can hold one.
    pub wtf8: bool,
}

/// A checked body: its report and its events are made only when they are asked for.
#[derive(Debug)]
pub(crate) struct Checked<'a, 'c> {
    checker: &'a Checker<'c>,
    asked: &'a Asked<'a>,
    outcome: &'a Outcome<'c>,
}

/// What came of reading and recognizing a body.
pub(crate) type Outcome<'c> = Result<Recognition<'c>, Malformed>;

impl<'c> Checker<'c> {
    /// A checker for a catalog. It has not allocated anything yet.
    #[must_use]
    pub const fn new(catalog: &'c Catalog<'c>) -> Self {
        Checker {
            catalog,
            reader: Reader::new(),
            events: Vec::new(),
            findings: Findings::new(),
            buffers: Buffers::new(),
            spare: Vec::new(),
        }
    }

    /// The same text with nothing personal in it, see [`crate::redact()`]. A hint is as for [`Checker::validate_as`].
    #[cfg(feature = "redact")]
    #[must_use]
    pub fn redact(&self, body: &[u8], hint: Hint<'_>, key: &[u8]) -> Vec<u8> {
        let mut text = body.to_vec();
        redact::redact(self.catalog, &mut text, hint, key);
        text
    }

    /// Checks a body.
    pub(crate) fn check(&mut self, asked: &Asked<'_>) -> Outcome<'c> {
        self.findings.clear();
        self.events.clear();
        self.reader.scan(asked.body, asked.limits, asked.wtf8)?;
        let document = self.reader.document(asked.body);
        let recognition = recognize::recognize(self.catalog, &document, asked.hint, &mut self.events);
        let definitions = self.catalog.definitions();
        validate::validate(&document, definitions, &recognition, &self.events, &mut self.findings);
        Ok(recognition)
    }

    /// Gives the CloudEvents of the body that was checked last, if it is valid and has events; with where all of them
    /// came from where `traced`.
    pub(crate) fn cloud_events(
        &mut self,
        asked: &Asked<'_>,
        outcome: &Outcome<'c>,
        traced: bool,
        give: &mut dyn FnMut(EncodedEvent<'_>),
    ) {
        let Checker { reader, events, findings, buffers, .. } = self;
        if let Ok(Recognition::Matched(matched)) = outcome
            && report::status(findings) == Status::Valid
        {
            normalize::normalize(&reader.document(asked.body), matched, events, traced, buffers, give);
        }
    }

    pub(crate) fn catalog(&self) -> &'c Catalog<'c> {
        self.catalog
    }

    /// The body that was checked last, to ask for its report and its events.
    pub(crate) fn checked<'a>(&'a self, asked: &'a Asked<'a>, outcome: &'a Outcome<'c>) -> Checked<'a, 'c> {
        Checked { checker: self, asked, outcome }
    }
}

impl<'a, 'c> Checked<'a, 'c> {
    pub(crate) fn document(&self) -> Document<'a> {
        self.checker.reader.document(self.asked.body)
    }

    pub(crate) fn catalog(&self) -> &'c Catalog<'c> {
        self.checker.catalog
    }

    pub(crate) fn recognition(&self) -> Option<&'a Recognition<'c>> {
        self.outcome.as_ref().ok()
    }

    pub(crate) fn events(&self) -> &'a [EventNode<'c>] {
        &self.checker.events
    }

    /// How many errors it has.
    pub(crate) fn errors(&self) -> u32 {
        self.checker.findings.errors
    }

    /// Its report, by itself: what is inside of it is not looked at.
    pub(crate) fn report(&self) -> Report<'c> {
        report::collected(|words, told| self.tell(words, told))
    }

    /// As [`Checked::report`]; the problems of a document are told instead, in the words that are given.
    pub(crate) fn tell(
        &self,
        words: &mut MessageBuffer<'c>,
        told: &mut dyn FnMut(Said<'_, 'c>),
    ) -> Report<'c> {
        let Checker { events, findings, .. } = self.checker;
        match self.outcome {
            Ok(recognition) => report::tell(&self.document(), recognition, events, findings, words, told),
            Err(_) => {
                let Asked { body, limits, wtf8, .. } = *self.asked;
                report::malformed(body, syntax::problems(body, limits, wtf8, report::MOST_PROBLEMS))
            }
        }
    }

    /// Its events, if it has no problem at all, not even a warning.
    #[cfg(all(feature = "wasm", target_arch = "wasm32"))]
    pub(crate) fn clean(&self) -> Option<(&crate::recognize::MatchedEnvelope<'c>, &[EventNode<'c>])> {
        match self.outcome {
            Ok(Recognition::Matched(matched)) if self.checker.findings.list.is_empty() => {
                Some((matched, &self.checker.events))
            }
            _ => None,
        }
    }
}
