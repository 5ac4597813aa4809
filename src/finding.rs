//! What can be found in a body: the codes, how bad each is, and its parameters; without words.

use serde::{Serialize, Serializer};

macro_rules! codes {
    ($($name:ident $code:literal $doc:literal)+) => {
        /// What is wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Code { $(#[doc = $doc] $name),+ }

        impl Code {
            /// Every code, in the order of their numbers.
            pub const ALL: &[Code] = &[$(Code::$name),+];

            /// Its spelling in a report.
            #[must_use]
            pub fn spelling(self) -> &'static str {
                match self { $(Code::$name => $code),+ }
            }

            /// What it means.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Code::$name => $doc),+ }
            }
        }
    };
}

codes! {
    InvalidJson "invalid-json" "The body is not JSON. Status `malformed`."
    InvalidUtf8 "invalid-utf8" "The body's bytes are not UTF-8. Status `malformed`."
    TooLarge "too-large" "The body has more bytes than the limit. Status `malformed`."
    TooDeep "too-deep" "Objects and arrays are nested deeper than the limit. Status `malformed`."
    UnknownEvent "unknown-event" "Not a known event. Status `unknown`."
    AmbiguousEvent "ambiguous-event" "Several event types fit equally well. Status `unknown`."
    WrappedEvent "wrapped-event" "A known event, elsewhere than at its place: inside of something else, or without the envelope around it."
    MissingField "missing-field" "A required field is absent."
    WrongType "wrong-type" "A value has the wrong JSON type."
    BadFormat "bad-format" "A string does not have the expected format. A warning where the catalog says so."
    UnexpectedValue "unexpected-value" "A value is not one of the known ones. A warning where the catalog says so."
    UnmetRule "unmet-rule" "A rule of a loaded schema is not met that is none of the other codes: `not`, `contains`, `oneOf` and the like."
    MisspelledField "misspelled-field" "A key is near-certainly a misspelling of a required field that is absent."
    InconsistentValue "inconsistent-value" "Two places that must agree do not. A warning where the catalog says so."
    UnexpectedField "unexpected-field" "A field that the event is not known to have. A warning, for providers add fields; an error where a schema forbids others."
    MissingEnvelope "missing-envelope" "The event's own fields, without the envelope's. Always a warning."
    DuplicateKey "duplicate-key" "A key is repeated; the last one counts, as in `JSON.parse`. Always a warning."
    UnsafeNumber "unsafe-number" "A number beyond ±(2^53−1), which JavaScript cannot hold exactly. Always a warning."
    LoneSurrogate "lone-surrogate" "Half of a surrogate pair, which UTF-8 cannot represent. Always a warning."
    PrototypeKey "prototype-key" "`__proto__`, or `constructor` with `prototype` in it, as a key: some code takes it for an object's prototype. In place of `unexpected-field`. Always a warning."
}

/// How bad a problem is: only errors change the status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The body is wrong.
    Error,
    /// It is unusual, but may be intended.
    Warning,
}

impl Severity {
    /// Its spelling in a report.
    #[must_use]
    pub fn spelling(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

impl Serialize for Severity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.spelling())
    }
}

/// What a program can read of a problem, without its words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Parameters<'c> {
    /// The field that it is about: the one that is missing or was meant, or the key of an unexpected field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The allowed values; empty if there is no list of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allowed: Vec<&'c str>,
    /// The name or value that was near-certainly meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
}
