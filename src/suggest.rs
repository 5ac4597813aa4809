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
/// most `most`; of names of at most `LONGEST` bytes.
fn distance(left: &str, right: &str, most: usize) -> Option<usize> {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len().abs_diff(right.len()) > most || right.len() > LONGEST {
        return None;
    }
    // The rows of the table that are still needed: `line` below `above` below `before`.
    let [mut before, mut above, mut line] = [[0u8; LONGEST + 1]; 3];
    for (column, cell) in above.iter_mut().enumerate() {
        *cell = column as u8;
    }
    let at = |line: &[u8; LONGEST + 1], index: usize| line.get(index).copied().unwrap_or(u8::MAX);
    for (row, &a) in left.iter().enumerate() {
        let mut cell = row as u8 + 1;
        let mut least = cell;
        line[0] = cell;
        for (column, &b) in right.iter().enumerate() {
            let replaced = at(&above, column) + u8::from(a != b);
            cell = replaced.min(at(&above, column + 1) + 1).min(cell + 1);
            let swapped =
                row > 0 && column > 0 && left.get(row - 1) == Some(&b) && right.get(column - 1) == Some(&a);
            if swapped {
                cell = cell.min(at(&before, column - 1) + 1);
            }
            if let Some(place) = line.get_mut(column + 1) {
                *place = cell;
            }
            least = least.min(cell);
        }
        if usize::from(least) > most {
            return None;
        }
        (before, above, line) = (above, line, before);
    }
    Some(usize::from(at(&above, right.len()))).filter(|distance| *distance <= most)
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
