//! Where each part of a canonical event came from, in the body's own text.

use crate::checker::{Asked, Checker, Outcome};
use crate::json::position::Positions;
use crate::json::trail::Trail;
use crate::json::{Limits, sort};
use crate::normalize::{self, OriginKind};
use crate::recognize::Hint;
use crate::report::{self, Report, Span};

/// Where the parts of a canonical event came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// One for each part that has no parts itself, in the order of the event; at most 100,000. Where their pointers
    /// would be several megabytes, objects and arrays come as a whole.
    pub origins: Vec<Origin>,
}

/// Where a part of a canonical event came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// RFC 6901 pointer in the canonical event.
    pub pointer: String,
    /// Why it says what it says.
    pub kind: OriginKind,
    /// Where in the body: in several places that say the same, or that it is put together of; nowhere for what no part
    /// of the body says.
    pub from: Vec<Place>,
}

/// A value of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// RFC 6901 pointer.
    pub pointer: String,
    /// Where in the text.
    pub span: Span,
}

impl<'c> Checker<'c> {
    /// Where each part of what [`Checker::normalize`] gives came from, aligned with it.
    ///
    /// # Errors
    /// See [`crate::normalize()`].
    pub fn provenance(
        &mut self,
        body: &[u8],
        hint: Hint<'_>,
        limits: Limits,
    ) -> Result<Vec<Provenance>, Box<Report<'c>>> {
        let asked = Asked { body, hint, limits, wtf8: false };
        let outcome = self.check(&asked);
        of_events(self, &asked, &outcome).ok_or_else(|| Box::new(self.checked(&asked, &outcome).report()))
    }
}

/// Where the parts of the events of the body that was checked last came from, if it is valid and has events.
pub(crate) fn of_events<'c>(
    checker: &mut Checker<'c>,
    asked: &Asked<'_>,
    outcome: &Outcome<'c>,
) -> Option<Vec<Provenance>> {
    let mut traced = Vec::new();
    checker.cloud_events(asked, outcome, true, &mut |event| traced.push(normalize::origins(&event)));
    if traced.is_empty() {
        return None;
    }
    let document = checker.checked(asked, outcome).document();
    // In text order each place is found once, going through the text and the tape.
    let mut places = Vec::new();
    for (event, origins) in traced.iter().enumerate() {
        for (at, origin) in origins.iter().enumerate() {
            places.extend(origin.from.iter().map(|node| (*node, event, at)));
        }
    }
    let mut all: Vec<Provenance> = traced
        .into_iter()
        .map(|origins| {
            let origin = |traced: normalize::Traced| Origin {
                pointer: traced.pointer,
                kind: traced.kind,
                from: Vec::with_capacity(traced.from.len()),
            };
            Provenance { origins: origins.into_iter().map(origin).collect() }
        })
        .collect();
    sort::by(&mut places, |(node, ..)| u64::from(*node));
    let (mut trail, mut positions) = (Trail::new(&document), Positions::new(document.body()));
    for (node, event, at) in places {
        trail.go_to(node);
        let pointer = trail.pointer_of(node);
        let node = document.node(node);
        let place = Place { pointer, span: report::span(&mut positions, node.start, node.end) };
        if let Some(origin) = all.get_mut(event).and_then(|event| event.origins.get_mut(at)) {
            origin.from.push(place);
        }
    }
    Some(all)
}
