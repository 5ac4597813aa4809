//! A value that may be one of several shapes: which one is meant, so that its problems alone are told.

use std::cell::Cell;

use super::{Detail, Walker};
use crate::finding::Code;
use crate::json::document::same;
use crate::json::map::Map;
use crate::json::{Kind, NodeId};
use crate::shape::{Alternatives, Applied, Field, Kinds, LOADS, Rules, Shape, Text, Unmet};

/// How much work a body may be beyond one look at each of its values: so many steps, and so many for each node.
const MOST_WORK: u64 = 6_000_000;
const MOST_TIMES: u64 = 32;

/// So much of it is remembered.
const MOST_REMEMBERED: usize = 1 << 18;

/// What was found of a value on trial, remembered: else shapes in shapes in shapes would be tried anew for each of
/// those around them.
#[derive(Debug, Default)]
pub(super) struct Trials {
    /// How many faults a node has as a shape.
    faults: Map,
    /// How much work was done beyond one look at each value.
    work: Cell<u64>,
}

impl<'c> Walker<'_, 'c> {
    /// How many errors a value has as a shape, none of which is told.
    #[inline(never)]
    pub(super) fn faults(&mut self, id: NodeId, shape: &'c Shape<'c>) -> u32 {
        match shape {
            Shape::Any => return 0,
            Shape::Never => return 1,
            _ => {}
        }
        let key = (u64::from(id), std::ptr::from_ref(shape) as usize as u64);
        if let Some(faults) = self.trials.faults.get(key) {
            return faults;
        }
        let node = self.document.node(id);
        if !self.works(u64::from(node.next.saturating_sub(id)) + 1) {
            return 1;
        }
        let before = self.findings.try_out();
        self.apply(id, shape, false);
        let faults = self.findings.tried(before);
        if self.trials.faults.len() < MOST_REMEMBERED {
            self.trials.faults.set(key, faults);
        }
        faults
    }

    /// Counts steps of work; whether there may be more. Where there may not, the body is not checked to its end, and
    /// is told so.
    pub(super) fn works(&self, steps: u64) -> bool {
        let work = self.trials.work.get().saturating_add(steps);
        self.trials.work.set(work);
        // Built-in catalogs look at each value about once.
        !LOADS || work <= MOST_WORK + MOST_TIMES * self.document.nodes().len() as u64
    }

    pub(super) fn work_left(&self) -> u64 {
        let most = MOST_WORK + MOST_TIMES * self.document.nodes().len() as u64;
        most.saturating_sub(self.trials.work.get())
    }

    /// The same for a look at a whole value, more than once.
    pub(super) fn looks(&self, id: NodeId, times: usize) -> bool {
        let node = self.document.node(id);
        self.works(u64::from(node.next.saturating_sub(id)) * times as u64)
    }

    /// The same for one spelling of a value.
    pub(super) fn spells(&self, id: NodeId) -> bool {
        let node = self.document.node(id);
        self.works(
            u64::from(node.next.saturating_sub(id)) + u64::from(node.end.saturating_sub(node.start)) / 16,
        )
    }

    #[inline(never)]
    pub(super) fn alternatives(&mut self, id: NodeId, alternatives: &'c Alternatives<'c>) {
        let Alternatives { shapes, exactly_one, tag } = *alternatives;
        let node = self.document.node(id);
        let kind = Kinds::of_node(node, self.document.raw(id));
        let mut kinds = Kinds::NONE;
        let mut left: Vec<&'c Shape<'c>> = Vec::new();
        if !self.works(shapes.len() as u64) {
            return;
        }
        for shape in shapes {
            let of = self.kinds(shape);
            kinds = kinds.or(of);
            if of.has(kind) {
                left.push(shape);
            }
        }
        if left.is_empty() {
            return self.findings.error(Code::WrongType, id, Detail::Kinds(kinds, false));
        }
        let agreeing: Vec<&'c Shape<'c>> =
            left.iter().copied().filter(|shape| self.contradiction(id, shape).is_none()).collect();
        if let [shape] = *agreeing {
            return self.apply(id, shape, false);
        }
        let mut fits: Option<&'c Shape<'c>> = None;
        let mut several = false;
        for &shape in &agreeing {
            if self.faults(id, shape) == 0 {
                several |= exactly_one && fits.is_some();
                fits = fits.or(Some(shape));
                if several || !exactly_one {
                    break;
                }
            }
        }
        if !self.works(0) {
            return;
        }
        if several {
            return self.findings.error(Code::UnmetRule, id, Detail::Unmet(Unmet::SeveralAlternatives));
        }
        if let Some(shape) = fits {
            return self.apply(id, shape, false);
        }
        let tagged = tag.and_then(|tag| {
            let value = self.document.get(id, tag.field)?;
            let text = self.document.text(self.document.node(value));
            let (_, index) = tag.values.iter().find(|(value, _)| same(value.as_bytes(), &text))?;
            shapes.get(*index)
        });
        if let Some(shape) = tagged {
            return self.apply(id, shape, false);
        }
        if agreeing.is_empty() {
            return self.contradicted(id, &left, alternatives);
        }
        self.nearest(id, &agreeing, alternatives);
    }

    /// Of shapes none of which fits, the problems of that which is nearest: with the fewest faults, and of those that
    /// which knows most members; where two are equally near, one problem at the value, unless all that is wrong is that
    /// it does not say which of them it is.
    fn nearest(&mut self, id: NodeId, shapes: &[&'c Shape<'c>], all: &'c Alternatives<'c>) {
        let mut best: Option<(u64, &'c Shape<'c>)> = None;
        let mut tied = false;
        for &shape in shapes {
            let faults = u64::from(self.faults(id, shape)) << 32 | self.unknown(id, shape) as u64;
            match best {
                Some((least, _)) if faults > least => {}
                Some((least, _)) if faults == least => tied = true,
                _ => (best, tied) = (Some((faults, shape)), false),
            }
        }
        let untagged = all.tag.is_some_and(|tag| self.document.get(id, tag.field).is_none());
        match best {
            Some((rank, shape)) if !tied || (rank >> 32 == 1 && untagged) => {
                self.apply(id, shape, false);
            }
            _ => self.findings.error(
                Code::UnmetRule,
                id,
                Detail::Unmet(Unmet::NoAlternative(all.shapes, self.definitions)),
            ),
        }
    }

    /// Every shape is contradicted by a value. Where that is one value for all, it is the fault.
    fn contradicted(&mut self, id: NodeId, left: &[&'c Shape<'c>], all: &'c Alternatives<'c>) {
        let shapes = all.shapes;
        let mut places = left.iter().map(|shape| self.contradiction(id, shape).flatten());
        let first = places.next().flatten();
        let same = places.all(|place| place == first);
        match first {
            Some(value) if same => {
                let code = Code::UnexpectedValue;
                self.findings.error(code, value, Detail::Tags(shapes, self.definitions));
            }
            _ if left.len() == shapes.len() && self.document.node(id).kind != Kind::Object => {
                self.findings.error(Code::UnexpectedValue, id, Detail::Tags(shapes, self.definitions));
            }
            _ => self.nearest(id, left, all),
        }
    }

    /// Whether a value cannot be a shape because of a constant: the member that is another, or `None` where it is
    /// the value itself.
    fn contradiction(&self, id: NodeId, shape: &'c Shape<'c>) -> Option<Option<NodeId>> {
        let shape = self.resolved(shape);
        match shape {
            Shape::Nullable(inner) if self.document.node(id).kind != Kind::Null => {
                self.contradiction(id, inner)
            }
            Shape::Object(object) => {
                object.fields.iter().find_map(|field| self.other_constant(id, field)).map(Some)
            }
            Shape::Text(text) => (!self.is_one_of(id, text)).then_some(None),
            Shape::Rules(rules) => {
                if let Some(values) = rules.values
                    && !self.is_listed(id, self.document.node(id), values)
                {
                    return Some(None);
                }
                let own = rules.object.and_then(|rules| {
                    rules.object.fields.iter().find_map(|field| self.other_constant(id, field)).map(Some)
                });
                own.or_else(|| self.applied_contradiction(id, rules))
            }
            _ => None,
        }
    }

    fn applied_contradiction(&self, id: NodeId, rules: &'c Rules<'c>) -> Option<Option<NodeId>> {
        rules.applied.iter().find_map(|applied| match applied {
            Applied::All(shapes) => shapes.iter().find_map(|shape| match self.resolved(shape) {
                // As deep as schemas refer to others, and no deeper.
                shape @ (Shape::Object(_) | Shape::Text(_)) => self.contradiction(id, shape),
                Shape::Rules(rules) if rules.applied.is_empty() => self.contradiction(id, shape),
                _ => None,
            }),
            _ => None,
        })
    }

    /// The value of a field, where it lists values and this is none of them.
    fn other_constant(&self, id: NodeId, field: &'c Field<'c>) -> Option<NodeId> {
        let is_constant = match &field.shape {
            Shape::Text(text) => !text.values.is_empty(),
            Shape::Rules(rules) => rules.values.is_some(),
            _ => false,
        };
        if !is_constant {
            return None;
        }
        let value = self.document.get(id, field.name)?;
        let node = self.document.node(value);
        let fits = match &field.shape {
            _ if field.nullable && node.kind == Kind::Null => true,
            Shape::Text(text) => self.is_one_of(value, text),
            Shape::Rules(rules) => rules.values.is_none_or(|values| self.is_listed(value, node, values)),
            _ => true,
        };
        (!fits).then_some(value)
    }

    fn is_one_of(&self, id: NodeId, rule: &Text<'c>) -> bool {
        let node = self.document.node(id);
        if rule.values.is_empty() {
            return true;
        }
        let text = self.document.text(node);
        node.kind == Kind::String && rule.values.iter().any(|(value, _)| same(value.as_bytes(), &text))
    }

    /// The JSON types that a shape may have.
    pub(super) fn kinds(&self, shape: &'c Shape<'c>) -> Kinds {
        match self.resolved(shape) {
            Shape::Nullable(inner) => Kinds::NULL.or(self.kinds(inner)),
            shape => shape.kinds(),
        }
    }
}
