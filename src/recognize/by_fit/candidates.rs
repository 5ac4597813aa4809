//! Which events a body may be, before its members are weighed: those that it names, that the texts at telling places
//! leave, or that know a key which few know.

use super::super::{LONGEST_NAME, MOST_COMPARED};
use super::{Fitter, MOST_CANDIDATES, is_among};
use crate::catalog::outline::letters;
use crate::json::string::readable;
use crate::json::{Document, Kind, NodeId};
use crate::shape::EventType;
use crate::suggest;

/// The events that a body may be.
pub(super) struct Candidates {
    pub numbers: Vec<u32>,
    /// Whether the body names them.
    pub is_named: bool,
    /// What a text at a telling place that no event has counts as a fault.
    pub stray: i32,
    /// Whether something else than a text stands at a telling place.
    pub blurred: bool,
}

impl<'c> Fitter<'_, 'c> {
    /// The events that the body may be, before its members are weighed.
    pub(super) fn candidates(&self, among: Option<&[&'c EventType<'c>]>) -> Candidates {
        let mut named = Vec::new();
        let (mut stray, mut blurred) = (0, false);
        let placed = self.placed(&mut stray, &mut blurred);
        self.named(&mut named);
        // Values imitate names: where a text at a telling place says otherwise, that counts.
        if let Some(placed) = &placed {
            named.retain(|number| placed.contains(number));
        }
        let is_named = !named.is_empty();
        let mut numbers = if is_named { named } else { placed.unwrap_or_else(|| self.rare()) };
        if among.is_some() {
            let is_among = |number: &u32| {
                self.outlines.events.get(*number as usize).is_some_and(|of| is_among(of, among))
            };
            numbers.retain(is_among);
            if numbers.is_empty() {
                numbers = (0..self.outlines.events.len() as u32).filter(is_among).collect();
            }
        }
        Candidates { numbers, is_named, stray, blurred }
    }

    /// The events that the body names, at a place that they know.
    fn named(&self, found: &mut Vec<u32>) {
        for key in &self.outlines.name_keys {
            let name = self.outlines.names.text(*key).unwrap_or_default();
            let Ok(name) = std::str::from_utf8(name) else { continue };
            let Some(value) = self.document.get(Document::ROOT, name) else { continue };
            let node = self.document.node(value);
            if node.kind != Kind::String || node.end - node.start > LONGEST_NAME {
                continue;
            }
            let letters = letters(&self.document.text(node));
            for number in self.outlines.named(&letters) {
                if self.outlines.knowing(*key).binary_search(&number).is_ok() {
                    found.push(number);
                }
            }
        }
    }

    /// The events that the texts at telling places leave, if there are any.
    fn placed(&self, stray: &mut i32, blurred: &mut bool) -> Option<Vec<u32>> {
        let mut left: Option<Vec<u32>> = None;
        for place in &self.outlines.places {
            let Some(value) = self.at(&place.path).or_else(|| self.nearly_at(&place.path)) else { continue };
            let node = self.document.node(value);
            if node.kind != Kind::String {
                *blurred |= place.path.len() == 1;
                continue;
            }
            let text = self.document.text(node);
            let number = self.outlines.names.get(&text);
            let Some((_, events)) = place.events.iter().find(|(of, _)| Some(*of) == number) else {
                if place.path.len() == 1 {
                    *stray = 100;
                }
                continue;
            };
            let fits = |number: &u32| {
                events.binary_search(number).is_ok() || place.free.binary_search(number).is_ok()
            };
            match &mut left {
                Some(left) if left.iter().any(fits) => left.retain(fits),
                Some(_) => {}
                None => left = Some([events.as_slice(), &place.free].concat()),
            }
        }
        left
    }

    /// The events that know a key which few know, and the vague ones.
    fn rare(&self) -> Vec<u32> {
        let count = self.outlines.events.len();
        let few = (count / 8).max(MOST_CANDIDATES);
        let mut is_found = vec![false; count];
        let mut is_any = false;
        let mut find = |knowing: &[u32]| {
            for number in knowing {
                if let Some(is_found) = is_found.get_mut(*number as usize) {
                    *is_found = true;
                }
            }
            !knowing.is_empty()
        };
        let mut known = 0;
        for (name, _) in self.root() {
            let knowing = self.outlines.knowing(*name);
            known += usize::from(!knowing.is_empty());
            is_any |= knowing.len() <= few && find(knowing);
        }
        if !is_any {
            let strange = self.strange();
            for &(name, letters) in &self.outlines.root_keys {
                let knowing = self.outlines.knowing(name);
                if knowing.len() <= few && self.nearly(name, letters, &strange).is_some() {
                    is_any |= find(knowing);
                }
            }
        }
        let is_each = !is_any && 2 * known >= self.root().len();
        // In the order of the catalog, each once.
        let mut numbers = Vec::with_capacity(count);
        for (number, (of, is_found)) in self.outlines.events.iter().zip(is_found).enumerate() {
            if is_each || is_found || of.vague {
                numbers.push(number as u32);
            }
        }
        numbers
    }

    /// The value at a path, through the first elements of arrays.
    fn at(&self, path: &[u32]) -> Option<NodeId> {
        let mut at = Document::ROOT;
        for key in path {
            if self.document.node(at).kind == Kind::Array {
                at = self.document.elements(at).next()?;
            }
            let name = self.outlines.names.text(*key).and_then(|name| std::str::from_utf8(name).ok())?;
            at = self.document.get(at, name)?;
        }
        Some(at)
    }

    /// The value of a member at the root whose key is nearly the one of a path, and not known itself.
    fn nearly_at(&self, path: &[u32]) -> Option<NodeId> {
        let [key] = path else { return None };
        let letters = suggest::letters_of(self.outlines.names.text(*key)?);
        self.nearly(*key, letters, &self.strange())
    }

    /// The members at the root that no event knows, with their keys and the letters of those.
    fn strange(&self) -> Vec<(u32, String, NodeId)> {
        let mut strange = Vec::new();
        for (name, value) in self.root() {
            if strange.len() < MOST_COMPARED && self.outlines.knowing(*name).is_empty() {
                let key = readable(self.document.inner(self.document.node(value - 1)));
                strange.push((suggest::letters_of(key.as_bytes()), key, *value));
            }
        }
        strange
    }

    /// The first of some members whose key is nearly a known one of these letters.
    fn nearly(&self, key: u32, letters: u32, members: &[(u32, String, NodeId)]) -> Option<NodeId> {
        let key = std::str::from_utf8(self.outlines.names.text(key)?).ok()?;
        let mut near = members.iter().filter(|(others, name, _)| {
            suggest::may_be_near(*others, letters, key) && suggest::near_by_letters(name, key).is_some()
        });
        near.next().map(|(.., value)| *value)
    }
}
