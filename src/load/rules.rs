//! What the keywords of a schema say of a value, by its JSON type.

use super::dialect::Dialect;
use super::events::last_part;
use super::keywords::{Keyword, Keywords};
use super::schema::Context;
use super::{Loader, Place};
use crate::finding::{Code, Severity};
use crate::format::Format;
use crate::format::pattern::{self, Pattern, Refusal};
use crate::json::string::{cat, lossy};
use crate::json::{Kind, number, sort, value};
use crate::shape::{
    ArrayRules, Bound, Contains, Field, Kinds, NumberRules, Object, ObjectRules, Others, PatternField,
    Presence, Rules, Shape, StringRules, Tag, Value, places_of,
};

/// The most characters of a number in a schema.
const LONGEST_NUMBER: usize = 1000;

impl<'a, 'c> Loader<'a, 'c> {
    pub(super) fn kinds(&mut self, place: Place, keywords: &Keywords, dialect: Dialect) -> Kinds {
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

    pub(super) fn kinds_of(&self, values: &[Value<'_>]) -> Kinds {
        let mut kinds = Kinds::NONE;
        for listed in values {
            kinds = kinds.or(Kinds::of(value::kind_spelled(listed.spelled)));
        }
        kinds
    }

    pub(super) fn values(&mut self, place: Place, keywords: &Keywords) -> Option<&'c [Value<'c>]> {
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

    pub(super) fn string_rules(&mut self, place: Place, keywords: &Keywords) -> Option<&'c StringRules<'c>> {
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
        let host = self.documents.get(at.document as usize).and_then(|given| given.host_patterns);
        let source = self.keep(source);
        match (pattern::compile(source), host) {
            (Ok(compiled), _) => {
                let ops = self.arena.alloc_slice_copy(&compiled.ops);
                let ranges = self.arena.alloc_slice_copy(&compiled.ranges);
                return Some(Pattern { source, ops, ranges, host: None });
            }
            (Err(Refusal::Unsupported(_)), Some(host)) if host.is_match(source, "").is_some() => {
                return Some(Pattern { source, ops: &[], ranges: &[], host: Some(host) });
            }
            (Err(Refusal::TooLarge), _) => {
                self.problem(at, Code::TooLarge, "a shorter regular expression", "");
            }
            (Err(Refusal::Unsupported(what)), None) => {
                let found = cat(&[what, ", which cannot be matched in linear time"]);
                let expected = "a regular expression without look-around and back-references";
                self.problem(at, Code::UnmetRule, expected, &found);
            }
            (Err(Refusal::Syntax | Refusal::Unsupported(_)), _) => {
                self.problem(at, Code::BadFormat, "a regular expression as in ECMAScript", "");
            }
        }
        None
    }

    pub(super) fn number_rules(
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

    pub(super) fn array_rules(
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
    pub(super) fn object_rules(
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
    pub(super) fn tag(&mut self, place: Place, keywords: &Keywords, list: &[Place]) -> Option<&'c Tag<'c>> {
        let at = place.at(keywords.get(Keyword::Discriminator)?);
        let field = self.string(self.own(at, "propertyName")?)?;
        let mut references = Vec::with_capacity(list.len());
        for schema in list {
            references.push(self.own_text(*schema, "$ref"));
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
