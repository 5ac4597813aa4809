//! All that is known: one file a provider, one line each here. Knowledge only, no logic.

mod chift;
pub(crate) mod names;
mod paybook;
mod seam;

use crate::shape::{Envelope, EventType, Provider};

/// Every provider.
pub const PROVIDERS: [&Provider; 3] = [&paybook::PROVIDER, &chift::PROVIDER, &seam::PROVIDER];

/// Every event type with its provider, in the order of the providers' documents, each once.
pub fn event_types() -> impl Iterator<Item = (&'static Provider, &'static Envelope, &'static EventType)> {
    PROVIDERS.into_iter().flat_map(|provider| {
        let first = |at: usize, event: &EventType| {
            !provider
                .envelopes
                .iter()
                .take(at)
                .any(|earlier| earlier.events.iter().any(|e| e.name == event.name))
        };
        provider.envelopes.iter().enumerate().flat_map(move |(at, envelope)| {
            envelope
                .events
                .iter()
                .filter(move |event| first(at, event))
                .map(move |event| (provider, envelope, event))
        })
    })
}

/// An envelope with its provider and its rows.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// Who sends it.
    pub provider: &'static Provider,
    /// How.
    pub envelope: &'static Envelope,
    /// The row of its first event type, see [`rows`].
    pub first_row: u8,
}

/// Every envelope, in order.
pub static ENVELOPES: [Known; count()] = table();

const fn count() -> usize {
    let (mut count, mut at) = (0, 0);
    while at < PROVIDERS.len() {
        // Const evaluation: an index out of bounds would be a compile error.
        #[allow(clippy::indexing_slicing)]
        let provider = PROVIDERS[at];
        count += provider.envelopes.len();
        at += 1;
    }
    count
}

#[allow(clippy::indexing_slicing)]
const fn table() -> [Known; count()] {
    let first = Known { provider: PROVIDERS[0], envelope: &PROVIDERS[0].envelopes[0], first_row: 0 };
    let mut table = [first; count()];
    let (mut filled, mut row, mut at) = (0, 0, 0);
    while at < PROVIDERS.len() {
        let provider = PROVIDERS[at];
        let mut index = 0;
        while index < provider.envelopes.len() {
            let envelope = &provider.envelopes[index];
            table[filled] = Known { provider, envelope, first_row: row };
            row += envelope.events.len() as u8;
            filled += 1;
            index += 1;
        }
        at += 1;
    }
    table
}

/// The event type of every row, see [`rows`].
pub(crate) static ROWS: [&EventType; row_count()] = event_of_rows();

const fn row_count() -> usize {
    let (mut count, mut at) = (0, 0);
    // Const evaluation: an index out of bounds would be a compile error.
    #[allow(clippy::indexing_slicing)]
    while at < ENVELOPES.len() {
        count += ENVELOPES[at].envelope.events.len();
        at += 1;
    }
    count
}

#[allow(clippy::indexing_slicing)]
const fn event_of_rows() -> [&'static EventType; row_count()] {
    let mut rows = [&ENVELOPES[0].envelope.events[0]; row_count()];
    let (mut row, mut at) = (0, 0);
    while at < ENVELOPES.len() {
        let mut index = 0;
        while index < ENVELOPES[at].envelope.events.len() {
            rows[row] = &ENVELOPES[at].envelope.events[index];
            (row, index) = (row + 1, index + 1);
        }
        at += 1;
    }
    rows
}

/// A row for every event type in every envelope, in order: the index is how the WebAssembly module
/// names an event type to JavaScript.
pub fn rows() -> impl Iterator<Item = (&'static Provider, &'static Envelope, &'static EventType)> {
    PROVIDERS.into_iter().flat_map(|provider| {
        provider
            .envelopes
            .iter()
            .flat_map(move |envelope| envelope.events.iter().map(move |event| (provider, envelope, event)))
    })
}
