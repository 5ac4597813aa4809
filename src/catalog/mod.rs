//! Everything that is known, as a value: who sends which events, and in which envelopes. The built-in providers
//! have one file each, with knowledge only, and one line each here.

mod chift;
mod index;
pub(crate) mod key_sets;
pub(crate) mod outline;
mod paybook;
mod seam;
pub(crate) mod telling;

use outline::{Builder, Outlines};
use telling::Telling;

use crate::shape::{Envelope, EventType, LOADS, Provider, Shape};

/// The catalog of the built-in providers.
pub static BUILT_IN: Catalog<'static> = Catalog {
    providers: Table::Lent(&PROVIDERS),
    envelopes: Table::Lent(&ENVELOPES),
    looks: Table::Lent(&LOOKS),
    telling: Telling::of(&ENVELOPES),
    places: Table::Lent(&PLACES),
    definitions: Table::Lent(&[]),
    outlines: None,
};

static PROVIDERS: [&Provider; 3] = [&paybook::PROVIDER, &chift::PROVIDER, &seam::PROVIDER];
static ENVELOPES: [EnvelopeEntry; envelope_count(&PROVIDERS)] = envelopes(&PROVIDERS);
static LOOKS: [u64; ENVELOPES.len()] = telling::looks(&ENVELOPES);
static PLACES: [u16; index::places_for(name_count(&ENVELOPES))] = {
    let mut places = [0; _];
    index::fill(&mut places, &ENVELOPES);
    places
};

/// Providers with the envelopes of their events, and every name of an event type.
///
/// ```
/// use hooklens::catalog::{BUILT_IN, Catalog};
/// use hooklens::{Checker, Limits};
///
/// let seam: Vec<_> = BUILT_IN.providers().iter().copied().filter(|provider| provider.name == "seam").collect();
/// let catalog = Catalog::new(&seam);
/// assert_eq!(catalog.event_types().count(), 109);
/// let report = Checker::new(&catalog).validate(br#"{"event":"refresh"}"#, Limits::default());
/// assert!(report.events.is_empty());
/// ```
#[derive(Debug)]
pub struct Catalog<'c> {
    providers: Table<'c, &'c Provider<'c>>,
    envelopes: Table<'c, EnvelopeEntry<'c>>,
    /// What the keys look like that tell each envelope, see [`telling::looks_of`].
    looks: Table<'c, u64>,
    telling: Telling,
    /// The row of each name at the place of its hash, see [`index`].
    places: Table<'c, u16>,
    /// What [`Shape::Defined`] stands for.
    definitions: Table<'c, &'c Shape<'c>>,
    /// What tells the events apart that are told by what fits.
    outlines: Option<Box<Outlines<'c>>>,
}

/// A list that was worked out at compile time, or when the catalog was made.
#[derive(Debug)]
enum Table<'c, T> {
    Lent(&'c [T]),
    Owned(Vec<T>),
}

impl<T> std::ops::Deref for Table<'_, T> {
    type Target = [T];

    #[inline]
    fn deref(&self) -> &[T] {
        match self {
            Table::Lent(list) => list,
            Table::Owned(list) => list,
        }
    }
}

/// An envelope with its provider.
#[derive(Clone, Copy, Debug)]
pub struct EnvelopeEntry<'c> {
    /// Who sends it.
    pub provider: &'c Provider<'c>,
    /// How.
    pub envelope: &'c Envelope<'c>,
    /// The row of its first event type, see [`Catalog::rows`].
    pub first_row: usize,
}

/// An event type with its provider and its envelope.
pub type Row<'c> = (&'c Provider<'c>, &'c Envelope<'c>, &'c EventType<'c>);

impl<'c> Catalog<'c> {
    /// The most event types that a catalog may have, each counted in every envelope that it arrives in.
    pub const MOST_ROWS: usize = u16::MAX as usize;

    /// A catalog of these providers. Event types beyond [`Catalog::MOST_ROWS`] are not recognized.
    #[must_use]
    pub fn new(providers: &[&'c Provider<'c>]) -> Self {
        Catalog::with_definitions(providers, Vec::new())
    }

    /// The same, with the shapes that those of the providers refer to by number.
    #[must_use]
    pub fn with_definitions(providers: &[&'c Provider<'c>], definitions: Vec<&'c Shape<'c>>) -> Self {
        let mut envelopes = Vec::with_capacity(envelope_count(providers));
        let mut looks = Vec::with_capacity(envelope_count(providers));
        let mut first_row = 0;
        for provider in providers {
            for envelope in provider.envelopes {
                if first_row + envelope.events.len() <= Self::MOST_ROWS {
                    envelopes.push(EnvelopeEntry { provider, envelope, first_row });
                    looks.push(telling::looks_of(envelope));
                    first_row += envelope.events.len();
                }
            }
        }
        let mut places = vec![0; index::places_for(name_count(&envelopes))];
        index::fill(&mut places, &envelopes);
        let by_fit = envelopes.iter().any(|entry| entry.envelope.by_fit);
        let outlines = by_fit.then(|| Box::new(Builder::build(&envelopes, &definitions)));
        let telling = Telling::of(&envelopes);
        Catalog {
            providers: Table::Owned(providers.to_vec()),
            envelopes: Table::Owned(envelopes),
            looks: Table::Owned(looks),
            telling,
            places: Table::Owned(places),
            definitions: Table::Owned(definitions),
            outlines,
        }
    }

    /// What tells the events apart that are told by what fits.
    pub(crate) fn outlines(&self) -> Option<&Outlines<'c>> {
        if LOADS { self.outlines.as_deref() } else { None }
    }

    /// What [`Shape::Defined`] stands for, by number.
    #[must_use]
    pub fn definitions(&self) -> &[&'c Shape<'c>] {
        &self.definitions
    }

    /// Who sends events.
    #[must_use]
    pub fn providers(&self) -> &[&'c Provider<'c>] {
        &self.providers
    }

    /// Every envelope, in order.
    #[inline]
    #[must_use]
    pub fn envelopes(&self) -> &[EnvelopeEntry<'c>] {
        &self.envelopes
    }

    /// What the keys look like that tell each envelope, see [`telling::looks_of`].
    pub(crate) fn looks(&self) -> &[u64] {
        &self.looks
    }

    /// What the keys look like that tell most.
    pub(crate) fn telling(&self) -> Telling {
        self.telling
    }

    /// Every event type in every envelope that it arrives in, in order: the index is how the WebAssembly module
    /// names an event type to JavaScript.
    pub fn rows(&self) -> impl Iterator<Item = Row<'c>> {
        let entries = self.envelopes.iter().copied();
        entries.flat_map(|EnvelopeEntry { provider, envelope, .. }| {
            envelope.events.iter().map(move |event| (provider, envelope, event))
        })
    }

    /// How many rows there are.
    #[cfg(all(feature = "wasm", target_arch = "wasm32"))]
    pub(crate) fn row_count(&self) -> usize {
        self.envelopes.last().map_or(0, |entry| entry.first_row + entry.envelope.events.len())
    }

    /// The first row of an event type.
    #[cfg(all(feature = "wasm", target_arch = "wasm32"))]
    pub(crate) fn row_of(&self, event: &EventType<'_>) -> Option<usize> {
        self.envelopes.iter().find_map(|entry| {
            let range = entry.envelope.events.as_ptr_range();
            let at = std::ptr::from_ref(event).cast();
            let bytes = range.contains(&at).then(|| at.addr() - range.start.addr())?;
            Some(entry.first_row + bytes / size_of::<EventType<'_>>())
        })
    }

    /// Every event type, in the order of the providers' documents, each once.
    pub fn event_types(&self) -> impl Iterator<Item = Row<'c>> {
        self.providers.iter().copied().flat_map(|provider| {
            let is_first = |at: usize, event: &EventType<'_>| {
                let earlier = provider.envelopes.iter().take(at).flat_map(|envelope| envelope.events);
                earlier.into_iter().all(|other| other.name != event.name)
            };
            provider.envelopes.iter().enumerate().flat_map(move |(at, envelope)| {
                let events = envelope.events.iter().filter(move |event| is_first(at, event));
                events.map(move |event| (provider, envelope, event))
            })
        })
    }

    /// The index of an envelope's event type by its name on the wire.
    #[inline]
    pub(crate) fn index_of(&self, entry: &EnvelopeEntry<'c>, name: &[u8]) -> Option<usize> {
        index::find(&self.places, entry, name)
    }
}

const fn envelope_count(providers: &[&Provider<'_>]) -> usize {
    let (mut count, mut rest) = (0, providers);
    while let [provider, after @ ..] = rest {
        (count, rest) = (count + provider.envelopes.len(), after);
    }
    count
}

/// How many names there are, aliases included.
const fn name_count(entries: &[EnvelopeEntry<'_>]) -> usize {
    let (mut count, mut rest) = (0, entries);
    while let [entry, others @ ..] = rest {
        let mut events = entry.envelope.events;
        while let [event, after @ ..] = events {
            (count, events) = (count + 1 + event.aliases.len(), after);
        }
        rest = others;
    }
    count
}

// Const evaluation: an index out of bounds would be a compile error.
#[allow(clippy::indexing_slicing)]
const fn envelopes<const N: usize>(
    providers: &'static [&'static Provider<'static>],
) -> [EnvelopeEntry<'static>; N] {
    let first = EnvelopeEntry { provider: providers[0], envelope: &providers[0].envelopes[0], first_row: 0 };
    let mut entries = [first; N];
    let (mut filled, mut first_row, mut rest) = (0, 0, providers);
    while let [provider, after @ ..] = rest {
        let mut envelopes = provider.envelopes;
        while let [envelope, others @ ..] = envelopes {
            entries[filled] = EnvelopeEntry { provider, envelope, first_row };
            (filled, first_row) = (filled + 1, first_row + envelope.events.len());
            envelopes = others;
        }
        rest = after;
    }
    entries
}
