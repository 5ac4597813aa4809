//! What a body is that is like events of the catalog, and none of them.

use super::{MessageBuffer, Part};
use crate::json::Document;
use crate::json::string::text;
use crate::recognize::Likeness;

/// Says it beside what was said of the body.
pub(crate) fn say(words: &mut MessageBuffer, document: &Document<'_>, like: &Likeness<'_>) {
    let provider = like.entry.provider.title;
    if let Some(field) = like.excluded {
        words.say(Part::Found, &["an answer of the ", provider, " API, or a request to it"]);
        words.say(Part::Hint, &["no delivery: it has `", field, "`, which no ", provider, " event has"]);
        return;
    }
    let start = words.text.len();
    words.add(&["this looks like ", provider, ", spelled in another way: "]);
    let mut between = "";
    for (key, known) in &like.spelled {
        let key = text(document.inner(document.node(*key)));
        words.add(&[between, "`", &key, "` for `", known, "`"]);
        between = ", ";
    }
    words.end(Part::Hint, start);
}
