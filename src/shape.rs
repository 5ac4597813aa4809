//! The language that the catalog is written in.
//!
//! A [`Provider`] sends [`EventType`]s, each in an [`Envelope`]; a [`Shape`] says what a value must be
//! and a [`Field`] where it stands. All of it is data, borrowed for as long as the catalog lives. It knows no
//! provider and reads no body.

mod event;
pub(crate) mod fields;
mod rules;

pub use event::{Envelope, EventType, Evidence, Parameter, Provider, Trust, Wrapper};
pub(crate) use fields::{by_name, fields};
pub use rules::{
    Alternatives, Applied, ArrayRules, Bound, Contains, Kinds, NumberRules, ObjectRules, PatternField, Rules,
    StringRules, Tag, Unevaluated, Unmet, Value,
};

pub use crate::finding::Severity;
use crate::format::Format;
use crate::format::timestamp::Style;
use crate::json::document::{Node, equal};
use crate::json::map::hash;
use crate::json::{Document, Kind};

/// Whether there are loaded catalogs. What only they can say is not heeded without: [`Shape::Rules`], [`Shape::Nullable`],
/// [`Shape::Defined`], [`Shape::Never`], [`Others::Unsaid`], [`Others::Forbidden`], [`Object::patterns`],
/// [`EventType::schema`] and [`Envelope::by_fit`].
pub(crate) const LOADS: bool = cfg!(feature = "load");

/// Words for people: kept in the crate, left out of the WebAssembly module.
#[must_use]
pub const fn doc(text: &str) -> &str {
    if cfg!(all(feature = "wasm", target_arch = "wasm32")) { "" } else { text }
}

/// What an object must be.
#[derive(Debug)]
pub struct Object<'c> {
    /// Its fields, in the order in which the provider sends them: that order is the fastest to check.
    pub fields: &'c [Field<'c>],
    /// What endpoints below it must agree with.
    pub anchor: Option<Anchor<'c>>,
    /// What other members it may have.
    pub others: Others<'c>,
    /// Members that are told by patterns of their keys, be they fields or not.
    pub patterns: &'c [PatternField<'c>],
    /// Of an object of many fields, the index of each at the place of its name's hash, see [`places_of`]; else none.
    pub places: &'c [u16],
}

/// What members an object may have besides its fields.
#[derive(Clone, Copy, Debug)]
pub enum Others<'c> {
    /// None: any other is a warning, because providers add fields.
    Unexpected,
    /// Nothing is said of them here: another shape of the same object may know them.
    Unsaid,
    /// None: any other is an error.
    Forbidden,
    /// Any: not all fields of the object are published.
    Open,
    /// Any names, but each value must be this.
    Each(&'c Shape<'c>),
}

impl<'c> Object<'c> {
    /// An object of these fields.
    #[must_use]
    pub const fn of(fields: &'c [Field<'c>]) -> Self {
        Object { fields, anchor: None, others: Others::Unexpected, patterns: &[], places: &[] }
    }

    /// An object of these fields and of others that are not published.
    #[must_use]
    pub const fn open(fields: &'c [Field<'c>]) -> Self {
        Object { fields, anchor: None, others: Others::Open, patterns: &[], places: &[] }
    }

    /// An object with any names, each value being this.
    #[must_use]
    pub const fn map(value: &'c Shape<'c>) -> Self {
        Object { fields: &[], anchor: None, others: Others::Each(value), patterns: &[], places: &[] }
    }

    /// The index of the field that a key names, looked for from an index on, then before it: keys mostly stand in
    /// the order of the fields.
    #[inline(never)]
    pub(crate) fn index_of(&self, document: &Document<'_>, key: &Node, from: usize) -> Option<usize> {
        if LOADS && !self.places.is_empty() {
            return self.placed(&document.text(*key));
        }
        let mut index = from;
        for _ in self.fields {
            index = if index < self.fields.len() { index } else { 0 };
            if self.fields.get(index).is_some_and(|field| document.is_inlined(key, field.name)) {
                return Some(index);
            }
            index += 1;
        }
        None
    }

    /// The index of the field of a name, by its hash.
    fn placed(&self, name: &[u8]) -> Option<usize> {
        let mask = self.places.len().wrapping_sub(1);
        for place in (hash(name)..).take(self.places.len()) {
            let index = usize::from(*self.places.get(place & mask)?);
            let field = self.fields.get(index)?;
            if equal(field.name.as_bytes(), name) {
                return Some(index);
            }
        }
        None
    }

    /// The field of a name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'c Field<'c>> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// The id that every endpoint which names one must name.
#[derive(Clone, Copy, Debug)]
pub struct Anchor<'c> {
    /// The field that has the id.
    pub field: &'c str,
    /// The path segment that goes before the id.
    pub collection: &'c str,
    /// The parameter of the query that is the id.
    pub parameter: &'c str,
}

/// A member of an object.
#[derive(Clone, Copy, Debug)]
pub struct Field<'c> {
    /// Its key.
    pub name: &'c str,
    /// What its value must be.
    pub shape: Shape<'c>,
    /// Whether it must be there.
    pub presence: Presence,
    /// Whether its value may be `null`.
    pub nullable: bool,
    /// Whether its value is nobody's, so that it may be shown to anyone: a word such as an error code.
    pub is_public: bool,
    /// Where its value goes in the canonical form.
    pub canonical: Canonical<'c>,
    /// What it means.
    pub doc: &'c str,
}

/// Whether a field must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Always.
    Required,
    /// Not at all.
    Optional,
    /// Part of a flat envelope: either all such fields are there or, with one warning, none.
    Envelope,
    /// The event's name in a flat envelope: required if the envelope is there.
    WithEnvelope,
    /// Either all such fields of the object are there, or none.
    Together,
}

/// Where a field's value goes in the canonical `data`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Canonical<'c> {
    /// Under its own name.
    Same,
    /// Under this name.
    As(&'c str),
    /// Under the first name; and under the second, the name of the value if it is a known one, else `null`.
    Named(&'c str, &'c str),
    /// Its fields take its place.
    Inline,
    /// Under this name, in an array, even if it was sent without one.
    List(&'c str),
    /// Nowhere: it becomes the CloudEvents `type`.
    Type,
}

impl<'c> Field<'c> {
    /// A field that must be there.
    #[must_use]
    pub const fn required(name: &'c str, shape: Shape<'c>) -> Self {
        Field {
            name,
            shape,
            presence: Presence::Required,
            nullable: false,
            is_public: false,
            canonical: Canonical::Same,
            doc: "",
        }
    }

    /// A field that may be absent.
    #[must_use]
    pub const fn optional(name: &'c str, shape: Shape<'c>) -> Self {
        Field::required(name, shape).when(Presence::Optional)
    }

    /// Whether an event that has no name must have it all the same.
    pub(crate) const fn is_own(&self) -> bool {
        matches!(self.presence, Presence::Required | Presence::Together) && !matches!(self.shape, Shape::Name)
    }

    /// The same field with another presence.
    #[must_use]
    pub const fn when(mut self, presence: Presence) -> Self {
        self.presence = presence;
        self
    }

    /// The same field, but it may be `null`.
    #[must_use]
    pub const fn nullable(mut self) -> Self {
        self.nullable = true;
        self
    }

    /// The same field, but what it has may be shown to anyone.
    #[must_use]
    pub const fn public(mut self) -> Self {
        self.is_public = true;
        self
    }

    /// The same field with another place in the canonical form.
    #[must_use]
    pub const fn to(mut self, canonical: Canonical<'c>) -> Self {
        self.canonical = canonical;
        self
    }

    /// The same field with a meaning in words.
    #[must_use]
    pub const fn doc(mut self, text: &'c str) -> Self {
        self.doc = doc(text);
        self
    }
}

/// What a value must be.
#[derive(Clone, Copy, Debug)]
pub enum Shape<'c> {
    /// Any JSON.
    Any,
    /// A boolean.
    Boolean,
    /// A string.
    Text(Text<'c>),
    /// A number without a fraction.
    Integer(Integer),
    /// A number.
    Number(Number),
    /// A moment.
    Time(Time),
    /// The event type's own name.
    Name,
    /// An array.
    Array(&'c Items<'c>),
    /// An object.
    Object(&'c Object<'c>),
    /// The events of an envelope.
    Events,
    /// One of these, each of which is of another JSON type.
    Union(&'c [Shape<'c>]),
    /// This, or `null`.
    Nullable(&'c Shape<'c>),
    /// What a schema says.
    Rules(&'c Rules<'c>),
    /// The shape of this number among those that the catalog defines: one that contains itself.
    Defined(u32),
    /// Nothing.
    Never,
}

impl<'c> Shape<'c> {
    /// Whether a value of a JSON type may be this.
    #[must_use]
    pub fn is_of(&self, kind: Kind) -> bool {
        match self {
            Shape::Any | Shape::Events => true,
            Shape::Text(_) | Shape::Name => kind == Kind::String,
            Shape::Time(time) => kind == Kind::String || time.or_seconds && kind == Kind::Number,
            Shape::Integer(_) | Shape::Number(_) => kind == Kind::Number,
            Shape::Boolean => matches!(kind, Kind::True | Kind::False),
            Shape::Array(_) => kind == Kind::Array,
            Shape::Object(_) => kind == Kind::Object,
            Shape::Union(shapes) => shapes.iter().any(|shape| shape.is_of(kind)),
            Shape::Nullable(shape) => kind == Kind::Null || shape.is_of(kind),
            Shape::Rules(rules) => rules.kinds.has(Kinds::of(kind)),
            Shape::Defined(_) => true,
            Shape::Never => false,
        }
    }

    /// The JSON types that it may have; of one that the catalog defines, all.
    #[inline(never)]
    #[must_use]
    pub fn kinds(&self) -> Kinds {
        match self {
            Shape::Rules(rules) if LOADS => return rules.kinds,
            Shape::Nullable(shape) if LOADS => return Kinds::NULL.or(shape.kinds()),
            _ => {}
        }
        let mut kinds = Kinds::NONE;
        for kind in [Kind::Null, Kind::True, Kind::Number, Kind::String, Kind::Array, Kind::Object] {
            if self.is_of(kind) {
                kinds = kinds.or(Kinds::of(kind));
            }
        }
        kinds
    }

    /// Of a union, the shape that a value of a JSON type must be; else the shape itself.
    #[must_use]
    pub fn branch(&'c self, kind: Kind) -> &'c Shape<'c> {
        match self {
            Shape::Union(shapes) => shapes.iter().find(|shape| shape.is_of(kind)).unwrap_or(self),
            _ => self,
        }
    }
}

/// What a string must be.
#[derive(Clone, Copy, Debug)]
pub struct Text<'c> {
    /// Its format.
    pub format: Format,
    /// How bad another format is.
    pub format_severity: Severity,
    /// Whether it may also be empty.
    pub or_empty: bool,
    /// The values that it may have, each with its name; if empty, any.
    pub values: &'c [(&'c str, &'c str)],
    /// How bad another value is.
    pub values_severity: Severity,
    /// Whether another value contradicts the event's name, rather than being absent from a list.
    pub agrees: bool,
}

impl<'c> Text<'c> {
    /// A string of a format.
    #[must_use]
    pub const fn of(format: Format) -> Self {
        Text {
            format,
            format_severity: Severity::Error,
            or_empty: false,
            values: &[],
            values_severity: Severity::Error,
            agrees: false,
        }
    }

    /// The same, but another format is only a warning.
    #[must_use]
    pub const fn format_warns(mut self) -> Self {
        self.format_severity = Severity::Warning;
        self
    }

    /// The same, but it may also be empty.
    #[must_use]
    pub const fn or_empty(mut self) -> Self {
        self.or_empty = true;
        self
    }

    /// The same with a list of values.
    #[must_use]
    pub const fn one_of(mut self, values: &'c [(&'c str, &'c str)]) -> Self {
        self.values = values;
        self
    }

    /// The same, but another value is only a warning.
    #[must_use]
    pub const fn values_warn(mut self) -> Self {
        self.values_severity = Severity::Warning;
        self
    }

    /// The same, but its one value follows from the event's name.
    #[must_use]
    pub const fn agrees(mut self) -> Self {
        self.agrees = true;
        self
    }
}

/// What a number must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Integer {
    /// 0 or 1.
    Flag,
    /// 0 or more.
    Count,
    /// Seconds since 1970, 0 or more; more than 12 digits are probably milliseconds and warn.
    Seconds,
}

/// What a number with or without a fraction must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// Any number.
    Any,
    /// From 0 to 1.
    Share,
}

/// What a moment must be.
#[derive(Clone, Copy, Debug)]
pub struct Time {
    /// How its text is spelled.
    pub style: Style,
    /// How bad a missing offset from UTC is; `None` if it may be missing.
    pub no_offset: Option<Severity>,
    /// Whether integer seconds since 1970 are also accepted.
    pub or_seconds: bool,
}

/// What an array must be.
#[derive(Debug)]
pub struct Items<'c> {
    /// Each of its elements.
    pub shape: Shape<'c>,
    /// Whether there must be one.
    pub not_empty: bool,
}

impl Items<'_> {
    /// No elements at all: what PHP sends for an object without members.
    pub const NONE: Items<'static> = Items { shape: Shape::Union(&[]), not_empty: false };

    /// Whether there can be no elements.
    #[must_use]
    pub const fn are_none(&self) -> bool {
        matches!(self.shape, Shape::Union([]))
    }
}

/// The places of the names of fields: a power of two, each with an index, or one that no field has. Of few fields
/// there are none, and of more than there are indices.
#[must_use]
pub fn places_of(fields: &[Field<'_>]) -> Vec<u16> {
    const FEW: usize = 12;
    if fields.len() <= FEW || fields.len() >= usize::from(u16::MAX) {
        return Vec::new();
    }
    let mut places = vec![u16::MAX; (3 * fields.len()).next_power_of_two()];
    let mask = places.len() - 1;
    for (index, field) in fields.iter().enumerate() {
        let mut at = hash(field.name.as_bytes()) & mask;
        while places.get(at).is_some_and(|place| *place != u16::MAX) {
            at = (at + 1) & mask;
        }
        if let Some(place) = places.get_mut(at) {
            *place = index as u16;
        }
    }
    places
}
