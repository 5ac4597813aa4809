//! What is known of an event in one common form, CloudEvents 1.0.

use std::ops::Range;

use super::origins::Trace;
use crate::json::string::{lossy, push_quoted, readable};

/// One event in the form of CloudEvents 1.0. Its `Display` is its JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CloudEvent {
    /// The provider's id for the event, or else a hash of its content; a redelivery has the same one.
    pub id: String,
    /// A URI reference: the provider and, if the body names one, its tenant.
    pub source: String,
    /// The event type in reverse-DNS form; the same for every version of an event.
    pub event_type: String,
    /// The id of the resource that it is about.
    pub subject: Option<String>,
    /// RFC 3339 in UTC, with the digits that were sent; absent if the body has no time.
    pub time: Option<String>,
    /// The canonical data, as JSON text.
    pub data: String,
}

impl std::fmt::Display for CloudEvent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let CloudEvent { id, source, event_type, subject, time, data } = self;
        let values = [Some(id), Some(source), Some(event_type), subject.as_ref(), time.as_ref()];
        let mut json = vec![b'{'];
        for (name, value) in NAMES.iter().zip(values) {
            if let Some(value) = value {
                json.extend_from_slice(name.as_bytes());
                push_quoted(&mut json, value);
                json.push(b',');
            }
        }
        write!(f, "{}{DATA}{data}}}", lossy(&json))
    }
}

/// A CloudEvent as JSON text.
pub(crate) struct EncodedEvent<'a> {
    /// What is before the data.
    pub head: &'a [u8],
    pub data: &'a [u8],
    /// Where the attributes are in the head, as [`NAMES`] has them; empty for those that are absent.
    pub attributes: [Range<usize>; 5],
    /// Where all of it came from, if that was asked for.
    pub trace: Option<&'a Trace>,
}

/// What is before each attribute, the names of `id`, `source`, `type`, `subject` and `time`.
pub(crate) const NAMES: [&str; 5] =
    [r#""specversion":"1.0","id":"#, r#""source":"#, r#""type":"#, r#""subject":"#, r#""time":"#];

/// RFC 6901 pointer to the data.
pub(crate) const DATA_AT: &str = "/data";

/// What is before the data.
pub(crate) const DATA: &str = r#""datacontenttype":"application/json","data":"#;

impl EncodedEvent<'_> {
    /// Appends the event's JSON.
    #[cfg(all(feature = "wasm", target_arch = "wasm32"))]
    pub(crate) fn write(&self, json: &mut Vec<u8>) {
        json.extend_from_slice(self.head);
        json.extend_from_slice(self.data);
        json.push(b'}');
    }
}

impl From<EncodedEvent<'_>> for CloudEvent {
    fn from(EncodedEvent { head, data, attributes, .. }: EncodedEvent<'_>) -> Self {
        let [id, source, event_type, subject, time] = attributes.map(|Range { start, end }| {
            let inner = head.get(start + 1..end.saturating_sub(1))?;
            Some(readable(inner))
        });
        CloudEvent {
            id: id.unwrap_or_default(),
            source: source.unwrap_or_default(),
            event_type: event_type.unwrap_or_default(),
            subject,
            time,
            data: lossy(data),
        }
    }
}
