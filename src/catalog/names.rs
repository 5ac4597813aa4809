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

/// The row of the event type of that name, among the rows of one envelope.
pub(crate) fn row(name: &[u8], first: usize, count: usize) -> Option<usize> {
    let start = hash(name);
    for step in 0..PLACES {
        let row = usize::from(*NAMES.get(start.wrapping_add(step) % PLACES)?);
        let event: &EventType = ROWS.get(row)?;
        if (first..first + count).contains(&row) && is_named(event, name) {
            return Some(row);
        }
    }
    None
}

fn is_named(event: &EventType, name: &[u8]) -> bool {
    let is = |spelling: &&str| equal(name, spelling.as_bytes());
    is(&event.name) || event.aliases.iter().any(is)
}

const fn hash(name: &[u8]) -> usize {
    const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = name.len() as u64;
    let mut rest = name;
    while let Some((word, after)) = rest.split_first_chunk() {
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(*word)).wrapping_mul(MULTIPLIER);
        rest = after;
    }
    while let Some((byte, after)) = rest.split_first() {
        hash = (hash.rotate_left(5) ^ *byte as u64).wrapping_mul(MULTIPLIER);
        rest = after;
    }
    (hash >> 32) as usize
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
