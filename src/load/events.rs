//! Which events a document describes, and where the schema of each is.

use super::dialect::Dialect;
use super::reference::Resource;
use super::schema::Context;
use super::{Loader, Place, Source};
use crate::finding::Code;
use crate::json::Document;
use crate::json::map::{Map, Names};
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
struct Described<'a> {
    event_type: &'a str,
    title: &'a str,
    /// What the operation is called.
    operation: Option<&'a str>,
    /// What `x-hooklens` says of it.
    x: Option<Place>,
    /// The version of JSON Schema that its schema is said to be in.
    dialect: Option<Dialect>,
    /// `None`: any payload.
    schema: Option<Place>,
}

impl<'a, 'c> Loader<'a, 'c> {
    pub(super) fn language(&self, root: Place) -> Language {
        let version = |name| self.member(root, name).and_then(|at| self.string(at)).unwrap_or_default();
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

    /// Where the references of a document lead, one after the other.
    fn led_to(&self, place: Place) -> Place {
        let mut at = place;
        for _ in 0..16 {
            let Some(reference) = self.own(at, "$ref").and_then(|at| self.string(at)) else { break };
            let resource =
                self.resource_of.get(Place { node: Document::ROOT, ..at }.key()).unwrap_or_default();
            match self.target(resource, reference) {
                Some(target) => at = target.place,
                None => break,
            }
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

    pub(super) fn text(&self, place: Place, name: &str) -> Option<&'a str> {
        self.member(place, name).and_then(|at| self.string(at)).filter(|text| !text.is_empty())
    }

    /// Finds the addresses of the schemas that a document other than a schema keeps for others.
    pub(super) fn scan_components(&mut self, root: Place, resource: u32) {
        let schemas = self.member(root, "components").and_then(|at| self.member(at, "schemas"));
        for (_, schema) in schemas.map(|at| self.members(at)).unwrap_or_default() {
            self.scan(schema, resource);
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
        let (described, title) = match language {
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
        for event in source.events.unwrap_or_default() {
            if !described.iter().any(|described| described.event_type == *event) {
                let expected = cat(&["the event `", event, "`, which was asked for"]);
                self.problem(root, Code::UnknownEvent, &expected, "none of that name");
            }
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

    /// OpenAPI's webhooks.
    fn webhooks(&mut self, root: Place) -> Vec<Described<'a>> {
        let mut described = Vec::new();
        let hooks = ["webhooks", "x-webhooks"].iter().filter_map(|name| self.member(root, name)).next();
        let Some(hooks) = hooks else {
            self.problem(root, Code::MissingField, "`webhooks`", "no such field");
            return described;
        };
        for (event_type, item) in self.members(hooks) {
            for method in ["post", "put", "patch", "get", "delete"] {
                let Some(operation) = self.member(item, method) else { continue };
                let operation_at = operation;
                let schema = self.member(operation, "requestBody").and_then(|body| {
                    let content = self.member(body, "content")?;
                    let media = self.members(content);
                    let is_json = |name: &str| {
                        let name = cut(name, b';').map_or(name, |(name, _)| name).trim_ascii();
                        name.eq_ignore_ascii_case("application/json")
                            || name.ends_with("+json")
                            || name == "*/*"
                    };
                    let json = media.iter().find(|(name, _)| is_json(name)).or(media.first())?;
                    self.own(json.1, "schema")
                });
                let title = self.text(operation, "summary").unwrap_or_default();
                let title =
                    if title.len() > 80 || title.bytes().any(|byte| byte == b'\n') { "" } else { title };
                let operation = self.text(operation, "operationId");
                let x = self.own(operation_at, "x-hooklens");
                described.push(Described { event_type, title, operation, x, dialect: None, schema });
                break;
            }
        }
        described
    }

    /// AsyncAPI's messages, each once.
    fn messages(&mut self, root: Place) -> Vec<Described<'a>> {
        let mut found: Vec<(&'a str, Place)> = Vec::new();
        let mut known = Map::default();
        let mut add = |loader: &Self, key: &'a str, message: Place, found: &mut Vec<(&'a str, Place)>| {
            let at = loader.led_to(message);
            let alternatives = loader.own(at, "oneOf");
            let messages = match alternatives {
                Some(list) => loader.elements(list),
                None => vec![message],
            };
            for message in messages {
                let reference = loader.own(message, "$ref").and_then(|at| loader.string(at));
                let at = loader.led_to(message);
                if known.get(at.key()).is_none() {
                    known.set(at.key(), 0);
                    found.push((reference.map_or(key, last_part), at));
                }
            }
        };
        let kept = self.member(root, "components").and_then(|at| self.member(at, "messages"));
        for (_, channel) in self.member(root, "channels").map(|at| self.members(at)).unwrap_or_default() {
            for (key, message) in
                self.member(channel, "messages").map(|at| self.members(at)).unwrap_or_default()
            {
                add(self, key, message, &mut found);
            }
            for operation in ["publish", "subscribe"] {
                let operation = self.member(channel, operation);
                if let Some(message) = operation.and_then(|at| self.own(at, "message")) {
                    let key = operation.and_then(|at| self.text(at, "operationId")).unwrap_or_default();
                    add(self, key, message, &mut found);
                }
            }
        }
        for (key, message) in kept.map(|at| self.members(at)).unwrap_or_default() {
            add(self, key, message, &mut found);
        }
        if found.is_empty() {
            self.problem(root, Code::MissingField, "messages with a payload", "none");
        }
        let mut described = Vec::with_capacity(found.len());
        for (key, message) in found {
            let payload = self.own(message, "payload");
            let format = payload.and_then(|at| self.text(at, "schemaFormat"));
            let format_at = if format.is_some() { payload } else { Some(message) };
            let format = format.or_else(|| self.text(message, "schemaFormat")).unwrap_or_default();
            let schema = match payload.and_then(|at| self.own(at, "schema")).filter(|_| !format.is_empty()) {
                Some(schema) => Some(schema),
                None => payload,
            };
            let is_known = format.is_empty()
                || ["aai.asyncapi", "schema+json", "oai.openapi"].iter().any(|known| has(format, known));
            if !is_known {
                let at = format_at.and_then(|at| self.member(at, "schemaFormat")).unwrap_or(message);
                self.problem(at, Code::UnexpectedValue, "a payload described by JSON Schema", "");
                continue;
            }
            let event_type = self.text(message, "name").unwrap_or(key);
            let title = self.text(message, "title").unwrap_or_default();
            let x = self.own(message, "x-hooklens");
            described.push(Described {
                event_type,
                title,
                operation: None,
                x,
                dialect: Dialect::of_format(format),
                schema,
            });
        }
        described
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
        let one = |place: Place, event_type: &'a str| Described {
            event_type,
            title: self.text(place, "title").unwrap_or_default(),
            operation: None,
            x: self.own(place, "x-hooklens"),
            dialect: None,
            schema: Some(place),
        };
        if let (Some(list), 0) = (list, others) {
            let mut events = Vec::new();
            let schemas = self.elements(list);
            for schema in &schemas {
                let only = self.pairs(*schema).len() == 1;
                let reference = self.own(*schema, "$ref").filter(|_| only).and_then(|at| self.string(at));
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
        let title = self.own(root, "title").and_then(|at| self.string(at)).unwrap_or_default();
        let event_type = match &*slug(title) {
            "" => "event",
            slug => self.keep(slug),
        };
        vec![Described { title, ..one(root, event_type) }]
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

/// Whether a text is somewhere in another.
fn has(text: &str, part: &str) -> bool {
    (0..text.len()).any(|at| text.get(at..).is_some_and(|rest| rest.starts_with(part)))
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
