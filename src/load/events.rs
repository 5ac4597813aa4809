//! Which events a document describes, and where the schema of each is.

use super::schema::Context;
use super::{Loader, Place, Source};
use crate::finding::Code;
use crate::json::map::Names;
use crate::json::string::{cat, cut, cut_last};
use crate::json::{Document, Kind};
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

/// An event as a document describes it.
struct Described {
    event_type: String,
    title: String,
    /// What the operation is called.
    operation: Option<String>,
    /// `None`: any payload.
    schema: Option<Place>,
}

impl<'c> Loader<'_, 'c> {
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
    fn member(&self, place: Place, name: &str) -> Option<Place> {
        let at = self.led_to(place);
        Some(at.at(self.document(at).get(at.node, name)?))
    }

    /// A member of the object itself.
    fn own(&self, place: Place, name: &str) -> Option<Place> {
        Some(place.at(self.document(place).get(place.node, name)?))
    }

    /// Where the references of a document lead, one after the other.
    fn led_to(&self, place: Place) -> Place {
        let mut at = place;
        for _ in 0..16 {
            let Some(reference) = self.own(at, "$ref").and_then(|at| self.string(at)) else { break };
            let resource =
                self.resource_of.get(Place { node: Document::ROOT, ..at }.key()).unwrap_or_default();
            match self.target(resource, &reference) {
                Some(target) => at = target.place,
                None => break,
            }
        }
        at
    }

    fn members(&self, place: Place) -> Vec<(String, Place)> {
        let at = self.led_to(place);
        let document = self.document(at);
        let name = |key| self.string(at.at(key)).unwrap_or_default();
        document.members(at.node).map(|(key, value)| (name(key), at.at(value))).collect()
    }

    fn text(&self, place: Place, name: &str) -> Option<String> {
        self.member(place, name).and_then(|at| self.string(at)).filter(|text| !text.is_empty())
    }

    /// Finds the addresses of the schemas that a document other than a schema keeps for others.
    pub(super) fn scan_components(&mut self, root: Place, resource: u32) {
        let schemas = self.member(root, "components").and_then(|at| self.member(at, "schemas"));
        for (_, schema) in schemas.map(|at| self.members(at)).unwrap_or_default() {
            self.scan(schema, resource);
        }
    }

    /// The provider that a document describes.
    pub(super) fn provider(&mut self, number: u32, source: &Source<'_>) -> &'c Provider<'c> {
        let root = Place { document: number, node: Document::ROOT };
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
        let said = x.and_then(|at| self.text(at, "provider"));
        let name = said.or_else(|| source.name.map(str::to_owned)).or_else(|| title.as_deref().map(slug));
        let name =
            self.arena.alloc_str(&name.filter(|name| !name.is_empty()).unwrap_or_else(|| "catalog".into()));
        let title = title.as_deref().map_or(&*name, |title| self.arena.alloc_str(title));
        let wanted = |described: &Described| {
            source.events.is_none_or(|events| events.contains(&&*described.event_type))
        };
        for event in source.events.unwrap_or_default() {
            if !described.iter().any(|described| described.event_type == *event) {
                let expected = cat(&["the event `", event, "`, which was asked for"]);
                self.problem(root, Code::UnknownEvent, &expected, "none of that name");
            }
        }
        let mut events = Vec::with_capacity(described.len());
        for described in described.iter().filter(|described| wanted(described)) {
            events.push(self.event(described, number));
        }
        let envelope = self.arena.alloc(Envelope {
            title,
            wrapper: Wrapper::None,
            name_at: &[],
            marker_fields: &[],
            trust: Trust::Mark,
            excluded: &[],
            payload: None,
            events: self.arena.alloc_slice_copy(&events),
            unnamed: const { &Object::of(&[]) },
            id: None,
            time: None,
            source: &[],
            by_fit: true,
        });
        self.arena.alloc(Provider {
            name,
            title,
            reverse_dns: name,
            parameters: &[],
            envelopes: std::slice::from_ref(envelope),
        })
    }

    fn event(&mut self, described: &Described, number: u32) -> EventType<'c> {
        let resource =
            self.resource_of.get(Place { document: number, node: Document::ROOT }.key()).unwrap_or_default();
        let shape = match described.schema {
            None => Shape::Any,
            Some(schema) => {
                let scope = self.entered(0, resource);
                self.shape(schema, Context { resource, scope, inside: false, depth: 0, descents: 0 })
            }
        };
        let name = self.arena.alloc_str(&described.event_type);
        let title = match &*described.title {
            "" => &*name,
            title => self.arena.alloc_str(title),
        };
        let operation = described.operation.as_deref().filter(|operation| *operation != name);
        let operation: Option<&'c str> = operation.map(|operation| &*self.arena.alloc_str(operation));
        EventType {
            name,
            aliases: self.arena.alloc_slice_copy(operation.as_slice()),
            title,
            shape: match shape {
                Shape::Object(object) => object,
                _ => const { &Object::of(&[]) },
            },
            schema: Some(shape),
            meaning: dotted(self, name),
            ..EventType::BLANK
        }
    }

    fn info(&self, root: Place) -> Option<String> {
        self.text(self.member(root, "info")?, "title")
    }

    /// OpenAPI's webhooks.
    fn webhooks(&mut self, root: Place) -> Vec<Described> {
        let mut described = Vec::new();
        let hooks = ["webhooks", "x-webhooks"].iter().filter_map(|name| self.member(root, name)).next();
        let Some(hooks) = hooks else {
            self.problem(root, Code::MissingField, "`webhooks`", "no such field");
            return described;
        };
        for (event_type, item) in self.members(hooks) {
            for method in ["post", "put", "patch", "get", "delete"] {
                let Some(operation) = self.member(item, method) else { continue };
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
                let title = if title.len() > 80 || title.bytes().any(|byte| byte == b'\n') { String::new() } else { title };
                let operation = self.text(operation, "operationId");
                described.push(Described { event_type: event_type.clone(), title, operation, schema });
                break;
            }
        }
        described
    }

    /// AsyncAPI's messages, each once.
    fn messages(&mut self, root: Place) -> Vec<Described> {
        let mut found: Vec<(String, Place)> = Vec::new();
        let add = |loader: &Self, key: String, message: Place, found: &mut Vec<(String, Place)>| {
            let at = loader.led_to(message);
            let alternatives = loader.own(at, "oneOf");
            let messages = match alternatives {
                Some(list) => loader.document(list).elements(list.node).map(|node| list.at(node)).collect(),
                None => vec![message],
            };
            for message in messages {
                let reference = loader.own(message, "$ref").and_then(|at| loader.string(at));
                let last = reference.as_deref().map(|it| last_part(it).to_owned());
                let at = loader.led_to(message);
                if !found.iter().any(|(_, known)| *known == at) {
                    found.push((last.unwrap_or_else(|| key.clone()), at));
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
                || ["aai.asyncapi", "schema+json", "oai.openapi"].iter().any(|known| has(&format, known));
            if !is_known {
                let at = format_at.and_then(|at| self.member(at, "schemaFormat")).unwrap_or(message);
                self.problem(at, Code::UnexpectedValue, "a payload described by JSON Schema", "");
                continue;
            }
            let event_type = self.text(message, "name").unwrap_or(key);
            let title = self.text(message, "title").unwrap_or_default();
            described.push(Described { event_type, title, operation: None, schema });
        }
        described
    }

    /// The events of a schema: several where it is a union of references, or only definitions; else one.
    fn schemas(&mut self, root: Place) -> Vec<Described> {
        let document = self.document(root);
        let mut list = None;
        let mut kept = Vec::new();
        let mut others = 0;
        for (key, value) in document.members(root.node) {
            let key = self.string(root.at(key)).unwrap_or_default();
            match &*key {
                "oneOf" | "anyOf" => list = Some(root.at(value)),
                "$defs" | "definitions" => kept.extend(self.members(root.at(value))),
                "$schema" | "$id" | "id" | "$comment" | "$anchor" | "$vocabulary" | "title"
                | "description" | "examples" | "default" | "deprecated" | "discriminator"
                | "$dynamicAnchor" | "readOnly" | "writeOnly" => {}
                key if key.starts_with("x-") => {}
                _ => others += 1,
            }
        }
        let one = |place: Place, event_type: String, title: String| Described {
            event_type,
            title,
            operation: None,
            schema: Some(place),
        };
        if let (Some(list), 0) = (list, others) {
            let schemas: Vec<Place> =
                self.document(list).elements(list.node).map(|schema| list.at(schema)).collect();
            let reference = |schema: &Place| {
                let only = self.document(*schema).members(schema.node).count() == 1;
                self.own(*schema, "$ref").filter(|_| only).and_then(|at| self.string(at))
            };
            let references: Option<Vec<String>> = schemas.iter().map(reference).collect();
            if let Some(references) = references.filter(|references| !references.is_empty()) {
                let last = |reference: &String| {
                    let last = last_part(reference);
                    super::uri::decoded(cut_last(last, b'#').map_or(last, |(_, last)| last))
                };
                let events = schemas.iter().zip(&references);
                return events
                    .map(|(schema, reference)| {
                        let title = self.text(*schema, "title").unwrap_or_default();
                        one(*schema, last(reference), title)
                    })
                    .collect();
            }
        }
        if list.is_none() && others == 0 && !kept.is_empty() {
            return kept
                .into_iter()
                .map(|(key, schema)| {
                    let title = self.text(schema, "title").unwrap_or_default();
                    one(schema, key, title)
                })
                .collect();
        }
        let title = self.own(root, "title").and_then(|at| self.string(at)).unwrap_or_default();
        let event_type = match slug(&title) {
            slug if slug.is_empty() => "event".to_owned(),
            slug => slug,
        };
        vec![one(root, event_type, title)]
    }

    /// Events that two documents, or one twice, or another provider have.
    pub(super) fn repeated(
        &mut self,
        sources: &[Source<'_>],
        providers: &[&'c Provider<'c>],
        others: &[&Provider<'_>],
    ) {
        let mut ids = Names::default();
        for provider in others {
            for event in provider.envelopes.iter().flat_map(|envelope| envelope.events) {
                ids.put(self.arena.alloc_str(&cat(&[provider.name, "/", event.name])).as_bytes());
            }
        }
        for (number, (provider, _)) in providers.iter().zip(sources).enumerate() {
            for event in provider.envelopes.iter().flat_map(|envelope| envelope.events) {
                let id = self.arena.alloc_str(&cat(&[provider.name, "/", event.name]));
                if !ids.put(id.as_bytes()).1 {
                    let at = Place { document: number as u32, node: Document::ROOT };
                    self.problem(
                        at,
                        Code::UnexpectedValue,
                        "ids that no other event has",
                        &cat(&["`", id, "` again"]),
                    );
                }
            }
        }
        let _ = Kind::Null;
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
    let mut slug = String::new();
    let mut between = false;
    for character in title.chars() {
        if character.is_ascii_alphanumeric() || !character.is_ascii() {
            if between && !slug.is_empty() {
                slug.push('-');
            }
            between = false;
            slug.push(character.to_ascii_lowercase());
        } else {
            between = true;
        }
    }
    slug
}

/// The end of a CloudEvents `type`: the event's type with dots.
fn dotted<'c>(loader: &Loader<'_, 'c>, name: &str) -> &'c str {
    let mut dotted = String::with_capacity(name.len());
    for character in name.chars() {
        dotted.push(if character == '/' { '.' } else { character });
    }
    loader.arena.alloc_str(&dotted)
}
