//! Values by other values of the same kind: a permutation of all values of a kind, which the key alone tells, and
//! which leaves no value where it is. So the same value becomes the same one, two different ones become different
//! ones, and nothing needs to be remembered.
//!
//! It is a Feistel network over the characters of a value, each a number below the size of its alphabet, with
//! SipHash-2-4 as its function. A short value is one of so few that a permutation would leave some of them where they
//! are: those go through the network, one step on in the order of all values, and back through it.

use blake2::digest::Digest;
use blake2::digest::consts::U16;

/// A part of a text that becomes another: a character, or some digits as one number.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spot {
    /// Where in the text it is.
    pub at: usize,
    /// How many bytes it has there.
    pub length: usize,
    pub is_number: bool,
    /// What the text says there is this and the value.
    pub first: u32,
    /// A number below `radix`.
    pub value: u32,
    /// How many values there are: at least two, and a multiple of two or of three.
    pub radix: u32,
}

/// How often a half of a value is changed by the other.
const ROUNDS: u64 = 6;

/// One of fewer values might stay the same.
const FEW_VALUES: u64 = 1 << 30;

/// So many parts of a longer value are one value.
pub(super) const MOST_SPOTS: usize = 64;

pub(super) struct Cipher([u64; 2]);

impl Cipher {
    pub fn new(key: &[u8]) -> Self {
        let hash = u128::from_le_bytes(blake2::Blake2b::<U16>::digest(key).into());
        Cipher([hash as u64, (hash >> 64) as u64])
    }

    /// Replaces one value.
    pub fn replace(&self, spots: &mut [Spot]) {
        if let [spot] = spots {
            // A network has two halves.
            let low = if spot.radix.is_multiple_of(2) { 2 } else { 3 };
            let part = |value, radix| Spot { value, radix, ..*spot };
            let mut halves = [part(spot.value / low, spot.radix / low), part(spot.value % low, low)];
            self.replace(&mut halves);
            spot.value = halves.iter().fold(0, |value, half| value * low + half.value);
            return;
        }
        self.rounds(spots, false);
        let more = |values: u64, spot: &Spot| {
            if values < FEW_VALUES { values * u64::from(spot.radix) } else { values }
        };
        let values = spots.iter().fold(1, more);
        if values < FEW_VALUES {
            step(spots);
            self.rounds(spots, true);
        }
    }

    #[inline(never)]
    fn rounds(&self, spots: &mut [Spot], back: bool) {
        let middle = spots.len() / 2;
        for round in 0..ROUNDS {
            let round = if back { ROUNDS - 1 - round } else { round };
            let Some((one, other)) = spots.split_at_mut_checked(middle) else { return };
            let (by, changed) = if round & 1 == 0 { (other, one) } else { (one, other) };
            let mut hash = SipHash::new(self.0);
            hash.take(round);
            for spot in by {
                hash.take(u64::from(spot.radix) << 32 | u64::from(spot.value));
            }
            let mut bits = 0;
            for (index, spot) in changed.iter_mut().enumerate() {
                let radix = u64::from(spot.radix);
                hash.take(radix);
                bits = if index & 1 == 0 { hash.end() } else { bits >> 32 };
                let number = (((bits & 0xffff_ffff) * radix) >> 32) as u32;
                spot.value += if back { spot.radix - number } else { number };
                if spot.value >= spot.radix {
                    spot.value -= spot.radix;
                }
            }
        }
    }
}

/// The next in the order of all values of the same kind; after the last, the first.
fn step(spots: &mut [Spot]) {
    for spot in spots {
        spot.value += 1;
        if spot.value < spot.radix {
            return;
        }
        spot.value = 0;
    }
}

/// SipHash-2-4 of whole words, as the standard library's, which may have no key any more, and is three times as large.
#[derive(Clone, Copy)]
struct SipHash {
    state: [u64; 4],
    words: u64,
}

impl SipHash {
    fn new([low, high]: [u64; 2]) -> Self {
        let state = [
            low ^ 0x736f_6d65_7073_6575,
            high ^ 0x646f_7261_6e64_6f6d,
            low ^ 0x6c79_6765_6e65_7261,
            high ^ 0x7465_6462_7974_6573,
        ];
        SipHash { state, words: 0 }
    }

    #[inline(never)]
    fn take(&mut self, word: u64) {
        self.state[3] ^= word;
        self.mix(2);
        self.state[0] ^= word;
        self.words += 1;
    }

    /// The hash of the words so far.
    fn end(mut self) -> u64 {
        self.take(self.words << 59);
        self.state[2] ^= 0xff;
        self.mix(4);
        self.state.iter().fold(0, |hash, word| hash ^ word)
    }

    #[inline(never)]
    fn mix(&mut self, rounds: u32) {
        let [mut a, mut b, mut c, mut d] = self.state;
        for _ in 0..rounds {
            (a, c) = (a.wrapping_add(b), c.wrapping_add(d));
            (b, d) = (b.rotate_left(13) ^ a, d.rotate_left(16) ^ c);
            (a, c) = (a.rotate_left(32).wrapping_add(d), c.wrapping_add(b));
            (b, d) = (b.rotate_left(17) ^ c, d.rotate_left(21) ^ a);
            c = c.rotate_left(32);
        }
        self.state = [a, b, c, d];
    }
}

#[cfg(test)]
mod tests {
    use super::SipHash;
    use std::hash::Hasher as _;

    #[test]
    fn it_hashes_as_the_standard_library_does() {
        let (mut ours, keys) = (SipHash::new([1, u64::MAX - 5]), [1, u64::MAX - 5]);
        #[allow(deprecated)]
        let mut theirs = std::hash::SipHasher::new_with_keys(keys[0], keys[1]);
        for word in (0..50).map(|word: u64| word.wrapping_mul(0x9e37_79b9_7f4a_7c15)) {
            ours.take(word);
            theirs.write(&word.to_le_bytes());
            assert_eq!(ours.end(), theirs.finish());
        }
    }
}
