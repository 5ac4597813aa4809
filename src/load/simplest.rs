//! Rules → the shape that says the same and is walked fastest.

use super::Loader;
use super::schema::Context;
use crate::format::Format;
use crate::json::{Kind, value};
use crate::shape::{
    Alternatives, Applied, ArrayRules, Field, Items, Kinds, Number, Object, ObjectRules, Others, Presence,
    Rules, Shape, StringRules, Tag, Text, Unevaluated, Value,
};

impl<'c> Loader<'_, 'c> {
    /// The shape that says the same as rules and is walked faster, where there is one.
    pub(super) fn simplest(&mut self, rules: Rules<'c>) -> Shape<'c> {
        let mut inner = rules;
        let nullable =
            rules.kinds.has(Kinds::NULL) && rules.kinds != Kinds::NULL && rules.kinds != Kinds::ALL;
        if nullable && rules.applied.is_empty() {
            inner.kinds = inner.kinds.without(Kinds::NULL);
            // Where values are listed null is one of them.
            if let Some(values) = rules.values {
                let others: Vec<Value<'c>> = values
                    .iter()
                    .copied()
                    .filter(|value| value::kind_spelled(value.spelled) != Kind::Null)
                    .collect();
                inner.values = Some(self.arena.alloc_slice_copy(&others));
            }
        }
        let shape = match inner {
            _ if says_of_what_is_left(&inner) => None,
            Rules { kinds: Kinds::ALL, object: None, .. } if says_nothing_but_of_objects(&inner) => {
                Some(Shape::Any)
            }
            Rules { kinds: Kinds::NONE, .. } => Some(Shape::Never),
            Rules { kinds: Kinds::BOOLEAN, values: None, .. } => Some(Shape::Boolean),
            Rules { kinds: Kinds::NUMBER, values: None, number: None, .. } => {
                Some(Shape::Number(Number::Any))
            }
            Rules { kinds: Kinds::STRING, values, string, .. } => self.string_shape(values, string),
            Rules { kinds: Kinds::ARRAY, values: None, array, .. } => self.array_shape(array),
            Rules { kinds: Kinds::OBJECT, values: None, object, .. } => match object {
                None => Some(Shape::Object(
                    self.arena.alloc(Object { others: Others::Unsaid, ..Object::of(&[]) }),
                )),
                Some(rules) => fields_alone(rules).map(Shape::Object),
            },
            _ => None,
        };
        let shape = shape.unwrap_or_else(|| Shape::Rules(self.arena.alloc(inner)));
        match inner.kinds == rules.kinds {
            true => shape,
            false => Shape::Nullable(self.one(shape)),
        }
    }

    fn string_shape(
        &self,
        values: Option<&'c [Value<'c>]>,
        rules: Option<&'c StringRules<'c>>,
    ) -> Option<Shape<'c>> {
        let mut text = Text::of(Format::Any);
        match rules {
            None => {}
            Some(StringRules { min: 0, max: u32::MAX, pattern: None, format, format_severity }) => {
                (text.format, text.format_severity) = (*format, *format_severity);
            }
            Some(StringRules { min: 1, max: u32::MAX, pattern: None, format: Format::Any, .. }) => {
                text.format = Format::NonEmpty;
            }
            Some(_) => return None,
        }
        if let Some(values) = values {
            if values.len() > Value::MANY {
                return None;
            }
            let texts = values.iter().filter(|value| value::kind_spelled(value.spelled) == Kind::String);
            let listed: Vec<(&'c str, &'c str)> = texts.map(|value| (value.json, value.json)).collect();
            if listed.is_empty() {
                return Some(Shape::Never);
            }
            text.values = self.arena.alloc_slice_copy(&listed);
        }
        Some(Shape::Text(text))
    }

    fn array_shape(&self, rules: Option<&'c ArrayRules<'c>>) -> Option<Shape<'c>> {
        let items = match rules {
            None => Items { shape: Shape::Any, not_empty: false },
            Some(ArrayRules {
                prefix: [],
                rest,
                min: min @ 0..=1,
                max: u32::MAX,
                unique: false,
                contains: None,
            }) => Items { shape: rest.copied().unwrap_or(Shape::Any), not_empty: *min == 1 },
            Some(_) => return None,
        };
        Some(Shape::Array(self.arena.alloc(items)))
    }

    /// Objects that all say something of the fields of the same value, as one.
    pub(super) fn merged(&mut self, rules: &Rules<'c>, context: Context) -> Option<Shape<'c>> {
        let [Applied::All(shapes)] = *rules.applied else { return None };
        let own = match rules.object {
            None => None,
            Some(rules) => Some(fields_alone(rules)?),
        };
        let rest = says_nothing_but_of_objects(rules)
            && rules.kinds.has(Kinds::OBJECT)
            && rules.unevaluated_items.is_none()
            && !matches!(rules.unevaluated_members, Unevaluated::Each(_));
        if !rest {
            return None;
        }
        let mut objects: Vec<&'c Object<'c>> = Vec::new();
        for shape in shapes {
            match shape {
                Shape::Object(object) => objects.push(object),
                // Required fields and the like, of any value.
                Shape::Rules(own)
                    if (!objects.is_empty() || rules.kinds == Kinds::OBJECT)
                        && own.kinds == Kinds::ALL
                        && says_nothing_but_of_objects(own)
                        && !says_of_what_is_left(own) =>
                {
                    objects.push(fields_alone(own.object?)?);
                }
                _ => return None,
            }
        }
        objects.extend(own);
        let mut fields: Vec<Field<'c>> = Vec::new();
        let mut open = false;
        for object in &objects {
            match object.others {
                Others::Unsaid | Others::Unexpected => {}
                Others::Open => open = true,
                Others::Each(_) | Others::Forbidden => return None,
            }
            if !object.patterns.is_empty() || fields.len() + object.fields.len() > 256 {
                return None;
            }
            for field in object.fields {
                let Some(known) = fields.iter_mut().find(|known| known.name == field.name) else {
                    fields.push(*field);
                    continue;
                };
                let required = known.presence == Presence::Required || field.presence == Presence::Required;
                if matches!(known.shape, Shape::Any) {
                    *known = *field;
                } else if !matches!(field.shape, Shape::Any) {
                    if !same_shape(&known.shape, &field.shape) {
                        return None;
                    }
                    known.nullable &= field.nullable;
                }
                known.presence = if required { Presence::Required } else { Presence::Optional };
            }
        }
        let others = match (open, context.inside) {
            (true, _) => Others::Open,
            (_, true) => Others::Unsaid,
            _ if fields.is_empty() => Others::Unsaid,
            _ => Others::Unexpected,
        };
        let object = self.object(fields, others, &[]);
        Some(Shape::Object(object))
    }

    /// A shape that was made as one of several, and is the only one: what it does not know is unexpected.
    pub(super) fn outermost(&mut self, shape: Shape<'c>) -> Shape<'c> {
        match shape {
            Shape::Object(object) if matches!(object.others, Others::Unsaid) && !object.fields.is_empty() => {
                Shape::Object(self.arena.alloc(Object { others: Others::Unexpected, ..*object }))
            }
            Shape::Nullable(inner) => {
                let inner = self.outermost(*inner);
                Shape::Nullable(self.one(inner))
            }
            Shape::Union(shapes) => {
                let shapes: Vec<Shape<'c>> = shapes.iter().map(|shape| self.outermost(*shape)).collect();
                Shape::Union(self.shapes_of(&shapes))
            }
            Shape::Rules(rules)
                if matches!(rules.unevaluated_members, Unevaluated::Unsaid)
                    && !rules.applied.is_empty()
                    && self.knows_fields(rules, 8) =>
            {
                let unevaluated_members = Unevaluated::Unexpected;
                Shape::Rules(self.arena.alloc(Rules { unevaluated_members, ..*rules }))
            }
            shape => shape,
        }
    }

    /// Whether rules say which fields an object has, be it by other shapes of the same value.
    pub(super) fn knows_fields(&self, rules: &Rules<'c>, depth: u32) -> bool {
        rules.object.is_some_and(|rules| !rules.object.fields.is_empty())
            || rules.applied.iter().any(|applied| match applied {
                Applied::All(shapes) => shapes.iter().any(|shape| self.shape_knows_fields(shape, depth)),
                Applied::Any(alternatives) => {
                    alternatives.shapes.iter().any(|shape| self.shape_knows_fields(shape, depth))
                }
                _ => false,
            })
    }

    fn shape_knows_fields(&self, shape: &Shape<'c>, depth: u32) -> bool {
        match shape {
            Shape::Object(object) => !object.fields.is_empty(),
            Shape::Rules(rules) => depth > 0 && self.knows_fields(rules, depth - 1),
            Shape::Nullable(inner) => depth > 0 && self.shape_knows_fields(inner, depth - 1),
            // It is being made.
            Shape::Defined(_) => true,
            _ => false,
        }
    }

    /// `anyOf` and `oneOf` as the simplest shape that says the same.
    pub(super) fn alternatives(
        &mut self,
        shapes: &'c [Shape<'c>],
        exactly_one: bool,
        tag: Option<&'c Tag<'c>>,
    ) -> Option<Shape<'c>> {
        if let [shape] = *shapes {
            return Some(shape).filter(|shape| !matches!(shape, Shape::Any));
        }
        let is_null = |shape: &Shape<'c>| matches!(shape, Shape::Rules(rules) if rules.kinds == Kinds::NULL && rules.values.is_none());
        let (mut seen, mut all) = (Kinds::NONE, Kinds::NONE);
        let mut apart = true;
        let mut others: Vec<Shape<'c>> = Vec::new();
        for shape in shapes {
            let of = kinds(shape);
            // Integers and other numbers are one JSON type in a union.
            let wide = match of {
                Some(kinds) if kinds.has(Kinds::NUMBER) => kinds.or(Kinds::NUMBER),
                _ => of.unwrap_or(Kinds::ALL),
            };
            apart &= of.is_some() && !seen.has(wide);
            seen = seen.or(wide);
            all = all.or(of.unwrap_or(Kinds::ALL));
            if !is_null(shape) {
                others.push(*shape);
            }
        }
        if apart {
            let inner = match *others {
                [shape] => shape,
                _ => Shape::Union(self.shapes_of(&others)),
            };
            let nullable = others.len() < shapes.len();
            return Some(if nullable { Shape::Nullable(self.one(inner)) } else { inner });
        }
        let alternatives = self.arena.alloc(Alternatives { shapes, exactly_one, tag });
        let applied = self.arena.alloc([Applied::Any(alternatives)]);
        Some(Shape::Rules(self.arena.alloc(Rules { applied, kinds: all, ..Rules::ANY })))
    }
}

/// What an object's fields must be, where nothing else is said of it.
fn fields_alone<'c>(rules: &ObjectRules<'c>) -> Option<&'c Object<'c>> {
    let alone =
        rules.names.is_none() && (rules.min, rules.max) == (0, u32::MAX) && rules.dependent.is_empty();
    alone.then_some(rules.object)
}

pub(super) fn says_nothing_but_of_objects(rules: &Rules<'_>) -> bool {
    rules.values.is_none() && rules.string.is_none() && rules.number.is_none() && rules.array.is_none()
}

/// Whether other schemas look at the value, or at what is left of it.
fn says_of_what_is_left(rules: &Rules<'_>) -> bool {
    !rules.applied.is_empty()
        || rules.unevaluated_items.is_some()
        || !matches!(rules.unevaluated_members, Unevaluated::Unsaid)
}

/// Whether two shapes are one.
fn same_shape(one: &Shape<'_>, other: &Shape<'_>) -> bool {
    match (one, other) {
        (Shape::Object(one), Shape::Object(other)) => std::ptr::eq(*one, *other),
        (Shape::Rules(one), Shape::Rules(other)) => std::ptr::eq(*one, *other),
        (Shape::Boolean, Shape::Boolean) => true,
        (Shape::Text(one), Shape::Text(other)) => {
            one.format == other.format && one.values.is_empty() && other.values.is_empty()
        }
        _ => false,
    }
}

/// The JSON types of a shape that is made; `None` for one that is not yet.
fn kinds(shape: &Shape<'_>) -> Option<Kinds> {
    match shape {
        Shape::Defined(_) => None,
        Shape::Nullable(inner) => Some(Kinds::NULL.or(kinds(inner)?)),
        shape => Some(shape.kinds()),
    }
}
