//! What no schema of a value has looked at: its members and elements that are left.

use super::rules::FEW_FINDINGS;
use super::{Detail, Walker};
use crate::finding::{Code, Severity};
use crate::json::document::Node;
use crate::json::{Kind, NodeId};
use crate::shape::{Applied, Object, Others, Rules, Shape, Unevaluated};

impl<'c> Walker<'_, 'c> {
    /// `first`: the first finding of the value.
    #[inline(never)]
    pub(super) fn unevaluated(&mut self, id: NodeId, node: Node, rules: &'c Rules<'c>, first: usize) {
        let mut seen = self.children(id);
        self.mark_rules(id, rules, &mut seen, true);
        let warns = matches!(rules.unevaluated_members, Unevaluated::Unexpected);
        for (child, seen) in seen {
            // What was told of a key is not told again, unless that makes it an error.
            let told = self.findings.list.get(first..).unwrap_or_default().iter().take(FEW_FINDINGS);
            let mut told = told.filter(|finding| warns || finding.severity == Severity::Error);
            let of_key = |code| matches!(code, Code::MisspelledField | Code::UnexpectedField);
            if seen || told.any(|finding| finding.at == child && of_key(finding.code)) {
                continue;
            }
            if node.kind == Kind::Array {
                if let Some(shape) = rules.unevaluated_items {
                    self.apply(child, shape, false);
                }
                continue;
            }
            match rules.unevaluated_members {
                Unevaluated::Unsaid => {}
                Unevaluated::Unexpected => {
                    self.findings.warning(Code::UnexpectedField, child, Detail::Extra(None));
                }
                Unevaluated::Each(Shape::Never) => {
                    self.findings.error(Code::UnexpectedField, child, Detail::Extra(None));
                }
                Unevaluated::Each(shape) => self.apply(child + 1, shape, false),
            }
        }
    }

    /// How many members of a value a shape does not know.
    pub(super) fn unknown(&mut self, id: NodeId, shape: &'c Shape<'c>) -> usize {
        let mut seen = self.children(id);
        self.mark(id, shape, &mut seen);
        seen.iter().filter(|(_, seen)| !seen).count()
    }

    /// Each child of a value, of an object its keys, none of which was looked at.
    #[inline(never)]
    fn children(&self, id: NodeId) -> Vec<(NodeId, bool)> {
        let document = self.document;
        match document.node(id).kind {
            Kind::Object => document.members(id).map(|(key, _)| (key, false)).collect(),
            _ => document.elements(id).map(|element| (element, false)).collect(),
        }
    }

    fn mark(&mut self, id: NodeId, shape: &'c Shape<'c>, seen: &mut [(NodeId, bool)]) {
        match self.resolved(shape) {
            Shape::Object(object) => self.mark_object(object, seen),
            Shape::Rules(rules) => self.mark_rules(id, rules, seen, false),
            Shape::Nullable(inner) => self.mark(id, inner, seen),
            Shape::Array(_) => seen.iter_mut().for_each(|(_, seen)| *seen = true),
            union @ Shape::Union(_) => {
                let branch = union.branch(self.document.node(id).kind);
                if !std::ptr::eq(branch, union) {
                    self.mark(id, branch, seen);
                }
            }
            _ => {}
        }
    }

    /// `outer`: these are the rules whose unevaluated children are asked for.
    fn mark_rules(&mut self, id: NodeId, rules: &'c Rules<'c>, seen: &mut [(NodeId, bool)], outer: bool) {
        if !self.works(seen.len() as u64 + 1) {
            return;
        }
        let is_array = self.document.node(id).kind == Kind::Array;
        let others = match is_array {
            true => rules.unevaluated_items.is_some(),
            false => matches!(rules.unevaluated_members, Unevaluated::Each(_)),
        };
        if !outer && others {
            seen.iter_mut().for_each(|(_, seen)| *seen = true);
        }
        if let Some(array) = rules.array.filter(|_| is_array) {
            let first = if array.rest.is_some() { usize::MAX } else { array.prefix.len() };
            seen.iter_mut().take(first).for_each(|(_, seen)| *seen = true);
            if let Some(contains) = array.contains.filter(|contains| contains.evaluates) {
                for (element, seen) in seen.iter_mut() {
                    *seen |= self.faults(*element, &contains.shape) == 0;
                }
            }
        }
        if let Some(object) = rules.object.filter(|_| !is_array) {
            self.mark_object(object.object, seen);
        }
        for applied in rules.applied {
            match *applied {
                Applied::All(shapes) => {
                    for shape in shapes {
                        self.mark(id, shape, seen);
                    }
                }
                Applied::Any(alternatives) => {
                    let fits = |walker: &mut Self, shape| walker.faults(id, shape) == 0;
                    // Where none fits that is the fault, and what one of them knows is not another.
                    let none = !alternatives.shapes.iter().any(|shape| fits(self, shape));
                    for shape in alternatives.shapes {
                        if none || fits(self, shape) {
                            self.mark(id, shape, seen);
                        }
                    }
                }
                Applied::If(test, then, otherwise) => {
                    if self.faults(id, test) == 0 {
                        self.mark(id, test, seen);
                        self.mark(id, then, seen);
                    } else {
                        self.mark(id, otherwise, seen);
                    }
                }
                Applied::With(name, shape) => {
                    if self.document.has_member(id, name) {
                        self.mark(id, shape, seen);
                    }
                }
                Applied::Not(_) => {}
            }
        }
    }

    fn mark_object(&self, object: &'c Object<'c>, seen: &mut [(NodeId, bool)]) {
        if !self.works(seen.len() as u64 * (1 + object.fields.len() as u64 / 16)) {
            return;
        }
        let others = matches!(object.others, Others::Open | Others::Each(_));
        let mut expected = 0;
        for (key, seen) in seen {
            let node = self.document.node(*key);
            if node.kind != Kind::String {
                return;
            }
            if let Some(index) = object.index_of(self.document, &node, expected) {
                expected = index + 1;
                *seen = true;
            } else {
                *seen |= others || self.is_patterned(*key, object);
            }
        }
    }
}
