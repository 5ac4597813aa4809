//! Which events a document describes, and where the schema of each is.

use super::dialect::Dialect;
use super::reference::Resource;
use super::schema::Context;
use super::{Loader, Place, Source};
use crate::finding::Code;
use crate::json::Document;
use crate::json::map::Names;
use crate::json::string::{cat, cut, cut_last, lossy};
use crate::shape::{Envelope, EventType, Object, Provider, Shape, Trust, Wrapper};

/// What a document is written in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    /// Swagger, which knows no events.
    Swagger,
    OpenApi30,
    OpenApi,
    AsyncApi2,
    AsyncApi3,
    JsonSchema,
}

/// What a schema may say besides its events.
const ANNOTATIONS: [&str; 15] = [
    "$schema",
    "$id",
    "id",
    "$comment",
    "$anchor",
    "$vocabulary",
    "title",
    "description",
    "examples",
    "default",
    "deprecated",
    "discriminator",
    "$dynamicAnchor",
    "readOnly",
    "writeOnly",
];

/// An event as a document describes it.
pub(super) struct Described<'a> {
    pub event_type: &'a str,
    pub title: &'a str,
    /// What the operation is called.
    pub operation: Option<&'a str>,
    /// What `x-hooklens` says of it.
    pub x: Option<Place>,
    /// The version of JSON Schema that its schema is said to be in.
    pub dialect: Option<Dialect>,
    /// `None`: any payload.
    pub schema: Option<Place>,
}

impl<'a, 'c> Loader<'a, 'c> {
    pub(super) fn language(&self, root: Place) -> Language {
        let version = |name| self.own_text(root, name).unwrap_or_default();
        let (open, asynchronous) = (version("openapi"), version("asyncapi"));
        match () {
            () if open.starts_with("3.0") => Language::OpenApi30,
            () if !open.is_empty() => Language::OpenApi,
            () if asynchronous.starts_with("2.") => Language::AsyncApi2,
            () if !asynchronous.is_empty() => Language::AsyncApi3,
            () if !version("swagger").is_empty() => Language::Swagger,
            () => Language::JsonSchema,
        }
    }

    /// A member of an object; where the object is a reference, of what it leads to.
    pub(super) fn member(&self, place: Place, name: &str) -> Option<Place> {
        let at = self.led_to(place);
        Some(at.at(self.document(at).get(at.node, name)?))
    }

    /// A member of the object itself.
    pub(super) fn own(&self, place: Place, name: &str) -> Option<Place> {
        Some(place.at(self.document(place).get(place.node, name)?))
    }

    /// A text in the object itself.
    #[inline(never)]
    pub(super) fn own_text(&self, place: Place, name: &str) -> Option<&'a str> {
        self.string(self.own(place, name)?)
    }

    /// Where the references of a document lead, one after the other.
    pub(super) fn led_to(&self, place: Place) -> Place {
        let mut at = place;
        for _ in 0..16 {
            let Some(reference) = self.own_text(at, "$ref") else { break };
            let resource =
                self.resource_of.get(Place { node: Document::ROOT, ..at }.key()).unwrap_or_default();
            match self.target(resource, reference) {
                Some(target) => at = target.place,
                None => break,
            }
        }
        at
    }

    /// The same, and a problem where that is nowhere.
    pub(super) fn followed(&mut self, place: Place) -> Place {
        let at = self.led_to(place);
        if let Some(reference) = self.own(at, "$ref") {
            self.leads_nowhere(reference);
        }
        at
    }

    pub(super) fn members(&self, place: Place) -> Vec<(&'a str, Place)> {
        let at = self.led_to(place);
        let mut members = Vec::new();
        for (key, value) in self.pairs(at) {
            members.push((self.string(key).unwrap_or_default(), value));
        }
        members
    }

    /// The members of a member.
    pub(super) fn members_at(&self, place: Place, name: &str) -> Vec<(&'a str, Place)> {
        self.member(place, name).map(|at| self.members(at)).unwrap_or_default()
    }

    pub(super) fn text(&self, place: Place, name: &str) -> Option<&'a str> {
        self.own_text(self.led_to(place), name).filter(|text| !text.is_empty())
    }

    /// Finds the addresses of the schemas that a document other than a schema keeps for others.
    pub(super) fn scan_components(&mut self, root: Place, resource: u32) {
        if let Some(kept) = self.member(root, "components") {
            for (_, schema) in self.members_at(kept, "schemas") {
                self.scan(schema, resource);
            }
        }
    }

    /// The providers that a document describes: one, unless its channels say who sends in them.
    pub(super) fn providers(&mut self, number: u32, source: &Source<'_>) -> Vec<&'c Provider<'c>> {
        let root = Place { document: number, node: Document::ROOT };
        let described = self.annotated_providers(root);
        if described.is_empty() { vec![self.provider(root, source)] } else { described }
    }

    fn provider(&mut self, root: Place, source: &Source<'_>) -> &'c Provider<'c> {
        let language = self.language(root);
        let before = self.problems.len();
        let (mut described, title) = match language {
            Language::Swagger => {
                let expected = "OpenAPI 3, AsyncAPI or JSON Schema";
                let at = self.member(root, "swagger").unwrap_or(root);
                self.problem(at, Code::UnexpectedValue, expected, "Swagger, which cannot describe webhooks");
                (Vec::new(), None)
            }
            Language::OpenApi | Language::OpenApi30 => (self.webhooks(root), self.info(root)),
            Language::AsyncApi2 | Language::AsyncApi3 => (self.messages(root), self.info(root)),
            Language::JsonSchema => (self.schemas(root), None),
        };
        let x = self.own(root, "x-hooklens");
        self.check_said(x);
        let said = x.and_then(|at| self.text(at, "provider"));
        let name = match said.or(source.name) {
            Some(name) => name,
            None => &slug(title.unwrap_or_default()),
        };
        let name: &'c str = self.keep(if name.is_empty() { "catalog" } else { name });
        let title = title.map_or(name, |title| self.keep(title));
        let wanted = |described: &Described<'_>| {
            source.events.is_none_or(|events| events.contains(&described.event_type))
        };
        let kept = self.member(root, "components").and_then(|at| self.member(at, "schemas"));
        for event in source.events.unwrap_or_default() {
            if described.iter().any(|described| described.event_type == *event) {
                continue;
            }
            // What a document only keeps is an event to whoever says so.
            if let Some(schema) = kept.and_then(|at| self.own(at, event)) {
                described.push(self.described(schema, self.keep(event)));
            } else {
                let expected = cat(&["the event `", event, "`, which was asked for"]);
                self.problem(root, Code::UnknownEvent, &expected, "none of that name");
            }
        }
        if described.is_empty() && source.events.is_none() && self.problems.len() == before {
            let expected = match language {
                Language::OpenApi | Language::OpenApi30 => "`webhooks` or `callbacks`",
                _ => "messages with a payload",
            };
            self.problem(root, Code::MissingField, expected, "none");
        }
        let mut events = Vec::with_capacity(described.len());
        for described in described.iter().filter(|described| wanted(described)) {
            events.push(self.event(described, root));
        }
        let envelope = self.arena.alloc(Envelope {
            title,
            wrapper: Wrapper::None,
            name_at: &[],
            marker_fields: &[],
            trust: Trust::Mark,
            excluded: &[],
            answers: &[],
            payload: None,
            events: self.arena.alloc_slice_copy(&events),
            unnamed: const { &Object::of(&[]) },
            id: self.said(x, "id"),
            time: self.said(x, "time"),
            source: self.said_pairs(x, "source"),
            by_fit: true,
        });
        self.arena.alloc(Provider {
            name,
            title,
            reverse_dns: self.said(x, "type").unwrap_or(name),
            parameters: &[],
            envelopes: std::slice::from_ref(envelope),
        })
    }

    /// An event of which there is only a schema.
    fn described(&self, schema: Place, event_type: &'a str) -> Described<'a> {
        Described {
            event_type,
            title: self.text(schema, "title").unwrap_or_default(),
            operation: None,
            x: self.own(schema, "x-hooklens"),
            dialect: None,
            schema: Some(schema),
        }
    }

    /// The shape of a schema that stands in a document, perhaps in a version of JSON Schema of its own.
    pub(super) fn shape_in(&mut self, root: Place, schema: Place, dialect: Option<Dialect>) -> Shape<'c> {
        let mut resource = self.resource_of.get(root.key()).unwrap_or_default();
        if let (Some(dialect), Some(document)) = (dialect, self.resources.get(resource as usize)) {
            let base = document.base.clone();
            resource = self.resources.len() as u32;
            self.resources.push(Resource { base, root, dialect, dynamic: Vec::new() });
        }
        if schema != root {
            self.scan(schema, resource);
        }
        let scope = self.entered(0, resource);
        self.shape(schema, Context { resource, scope, inside: false, depth: 0, descents: 0, here: 0 })
    }

    fn event(&mut self, described: &Described<'a>, root: Place) -> EventType<'c> {
        self.check_said(described.x);
        let shape = match described.schema {
            None => Shape::Any,
            Some(schema) => self.shape_in(root, schema, described.dialect),
        };
        let name: &'c str = self.keep(described.event_type);
        let title = match described.title {
            "" => name,
            title => self.keep(title),
        };
        let operation = described.operation.filter(|operation| *operation != name);
        let operation: Option<&'c str> = operation.map(|operation| self.keep(operation));
        EventType {
            name,
            aliases: self.arena.alloc_slice_copy(operation.as_slice()),
            title,
            shape: match shape {
                Shape::Object(object) => object,
                _ => const { &Object::of(&[]) },
            },
            schema: Some(shape),
            meaning: self.said(described.x, "type").unwrap_or_else(|| dotted(self, name)),
            subject: self.said(described.x, "subject").or_else(|| {
                let x = self.own(root, "x-hooklens");
                self.said(x, "subject")
            }),
            ..EventType::BLANK
        }
    }

    fn info(&self, root: Place) -> Option<&'a str> {
        self.text(self.member(root, "info")?, "title")
    }

    /// The events of a schema: several where it is a union of references, or only definitions; else one.
    fn schemas(&mut self, root: Place) -> Vec<Described<'a>> {
        let mut list = None;
        let mut kept = Vec::new();
        let mut others = 0;
        for (key, value) in self.pairs(root) {
            match self.string(key).unwrap_or_default() {
                "oneOf" | "anyOf" => list = Some(value),
                "$defs" | "definitions" => kept.extend(self.members(value)),
                key if key.starts_with("x-") || ANNOTATIONS.contains(&key) => {}
                _ => others += 1,
            }
        }
        let one = |place: Place, event_type: &'a str| self.described(place, event_type);
        if let (Some(list), 0) = (list, others) {
            let mut events = Vec::new();
            let schemas = self.elements(list);
            for schema in &schemas {
                let only = self.pairs(*schema).len() == 1;
                let reference = self.own_text(*schema, "$ref").filter(|_| only);
                let Some(reference) = reference else { break };
                let last = last_part(reference);
                let last = super::uri::decoded(cut_last(last, b'#').map_or(last, |(_, last)| last));
                events.push(one(*schema, self.keep(&last)));
            }
            if !events.is_empty() && events.len() == schemas.len() {
                return events;
            }
        }
        if list.is_none() && others == 0 && !kept.is_empty() {
            return kept.into_iter().map(|(key, schema)| one(schema, key)).collect();
        }
        let title = self.own_text(root, "title").unwrap_or_default();
        let event_type = match &*slug(title) {
            "" => self.named_by_address(root).unwrap_or("event"),
            slug => self.keep(slug),
        };
        vec![Described { title, ..one(root, event_type) }]
    }

    /// The name of the file that a schema says is its place.
    fn named_by_address(&self, root: Place) -> Option<&'a str> {
        let address = self.own_text(root, "$id")?;
        let name = last_part(super::uri::split(address).0);
        Some(name.strip_suffix(".json").unwrap_or(name)).filter(|name| !name.is_empty())
    }

    /// Events that two documents, or one twice, or another provider have.
    pub(super) fn repeated(
        &mut self,
        number: u32,
        providers: &[&'c Provider<'c>],
        others: &[&Provider<'_>],
        ids: &mut Names<'c>,
    ) {
        let known = |id: &str| {
            let (provider, name) = cut(id, b'/').unwrap_or_default();
            let of = others.iter().filter(|other| other.name == provider);
            of.flat_map(|other| other.envelopes)
                .any(|envelope| envelope.events.iter().any(|event| event.name == name))
        };
        for provider in providers {
            let mut own: Vec<&'c str> = Vec::new();
            // One event may arrive in several envelopes.
            let several = provider.envelopes.len() > 1;
            for event in provider.envelopes.iter().flat_map(|envelope| envelope.events) {
                if several && own.contains(&event.name) {
                    continue;
                }
                own.push(event.name);
                let id = self.keep(&cat(&[provider.name, "/", event.name]));
                if !ids.put(id.as_bytes()).1 || known(id) {
                    let at = Place { document: number, node: Document::ROOT };
                    let found = cat(&["`", id, "` again"]);
                    self.problem(at, Code::UnexpectedValue, "ids that no other event has", &found);
                }
            }
        }
    }
}

/// The end of a path.
pub(super) fn last_part(path: &str) -> &str {
    cut_last(path, b'/').map_or(path, |(_, last)| last)
}

/// A title as a name: its letters and digits in lower case, with hyphens between.
fn slug(title: &str) -> String {
    let mut slug = Vec::new();
    let mut between = false;
    for byte in title.bytes() {
        if byte.is_ascii_alphanumeric() || !byte.is_ascii() {
            if between && !slug.is_empty() {
                slug.push(b'-');
            }
            between = false;
            slug.push(byte.to_ascii_lowercase());
        } else {
            between = true;
        }
    }
    lossy(&slug)
}

/// The end of a CloudEvents `type`: the event's type with dots.
fn dotted<'c>(loader: &Loader<'_, 'c>, name: &str) -> &'c str {
    let mut dotted = Vec::new();
    for byte in name.bytes() {
        dotted.push(if byte == b'/' { b'.' } else { byte });
    }
    loader.keep(&lossy(&dotted))
}
