//! Catalog → the package's `catalog`. Examples and schemas are text there until somebody asks.

use serde_json::json;

use super::schema;
use crate::catalog;

pub(super) fn catalog() -> String {
    let mut text = String::from(
        "// Generated from the catalog by `npm run generate`.\n\
         const entry = (provider, type, title, description, event, example, schema) => ({\n  \
           id: `${provider}/${type}`,\n  provider,\n  type,\n  title,\n  description,\n  event,\n  \
           get example() {\n    return JSON.parse(example);\n  },\n  \
           get schema() {\n    return { ...JSON.parse(schema), examples: [JSON.parse(example)] };\n  },\n});\n\n\
         export const catalog = Object.freeze([\n",
    );
    for (provider, envelope, event) in catalog::event_types() {
        let mut schema = schema::body(provider, envelope, event);
        // The entry has it already: a second copy would only make the package larger.
        if let Some(schema) = schema.as_object_mut() {
            schema.shift_remove("examples");
        }
        let arguments = [
            json!(provider.name),
            json!(event.name),
            json!(event.title),
            json!(event.description),
            json!(event.event),
            json!(schema::example(event).to_string()),
            json!(schema.to_string()),
        ];
        text.push_str("  entry(\n");
        for argument in arguments {
            text.push_str(&format!("    {argument},\n"));
        }
        text.push_str("  ),\n");
    }
    text.push_str("]);\n");
    text
}
