//! Something wrong with a body: the table of codes, and how each is put in words.
//!
//! While a body is checked a problem is a finding: what is wrong and at which node. Words are
//! made only for what is reported.

use std::borrow::Cow;

use serde::Serialize;

use crate::format::timestamp::Style;
use crate::format::{Format, flag, is_placeholder};
use crate::json::pointer::{self, pointer};
use crate::json::string::{cat, quote, readable};
use crate::json::{Document, Kind, NodeId};
use crate::shape::{EventType, Field, Integer, Object, Presence, Provider, Severity, Shape, Text, Time};
use crate::{sort, suggest};

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
    pub expected: Said,
    pub found: Said,
    pub hint: Option<Said>,
    /// Title, and what the text of the span is replaced by.
    pub fix: Option<(Said, Said)>,
}

/// Words that are mostly known beforehand.
pub(crate) type Said = Cow<'static, str>;

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
        let text = || readable(document.inner(document.node(self.at)));
        let mut words = Words::default();
        // What most problems say of the value; the others say something else below.
        words.found = found(document, self.at).into();
        words.expected = match self.detail {
            Detail::Missing(field) => {
                words.found = "no such field".into();
                field_words(field)
            }
            Detail::Envelope(object) => {
                words.found = "only the event's own fields".into();
                cat(&["the envelope's fields ", &envelope_fields(object)]).into()
            }
            Detail::Type(shape, nullable) => {
                words.fix =
                    mend_type(document, self.at, shape).map(|(title, text)| (title.into(), text.into()));
                match nullable {
                    true => cat(&[shape_words(shape), " or null"]).into(),
                    false => shape_words(shape).into(),
                }
            }
            Detail::Format(format) => {
                let text = text();
                words.hint = placeholder(&text);
                words.fix = format.mend(&text).map(|mended| change_to(&mended));
                format.words().into()
            }
            Detail::Time(time, hint) => {
                words.hint = hint.map(Said::from).or_else(|| placeholder(&text()));
                time_words(time).into()
            }
            Detail::Value(values, agrees) => {
                self.value_words(&mut words, &text(), values, agrees);
                one_of(values.iter().map(|(value, _)| *value)).into()
            }
            Detail::Name(event) => {
                words.fix = Some(change_to(event.name));
                code(event.name).into()
            }
            Detail::Integer(Integer::Flag) => flag::WORDS.into(),
            Detail::Integer(Integer::Count) => "0 or more".into(),
            Detail::Integer(Integer::Seconds) => {
                self.milliseconds(&mut words, document.raw(self.at));
                shape_words(Shape::Integer(Integer::Seconds)).into()
            }
            Detail::Empty => {
                words.found = "an empty array".into();
                "at least one element".into()
            }
            Detail::Extra(near) => {
                words.found = code(&clip(&text())).into();
                words.hint = near.map(|near| did_you_mean(near.name));
                words.fix = near.map(|near| rename_to(near.name));
                "only fields that the event is known to have".into()
            }
            Detail::Misspelled(field) => {
                words.found = code(&clip(&text())).into();
                words.hint = Some(did_you_mean(field.name));
                words.fix = Some(rename_to(field.name));
                field_words(field)
            }
            Detail::Same(first) => {
                cat(&["the same as at ", &code(&pointer(document, first)), ", which counts"]).into()
            }
            Detail::Endpoint(field) => {
                words.found = cat(&["one of another: ", &words.found]).into();
                cat(&["an endpoint of the id in ", &code(field)]).into()
            }
            Detail::Endpoints => "the id that every endpoint names".into(),
            Detail::Duplicate => {
                words.found = cat(&[&code(&clip(&text())), " again; the last one counts"]).into();
                "each key once".into()
            }
            Detail::UnsafeNumber => "a number within ±(2^53−1), which JavaScript holds exactly".into(),
            Detail::LoneSurrogate => {
                words.found = "half of a surrogate pair".into();
                "text of whole characters".into()
            }
            Detail::Unknown(None) => {
                words.found = "another document".into();
                "a webhook event that the catalog knows".into()
            }
            Detail::Unknown(Some((provider, events))) => {
                let near = meant(&text(), events.iter().map(|event| event.name));
                words.hint = near.map(did_you_mean);
                words.fix = near.map(change_to);
                cat(&["the name of a ", provider.title, " event that the catalog knows"]).into()
            }
            Detail::Ambiguous(count) => {
                words.found = format!("one that {count} fit: it lacks the event's name").into();
                "a body that one event type fits".into()
            }
        };
        words
    }

    fn value_words(
        &self,
        words: &mut Words,
        text: &str,
        values: &'static [(&'static str, &'static str)],
        agrees: bool,
    ) {
        let mut known = values.iter().map(|(value, _)| *value);
        // A value that is worth a warning only may well be meant.
        let slip = self.severity == Severity::Error;
        let near = if agrees { known.next() } else { meant(text, known).filter(|_| slip) };
        words.hint = match (agrees, near) {
            (true, _) => Some("the event's name stands for this one".into()),
            (false, Some(near)) => Some(did_you_mean(near)),
            (false, None) => placeholder(text),
        };
        words.fix = near.map(change_to);
    }

    fn milliseconds(&self, words: &mut Words, raw: &[u8]) {
        if raw.len() != 13 || !raw.iter().all(u8::is_ascii_digit) {
            return;
        }
        words.hint = Some("these look like milliseconds".into());
        words.fix = raw.split_last_chunk::<3>().map(|(seconds, _)| {
            let seconds = String::from_utf8_lossy(seconds).into_owned();
            (cat(&["Change to seconds, ", &seconds]).into(), seconds.into())
        });
    }
}

/// A name or a value between backticks.
fn code(text: &str) -> String {
    cat(&["`", text, "`"])
}

fn field_words(field: &Field) -> Said {
    cat(&["the field `", field.name, "`"]).into()
}

fn change_to(text: &str) -> (Said, Said) {
    (cat(&["Change to `", text, "`"]).into(), quote(text).into())
}

fn rename_to(name: &str) -> (Said, Said) {
    (cat(&["Rename to `", name, "`"]).into(), quote(name).into())
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

fn did_you_mean(name: &str) -> Said {
    cat(&["did you mean `", name, "`?"]).into()
}

fn placeholder(text: &str) -> Option<Said> {
    is_placeholder(text).then_some("this looks like a placeholder that was not filled in".into())
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
    let names: Vec<&str> = names.collect();
    let mut text = String::new();
    for (index, name) in names.iter().enumerate() {
        match names.len() - index {
            _ if index == 0 => {}
            1 => text.extend([" ", last, " "]),
            _ => text.push_str(", "),
        }
        text.extend(["`", name, "`"]);
    }
    text
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
        Kind::String => code(&clip(&raw)),
        Kind::Number => cat(&["the number ", &code(&clip(&raw))]),
        Kind::True | Kind::False => cat(&["the boolean ", &code(&raw)]),
    }
}

fn clip(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => cat(&[text.get(..end).unwrap_or_default(), "…"]),
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
