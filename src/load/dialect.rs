//! Which version of JSON Schema a schema is written in, and what its keywords mean there.

/// What differs between the versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dialect {
    /// Beside `$ref` nothing counts.
    pub ref_alone: bool,
    /// `id` in place of `$id`, and `exclusiveMinimum` is a boolean.
    pub draft_4: bool,
    /// `items` may be a list, and `additionalItems` says what is behind it.
    pub listed_items: bool,
    /// An element that `contains` asks for is looked at.
    pub contains_evaluates: bool,
    /// `nullable` and a boolean `exclusiveMinimum`: OpenAPI 3.0.
    pub open_api_3_0: bool,
    /// `#name` in `$id` is an anchor.
    pub id_anchors: bool,
}

const MODERN: Dialect = Dialect {
    ref_alone: false,
    draft_4: false,
    listed_items: false,
    contains_evaluates: true,
    open_api_3_0: false,
    id_anchors: false,
};

impl Dialect {
    pub const DRAFT_2020_12: Dialect = MODERN;
    pub const DRAFT_2019_09: Dialect = Dialect { listed_items: true, contains_evaluates: false, ..MODERN };
    pub const DRAFT_7: Dialect = Dialect {
        ref_alone: true,
        listed_items: true,
        contains_evaluates: false,
        id_anchors: true,
        ..MODERN
    };
    pub const DRAFT_4: Dialect = Dialect { draft_4: true, ..Dialect::DRAFT_7 };
    pub const OPEN_API_3_0: Dialect = Dialect { open_api_3_0: true, draft_4: false, ..Dialect::DRAFT_7 };

    /// The version that a media type names, as in `application/schema+json;version=draft-2020-12`.
    pub fn of_format(format: &str) -> Option<Dialect> {
        let versions: [(&[&str], Dialect); 4] = [
            (&["draft-2020-12"], Dialect::DRAFT_2020_12),
            (&["draft-2019-09"], Dialect::DRAFT_2019_09),
            (&["draft-07", "draft-06"], Dialect::DRAFT_7),
            (&["draft-04"], Dialect::DRAFT_4),
        ];
        let is = |names: &[&str]| names.iter().any(|name| format.as_bytes().ends_with(name.as_bytes()));
        versions.into_iter().find(|(names, _)| is(names)).map(|(_, dialect)| dialect)
    }

    /// The version that `$schema` names; `None` for one that is not known.
    pub fn named(uri: &str) -> Option<Dialect> {
        let uri = uri.strip_suffix('#').unwrap_or(uri);
        let path = uri.strip_prefix("https://").or_else(|| uri.strip_prefix("http://"))?;
        Some(match path {
            "json-schema.org/draft/2020-12/schema" => Dialect::DRAFT_2020_12,
            "json-schema.org/draft/2019-09/schema" => Dialect::DRAFT_2019_09,
            "json-schema.org/draft-07/schema" | "json-schema.org/draft-06/schema" => Dialect::DRAFT_7,
            "json-schema.org/draft-04/schema" => Dialect::DRAFT_4,
            "json-schema.org/schema" => Dialect::DRAFT_2020_12,
            _ if path.starts_with("spec.openapis.org/oas/3.") => Dialect::DRAFT_2020_12,
            _ => return None,
        })
    }
}
