//! Catalog → the package's two files of it: what event types there are, and all that is known of them. Examples and
//! schemas are text until somebody asks.

use serde_json::{Map, Value, json};

use super::family::family;
use super::schema;
use crate::catalog::Catalog;
use crate::shape::{Envelope, EventType, Provider, Wrapper};

const GENERATED: &str = "// Generated from the catalog by `npm run generate`.\n";

/// What event types there are: small, however much is known of them.
pub(super) fn event_types(catalog: &Catalog<'_>) -> String {
    let mut text = format!(
        "{GENERATED}const entries = (provider, providerTitle, envelopeTitle, types) =>\n  \
           types.map(([type, title, event = true]) =>\n    \
             Object.freeze({{\n      id: `${{provider}}/${{type}}`,\n      provider,\n      type,\n      \
               title,\n      event,\n      providerTitle,\n      envelopeTitle,\n    }}),\n  );\n\n\
         export const catalog = Object.freeze([\n",
    );
    let mut last = None;
    for (provider, envelope, event) in catalog.event_types() {
        if last != Some((provider.name, envelope.title)) {
            let end = if last.is_some() { "  ]),\n" } else { "" };
            let titles =
                [provider.name, provider.title, envelope.title].map(|title| json!(title).to_string());
            text.push_str(&format!("{end}  ...entries({}, [\n", titles.join(", ")));
            last = Some((provider.name, envelope.title));
        }
        let event_or_not = if event.event { "" } else { ", false" };
        text.push_str(&format!("    [{}, {}{event_or_not}],\n", json!(event.name), json!(event.title)));
    }
    text.push_str("  ]),\n]);\n");
    text
}

/// All that is known of them.
pub(super) fn whole(catalog: &Catalog<'_>) -> String {
    let mut text = format!(
        "{GENERATED}const entry = (facts, example, schema) =>\n  Object.freeze({{\n    \
           id: `${{facts.provider}}/${{facts.type}}`,\n    ...facts,\n    \
           get example() {{\n      return JSON.parse(example);\n    }},\n    \
           get schema() {{\n      return {{ ...JSON.parse(schema), examples: [JSON.parse(example)] }};\n    }},\n  \
           }});\n\n\
         export const catalog = Object.freeze([\n",
    );
    for (provider, envelope, event) in catalog.event_types() {
        let mut schema = schema::body(provider, envelope, event);
        // The entry has it already: a second copy would only make the package larger.
        if let Some(schema) = schema.as_object_mut() {
            schema.shift_remove("examples");
        }
        text.push_str(&format!(
            "  entry(\n    {},\n    {},\n    {},\n  ),\n",
            facts(provider, envelope, event),
            json!(schema::example(event).to_string()),
            json!(schema.to_string()),
        ));
    }
    text.push_str("]);\n");
    text
}

/// What is known of an event type in plain values.
fn facts(provider: &Provider, envelope: &Envelope, event: &EventType) -> Value {
    let mut facts = Map::new();
    facts.insert("provider".into(), json!(provider.name));
    facts.insert("type".into(), json!(event.name));
    facts.insert("title".into(), json!(event.title));
    facts.insert("event".into(), json!(event.event));
    facts.insert("providerTitle".into(), json!(provider.title));
    facts.insert("envelopeTitle".into(), json!(envelope.title));
    if let Wrapper::Object { events, .. } = envelope.wrapper {
        facts.insert("envelope".into(), json!({ "field": events, "payload": envelope.payload }));
    }
    facts.insert("family".into(), json!(family(provider, event)));
    facts.insert("description".into(), json!(event.description));
    facts.insert("source".into(), json!(event.source));
    facts.insert("exampleIsMade".into(), json!(event.example_is_made));
    if let Some(why) = event.deprecated {
        facts.insert("deprecated".into(), json!(why));
    }
    Value::Object(facts)
}
