//! Catalog documents → a catalog, or what is wrong with them: OpenAPI, AsyncAPI and JSON Schema, each as it is
//! given. Nothing is fetched.

mod annotated;
mod dialect;
mod events;
mod keywords;
mod messages;
mod reference;
mod rules;
mod schema;
mod simplest;
mod uri;
mod webhooks;

pub use bumpalo::Bump as Arena;

use std::cell::Cell;

use crate::catalog::Catalog;
use crate::finding::{Code, Parameters, Severity};
use crate::format::pattern::HostPatterns;
use crate::json::map::{Map, Names};
use crate::json::pointer::pointer;
use crate::json::position::Positions;
use crate::json::string::cat;
use crate::json::{Document, Limits, NodeId, Reader, syntax};
use crate::report::{self, Problem, Report};
use crate::shape::{Provider, Shape};
use dialect::Dialect;
use reference::{Resource, Target};
use schema::State;

/// The most bytes that a document may have, and the most levels of it.
const LIMITS: Limits = Limits { max_bytes: 64 << 20, max_depth: 256 };

/// The vocabulary of documents whose formats are assertions.
const FORMAT_ASSERTION: &str = "https://json-schema.org/draft/2020-12/vocab/format-assertion";

/// The most problems that are told of all documents.
const MOST_PROBLEMS: usize = 100;

/// A document that describes events, and what is said of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Source<'s> {
    /// OpenAPI, AsyncAPI or JSON Schema, as JSON text.
    pub document: &'s [u8],
    /// The provider's name; else the document's title is.
    pub name: Option<&'s str>,
    /// The types that are loaded, also schemas in `components` by their names; else all types are.
    pub events: Option<&'s [&'s str]>,
    /// Whether a string that is not of its `format` is an error rather than a warning; it is one as well where the
    /// document declares the vocabulary `format-assertion`.
    pub assert_formats: bool,
    /// Who matches the patterns that cannot be matched in linear time: with look-around, back-references or `\p{…}`. By
    /// default they are problems.
    pub host_patterns: Option<&'static dyn HostPatterns>,
}

/// What was loaded.
#[derive(Debug)]
pub struct Loaded<'c> {
    /// Its providers, in the order of the documents.
    pub providers: Vec<&'c Provider<'c>>,
    /// The shapes that theirs refer to by number.
    pub definitions: Vec<&'c Shape<'c>>,
    /// The names of formats that no value is checked against, for they are not known.
    pub unknown_formats: Vec<&'c str>,
}

impl<'c> Loaded<'c> {
    /// A catalog of what was loaded and then of the providers of another.
    #[must_use]
    pub fn catalog(self, others: &[&'c Provider<'c>]) -> Catalog<'c> {
        let mut providers = self.providers;
        providers.extend_from_slice(others);
        Catalog::with_definitions(&providers, self.definitions)
    }
}

/// Something wrong with a document.
#[derive(Clone, Debug)]
pub struct DocumentProblem {
    /// The index of its source.
    pub source: usize,
    /// What is wrong, and where.
    pub problem: Problem<'static>,
}

/// Makes a catalog of documents, whose references may lead from one to another.
///
/// ```
/// use hooklens::load::{Arena, Source, load};
/// use hooklens::{Checker, Hint, Limits};
///
/// let document = br#"{
///   "title": "user.created", "type": "object", "required": ["user_id"],
///   "properties": { "user_id": { "type": "integer" } }
/// }"#;
/// let arena = Arena::new();
/// let source = Source { document, name: Some("acme"), ..Source::default() };
/// let catalog = load(&arena, &[source], &[]).unwrap().catalog(&[]);
/// let event = Hint::of("acme/user-created");
/// let report = Checker::new(&catalog).validate_as(br#"{"user_id": "7"}"#, event, Limits::default());
/// assert_eq!(report.events[0].id.to_string(), "acme/user-created");
/// assert_eq!(report.problems[0].message, "expected an integer, found `\"7\"`");
/// ```
///
/// # Errors
/// Everything that is wrong with the documents, at most 100 problems; an event that `others`, the providers that
/// are to be in the same catalog, have as well is one of them.
pub fn load<'c>(
    arena: &'c Arena,
    sources: &[Source<'_>],
    others: &[&Provider<'_>],
) -> Result<Loaded<'c>, Vec<DocumentProblem>> {
    let mut readers: Vec<Reader> = sources.iter().map(|_| Reader::new()).collect();
    let mut problems = Vec::new();
    for (number, (source, reader)) in sources.iter().zip(&mut readers).enumerate() {
        if reader.scan(source.document, LIMITS, false).is_err() {
            let found = syntax::problems(source.document, LIMITS, false, MOST_PROBLEMS);
            let Report { problems: found, .. } = report::malformed(source.document, found);
            problems.extend(found.into_iter().map(|problem| DocumentProblem { source: number, problem }));
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut loader = Loader::new(arena);
    for (source, reader) in sources.iter().zip(&readers) {
        let document = reader.document(source.document);
        let declared = document.get(Document::ROOT, "$vocabulary");
        let asserted = declared.is_some_and(|declared| document.has_member(declared, FORMAT_ASSERTION));
        loader.nodes += document.nodes().len();
        loader.documents.push(Given {
            document,
            assert_formats: source.assert_formats || asserted,
            host_patterns: source.host_patterns,
        });
    }
    let mut providers = Vec::with_capacity(sources.len());
    loader.addresses_of(sources);
    let mut ids = Names::default();
    for (number, source) in sources.iter().enumerate() {
        let described = loader.providers(number as u32, source);
        loader.repeated(number as u32, &described, others, &mut ids);
        providers.extend(described);
    }
    loader.read_later();
    let problems = loader.found();
    match problems.is_empty() {
        true => {
            let definitions = std::mem::take(&mut loader.definitions);
            let unknown_formats = std::mem::take(&mut loader.unknown_formats);
            Ok(Loaded { providers, definitions, unknown_formats })
        }
        false => Err(problems),
    }
}

/// A document that was read.
struct Given<'a> {
    document: Document<'a>,
    assert_formats: bool,
    host_patterns: Option<&'static dyn HostPatterns>,
}

/// A value of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    document: u32,
    node: NodeId,
}

impl Place {
    /// Another value of the same document.
    fn at(self, node: NodeId) -> Place {
        Place { node, ..self }
    }

    fn key(self) -> (u64, u64) {
        (u64::from(self.document), u64::from(self.node))
    }
}

/// A problem before its place is counted.
struct Found {
    place: Place,
    code: Code,
    expected: String,
    /// Empty: the value.
    found: String,
}

struct Loader<'a, 'c: 'a> {
    arena: &'c Arena,
    documents: Vec<Given<'a>>,
    /// How many values they have together.
    nodes: usize,
    resources: Vec<Resource>,
    /// The resource that begins at a place.
    resource_of: Map,
    /// The addresses of schemas; the number of each is the index of its target.
    addresses: Names<'c>,
    targets: Vec<Target>,
    dynamic_names: Names<'c>,
    /// Which dynamic anchors are outermost; the first are none.
    scopes: Vec<Vec<(u32, Target)>>,
    states: Vec<State<'c>>,
    /// The state of a schema by its place and how it is looked at.
    state_of: Map,
    /// Schemas that are read when those around them are.
    later: Vec<(u32, Place, schema::Context)>,
    /// How many schemas were looked at.
    looks: usize,
    definitions: Vec<&'c Shape<'c>>,
    unknown_formats: Vec<&'c str>,
    format_names: Names<'c>,
    /// The members of large objects and the elements of large arrays, by where they are and the hash of the key.
    children: Cell<Map>,
    problems: Vec<Found>,
}

impl<'a, 'c> Loader<'a, 'c> {
    fn new(arena: &'c Arena) -> Self {
        Loader {
            arena,
            documents: Vec::new(),
            nodes: 0,
            resources: Vec::new(),
            resource_of: Map::default(),
            addresses: Names::default(),
            targets: Vec::new(),
            dynamic_names: Names::default(),
            scopes: vec![Vec::new()],
            states: Vec::new(),
            state_of: Map::default(),
            later: Vec::new(),
            looks: 0,
            definitions: Vec::new(),
            unknown_formats: Vec::new(),
            format_names: Names::default(),
            children: Cell::default(),
            problems: Vec::new(),
        }
    }

    fn problem(&mut self, place: Place, code: Code, expected: &str, found: &str) {
        let known = |other: &Found| other.place == place && other.code == code;
        if self.problems.len() < MOST_PROBLEMS && !self.problems.iter().any(known) {
            self.problems.push(Found { place, code, expected: expected.to_owned(), found: found.to_owned() });
        }
    }

    /// Where each document is, unless it says so itself: by the name of its source.
    fn addresses_of(&mut self, sources: &[Source<'_>]) {
        for (number, source) in sources.iter().enumerate() {
            let place = Place { document: number as u32, node: Document::ROOT };
            let number = crate::json::string::decimal(number as u64);
            let base = cat(&["hooklens:/", source.name.unwrap_or(&number)]);
            let document = self.document(place);
            let own = document.get(place.node, "$id").or_else(|| document.get(place.node, "$self"));
            let own = own.or_else(|| document.get(place.node, "id"));
            let own = own.and_then(|at| self.string(place.at(at)));
            let (dialect, is_schema) = self.dialect_of(place);
            let base = match own {
                Some(own) => uri::resolve(&base, own),
                None => base,
            };
            let resource = self.add_resource(base, place, dialect);
            if is_schema {
                self.scan(place, resource);
            } else {
                self.scan_components(place, resource);
            }
        }
    }

    /// The problems that were found, in words, with their places.
    fn found(&mut self) -> Vec<DocumentProblem> {
        let mut found = std::mem::take(&mut self.problems);
        let mut places = Vec::new();
        for found in &found {
            places.push(u64::from(found.place.document) << 32 | u64::from(found.place.node));
        }
        let order = crate::json::sort::order_of(&places);
        let mut problems = Vec::new();
        let mut positions: Option<(u32, Positions<'a>)> = None;
        for index in order {
            let Some(Found { place, code, expected, found }) = found.get_mut(index) else { continue };
            let document = self.document(*place);
            let node = document.node(place.node);
            let positions = match &mut positions {
                Some((number, positions)) if *number == place.document => positions,
                other => &mut other.insert((place.document, Positions::new(document.body()))).1,
            };
            if found.is_empty() {
                *found = report::value_words(&document, place.node);
            }
            let container = matches!(node.kind, crate::json::Kind::Array | crate::json::Kind::Object);
            let end = if container { node.start + 1 } else { node.end };
            problems.push(DocumentProblem {
                source: place.document as usize,
                problem: Problem {
                    code: *code,
                    severity: Severity::Error,
                    message: cat(&["expected ", expected, ", found ", found]),
                    pointer: pointer(&document, place.node),
                    span: report::span(positions, node.start, end),
                    expected: Some(std::mem::take(expected)),
                    found: Some(std::mem::take(found)),
                    parameters: Parameters::default(),
                    hint: None,
                    fix: None,
                },
            });
        }
        problems
    }

    fn dialect_of(&mut self, root: Place) -> (Dialect, bool) {
        match self.language(root) {
            events::Language::OpenApi30 => (Dialect::OPEN_API_3_0, false),
            events::Language::OpenApi | events::Language::Swagger => (Dialect::DRAFT_2020_12, false),
            events::Language::AsyncApi2 | events::Language::AsyncApi3 => (Dialect::DRAFT_7, false),
            events::Language::JsonSchema => (Dialect::DRAFT_2020_12, true),
        }
    }
}
