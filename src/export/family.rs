//! Event types in groups for people: those that are about the same thing.

use crate::catalog;
use crate::shape::{EventType, Provider};

/// A provider's event types that are about the same thing.
#[derive(Debug)]
pub struct Family {
    /// What they are about, as in `acs_credential`.
    pub name: &'static str,
    /// In the catalog's order.
    pub events: Vec<&'static EventType>,
}

/// What an event type is about: the start of its meaning, so that all versions of one news are together.
#[must_use]
pub fn family(provider: &Provider, event: &EventType) -> &'static str {
    let events = provider.envelopes.iter().flat_map(|envelope| envelope.events);
    start_of(event.meaning, events.map(|event| event.meaning))
}

/// Every provider with its families, in the order of their first event types.
#[must_use]
pub fn families() -> Vec<(&'static Provider, Vec<Family>)> {
    let mut providers: Vec<(&'static Provider, Vec<Family>)> = Vec::new();
    for (provider, _, event) in catalog::event_types() {
        if providers.last().is_none_or(|(last, _)| last.name != provider.name) {
            providers.push((provider, Vec::new()));
        }
        let Some((_, families)) = providers.last_mut() else { continue };
        let name = family(provider, event);
        match families.iter_mut().find(|family| family.name == name) {
            Some(family) => family.events.push(event),
            None => families.push(Family { name, events: vec![event] }),
        }
    }
    providers
}

/// The start of a name with dots: what the shortest of all the names has before its last dot has as many
/// parts. `device.error.resolved` is about a `device` beside `lock.locked`, and `account.flow.enabled` about
/// an `account.flow` where every name has three parts. A name without a dot starts with its first word.
pub fn start_of<'a>(name: &'a str, names: impl Iterator<Item = &'a str>) -> &'a str {
    let dots = |name: &str| name.matches('.').count();
    let parts = names.map(dots).filter(|&dots| dots > 0).min().unwrap_or(1);
    let end = match dots(name) {
        0 => name.find('_'),
        _ => name.match_indices('.').nth(parts - 1).map(|(at, _)| at),
    };
    end.and_then(|end| name.get(..end)).unwrap_or(name)
}
