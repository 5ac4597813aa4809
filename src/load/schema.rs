//! A schema → the shape that says the same.

use super::dialect::Dialect;
use super::keywords::{Keyword, Keywords};
use super::reference::Target;
use super::simplest::says_nothing_but_of_objects;
use super::{Arena, Loader, Place};
use crate::finding::Code;
use crate::json::{Document, Kind};
use crate::shape::{Applied, Kinds, Rules, Shape, Unevaluated};

/// How many schemas may look at the same value inside of each other, references followed.
const DEEPEST: u32 = 100;

/// The schemas of values that stand deeper than so many schemas are read when those around them are: what leads from
/// one to another has no end, and the stack has.
const DEEP: u32 = 60;

/// How many schemas may be looked at: so many, and so many times those of the documents. Only scopes of dynamic
/// references, in each of which all schemas are looked at anew, can make it more.
const MOST_LOOKS: usize = 1 << 18;
const MOST_TIMES: usize = 4;

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
    pub(super) fn below(self) -> Context {
        Context { inside: false, depth: self.depth + 1, descents: self.descents + 1, here: 0, ..self }
    }

    /// That of a schema of the same value.
    pub(super) fn beside(self) -> Context {
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
            self.leads_nowhere(at);
            return None;
        };
        Some((reference, target))
    }

    pub(super) fn leads_nowhere(&mut self, reference: Place) {
        self.problem(reference, Code::UnexpectedValue, "a reference into a document that was given", "");
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
    pub(super) fn shapes(&mut self, schemas: &[Place], context: Context) -> &'c [Shape<'c>] {
        let mut shapes = Vec::with_capacity(schemas.len());
        for schema in schemas {
            shapes.push(self.shape(*schema, context));
        }
        self.shapes_of(&shapes)
    }

    #[inline(never)]
    pub(super) fn shapes_of(&self, shapes: &[Shape<'c>]) -> &'c [Shape<'c>] {
        self.arena.alloc_slice_copy(shapes)
    }

    pub(super) fn one(&self, shape: Shape<'c>) -> &'c Shape<'c> {
        one(self.arena, shape)
    }

    /// The shape of a keyword's schema, where there is one.
    #[inline(never)]
    pub(super) fn shape_at(
        &mut self,
        place: Place,
        keywords: &Keywords,
        keyword: Keyword,
        context: Context,
    ) -> Option<&'c Shape<'c>> {
        let shape = self.shape(place.at(keywords.get(keyword)?), context);
        Some(self.one(shape))
    }

    pub(super) fn is_true(&self, place: Place, keywords: &Keywords, keyword: Keyword) -> bool {
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
}

#[inline(never)]
fn one<'c>(arena: &'c Arena, shape: Shape<'c>) -> &'c Shape<'c> {
    arena.alloc(shape)
}
