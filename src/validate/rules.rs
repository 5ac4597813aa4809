//! One value against everything that a schema says of it.

use super::{Detail, Walker};
use crate::finding::{Code, Severity};
use crate::format::pattern::Pattern;
use crate::json::document::Node;
use crate::json::string::lossy;
use crate::json::{Kind, NodeId, number, sort, value};
use crate::shape::{
    Applied, ArrayRules, Kinds, NumberRules, Object, ObjectRules, Rules, Shape, StringRules, Unmet, Value,
};
use std::cmp::Ordering;

/// So many steps of a pattern for each byte of a text, and of its own, cost nothing; and so many more are one of work.
const FREE_STEPS: u64 = 16;
const STEPS_A_WORK: u64 = 8;

/// Findings of several schemas about one object are compared with each other where there are so few.
pub(super) const FEW_FINDINGS: usize = 256;

impl<'c> Walker<'_, 'c> {
    #[inline(never)]
    pub(super) fn rules(&mut self, id: NodeId, rules: &'c Rules<'c>, nullable: bool) {
        let node = self.document.node(id);
        let kind = Kinds::of_node(node, self.document.raw(id));
        if !rules.kinds.has(kind) {
            return self.findings.error(Code::WrongType, id, Detail::Kinds(rules.kinds, nullable));
        }
        if let Some(values) = rules.values
            && !self.is_listed(id, node, values)
        {
            return self.findings.error(Code::UnexpectedValue, id, Detail::Values(values, nullable));
        }
        if !self.descends() {
            return;
        }
        let first = self.findings.list.len();
        match node.kind {
            Kind::String => {
                if let Some(string) = rules.string {
                    self.string(id, node, string);
                }
            }
            Kind::Number => {
                if let Some(number) = rules.number {
                    self.number_rules(id, number);
                }
            }
            Kind::Array => match rules.array {
                Some(array) => self.array_rules(id, array),
                None if rules.applied.is_empty() => self.unshaped(id),
                None => {}
            },
            Kind::Object => match rules.object {
                Some(object) => self.object_rules(id, object),
                None if rules.applied.is_empty() => self.unshaped(id),
                None => {}
            },
            Kind::Null | Kind::False | Kind::True => {}
        }
        if !rules.applied.is_empty() {
            self.applied(id, rules.applied);
        }
        if rules.unevaluated_items.is_some()
            || !matches!(rules.unevaluated_members, crate::shape::Unevaluated::Unsaid)
        {
            self.unevaluated(id, node, rules, first);
        }
        self.rises();
    }

    #[inline(never)]
    fn applied(&mut self, id: NodeId, applied: &'c [Applied<'c>]) {
        let first = self.findings.list.len();
        for applied in applied {
            match *applied {
                Applied::All(shapes) => {
                    for (at, shape) in shapes.iter().enumerate() {
                        if at == 0 || self.looks(id, 1) {
                            self.apply(id, shape, false);
                        }
                    }
                }
                Applied::Any(alternatives) => self.alternatives(id, alternatives),
                Applied::Not(shape) => {
                    if self.faults(id, shape) == 0 {
                        self.findings.error(Code::UnmetRule, id, Detail::Unmet(Unmet::Not(shape)));
                    }
                }
                Applied::If(test, then, otherwise) => {
                    let shape = if self.faults(id, test) == 0 { then } else { otherwise };
                    self.apply(id, shape, false);
                }
                Applied::With(name, shape) => {
                    if self.looks(id, 1) && self.document.has_member(id, name) {
                        self.apply(id, shape, false);
                    }
                }
            }
        }
        self.findings.without_doubles(first, FEW_FINDINGS);
    }

    pub(super) fn is_listed(&self, id: NodeId, node: Node, values: &[Value<'_>]) -> bool {
        let many = values.len() > Value::MANY;
        if node.kind == Kind::String && !many {
            let text = self.document.text(node);
            return values.iter().any(|listed| value::is_text(&text, listed.spelled));
        }
        if !self.spells(id) {
            return true;
        }
        let spelled = value::spelled(self.document, id);
        match many {
            true => values.binary_search_by(|listed| listed.spelled.cmp(&spelled)).is_ok(),
            false => values.iter().any(|listed| *listed.spelled == *spelled),
        }
    }

    fn unmet(&mut self, code: Code, severity: Severity, id: NodeId, unmet: Unmet<'c>) {
        self.findings.push(code, severity, id, Detail::Unmet(unmet));
    }

    fn string(&mut self, id: NodeId, node: Node, rules: &'c StringRules<'c>) {
        let text = self.document.text(node);
        if rules.min > 0 || rules.max < u32::MAX {
            // A code point has one byte that does not go on with another.
            let length = text.iter().filter(|byte| **byte & 0xc0 != 0x80).count() as u32;
            if length < rules.min {
                return self.unmet(Code::UnexpectedValue, Severity::Error, id, Unmet::Shorter(rules.min));
            }
            if length > rules.max {
                return self.unmet(Code::UnexpectedValue, Severity::Error, id, Unmet::Longer(rules.max));
            }
        }
        if let Some(pattern) = rules.pattern
            && !self.matches(pattern, &text)
        {
            return self.unmet(Code::BadFormat, Severity::Error, id, Unmet::Pattern(pattern.source));
        }
        if !rules.format.fits(&text) {
            let detail = Detail::Format(rules.format, false);
            self.findings.push(Code::BadFormat, rules.format_severity, id, detail);
        }
    }

    fn number_rules(&mut self, id: NodeId, rules: &'c NumberRules<'c>) {
        let raw = self.document.raw(id);
        if let Some(bound) = rules.min {
            let order = number::compare(raw, bound.at.as_bytes());
            if order == Ordering::Less || bound.exclusive && order == Ordering::Equal {
                return self.unmet(Code::UnexpectedValue, bound.severity, id, Unmet::Min(bound));
            }
        }
        if let Some(bound) = rules.max {
            let order = number::compare(raw, bound.at.as_bytes());
            if order == Ordering::Greater || bound.exclusive && order == Ordering::Equal {
                return self.unmet(Code::UnexpectedValue, bound.severity, id, Unmet::Max(bound));
            }
        }
        if let Some(of) = rules.multiple_of
            && number::is_multiple(raw, of.as_bytes()) == Some(false)
        {
            self.unmet(Code::UnexpectedValue, Severity::Error, id, Unmet::MultipleOf(of));
        }
    }

    fn array_rules(&mut self, id: NodeId, rules: &'c ArrayRules<'c>) {
        let mut count = 0u32;
        let mut prefix = rules.prefix.iter();
        let document = self.document;
        for element in document.elements(id) {
            count += 1;
            match prefix.next().or(rules.rest) {
                Some(shape) => self.apply(element, shape, false),
                None => self.unshaped(element),
            }
        }
        let unmet = |unmet| (Code::UnexpectedValue, unmet);
        if count < rules.min {
            let (code, unmet) = unmet(Unmet::FewElements(rules.min));
            self.unmet(code, Severity::Error, id, unmet);
        } else if count > rules.max {
            let (code, unmet) = unmet(Unmet::ManyElements(rules.max));
            self.unmet(code, Severity::Error, id, unmet);
        }
        if rules.unique && count > 1 {
            self.unique(id);
        }
        if let Some(contains) = rules.contains {
            let fitting = document.elements(id).filter(|element| self.faults(*element, &contains.shape) == 0);
            let fitting = fitting.count();
            if fitting < contains.min as usize {
                let unmet = Unmet::Contains(contains, fitting as u32);
                self.unmet(Code::UnmetRule, Severity::Error, id, unmet);
            } else if fitting > contains.max as usize {
                let unmet = Unmet::ContainsMany(contains, fitting as u32);
                self.unmet(Code::UnmetRule, Severity::Error, id, unmet);
            }
        }
    }

    /// Every element that an earlier one is equal to. Equal ones stand beside each other where all are in order:
    /// not all pairs are compared.
    fn unique(&mut self, id: NodeId) {
        if !self.spells(id) {
            return;
        }
        let mut elements: Vec<NodeId> = Vec::new();
        let mut spelled: Vec<Vec<u8>> = Vec::new();
        for element in self.document.elements(id) {
            elements.push(element);
            spelled.push(value::spelled(self.document, element));
        }
        let order = sort::order(elements.len(), &|a, b| spelled.get(a).cmp(&spelled.get(b)));
        let mut repeated: Vec<NodeId> = Vec::new();
        let mut last = None;
        for at in order {
            let (value, element) = (spelled.get(at), elements.get(at));
            if value == last {
                repeated.extend(element);
            }
            last = value;
        }
        sort::by(&mut repeated, |element| u64::from(*element));
        for element in repeated {
            self.unmet(Code::UnexpectedValue, Severity::Error, element, Unmet::Repeated);
        }
    }

    fn object_rules(&mut self, id: NodeId, rules: &'c ObjectRules<'c>) {
        let document = self.document;
        self.object(id, rules.object);
        if let Some(shape) = rules.names {
            for (key, _) in document.members(id) {
                self.apply(key, shape, false);
            }
        }
        if rules.min > 0 || rules.max < u32::MAX {
            let count = value::distinct(document, id) as u32;
            if count < rules.min {
                self.unmet(Code::UnmetRule, Severity::Error, id, Unmet::FewMembers(rules.min));
            } else if count > rules.max {
                self.unmet(Code::UnmetRule, Severity::Error, id, Unmet::ManyMembers(rules.max));
            }
        }
        for (name, required) in rules.dependent {
            if !self.looks(id, 1) || !document.has_member(id, name) {
                continue;
            }
            for other in *required {
                if self.looks(id, 1) && !document.has_member(id, other) {
                    self.unmet(Code::UnmetRule, Severity::Error, id, Unmet::Dependent(name, other));
                }
            }
        }
    }

    /// The members whose keys match a pattern.
    #[inline(never)]
    pub(super) fn patterned(&mut self, id: NodeId, object: &'c Object<'c>) {
        let document = self.document;
        for (key, value) in document.members(id) {
            let text = document.text(document.node(key));
            for field in object.patterns {
                if self.matches(&field.pattern, &text) {
                    self.apply(value, &field.shape, false);
                }
            }
        }
    }

    /// Whether a key matches one of the patterns of an object.
    pub(super) fn is_patterned(&self, key: NodeId, object: &Object<'_>) -> bool {
        let text = self.document.text(self.document.node(key));
        object.patterns.iter().any(|field| self.matches(&field.pattern, &text))
    }

    /// Whether a text matches a pattern. What a few steps for each byte do not decide is work.
    fn matches(&self, pattern: &Pattern<'_>, text: &[u8]) -> bool {
        if let Some(host) = pattern.host {
            // How long it takes is up to the host.
            let is = self.works(8 + text.len() as u64).then(|| host.is_match(pattern.source, &lossy(text)));
            return is.flatten().unwrap_or(true);
        }
        // Every range of a class may be looked at for every byte.
        if !self.works(8 + (text.len() * pattern.ranges.len()) as u64 / 256) {
            return true;
        }
        let free = FREE_STEPS * (text.len() as u64 + pattern.ops.len() as u64);
        let mut left = free + STEPS_A_WORK * self.work_left();
        let before = left;
        let is = pattern.matches(text, &mut left);
        let work = if left == 0 { u64::MAX } else { (before - left).saturating_sub(free) / STEPS_A_WORK };
        self.works(work);
        // Where the steps came to an end it is not known.
        is || left == 0
    }

    /// The shape that a number stands for.
    pub(super) fn defined(&self, number: u32) -> &'c Shape<'c> {
        self.definitions.get(number as usize).copied().unwrap_or(&Shape::Any)
    }

    /// The same shape, looked up where it stands for another.
    pub(super) fn resolved(&self, shape: &'c Shape<'c>) -> &'c Shape<'c> {
        let mut shape = shape;
        // One that stands for itself is refused when it is loaded.
        while let Shape::Defined(number) = shape {
            shape = self.defined(*number);
        }
        shape
    }
}
