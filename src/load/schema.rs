//! A schema → the shape that says the same.

use super::dialect::Dialect;
use super::events::last_part;
use super::keywords::{Keyword, Keywords};
use super::reference::Target;
use super::{Arena, Loader, Place};
use crate::finding::{Code, Severity};
use crate::format::Format;
use crate::format::pattern::{self, Pattern, Refusal};
use crate::json::string::{cat, lossy};
use crate::json::{Document, Kind, number, sort, value};
use crate::shape::{
    Alternatives, Applied, ArrayRules, Bound, Contains, Field, Items, Kinds, Number, NumberRules, Object,
    ObjectRules, Others, PatternField, Presence, Rules, Shape, StringRules, Tag, Text, Unevaluated, Value,
    places_of,
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
        let mut context = context;
        if let Some(resource) = self.resource_of.get(place.key())
            && resource != context.resource
        {
            context.resource = resource;
            context.scope = self.entered(context.scope, resource);
        }
        match self.kind(place) {
            Kind::True => return Shape::Any,
            Kind::False => return Shape::Never,
            Kind::Object => {}
            _ => {
                self.problem(place, Code::WrongType, "a schema: an object, `true` or `false`", "");
                return Shape::Any;
            }
        }
        let (document, node) = place.key();
        let key = (document << 32 | node, u64::from(context.scope) << 1 | u64::from(context.inside));
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
        self.looks += 1;
        if self.looks > MOST_LOOKS + MOST_TIMES * self.nodes {
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
                *definition = one(self.arena, shape);
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
        let beside = keywords.count(&[
            Keyword::Ref,
            Keyword::DynamicRef,
            Keyword::RecursiveRef,
            Keyword::AllOf,
            Keyword::AnyOf,
            Keyword::OneOf,
            Keyword::Not,
            Keyword::If,
            Keyword::DependentSchemas,
            Keyword::Dependencies,
        ]);
        let own = Context { inside: context.inside || beside > 0, ..context };
        rules.string = self.string_rules(place, &keywords);
        rules.number = self.number_rules(place, &keywords, dialect);
        rules.array = self.array_rules(place, &keywords, dialect, own);
        let dependencies = self.object_rules(place, &keywords, own, &mut rules);
        let mut applied: Vec<Applied<'c>> = Vec::new();
        let mut all: Vec<Shape<'c>> = Vec::new();
        all.extend(self.referred(place, &keywords, own));
        all.extend(self.dynamic(place, &keywords, own));
        if let Some(list) = self.list(place, &keywords, Keyword::AllOf) {
            all.extend_from_slice(self.shapes(&list, context.beside()));
        }
        all.retain(|shape| !matches!(shape, Shape::Any));
        for (keyword, exactly_one) in [(Keyword::AnyOf, false), (Keyword::OneOf, true)] {
            if let Some(list) = self.list(place, &keywords, keyword) {
                let shapes = self.shapes(&list, context.beside());
                let tag = self.tag(place, &keywords, &list);
                all.extend(self.alternatives(shapes, exactly_one, tag));
            }
        }
        // What applies to the same value and was made one shape needs nothing else.
        let others = [Keyword::Not, Keyword::If, Keyword::UnevaluatedItems, Keyword::UnevaluatedProperties];
        let plain = rules.kinds == Kinds::ALL
            && says_nothing_but_of_objects(&rules)
            && rules.object.is_none()
            && dependencies.is_empty()
            && keywords.count(&others) == 0;
        if plain && all.len() == 1 {
            let shape = all.first().copied().unwrap_or(Shape::Any);
            return if context.inside { shape } else { self.outermost(shape) };
        }
        if !all.is_empty() {
            applied.push(Applied::All(self.shapes_of(&all)));
        }
        if let Some(shape) = self.shape_at(place, &keywords, Keyword::Not, context.beside()) {
            applied.push(Applied::Not(shape));
        }
        if let Some(test) = self.shape_at(place, &keywords, Keyword::If, context.beside()) {
            let then = self.shape_at(place, &keywords, Keyword::Then, context.beside());
            let otherwise = self.shape_at(place, &keywords, Keyword::Else, context.beside());
            applied.push(Applied::If(test, then.unwrap_or(&Shape::Any), otherwise.unwrap_or(&Shape::Any)));
        }
        for (name, shape) in dependencies {
            applied.push(Applied::With(name, self.one(shape)));
        }
        rules.applied = self.arena.alloc_slice_copy(&applied);
        rules.unevaluated_items = self.shape_at(place, &keywords, Keyword::UnevaluatedItems, context.below());
        let members = self.shape_at(place, &keywords, Keyword::UnevaluatedProperties, context.below());
        if let Some(shape) = members {
            rules.unevaluated_members = Unevaluated::Each(shape);
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
    fn merged(&mut self, rules: &Rules<'c>, context: Context) -> Option<Shape<'c>> {
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
    fn outermost(&mut self, shape: Shape<'c>) -> Shape<'c> {
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

    /// What `$ref` leads to.
    fn referred(&mut self, place: Place, keywords: &Keywords, context: Context) -> Option<Shape<'c>> {
        let at = place.at(keywords.get(Keyword::Ref)?);
        let target = self.reference(at, context)?.1;
        Some(self.led(target, context))
    }

    /// What `$dynamicRef`, or its forerunner `$recursiveRef`, leads to.
    fn dynamic(&mut self, place: Place, keywords: &Keywords, context: Context) -> Option<Shape<'c>> {
        let at = keywords.get(Keyword::DynamicRef).or_else(|| keywords.get(Keyword::RecursiveRef))?;
        let (reference, found) = self.reference(place.at(at), context)?;
        let name = match keywords.has(Keyword::DynamicRef) {
            true => super::uri::decoded(super::uri::split(reference).1.unwrap_or_default()),
            false => String::new(),
        };
        let target = self.dynamic_target(context.scope, found, &name);
        Some(self.led(target, context))
    }

    /// A reference, and where it leads.
    fn reference(&mut self, at: Place, context: Context) -> Option<(&'a str, Target)> {
        let Some(reference) = self.string(at) else {
            self.problem(at, Code::WrongType, "a URI reference", "");
            return None;
        };
        let Some(target) = self.target(context.resource, reference) else {
            self.problem(at, Code::UnexpectedValue, "a reference into a document that was given", "");
            return None;
        };
        Some((reference, target))
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

    /// The shapes of schemas.
    #[inline(never)]
    fn shapes(&mut self, schemas: &[Place], context: Context) -> &'c [Shape<'c>] {
        let mut shapes = Vec::with_capacity(schemas.len());
        for schema in schemas {
            shapes.push(self.shape(*schema, context));
        }
        self.shapes_of(&shapes)
    }

    #[inline(never)]
    fn shapes_of(&self, shapes: &[Shape<'c>]) -> &'c [Shape<'c>] {
        self.arena.alloc_slice_copy(shapes)
    }

    fn one(&self, shape: Shape<'c>) -> &'c Shape<'c> {
        one(self.arena, shape)
    }

    /// The shape of a keyword's schema, where there is one.
    #[inline(never)]
    fn shape_at(
        &mut self,
        place: Place,
        keywords: &Keywords,
        keyword: Keyword,
        context: Context,
    ) -> Option<&'c Shape<'c>> {
        let shape = self.shape(place.at(keywords.get(keyword)?), context);
        Some(self.one(shape))
    }

    fn is_true(&self, place: Place, keywords: &Keywords, keyword: Keyword) -> bool {
        keywords.get(keyword).is_some_and(|at| self.kind(place.at(at)) == Kind::True)
    }

    /// The schemas of a list.
    fn list(&mut self, place: Place, keywords: &Keywords, keyword: Keyword) -> Option<Vec<Place>> {
        let at = place.at(keywords.get(keyword)?);
        if self.kind(at) != Kind::Array {
            self.problem(at, Code::WrongType, "an array of schemas", "");
            return None;
        }
        Some(self.elements(at))
    }

    fn kinds(&mut self, place: Place, keywords: &Keywords, dialect: Dialect) -> Kinds {
        let Some(at) = keywords.get(Keyword::Type) else { return Kinds::ALL };
        let at = place.at(at);
        let mut names = self.elements(at);
        if self.kind(at) != Kind::Array {
            names.push(at);
        }
        let mut kinds = Kinds::NONE;
        for at in names {
            let name = self.string(at).unwrap_or_default();
            kinds = kinds.or(match name {
                "null" => Kinds::NULL,
                "boolean" => Kinds::BOOLEAN,
                "integer" => Kinds::INTEGER,
                "number" => Kinds::NUMBER,
                "string" => Kinds::STRING,
                "array" => Kinds::ARRAY,
                "object" => Kinds::OBJECT,
                _ => {
                    let expected = "`null`, `boolean`, `integer`, `number`, `string`, `array` or `object`";
                    self.problem(at, Code::UnexpectedValue, expected, "");
                    Kinds::ALL
                }
            });
        }
        let nullable = keywords.get(Keyword::Nullable).filter(|_| dialect.open_api_3_0);
        match nullable.map(|at| self.kind(place.at(at))) {
            Some(Kind::True) => kinds.or(Kinds::NULL),
            _ => kinds,
        }
    }

    fn kinds_of(&self, values: &[Value<'_>]) -> Kinds {
        let mut kinds = Kinds::NONE;
        for listed in values {
            kinds = kinds.or(Kinds::of(value::kind_spelled(listed.spelled)));
        }
        kinds
    }

    fn values(&mut self, place: Place, keywords: &Keywords) -> Option<&'c [Value<'c>]> {
        let constant = keywords.get(Keyword::Const).map(|at| self.value(place.at(at)));
        let Some(at) = keywords.get(Keyword::Enum) else {
            return Some(self.arena.alloc_slice_copy(&[constant?]));
        };
        let at = place.at(at);
        if self.kind(at) != Kind::Array {
            self.problem(at, Code::WrongType, "an array of values", "");
            return None;
        }
        let mut values: Vec<Value<'c>> = Vec::new();
        for at in self.elements(at) {
            let listed = self.value(at);
            match constant {
                None => values.push(listed),
                Some(constant) if values.is_empty() && constant.spelled == listed.spelled => {
                    values.push(constant);
                }
                Some(_) => {}
            }
        }
        if values.len() > Value::MANY {
            let spelled = |at: usize| values.get(at).map(|value| value.spelled);
            let order = sort::order(values.len(), &|a, b| spelled(a).cmp(&spelled(b)));
            values = order.into_iter().filter_map(|at| values.get(at).copied()).collect();
        }
        Some(self.arena.alloc_slice_copy(&values))
    }

    fn value(&self, at: Place) -> Value<'c> {
        let json = match self.kind(at) {
            Kind::String => self.kept(at),
            _ => self.as_written(at),
        };
        let spelled = value::spelled(&self.document(at), at.node);
        Value { json, spelled: self.arena.alloc_slice_copy(&spelled) }
    }

    /// A value as it stands, to be kept in the catalog.
    fn as_written(&self, at: Place) -> &'c str {
        self.keep(&lossy(self.raw(at)))
    }

    /// A count in a schema.
    fn count(&mut self, place: Place, keywords: &Keywords, keyword: Keyword, absent: u32) -> u32 {
        let Some(at) = keywords.get(keyword) else { return absent };
        let at = place.at(at);
        let raw = self.raw(at);
        let is_count =
            self.kind(at) == Kind::Number && raw.first() != Some(&b'-') && number::is_integral(raw);
        if !is_count {
            self.problem(at, Code::WrongType, "a non-negative integer", "");
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
        let pattern = keywords.get(K::Pattern).and_then(|at| self.pattern(place.at(at)));
        let pattern = pattern.map(|pattern| &*self.arena.alloc(pattern));
        let format = keywords.get(K::Format).and_then(|at| self.string(place.at(at)));
        let format = format.and_then(|name| self.format(name)).unwrap_or(Format::Any);
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
            let name = self.keep(name);
            if self.format_names.put(name.as_bytes()).1 {
                self.unknown_formats.push(name);
            }
        }
        format
    }

    /// A pattern, compiled.
    fn pattern(&mut self, at: Place) -> Option<Pattern<'c>> {
        let Some(source) = self.string(at) else {
            self.problem(at, Code::WrongType, "a regular expression", "");
            return None;
        };
        match pattern::compile(source) {
            Ok(compiled) => Some(Pattern {
                source: self.keep(source),
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
        let format = keywords.get(K::Format).and_then(|at| self.string(place.at(at)));
        let mut bounds = [None; 2];
        let ends = [(K::Minimum, K::ExclusiveMinimum), (K::Maximum, K::ExclusiveMaximum)];
        for (end, (keyword, exclusive)) in bounds.iter_mut().zip(ends) {
            let old = dialect.draft_4 || dialect.open_api_3_0;
            let is_true = self.is_true(place, keywords, exclusive);
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
        let (least, largest) = match format {
            Some("int32") => ("-2147483648", "2147483647"),
            Some("int64") => ("-9223372036854775808", "9223372036854775807"),
            _ => ("", ""),
        };
        if !least.is_empty() {
            min = min.or(Some(Bound { at: least, exclusive: false, severity }));
            max = max.or(Some(Bound { at: largest, exclusive: false, severity }));
        }
        let multiple_of = keywords.get(K::MultipleOf).and_then(|at| {
            let at = place.at(at);
            let raw = self.raw(at);
            if self.kind(at) != Kind::Number || raw.first() == Some(&b'-') {
                self.problem(at, Code::WrongType, "a number greater than 0", "");
                return None;
            }
            if number::is_multiple(b"1", raw).is_none() {
                let expected = "a number greater than 0 of at most 18 digits";
                self.problem(at, Code::UnmetRule, expected, "");
                return None;
            }
            Some(self.as_written(at))
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
        let at = place.at(keywords.get(keyword)?);
        if self.kind(at) != Kind::Number {
            self.problem(at, Code::WrongType, "a number", "");
            return None;
        }
        if self.raw(at).len() > LONGEST_NUMBER {
            self.problem(at, Code::TooLarge, "a number of at most 1000 characters", "more");
            return None;
        }
        Some(Bound { at: self.as_written(at), exclusive, severity: Severity::Error })
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
        let below = context.below();
        let mut rest = K::Items;
        let mut first = if dialect.listed_items { None } else { keywords.get(K::PrefixItems) };
        if let Some(list) = keywords.get(rest).filter(|at| self.kind(place.at(*at)) == Kind::Array) {
            if !dialect.listed_items {
                self.problem(place.at(list), Code::WrongType, "a schema", "");
                return None;
            }
            (first, rest) = (Some(list), K::AdditionalItems);
        }
        let prefix = first.map(|at| self.elements(place.at(at))).unwrap_or_default();
        let prefix = self.shapes(&prefix, below);
        let rest = self.shape_at(place, keywords, rest, below);
        let unique = self.is_true(place, keywords, K::UniqueItems);
        let contains = keywords.get(K::Contains).map(|schema| {
            let shape = self.shape(place.at(schema), below);
            let min = self.count(place, keywords, K::MinContains, 1);
            let max = self.count(place, keywords, K::MaxContains, u32::MAX);
            &*self.arena.alloc(Contains { shape, min, max, evaluates: dialect.contains_evaluates })
        });
        let (min, max) =
            (self.count(place, keywords, K::MinItems, 0), self.count(place, keywords, K::MaxItems, u32::MAX));
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
        let below = context.below();
        let fields = self.fields(place, keywords, below);
        let mut patterns: Vec<PatternField<'c>> = Vec::new();
        if let Some(at) = keywords.get(K::PatternProperties) {
            for (key, schema) in self.pairs(place.at(at)) {
                let pattern = self.pattern(key);
                let shape = self.shape(schema, below);
                if let Some(pattern) = pattern {
                    patterns.push(PatternField { pattern, shape });
                }
            }
        }
        let others = match keywords.get(K::AdditionalProperties) {
            None if context.inside || fields.is_empty() || !patterns.is_empty() => Others::Unsaid,
            None if keywords.has(K::UnevaluatedProperties) => Others::Unsaid,
            None => Others::Unexpected,
            Some(schema) => match self.shape(place.at(schema), below) {
                Shape::Any => Others::Open,
                Shape::Never => Others::Forbidden,
                shape => Others::Each(self.one(shape)),
            },
        };
        let mut dependent: Vec<(&'c str, &'c [&'c str])> = Vec::new();
        for keyword in [K::DependentRequired, K::DependentSchemas, K::Dependencies] {
            let Some(at) = keywords.get(keyword) else { continue };
            for (key, value) in self.pairs(place.at(at)) {
                let name = self.kept(key);
                if self.kind(value) == Kind::Array {
                    let mut names: Vec<&'c str> = Vec::new();
                    for name in self.elements(value) {
                        names.push(self.kept(name));
                    }
                    dependent.push((name, self.arena.alloc_slice_copy(&names)));
                } else {
                    schemas.push((name, self.shape(value, context.beside())));
                }
            }
        }
        let names = self.shape_at(place, keywords, K::PropertyNames, below);
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

    pub(super) fn object(
        &self,
        fields: Vec<Field<'c>>,
        others: Others<'c>,
        patterns: &'c [PatternField<'c>],
    ) -> &'c Object<'c> {
        let places = self.arena.alloc_slice_copy(&places_of(&fields));
        let fields = self.arena.alloc_slice_copy(&fields);
        self.arena.alloc(Object { fields, anchor: None, others, patterns, places })
    }

    /// The fields of an object: what it declares, then what it requires besides.
    fn fields(&mut self, place: Place, keywords: &Keywords, below: Context) -> Vec<Field<'c>> {
        let mut fields: Vec<Field<'c>> = Vec::new();
        let mut index = crate::json::map::Names::default();
        if let Some(at) = keywords.get(Keyword::Properties) {
            let at = place.at(at);
            if self.kind(at) != Kind::Object {
                self.problem(at, Code::WrongType, "an object of schemas", "");
            }
            for (key, schema) in self.pairs(at) {
                let name = self.kept(key);
                let field = match self.shape(schema, below) {
                    Shape::Nullable(inner) => Field::optional(name, *inner).nullable(),
                    shape => Field::optional(name, shape),
                };
                let field = self.annotated_field(field, schema);
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
            let at = place.at(at);
            if !matches!(self.kind(at), Kind::Array | Kind::True | Kind::False) {
                self.problem(at, Code::WrongType, "an array of the names of fields", "");
            }
            for at in self.elements(at) {
                if self.kind(at) != Kind::String {
                    self.problem(at, Code::WrongType, "the name of a field", "");
                    continue;
                }
                let name = self.kept(at);
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
        let at = place.at(keywords.get(Keyword::Discriminator)?);
        let field = self.string(self.own(at, "propertyName")?)?;
        let mut references = Vec::with_capacity(list.len());
        for schema in list {
            references.push(self.own(*schema, "$ref").and_then(|at| self.string(at)));
        }
        let mut values: Vec<(&'c str, usize)> = Vec::new();
        let mapping = self.own(at, "mapping").map(|mapping| self.pairs(mapping));
        for (key, value) in mapping.unwrap_or_default() {
            let to = self.string(value).unwrap_or_default();
            let is = |reference: &Option<&str>| {
                reference.is_some_and(|reference| reference == to || last_part(reference) == to)
            };
            if let Some(index) = references.iter().position(is) {
                values.push((self.kept(key), index));
            }
        }
        for (index, reference) in references.iter().enumerate() {
            if let Some(reference) = reference {
                values.push((self.keep(last_part(reference)), index));
            }
        }
        let values = self.arena.alloc_slice_copy(&values);
        Some(self.arena.alloc(Tag { field: self.keep(field), values }))
    }
}

#[inline(never)]
fn one<'c>(arena: &'c Arena, shape: Shape<'c>) -> &'c Shape<'c> {
    arena.alloc(shape)
}

/// What an object's fields must be, where nothing else is said of it.
fn fields_alone<'c>(rules: &ObjectRules<'c>) -> Option<&'c Object<'c>> {
    let alone =
        rules.names.is_none() && (rules.min, rules.max) == (0, u32::MAX) && rules.dependent.is_empty();
    alone.then_some(rules.object)
}

fn says_nothing_but_of_objects(rules: &Rules<'_>) -> bool {
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
