//! All that is known: one file a provider, one line each here. Knowledge only, no logic.

mod chift;
mod paybook;
mod seam;

use crate::shape::{Envelope, EventType, Provider};

/// Every provider.
pub static PROVIDERS: [&Provider; 3] = [&paybook::PROVIDER, &chift::PROVIDER, &seam::PROVIDER];

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
