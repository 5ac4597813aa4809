//! Something wrong with a body: the table of codes, and how each is put in words.
//!
//! While a body is checked a problem is a [`Finding`]: what is wrong and at which node. Words are
//! made only for what is reported.

use serde::Serialize;

use crate::format::timestamp::Style;
use crate::format::{Format, flag, is_placeholder};
use crate::json::pointer::{self, pointer};
use crate::json::string::{quote, readable};
use crate::json::{Document, Kind, NodeId};
use crate::shape::{EventType, Field, Integer, Object, Presence, Provider, Shape, Text, Time};
use crate::{sort, suggest};

/// How bad a problem is: only errors change the status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The body is not what it should be.
    Error,
    /// It is odd, and may be meant.
    Warning,
}

macro_rules! codes {
    ($($name:ident $code:literal $doc:literal)+) => {
        /// What is wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Code { $(#[doc = $doc] $name),+ }

        impl Code {
            /// Every code with its spelling and what it means.
            pub const ALL: &[(Code, &'static str, &'static str)] =
                &[$((Code::$name, $code, crate::shape::doc($doc))),+];
        }
    };
}

codes! {
    InvalidJson "invalid-json" "The body is not JSON. Status `malformed`."
    InvalidUtf8 "invalid-utf8" "The body's bytes are not UTF-8. Status `malformed`."
    TooLarge "too-large" "The body has more bytes than the limit. Status `malformed`."
    TooDeep "too-deep" "Objects and arrays are nested deeper than the limit. Status `malformed`."
    UnknownEvent "unknown-event" "No event of the catalog. Status `unknown`."
    AmbiguousEvent "ambiguous-event" "Several event types fit equally well. Status `unknown`."
    MissingField "missing-field" "A required field is absent."
    WrongType "wrong-type" "A value is of another JSON type than it should be."
    BadFormat "bad-format" "A string does not look as it should. A warning where the catalog says so."
    UnexpectedValue "unexpected-value" "A value is none of those that are known. A warning where the catalog says so."
    MisspelledField "misspelled-field" "A key is near-certainly a misspelling of a required field that is absent."
    InconsistentValue "inconsistent-value" "Two places that must agree do not. A warning where the catalog says so."
    UnexpectedField "unexpected-field" "A field that the event does not have. Always a warning: providers add fields."
    MissingEnvelope "missing-envelope" "The event's own fields without those around it. Always a warning."
    DuplicateKey "duplicate-key" "A key is repeated; the last one counts, as in `JSON.parse`. Always a warning."
    UnsafeNumber "unsafe-number" "A number beyond ±(2^53−1), which JavaScript cannot hold exactly. Always a warning."
    LoneSurrogate "lone-surrogate" "Half of a surrogate pair: not text that can be kept as UTF-8. Always a warning."
}

/// A problem before it is put in words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Finding {
    pub code: Code,
    pub severity: Severity,
    /// What it is about: the value; the key for a field; for an absent field, its object.
    pub at: NodeId,
    pub detail: Detail,
}

/// What there is to say about it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Detail {
    Missing(&'static Field),
    Envelope(&'static Object),
    Type(Shape, bool),
    Format(Format),
    Time(Time, Option<&'static str>),
    /// Known values, and whether the one of them is what the event's name stands for.
    Value(&'static [(&'static str, &'static str)], bool),
    /// The event's name, where it can only be this event type's.
    Name(&'static EventType),
    Integer(Integer),
    Empty,
    Extra(Option<&'static Field>),
    Misspelled(&'static Field),
    /// The value stands elsewhere too, at that node, and is another there.
    Same(NodeId),
    /// An endpoint names another id than this field's value.
    Endpoint(&'static str),
    /// Every endpoint names one id, and this field's value is another.
    Endpoints,
    Duplicate,
    UnsafeNumber,
    LoneSurrogate,
    Unknown(Option<(&'static Provider, &'static [EventType])>),
    Ambiguous(u8),
}

/// A finding in words, its places in bytes.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub message: Option<String>,
    pub expected: Option<String>,
    pub found: Option<String>,
    pub hint: Option<String>,
    /// Title, and what the text of the span is replaced by.
    pub fix: Option<(String, String)>,
}

impl Finding {
    /// The bytes that it is about.
    pub fn span(&self, document: &Document<'_>) -> (u32, u32) {
        let node = document.node(self.at);
        match self.detail {
            Detail::Missing(_) | Detail::Envelope(_) => (node.start, node.start + 1),
            Detail::Unknown(None) | Detail::Ambiguous(_)
                if node.kind == Kind::Object || node.kind == Kind::Array =>
            {
                (node.start, node.start + 1)
            }
            _ => (node.start, node.end),
        }
    }

    pub fn pointer(&self, document: &Document<'_>) -> String {
        let mut text = pointer(document, self.at);
        if let Detail::Missing(field) = self.detail {
            pointer::push(&mut text, field.name);
        }
        text
    }

    pub fn words(&self, document: &Document<'_>) -> Words {
        let found = Some(found(document, self.at));
        let text = || readable(document.inner(document.node(self.at)));
        let expected = |text: &str| Some(text.to_owned());
        match self.detail {
            Detail::Missing(field) => Words {
                expected: Some(format!("the field `{}`", field.name)),
                found: expected("no such field"),
                ..Words::default()
            },
            Detail::Envelope(object) => Words {
                expected: Some(format!("the envelope's fields {}", envelope_fields(object))),
                found: expected("only the event's own fields"),
                ..Words::default()
            },
            Detail::Type(shape, nullable) => {
                let or_null = if nullable { " or null" } else { "" };
                let fix = mend_type(document, self.at, shape);
                Words {
                    expected: Some(format!("{}{or_null}", shape_words(shape))),
                    found,
                    fix,
                    ..Words::default()
                }
            }
            Detail::Format(format) => {
                let text = text();
                let fix = format.mend(&text).map(|mended| (format!("Change to `{mended}`"), quote(&mended)));
                Words {
                    expected: expected(format.words()),
                    found,
                    hint: placeholder(&text),
                    fix,
                    ..Words::default()
                }
            }
            Detail::Time(time, hint) => {
                let hint = hint.map(str::to_owned).or_else(|| placeholder(&text()));
                Words { expected: expected(time_words(time)), found, hint, ..Words::default() }
            }
            Detail::Value(values, agrees) => {
                let text = text();
                let known = values.iter().map(|(value, _)| *value);
                let expected = Some(one_of(known.clone()));
                // A value that is worth a warning only may well be meant.
                let slip = self.severity == Severity::Error;
                let near = if agrees { known.clone().next() } else { meant(&text, known).filter(|_| slip) };
                let hint = match (agrees, near) {
                    (true, _) => Some("the event's name stands for this one".to_owned()),
                    (false, Some(near)) => Some(did_you_mean(near)),
                    (false, None) => placeholder(&text),
                };
                let fix = near.map(|near| (format!("Change to `{near}`"), quote(near)));
                Words { expected, found, hint, fix, ..Words::default() }
            }
            Detail::Name(event) => {
                let fix = Some((format!("Change to `{}`", event.name), quote(event.name)));
                Words { expected: Some(format!("`{}`", event.name)), found, fix, ..Words::default() }
            }
            Detail::Integer(Integer::Flag) => {
                Words { expected: expected(flag::WORDS), found, ..Words::default() }
            }
            Detail::Integer(Integer::Count) => {
                Words { expected: expected("0 or more"), found, ..Words::default() }
            }
            Detail::Integer(Integer::Seconds) => self.seconds(document, found),
            Detail::Empty => Words {
                expected: expected("at least one element"),
                found: expected("an empty array"),
                ..Words::default()
            },
            Detail::Extra(near) => Words {
                expected: expected("only fields that the event is known to have"),
                found: Some(format!("`{}`", clip(&text()))),
                hint: near.map(|near| did_you_mean(near.name)),
                fix: near.map(|near| (format!("Rename to `{}`", near.name), quote(near.name))),
                ..Words::default()
            },
            Detail::Misspelled(field) => Words {
                expected: Some(format!("the field `{}`", field.name)),
                found: Some(format!("`{}`", clip(&text()))),
                hint: Some(did_you_mean(field.name)),
                fix: Some((format!("Rename to `{}`", field.name), quote(field.name))),
                ..Words::default()
            },
            Detail::Same(first) => Words {
                expected: Some(format!("the same as at `{}`, which counts", pointer(document, first))),
                found,
                ..Words::default()
            },
            Detail::Endpoint(field) => Words {
                expected: Some(format!("an endpoint of the id in `{field}`")),
                found: found.map(|found| format!("one of another: {found}")),
                ..Words::default()
            },
            Detail::Endpoints => {
                Words { expected: expected("the id that every endpoint names"), found, ..Words::default() }
            }
            Detail::Duplicate => Words {
                expected: expected("each key once"),
                found: Some(format!("`{}` again; the last one counts", clip(&text()))),
                ..Words::default()
            },
            Detail::UnsafeNumber => Words {
                expected: expected("a number within ±(2^53−1), which JavaScript holds exactly"),
                found,
                ..Words::default()
            },
            Detail::LoneSurrogate => Words {
                expected: expected("text of whole characters"),
                found: expected("half of a surrogate pair"),
                ..Words::default()
            },
            Detail::Unknown(None) => Words {
                expected: expected("a webhook event that the catalog knows"),
                found: expected("another document"),
                ..Words::default()
            },
            Detail::Unknown(Some((provider, events))) => {
                let text = text();
                let near = meant(&text, events.iter().map(|event| event.name));
                Words {
                    expected: Some(format!("the name of a {} event that the catalog knows", provider.title)),
                    found,
                    hint: near.map(did_you_mean),
                    fix: near.map(|near| (format!("Change to `{near}`"), quote(near))),
                    ..Words::default()
                }
            }
            Detail::Ambiguous(count) => Words {
                expected: expected("a body that one event type fits"),
                found: Some(format!("one that {count} fit: it lacks the event's name")),
                ..Words::default()
            },
        }
    }

    fn seconds(&self, document: &Document<'_>, found: Option<String>) -> Words {
        let raw = document.raw(self.at);
        let expected = Some(shape_words(Shape::Integer(Integer::Seconds)).to_owned());
        let milliseconds = raw.len() == 13 && raw.iter().all(u8::is_ascii_digit);
        let fix = raw.split_last_chunk::<3>().filter(|_| milliseconds).map(|(seconds, _)| {
            let seconds = String::from_utf8_lossy(seconds).into_owned();
            (format!("Change to seconds, {seconds}"), seconds)
        });
        let hint = milliseconds.then(|| "these look like milliseconds".to_owned());
        Words { expected, found, hint, fix, ..Words::default() }
    }
}

/// The one sentence of a problem.
pub(crate) fn sentence(words: &Words) -> String {
    match (&words.message, &words.expected, &words.found) {
        (Some(message), ..) => message.clone(),
        (None, Some(expected), Some(found)) => format!("expected {expected}, found {found}"),
        (None, expected, found) => expected.clone().or_else(|| found.clone()).unwrap_or_default(),
    }
}

/// The known name that was near-certainly meant; none where two are equally near.
fn meant(text: &str, known: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let mut near: Vec<(usize, &str)> =
        known.filter_map(|known| Some((suggest::near(text, known)?, known))).collect();
    sort::by(&mut near, |(distance, _)| *distance as u64);
    match *near {
        [(_, only)] => Some(only),
        [(first, nearest), (second, _), ..] if first < second => Some(nearest),
        _ => None,
    }
}

fn did_you_mean(name: &str) -> String {
    format!("did you mean `{name}`?")
}

fn placeholder(text: &str) -> Option<String> {
    is_placeholder(text).then(|| "this looks like a placeholder that was not filled in".to_owned())
}

fn envelope_fields(object: &Object) -> String {
    let names =
        object.fields.iter().filter(|field| field.presence == Presence::Envelope).map(|field| field.name);
    listed(names, "and")
}

fn one_of(values: impl Iterator<Item = &'static str>) -> String {
    listed(values, "or")
}

fn listed(names: impl Iterator<Item = &'static str>, last: &str) -> String {
    let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [most @ .., end] if !most.is_empty() => format!("{} {last} {end}", most.join(", ")),
        _ => names.join(""),
    }
}

/// What a value must be, in words, with its article.
fn shape_words(shape: Shape) -> &'static str {
    match shape {
        Shape::Any | Shape::Events => "an array of events",
        Shape::Boolean => "a boolean",
        Shape::Text(_) | Shape::Name => "a string",
        Shape::Integer(Integer::Flag) => flag::WORDS,
        Shape::Integer(Integer::Count) => "an integer, 0 or more",
        Shape::Integer(Integer::Seconds) => "an integer, the seconds since 1970",
        Shape::Time(time) => time_words(time),
        Shape::Array(_) => "an array",
        Shape::Object(_) => "an object",
    }
}

fn time_words(time: Time) -> &'static str {
    match (time.style, time.or_seconds) {
        (Style::Rfc3339, _) => "a date and time as in RFC 3339, `2025-01-01T00:00:00.000Z`",
        (Style::Lenient, false) => "a date and time with its offset, `2023-06-16 19:06:18.944575+0000`",
        (Style::Lenient, true) => {
            "a date and time, `2019-10-07T21:17:15+00:00`, or integer seconds since 1970"
        }
    }
}

/// A value in words, a long one cut.
fn found(document: &Document<'_>, id: NodeId) -> String {
    let node = document.node(id);
    let raw = String::from_utf8_lossy(document.raw(id));
    match node.kind {
        Kind::Null | Kind::Array | Kind::Object => node.kind.words().to_owned(),
        Kind::String => format!("`{}`", clip(&raw)),
        Kind::Number => format!("the number `{}`", clip(&raw)),
        Kind::True | Kind::False => format!("the boolean `{raw}`"),
    }
}

fn clip(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// Whether a text is what a string must be.
fn admits(rule: Text, text: &str) -> bool {
    rule.format.accepts(text.as_bytes())
        && (rule.values.is_empty() || rule.values.iter().any(|(value, _)| *value == text))
}

/// The same value in the JSON type that it should have, where that is near-certain.
fn mend_type(document: &Document<'_>, id: NodeId, shape: Shape) -> Option<(String, String)> {
    let node = document.node(id);
    let raw = String::from_utf8_lossy(document.raw(id)).into_owned();
    let inner = readable(document.inner(node));
    let change = |text: String| Some((format!("Change to {text}"), text));
    match (shape, node.kind) {
        (Shape::Text(text), Kind::Number) if admits(text, &raw) => change(format!("\"{raw}\"")),
        (Shape::Integer(Integer::Flag), Kind::True) => change("1".to_owned()),
        (Shape::Integer(Integer::Flag), Kind::False) => change("0".to_owned()),
        (Shape::Integer(integer), Kind::String) => {
            let digits =
                !inner.is_empty() && inner.len() <= 12 && inner.bytes().all(|byte| byte.is_ascii_digit());
            let plain = digits && (inner == "0" || !inner.starts_with('0'));
            (plain && (integer != Integer::Flag || matches!(&*inner, "0" | "1"))).then(|| change(inner))?
        }
        (Shape::Boolean, Kind::String) if matches!(&*inner, "true" | "false") => change(inner),
        (Shape::Array(items), Kind::String) => match items.shape {
            Shape::Text(text) if admits(text, &inner) => {
                Some(("Put it in an array".to_owned(), format!("[{raw}]")))
            }
            _ => None,
        },
        _ => None,
    }
}
