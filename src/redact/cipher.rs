//! Values by other values of the same kind: a permutation of all values of a kind, which the key alone tells, and
//! which leaves no value where it is. So the same value becomes the same one, two different ones become different
//! ones, and nothing needs to be remembered.
//!
//! It is a Feistel network over the characters of a value, each a number below the size of its alphabet, with
//! SipHash-2-4 as its function. A short value is one of so few that a permutation would leave some of them where they
//! are: those go through the network, one step on in the order of all values, and back through it.

use std::hash::Hasher as _;

use blake2::digest::Digest;
use blake2::digest::consts::U16;

// It is the standard library's only hash that may have a key, and what it computes is specified.
#[allow(deprecated)]
type Hasher = std::hash::SipHasher;

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

/// How often each half of a value is changed by the other.
const ROUNDS: u32 = 8;

/// A value of fewer parts is one of so few that it might stay the same.
const FEW_SPOTS: usize = 8;

/// So many parts of a longer value are one value.
pub(super) const MOST_SPOTS: usize = 64;

pub(super) struct Cipher(u64, u64);

impl Cipher {
    pub fn new(key: &[u8]) -> Self {
        let hash = u128::from_le_bytes(blake2::Blake2b::<U16>::digest(key).into());
        Cipher(hash as u64, (hash >> 64) as u64)
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
        if spots.len() < FEW_SPOTS {
            step(spots);
            self.rounds(spots, true);
        }
    }

    fn rounds(&self, spots: &mut [Spot], back: bool) {
        let middle = spots.len() / 2;
        let Some((one, other)) = spots.split_at_mut_checked(middle) else { return };
        for round in 0..ROUNDS {
            let round = if back { ROUNDS - 1 - round } else { round };
            let (by, changed) = if round & 1 == 0 { (&*other, &mut *one) } else { (&*one, &mut *other) };
            let mut hasher = self.hasher(u64::from(round));
            for Spot { value, radix, .. } in by {
                write(&mut hasher, u64::from(*radix) << 32 | u64::from(*value));
            }
            for Spot { radix, .. } in &*changed {
                write(&mut hasher, u64::from(*radix));
            }
            let seed = hasher.finish();
            let mut bits = 0;
            for (index, spot) in changed.iter_mut().enumerate() {
                bits = if index & 1 == 0 { self.bits(seed, index) } else { bits >> 32 };
                let radix = u64::from(spot.radix);
                let number = ((bits & 0xffff_ffff) * radix >> 32) as u32;
                let sum = spot.value + if back { spot.radix - number } else { number };
                spot.value = if sum < spot.radix { sum } else { sum - spot.radix };
            }
        }
    }

    fn hasher(&self, what: u64) -> Hasher {
        #[allow(deprecated)]
        let mut hasher = Hasher::new_with_keys(self.0, self.1);
        write(&mut hasher, what);
        hasher
    }

    fn bits(&self, seed: u64, index: usize) -> u64 {
        let mut hasher = self.hasher(seed);
        write(&mut hasher, index as u64);
        hasher.finish()
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

// The same bytes on every machine.
fn write(hasher: &mut Hasher, number: u64) {
    hasher.write(&number.to_le_bytes());
}
