//! Did-you-mean: which known name was near-certainly meant by another.

use crate::sort;

/// Longer names are not compared: no name of the catalog is near this long.
const LONGEST: usize = 64;

/// How far a name is from a known one, where it is so near that it was near-certainly meant: letters
/// alike but for case and separators, or up to two typing slips (one in a short name).
#[must_use]
pub fn near(name: &str, known: &str) -> Option<usize> {
    if name.len() > LONGEST || name == known {
        return None;
    }
    if letters(name).eq(letters(known)) {
        return Some(0);
    }
    let slips = match known.len() {
        0..=2 => return None,
        3..=5 => 1,
        _ => 2,
    };
    distance(name, known, slips)
}

/// The most names that are called nearest.
const MOST_NEAREST: usize = 4;

/// The known names nearest to a name, best first: those that share a word with it, or a third of them
/// at most being different.
pub fn nearest<T: Copy>(name: &str, known: impl Iterator<Item = (&'static str, T)>) -> Vec<T> {
    if name.len() > LONGEST {
        return Vec::new();
    }
    let farthest = (name.len() / 3).max(2);
    let far = |known: &str| distance(name, known, LONGEST);
    let mut found: Vec<(usize, T)> = known
        .filter_map(|(known, of)| {
            let close = near(name, known).or_else(|| distance(name, known, farthest));
            Some((close.or_else(|| share_word(name, known).then(|| far(known))?)?, of))
        })
        .collect();
    sort::by(&mut found, |(distance, _)| *distance as u64);
    found.truncate(MOST_NEAREST);
    found.into_iter().map(|(_, of)| of).collect()
}

fn share_word(left: &str, right: &str) -> bool {
    let words = |name: &'_ str| {
        name.split(['.', '_']).filter(|word| word.len() > 2).map(str::to_owned).collect::<Vec<_>>()
    };
    let right = words(right);
    words(left).iter().any(|word| right.contains(word))
}

/// A name's letters and digits, in lower case.
fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars()
        .filter(|character| character.is_ascii_alphanumeric() || !character.is_ascii())
        .map(|c| c.to_ascii_lowercase())
}

/// The optimal string alignment distance (insert, delete, replace, swap neighbours) where it is at
/// most `most`.
fn distance(left: &str, right: &str, most: usize) -> Option<usize> {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    if left.len().abs_diff(right.len()) > most {
        return None;
    }
    let mut before = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    for (row, &a) in left.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, &b) in right.iter().enumerate() {
            let at = |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX / 2);
            let mut best = (at(&above, column) + usize::from(a != b))
                .min(at(&above, column + 1) + 1)
                .min(at(&line, column) + 1);
            let swapped =
                row > 0 && column > 0 && left.get(row - 1) == Some(&b) && right.get(column - 1) == Some(&a);
            if swapped {
                best = best.min(at(&before, column - 1) + 1);
            }
            line.push(best);
        }
        if line.iter().min().is_some_and(|least| *least > most) {
            return None;
        }
        before = std::mem::replace(&mut above, line);
    }
    above.last().copied().filter(|distance| *distance <= most)
}
