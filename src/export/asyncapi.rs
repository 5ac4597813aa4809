//! Catalog → one AsyncAPI 3 document: a channel for each provider, a message for each event type.

use serde_json::{Map, Value, json};

use super::schema;
use crate::catalog::Catalog;

/// The document; it refers to the schemas beside it.
pub(super) fn document(catalog: &Catalog<'_>) -> Value {
    let (mut channels, mut operations) = (Map::new(), Map::new());
    for provider in catalog.providers() {
        let mut messages = Map::new();
        for (_, _, event) in
            catalog.event_types().filter(|(of, _, event)| of.name == provider.name && event.event)
        {
            let mut message = json!({
                "name": event.name,
                "title": event.title,
                "summary": event.description,
                "contentType": "application/json",
                "payload": {
                    "schemaFormat": "application/schema+json;version=draft-2020-12",
                    "schema": { "$ref": schema::path(provider, event.name) },
                },
                "examples": [{ "payload": schema::example(event) }],
            });
            if event.deprecated.is_some()
                && let Some(message) = message.as_object_mut()
            {
                message.insert("deprecated".into(), json!(true));
            }
            // A key has no dots; an underscore for one would make two names the same.
            messages.insert(event.name.replace('.', "-"), message);
        }
        let channel = json!({
            "address": null,
            "title": provider.title,
            "description": format!("The webhook URL that {} delivers to.", provider.title),
            "messages": messages,
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
