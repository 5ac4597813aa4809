//! Catalog → the package's two files of it: what event types there are, and all that is known of them. Examples and
//! schemas are text until somebody asks.

use serde_json::{Map, Value, json};

use super::family::family;
use super::schema;
use crate::catalog;
use crate::shape::{EventType, Provider};

const GENERATED: &str = "// Generated from the catalog by `npm run generate`.\n";

/// What event types there are: small, however much is known of them.
pub(super) fn event_types() -> String {
    let mut text = format!(
        "{GENERATED}const entry = (provider, type, title, event = true) =>\n  \
         Object.freeze({{ id: `${{provider}}/${{type}}`, provider, type, title, event }});\n\n\
         export const catalog = Object.freeze([\n",
    );
    for (provider, _, event) in catalog::event_types() {
        let mut arguments = vec![json!(provider.name), json!(event.name), json!(event.title)];
        if !event.event {
            arguments.push(json!(false));
        }
        let arguments: Vec<String> = arguments.iter().map(Value::to_string).collect();
        text.push_str(&format!("  entry({}),\n", arguments.join(", ")));
    }
    text.push_str("]);\n");
    text
}

/// All that is known of them.
pub(super) fn whole() -> String {
    let mut text = format!(
        "{GENERATED}const entry = (facts, example, schema) =>\n  Object.freeze({{\n    \
           id: `${{facts.provider}}/${{facts.type}}`,\n    ...facts,\n    \
           get example() {{\n      return JSON.parse(example);\n    }},\n    \
           get schema() {{\n      return {{ ...JSON.parse(schema), examples: [JSON.parse(example)] }};\n    }},\n  \
           }});\n\n\
         export const catalog = Object.freeze([\n",
    );
    for (provider, envelope, event) in catalog::event_types() {
        let mut schema = schema::body(provider, envelope, event);
        // The entry has it already: a second copy would only make the package larger.
        if let Some(schema) = schema.as_object_mut() {
            schema.shift_remove("examples");
        }
        text.push_str(&format!(
            "  entry(\n    {},\n    {},\n    {},\n  ),\n",
            facts(provider, event),
            json!(schema::example(event).to_string()),
            json!(schema.to_string()),
        ));
    }
    text.push_str("]);\n");
    text
}

/// What is known of an event type in plain values.
fn facts(provider: &Provider, event: &EventType) -> Value {
    let mut facts = Map::new();
    facts.insert("provider".into(), json!(provider.name));
    facts.insert("type".into(), json!(event.name));
    facts.insert("title".into(), json!(event.title));
    facts.insert("event".into(), json!(event.event));
    facts.insert("family".into(), json!(family(provider, event)));
    facts.insert("description".into(), json!(event.description));
    facts.insert("source".into(), json!(event.source));
    facts.insert("exampleIsMade".into(), json!(event.example_is_made));
    if let Some(why) = event.deprecated {
        facts.insert("deprecated".into(), json!(why));
    }
    Value::Object(facts)
}
