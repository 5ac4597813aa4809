//! Which keys the outlines of events have at the root, as sets of bits: a body is compared with each in a few steps.

use super::outline::Member;

/// The keys at the root that each outline requires, and that it knows.
#[derive(Debug, Default)]
pub(crate) struct KeySets {
    /// The place in a set of each key, by its number, from 1 on; 0 for what is no key at the root.
    places: Vec<u32>,
    /// How many numbers a set takes.
    size: usize,
    /// Of each outline, in the order of the events, what it requires and then what it knows.
    sets: Vec<u64>,
}

/// The keys of a body.
pub(crate) struct Keys {
    set: Vec<u64>,
    /// How many more there are, which nobody knows.
    pub unknown: u32,
}

/// What is wrong with the keys of a body, as far as some outline knows them.
#[derive(Clone, Copy)]
pub(crate) struct Wrong {
    /// How many that are required are missing, or misspelled.
    pub missing: u32,
    /// How many others know, and this does not.
    pub astray: u32,
}

impl KeySets {
    /// No outlines yet; `knowing` has the events that know each key.
    pub fn new(knowing: &[Vec<u32>]) -> KeySets {
        let mut count = 0;
        let mut places = Vec::with_capacity(knowing.len());
        for events in knowing {
            count += u32::from(!events.is_empty());
            places.push(if events.is_empty() { 0 } else { count });
        }
        KeySets { places, size: count as usize / 64 + 1, sets: Vec::new() }
    }

    /// Adds an outline.
    pub fn push(&mut self, members: &[Member]) {
        for only_required in [true, false] {
            let mut set = vec![0; self.size];
            for member in members.iter().filter(|member| member.required || !only_required) {
                self.put(&mut set, member.name);
            }
            self.sets.extend(set);
        }
    }

    /// Whether a key is known, which then is in the set.
    fn put(&self, set: &mut [u64], name: u32) -> bool {
        let place = self.places.get(name as usize).copied().unwrap_or_default();
        if let Some(word) = set.get_mut(place as usize / 64).filter(|_| place > 0) {
            *word |= 1 << (place % 64);
        }
        place > 0
    }

    /// The keys of a body, by their numbers.
    pub fn keys(&self, names: impl Iterator<Item = u32>) -> Keys {
        let mut keys = Keys { set: vec![0; self.size], unknown: 0 };
        for name in names {
            keys.unknown += u32::from(!self.put(&mut keys.set, name));
        }
        keys
    }

    /// What is wrong with the keys of a body, were it of an outline.
    #[inline(never)]
    pub fn wrong(&self, outline: u32, keys: &Keys) -> Wrong {
        let first = 2 * outline as usize * self.size;
        let sets = self.sets.get(first..first + 2 * self.size).unwrap_or_default();
        let (required, known) = sets.split_at_checked(self.size).unwrap_or_default();
        let mut wrong = Wrong { missing: 0, astray: 0 };
        for ((required, known), there) in required.iter().zip(known).zip(&keys.set) {
            wrong.missing += (required & !there).count_ones();
            wrong.astray += (there & !known).count_ones();
        }
        wrong
    }
}
