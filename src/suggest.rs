//! Did-you-mean: which known name was near-certainly meant by another.

/// Longer names are not compared: no name of the catalog is near this long.
const LONGEST: usize = 64;

/// Separators and slips make a name this much longer or shorter, never more.
pub(crate) const FARTHEST: usize = 4;

/// How far a name is from a known one, where it is so near that it was near-certainly meant: letters
/// alike but for case and separators, or up to two typing slips (one in a short name).
#[must_use]
pub fn near(name: &str, known: &str) -> Option<usize> {
    if name.len().abs_diff(known.len()) > FARTHEST {
        return None;
    }
    let letters = [name, known].map(|name| letters_of(name.as_bytes()));
    if may_be_near(letters[0], letters[1], known) { near_by_letters(name, known) } else { None }
}

/// The same of a name that [`may_be_near`] by its letters.
pub(crate) fn near_by_letters(name: &str, known: &str) -> Option<usize> {
    if name.len().abs_diff(known.len()) > FARTHEST || name.len() > LONGEST || name == known {
        return None;
    }
    if letters(name).eq(letters(known)) {
        return Some(0);
    }
    match slips(known) {
        0 => None,
        slips => distance(name, known, slips),
    }
}

/// So many typing slips in a name leave it near-certain.
fn slips(known: &str) -> usize {
    match known.len() {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    }
}

/// Of known names, those that a name near-certainly is a misspelling of: the nearest, and several where they
/// are equally near. The same name, known elsewhere, is nearest of all.
#[must_use]
pub fn nearest<T>(name: &str, known: &mut dyn Iterator<Item = (&str, T)>) -> Vec<T> {
    let mut least = usize::MAX;
    let mut nearest = Vec::new();
    for (known, of) in known {
        let distance = if known == name { Some(0) } else { near(name, known) };
        let Some(distance) = distance.filter(|distance| *distance <= least) else { continue };
        if distance < least {
            nearest.clear();
        }
        least = distance;
        nearest.push(of);
    }
    nearest
}

/// Whether a byte of a name tells it from others: what is beyond ASCII separates nothing.
pub(crate) fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

/// A name's letters and digits, in lower case.
pub(crate) fn letters(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().filter(|byte| is_letter(*byte)).map(|byte| byte.to_ascii_lowercase())
}

/// The optimal string alignment distance (insert, delete, replace, swap neighbours) where it is at
/// most `most`; of names of at most `LONGEST` bytes, the second of one at least.
///
/// By Hyyrö's algorithm, which has a row of the table in two numbers: a bit for each column that is one more than the
/// column before, and for each that is one less.
fn distance(left: &str, right: &str, most: usize) -> Option<usize> {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len().abs_diff(right.len()) > most || right.len() > LONGEST {
        return None;
    }
    let last = 1_u64 << right.len().saturating_sub(1);
    let mut distance = right.len();
    let (mut more, mut less) = (!0_u64, 0_u64);
    let (mut unchanged, mut same_before) = (0_u64, 0_u64);
    for &byte in left {
        let same = right.iter().rev().fold(0_u64, |same, other| same << 1 | u64::from(*other == byte));
        let swapped = (!unchanged & same) << 1 & same_before;
        unchanged = ((same & more).wrapping_add(more) ^ more) | same | less | swapped;
        let (up, down) = (less | !(unchanged | more), unchanged & more);
        distance += usize::from(up & last != 0);
        distance -= usize::from(down & last != 0);
        let up = up << 1 | 1;
        (more, less) = (down << 1 | !(unchanged | up), up & unchanged);
        same_before = same;
    }
    (distance <= most).then_some(distance)
}

/// Whether a name may be near a known one, by the letters that each has: most names may not. A slip changes at most
/// two of the letters that are there at all.
pub(crate) fn may_be_near(letters: u32, of_known: u32, known: &str) -> bool {
    (letters ^ of_known).count_ones() as usize <= 2 * slips(known)
}

/// Which letters a name has, a bit for each, of either case; digits are as letters, and separators nothing.
#[inline(never)]
pub(crate) fn letters_of(name: &[u8]) -> u32 {
    name.iter().fold(0, |letters, byte| letters | u32::from(is_letter(*byte)) << (byte & 31))
}
