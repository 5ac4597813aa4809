//! JSON as it stands in the text: a flat tape of nodes, each with its place.
//!
//! This module knows RFC 8259 and nothing of webhooks. Reading never fails half-way silently: it
//! gives a whole [`Document`] or the first thing that keeps the body from being one.

pub mod document;
mod lookahead;
pub(crate) mod map;
pub(crate) mod mend;
pub mod number;
pub(crate) mod output;
pub mod pointer;
pub mod position;
pub mod reader;
pub(crate) mod sort;
pub mod string;
pub mod syntax;
pub(crate) mod trail;
pub(crate) mod value;

pub use document::{Document, Kind, Node, NodeId};
pub(crate) use lookahead::block;
pub use reader::{Limits, Malformed, Reader};
