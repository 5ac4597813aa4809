//! The id that the endpoints below an object must name.

use super::{Detail, Walker};
use crate::finding::Code;
use crate::format::{Format, endpoint};
use crate::json::document::{equal, same};
use crate::json::{Document, Kind, NodeId};
use crate::shape::{Anchor, Object};

/// The id that endpoints must name.
#[derive(Clone, Copy)]
pub(super) struct Anchored<'a, 'c> {
    anchor: Anchor<'c>,
    at: NodeId,
    id: &'a [u8],
    /// Whether an endpoint names it.
    agreed: bool,
}

impl<'c> Walker<'_, 'c> {
    /// Lets the endpoints below this object be compared with its id, where that is sound.
    #[inline(never)]
    pub(super) fn drop_anchor(
        &mut self,
        object: &'c Object<'c>,
        anchor: Anchor<'c>,
        slots: &[NodeId],
    ) -> bool {
        let index =
            object.fields.iter().position(|field| same(field.name.as_bytes(), anchor.field.as_bytes()));
        let at = index.and_then(|index| slots.get(index)).copied().unwrap_or(Document::ROOT);
        let node = self.document.node(at);
        let id = self.document.inner(node);
        let sound = at != Document::ROOT && node.kind == Kind::String && Format::ObjectId.fits(id);
        if sound {
            self.anchor = Some(Anchored { anchor, at, id, agreed: false });
        }
        sound
    }

    #[inline(never)]
    pub(super) fn endpoint(&mut self, node: NodeId, text: &[u8]) {
        let Some(anchored) = &mut self.anchor else { return };
        let strays = &mut self.strays;
        let Anchor { collection, parameter, .. } = anchored.anchor;
        endpoint::named(text, collection, parameter, |rest| {
            if let Some((id, rest)) = rest.split_at_checked(anchored.id.len())
                && equal(id, anchored.id)
                && matches!(rest, [] | [b'/' | b'?' | b'&' | b'#', ..])
            {
                anchored.agreed = true;
                return id.len();
            }
            let id = endpoint::id(rest);
            if id.eq_ignore_ascii_case(anchored.id) {
                anchored.agreed = true;
            } else if !id.is_empty() && strays.last().is_none_or(|(last, _)| *last != node) {
                strays.push((node, id.to_ascii_lowercase()));
            }
            id.len()
        });
    }

    /// Several endpoints that all name one other id are one fault, the id's; else each is its own.
    #[inline(never)]
    pub(super) fn weigh_anchor(&mut self) {
        let Some(anchored) = self.anchor.take() else { return };
        let first = self.strays.first().map(|(_, id)| id);
        let one = self.strays.iter().all(|(_, id)| Some(id) == first);
        if self.strays.len() > 1 && !anchored.agreed && one {
            self.findings.warning(Code::InconsistentValue, anchored.at, Detail::Endpoints);
        } else {
            for (node, _) in &self.strays {
                self.findings.warning(
                    Code::InconsistentValue,
                    *node,
                    Detail::Endpoint(anchored.anchor.field),
                );
            }
        }
        self.strays.clear();
    }
}
