//! Numbers by pairs of numbers. The standard library's maps make the WebAssembly module several KB larger; this
//! one is compiled once.

/// What was put in under which key.
#[derive(Debug, Default)]
pub(crate) struct Map {
    /// A power of two of places; a key is at the first free one from that of its hash on.
    places: Vec<Option<(u64, u64, u32)>>,
    count: usize,
}

impl Map {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.count
    }

    fn place(&self, key: (u64, u64)) -> usize {
        const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
        let mask = self.places.len().wrapping_sub(1);
        let hash = (key.0.wrapping_mul(MULTIPLIER).rotate_left(31) ^ key.1).wrapping_mul(MULTIPLIER);
        let mut at = (hash >> 32) as usize & mask;
        while let Some(Some((one, other, _))) = self.places.get(at) {
            if (*one, *other) == key {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }

    pub fn get(&self, key: (u64, u64)) -> Option<u32> {
        (*self.places.get(self.place(key))?).map(|(.., value)| value)
    }

    /// Puts a value in, in place of what was there.
    pub fn set(&mut self, key: (u64, u64), value: u32) {
        if 2 * (self.count + 1) > self.places.len() {
            let places = vec![None; (4 * self.count).next_power_of_two().max(16)];
            for (one, other, value) in std::mem::replace(&mut self.places, places).into_iter().flatten() {
                let at = self.place((one, other));
                if let Some(place) = self.places.get_mut(at) {
                    *place = Some((one, other, value));
                }
            }
        }
        let at = self.place(key);
        if let Some(place) = self.places.get_mut(at) {
            self.count += usize::from(place.is_none());
            *place = Some((key.0, key.1, value));
        }
    }
}

/// Texts by numbers, and numbers by texts: the same text has the same number.
#[derive(Debug, Default)]
pub(crate) struct Names<'c> {
    texts: Vec<&'c [u8]>,
    /// A power of two of places, each with a number, or [`Names::NONE`].
    places: Vec<u32>,
}

impl<'c> Names<'c> {
    const NONE: u32 = u32::MAX;

    fn place(&self, text: &[u8]) -> usize {
        let mask = self.places.len().wrapping_sub(1);
        let mut at = hash(text) & mask;
        while let Some(&number) = self.places.get(at) {
            if number == Self::NONE
                || self.text(number).is_some_and(|other| super::document::same(other, text))
            {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }

    /// The text of a number.
    pub fn text(&self, number: u32) -> Option<&'c [u8]> {
        self.texts.get(number as usize).copied()
    }

    /// The number of a text that was put in.
    pub fn get(&self, text: &[u8]) -> Option<u32> {
        let number = *self.places.get(self.place(text))?;
        (number != Self::NONE).then_some(number)
    }

    /// Puts a text in; its number, and whether it is new.
    pub fn put(&mut self, text: &'c [u8]) -> (u32, bool) {
        if 2 * (self.texts.len() + 1) > self.places.len() {
            self.places = vec![Self::NONE; (4 * self.texts.len()).next_power_of_two().max(16)];
            for number in 0..self.texts.len() as u32 {
                let at = self.place(self.text(number).unwrap_or_default());
                if let Some(place) = self.places.get_mut(at) {
                    *place = number;
                }
            }
        }
        let at = self.place(text);
        match self.places.get_mut(at) {
            Some(place) if *place == Self::NONE => {
                *place = self.texts.len() as u32;
                self.texts.push(text);
                (self.texts.len() as u32 - 1, true)
            }
            place => (place.map_or(Self::NONE, |place| *place), false),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }
}

/// Eight bytes at a time, each by itself, so that a processor takes several at once; the last eight may overlap
/// those before.
pub(crate) const fn hash(name: &[u8]) -> usize {
    const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = name.len() as u64;
    let mut key = MULTIPLIER;
    let mut rest = name;
    while let Some((word, after)) = rest.split_first_chunk() {
        hash = hash.wrapping_add((u64::from_le_bytes(*word) ^ key).wrapping_mul(MULTIPLIER));
        (key, rest) = (key.rotate_left(21), after);
    }
    match name.last_chunk() {
        // The same eight twice would undo each other by half.
        Some(_) if rest.is_empty() => {}
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
