//! Findings in words, and their fixes.
//!
//! While a body is checked a problem is a finding: what is wrong and at which node. Words are
//! made only for what is reported.

mod alternatives;
mod bare;
mod describe;
mod likeness;
mod mend;
mod message_buffer;

pub(crate) use describe::say_value;
pub(crate) use likeness::say as say_likeness;
pub(crate) use message_buffer::{MessageBuffer, Part};

use crate::finding::Severity;
use crate::format::flag;
use crate::json::pointer::{self, pointer};
use crate::json::string;
use crate::json::{Document, Kind};
use crate::shape::{Integer, LOADS, Presence, Unmet};
use crate::suggest;
use crate::validate::{Detail, Finding};
use describe::{
    MOST_ALLOWED, SECONDS, number_words, say_kinds, say_listed, say_shape, say_unmet, tagged, time_words,
};
use mend::{dialect, mend_kinds, mend_type, milliseconds};

impl<'c> Finding<'c> {
    /// The bytes that it is about.
    pub fn span(&self, document: &Document<'_>) -> (u32, u32) {
        let node = document.node(self.at);
        match self.detail {
            Detail::Missing(_) | Detail::Envelope(_) => (node.start, node.start + 1),
            Detail::Foreign | Detail::Ambiguous(_) | Detail::Unmet(Unmet::Dependent(..))
                if node.kind == Kind::Object || node.kind == Kind::Array =>
            {
                (node.start, node.start + 1)
            }
            _ => (node.start, node.end),
        }
    }

    /// Puts it in words, in place of those that were said before.
    pub fn words(&self, document: &Document<'_>, words: &mut MessageBuffer<'c>) {
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
    /// was not said; what was found, where it was not and is something else than the value. One arm a detail:
    /// longer than a screen, for there are so many.
    fn say(&self, document: &Document<'_>, words: &mut MessageBuffer<'c>) -> (&'static str, &'static str) {
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
            Detail::NoObject => ("an object", ""),
            Detail::Type(shape, nullable) => {
                mend_type(words, document, self.at, shape);
                say_shape(words, shape, nullable);
                let array = document.node(self.at).kind == Kind::Array;
                ("", if array && shape.is_of(Kind::Array) { "an array that is not empty" } else { "" })
            }
            Detail::Kinds(kinds, nullable) if LOADS => {
                mend_kinds(words, document, self.at, kinds);
                say_kinds(words, kinds, nullable);
                ("", "")
            }
            Detail::Values(values, nullable) if LOADS => {
                words.allowed.extend(values.iter().take(MOST_ALLOWED).map(|value| value.json));
                words.allowed.extend(nullable.then_some("null"));
                say_listed(words, &text(), self.at, document);
                ("", "")
            }
            Detail::Tags(shapes, definitions) if LOADS => {
                tagged(words, document, self.at, shapes, definitions);
                say_listed(words, &text(), self.at, document);
                ("", "")
            }
            Detail::Unmet(unmet) if LOADS => ("", say_unmet(words, document, self.at, unmet)),
            Detail::Kinds(..) | Detail::Values(..) | Detail::Tags(..) | Detail::Unmet(_) => ("", ""),
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
                words.allowed.extend(names());
                words.one_of("", &mut names(), " or ");
                let text = text();
                // A value that is worth a warning only may well be meant.
                let slip = self.severity == Severity::Error;
                if agrees {
                    words.say(Part::Hint, &["the event's name implies this value"]);
                    words.fix("Change", names().next().unwrap_or_default());
                } else if let Some(near) = meant(&text, &mut names()).filter(|_| slip) {
                    words.meant("Change", near);
                } else {
                    words.placeholder(&text);
                }
                ("", "")
            }
            Detail::Name(event) => {
                words.allowed.push(event.name);
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
                let key = key();
                words.found("", &key, "");
                words.say(Part::Field, &[&text()]);
                ("a known field of this event", "")
            }
            Detail::Misspelled(field) => {
                words.meant("Rename", field.name);
                words.field(field.name);
                words.found("", &key(), "");
                ("", "")
            }
            Detail::Same(first) => {
                words.say(
                    Part::Expected,
                    &["the same value as `", &pointer(document, first), "`, which takes precedence"],
                );
                ("", "")
            }
            Detail::Endpoint(field) => {
                words.say(Part::Expected, &["an endpoint for the id in `", field, "`"]);
                words.found("one for another id: ", &string::shown(document.raw(self.at)), "");
                ("", "")
            }
            Detail::Endpoints => ("the id that every endpoint refers to", ""),
            Detail::Duplicate => {
                words.found("", &key(), " again; the last value counts");
                ("each key only once", "")
            }
            Detail::Prototype => {
                words.found("", &key(), "");
                words.say(Part::Field, &[&text()]);
                ("no key that can change the prototype of an object", "")
            }
            Detail::UnsafeNumber => ("a number within ±(2^53−1), which JavaScript holds exactly", ""),
            Detail::LoneSurrogate => ("well-formed Unicode text", "a lone surrogate"),
            Detail::Bare(entry, event) => {
                bare::say(words, &entry, event);
                ("", "")
            }
            Detail::Foreign => {
                if let Some(whose) = dialect(document) {
                    words.say(Part::Hint, &["this is ", whose, ": turn it into plain JSON"]);
                }
                ("a known webhook event", "unrecognized JSON")
            }
            Detail::UnknownName(provider, events) => {
                words.say(Part::Expected, &["the name of a known ", provider.title, " event"]);
                let text = text();
                if let Some(near) = meant(&text, &mut events.iter().map(|event| event.name)) {
                    words.meant("Change", near);
                } else if !text.is_empty() && suggest::nearest(&text, &mut provider.names()).is_empty() {
                    let advice = " event: answer it with a 2xx, and update HookLens";
                    words.say(Part::Hint, &["this version does not know this ", provider.title, advice]);
                }
                ("", "")
            }
            Detail::Ambiguous(count) => {
                let count = string::decimal(count as u64);
                words.say(Part::Found, &["one that matches ", &count, ": it lacks the event's name"]);
                ("a body that matches one event type", "")
            }
        }
    }
}

/// The known name that was near-certainly meant; none where two are equally near.
fn meant<'n>(text: &str, known: &mut dyn Iterator<Item = &'n str>) -> Option<&'n str> {
    match *suggest::nearest(text, &mut known.map(|name| (name, name))) {
        [name] => Some(name),
        _ => None,
    }
}
