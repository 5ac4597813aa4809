//! Events inside of other bodies: below the root of a document, and in the texts that are in it.
//!
//! A body that is an event, or nearly, is taken at its word: nothing of this is done. Of any other, the objects that
//! name an event of the catalog are looked at, and the texts that another document may be in, as deep as they are in
//! each other. What is found must be certain by itself, see [`certain`].

mod certain;
mod decode;
mod look;
mod names;
mod scan;
mod words;

use serde::{Serialize, Serializer};

use crate::checker::{Asked, Checker, Outcome};
use crate::json::{Limits, Malformed};
use crate::normalize::CloudEvent;
use crate::problem::MessageBuffer;
use crate::recognize::{Hint, Recognition};
use crate::report::{self, Report, Said, Span};
use crate::shape::Wrapper;
use look::{Found, Look};

/// How something stands in something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// As JSON: it is an object or an array below the root.
    Json,
    /// As text: it is JSON in a string, or among other text.
    Text,
    /// In base64.
    Base64,
    /// As a form, whose fields are the members of what it is.
    Form,
    /// With `%XX`.
    Percent,
}

impl Encoding {
    /// As JavaScript has it.
    #[must_use]
    pub fn spelling(self) -> &'static str {
        match self {
            Encoding::Json => "json",
            Encoding::Text => "text",
            Encoding::Base64 => "base64",
            Encoding::Form => "form",
            Encoding::Percent => "percent",
        }
    }
}

impl Encoding {
    /// How it is said that something is inside.
    fn words(self) -> &'static str {
        match self {
            Encoding::Json => "",
            Encoding::Text => ", as text",
            Encoding::Base64 => ", in base64",
            Encoding::Form => ", in a form",
            Encoding::Percent => ", percent-encoded",
        }
    }
}

impl Serialize for Encoding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.spelling())
    }
}

/// A step on the way to what is inside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// RFC 6901 pointer in what the step before came to; in the first, in the body.
    pub pointer: String,
    /// How the value there is to be read.
    pub encoding: Encoding,
}

/// An event inside of a body, or several in their envelope.
#[derive(Clone, Debug, Serialize)]
pub struct Wrapped<'c> {
    /// RFC 6901 pointer in the body to what it is in; `""` where the body is no JSON.
    pub pointer: String,
    /// The way to it.
    pub path: Vec<Step>,
    /// Where in the body that is.
    pub span: Span,
    /// Its own text.
    pub text: String,
    /// The report on that text.
    pub report: Report<'c>,
}

impl<'c> Checker<'c> {
    /// The report on a body.
    pub fn validate(&mut self, body: &[u8], limits: Limits) -> Report<'c> {
        self.validate_as(body, Hint::NONE, limits)
    }

    /// The report on a body about which something is known from elsewhere, see [`Hint`].
    pub fn validate_as(&mut self, body: &[u8], hint: Hint<'_>, limits: Limits) -> Report<'c> {
        let asked = Asked { body, hint, limits, wtf8: false };
        let outcome = self.check(&asked);
        self.report(&asked, &outcome)
    }

    /// The CloudEvents of a body.
    ///
    /// # Errors
    /// See [`crate::normalize()`].
    pub fn normalize(&mut self, body: &[u8], limits: Limits) -> Result<Vec<CloudEvent>, Box<Report<'c>>> {
        let asked = Asked { body, hint: Hint::NONE, limits, wtf8: false };
        let outcome = self.check(&asked);
        let mut events = Vec::new();
        self.cloud_events(&asked, &outcome, false, &mut |event| events.push(CloudEvent::from(event)));
        if events.is_empty() { Err(Box::new(self.report(&asked, &outcome))) } else { Ok(events) }
    }

    /// The events inside of a body, in its order; none where it is one itself. A hint narrows what they may be.
    ///
    /// ```
    /// use hooklens::{Checker, Hint, Limits, catalog::BUILT_IN};
    ///
    /// let body = "payload=%7B%22event%22%3A%22account.connection.created%22%2C%22connectionid%22%3A\
    ///     %22b8efd63c-2ec8-422c-a3d6-f4bc398c671f%22%7D";
    /// let found = Checker::new(&BUILT_IN).unwrap(body.as_bytes(), Hint::NONE, Limits::default());
    /// assert_eq!(found[0].path.len(), 2);
    /// assert_eq!(found[0].path[1].pointer, "/payload");
    /// assert!(found[0].report.valid);
    /// ```
    pub fn unwrap(&mut self, body: &[u8], hint: Hint<'_>, limits: Limits) -> Vec<Wrapped<'c>> {
        self.unwrapped(&Asked { body, hint: hint.narrowed(), limits, wtf8: false })
    }

    /// The same of what is asked, with a hint that narrows.
    pub(crate) fn unwrapped(&mut self, asked: &Asked<'_>) -> Vec<Wrapped<'c>> {
        let outcome = self.check(asked);
        let found = self.inside(asked, &outcome, look::MOST_FOUND);
        let mut positions = crate::json::position::Positions::new(asked.body);
        let mut wrapped = Vec::with_capacity(found.list.len());
        for Found { path, place: (start, end), text, .. } in found.list {
            let own = Asked { body: text.as_bytes(), limits: look::inner(asked.limits), ..*asked };
            let outcome = self.check(&own);
            wrapped.push(Wrapped {
                pointer: path.first().map(|step| step.pointer.clone()).unwrap_or_default(),
                path,
                span: crate::report::span(&mut positions, start, end),
                report: self.checked(&own, &outcome).report(),
                text,
            });
        }
        wrapped
    }

    /// The report on a body that was checked last, or on what is inside of it.
    fn report(&mut self, asked: &Asked<'_>, outcome: &Outcome<'c>) -> Report<'c> {
        report::collected(|words, told| self.tell(asked, outcome, words, told))
    }

    /// The same; the problems of a document are told instead, in the words that are given, and are not in the report.
    pub(crate) fn tell(
        &mut self,
        asked: &Asked<'_>,
        outcome: &Outcome<'c>,
        words: &mut MessageBuffer<'c>,
        told: &mut dyn FnMut(Said<'_, 'c>),
    ) -> Report<'c> {
        if outcome.is_err() {
            // What is around it is said with all else that is no JSON.
            let mut report = self.checked(asked, outcome).report();
            if words::is_of_several(&report) {
                let found = self.inside(asked, outcome, 1);
                words::name_one(&mut report, asked.body, &found);
            }
            return report;
        }
        let found = self.inside(asked, outcome, 1);
        let checked = self.checked(asked, outcome);
        match found.list.first() {
            Some(first) => words::report(&checked.document(), first, found.count),
            None => checked.tell(words, told),
        }
    }

    /// What is inside of the body that was checked last, unless it is an event itself.
    fn inside(&mut self, asked: &Asked<'_>, outcome: &Outcome<'c>, most: usize) -> look::Inside<'c> {
        let checked = self.checked(asked, outcome);
        let is_itself = match outcome {
            Err(malformed) => matches!(malformed, Malformed::TooLarge),
            Ok(Recognition::Bare(..)) => true,
            Ok(Recognition::Matched(matched)) => {
                checked.errors() == 0
                    || asked.hint.decides(self.catalog())
                    || !matches!(matched.entry.envelope.wrapper, Wrapper::None)
                    || certain::event(&checked).is_some()
            }
            Ok(_) => false,
        };
        if is_itself {
            return look::Inside::default();
        }
        let spare = std::mem::take(&mut self.spare);
        let checked = self.checked(asked, outcome);
        let mut look = Look::new(self.catalog(), asked, most, spare);
        match outcome {
            Err(_) => look.text(asked.body),
            Ok(_) => look.document(&checked.document()),
        }
        let (found, spare) = look.end();
        self.spare = spare;
        found
    }
}
