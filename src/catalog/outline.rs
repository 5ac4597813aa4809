//! What tells the events of a loaded catalog apart, found when it is loaded: an outline of each event's fields to
//! a few levels, the places whose values name events, and which events know a key.

use super::EnvelopeEntry;
use super::key_sets::KeySets;
use crate::json::map::{Map, Names};
use crate::shape::{Applied, EventType, Items, Kinds, Object, Presence, Rules, Shape};
use crate::suggest::{is_letter, letters_of};

/// How many levels of an event an outline has.
pub(crate) const LEVELS: u32 = 3;

/// So many shapes of one value and fields of theirs are looked at for the fields that it may have.
const MOST_JOINED: u32 = 1 << 17;

/// Where there is no outline, or no list of values.
pub(crate) const NONE: u32 = u32::MAX;

/// Names under which senders say what an event is, in lower case and letters alone.
const NAME_KEYS: [&str; 8] =
    ["type", "event", "eventtype", "eventname", "eventcode", "topic", "name", "action"];

/// A member of an outline.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member {
    /// The number of its key.
    pub name: u32,
    pub required: bool,
    pub kinds: Kinds,
    /// The list of the texts that it may be.
    pub values: u32,
    /// The outline of the object that it is, or that its first element is.
    pub inner: u32,
}

/// An event that is told by what fits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outlined<'c> {
    pub entry: EnvelopeEntry<'c>,
    pub index: usize,
    pub event: &'c EventType<'c>,
    /// Its outlines, several where it is one of several shapes: the first, and how many.
    pub first: u32,
    pub count: u32,
    /// Where the keys of the first of them are among the [`Outlines::key_sets`].
    pub key_set: u32,
    /// Whether nothing that it requires sets it apart.
    pub vague: bool,
}

/// A place whose text tells which event a body may be.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The numbers of the keys that lead there.
    pub path: Vec<u32>,
    /// The events of each text, by its number.
    pub events: Vec<(u32, Vec<u32>)>,
    /// The events that say nothing of the place.
    pub free: Vec<u32>,
}

/// What tells the events of a catalog apart.
#[derive(Debug, Default)]
pub(crate) struct Outlines<'c> {
    /// Keys and texts of values, by number.
    pub names: Names<'c>,
    pub events: Vec<Outlined<'c>>,
    pub places: Vec<Place>,
    /// The keys at the root that say what an event is.
    pub name_keys: Vec<u32>,
    /// The events by their types, letters and digits in lower case, in order.
    named: Vec<(Vec<u8>, u32)>,
    /// The events that know a key at the root, by its number.
    knowing: Vec<Vec<u32>>,
    /// The keys that events know at the root, each with its letters, see [`letters_of`].
    pub root_keys: Vec<(u32, u32)>,
    /// The keys of each outline of an event.
    pub key_sets: KeySets,
    /// Where the members of an outline begin and end.
    outlines: Vec<(u32, u32)>,
    members: Vec<Member>,
    /// Where the texts of a list begin and end.
    lists: Vec<(u32, u32)>,
    texts: Vec<u32>,
}

impl<'c> Outlines<'c> {
    /// The members of an outline, in the order of their numbers.
    pub fn members(&self, outline: u32) -> &[Member] {
        let (start, end) = self.outlines.get(outline as usize).copied().unwrap_or_default();
        self.members.get(start as usize..end as usize).unwrap_or_default()
    }

    pub fn texts(&self, list: u32) -> &[u32] {
        let (start, end) = self.lists.get(list as usize).copied().unwrap_or_default();
        self.texts.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The events whose type has these letters and digits.
    pub fn named(&self, letters: &[u8]) -> impl Iterator<Item = u32> {
        let from = self.named.partition_point(|(name, _)| &**name < letters);
        let named = self.named.get(from..).unwrap_or_default();
        named.iter().take_while(move |(name, _)| **name == *letters).map(|(_, event)| *event)
    }

    /// The events that know a key at the root.
    pub fn knowing(&self, name: u32) -> &[u32] {
        self.knowing.get(name as usize).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The letters and digits of a name, in lower case.
pub(crate) fn letters(name: &[u8]) -> Vec<u8> {
    name.iter().filter(|byte| is_letter(**byte)).map(u8::to_ascii_lowercase).collect()
}

/// The number of a field's name, whether it is required, its shape, and whether it may be null.
type FieldOf<'c> = (u32, bool, &'c Shape<'c>, bool);

/// A shape's fields, as far as they are known, before they are an outline.
#[derive(Default)]
struct Fields<'c> {
    members: Vec<FieldOf<'c>>,
    /// Where a name is among them.
    places: Map,
}

pub(super) struct Builder<'a, 'c> {
    outlines: Outlines<'c>,
    definitions: &'a [&'c Shape<'c>],
    /// The outline of an object, by where it is and how many levels are left.
    of_shape: Map,
}

impl<'a, 'c> Builder<'a, 'c> {
    /// Outlines of the events that are told by what fits.
    pub fn build(entries: &[EnvelopeEntry<'c>], definitions: &'a [&'c Shape<'c>]) -> Outlines<'c> {
        let mut builder = Builder { outlines: Outlines::default(), definitions, of_shape: Map::default() };
        for entry in entries.iter().filter(|entry| entry.envelope.by_fit) {
            for (index, event) in entry.envelope.events.iter().enumerate() {
                builder.event(*entry, index, event);
            }
        }
        builder.know();
        builder.find_places();
        builder.find_vague();
        let mut named = std::mem::take(&mut builder.outlines.named);
        for at in crate::json::sort::order(named.len(), &|a, b| named.get(a).cmp(&named.get(b))) {
            if let Some(named) = named.get_mut(at) {
                builder.outlines.named.push(std::mem::take(named));
            }
        }
        builder.outlines
    }

    fn resolved(&self, shape: &'c Shape<'c>) -> &'c Shape<'c> {
        match shape {
            Shape::Defined(number) => self.definitions.get(*number as usize).copied().unwrap_or(&Shape::Any),
            Shape::Nullable(inner) => self.resolved(inner),
            shape => shape,
        }
    }

    fn event(&mut self, entry: EnvelopeEntry<'c>, index: usize, event: &'c EventType<'c>) {
        let shape = event.schema.as_ref().map_or(&Shape::Any, |shape| self.resolved(shape));
        let shapes: &'c [Shape<'c>] = match shape {
            Shape::Rules(Rules { object: None, applied: [Applied::Any(alternatives)], .. }) => {
                alternatives.shapes
            }
            shape => std::slice::from_ref(shape),
        };
        let mut outlines = Vec::with_capacity(shapes.len());
        for shape in shapes {
            let outline = self.outline(shape, LEVELS);
            outlines.push(self.outlines.outlines.get(outline as usize).copied().unwrap_or_default());
        }
        // Those of one event stand beside each other.
        let first = self.outlines.outlines.len() as u32;
        self.outlines.outlines.extend(outlines);
        self.outlines.named.push((letters(event.name.as_bytes()), self.outlines.events.len() as u32));
        let count = shapes.len() as u32;
        let key_set = self.outlines.events.last().map_or(0, |of| of.key_set + of.count);
        self.outlines.events.push(Outlined { entry, index, event, first, count, key_set, vague: false });
    }

    /// The outline of a shape; [`NONE`] where it is no object.
    fn outline(&mut self, shape: &'c Shape<'c>, levels: u32) -> u32 {
        let shape = self.resolved(shape);
        if levels == 0 {
            return NONE;
        }
        let address = match shape {
            Shape::Object(object) => std::ptr::from_ref::<Object<'c>>(object) as usize,
            Shape::Rules(rules) => std::ptr::from_ref::<Rules<'c>>(rules) as usize,
            Shape::Array(items) => std::ptr::from_ref::<Items<'c>>(items) as usize,
            Shape::Union(shapes) => {
                let object = shapes.iter().find(|shape| matches!(shape, Shape::Object(_) | Shape::Rules(_)));
                return object.map_or(NONE, |shape| self.outline(shape, levels));
            }
            _ => return NONE,
        };
        let key = (address as u64, u64::from(levels));
        if let Some(known) = self.of_shape.get(key) {
            return known;
        }
        // Arrays of themselves have none.
        self.of_shape.set(key, NONE);
        let mut fields = Fields::default();
        self.fields(shape, &mut fields, 8, &mut { MOST_JOINED });
        if fields.members.is_empty() {
            let array = match shape {
                Shape::Array(items) => Some(&items.shape),
                Shape::Rules(rules) => rules.array.and_then(|array| array.rest.or(array.prefix.first())),
                _ => None,
            };
            let outline = array.map_or(NONE, |items| self.outline(items, levels));
            self.of_shape.set(key, outline);
            return outline;
        }
        let mut members: Vec<Member> = Vec::with_capacity(fields.members.len());
        for (name, required, shape, nullable) in fields.members {
            let kinds = self.kinds(shape, 8);
            members.push(Member {
                name,
                required,
                kinds: if nullable { kinds.or(Kinds::NULL) } else { kinds },
                values: self.list(shape),
                inner: self.outline(shape, levels - 1),
            });
        }
        crate::json::sort::by(&mut members, |member| u64::from(member.name));
        let start = self.outlines.members.len() as u32;
        self.outlines.members.extend(members);
        let outline = self.outlines.outlines.len() as u32;
        self.outlines.outlines.push((start, self.outlines.members.len() as u32));
        self.of_shape.set(key, outline);
        outline
    }

    /// Collects the fields that a value may have by any of the schemas that look at it.
    fn fields(&mut self, shape: &'c Shape<'c>, fields: &mut Fields<'c>, depth: u32, left: &mut u32) {
        if depth == 0 || *left == 0 {
            return;
        }
        let own = match self.resolved(shape) {
            Shape::Object(object) => object.fields.len(),
            Shape::Rules(Rules { object: Some(rules), .. }) => rules.object.fields.len(),
            _ => 0,
        };
        *left = left.saturating_sub(1 + own as u32);
        match self.resolved(shape) {
            Shape::Object(object) => self.add(object, fields),
            Shape::Union(shapes) => {
                for shape in *shapes {
                    let mut of = Fields::default();
                    self.fields(shape, &mut of, depth - 1, left);
                    for member in of.members {
                        put(fields, member);
                    }
                }
            }
            Shape::Rules(rules) => {
                if let Some(rules) = rules.object {
                    self.add(rules.object, fields);
                }
                for applied in rules.applied {
                    match applied {
                        Applied::All(shapes) => {
                            for shape in *shapes {
                                self.fields(shape, fields, depth - 1, left);
                            }
                        }
                        Applied::Any(alternatives) => {
                            let mut all: Vec<Fields<'c>> = Vec::new();
                            // How many of them require a field.
                            let mut requiring = Map::default();
                            for shape in alternatives.shapes {
                                let mut of = Fields::default();
                                self.fields(shape, &mut of, depth - 1, left);
                                for (name, ..) in of.members.iter().filter(|member| member.1) {
                                    let key = (u64::from(*name), 0);
                                    requiring.set(key, requiring.get(key).unwrap_or_default() + 1);
                                }
                                all.push(of);
                            }
                            // Required is what all of them require.
                            let count = all.len() as u32;
                            for (name, _, shape, nullable) in all.into_iter().flat_map(|of| of.members) {
                                let by_all = requiring.get((u64::from(name), 0)) == Some(count);
                                put(fields, (name, by_all, shape, nullable));
                            }
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    /// Adds fields that all hold: of two shapes of one field the one that tells more of it counts.
    fn add(&mut self, object: &'c Object<'c>, fields: &mut Fields<'c>) {
        for field in object.fields {
            let (name, _) = self.outlines.names.put(field.name.as_bytes());
            let Some(known) =
                put(fields, (name, field.presence == Presence::Required, &field.shape, field.nullable))
            else {
                continue;
            };
            if self.tells_more(&field.shape, known.2) {
                (known.2, known.3) = (&field.shape, field.nullable);
            }
        }
    }

    /// Whether a shape lists fewer texts than another of the same value; or has fields, where neither lists any.
    fn tells_more(&self, shape: &'c Shape<'c>, other: &'c Shape<'c>) -> bool {
        let (shape, other) = (self.resolved(shape), self.resolved(other));
        match (listed(shape), listed(other)) {
            (0, 0) => has_members(shape) && !has_members(other),
            (0, _) => false,
            (count, others) => others == 0 || count < others,
        }
    }

    fn kinds(&self, shape: &'c Shape<'c>, depth: u32) -> Kinds {
        match shape {
            Shape::Nullable(inner) => Kinds::NULL.or(self.kinds(inner, depth)),
            Shape::Defined(_) if depth > 0 => self.kinds(self.resolved(shape), depth - 1),
            shape => shape.kinds(),
        }
    }

    /// The list of the texts that a value may be.
    fn list(&mut self, shape: &'c Shape<'c>) -> u32 {
        let start = self.outlines.texts.len() as u32;
        match self.resolved(shape) {
            Shape::Text(text) => {
                for (value, _) in text.values {
                    let (number, _) = self.outlines.names.put(value.as_bytes());
                    self.outlines.texts.push(number);
                }
            }
            Shape::Rules(rules) => {
                for value in rules.values.unwrap_or_default() {
                    let (number, _) = self.outlines.names.put(value.json.as_bytes());
                    self.outlines.texts.push(number);
                }
            }
            _ => {}
        }
        if self.outlines.texts.len() as u32 == start {
            return NONE;
        }
        self.outlines.lists.push((start, self.outlines.texts.len() as u32));
        self.outlines.lists.len() as u32 - 1
    }

    /// Finds which events know a key at the root.
    fn know(&mut self) {
        let mut knowing: Vec<Vec<u32>> = Vec::new();
        knowing.resize_with(self.outlines.names.len(), Vec::new);
        for (number, event) in self.outlines.events.iter().enumerate() {
            for outline in event.first..event.first + event.count {
                for member in self.outlines.members(outline) {
                    if let Some(events) = knowing.get_mut(member.name as usize)
                        && events.last() != Some(&(number as u32))
                    {
                        events.push(number as u32);
                    }
                }
            }
        }
        let mut key_sets = KeySets::new(&knowing);
        for event in &self.outlines.events {
            for outline in event.first..event.first + event.count {
                key_sets.push(self.outlines.members(outline));
            }
        }
        self.outlines.key_sets = key_sets;
        self.outlines.knowing = knowing;
        for name in 0..self.outlines.names.len() as u32 {
            if self.outlines.knowing(name).is_empty() {
                continue;
            }
            let text = self.outlines.names.text(name).unwrap_or_default();
            self.outlines.root_keys.push((name, letters_of(text)));
            let text = letters(text);
            if NAME_KEYS.iter().any(|key| key.as_bytes() == text) {
                self.outlines.name_keys.push(name);
            }
        }
    }

    /// Finds the places whose texts tell events apart.
    fn find_places(&mut self) {
        let count = self.outlines.events.len();
        // Each path by its number: the one before it, and the key; then who lists values there.
        let mut number_of = Map::default();
        let mut paths: Vec<(u32, u32)> = Vec::new();
        let mut listed: Vec<Vec<(u32, u32)>> = Vec::new();
        for (number, event) in self.outlines.events.iter().enumerate() {
            let mut left: Vec<(u32, u32)> = Vec::new();
            for outline in event.first..event.first + event.count {
                left.push((NONE, outline));
            }
            while let Some((path, outline)) = left.pop() {
                for member in self.outlines.members(outline) {
                    if member.values == NONE && member.inner == NONE {
                        continue;
                    }
                    let key = (u64::from(path), u64::from(member.name));
                    let at = number_of.get(key).unwrap_or_else(|| {
                        number_of.set(key, paths.len() as u32);
                        paths.push((path, member.name));
                        listed.push(Vec::new());
                        paths.len() as u32 - 1
                    });
                    if member.values != NONE
                        && let Some(listed) = listed.get_mut(at as usize)
                    {
                        listed.push((number as u32, member.values));
                    }
                    if member.inner != NONE {
                        left.push((at, member.inner));
                    }
                }
            }
        }
        for (number, listed) in listed.iter().enumerate() {
            let place = self.place(count, listed);
            let Some(mut place) = place else { continue };
            let mut at = number as u32;
            while let Some((before, name)) = paths.get(at as usize) {
                place.path.push(*name);
                at = *before;
            }
            place.path.reverse();
            self.outlines.places.push(place);
        }
    }

    /// A place, if at least half of the events list values there and a value leaves few of them.
    fn place(&self, count: usize, listed: &[(u32, u32)]) -> Option<Place> {
        let mut events: Vec<(u32, Vec<u32>)> = Vec::new();
        let mut of_text = Map::default();
        for (event, list) in listed {
            for text in self.outlines.texts(*list) {
                let at = of_text.get((u64::from(*text), 0)).unwrap_or_else(|| {
                    of_text.set((u64::from(*text), 0), events.len() as u32);
                    events.push((*text, Vec::new()));
                    events.len() as u32 - 1
                });
                if let Some((_, events)) = events.get_mut(at as usize)
                    && events.last() != Some(event)
                {
                    events.push(*event);
                }
            }
        }
        // They are listed in the order of the events.
        let mut free: Vec<u32> = Vec::new();
        for event in 0..count as u32 {
            if listed.binary_search_by(|(other, _)| other.cmp(&event)).is_err() {
                free.push(event);
            }
        }
        if 2 * (count - free.len()) < count || count < 2 {
            return None;
        }
        // How many events a value leaves, each event's values taken together.
        let (mut left, mut values) = (0, 0);
        for (_, of) in &events {
            left += of.len() * (of.len() + free.len());
            values += of.len();
        }
        (10 * left <= 6 * values * count).then_some(Place { path: Vec::new(), events, free })
    }

    /// An event is vague where nothing that it requires is known to few others.
    fn find_vague(&mut self) {
        let count = self.outlines.events.len();
        let few = |name: u32| 3 * self.outlines.knowing(name).len() < count || count < 3;
        let tells = |name: u32| self.outlines.places.iter().any(|place| *place.path == [name]);
        let is_vague = |outline: u32| {
            let mut required = self.outlines.members(outline).iter().filter(|member| member.required);
            !required.any(|member| few(member.name) || member.values != NONE && tells(member.name))
        };
        let mut vague = Vec::new();
        for event in &self.outlines.events {
            vague.push((event.first..event.first + event.count).any(is_vague));
        }
        for (event, vague) in self.outlines.events.iter_mut().zip(vague) {
            event.vague = vague;
        }
    }
}

/// How many texts a shape lists.
fn listed(shape: &Shape<'_>) -> usize {
    match shape {
        Shape::Text(text) => text.values.len(),
        Shape::Rules(rules) => rules.values.map_or(0, <[_]>::len),
        _ => 0,
    }
}

fn has_members(shape: &Shape<'_>) -> bool {
    match shape {
        Shape::Object(object) => !object.fields.is_empty(),
        Shape::Rules(rules) => rules.object.is_some() || rules.array.is_some() || !rules.applied.is_empty(),
        Shape::Array(_) | Shape::Union(_) => true,
        _ => false,
    }
}

/// Adds a field, or gives the one of that name that was there before.
fn put<'a, 'c>(fields: &'a mut Fields<'c>, member: FieldOf<'c>) -> Option<&'a mut FieldOf<'c>> {
    let key = (u64::from(member.0), 0);
    let Some(at) = fields.places.get(key) else {
        fields.places.set(key, fields.members.len() as u32);
        fields.members.push(member);
        return None;
    };
    let known = fields.members.get_mut(at as usize)?;
    known.1 |= member.1;
    Some(known)
}
