//! One value against its shape.

use super::{Detail, Walker};
use crate::finding::Code;
use crate::format::{Format, timestamp};
use crate::json::document::{Node, equal};
use crate::json::{Kind, NodeId, number};
use crate::shape::{EventType, Integer, Items, LOADS, Number, Shape, Text, Time, Unmet};

/// So many seconds since 1970 are probably milliseconds.
const TOO_MANY_SECONDS: i64 = 1_000_000_000_000;

impl<'c> Walker<'_, 'c> {
    #[inline(always)]
    pub(super) fn value(&mut self, id: NodeId, shape: &'c Shape<'c>, nullable: bool) {
        let Some(node) = self.document.nodes().get(id as usize) else { return };
        match (shape, node.kind) {
            (Shape::Text(rule), Kind::String) => match node.has(Node::ESCAPED) {
                true => self.escaped(id, rule),
                false => self.text(id, self.document.inner(*node), rule),
            },
            (Shape::Object(object), Kind::Object) => self.object(id, object),
            (Shape::Array(items), Kind::Array) => self.array(id, items),
            _ => self.rarer(id, shape, nullable),
        }
    }

    /// As [`Walker::value`], where a call costs nothing that counts.
    #[inline(never)]
    pub(super) fn apply(&mut self, id: NodeId, shape: &'c Shape<'c>, nullable: bool) {
        self.value(id, shape, nullable);
    }

    #[inline(never)]
    fn array(&mut self, id: NodeId, items: &'c Items<'c>) {
        if items.not_empty && self.document.elements(id).next().is_none() {
            self.findings.error(Code::UnexpectedValue, id, Detail::Empty);
        }
        if self.descends() {
            for element in self.document.elements(id) {
                self.value(element, &items.shape, false);
            }
            self.rises();
        }
    }

    #[inline(never)]
    fn rarer(&mut self, id: NodeId, shape: &'c Shape<'c>, nullable: bool) {
        let node = self.document.node(id);
        match (shape, node.kind) {
            (_, Kind::Null) if nullable => {}
            (Shape::Name, Kind::String) => {
                if let Some(event) = self.event_type.filter(|event| !self.is_named(node, event)) {
                    self.findings.error(Code::UnexpectedValue, id, Detail::Name(event));
                }
            }
            (Shape::Integer(integer), Kind::Number) => self.integer(id, node, *integer, nullable),
            (Shape::Time(time), Kind::String) => self.time(id, node, *time),
            (Shape::Time(time), Kind::Number) if time.or_seconds => {
                self.integer(id, node, Integer::Seconds, nullable)
            }
            (Shape::Number(number), Kind::Number) => self.number(id, *number),
            (Shape::Union(_), kind) if shape.is_of(kind) => match shape.branch(kind) {
                // The other shapes are what was meant: they are told as well.
                Shape::Array(items) if items.are_none() && self.document.elements(id).next().is_some() => {
                    self.findings.error(Code::WrongType, id, Detail::Type(shape, nullable));
                }
                branch => self.apply(id, branch, nullable),
            },
            (Shape::Rules(rules), _) if LOADS => self.rules(id, rules, nullable),
            (Shape::Nullable(_), Kind::Null) if LOADS => {}
            (Shape::Nullable(inner), _) if LOADS => self.apply(id, inner, true),
            (Shape::Defined(number), _) if LOADS => self.apply(id, self.defined(*number), nullable),
            (Shape::Never, _) if LOADS => {
                self.findings.error(Code::UnmetRule, id, Detail::Unmet(Unmet::Nothing))
            }
            (Shape::Any, _) => self.unshaped(id),
            (Shape::Boolean, Kind::True | Kind::False) => {}
            (Shape::Events, Kind::Array) if self.events.is_empty() => {
                self.findings.error(Code::UnexpectedValue, id, Detail::Empty);
            }
            (Shape::Events, Kind::Array) => self.each_event(),
            (Shape::Events, Kind::Object) if self.matched.is_some_and(|matched| !matched.listed) => {
                self.each_event();
            }
            _ => self.findings.error(Code::WrongType, id, Detail::Type(shape, nullable)),
        }
    }

    fn is_named(&self, node: Node, event: &EventType<'_>) -> bool {
        event.has_name(&self.document.text(node))
    }

    #[cold]
    #[inline(never)]
    fn escaped(&mut self, id: NodeId, rule: &'c Text<'c>) {
        self.text(id, &self.document.text(self.document.node(id)), rule);
    }

    #[inline(always)]
    fn text(&mut self, id: NodeId, text: &[u8], rule: &'c Text<'c>) {
        if !rule.format.accepts(text) {
            self.misformed(id, rule);
        } else if !rule.values.is_empty() {
            self.one_of(id, text, rule);
        } else if rule.format == Format::Endpoint {
            self.endpoint(id, text);
        }
    }

    #[cold]
    #[inline(never)]
    fn misformed(&mut self, id: NodeId, rule: &'c Text<'c>) {
        let node = self.document.node(id);
        if !rule.or_empty || node.end - node.start > 2 {
            let detail = Detail::Format(rule.format, rule.or_empty);
            self.findings.push(Code::BadFormat, rule.format_severity, id, detail);
        }
    }

    #[inline(never)]
    fn one_of(&mut self, id: NodeId, text: &[u8], rule: &'c Text<'c>) {
        let is_one =
            |is: fn(&[u8], &[u8]) -> bool| rule.values.iter().any(|(value, _)| is(text, value.as_bytes()));
        let any_case = matches!(rule.format, Format::ObjectId | Format::Uuid);
        if !is_one(|text, value| equal(text, value)) && !(any_case && is_one(<[u8]>::eq_ignore_ascii_case)) {
            let code = if rule.agrees { Code::InconsistentValue } else { Code::UnexpectedValue };
            self.findings.push(code, rule.values_severity, id, Detail::Value(rule.values, rule.agrees));
        }
    }

    fn integer(&mut self, id: NodeId, node: Node, integer: Integer, nullable: bool) {
        let value = number::integer(self.document.raw(id), node.has(Node::DECIMAL));
        let detail = Detail::Integer(integer);
        match (integer, value) {
            (Integer::Flag, Some(0 | 1))
            | (Integer::Count, Some(0..))
            | (Integer::Seconds, Some(0..TOO_MANY_SECONDS)) => {}
            (Integer::Seconds, Some(0..)) => self.findings.warning(Code::UnexpectedValue, id, detail),
            (Integer::Flag, _) | (_, Some(_)) => self.findings.error(Code::UnexpectedValue, id, detail),
            (_, None) => {
                self.findings.error(Code::WrongType, id, Detail::Type(whole(integer), nullable));
            }
        }
    }

    fn number(&mut self, id: NodeId, number: Number) {
        if number == Number::Share && !number::is_share(self.document.raw(id)) {
            self.findings.error(Code::UnexpectedValue, id, Detail::Number(number));
        }
    }

    fn time(&mut self, id: NodeId, node: Node, time: Time) {
        let text = self.document.text(node);
        match timestamp::parse(&text, time.style) {
            None => self.findings.error(Code::BadFormat, id, Detail::Time(time, None)),
            Some(moment) if moment.has_offset() => {}
            Some(_) => {
                if let Some(severity) = time.no_offset {
                    let hint = Some("the offset from UTC is missing: add `Z` or one like `+00:00`");
                    self.findings.push(Code::BadFormat, severity, id, Detail::Time(time, hint));
                }
            }
        }
    }
}

/// The shape of an integer, also where it stands for a moment.
fn whole(integer: Integer) -> &'static Shape<'static> {
    match integer {
        Integer::Flag => &Shape::Integer(Integer::Flag),
        Integer::Count => &Shape::Integer(Integer::Count),
        Integer::Seconds => &Shape::Integer(Integer::Seconds),
    }
}
