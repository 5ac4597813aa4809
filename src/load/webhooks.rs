//! OpenAPI's events: webhooks, or callbacks, which are all that OpenAPI 3.0 has.

use super::events::Described;
use super::{Loader, Place};
use crate::json::map::{Map, hash};
use crate::json::string::cut;

impl<'a> Loader<'a, '_> {
    /// The webhooks of a document, or else the callbacks of its operations.
    pub(super) fn webhooks(&mut self, root: Place) -> Vec<Described<'a>> {
        let hooks = ["webhooks", "x-webhooks"].iter().find_map(|name| self.member(root, name));
        let items = match hooks {
            Some(hooks) => self.members(hooks),
            None => self.callbacks(root),
        };
        let mut described = Vec::new();
        let mut known = Map::default();
        for (key, item) in items {
            let item = self.followed(item);
            // Some write the name as the path of an endpoint.
            let event_type = match cut(key, b'/') {
                Some(("", name)) if !name.is_empty() => name,
                _ => key,
            };
            for method in ["post", "put", "patch", "get", "delete"] {
                let Some(operation) = self.member(item, method) else { continue };
                let schema = self.body_of(operation);
                let same = schema.map_or(u64::MAX, |schema| {
                    let (document, node) = self.led_to(schema).key();
                    document << 32 | node
                });
                let same = (hash(event_type.as_bytes()) as u64, same);
                // Operations that have the same callback say so each.
                if hooks.is_none() && known.get(same).is_some() {
                    break;
                }
                known.set(same, 0);
                let title = self.text(operation, "summary").unwrap_or_default();
                let title =
                    if title.len() > 80 || title.bytes().any(|byte| byte == b'\n') { "" } else { title };
                let x = self.own(operation, "x-hooklens");
                let operation = self.text(operation, "operationId");
                described.push(Described { event_type, title, operation, x, dialect: None, schema });
                break;
            }
        }
        described
    }

    /// The schema of what an operation sends.
    fn body_of(&mut self, operation: Place) -> Option<Place> {
        let body = self.own(operation, "requestBody")?;
        let body = self.followed(body);
        let media = self.members(self.own(body, "content")?);
        let is_json = |name: &str| {
            let name = cut(name, b';').map_or(name, |(name, _)| name).trim_ascii();
            name.eq_ignore_ascii_case("application/json") || name.ends_with("+json") || name == "*/*"
        };
        let (_, json) = *media.iter().find(|(name, _)| is_json(name)).or(media.first())?;
        self.own(json, "schema")
    }

    /// The callbacks of all operations, each with its name. What several refer to is looked at once.
    fn callbacks(&self, root: Place) -> Vec<(&'a str, Place)> {
        let mut seen = Map::default();
        let mut first = |place: Place| {
            let at = self.led_to(place).key();
            let is_first = seen.get(at).is_none();
            seen.set(at, 0);
            is_first
        };
        let mut items = Vec::new();
        for (_, path) in self.members_at(root, "paths") {
            if !first(path) {
                continue;
            }
            for (_, operation) in self.members(path) {
                for (name, callback) in self.members_at(operation, "callbacks") {
                    let expressions = if first(callback) { self.members(callback) } else { Vec::new() };
                    for (_, item) in expressions {
                        items.push((name, item));
                    }
                }
            }
        }
        items
    }
}
