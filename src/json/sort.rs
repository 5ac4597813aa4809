//! Sorting of cold lists. The standard library's sort is compiled anew for each type and use: in place of this
//! one, which is compiled once and is as bounded, it makes the WebAssembly module 8 KB larger, gzipped.

use std::cmp::Ordering;

use super::{Document, NodeId};

/// So many items are sorted in fewer steps than a heap takes.
const FEW: usize = 20;

/// The order of `count` items by a comparison of their indices; equal items stay as they are.
/// A heap sort: n log n comparisons whatever the input. Of a few items each is put in its place among those before.
pub(crate) fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut heap: Vec<usize> = (0..count).collect();
    let less = |heap: &[usize], a: usize, b: usize| match (heap.get(a), heap.get(b)) {
        (Some(&a), Some(&b)) => compare(a, b).then(a.cmp(&b)) == Ordering::Less,
        _ => false,
    };
    if count <= FEW {
        for at in 1..count {
            let mut place = at;
            while place > 0 && less(&heap, place, place - 1) {
                swap(&mut heap, place, place - 1);
                place -= 1;
            }
        }
        return heap;
    }
    let sift = |heap: &mut [usize], mut top: usize, end: usize| loop {
        let (left, right) = (2 * top + 1, 2 * top + 2);
        let larger = if right < end && less(heap, left, right) { right } else { left };
        if larger >= end || !less(heap, top, larger) {
            return;
        }
        swap(heap, top, larger);
        top = larger;
    };
    for top in (0..count / 2).rev() {
        sift(&mut heap, top, count);
    }
    for end in (1..count).rev() {
        swap(&mut heap, 0, end);
        sift(&mut heap, 0, end);
    }
    heap
}

pub(crate) fn swap<T>(list: &mut [T], a: usize, b: usize) {
    if let Ok([a, b]) = list.get_disjoint_mut([a, b]) {
        std::mem::swap(a, b);
    }
}

/// The order of keys by their texts; equal ones stay as they are.
pub(crate) fn by_text(document: &Document<'_>, keys: &[NodeId]) -> Vec<usize> {
    let text = |index: usize| keys.get(index).map(|key| document.text(document.node(*key)));
    order(keys.len(), &|a, b| text(a).cmp(&text(b)))
}

/// Sorts a list by a number, equal items staying as they are.
#[inline(always)]
pub(crate) fn by<T: Copy>(list: &mut [T], key: impl Fn(&T) -> u64) {
    if list.len() > 1 {
        by_key(list, &key);
    }
}

/// Compiled once for each type of item, whatever the key.
#[inline(never)]
fn by_key<T: Copy>(list: &mut [T], key: &dyn Fn(&T) -> u64) {
    let mut keys = Vec::with_capacity(list.len());
    let mut sorted = true;
    let mut last = 0;
    for item in list.iter() {
        let key = key(item);
        sorted &= last <= key;
        last = key;
        keys.push(key);
    }
    if sorted {
        return;
    }
    let mut order = order_of(&keys);
    for first in 0..list.len() {
        // Whoever goes to a place makes room for the next one, until one goes to where the first was.
        let mut place = first;
        while let Some(from) = order.get_mut(place) {
            let from = std::mem::replace(from, place);
            if from == first {
                break;
            }
            swap(list, place, from);
            place = from;
        }
    }
}

/// The order of items by their numbers.
#[inline(never)]
pub(crate) fn order_of(keys: &[u64]) -> Vec<usize> {
    order(keys.len(), &|a, b| keys.get(a).cmp(&keys.get(b)))
}
