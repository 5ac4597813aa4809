//! Every name of an event type by its hash: to look one up costs what reading the name costs, however many
//! names there are.

use super::EnvelopeEntry;
use crate::json::map::hash;

/// What is in a place where no name is.
const NONE: u16 = u16::MAX;

/// How many places a number of names needs, so that hardly two are in one: a power of two.
pub(super) const fn places_for(names: usize) -> usize {
    (4 * names).next_power_of_two()
}

/// Which of the event types of an envelope has a name; `places` is what [`fill`] has made.
#[inline(always)]
pub(super) fn find(places: &[u16], entry: &EnvelopeEntry<'_>, name: &[u8]) -> Option<usize> {
    let mask = places.len().wrapping_sub(1);
    for place in (hash(name)..).take(places.len()) {
        let row = *places.get(place & mask)?;
        if row == NONE {
            break;
        }
        // Of another envelope it is far beyond these.
        let index = usize::from(row).wrapping_sub(entry.first_row);
        if entry.envelope.events.get(index).is_some_and(|event| event.has_name(name)) {
            return Some(index);
        }
    }
    None
}

/// Puts the row of every name in its place. Also at compile time, hence the loops.
pub(super) const fn fill(places: &mut [u16], entries: &[EnvelopeEntry<'_>]) {
    let mut rest: &mut [u16] = places;
    while let [place, after @ ..] = rest {
        *place = NONE;
        rest = after;
    }
    let mut entries = entries;
    while let [entry, others @ ..] = entries {
        let (mut row, mut events) = (entry.first_row, entry.envelope.events);
        while let [event, after @ ..] = events {
            insert(places, event.name, row);
            let mut aliases = event.aliases;
            while let [alias, after @ ..] = aliases {
                insert(places, alias, row);
                aliases = after;
            }
            (row, events) = (row + 1, after);
        }
        entries = others;
    }
}

// There are more places than names.
const fn insert(places: &mut [u16], name: &str, row: usize) {
    let mask = places.len().wrapping_sub(1);
    let mut place = hash(name.as_bytes());
    while let Some((_, [at, ..])) = places.split_at_mut_checked(place & mask) {
        if *at == NONE {
            *at = row as u16;
            return;
        }
        place += 1;
    }
}
