//! `x-hooklens`: members that say in a document what JSON Schema can't. All that the built-in catalog knows can be
//! said with them.

use super::dialect::Dialect;
use super::keywords::{Keyword, Keywords};
use super::{Loader, Place};
use crate::finding::{Code, Severity};
use crate::format::Format;
use crate::format::timestamp::Style;
use crate::json::Kind;
use crate::json::string::{cat, cut};
use crate::shape::{
    Anchor, Canonical, Envelope, EventType, Evidence, Field, Integer, Items, Number, Object, Others,
    Parameter, Presence, Provider, Shape, Text, Time, Trust, Wrapper,
};

/// What can be said, in whichever place.
const MEMBERS: [&str; 29] = [
    "agrees",
    "aliases",
    "anchor",
    "as",
    "endpoints",
    "envelopes",
    "event",
    "evidence",
    "format",
    "id",
    "is",
    "list",
    "mustMatch",
    "named",
    "nullable",
    "offset",
    "orEmpty",
    "orSeconds",
    "others",
    "parameters",
    "presence",
    "provider",
    "public",
    "source",
    "subject",
    "time",
    "title",
    "type",
    "values",
];

/// What is said of a document or an event in a text.
const TEXTS: [&str; 5] = ["provider", "id", "time", "subject", "type"];

impl<'c> Loader<'_, 'c> {
    /// Tells what cannot be said of a document or an event: without its `id`, a slip would go unseen.
    pub(super) fn check_said(&mut self, x: Option<Place>) {
        for (name, at) in x.map(|x| self.members(x)).unwrap_or_default() {
            if !MEMBERS.contains(&name) {
                let found = cat(&["`", name, "`"]);
                self.problem(at, Code::UnexpectedValue, "a member that `x-hooklens` has", &found);
            } else if TEXTS.contains(&name) && self.string(at).is_none() {
                self.problem(at, Code::WrongType, "a string", "");
            }
        }
    }

    /// A text under a name, kept.
    pub(super) fn said(&self, x: Option<Place>, name: &str) -> Option<&'c str> {
        Some(self.keep(self.own_text(x?, name)?))
    }

    fn says(&self, x: Place, name: &str) -> bool {
        self.own(x, name).is_some_and(|at| self.document(at).node(at.node).kind == Kind::True)
    }

    fn is_word(&self, x: Place, name: &str, word: &str) -> bool {
        self.own(x, name).is_some_and(|at| {
            let document = self.document(at);
            let node = document.node(at.node);
            node.kind == Kind::String && document.is(node, word)
        })
    }

    /// The texts of a list under a name.
    fn texts(&self, x: Option<Place>, name: &str) -> &'c [&'c str] {
        let Some(at) = x.and_then(|x| self.own(x, name)) else { return &[] };
        self.texts_at(at)
    }

    fn texts_at(&self, at: Place) -> &'c [&'c str] {
        let mut texts: Vec<&'c str> = Vec::new();
        for element in self.elements(at) {
            texts.push(self.kept(element));
        }
        self.arena.alloc_slice_copy(&texts)
    }

    /// Pairs of texts: of a list of lists, or of an object.
    pub(super) fn said_pairs(&self, x: Option<Place>, name: &str) -> &'c [(&'c str, &'c str)] {
        let mut pairs: Vec<(&'c str, &'c str)> = Vec::new();
        if let Some(at) = x.and_then(|x| self.own(x, name)) {
            for element in self.elements(at) {
                if let [one, other] = *self.texts_at(element) {
                    pairs.push((one, other));
                }
            }
            for (key, value) in self.pairs(at) {
                pairs.push((self.kept(key), self.kept(value)));
            }
        }
        self.arena.alloc_slice_copy(&pairs)
    }

    /// The shape of a value that `x-hooklens` says, where it says one.
    pub(super) fn annotated(&mut self, place: Place, x: Place, keywords: &Keywords) -> Option<Shape<'c>> {
        let is = self.own_text(x, "is").unwrap_or_default();
        let shape = match is {
            "name" => Shape::Name,
            "events" => Shape::Events,
            "flag" => Shape::Integer(Integer::Flag),
            "count" => Shape::Integer(Integer::Count),
            "seconds" => Shape::Integer(Integer::Seconds),
            "share" => Shape::Number(Number::Share),
            "empty-array" => Shape::Array(&Items::NONE),
            "time" | "lenient-time" => Shape::Time(Time {
                style: if is == "time" { Style::Rfc3339 } else { Style::Lenient },
                no_offset: match () {
                    () if self.is_word(x, "offset", "optional") => None,
                    () if self.is_word(x, "offset", "warning") => Some(Severity::Warning),
                    () => Some(Severity::Error),
                },
                or_seconds: self.says(x, "orSeconds"),
            }),
            name => {
                let format = match name {
                    "" => Some(Format::Any),
                    "non-empty" => Some(Format::NonEmpty),
                    "object-id" => Some(Format::ObjectId),
                    "flag-text" => Some(Format::Flag),
                    "endpoint" => Some(Format::Endpoint),
                    "url" => Some(Format::Url),
                    name => Format::by_name(name),
                };
                let Some(format) = format else {
                    let at = self.own(x, "is").unwrap_or(x);
                    self.problem(at, Code::UnexpectedValue, "a kind of value that `x-hooklens` knows", "");
                    return None;
                };
                let said = ["orEmpty", "format", "values", "agrees"];
                if name.is_empty() && !said.iter().any(|name| self.own(x, name).is_some()) {
                    return None;
                }
                Shape::Text(self.annotated_text(place, x, keywords, format))
            }
        };
        // `"type": ["string", "null"]`
        let kinds = keywords.get(Keyword::Type).map(|at| self.elements(place.at(at))).unwrap_or_default();
        let nullable = kinds.iter().any(|at| self.string(*at).is_some_and(|kind| kind == "null"));
        Some(if nullable { Shape::Nullable(self.arena.alloc(shape)) } else { shape })
    }

    fn annotated_text(&self, place: Place, x: Place, keywords: &Keywords, format: Format) -> Text<'c> {
        let severity = |name| match self.is_word(x, name, "warning") {
            true => Severity::Warning,
            false => Severity::Error,
        };
        let mut values = self.said_pairs(Some(x), "values");
        if values.is_empty()
            && let Some(at) = keywords.get(Keyword::Enum)
        {
            let listed: Vec<(&'c str, &'c str)> =
                self.texts_at(place.at(at)).iter().map(|value| (*value, *value)).collect();
            values = self.arena.alloc_slice_copy(&listed);
        }
        Text {
            format,
            format_severity: severity("format"),
            or_empty: self.says(x, "orEmpty"),
            values,
            values_severity: severity("others"),
            agrees: self.says(x, "agrees"),
        }
    }

    /// An object with what `x-hooklens` says beside its fields.
    pub(super) fn annotated_object(&self, object: &'c Object<'c>, x: Place) -> &'c Object<'c> {
        let anchor = self.own(x, "anchor");
        let anchor = anchor.map(|_| Anchor {
            field: self.said(anchor, "field").unwrap_or_default(),
            collection: self.said(anchor, "collection").unwrap_or_default(),
            parameter: self.said(anchor, "parameter").unwrap_or_default(),
        });
        let others = match () {
            () if self.is_word(x, "others", "open") => Others::Open,
            () if self.is_word(x, "others", "unexpected") => Others::Unexpected,
            () => object.others,
        };
        self.arena.alloc(Object { anchor, others, ..*object })
    }

    /// A field with what `x-hooklens` of its schema says: where its value goes, when it must be there, and whether anyone
    /// may see it.
    pub(super) fn annotated_field(&self, mut field: Field<'c>, schema: Place) -> Field<'c> {
        let Some(x) = self.own(schema, "x-hooklens") else { return field };
        let to = self.own(x, "as");
        if let Some(name) = self.said(Some(x), "as") {
            field.canonical = Canonical::As(name);
        } else if to.is_some_and(|to| self.says(to, "inline")) {
            field.canonical = Canonical::Inline;
        } else if to.is_some_and(|to| self.says(to, "type")) {
            field.canonical = Canonical::Type;
        } else if let Some(name) = self.said(Some(x), "list") {
            field.canonical = Canonical::List(name);
        } else if let [name, called] = *self.texts(Some(x), "named") {
            field.canonical = Canonical::Named(name, called);
        }
        field.presence = match () {
            () if self.is_word(x, "presence", "envelope") => Presence::Envelope,
            () if self.is_word(x, "presence", "with-envelope") => Presence::WithEnvelope,
            () if self.is_word(x, "presence", "together") => Presence::Together,
            () => field.presence,
        };
        field.nullable |= self.says(x, "nullable");
        field.is_public |= self.says(x, "public");
        field
    }

    /// The providers of a document whose channels say with `x-hooklens` who sends in them, and how.
    pub(super) fn annotated_providers(&mut self, root: Place) -> Vec<&'c Provider<'c>> {
        let mut providers: Vec<&'c Provider<'c>> = Vec::new();
        let channels = self.members_at(root, "channels");
        for (_, channel) in channels {
            let x = self.own(channel, "x-hooklens");
            let (Some(name), Some(envelopes)) =
                (self.said(x, "provider"), x.and_then(|x| self.own(x, "envelopes")))
            else {
                continue;
            };
            let messages = self.members_at(channel, "messages");
            let mut parameters: Vec<Parameter<'c>> = Vec::new();
            for (key, parameter) in x.map(|x| self.members_at(x, "parameters")).unwrap_or_default() {
                let integer = match () {
                    () if self.is_word(parameter, "is", "flag") => Integer::Flag,
                    () if self.is_word(parameter, "is", "seconds") => Integer::Seconds,
                    () => Integer::Count,
                };
                let name = &*self.arena.alloc_str(key);
                let canonical = self.said(Some(parameter), "as").unwrap_or(name);
                parameters.push(Parameter { name, canonical, integer, doc: "" });
            }
            let nodes = self.elements(envelopes);
            let mut read = Vec::with_capacity(nodes.len());
            for (index, envelope) in nodes.into_iter().enumerate() {
                read.push(self.annotated_envelope(root, envelope, index, &messages));
            }
            providers.push(self.arena.alloc(Provider {
                name,
                title: self.said(x, "title").unwrap_or(name),
                reverse_dns: self.said(x, "type").unwrap_or(name),
                parameters: self.arena.alloc_slice_copy(&parameters),
                envelopes: self.arena.alloc_slice_copy(&read),
            }));
        }
        providers
    }

    fn annotated_envelope(
        &mut self,
        root: Place,
        x: Place,
        index: usize,
        messages: &[(&str, Place)],
    ) -> Envelope<'c> {
        let body = self.own(x, "body");
        let excluded = self.texts(Some(x), "excluded");
        let wrapper = match body {
            Some(body) => Wrapper::Object {
                object: self.object_at(root, body),
                events: self.said(Some(x), "events").unwrap_or_default(),
                single: self.says(x, "single"),
                marks: self.texts(Some(x), "marks"),
                event_marks: self.texts(Some(x), "eventMarks"),
            },
            None if self.says(x, "list") => Wrapper::List,
            None => Wrapper::None,
        };
        let mut events = Vec::new();
        for (_, message) in messages {
            let of = self.own(*message, "x-hooklens");
            let indices = of.and_then(|of| self.own(of, "envelopes"));
            let arrives = indices.is_some_and(|at| {
                let is = |at: &Place| crate::json::number::integer(self.raw(*at), true) == Some(index as i64);
                self.elements(at).iter().any(is)
            });
            if arrives {
                events.push(self.annotated_event(root, *message, of, body.is_some(), excluded));
            }
        }
        let pointer = self.said(Some(x), "nameAt").unwrap_or_default();
        let mut path: Vec<&'c str> = Vec::new();
        let mut rest = cut(pointer, b'/').map(|(_, rest)| rest);
        while let Some(text) = rest {
            let parts = cut(text, b'/');
            path.push(parts.map_or(text, |(key, _)| key));
            rest = parts.map(|(_, rest)| rest);
        }
        Envelope {
            title: self.said(Some(x), "title").unwrap_or_default(),
            wrapper,
            name_at: self.arena.alloc_slice_copy(&path),
            marker_fields: self.texts(Some(x), "markers"),
            trust: match () {
                () if self.is_word(x, "trust", "name") => Trust::Name,
                () if self.is_word(x, "trust", "alone") => Trust::Alone,
                () => Trust::Mark,
            },
            excluded,
            answers: self.texts(Some(x), "answers"),
            payload: self.said(Some(x), "payload"),
            events: self.arena.alloc_slice_copy(&events),
            unnamed: match self.own(x, "unnamed") {
                Some(unnamed) => self.object_at(root, unnamed),
                None => const { &Object::of(&[]) },
            },
            id: self.said(Some(x), "id"),
            time: self.said(Some(x), "time"),
            source: self.said_pairs(Some(x), "source"),
            by_fit: false,
        }
    }

    fn annotated_event(
        &mut self,
        root: Place,
        message: Place,
        x: Option<Place>,
        is_wrapped: bool,
        excluded: &[&str],
    ) -> EventType<'c> {
        let payload = self.own(message, "payload");
        let schema = payload.and_then(|at| self.own(at, "schema")).or(payload).unwrap_or(message);
        let schema = match self.own(schema, "$defs").and_then(|at| self.own(at, "event")) {
            Some(event) if is_wrapped => event,
            _ => schema,
        };
        let mut shape = self.object_at(root, schema);
        // What no delivery has is said by the envelope.
        let is_excluded =
            |field: &Field<'_>| excluded.contains(&field.name) && matches!(field.shape, Shape::Never);
        if shape.fields.iter().any(is_excluded) {
            let fields: Vec<Field<'c>> =
                shape.fields.iter().filter(|field| !is_excluded(field)).copied().collect();
            let Object { anchor, others, patterns, .. } = *shape;
            shape = self.arena.alloc(Object { anchor, ..*self.object(fields, others, patterns) });
        }
        let name = self.said(Some(message), "name").unwrap_or_default();
        let mut evidence = Vec::new();
        let mut must_match: Vec<(&'c [&'c str], &'c [&'c str])> = Vec::new();
        if let Some(at) = x.and_then(|x| self.own(x, "evidence")) {
            for element in self.elements(at) {
                let told = Some(element);
                evidence.push(Evidence {
                    fields: self.texts(told, "fields"),
                    names_in: self.said(told, "namesIn"),
                });
            }
        }
        if let Some(at) = x.and_then(|x| self.own(x, "mustMatch")) {
            for pair in self.elements(at) {
                if let [one, other, ..] = *self.elements(pair) {
                    must_match.push((self.texts_at(one), self.texts_at(other)));
                }
            }
        }
        let is_event = x.and_then(|x| self.own(x, "event"));
        EventType {
            name,
            aliases: self.texts(x, "aliases"),
            title: self.said(Some(message), "title").unwrap_or(name),
            shape,
            evidence: self.arena.alloc_slice_copy(&evidence),
            event: is_event.is_none_or(|at| self.document(at).node(at.node).kind != Kind::False),
            meaning: self.said(x, "type").unwrap_or(name),
            subject: self.said(x, "subject"),
            must_match: self.arena.alloc_slice_copy(&must_match),
            endpoints: self.said(x, "endpoints").unwrap_or_default(),
            ..EventType::BLANK
        }
    }

    /// The object that a schema describes.
    fn object_at(&mut self, root: Place, schema: Place) -> &'c Object<'c> {
        match self.shape_in(root, schema, Some(Dialect::DRAFT_2020_12)) {
            Shape::Object(object) => object,
            _ => {
                self.problem(schema, Code::UnexpectedValue, "a schema of an object", "another");
                const { &Object::of(&[]) }
            }
        }
    }
}
