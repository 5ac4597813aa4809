//! Something wrong with a body: the table of codes, and how each is put in words.
//!
//! While a body is checked a problem is a finding: what is wrong and at which node. Words are
//! made only for what is reported.

use serde::Serialize;

use crate::format::timestamp::Style;
use crate::format::{Format, flag, is_placeholder};
use crate::json::pointer::{self, pointer};
use crate::json::string;
use crate::json::{Document, Kind, NodeId, number};
use crate::shape::{
    EventType, Field, Integer, Number, Object, Presence, Provider, Severity, Shape, Text, Time,
};
use crate::suggest;

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
    /// What it should look like, and whether it may be empty besides.
    Format(Format, bool),
    Time(Time, Option<&'static str>),
    /// Known values, and whether the one of them is what the event's name stands for.
    Value(&'static [(&'static str, &'static str)], bool),
    /// The event's name, where it can only be this event type's.
    Name(&'static EventType),
    Integer(Integer),
    Number(Number),
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

/// A problem in words. Its texts are parts of one, so that putting them together takes no memory of its
/// own; each is put together by a call, as inlined it made a tenth of the WebAssembly module.
#[derive(Debug)]
pub(crate) struct Words {
    text: String,
    parts: [(usize, usize); 6],
}

/// What a part of the words is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Part {
    Pointer,
    Expected,
    Found,
    Hint,
    /// What the fix does; there is one where this is said.
    Title,
    /// What the text of the fix's span is replaced by.
    Text,
}

impl Words {
    /// None yet.
    pub fn new() -> Self {
        Words { text: String::with_capacity(256), parts: Default::default() }
    }

    fn clear(&mut self) {
        self.text.clear();
        self.parts = Default::default();
    }

    /// A part; empty where nothing was said.
    pub fn get(&self, part: Part) -> &str {
        let (start, end) = self.parts.get(part as usize).copied().unwrap_or_default();
        self.text.get(start..end).unwrap_or_default()
    }

    /// A part by itself, where something was said.
    #[inline(never)]
    pub fn said(&self, part: Part) -> Option<String> {
        Some(self.get(part)).filter(|said| !said.is_empty()).map(str::to_owned)
    }

    #[inline(never)]
    fn say(&mut self, part: Part, pieces: &[&str]) {
        let start = self.text.len();
        self.add(pieces);
        self.end(part, start);
    }

    #[inline(never)]
    fn add(&mut self, pieces: &[&str]) {
        for piece in pieces {
            self.text.push_str(piece);
        }
    }

    fn end(&mut self, part: Part, start: usize) {
        if let Some(range) = self.parts.get_mut(part as usize) {
            *range = (start, self.text.len());
        }
    }

    /// What is expected: names one after the other, the last one after `last`.
    #[inline(never)]
    fn one_of(&mut self, before: &str, names: &mut dyn Iterator<Item = &'static str>, last: &str) {
        let start = self.text.len();
        self.add(&[before]);
        let mut left = names.next();
        let mut between = "";
        while let Some(name) = left {
            left = names.next();
            if left.is_none() && !between.is_empty() {
                between = last;
            }
            self.add(&[between, "`", name, "`"]);
            between = ", ";
        }
        self.end(Part::Expected, start);
    }

    /// What was found: a text of the body, a long one cut.
    #[inline(never)]
    fn found(&mut self, before: &str, text: &str, after: &str) {
        const LONGEST: usize = 60;
        let (text, cut) = match text.char_indices().nth(LONGEST) {
            Some((end, _)) => (text.get(..end).unwrap_or_default(), "…"),
            None => (text, ""),
        };
        self.say(Part::Found, &[before, "`", text, cut, "`", after]);
    }

    fn field(&mut self, name: &str) {
        self.say(Part::Expected, &["the field `", name, "`"]);
    }

    #[inline(never)]
    fn meant(&mut self, verb: &str, name: &str) {
        self.say(Part::Hint, &["did you mean `", name, "`?"]);
        self.fix(verb, name);
    }

    #[inline(never)]
    fn fix(&mut self, verb: &str, to: &str) {
        self.say(Part::Title, &[verb, " to `", to, "`"]);
        self.say(Part::Text, &["\"", &string::escaped(to), "\""]);
    }

    #[inline(never)]
    fn placeholder(&mut self, text: &str) {
        if is_placeholder(text) {
            self.say(Part::Hint, &["this looks like a placeholder that was not filled in"]);
        }
    }
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

    /// Puts it in words, in place of those that were said before.
    pub fn words(&self, document: &Document<'_>, words: &mut Words) {
        words.clear();
        pointer::write(&mut words.text, document, self.at);
        if let Detail::Missing(field) = self.detail {
            pointer::push(&mut words.text, field.name);
        }
        words.end(Part::Pointer, 0);
        let (expected, found) = self.say(document, words);
        if !expected.is_empty() {
            words.say(Part::Expected, &[expected]);
        }
        if !found.is_empty() {
            words.say(Part::Found, &[found]);
        } else if words.get(Part::Found).is_empty() {
            say_value(words, document, self.at);
        }
    }

    /// Says what this problem alone says, and gives what it says in fixed words: what is expected, where that
    /// was not said; what was found, where it was not and is something else than the value.
    #[inline(never)]
    fn say(&self, document: &Document<'_>, words: &mut Words) -> (&'static str, &'static str) {
        let text = || string::text(document.inner(document.node(self.at)));
        // A message is on one line: what would end it stays escaped.
        let key = || {
            let (text, inner) = (text(), document.inner(document.node(self.at)));
            if text.bytes().any(|byte| byte < b' ') { string::shown(inner) } else { text }
        };
        match self.detail {
            Detail::Missing(field) => {
                words.field(field.name);
                ("", "no such field")
            }
            Detail::Envelope(object) => {
                let around = object.fields.iter().filter(|field| field.presence == Presence::Envelope);
                words.one_of("the envelope's fields ", &mut around.map(|field| field.name), " and ");
                ("", "only the event's own fields")
            }
            Detail::Type(shape, nullable) => {
                mend_type(words, document, self.at, shape);
                say_shape(words, shape, nullable);
                let array = document.node(self.at).kind == Kind::Array;
                ("", if array && shape.is_of(Kind::Array) { "an array that is not empty" } else { "" })
            }
            Detail::Format(format, or_empty) => {
                let text = text();
                words.placeholder(&text);
                if let Some(mended) = format.mend(&text) {
                    words.fix("Change", &mended);
                }
                let or_empty = if or_empty { " or the empty string" } else { "" };
                words.say(Part::Expected, &[format.words(), or_empty]);
                ("", "")
            }
            Detail::Time(time, hint) => {
                match hint {
                    Some(hint) => words.say(Part::Hint, &[hint]),
                    None => words.placeholder(&text()),
                }
                (time_words(time), "")
            }
            Detail::Value(values, agrees) => {
                let names = || values.iter().map(|(value, _)| *value);
                words.one_of("", &mut names(), " or ");
                let text = text();
                // A value that is worth a warning only may well be meant.
                let slip = self.severity == Severity::Error;
                if agrees {
                    words.say(Part::Hint, &["the event's name stands for this one"]);
                    words.fix("Change", names().next().unwrap_or_default());
                } else if let Some(near) = meant(&text, &mut names()).filter(|_| slip) {
                    words.meant("Change", near);
                } else {
                    words.placeholder(&text);
                }
                ("", "")
            }
            Detail::Name(event) => {
                words.one_of("", &mut [event.name].into_iter(), "");
                words.fix("Change", event.name);
                ("", "")
            }
            Detail::Number(number) => (number_words(number), ""),
            Detail::Integer(Integer::Flag) => (flag::WORDS, ""),
            Detail::Integer(Integer::Count) => ("0 or more", ""),
            Detail::Integer(Integer::Seconds) => {
                milliseconds(words, document.raw(self.at));
                (SECONDS, "")
            }
            Detail::Empty => ("at least one element", "an empty array"),
            Detail::Extra(near) => {
                if let Some(near) = near {
                    words.meant("Rename", near.name);
                }
                words.found("", &key(), "");
                ("only fields that the event is known to have", "")
            }
            Detail::Misspelled(field) => {
                words.meant("Rename", field.name);
                words.field(field.name);
                words.found("", &key(), "");
                ("", "")
            }
            Detail::Same(first) => {
                words
                    .say(Part::Expected, &["the same as at `", &pointer(document, first), "`, which counts"]);
                ("", "")
            }
            Detail::Endpoint(field) => {
                words.say(Part::Expected, &["an endpoint of the id in `", field, "`"]);
                words.found("one of another: ", &string::shown(document.raw(self.at)), "");
                ("", "")
            }
            Detail::Endpoints => ("the id that every endpoint names", ""),
            Detail::Duplicate => {
                words.found("", &key(), " again; the last one counts");
                ("each key once", "")
            }
            Detail::UnsafeNumber => ("a number within ±(2^53−1), which JavaScript holds exactly", ""),
            Detail::LoneSurrogate => ("text of whole characters", "half of a surrogate pair"),
            Detail::Unknown(None) => ("a webhook event that the catalog knows", "another document"),
            Detail::Unknown(Some((provider, events))) => {
                const DESCRIBES: &str = " event that this version ";
                let of = &["the name of a ", provider.title, DESCRIBES, "describes"];
                words.say(Part::Expected, of);
                let text = text();
                if let Some(near) = meant(&text, &mut events.iter().map(|event| event.name)) {
                    words.meant("Change", near);
                } else if !text.is_empty() && suggest::nearest(&text, &mut provider.names()).is_empty() {
                    let advice = "does not describe: answer it with a 2xx, and update HookLens";
                    words.say(Part::Hint, &["a ", provider.title, DESCRIBES, advice]);
                }
                ("", "")
            }
            Detail::Ambiguous(count) => {
                let count = string::decimal(count.into());
                words.say(Part::Found, &["one that ", &count, " fit: it lacks the event's name"]);
                ("a body that one event type fits", "")
            }
        }
    }
}

/// The known name that was near-certainly meant; none where two are equally near.
#[inline(never)]
fn meant(text: &str, known: &mut dyn Iterator<Item = &'static str>) -> Option<&'static str> {
    match *suggest::nearest(text, &mut known.map(|name| (name, name))) {
        [name] => Some(name),
        _ => None,
    }
}

fn milliseconds(words: &mut Words, raw: &[u8]) {
    if raw.len() == 13 && raw.iter().all(u8::is_ascii_digit) {
        let seconds = string::shown(raw.get(..10).unwrap_or_default());
        words.say(Part::Hint, &["these look like milliseconds"]);
        words.say(Part::Title, &["Change to seconds, ", &seconds]);
        words.say(Part::Text, &[&seconds]);
    }
}

const SECONDS: &str = "an integer, the seconds since 1970";

/// Says what a value must be; of a union, each of what it may be.
fn say_shape(words: &mut Words, shape: Shape, nullable: bool) {
    let start = words.text.len();
    let shapes = match &shape {
        Shape::Union(shapes) => shapes,
        shape => std::slice::from_ref(shape),
    };
    for (index, shape) in shapes.iter().enumerate() {
        words.add(&[if index == 0 { "" } else { " or " }, shape_words(*shape)]);
    }
    words.add(&[if nullable { " or null" } else { "" }]);
    words.end(Part::Expected, start);
}

fn number_words(number: Number) -> &'static str {
    match number {
        Number::Any => "a number",
        Number::Share => "a number from 0 to 1",
    }
}

/// What a value must be, in words, with its article.
fn shape_words(shape: Shape) -> &'static str {
    match shape {
        Shape::Any | Shape::Events | Shape::Union(_) => "an array of events",
        Shape::Number(number) => number_words(number),
        Shape::Boolean => "a boolean",
        Shape::Text(Text { format: format @ Format::Flag, .. }) => format.words(),
        Shape::Text(_) | Shape::Name => "a string",
        Shape::Integer(Integer::Flag) => flag::WORDS,
        Shape::Integer(Integer::Count) => "an integer, 0 or more",
        Shape::Integer(Integer::Seconds) => SECONDS,
        Shape::Time(time) => time_words(time),
        Shape::Array(items) if items.are_none() => "an empty array",
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

/// Says of a value what it is.
#[inline(never)]
fn say_value(words: &mut Words, document: &Document<'_>, id: NodeId) {
    let kind = document.node(id).kind;
    let what = match kind {
        Kind::Null | Kind::Array | Kind::Object => return words.say(Part::Found, &[kind.words()]),
        Kind::String => "",
        Kind::Number => "the number ",
        Kind::True | Kind::False => "the boolean ",
    };
    words.found(what, &string::shown(document.raw(id)), "");
}

/// Whether a text is what a string must be.
#[inline(never)]
fn admits(rule: &Text, text: &str) -> bool {
    (rule.format.fits(text) || rule.or_empty && text.is_empty())
        && (rule.values.is_empty() || rule.values.iter().any(|(value, _)| *value == text))
}

/// Says what the same value would be in the JSON type that it should have, where that is near-certain.
fn mend_type(words: &mut Words, document: &Document<'_>, id: NodeId, shape: Shape) {
    let node = document.node(id);
    let (raw, inner) = match node.kind {
        Kind::Null | Kind::Array | Kind::Object => return,
        _ => (string::shown(document.raw(id)), string::text(document.inner(node))),
    };
    let (before, value, after) = match (shape, node.kind) {
        (Shape::Text(text), Kind::Number) if admits(&text, &raw) => ("\"", &*raw, "\""),
        (Shape::Text(Text { format: Format::Flag, .. }), Kind::True) => ("\"", "1", "\""),
        (Shape::Text(Text { format: Format::Flag, .. }), Kind::False) => ("\"", "0", "\""),
        (Shape::Integer(Integer::Flag), Kind::True) => ("", "1", ""),
        (Shape::Integer(Integer::Flag), Kind::False) => ("", "0", ""),
        (Shape::Integer(integer), Kind::String) if is_integer(&inner, integer) => ("", &*inner, ""),
        (Shape::Number(number), Kind::String) if is_number(&inner, number) => ("", &*inner, ""),
        (Shape::Boolean, Kind::String) if matches!(&*inner, "true" | "false") => ("", &*inner, ""),
        (Shape::Array(items), Kind::String) => match items.shape {
            Shape::Text(text) if admits(&text, &inner) => ("[", &*raw, "]"),
            _ => return,
        },
        _ => return,
    };
    match before {
        "[" => words.say(Part::Title, &["Put it in an array"]),
        _ => words.say(Part::Title, &["Change to ", before, value, after]),
    }
    words.say(Part::Text, &[before, value, after]);
}

/// Whether a text is a number as JSON writes it, without an exponent, that may stand there.
fn is_number(text: &str, number: Number) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    is_integer(whole.strip_prefix('-').unwrap_or(whole), Integer::Count)
        && !fraction.is_empty()
        && fraction.bytes().all(|byte| byte.is_ascii_digit())
        && (number == Number::Any || number::is_share(text.as_bytes()))
}

/// Whether a text is an integer of at most twelve digits, as JSON writes it.
fn is_integer(text: &str, integer: Integer) -> bool {
    match text.as_bytes() {
        [b'0'] | [b'1'] => true,
        [b'1'..=b'9', rest @ ..] => {
            integer != Integer::Flag && rest.len() < 12 && rest.iter().all(u8::is_ascii_digit)
        }
        _ => false,
    }
}
