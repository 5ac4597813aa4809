//! AsyncAPI's events: the messages of its channels, and those that are kept for them.

use super::dialect::Dialect;
use super::events::{Described, last_part};
use super::{Loader, Place};
use crate::finding::Code;
use crate::json::map::Map;

impl<'a> Loader<'a, '_> {
    /// AsyncAPI's messages, each once.
    pub(super) fn messages(&mut self, root: Place) -> Vec<Described<'a>> {
        let mut found: Vec<(&'a str, Place)> = Vec::new();
        let mut known = Map::default();
        // The channels of AsyncAPI 1 are topics.
        for part in ["channels", "topics"] {
            for (name, channel) in self.members_at(root, part) {
                for (key, message) in self.members_at(channel, "messages") {
                    self.add_message(key, message, &mut known, &mut found);
                }
                for operation in ["publish", "subscribe"] {
                    let Some(operation) = self.member(channel, operation) else { continue };
                    let key = self.text(operation, "operationId").unwrap_or(name);
                    // In AsyncAPI 1 it is the message.
                    let message = self.own(operation, "message").unwrap_or(operation);
                    if message != operation || part == "topics" {
                        self.add_message(key, message, &mut known, &mut found);
                    }
                }
            }
        }
        if let Some(kept) = self.member(root, "components") {
            for (key, message) in self.members_at(kept, "messages") {
                self.add_message(key, message, &mut known, &mut found);
            }
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
                || ["aai.asyncapi", "/schema+", "oai.openapi"].iter().any(|known| has(format, known));
            if !is_known {
                let at = format_at.and_then(|at| self.member(at, "schemaFormat")).unwrap_or(message);
                self.problem(at, Code::UnexpectedValue, "a payload described by JSON Schema", "");
                continue;
            }
            let named = ["name", "messageId"].iter().find_map(|name| self.text(message, name));
            let event_type = named.unwrap_or(key);
            if event_type.is_empty() {
                self.problem(message, Code::MissingField, "`name`", "no such field");
                continue;
            }
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

    /// Adds a message, or each of its alternatives, that is not known.
    #[inline(never)]
    fn add_message(
        &mut self,
        key: &'a str,
        message: Place,
        known: &mut Map,
        found: &mut Vec<(&'a str, Place)>,
    ) {
        let alternatives = self.own(self.led_to(message), "oneOf");
        let messages = alternatives.map_or_else(|| vec![message], |list| self.elements(list));
        // What names a channel names one of its messages only where it has no others.
        let key = if messages.len() == 1 { key } else { "" };
        for message in messages {
            let reference = self.own_text(message, "$ref");
            let at = self.followed(message);
            if known.get(at.key()).is_none() {
                known.set(at.key(), 0);
                found.push((reference.map_or(key, last_part), at));
            }
        }
    }
}

/// Whether a text is somewhere in another.
fn has(text: &str, part: &str) -> bool {
    (0..text.len()).any(|at| text.get(at..).is_some_and(|rest| rest.starts_with(part)))
}
