//! Lists of fields put together at compile time: groups of them, written once, in one list.

use super::{Field, Shape};

/// How many fields there are in groups of them.
#[must_use]
pub const fn count(groups: &[&[Field<'_>]]) -> usize {
    let (mut count, mut group) = (0, 0);
    while group < groups.len() {
        // Const evaluation: an index out of bounds would be a compile error.
        #[allow(clippy::indexing_slicing)]
        let fields = groups[group];
        count += fields.len();
        group += 1;
    }
    count
}

/// Groups of fields, written once, as the one list that an [`Object`] has.
#[must_use]
pub const fn join<'c, const N: usize>(groups: &[&[Field<'c>]]) -> [Field<'c>; N] {
    let mut joined = [Field::optional("", Shape::Any); N];
    let (mut count, mut group) = (0, 0);
    while group < groups.len() {
        let mut index = 0;
        #[allow(clippy::indexing_slicing)]
        while index < groups[group].len() {
            joined[count] = groups[group][index];
            count += 1;
            index += 1;
        }
        group += 1;
    }
    joined
}

/// The same fields in the order of their names.
#[must_use]
#[allow(clippy::indexing_slicing)]
pub const fn by_name<'c, const N: usize>(mut fields: [Field<'c>; N]) -> [Field<'c>; N] {
    let mut sorted = 1;
    while sorted < N {
        let mut at = sorted;
        while at > 0 && is_before(fields[at].name.as_bytes(), fields[at - 1].name.as_bytes()) {
            (fields[at], fields[at - 1]) = (fields[at - 1], fields[at]);
            at -= 1;
        }
        sorted += 1;
    }
    fields
}

#[allow(clippy::indexing_slicing)]
const fn is_before(left: &[u8], right: &[u8]) -> bool {
    let mut at = 0;
    while at < left.len() && at < right.len() {
        if left[at] != right[at] {
            return left[at] < right[at];
        }
        at += 1;
    }
    left.len() < right.len()
}

/// A list of groups of fields as one `&'static [Field]`.
macro_rules! fields {
    ($($group:expr),+ $(,)?) => {{
        const GROUPS: &[&[Field]] = &[$($group),+];
        const COUNT: usize = crate::shape::fields::count(GROUPS);
        const FIELDS: [Field; COUNT] = crate::shape::fields::join(GROUPS);
        &FIELDS
    }};
}
pub(crate) use fields;
