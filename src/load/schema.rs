//! A schema → the shape that says the same.

use super::dialect::Dialect;
use super::keywords::{Keyword, Keywords};
use super::reference::Target;
use super::{Loader, Place};
use crate::finding::{Code, Severity};
use crate::format::Format;
use crate::format::pattern::{self, Pattern, Refusal};
use crate::json::string::{cat, lossy};
use crate::json::{Document, Kind, NodeId, number, sort, value};
use crate::shape::{
    Alternatives, Applied, ArrayRules, Bound, Canonical, Contains, Field, Items, Kinds, Number, NumberRules,
    Object, ObjectRules, Others, PatternField, Presence, Rules, Shape, StringRules, Tag, Text, Unevaluated,
    Value,
};

/// How many schemas may look at the same value inside of each other, references followed.
const DEEPEST: u32 = 100;

/// The schemas of values that stand deeper than so many schemas are read when those around them are: what leads from
/// one to another has no end, and the stack has.
const DEEP: u32 = 60;

/// How many schemas may be looked at: so many, and so many times those of the documents. Only scopes of dynamic
/// references, in each of which all schemas are looked at anew, can make it more.
const MOST_LOOKS: usize = 1 << 18;
const MOST_TIMES: usize = 4;

/// The most characters of a number in a schema.
const LONGEST_NUMBER: usize = 1000;

/// A schema as far as it was looked at.
#[derive(Clone, Copy)]
pub(super) enum State<'c> {
    /// Its shape is being made: the number that it will have in the catalog, where another refers to it meanwhile,
    /// and how many values inside of each other lead to it.
    Begun(Option<u32>, u32),
    /// It is read later, and will have this number.
    Later(u32),
    Done(Shape<'c>),
}

/// Where a schema stands.
#[derive(Clone, Copy)]
pub(super) struct Context {
    pub resource: u32,
    /// The dynamic anchors that are outermost.
    pub scope: u32,
    /// Whether another schema looks at the same value.
    pub inside: bool,
    pub depth: u32,
    /// How many values inside of each other lead here.
    pub descents: u32,
    /// How many schemas of the same value lead here, one to another.
    pub here: u32,
}

impl Context {
    /// That of a schema of a value inside.
    fn below(self) -> Context {
        Context { inside: false, depth: self.depth + 1, descents: self.descents + 1, here: 0, ..self }
    }

    /// That of a schema of the same value.
    fn beside(self) -> Context {
        Context { inside: true, depth: self.depth + 1, here: self.here + 1, ..self }
    }
}

impl<'a, 'c> Loader<'a, 'c> {
    /// The shape of a schema. Each is looked at once.
    pub(super) fn shape(&mut self, place: Place, context: Context) -> Shape<'c> {
        let (mut place, mut context) = (place, context);
        if let Some(resource) = self.resource_of.get(place.key())
            && resource != context.resource
        {
            context.resource = resource;
            context.scope = self.entered(context.scope, resource);
        }
        let document = self.document(place);
        match document.node(place.node).kind {
            Kind::True => return Shape::Any,
            Kind::False => return Shape::Never,
            Kind::Object => {}
            _ => {
                self.problem(place, Code::WrongType, "a schema: an object, `true` or `false`", "");
                return Shape::Any;
            }
        }
        let (_, node) = place.key();
        let key = (node, u64::from(context.scope) << 1 | u64::from(context.inside));
        place.document = place.document.min(u16::MAX.into());
        let key = (key.0 | u64::from(place.document) << 32, key.1);
        if let Some(index) = self.state_of.get(key) {
            return match self.states.get(index as usize) {
                Some(State::Done(shape)) => *shape,
                Some(State::Begun(_, descents)) if *descents == context.descents => {
                    let expected = "a schema that does not refer to itself for the same value";
                    self.problem(place, Code::UnmetRule, expected, "one that does");
                    Shape::Any
                }
                Some(State::Begun(Some(number), _)) => Shape::Defined(*number),
                Some(State::Later(number)) if context.here == 0 => Shape::Defined(*number),
                Some(State::Later(number)) => {
                    let number = *number;
                    self.begin(index, Some(number), place, context)
                }
                _ => {
                    let number = self.definitions.len() as u32;
                    self.definitions.push(&Shape::Any);
                    if let Some(State::Begun(known, _)) = self.states.get_mut(index as usize) {
                        *known = Some(number);
                    }
                    Shape::Defined(number)
                }
            };
        }
        let nodes: usize = self.documents.iter().map(|given| given.document.nodes().len()).sum();
        self.looks += 1;
        if self.looks > MOST_LOOKS + MOST_TIMES * nodes {
            let expected = "schemas that dynamic references lead to less often";
            self.problem(Place { node: Document::ROOT, ..place }, Code::TooLarge, expected, "more");
            return Shape::Any;
        }
        if context.here > DEEPEST {
            let expected = "at most 100 schemas of the same value inside of each other, references followed";
            self.problem(place, Code::TooDeep, expected, "more");
            return Shape::Any;
        }
        let index = self.states.len() as u32;
        self.state_of.set(key, index);
        if context.here == 0 && context.depth > DEEP {
            let number = self.definitions.len() as u32;
            self.definitions.push(&Shape::Any);
            self.states.push(State::Later(number));
            self.later.push((index, place, Context { depth: 0, descents: 0, ..context }));
            return Shape::Defined(number);
        }
        self.states.push(State::Later(0));
        self.begin(index, None, place, context)
    }

    /// Reads a schema, which may have a number already.
    fn begin(&mut self, index: u32, number: Option<u32>, place: Place, context: Context) -> Shape<'c> {
        if let Some(state) = self.states.get_mut(index as usize) {
            *state = State::Begun(number, context.descents);
        }
        let shape = self.read(place, context);
        if let Some(state) = self.states.get_mut(index as usize) {
            if let State::Begun(Some(number), _) = *state
                && let Some(definition) = self.definitions.get_mut(number as usize)
            {
                *definition = self.arena.alloc(shape);
            }
            *state = State::Done(shape);
        }
        shape
    }

    /// Reads the schemas that stood too deep to be read where they were met.
    pub(super) fn read_later(&mut self) {
        while let Some((index, place, context)) = self.later.pop() {
            if let Some(State::Later(number)) = self.states.get(index as usize) {
                let number = *number;
                self.begin(index, Some(number), place, context);
            }
        }
    }

    fn dialect(&self, context: Context) -> Dialect {
        self.resources.get(context.resource as usize).map_or(Dialect::DRAFT_2020_12, |it| it.dialect)
    }

    fn read(&mut self, place: Place, context: Context) -> Shape<'c> {
        let document = self.document(place);
        let keywords = Keywords::of(&document, place.node);
        let dialect = self.dialect(context);
        if dialect.ref_alone && keywords.has(Keyword::Ref) {
            return self.referred(place, &keywords, context).unwrap_or(Shape::Any);
        }
        if let Some(x) = keywords.get(Keyword::XHooklens)
            && let Some(shape) = self.annotated(place, place.at(x), &keywords)
        {
            return shape;
        }
        let mut rules = Rules::ANY;
        rules.kinds = self.kinds(place, &keywords, dialect);
        rules.values = self.values(place, &keywords);
        if let Some(values) = rules.values {
            rules.kinds = rules.kinds.and(self.kinds_of(values));
        }
        let references = [Keyword::Ref, Keyword::DynamicRef, Keyword::RecursiveRef];
        let beside = keywords.count(&[
            Keyword::AllOf,
            Keyword::AnyOf,
            Keyword::OneOf,
            Keyword::Not,
            Keyword::If,
            Keyword::DependentSchemas,
            Keyword::Dependencies,
        ]) + keywords.count(&references);
        let own = Context { inside: context.inside || beside > 0, ..context };
        rules.string = self.string_rules(place, &keywords);
        rules.number = self.number_rules(place, &keywords, dialect);
        rules.array = self.array_rules(place, &keywords, dialect, own);
        let dependencies = self.object_rules(place, &keywords, own, &mut rules);
        let mut applied: Vec<Applied<'c>> = Vec::new();
        let mut all: Vec<Shape<'c>> = Vec::new();
        for keyword in references {
            if keywords.has(keyword) {
                all.extend(self.referred(place, &keywords, Context { inside: own.inside, ..context }));
                break;
            }
        }
        if keywords.count(&references) > 1 {
            for (keyword, other) in
                [(Keyword::DynamicRef, Keyword::Ref), (Keyword::RecursiveRef, Keyword::Ref)]
            {
                if keywords.has(keyword) && keywords.has(other) {
                    all.extend(self.dynamic(place, &keywords, own));
                }
            }
        }
        if let Some(list) = self.list(place, &keywords, Keyword::AllOf) {
            for schema in list {
                all.push(self.shape(schema, context.beside()));
            }
        }
        all.retain(|shape| !matches!(shape, Shape::Any));
        for (keyword, exactly_one) in [(Keyword::AnyOf, false), (Keyword::OneOf, true)] {
            if let Some(list) = self.list(place, &keywords, keyword) {
                let shapes: Vec<Shape<'c>> =
                    list.iter().map(|schema| self.shape(*schema, context.beside())).collect();
                let tag = self.tag(place, &keywords, &list);
                all.extend(self.alternatives(shapes, exactly_one, tag));
            }
        }
        // What applies to the same value and was made one shape needs nothing else.
        let plain = rules.kinds == Kinds::ALL
            && rules.values.is_none()
            && rules.string.is_none()
            && rules.number.is_none()
            && rules.array.is_none()
            && rules.object.is_none()
            && !keywords.has(Keyword::Not)
            && !keywords.has(Keyword::If)
            && dependencies.is_empty()
            && !keywords.has(Keyword::UnevaluatedItems)
            && !keywords.has(Keyword::UnevaluatedProperties);
        if plain && all.len() == 1 {
            let shape = all.first().copied().unwrap_or(Shape::Any);
            return if context.inside { shape } else { self.outermost(shape) };
        }
        if !all.is_empty() {
            applied.push(Applied::All(self.arena.alloc_slice_copy(&all)));
        }
        if let Some(schema) = keywords.get(Keyword::Not) {
            let shape = self.shape(place.at(schema), context.beside());
            applied.push(Applied::Not(self.arena.alloc(shape)));
        }
        if let Some(test) = keywords.get(Keyword::If) {
            let shape = |loader: &mut Self, keyword| -> &'c Shape<'c> {
                let schema: Option<NodeId> = keywords.get(keyword);
                let shape =
                    schema.map_or(Shape::Any, |schema| loader.shape(place.at(schema), context.beside()));
                loader.arena.alloc(shape)
            };
            let _ = test;
            let parts = [Keyword::If, Keyword::Then, Keyword::Else].map(|keyword| shape(self, keyword));
            let [test, then, otherwise] = parts;
            applied.push(Applied::If(test, then, otherwise));
        }
        for (name, shape) in dependencies {
            applied.push(Applied::With(name, self.arena.alloc(shape)));
        }
        rules.applied = self.arena.alloc_slice_copy(&applied);
        if let Some(schema) = keywords.get(Keyword::UnevaluatedItems) {
            let shape = self.shape(place.at(schema), context.below());
            rules.unevaluated_items = Some(self.arena.alloc(shape));
        }
        if let Some(schema) = keywords.get(Keyword::UnevaluatedProperties) {
            let shape = self.shape(place.at(schema), context.below());
            rules.unevaluated_members = Unevaluated::Each(self.arena.alloc(shape));
        } else if !context.inside && !applied.is_empty() && self.knows_fields(&rules, 8) {
            rules.unevaluated_members = Unevaluated::Unexpected;
        }
        if let Some(merged) = self.merged(&rules, context) {
            return merged;
        }
        self.simplest(rules)
    }

    /// The shape that says the same as rules and is walked faster, where there is one.
    fn simplest(&mut self, rules: Rules<'c>) -> Shape<'c> {
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
            _ if !inner.applied.is_empty()
                || inner.unevaluated_items.is_some()
                || !matches!(inner.unevaluated_members, Unevaluated::Unsaid) =>
            {
                None
            }
            Rules {
                kinds: Kinds::ALL,
                values: None,
                string: None,
                number: None,
                array: None,
                object: None,
                ..
            } => Some(Shape::Any),
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
                Some(ObjectRules { object, names: None, min: 0, max: u32::MAX, dependent: [] }) => {
                    Some(Shape::Object(object))
                }
                Some(_) => None,
            },
            _ => None,
        };
        let shape = shape.unwrap_or_else(|| Shape::Rules(self.arena.alloc(inner)));
        match inner.kinds == rules.kinds {
            true => shape,
            false => Shape::Nullable(self.arena.alloc(shape)),
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
    fn merged(&mut self, rules: &Rules<'c>, context: Context) -> Option<Shape<'c>> {
        let [Applied::All(shapes)] = *rules.applied else { return None };
        let own = match rules.object {
            None => None,
            Some(ObjectRules { object, names: None, min: 0, max: u32::MAX, dependent: [] }) => Some(*object),
            Some(_) => return None,
        };
        let rest = rules.values.is_none()
            && rules.string.is_none()
            && rules.number.is_none()
            && rules.array.is_none()
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
                Shape::Rules(Rules {
                    kinds: Kinds::ALL,
                    values: None,
                    string: None,
                    number: None,
                    array: None,
                    object: Some(ObjectRules { object, names: None, min: 0, max: u32::MAX, dependent: [] }),
                    applied: [],
                    unevaluated_items: None,
                    unevaluated_members: Unevaluated::Unsaid,
                }) if !objects.is_empty() || rules.kinds == Kinds::OBJECT => objects.push(object),
                _ => return None,
            }
        }
        objects.extend(own);
        if !rules.kinds.has(Kinds::OBJECT) {
            return None;
        }
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
                } else if !matches!(field.shape, Shape::Any) && !same_shape(&known.shape, &field.shape) {
                    return None;
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
    fn outermost(&mut self, shape: Shape<'c>) -> Shape<'c> {
        match shape {
            Shape::Object(object) if matches!(object.others, Others::Unsaid) && !object.fields.is_empty() => {
                Shape::Object(self.arena.alloc(Object { others: Others::Unexpected, ..*object }))
            }
            Shape::Nullable(inner) => {
                let inner = self.outermost(*inner);
                Shape::Nullable(self.arena.alloc(inner))
            }
            Shape::Union(shapes) => {
                let shapes: Vec<Shape<'c>> = shapes.iter().map(|shape| self.outermost(*shape)).collect();
                Shape::Union(self.arena.alloc_slice_copy(&shapes))
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
    fn knows_fields(&self, rules: &Rules<'c>, depth: u32) -> bool {
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
    fn alternatives(
        &mut self,
        mut shapes: Vec<Shape<'c>>,
        exactly_one: bool,
        tag: Option<&'c Tag<'c>>,
    ) -> Option<Shape<'c>> {
        if !exactly_one && shapes.iter().any(|shape| matches!(shape, Shape::Any)) && shapes.len() == 1 {
            return None;
        }
        if let [shape] = *shapes {
            return Some(shape);
        }
        let is_null = |shape: &Shape<'c>| matches!(shape, Shape::Rules(rules) if rules.kinds == Kinds::NULL && rules.values.is_none());
        let kinds: Vec<Option<Kinds>> = shapes.iter().map(kinds).collect();
        let mut seen = Kinds::NONE;
        let apart = kinds.iter().all(|kinds| {
            kinds.is_some_and(|kinds| {
                // Integers and other numbers are one JSON type in a union.
                let kinds = if kinds.has(Kinds::NUMBER) { kinds.or(Kinds::NUMBER) } else { kinds };
                let apart = !seen.has(kinds);
                seen = seen.or(kinds);
                apart
            })
        });
        if apart {
            let nulls = shapes.iter().filter(|shape| is_null(shape)).count();
            shapes.retain(|shape| !is_null(shape));
            let inner = match *shapes {
                [shape] => shape,
                _ => Shape::Union(self.arena.alloc_slice_copy(&shapes)),
            };
            return Some(if nulls > 0 { Shape::Nullable(self.arena.alloc(inner)) } else { inner });
        }
        let shapes = self.arena.alloc_slice_copy(&shapes);
        let alternatives = self.arena.alloc(Alternatives { shapes, exactly_one, tag });
        let applied = self.arena.alloc([Applied::Any(alternatives)]);
        let kinds = kinds.iter().fold(Kinds::NONE, |all, kinds| all.or(kinds.unwrap_or(Kinds::ALL)));
        Some(Shape::Rules(self.arena.alloc(Rules { applied, kinds, ..Rules::ANY })))
    }

    /// What a reference leads to, and what its scope becomes.
    fn referred(&mut self, place: Place, keywords: &Keywords, context: Context) -> Option<Shape<'c>> {
        match keywords.get(Keyword::Ref) {
            Some(at) => {
                let at = place.at(at);
                let Some(reference) = self.string(at) else {
                    self.problem(at, Code::WrongType, "a URI reference", "");
                    return None;
                };
                let Some(target) = self.target(context.resource, &reference) else {
                    self.problem(at, Code::UnexpectedValue, "a reference into a document that was given", "");
                    return None;
                };
                Some(self.led(target, context))
            }
            None => self.dynamic(place, keywords, context),
        }
    }

    fn dynamic(&mut self, place: Place, keywords: &Keywords, context: Context) -> Option<Shape<'c>> {
        let (at, recursive) = match keywords.get(Keyword::DynamicRef) {
            Some(at) => (at, false),
            None => (keywords.get(Keyword::RecursiveRef)?, true),
        };
        let at = place.at(at);
        let reference = self.string(at).unwrap_or_default();
        let Some(found) = self.target(context.resource, &reference) else {
            self.problem(at, Code::UnexpectedValue, "a reference into a document that was given", "");
            return None;
        };
        let name = match recursive {
            true => String::new(),
            false => super::uri::decoded(super::uri::split(&reference).1.unwrap_or_default()),
        };
        let target = self.dynamic_target(context.scope, found, &name);
        Some(self.led(target, context))
    }

    fn led(&mut self, target: Target, context: Context) -> Shape<'c> {
        let scope = match target.resource == context.resource {
            true => context.scope,
            false => self.entered(context.scope, target.resource),
        };
        let context = Context {
            resource: target.resource,
            scope,
            depth: context.depth + 1,
            here: context.here + 1,
            ..context
        };
        self.shape(target.place, context)
    }

    /// The schemas of a list.
    fn list(&mut self, place: Place, keywords: &Keywords, keyword: Keyword) -> Option<Vec<Place>> {
        let at = place.at(keywords.get(keyword)?);
        let document = self.document(at);
        if document.node(at.node).kind != Kind::Array {
            self.problem(at, Code::WrongType, "an array of schemas", "");
            return None;
        }
        Some(document.elements(at.node).map(|schema| at.at(schema)).collect())
    }

    fn kinds(&mut self, place: Place, keywords: &Keywords, dialect: Dialect) -> Kinds {
        let Some(at) = keywords.get(Keyword::Type) else { return Kinds::ALL };
        let document = self.document(place);
        let mut names: Vec<NodeId> = document.elements(at).collect();
        if document.node(at).kind != Kind::Array {
            names.push(at);
        }
        let mut kinds = Kinds::NONE;
        for at in names {
            let name = self.string(place.at(at)).unwrap_or_default();
            kinds = kinds.or(match &*name {
                "null" => Kinds::NULL,
                "boolean" => Kinds::BOOLEAN,
                "integer" => Kinds::INTEGER,
                "number" => Kinds::NUMBER,
                "string" => Kinds::STRING,
                "array" => Kinds::ARRAY,
                "object" => Kinds::OBJECT,
                _ => {
                    let expected = "`null`, `boolean`, `integer`, `number`, `string`, `array` or `object`";
                    self.problem(place.at(at), Code::UnexpectedValue, expected, "");
                    Kinds::ALL
                }
            });
        }
        let nullable = keywords.get(Keyword::Nullable).filter(|_| dialect.open_api_3_0);
        match nullable.map(|at| document.node(at).kind) {
            Some(Kind::True) => kinds.or(Kinds::NULL),
            _ => kinds,
        }
    }

    fn kinds_of(&self, values: &[Value<'_>]) -> Kinds {
        let of = |listed: &Value<'_>| Kinds::of(value::kind_spelled(listed.spelled));
        values.iter().fold(Kinds::NONE, |kinds, listed| kinds.or(of(listed)))
    }

    fn values(&mut self, place: Place, keywords: &Keywords) -> Option<&'c [Value<'c>]> {
        let document = self.document(place);
        let mut nodes: Option<Vec<NodeId>> = keywords.get(Keyword::Const).map(|at| vec![at]);
        if let Some(at) = keywords.get(Keyword::Enum) {
            if document.node(at).kind != Kind::Array {
                self.problem(place.at(at), Code::WrongType, "an array of values", "");
                return None;
            }
            let listed: Vec<NodeId> = document.elements(at).collect();
            nodes = Some(match nodes {
                None => listed,
                Some(constants) => {
                    let spelled = |at: &NodeId| value::spelled(&document, *at);
                    let allowed: Vec<Vec<u8>> = listed.iter().map(spelled).collect();
                    constants.into_iter().filter(|at| allowed.contains(&spelled(at))).collect()
                }
            });
        }
        let mut values: Vec<Value<'c>> = Vec::new();
        for at in nodes? {
            let node = document.node(at);
            let json = match node.kind {
                Kind::String => lossy(&document.text(node)),
                _ => lossy(document.raw(at)),
            };
            let spelled = value::spelled(&document, at);
            values.push(Value {
                json: self.arena.alloc_str(&json),
                spelled: self.arena.alloc_slice_copy(&spelled),
            });
        }
        if values.len() > Value::MANY {
            let spelled = |at: usize| values.get(at).map(|value| value.spelled);
            let order = sort::order(values.len(), &|a, b| spelled(a).cmp(&spelled(b)));
            values = order.into_iter().filter_map(|at| values.get(at).copied()).collect();
        }
        Some(self.arena.alloc_slice_copy(&values))
    }

    /// A count in a schema.
    fn count(&mut self, place: Place, keywords: &Keywords, keyword: Keyword, absent: u32) -> u32 {
        let Some(at) = keywords.get(keyword) else { return absent };
        let document = self.document(place);
        let raw = document.raw(at);
        let is_count =
            document.node(at).kind == Kind::Number && raw.first() != Some(&b'-') && number::is_integral(raw);
        if !is_count {
            self.problem(place.at(at), Code::WrongType, "a non-negative integer", "");
            return absent;
        }
        number::integer(raw, true).and_then(|count| u32::try_from(count).ok()).unwrap_or(u32::MAX)
    }

    fn string_rules(&mut self, place: Place, keywords: &Keywords) -> Option<&'c StringRules<'c>> {
        use Keyword as K;
        if keywords.count(&[K::MinLength, K::MaxLength, K::Pattern, K::Format]) == 0 {
            return None;
        }
        let min = self.count(place, keywords, K::MinLength, 0);
        let max = self.count(place, keywords, K::MaxLength, u32::MAX);
        let pattern = keywords.get(K::Pattern).and_then(|at| {
            let source = self.string(place.at(at));
            self.pattern(place.at(at), source)
        });
        let pattern = pattern.map(|pattern| &*self.arena.alloc(pattern));
        let format = keywords.get(K::Format).and_then(|at| self.string(place.at(at)));
        let format = format.and_then(|name| self.format(&name)).unwrap_or(Format::Any);
        if min == 0 && max == u32::MAX && pattern.is_none() && format == Format::Any {
            return None;
        }
        let format_severity = self.format_severity(place);
        Some(self.arena.alloc(StringRules { min, max, pattern, format, format_severity }))
    }

    fn format_severity(&self, place: Place) -> Severity {
        let assert = self.documents.get(place.document as usize).is_some_and(|given| given.assert_formats);
        if assert { Severity::Error } else { Severity::Warning }
    }

    fn format(&mut self, name: &str) -> Option<Format> {
        const OF_NUMBERS: [&str; 4] = ["int32", "int64", "float", "double"];
        let format = Format::by_name(name);
        if format.is_none() && !OF_NUMBERS.contains(&name) {
            let name = &*self.arena.alloc_str(name);
            if self.format_names.put(name.as_bytes()).1 {
                self.unknown_formats.push(name);
            }
        }
        format
    }

    /// A pattern, compiled.
    fn pattern(&mut self, at: Place, source: Option<String>) -> Option<Pattern<'c>> {
        let Some(source) = source else {
            self.problem(at, Code::WrongType, "a regular expression", "");
            return None;
        };
        match pattern::compile(&source) {
            Ok(compiled) => Some(Pattern {
                source: self.arena.alloc_str(&source),
                ops: self.arena.alloc_slice_copy(&compiled.ops),
                ranges: self.arena.alloc_slice_copy(&compiled.ranges),
            }),
            Err(Refusal::Syntax) => {
                self.problem(at, Code::BadFormat, "a regular expression as in ECMAScript", "");
                None
            }
            Err(Refusal::TooLarge) => {
                self.problem(at, Code::TooLarge, "a shorter regular expression", "");
                None
            }
            Err(Refusal::Unsupported(what)) => {
                let found = cat(&[what, ", which cannot be matched in linear time"]);
                self.problem(
                    at,
                    Code::UnmetRule,
                    "a regular expression without look-around and back-references",
                    &found,
                );
                None
            }
        }
    }

    fn number_rules(
        &mut self,
        place: Place,
        keywords: &Keywords,
        dialect: Dialect,
    ) -> Option<&'c NumberRules<'c>> {
        use Keyword as K;
        let document = self.document(place);
        let format = keywords.get(K::Format).and_then(|at| self.string(place.at(at)));
        let mut bounds = [None; 2];
        let ends = [(K::Minimum, K::ExclusiveMinimum), (K::Maximum, K::ExclusiveMaximum)];
        for (end, (keyword, exclusive)) in bounds.iter_mut().zip(ends) {
            let old = dialect.draft_4 || dialect.open_api_3_0;
            let is_true = keywords.get(exclusive).is_some_and(|at| document.node(at).kind == Kind::True);
            let inclusive = self.bound(place, keywords, keyword, old && is_true);
            let exclusive = if old { None } else { self.bound(place, keywords, exclusive, true) };
            *end = match (inclusive, exclusive) {
                (Some(one), Some(other)) => {
                    let order = number::compare(one.at.as_bytes(), other.at.as_bytes());
                    let other_counts = match keyword {
                        K::Minimum => order.is_le(),
                        _ => order.is_ge(),
                    };
                    Some(if other_counts { other } else { one })
                }
                (one, other) => one.or(other),
            };
        }
        let [mut min, mut max] = bounds;
        let severity = self.format_severity(place);
        let (least, largest) = match format.as_deref() {
            Some("int32") => ("-2147483648", "2147483647"),
            Some("int64") => ("-9223372036854775808", "9223372036854775807"),
            _ => ("", ""),
        };
        if !least.is_empty() {
            min = min.or(Some(Bound { at: least, exclusive: false, severity }));
            max = max.or(Some(Bound { at: largest, exclusive: false, severity }));
        }
        let multiple_of = keywords.get(K::MultipleOf).and_then(|at| {
            let raw = document.raw(at);
            if document.node(at).kind != Kind::Number || raw.first() == Some(&b'-') {
                self.problem(place.at(at), Code::WrongType, "a number greater than 0", "");
                return None;
            }
            if number::is_multiple(b"1", raw).is_none() {
                self.problem(
                    place.at(at),
                    Code::UnmetRule,
                    "a number greater than 0 of at most 18 digits",
                    "",
                );
                return None;
            }
            Some(&*self.arena.alloc_str(&lossy(raw)))
        });
        if min.is_none() && max.is_none() && multiple_of.is_none() {
            return None;
        }
        Some(self.arena.alloc(NumberRules { min, max, multiple_of }))
    }

    fn bound(
        &mut self,
        place: Place,
        keywords: &Keywords,
        keyword: Keyword,
        exclusive: bool,
    ) -> Option<Bound<'c>> {
        let at = keywords.get(keyword)?;
        let document = self.document(place);
        if document.node(at).kind != Kind::Number {
            self.problem(place.at(at), Code::WrongType, "a number", "");
            return None;
        }
        if document.raw(at).len() > LONGEST_NUMBER {
            self.problem(place.at(at), Code::TooLarge, "a number of at most 1000 characters", "more");
            return None;
        }
        Some(Bound {
            at: self.arena.alloc_str(&lossy(document.raw(at))),
            exclusive,
            severity: Severity::Error,
        })
    }

    fn array_rules(
        &mut self,
        place: Place,
        keywords: &Keywords,
        dialect: Dialect,
        context: Context,
    ) -> Option<&'c ArrayRules<'c>> {
        use Keyword as K;
        let said = [
            K::PrefixItems,
            K::Items,
            K::AdditionalItems,
            K::MinItems,
            K::MaxItems,
            K::UniqueItems,
            K::Contains,
        ];
        if keywords.count(&said) == 0 {
            return None;
        }
        let document = self.document(place);
        let below = context.below();
        let is_list = |at: NodeId| document.node(at).kind == Kind::Array;
        let mut rest = keywords.get(K::Items);
        let mut first = if dialect.listed_items { None } else { keywords.get(K::PrefixItems) };
        if rest.is_some_and(is_list) {
            if !dialect.listed_items {
                self.problem(place.at(rest.unwrap_or_default()), Code::WrongType, "a schema", "");
                return None;
            }
            (first, rest) = (rest, keywords.get(K::AdditionalItems));
        }
        let prefix: Vec<NodeId> = first.map(|at| document.elements(at).collect()).unwrap_or_default();
        let prefix: Vec<Shape<'c>> =
            prefix.into_iter().map(|schema| self.shape(place.at(schema), below)).collect();
        let rest = rest.map(|schema| {
            let shape = self.shape(place.at(schema), below);
            &*self.arena.alloc(shape)
        });
        let unique = keywords.get(K::UniqueItems).is_some_and(|at| document.node(at).kind == Kind::True);
        let contains = keywords.get(K::Contains).map(|schema| {
            let shape = self.shape(place.at(schema), below);
            let min = self.count(place, keywords, K::MinContains, 1);
            let max = self.count(place, keywords, K::MaxContains, u32::MAX);
            &*self.arena.alloc(Contains { shape, min, max, evaluates: dialect.contains_evaluates })
        });
        let (min, max) =
            (self.count(place, keywords, K::MinItems, 0), self.count(place, keywords, K::MaxItems, u32::MAX));
        let prefix = self.arena.alloc_slice_copy(&prefix);
        Some(self.arena.alloc(ArrayRules { prefix, rest, min, max, unique, contains }))
    }

    /// What a schema says of objects goes into the rules; the schemas that a member asks for are returned.
    fn object_rules(
        &mut self,
        place: Place,
        keywords: &Keywords,
        context: Context,
        rules: &mut Rules<'c>,
    ) -> Vec<(&'c str, Shape<'c>)> {
        use Keyword as K;
        let said = [
            K::Properties,
            K::Required,
            K::AdditionalProperties,
            K::PatternProperties,
            K::PropertyNames,
            K::MinProperties,
            K::MaxProperties,
            K::DependentRequired,
            K::DependentSchemas,
            K::Dependencies,
        ];
        let mut schemas = Vec::new();
        if keywords.count(&said) == 0 {
            return schemas;
        }
        let document = self.document(place);
        let below = context.below();
        let fields = self.fields(place, keywords, below);
        let mut patterns: Vec<PatternField<'c>> = Vec::new();
        if let Some(at) = keywords.get(K::PatternProperties) {
            for (key, schema) in document.members(at) {
                let source = self.string(place.at(key));
                let pattern = self.pattern(place.at(key), source);
                let shape = self.shape(place.at(schema), below);
                patterns.extend(pattern.map(|pattern| PatternField { pattern, shape }));
            }
        }
        let others = match keywords.get(K::AdditionalProperties) {
            None if context.inside || fields.is_empty() || !patterns.is_empty() => Others::Unsaid,
            None if keywords.has(K::UnevaluatedProperties) => Others::Unsaid,
            None => Others::Unexpected,
            Some(schema) => match self.shape(place.at(schema), below) {
                Shape::Any => Others::Open,
                Shape::Never => Others::Forbidden,
                shape => Others::Each(self.arena.alloc(shape)),
            },
        };
        let mut dependent: Vec<(&'c str, &'c [&'c str])> = Vec::new();
        for keyword in [K::DependentRequired, K::DependentSchemas, K::Dependencies] {
            let Some(at) = keywords.get(keyword) else { continue };
            for (key, value) in document.members(at) {
                let name = self.arena.alloc_str(&self.string(place.at(key)).unwrap_or_default());
                if document.node(value).kind == Kind::Array {
                    let names: Vec<&'c str> = document
                        .elements(value)
                        .map(|name| &*self.arena.alloc_str(&self.string(place.at(name)).unwrap_or_default()))
                        .collect();
                    dependent.push((name, self.arena.alloc_slice_copy(&names)));
                } else {
                    let shape = self.shape(place.at(value), context.beside());
                    schemas.push((&*name, shape));
                }
            }
        }
        let names = keywords.get(K::PropertyNames).map(|schema| {
            let shape = self.shape(place.at(schema), below);
            &*self.arena.alloc(shape)
        });
        let min = self.count(place, keywords, K::MinProperties, 0);
        let max = self.count(place, keywords, K::MaxProperties, u32::MAX);
        let patterns = self.arena.alloc_slice_copy(&patterns);
        let mut object = self.object(fields, others, patterns);
        if let Some(x) = keywords.get(Keyword::XHooklens) {
            object = self.annotated_object(object, place.at(x));
        }
        // Of fields that stand together the schema says so as well.
        let said = |field: &Field<'_>| !matches!(field.presence, Presence::Required | Presence::Optional);
        if object.fields.iter().any(said) {
            dependent.clear();
        }
        let dependent = self.arena.alloc_slice_copy(&dependent);
        rules.object = Some(self.arena.alloc(ObjectRules { object, names, min, max, dependent }));
        schemas
    }

    fn object(
        &self,
        fields: Vec<Field<'c>>,
        others: Others<'c>,
        patterns: &'c [PatternField<'c>],
    ) -> &'c Object<'c> {
        let fields = self.arena.alloc_slice_copy(&fields);
        self.arena.alloc(Object { fields, anchor: None, others, patterns })
    }

    /// The fields of an object: what it declares, then what it requires besides.
    fn fields(&mut self, place: Place, keywords: &Keywords, below: Context) -> Vec<Field<'c>> {
        let document = self.document(place);
        let mut fields: Vec<Field<'c>> = Vec::new();
        let mut index = crate::json::map::Names::default();
        if let Some(at) = keywords.get(Keyword::Properties) {
            if document.node(at).kind != Kind::Object {
                self.problem(place.at(at), Code::WrongType, "an object of schemas", "");
            }
            for (key, schema) in document.members(at) {
                let name = &*self.arena.alloc_str(&self.string(place.at(key)).unwrap_or_default());
                let (shape, nullable) = match self.shape(place.at(schema), below) {
                    Shape::Nullable(inner) => (*inner, true),
                    shape => (shape, false),
                };
                let field = Field {
                    name,
                    shape,
                    presence: Presence::Optional,
                    nullable,
                    canonical: Canonical::Same,
                    doc: "",
                };
                let field = self.annotated_field(field, place.at(schema));
                match index.put(name.as_bytes()) {
                    (_, true) => fields.push(field),
                    (number, false) => {
                        if let Some(known) = fields.get_mut(number as usize) {
                            *known = field;
                        }
                    }
                }
            }
        }
        if let Some(at) = keywords.get(Keyword::Required) {
            // In draft 3, and in some documents of today, it is a boolean of the field itself.
            if !matches!(document.node(at).kind, Kind::Array | Kind::True | Kind::False) {
                self.problem(place.at(at), Code::WrongType, "an array of the names of fields", "");
            }
            for name in document.elements(at) {
                let Some(name) = self.string(place.at(name)) else {
                    self.problem(place.at(name), Code::WrongType, "the name of a field", "");
                    continue;
                };
                let name = &*self.arena.alloc_str(&name);
                let (number, new) = index.put(name.as_bytes());
                if new {
                    fields.push(Field::required(name, Shape::Any).nullable());
                } else if let Some(field) =
                    fields.get_mut(number as usize).filter(|field| field.presence == Presence::Optional)
                {
                    field.presence = Presence::Required;
                }
            }
        }
        fields
    }

    /// OpenAPI's `discriminator` of alternatives.
    fn tag(&mut self, place: Place, keywords: &Keywords, list: &[Place]) -> Option<&'c Tag<'c>> {
        let at = keywords.get(Keyword::Discriminator)?;
        let document = self.document(place);
        let field = self.string(place.at(document.get(at, "propertyName")?))?;
        let reference = |loader: &Self, schema: &Place| {
            let document = loader.document(*schema);
            loader.string(schema.at(document.get(schema.node, "$ref")?))
        };
        let references: Vec<Option<String>> = list.iter().map(|schema| reference(self, schema)).collect();
        let last = |reference: &str| reference.rsplit('/').next().unwrap_or_default().to_owned();
        let mut values: Vec<(&'c str, usize)> = Vec::new();
        let mapping = document.get(at, "mapping");
        for (key, value) in mapping.into_iter().flat_map(|mapping| document.members(mapping)) {
            let name = self.string(place.at(key)).unwrap_or_default();
            let to = self.string(place.at(value)).unwrap_or_default();
            let is = |reference: &Option<String>| {
                reference.as_ref().is_some_and(|reference| *reference == to || last(reference) == to)
            };
            if let Some(index) = references.iter().position(is) {
                values.push((self.arena.alloc_str(&name), index));
            }
        }
        for (index, reference) in references.iter().enumerate() {
            if let Some(reference) = reference {
                values.push((self.arena.alloc_str(&last(reference)), index));
            }
        }
        let values = self.arena.alloc_slice_copy(&values);
        Some(self.arena.alloc(Tag { field: self.arena.alloc_str(&field), values }))
    }
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
    Some(match shape {
        Shape::Defined(_) => return None,
        Shape::Rules(rules) => rules.kinds,
        Shape::Nullable(inner) => Kinds::NULL.or(kinds(inner)?),
        Shape::Any => Kinds::ALL,
        shape => [Kind::Null, Kind::True, Kind::Number, Kind::String, Kind::Array, Kind::Object]
            .into_iter()
            .filter(|kind| shape.is_of(*kind))
            .fold(Kinds::NONE, |kinds, kind| kinds.or(Kinds::of(kind))),
    })
}
