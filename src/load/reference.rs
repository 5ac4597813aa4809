//! Where a reference leads: schemas by their addresses, across all documents that were given.

use super::dialect::Dialect;
use super::keywords::{Keyword, Keywords, subschemas};
use super::{Loader, Place, uri};
use crate::finding::Code;
use crate::json::map::hash;
use crate::json::string::{cat, text};
use crate::json::{Document, Kind, NodeId, number};
use std::borrow::Cow;

/// Objects and arrays of more nodes have their children looked up by their keys.
const MANY_CHILDREN: u32 = 64;

/// The most scopes of dynamic references.
const MOST_SCOPES: usize = 256;

/// A schema with an address of its own, and what is in it.
pub(super) struct Resource {
    /// Its address, without a fragment.
    pub base: String,
    /// The schema itself.
    pub root: Place,
    pub dialect: Dialect,
    /// Its dynamic anchors: the number of the name, and where it is.
    pub dynamic: Vec<(u32, Place)>,
}

/// Where a reference leads, and in which resource that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Target {
    pub place: Place,
    pub resource: u32,
}

impl<'a, 'c> Loader<'a, 'c> {
    pub(super) fn add_resource(&mut self, base: String, root: Place, dialect: Dialect) -> u32 {
        let number = self.resources.len() as u32;
        self.address(&base, Target { place: root, resource: number });
        self.resource_of.set(root.key(), number);
        self.resources.push(Resource { base, root, dialect, dynamic: Vec::new() });
        number
    }

    /// Says what is at an address; the first counts.
    fn address(&mut self, address: &str, target: Target) {
        let (_, new) = self.addresses.put(self.keep(address).as_bytes());
        if new {
            self.targets.push(target);
        }
    }

    /// Finds the addresses in a schema and those inside of it.
    pub(super) fn scan(&mut self, place: Place, resource: u32) {
        if self.kind(place) != Kind::Object {
            return;
        }
        let document = self.document(place);
        let keywords = Keywords::of(&document, place.node);
        let mut resource = resource;
        let mut dialect =
            self.resources.get(resource as usize).map_or(Dialect::DRAFT_2020_12, |it| it.dialect);
        let text = |loader: &Self, keyword| loader.string(place.at(keywords.get(keyword)?));
        if let Some(named) = text(self, Keyword::Schema) {
            match Dialect::named(named) {
                Some(named) => dialect = named,
                None => {
                    let at = place.at(keywords.get(Keyword::Schema).unwrap_or_default());
                    self.problem(
                        at,
                        Code::UnexpectedValue,
                        "a version of JSON Schema from draft 4 to 2020-12",
                        "",
                    );
                }
            }
        }
        let own = self.resources.get(resource as usize).is_some_and(|it| it.root == place);
        let id = text(self, if dialect.draft_4 { Keyword::OldId } else { Keyword::Id });
        let base = self.resources.get(resource as usize).map(|it| it.base.clone()).unwrap_or_default();
        let mut anchors: Vec<&str> = Vec::new();
        if let Some(id) = id.filter(|_| !(dialect.ref_alone && keywords.has(Keyword::Ref))) {
            let (address, fragment) = uri::split(id);
            if !address.is_empty() && !own {
                resource = self.add_resource(uri::resolve(&base, address), place, dialect);
            }
            if let Some(fragment) = fragment.filter(|fragment| dialect.id_anchors && !fragment.is_empty()) {
                anchors.push(fragment);
            }
        }
        if let Some(it) = self.resources.get_mut(resource as usize).filter(|it| it.root == place) {
            it.dialect = dialect;
        }
        let base = self.resources.get(resource as usize).map(|it| it.base.clone()).unwrap_or_default();
        let target = Target { place, resource };
        anchors.extend(text(self, Keyword::Anchor));
        let mut dynamic = text(self, Keyword::DynamicAnchor);
        anchors.extend(dynamic);
        if keywords.get(Keyword::RecursiveAnchor).is_some_and(|at| self.kind(place.at(at)) == Kind::True) {
            dynamic = Some("");
        }
        for anchor in anchors {
            self.address(&cat(&[&base, "#", anchor]), target);
        }
        if let Some(dynamic) = dynamic {
            let (name, _) = self.dynamic_names.put(self.keep(dynamic).as_bytes());
            if let Some(it) = self.resources.get_mut(resource as usize) {
                it.dynamic.push((name, place));
            }
        }
        subschemas(&document, &keywords, &mut |schema| self.scan(place.at(schema), resource));
    }

    /// Where a reference leads, read in a resource.
    pub(super) fn target(&self, resource: u32, reference: &str) -> Option<Target> {
        let (address, fragment) = uri::split(reference);
        let base = &self.resources.get(resource as usize)?.base;
        let address = uri::resolve(base, address);
        let root = self.at_address(&address)?;
        let fragment = uri::decoded(fragment.unwrap_or_default());
        match fragment.as_bytes().first() {
            None => Some(root),
            Some(b'/') => self.at_pointer(root, &fragment),
            Some(_) => self.at_address(&cat(&[&address, "#", &fragment])),
        }
    }

    fn at_address(&self, address: &str) -> Option<Target> {
        self.targets.get(self.addresses.get(address.as_bytes())? as usize).copied()
    }

    fn at_pointer(&self, from: Target, pointer: &str) -> Option<Target> {
        let mut at = from;
        for token in pointer.as_bytes().split(|byte| *byte == b'/').skip(1) {
            let token = crate::json::pointer::unescaped(token);
            let node = match self.kind(at.place) {
                Kind::Object => self.child(at.place, hash(token.as_bytes()) as u64, &token)?,
                Kind::Array if token.bytes().all(|byte| byte.is_ascii_digit()) => {
                    let index = number::integer(token.as_bytes(), false)?;
                    self.child(at.place, u64::try_from(index).ok()?, &token)?
                }
                _ => return None,
            };
            at.place.node = node;
            if let Some(resource) = self.resource_of.get(at.place.key()) {
                at.resource = resource;
            }
        }
        Some(at)
    }

    /// A member or an element: of many ones by its number or the hash of its key, so that a reference does not
    /// look at all of them.
    fn child(&self, place: Place, key: u64, token: &str) -> Option<NodeId> {
        let document = self.document(place);
        let (at, node) = (place.key(), document.node(place.node));
        let among = |child: u64| (at.0 << 32 | at.1, child);
        if node.next - place.node > MANY_CHILDREN {
            let mut children = self.children.take();
            if children.get(among(u64::MAX)).is_none() {
                children.set(among(u64::MAX), 0);
                for (number, element) in document.elements(place.node).enumerate() {
                    children.set(among(number as u64), element);
                }
                for (key, value) in document.members(place.node) {
                    children.set(among(hash(&document.text(document.node(key))) as u64), value);
                }
            }
            let child = children.get(among(key));
            self.children.set(children);
            let is =
                |child: &NodeId| node.kind == Kind::Array || document.is(document.node(*child - 1), token);
            if let Some(child) = child.filter(is) {
                return Some(child);
            }
        }
        match node.kind {
            Kind::Array => document.elements(place.node).nth(key as usize),
            _ => document.get(place.node, token),
        }
    }

    /// The scope of dynamic references once a resource is entered: what is outermost counts.
    pub(super) fn entered(&mut self, scope: u32, resource: u32) -> u32 {
        let Some(it) = self.resources.get(resource as usize).filter(|it| !it.dynamic.is_empty()) else {
            return scope;
        };
        let root = it.root;
        let mut names = self.scopes.get(scope as usize).cloned().unwrap_or_default();
        for (name, place) in &it.dynamic {
            if !names.iter().any(|(known, _)| known == name) {
                names.push((*name, Target { place: *place, resource }));
            }
        }
        crate::json::sort::by(&mut names, |(name, _)| u64::from(*name));
        if let Some(same) = self.scopes.iter().position(|known| *known == names) {
            return same as u32;
        }
        if self.scopes.len() >= MOST_SCOPES {
            self.problem(
                root,
                Code::TooLarge,
                "fewer ways to this schema that differ for dynamic references",
                "more",
            );
            return scope;
        }
        self.scopes.push(names);
        self.scopes.len() as u32 - 1
    }

    /// Where a dynamic reference leads: to the outermost anchor of its name, if it is to one at all.
    pub(super) fn dynamic_target(&self, scope: u32, found: Target, name: &str) -> Target {
        let dynamic = self.resources.get(found.resource as usize).map(|it| &it.dynamic);
        let Some(name) = self.dynamic_names.get(name.as_bytes()) else { return found };
        if !dynamic.is_some_and(|dynamic| dynamic.contains(&(name, found.place))) {
            return found;
        }
        let scope = self.scopes.get(scope as usize);
        let outermost = scope.and_then(|names| names.iter().find(|(known, _)| *known == name));
        outermost.map_or(found, |(_, target)| *target)
    }

    /// The text of a string in a document. Nearly every text can be read where it is.
    #[inline(never)]
    pub(super) fn string(&self, at: Place) -> Option<&'a str> {
        let document = self.document(at);
        let node = document.node(at.node);
        if node.kind != Kind::String {
            return None;
        }
        Some(match text(document.inner(node)) {
            Cow::Borrowed(text) => text,
            Cow::Owned(text) => self.keep(&text),
        })
    }

    /// A text that lives as long as the catalog.
    #[inline(never)]
    pub(super) fn keep(&self, text: &str) -> &'c str {
        self.arena.alloc_str(text)
    }

    /// The text of a string, to be kept in the catalog.
    #[inline(never)]
    pub(super) fn kept(&self, at: Place) -> &'c str {
        self.keep(self.string(at).unwrap_or_default())
    }

    /// A value as it stands in its document.
    pub(super) fn raw(&self, at: Place) -> &'a [u8] {
        self.document(at).raw(at.node)
    }

    /// What a value is.
    #[inline(never)]
    pub(super) fn kind(&self, at: Place) -> Kind {
        self.document(at).node(at.node).kind
    }

    /// The elements of an array; none of another value.
    #[inline(never)]
    pub(super) fn elements(&self, at: Place) -> Vec<Place> {
        let mut elements = Vec::new();
        for node in self.document(at).elements(at.node) {
            elements.push(at.at(node));
        }
        elements
    }

    /// The keys of an object and their values; none of another value.
    #[inline(never)]
    pub(super) fn pairs(&self, at: Place) -> Vec<(Place, Place)> {
        let mut pairs = Vec::new();
        for (key, value) in self.document(at).members(at.node) {
            pairs.push((at.at(key), at.at(value)));
        }
        pairs
    }

    #[inline(never)]
    pub(super) fn document(&self, at: Place) -> Document<'a> {
        match self.documents.get(at.document as usize) {
            Some(given) => given.document,
            None => Document::new(&[], &[], 0),
        }
    }
}
