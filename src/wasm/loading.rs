//! Loading catalog documents: in the module that is built with the feature `load`.

use core::arch::wasm32::memory_size;

use wasm_bindgen::prelude::*;

use super::{RegExp, with_module};
use crate::Checker;
use crate::catalog::BUILT_IN;
use crate::format::pattern::HostPatterns;
use crate::json::string::cut;
use crate::load::{self, Arena, Source};
use crate::report;

/// In the flags of a source: it has a name.
const NAMED: u32 = 1;

/// In the flags of a source: only some of its events are to be loaded.
const SELECTED: u32 = 2;

/// In the flags of a source: another format is an error.
const ASSERTED: u32 = 4;

/// In the flags of a source: what cannot be matched in linear time is matched by the host.
const HOSTED: u32 = 8;

/// JavaScript's regular expressions. One is made anew for each text, which engines are quick at: nothing of an instance
/// but its memory is copied to the next.
#[derive(Debug)]
struct JavaScript;

impl HostPatterns for JavaScript {
    fn is_match(&self, pattern: &str, text: &str) -> Option<bool> {
        let regexp = RegExp::new(pattern, "u").ok()?;
        Some(regexp.test(text))
    }
}

/// Takes what was written as a document that is to be loaded: so many bytes of text, then the source's name, then
/// the types of its events with a zero byte between.
#[wasm_bindgen]
pub fn add_source(document: usize, name: usize, events: usize, flags: u32) {
    with_module(|module| {
        let mut bytes = std::mem::take(&mut module.body);
        bytes.truncate(document + name + events);
        module.sources.push(Given { bytes, document, name, flags });
    });
}

/// Makes the catalog of the documents that were added, with the built-in providers or without. 0: from now on it is
/// the catalog of this instance. Else where in memory a report with everything that is wrong with the documents is;
/// the index of the document of each problem is at [`rows`].
///
/// A catalog lives as long as the instance: its memory is never given back.
#[wasm_bindgen]
pub fn load_catalog(built_in: bool) -> usize {
    with_module(|module| {
        let given = std::mem::take(&mut module.sources);
        let events: Vec<Vec<&str>> = given.iter().map(Given::events).collect();
        let mut sources = Vec::with_capacity(given.len());
        for (given, events) in given.iter().zip(&events) {
            sources.push(given.source(events));
        }
        let others = if built_in { BUILT_IN.providers() } else { &[] };
        let arena: &'static Arena = Box::leak(Box::default());
        match load::load(arena, &sources, others) {
            Ok(loaded) => {
                module.unknown_formats = arena.alloc_slice_copy(&loaded.unknown_formats);
                module.catalog = Box::leak(Box::new(loaded.catalog(others)));
                module.checker = Checker::new(module.catalog);
                0
            }
            Err(found) => {
                module.rows = vec![found.len() as u32];
                module.rows.extend(found.iter().map(|found| found.source as u32));
                let problems = found.into_iter().map(|found| found.problem).collect();
                module.writer.report(&report::of_problems(problems), module.catalog);
                module.writer.give()
            }
        }
    })
    .unwrap_or_default()
}

/// Writes zeros where memory is free, so that a copy of it need not have what loading left there.
#[wasm_bindgen]
pub fn clear_free_memory() {
    let mut blocks = Vec::new();
    let mut size = 1 << 18;
    while size >= 1 << 10 {
        let before = memory_size(0);
        blocks.push(vec![0_u8; size]);
        if memory_size(0) > before {
            size /= 4;
        }
    }
    std::hint::black_box(&blocks);
}

/// A document that is to be loaded.
pub(super) struct Given {
    /// Its text, then the source's name, then the types of its events with a zero byte between.
    bytes: Vec<u8>,
    document: usize,
    name: usize,
    flags: u32,
}

impl Given {
    fn text(&self, from: usize, to: usize) -> &str {
        self.bytes.get(from..to).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default()
    }

    fn events(&self) -> Vec<&str> {
        let mut events = Vec::new();
        let mut rest = self.text(self.document + self.name, self.bytes.len());
        while let Some((event, after)) = cut(rest, 0) {
            events.push(event);
            rest = after;
        }
        if !rest.is_empty() {
            events.push(rest);
        }
        events
    }

    fn source<'s>(&'s self, events: &'s [&'s str]) -> Source<'s> {
        let name = self.text(self.document, self.document + self.name);
        Source {
            document: self.bytes.get(..self.document).unwrap_or_default(),
            name: (self.flags & NAMED != 0).then_some(name),
            events: (self.flags & SELECTED != 0).then_some(events),
            assert_formats: self.flags & ASSERTED != 0,
            host_patterns: (self.flags & HOSTED != 0).then_some(&JavaScript),
        }
    }
}
