//! Every name of an event type by its hash, worked out at compile time: to look one up costs what reading
//! the name costs, however many names there are.

use super::ROWS;
use crate::json::document::equal;
use crate::shape::EventType;

/// So many that hardly two names are in one place; a power of two.
const PLACES: usize = 1024;

/// What is in a place where no name is.
const NONE: u16 = u16::MAX;

static NAMES: [u16; PLACES] = names();

/// Which of the event types of an envelope, the first of which is in that row, has a name.
#[inline]
pub(crate) fn index(name: &[u8], first: usize, events: &[EventType]) -> Option<usize> {
    for place in (hash(name)..).take(PLACES) {
        let row = *NAMES.get(place % PLACES)?;
        if row == NONE {
            break;
        }
        // Of another envelope it is far beyond these.
        let index = usize::from(row).wrapping_sub(first);
        if events.get(index).is_some_and(|event| is_named(event, name)) {
            return Some(index);
        }
    }
    None
}

#[inline]
fn is_named(event: &EventType, name: &[u8]) -> bool {
    equal(name, event.name.as_bytes()) || event.aliases.iter().any(|alias| equal(name, alias.as_bytes()))
}

/// Eight bytes at a time, each by itself, so that a processor takes several at once; the last eight may overlap
/// those before.
const fn hash(name: &[u8]) -> usize {
    const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = name.len() as u64;
    let mut key = MULTIPLIER;
    let mut rest = name;
    while let Some((word, after)) = rest.split_first_chunk() {
        hash = hash.wrapping_add((u64::from_le_bytes(*word) ^ key).wrapping_mul(MULTIPLIER));
        (key, rest) = (key.rotate_left(21), after);
    }
    match name.last_chunk() {
        Some(word) => hash = hash.wrapping_add((u64::from_le_bytes(*word) ^ key).wrapping_mul(MULTIPLIER)),
        None => {
            while let Some((byte, after)) = rest.split_first() {
                hash = (hash ^ *byte as u64).wrapping_mul(MULTIPLIER);
                rest = after;
            }
        }
    }
    ((hash ^ hash >> 32).wrapping_mul(MULTIPLIER) >> 32) as usize
}

// Const evaluation: an index out of bounds would be a compile error.
#[allow(clippy::indexing_slicing)]
const fn names() -> [u16; PLACES] {
    let mut places = [NONE; PLACES];
    let mut row = 0;
    while row < ROWS.len() {
        insert(&mut places, ROWS[row].name, row);
        let mut alias = 0;
        while alias < ROWS[row].aliases.len() {
            insert(&mut places, ROWS[row].aliases[alias], row);
            alias += 1;
        }
        row += 1;
    }
    places
}

#[allow(clippy::indexing_slicing)]
const fn insert(places: &mut [u16; PLACES], name: &str, row: usize) {
    let mut place = hash(name.as_bytes());
    while places[place % PLACES] != NONE {
        place += 1;
    }
    places[place % PLACES] = row as u16;
}
