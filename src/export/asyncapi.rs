//! Catalog → one AsyncAPI 3 document: a channel for each provider, a message for each event type, and with
//! `x-hooklens` all that the catalog knows: loaded, it is the same catalog.

use serde_json::{Map, Value, json};

use super::schema::{self, Of};
use super::x_hooklens;
use crate::catalog::Catalog;

/// The document.
pub(super) fn document(catalog: &Catalog<'_>) -> Value {
    let (mut channels, mut operations) = (Map::new(), Map::new());
    for provider in catalog.providers() {
        let mut messages = Map::new();
        for (_, envelope, event) in catalog.event_types().filter(|(of, ..)| of.name == provider.name) {
            let envelopes: Vec<usize> = provider
                .envelopes
                .iter()
                .enumerate()
                .filter(|(_, envelope)| envelope.events.iter().any(|other| other.name == event.name))
                .map(|(index, _)| index)
                .collect();
            let mut payload = schema::body_of(provider, envelope, Of { event, annotated: true });
            if let Some(payload) = payload.as_object_mut() {
                // The message has them, and references read from the root of the document.
                for key in ["$schema", "$id", "title", "description", "examples", "deprecated"] {
                    payload.remove(key);
                }
            }
            let key = event.name.replace('.', "-");
            let at = format!("#/channels/{}/messages/{key}/payload/schema", provider.name);
            from(&at, &mut payload);
            let mut message = json!({
                "name": event.name,
                "title": event.title,
                "summary": event.description,
                "contentType": "application/json",
                "payload": {
                    "schemaFormat": "application/schema+json;version=draft-2020-12",
                    "schema": payload,
                },
                "x-hooklens": x_hooklens::event(event, &envelopes),
                "examples": [{ "payload": schema::example(event) }],
            });
            if event.deprecated.is_some()
                && let Some(message) = message.as_object_mut()
            {
                message.insert("deprecated".into(), json!(true));
            }
            // A key has no dots; an underscore for one would make two names the same.
            messages.insert(key, message);
        }
        let channel = json!({
            "address": null,
            "title": provider.title,
            "description": format!("The webhook URL that {} delivers to.", provider.title),
            "messages": messages,
            "x-hooklens": x_hooklens::provider(provider),
        });
        channels.insert(provider.name.into(), channel);
        let operation = json!({
            "action": "receive",
            "channel": { "$ref": format!("#/channels/{}", provider.name) },
            "summary": format!("Receive an event from {}.", provider.title),
        });
        operations.insert(format!("receive_{}", provider.name), operation);
    }
    json!({
        "asyncapi": "3.0.0",
        "info": {
            "title": "The webhook events that HookLens knows",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Generated from the catalog of HookLens.",
            "license": { "name": env!("CARGO_PKG_LICENSE") },
        },
        "channels": channels,
        "operations": operations,
    })
}

/// Makes the references of a schema those of a document that has it somewhere.
fn from(at: &str, schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            for (key, value) in members {
                match value {
                    Value::String(reference) if key == "$ref" => {
                        *reference = reference.replacen('#', at, 1);
                    }
                    value => from(at, value),
                }
            }
        }
        Value::Array(elements) => elements.iter_mut().for_each(|element| from(at, element)),
        _ => {}
    }
}
