//! What numbers stand for at the boundary: codes, severities, statuses, and the rows of the catalog.

use super::ReportWriter;
use crate::catalog::{Catalog, EnvelopeEntry};
use crate::shape::{Object, Wrapper};
use crate::{Code, Severity, Status};

/// The names of what is told of every row of the catalog.
const COLUMNS: [&str; 8] =
    ["provider", "type", "title", "isEvent", "providerTitle", "envelopeTitle", "field", "payload"];

/// Writes what the numbers of verdicts and reports stand for, as lists of texts: codes, severities and statuses; the
/// names of the [`COLUMNS`]; then every row of the catalog, and behind its columns the other fields of the body.
pub(super) fn write(writer: &mut ReportWriter, catalog: &Catalog<'_>) {
    writer.lists(4 + catalog.row_count());
    writer.list(&Code::ALL.iter().map(|code| code.spelling()).collect::<Vec<_>>(), &[]);
    writer.list(&[Severity::Error, Severity::Warning].map(Severity::spelling), &[]);
    let statuses = [Status::Valid, Status::Invalid, Status::Unknown, Status::Malformed];
    writer.list(&statuses.map(Status::spelling), &[]);
    writer.list(&COLUMNS, &[]);
    for EnvelopeEntry { provider, envelope, .. } in catalog.envelopes() {
        let (object, field) = match envelope.wrapper {
            Wrapper::Object { object, events, .. } => (object, events),
            _ => (&Object::of(&[]), ""),
        };
        let payload = envelope.payload.unwrap_or_default();
        let others = object.fields.iter().map(|field| field.name).filter(|name| *name != field);
        let others: Vec<&str> = others.collect();
        let [provider, provider_title] = [provider.name, provider.title];
        for event in envelope.events {
            let is_event = if event.event { "true" } else { "" };
            let columns: [&str; COLUMNS.len()] =
                [provider, event.name, event.title, is_event, provider_title, envelope.title, field, payload];
            writer.list(&columns, &others);
        }
    }
}
