//! What a JSON Schema says of a value where none of the other shapes says it: each of its assertions and
//! applicators, in a form that is walked without looking anything up.

use super::{Object, Severity, Shape};
use crate::format::Format;
use crate::format::pattern::Pattern;
use crate::json::{Kind, Node};

/// The JSON types that a value may have. Numbers without a fraction are a type of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds(pub u8);

impl Kinds {
    /// None.
    pub const NONE: Kinds = Kinds(0);
    /// `null`
    pub const NULL: Kinds = Kinds(1);
    /// `true` and `false`
    pub const BOOLEAN: Kinds = Kinds(2);
    /// Numbers without a fraction: `1`, `1.0`, `1e3`.
    pub const INTEGER: Kinds = Kinds(4);
    /// Numbers with one.
    pub const FRACTION: Kinds = Kinds(8);
    /// Numbers of both kinds.
    pub const NUMBER: Kinds = Kinds(12);
    /// Strings.
    pub const STRING: Kinds = Kinds(16);
    /// Arrays.
    pub const ARRAY: Kinds = Kinds(32);
    /// Objects.
    pub const OBJECT: Kinds = Kinds(64);
    /// Any.
    pub const ALL: Kinds = Kinds(127);

    /// Whether one of these is among them.
    #[must_use]
    pub const fn has(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }

    /// These and others.
    #[must_use]
    pub const fn or(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    /// Those that are among others as well.
    #[must_use]
    pub const fn and(self, other: Kinds) -> Kinds {
        Kinds(self.0 & other.0)
    }

    /// These without others.
    #[must_use]
    pub const fn without(self, other: Kinds) -> Kinds {
        Kinds(self.0 & !other.0)
    }

    /// Those that a value of the tape may be, before its digits are looked at.
    #[must_use]
    pub const fn of(kind: Kind) -> Kinds {
        match kind {
            Kind::Null => Kinds::NULL,
            Kind::False | Kind::True => Kinds::BOOLEAN,
            Kind::Number => Kinds::NUMBER,
            Kind::String => Kinds::STRING,
            Kind::Array => Kinds::ARRAY,
            Kind::Object => Kinds::OBJECT,
        }
    }

    /// What a value of the tape is.
    #[must_use]
    pub(crate) fn of_node(node: Node, raw: &[u8]) -> Kinds {
        match node.kind {
            Kind::Number if !node.has(Node::DECIMAL) || crate::json::number::is_integral(raw) => {
                Kinds::INTEGER
            }
            Kind::Number => Kinds::FRACTION,
            kind => Kinds::of(kind),
        }
    }
}

/// Everything that a schema says of a value.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'c> {
    /// Which JSON types it may have.
    pub kinds: Kinds,
    /// The values that it may have; `None`: any.
    pub values: Option<&'c [Value<'c>]>,
    /// What a string must be.
    pub string: Option<&'c StringRules<'c>>,
    /// What a number must be.
    pub number: Option<&'c NumberRules<'c>>,
    /// What an array must be.
    pub array: Option<&'c ArrayRules<'c>>,
    /// What an object must be.
    pub object: Option<&'c ObjectRules<'c>>,
    /// What other schemas say of the same value.
    pub applied: &'c [Applied<'c>],
    /// What the elements are that nothing above has looked at.
    pub unevaluated_items: Option<&'c Shape<'c>>,
    /// What the members are that nothing above has looked at.
    pub unevaluated_members: Unevaluated<'c>,
}

impl Rules<'_> {
    /// Nothing is said yet.
    pub const ANY: Rules<'static> = Rules {
        kinds: Kinds::ALL,
        values: None,
        string: None,
        number: None,
        array: None,
        object: None,
        applied: &[],
        unevaluated_items: None,
        unevaluated_members: Unevaluated::Unsaid,
    };
}

/// What the members of an object are that none of the schemas in one place knows.
#[derive(Clone, Copy, Debug)]
pub enum Unevaluated<'c> {
    /// Nothing is said of them.
    Unsaid,
    /// Each is worth a warning.
    Unexpected,
    /// Each must be this.
    Each(&'c Shape<'c>),
}

/// A value that a schema lists.
#[derive(Clone, Copy, Debug)]
pub struct Value<'c> {
    /// As it stands there.
    pub json: &'c str,
    /// In the one spelling of all that are equal to it.
    pub spelled: &'c [u8],
}

impl Value<'_> {
    /// More values than so many are listed in the order of their spelling, so that one is found among them at once.
    pub const MANY: usize = 32;
}

/// What a string must be.
#[derive(Clone, Copy, Debug)]
pub struct StringRules<'c> {
    /// The fewest code points.
    pub min: u32,
    /// The most.
    pub max: u32,
    /// What it must match.
    pub pattern: Option<&'c Pattern<'c>>,
    /// What it must look like.
    pub format: Format,
    /// How bad another look is.
    pub format_severity: Severity,
}

/// What a number must be, its bounds as they stand in the schema.
#[derive(Clone, Copy, Debug)]
pub struct NumberRules<'c> {
    /// The least.
    pub min: Option<Bound<'c>>,
    /// The largest.
    pub max: Option<Bound<'c>>,
    /// What it must be a multiple of.
    pub multiple_of: Option<&'c str>,
}

/// An end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound<'c> {
    /// The number.
    pub at: &'c str,
    /// Whether the number itself is outside.
    pub exclusive: bool,
    /// How bad it is to be outside.
    pub severity: Severity,
}

/// What an array must be.
#[derive(Clone, Copy, Debug)]
pub struct ArrayRules<'c> {
    /// Its first elements.
    pub prefix: &'c [Shape<'c>],
    /// Those behind them.
    pub rest: Option<&'c Shape<'c>>,
    /// The fewest elements.
    pub min: u32,
    /// The most.
    pub max: u32,
    /// Whether no two may be equal.
    pub unique: bool,
    /// What some of them must be.
    pub contains: Option<&'c Contains<'c>>,
}

/// What some elements must be.
#[derive(Clone, Copy, Debug)]
pub struct Contains<'c> {
    /// This.
    pub shape: Shape<'c>,
    /// As few of them as this.
    pub min: u32,
    /// As many as this.
    pub max: u32,
    /// Whether such an element counts as looked at.
    pub evaluates: bool,
}

/// What an object must be.
#[derive(Clone, Copy, Debug)]
pub struct ObjectRules<'c> {
    /// Its members.
    pub object: &'c Object<'c>,
    /// What its keys must be.
    pub names: Option<&'c Shape<'c>>,
    /// The fewest members.
    pub min: u32,
    /// The most.
    pub max: u32,
    /// Members that require others.
    pub dependent: &'c [(&'c str, &'c [&'c str])],
}

/// Members whose keys match a pattern.
#[derive(Clone, Copy, Debug)]
pub struct PatternField<'c> {
    /// What the key matches.
    pub pattern: Pattern<'c>,
    /// What the value must be.
    pub shape: Shape<'c>,
}

/// Another schema that looks at the same value.
#[derive(Clone, Copy, Debug)]
pub enum Applied<'c> {
    /// Each of these.
    All(&'c [Shape<'c>]),
    /// One of these or several; see [`Alternatives`].
    Any(&'c Alternatives<'c>),
    /// Anything but this.
    Not(&'c Shape<'c>),
    /// Where the first fits, the second; else the third.
    If(&'c Shape<'c>, &'c Shape<'c>, &'c Shape<'c>),
    /// Where there is a member of this name, this.
    With(&'c str, &'c Shape<'c>),
}

/// Shapes, one of which a value must have.
#[derive(Clone, Copy, Debug)]
pub struct Alternatives<'c> {
    /// The shapes.
    pub shapes: &'c [Shape<'c>],
    /// Whether no second one may fit.
    pub exactly_one: bool,
    /// What tells them apart, where the schema says so.
    pub tag: Option<&'c Tag<'c>>,
}

/// A member whose value tells which of several shapes is meant.
#[derive(Clone, Copy, Debug)]
pub struct Tag<'c> {
    /// Its name.
    pub field: &'c str,
    /// Its values, each with the index of the shape.
    pub values: &'c [(&'c str, usize)],
}

/// A rule that a value does not meet, with what it says.
#[derive(Clone, Copy, Debug)]
pub enum Unmet<'c> {
    /// A number below the least.
    Min(Bound<'c>),
    /// A number above the largest.
    Max(Bound<'c>),
    /// A number that is no multiple of this.
    MultipleOf(&'c str),
    /// A string of fewer code points.
    Shorter(u32),
    /// A string of more code points.
    Longer(u32),
    /// A string that does not match.
    Pattern(&'c str),
    /// An array with fewer elements.
    FewElements(u32),
    /// An array with more elements.
    ManyElements(u32),
    /// An element that another is equal to.
    Repeated,
    /// An array with too few elements of a kind: so many.
    Contains(&'c Contains<'c>, u32),
    /// An array with too many elements of a kind.
    ContainsMany(&'c Contains<'c>, u32),
    /// An object with fewer members.
    FewMembers(u32),
    /// An object with more members.
    ManyMembers(u32),
    /// An object without the second member, which the first requires.
    Dependent(&'c str, &'c str),
    /// A value that may not be there at all.
    Nothing,
    /// A value that must not be this, and is.
    Not(&'c Shape<'c>),
    /// A value that is none of so many alternatives.
    NoAlternative(&'c [Shape<'c>], &'c [&'c Shape<'c>]),
    /// A value that is more than one of them.
    SeveralAlternatives,
    /// A value whose alternatives took too long.
    TooMuch,
}
