//! The members of a schema that say something, found in one pass.

use crate::json::{Document, Kind, NodeId};

macro_rules! keywords {
    ($($name:ident $key:literal)+) => {
        /// A keyword; in the order of their bytes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Keyword { $($name),+ }

        const KEYS: &[&str] = &[$($key),+];
        const ALL: &[Keyword] = &[$(Keyword::$name),+];
    };
}

keywords! {
    Anchor "$anchor"
    Defs "$defs"
    DynamicAnchor "$dynamicAnchor"
    DynamicRef "$dynamicRef"
    Id "$id"
    RecursiveAnchor "$recursiveAnchor"
    RecursiveRef "$recursiveRef"
    Ref "$ref"
    Schema "$schema"
    AdditionalItems "additionalItems"
    AdditionalProperties "additionalProperties"
    AllOf "allOf"
    AnyOf "anyOf"
    Const "const"
    Contains "contains"
    Definitions "definitions"
    Dependencies "dependencies"
    DependentRequired "dependentRequired"
    DependentSchemas "dependentSchemas"
    Discriminator "discriminator"
    Else "else"
    Enum "enum"
    ExclusiveMaximum "exclusiveMaximum"
    ExclusiveMinimum "exclusiveMinimum"
    Format "format"
    OldId "id"
    If "if"
    Items "items"
    MaxContains "maxContains"
    MaxItems "maxItems"
    MaxLength "maxLength"
    MaxProperties "maxProperties"
    Maximum "maximum"
    MinContains "minContains"
    MinItems "minItems"
    MinLength "minLength"
    MinProperties "minProperties"
    Minimum "minimum"
    MultipleOf "multipleOf"
    Not "not"
    Nullable "nullable"
    OneOf "oneOf"
    Pattern "pattern"
    PatternProperties "patternProperties"
    PrefixItems "prefixItems"
    Properties "properties"
    PropertyNames "propertyNames"
    Required "required"
    Then "then"
    Type "type"
    UnevaluatedItems "unevaluatedItems"
    UnevaluatedProperties "unevaluatedProperties"
    UniqueItems "uniqueItems"
    XHooklens "x-hooklens"
}

/// The values of a schema's keywords.
pub(super) struct Keywords {
    values: [NodeId; KEYS.len()],
    /// How many members are none, or only describe.
    pub said: u32,
}

impl Keywords {
    /// Those of an object.
    pub fn of(document: &Document<'_>, schema: NodeId) -> Keywords {
        let mut keywords = Keywords { values: [Document::ROOT; KEYS.len()], said: 0 };
        if document.node(schema).kind != Kind::Object {
            return keywords;
        }
        for (key, value) in document.members(schema) {
            let text = document.text(document.node(key));
            let index = KEYS.binary_search_by(|keyword| keyword.as_bytes().cmp(&text));
            if let Some(place) = index.ok().and_then(|index| keywords.values.get_mut(index)) {
                keywords.said += u32::from(*place == Document::ROOT);
                *place = value;
            }
        }
        keywords
    }

    /// The value of a keyword.
    pub fn get(&self, keyword: Keyword) -> Option<NodeId> {
        self.values.get(keyword as usize).copied().filter(|value| *value != Document::ROOT)
    }

    pub fn has(&self, keyword: Keyword) -> bool {
        self.get(keyword).is_some()
    }

    /// How many of these there are.
    #[inline(never)]
    pub fn count(&self, keywords: &[Keyword]) -> u32 {
        keywords.iter().filter(|keyword| self.has(**keyword)).count() as u32
    }
}

/// What holds schemas, and how: as one, in a list, or by name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    One,
    List,
    Map,
}

/// Calls `visit` with every schema that stands right inside of another.
pub(super) fn subschemas(document: &Document<'_>, keywords: &Keywords, visit: &mut dyn FnMut(NodeId)) {
    for &keyword in ALL {
        let Some(value) = keywords.get(keyword) else { continue };
        let holds = match keyword {
            Keyword::AdditionalItems
            | Keyword::AdditionalProperties
            | Keyword::Contains
            | Keyword::Else
            | Keyword::If
            | Keyword::Not
            | Keyword::PropertyNames
            | Keyword::Then
            | Keyword::UnevaluatedItems
            | Keyword::UnevaluatedProperties => Holds::One,
            Keyword::Items if document.node(value).kind != Kind::Array => Holds::One,
            Keyword::Items | Keyword::AllOf | Keyword::AnyOf | Keyword::OneOf | Keyword::PrefixItems => {
                Holds::List
            }
            Keyword::Defs
            | Keyword::Definitions
            | Keyword::Dependencies
            | Keyword::DependentSchemas
            | Keyword::PatternProperties
            | Keyword::Properties => Holds::Map,
            _ => continue,
        };
        match holds {
            Holds::One => visit(value),
            Holds::List => document.elements(value).for_each(&mut *visit),
            Holds::Map => document.members(value).for_each(|(_, value)| visit(value)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::KEYS;

    #[test]
    fn keywords_are_in_order() {
        assert!(KEYS.is_sorted());
    }
}
