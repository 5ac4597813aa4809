//! An address of IPv4, four decimal numbers without leading zeros, or of IPv6, without brackets and without a zone.

use super::without;

pub(super) use super::authority::{is_ipv4, is_ipv6};

pub(super) const IPV4_WORDS: &str = "an IPv4 address, such as `192.0.2.1`";

pub(super) const IPV6_WORDS: &str = "an IPv6 address, such as `2001:db8::1`";

/// The brackets that it has in a URL.
pub(super) fn mend(text: &str) -> &str {
    without("[", text, "]")
}
