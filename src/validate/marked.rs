//! Numbers and strings that the reader has marked: what JavaScript cannot hold.

use super::{Detail, Walker};
use crate::finding::Code;
use crate::json::document::Node;
use crate::json::{NodeId, number, sort};

impl Walker<'_, '_> {
    /// Numbers and strings that the reader has marked, unless they have a finding already.
    pub(super) fn flagged(&mut self) {
        let mut said: Vec<NodeId> = self.findings.list.iter().map(|finding| finding.at).collect();
        sort::by(&mut said, |id| u64::from(*id));
        for id in 0..self.document.nodes().len() as NodeId {
            let node = self.document.node(id);
            if !node.has(Node::LARGE | Node::LONE_SURROGATE) || said.binary_search(&id).is_ok() {
                continue;
            }
            if node.has(Node::LONE_SURROGATE) {
                self.findings.warning(Code::LoneSurrogate, id, Detail::LoneSurrogate);
            } else if number::is_unsafe(self.document.raw(id)) {
                self.findings.warning(Code::UnsafeNumber, id, Detail::UnsafeNumber);
            }
        }
    }
}
