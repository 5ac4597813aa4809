//! The plain results, as they leave the crate.
//!
//! Field names and their order are the public interface; JavaScript sees the same.

mod build;

#[cfg(all(feature = "wasm", target_arch = "wasm32"))]
pub(crate) use build::of_problems;
#[cfg(all(feature = "wasm", target_arch = "wasm32"))]
pub(crate) use build::too_large;
pub(crate) use build::{Said, collected, malformed, of_words, span, status, tell, value_words};

use serde::{Serialize, Serializer};

use crate::finding::{Code, Parameters, Severity};
use crate::shape::{EventType, Provider};

/// The most problems that a report lists.
pub const MOST_PROBLEMS: usize = 100;

/// The verdict on a whole body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// A known event without an error.
    Valid,
    /// A known event with errors.
    Invalid,
    /// JSON, but no known event.
    Unknown,
    /// Not JSON, not UTF-8, or over a limit.
    Malformed,
}

impl Status {
    /// As it is written in a report.
    #[must_use]
    pub fn spelling(self) -> &'static str {
        match self {
            Status::Valid => "valid",
            Status::Invalid => "invalid",
            Status::Unknown => "unknown",
            Status::Malformed => "malformed",
        }
    }
}

impl Serialize for Status {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.spelling())
    }
}

/// `provider/type`, the identity of an event type.
#[derive(Clone, Copy, Debug)]
pub struct EventId<'c> {
    /// Who sends it.
    pub provider: &'c Provider<'c>,
    /// What it is.
    pub event: &'c EventType<'c>,
}

impl std::fmt::Display for EventId<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.provider.name)?;
        f.write_str("/")?;
        f.write_str(self.event.name)
    }
}

impl Serialize for EventId<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What was found out about a body.
#[derive(Clone, Debug, Serialize)]
pub struct Report<'c> {
    /// The verdict on the whole body.
    pub status: Status,
    /// Whether the status is [`Status::Valid`].
    pub valid: bool,
    /// The recognized events, in body order.
    pub events: Vec<RecognizedEvent<'c>>,
    /// If the body is ambiguous, every event type that fits; if its name is misspelled, those near-certainly meant.
    pub candidates: Vec<EventId<'c>>,
    /// Everything that is wrong, in text order, at most [`MOST_PROBLEMS`].
    pub problems: Vec<Problem<'c>>,
    /// How many more problems there are.
    #[serde(skip_serializing_if = "is_zero")]
    pub omitted: u32,
}

fn is_zero(count: &u32) -> bool {
    *count == 0
}

/// A recognized event.
#[derive(Clone, Debug, Serialize)]
pub struct RecognizedEvent<'c> {
    /// `provider/type`.
    pub id: EventId<'c>,
    /// The provider's name.
    pub provider: &'c str,
    /// Its name on the wire, in its canonical spelling.
    #[serde(rename = "type")]
    pub event_type: &'c str,
    /// A short title for people.
    pub title: &'c str,
    /// RFC 6901 pointer to the event.
    pub pointer: String,
}

/// Something wrong, and where.
#[derive(Clone, Debug, Serialize)]
pub struct Problem<'c> {
    /// What kind of problem it is.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// One sentence.
    pub message: String,
    /// RFC 6901 pointer to the value, or to the missing field.
    pub pointer: String,
    /// Where in the text.
    pub span: Span,
    /// What was expected; it never quotes a value of the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// What is there instead; it may quote a value of the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// The same without words: which field, which values, which name.
    #[serde(flatten)]
    pub parameters: Parameters<'c>,
    /// An explanation or advice, if it is near-certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The text edit that makes it go away, if it is near-certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
}

/// A half-open range of the text, in UTF-16 code units. `line` and `column` are those of its start, counted
/// from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct Span {
    pub start: u32,
    pub end: u32,
    pub line: u32,
    pub column: u32,
}

/// A text edit in UTF-16 code units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What it does, as the label of a button.
    pub title: String,
    /// Where it starts.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// The text to put there.
    pub text: String,
}
