//! Whether a body is an event for certain, so that it may be one inside of another.

use crate::checker::Checked;
use crate::json::{Document, NodeId};
use crate::recognize::{EventKind, EventNode, MatchedEnvelope, Recognition};
use crate::report::EventId;
use crate::shape::{EventType, LOADS, Presence};

/// What speaks for an event: a required field that is there, and a name of its own, are one each.
pub(super) const LEAST_EVIDENCE: usize = 3;

/// An event that has all that it requires may have so many faults.
const FEW_FAULTS: usize = 3;

/// What a body is for certain.
#[derive(Clone, Copy, Debug)]
pub(super) struct Certain<'c> {
    /// Its event, the first of several.
    pub id: EventId<'c>,
    /// Whether it lacks its envelope.
    pub is_bare: bool,
}

/// The event that a checked body is for certain: its name or its fields are those of the event, several of them, and
/// few are wrong.
pub(super) fn event<'c>(checked: &Checked<'_, 'c>) -> Option<Certain<'c>> {
    let matched = match checked.recognition()? {
        Recognition::Bare(entry, event) => {
            let id = EventId { provider: entry.provider, event };
            return Some(Certain { id, is_bare: true });
        }
        Recognition::Matched(matched) => matched,
        _ => return None,
    };
    if let Some(id) = plainly(checked, matched) {
        return Some(Certain { id, is_bare: false });
    }
    let document = checked.document();
    let (mut first, mut evidence, mut there, mut required) = (None, 0, 0, 0);
    for node in checked.events() {
        let EventKind::Known(event, _) = node.kind else { continue };
        if !event.event {
            continue;
        }
        first = first.or(Some(EventId { provider: matched.entry.provider, event }));
        let name_at = matched.entry.envelope.name_at;
        let name = document.at(node.node, name_at).filter(|_| !name_at.is_empty());
        let has = Fields::of(checked, event, &document, node.node);
        evidence +=
            has.there + usize::from(has.is_told || name.is_some_and(|name| is_of(&document, name, event)));
        (there, required) = (there + has.there, required + has.required);
    }
    let errors = checked.errors() as usize;
    let few = if there == required { FEW_FAULTS } else { 0 };
    let is_near = 2 * there >= required && errors <= few.max((required + 1) / 3);
    let first = first.filter(|_| evidence >= LEAST_EVIDENCE && (errors == 0 || is_near));
    first.map(|id| Certain { id, is_bare: false })
}

/// The one event of which so little is wrong that it is that for certain, whichever of its fields it is: of most bodies
/// with a fault this is all that has to be looked at.
fn plainly<'c>(checked: &Checked<'_, 'c>, matched: &MatchedEnvelope<'c>) -> Option<EventId<'c>> {
    let [EventNode { kind: EventKind::Known(event, _), .. }] = *checked.events() else { return None };
    let (mut always, mut required) = (0, 0);
    for field in event.shape.fields {
        always += usize::from(field.presence == Presence::Required);
        required += usize::from(field.presence != Presence::Optional);
    }
    let errors = checked.errors() as usize;
    // Each of those that are always there and are not is an error.
    let there = always.saturating_sub(errors);
    let is_plain = there >= LEAST_EVIDENCE && 2 * there >= required && errors <= (required + 1) / 3;
    let is_plain = is_plain && event.event && event.schema.is_none();
    is_plain.then_some(EventId { provider: matched.entry.provider, event })
}

fn is_of(document: &Document<'_>, name: NodeId, event: &EventType<'_>) -> bool {
    event.has_name(&document.text(document.node(name)))
}

/// The fields that an event requires.
#[derive(Default)]
struct Fields {
    required: usize,
    /// How many of them are there.
    there: usize,
    /// Whether the value of one can only be one of a list.
    is_told: bool,
}

impl Fields {
    fn of(checked: &Checked<'_, '_>, event: &EventType<'_>, document: &Document<'_>, node: NodeId) -> Self {
        let mut fields = Fields::default();
        let outlines = checked.catalog().outlines().filter(|_| LOADS);
        let outlined = outlines.and_then(|outlines| {
            Some((outlines, outlines.events.iter().find(|of| std::ptr::eq(of.event, event))?))
        });
        let Some((outlines, of)) = outlined else {
            for field in event.shape.fields {
                if field.presence != Presence::Optional {
                    fields.count(document.has_member(node, field.name), false);
                }
            }
            return fields;
        };
        for member in outlines.members(of.first) {
            let name = outlines.names.text(member.name).and_then(|name| std::str::from_utf8(name).ok());
            if let Some(name) = name.filter(|_| member.required) {
                let is_listed = !outlines.texts(member.values).is_empty();
                fields.count(document.has_member(node, name), is_listed);
            }
        }
        fields
    }

    fn count(&mut self, is_there: bool, is_listed: bool) {
        self.required += 1;
        self.there += usize::from(is_there);
        self.is_told |= is_there && is_listed;
    }
}
