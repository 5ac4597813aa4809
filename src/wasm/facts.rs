//! What numbers stand for at the boundary: codes, severities, statuses, and the rows of the catalog.

use crate::catalog::Catalog;
use crate::shape::{Object, Wrapper};
use crate::{Code, Severity, Status};

/// The names of what is told of every row of the catalog.
const COLUMNS: [&str; 8] =
    ["provider", "type", "title", "isEvent", "providerTitle", "envelopeTitle", "field", "payload"];

/// What the numbers of verdicts and reports stand for, as lists of texts: codes, severities and statuses; the
/// names of the [`COLUMNS`]; the formats that are not known; then every row of the catalog, and behind its columns the other fields of the body.
///
/// One type, for each is compiled anew; and no struct, for the table of its fields' names is 3 KB of code.
pub(super) fn lists<'c>(catalog: &Catalog<'c>, unknown_formats: &[&'c str]) -> Vec<Vec<&'c str>> {
    let mut lists: Vec<Vec<&'c str>> = vec![
        Code::ALL.iter().map(|code| code.spelling()).collect(),
        [Severity::Error, Severity::Warning].map(Severity::spelling).to_vec(),
        [Status::Valid, Status::Invalid, Status::Unknown, Status::Malformed].map(Status::spelling).to_vec(),
        COLUMNS.to_vec(),
        unknown_formats.to_vec(),
    ];
    for (provider, envelope, event) in catalog.rows() {
        let (object, field) = match envelope.wrapper {
            Wrapper::Object { object, events, .. } => (object, events),
            _ => (&Object::of(&[]), ""),
        };
        let is_event = if event.event { "true" } else { "" };
        let payload = envelope.payload.unwrap_or_default();
        let [provider, provider_title] = [provider.name, provider.title];
        let columns: [&str; COLUMNS.len()] =
            [provider, event.name, event.title, is_event, provider_title, envelope.title, field, payload];
        let others = object.fields.iter().map(|field| field.name).filter(|name| *name != field);
        lists.push(columns.into_iter().chain(others).collect());
    }
    lists
}
