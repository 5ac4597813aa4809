//! The formats of strings: one file a format, each recognizing and making canonical.
//!
//! A format knows text alone: neither where it stands nor who sent it.

mod authority;
pub(crate) use authority::decimal;
pub mod date;
pub mod duration;
pub mod email;
pub mod endpoint;
pub mod flag;
pub mod hostname;
pub mod json_pointer;
pub mod object_id;
pub mod pattern;
mod punycode;
pub mod time;
pub mod timestamp;
pub mod uri;
pub mod uri_template;
pub mod url;
pub mod uuid;

use wide::i8x16;

/// What the text of a string must look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Any text, the empty one too.
    Any,
    /// Any text but the empty one.
    NonEmpty,
    /// [`object_id`]
    ObjectId,
    /// [`uuid`]
    Uuid,
    /// [`flag`], as a string.
    Flag,
    /// [`endpoint`]
    Endpoint,
    /// [`url`]
    Url,
    /// [`uri`]
    Uri,
    /// A URI, or a relative reference: [`uri::is_reference`].
    UriReference,
    /// [`uri_template`]
    UriTemplate,
    /// A [`timestamp`] of RFC 3339, with its offset.
    DateTime,
    /// [`date`]
    Date,
    /// [`time`]
    Time,
    /// [`duration`]
    Duration,
    /// [`email`]
    Email,
    /// [`hostname`]
    Hostname,
    /// An IPv4 address.
    Ipv4,
    /// An IPv6 address.
    Ipv6,
    /// [`json_pointer`]
    JsonPointer,
    /// A relative JSON Pointer: [`json_pointer::is_relative`].
    RelativeJsonPointer,
    /// A regular expression of ECMA-262: a [`pattern`], also one that is not supported.
    Regex,
}

/// The formats of JSON Schema by their names.
const NAMES: &[(&str, Format)] = &[
    ("date-time", Format::DateTime),
    ("date", Format::Date),
    ("time", Format::Time),
    ("duration", Format::Duration),
    ("email", Format::Email),
    ("hostname", Format::Hostname),
    ("ipv4", Format::Ipv4),
    ("ipv6", Format::Ipv6),
    ("uri", Format::Uri),
    ("uri-reference", Format::UriReference),
    ("uri-template", Format::UriTemplate),
    ("uuid", Format::Uuid),
    ("json-pointer", Format::JsonPointer),
    ("relative-json-pointer", Format::RelativeJsonPointer),
    ("regex", Format::Regex),
];

impl Format {
    /// The format that JSON Schema has under a name; `None` where it has none, or none that is known here.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Format> {
        NAMES.iter().find(|(other, _)| *other == name).map(|(_, format)| *format)
    }

    /// The name that JSON Schema has for it.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        NAMES.iter().find(|(_, other)| *other == self).map(|(name, _)| *name)
    }

    /// Whether a text, as UTF-8, is of this format.
    #[inline(always)]
    #[must_use]
    pub fn accepts(self, text: &[u8]) -> bool {
        match self {
            Format::Any => true,
            Format::NonEmpty => !text.is_empty(),
            Format::ObjectId => object_id::is(text),
            Format::Uuid => uuid::is(text),
            Format::Flag => flag::is(text),
            Format::Endpoint => endpoint::is(text),
            Format::Url => url::is(text),
            Format::Uri => uri::is(text),
            // Only loaded catalogs have these.
            _ => cfg!(feature = "load") && self.accepts_loaded(text),
        }
    }

    #[inline(never)]
    fn accepts_loaded(self, text: &[u8]) -> bool {
        match self {
            Format::UriReference => uri::is_reference(text),
            Format::UriTemplate => uri_template::is(text),
            Format::DateTime => timestamp::are_date_and_time([text, b""]),
            Format::Date => date::is(text),
            Format::Time => time::is(text),
            Format::Duration => duration::is(text),
            Format::Email => email::is(text),
            Format::Hostname => hostname::is(text),
            Format::Ipv4 => authority::is_ipv4(text),
            Format::Ipv6 => authority::is_ipv6(text),
            Format::JsonPointer => json_pointer::is(text),
            Format::RelativeJsonPointer => json_pointer::is_relative(text),
            Format::Regex => std::str::from_utf8(text).is_ok_and(pattern::is),
            _ => false,
        }
    }

    /// The format in words, with its article.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Format::Any => "a string",
            Format::NonEmpty => "a string that is not empty",
            Format::ObjectId => object_id::WORDS,
            Format::Uuid => uuid::WORDS,
            Format::Flag => flag::TEXT_WORDS,
            Format::Endpoint => endpoint::WORDS,
            Format::Url => url::WORDS,
            Format::Uri => uri::WORDS,
            Format::UriReference => uri::REFERENCE_WORDS,
            Format::UriTemplate => uri_template::WORDS,
            Format::DateTime => timestamp::WORDS,
            Format::Date => date::WORDS,
            Format::Time => time::WORDS,
            Format::Duration => duration::WORDS,
            Format::Email => email::WORDS,
            Format::Hostname => hostname::WORDS,
            Format::Ipv4 => authority::IPV4_WORDS,
            Format::Ipv6 => authority::IPV6_WORDS,
            Format::JsonPointer => json_pointer::WORDS,
            Format::RelativeJsonPointer => json_pointer::RELATIVE_WORDS,
            Format::Regex => pattern::WORDS,
        }
    }

    /// As [`Format::accepts`], where a call costs nothing that counts.
    #[inline(never)]
    pub(crate) fn fits(self, text: &[u8]) -> bool {
        self.accepts(text)
    }

    /// The text that was near-certainly meant, where one is.
    #[must_use]
    pub fn mend(self, text: &str) -> Option<String> {
        let text = text.trim();
        let mended = match self {
            // White space at the ends of these may be meant.
            Format::Any | Format::NonEmpty | Format::JsonPointer | Format::Regex => return None,
            Format::Uuid => uuid::mend(text)?,
            Format::Flag => flag::mend(text)?,
            Format::Endpoint => endpoint::mend(text)?,
            Format::Url => url::mend(text)?,
            Format::ObjectId => object_id::mend(text).to_owned(),
            _ if cfg!(feature = "load") => self.mend_loaded(text)?,
            _ => text.to_owned(),
        };
        self.fits(mended.as_bytes()).then_some(mended)
    }

    fn mend_loaded(self, text: &str) -> Option<String> {
        let part = match self {
            Format::DateTime => return timestamp::mend(text),
            Format::Email => email::mend(text),
            Format::Hostname => without("", text, "."),
            Format::Ipv6 => without("[", text, "]"),
            _ => text,
        };
        Some(part.to_owned())
    }
}

/// Whether a text stands for a value that its writer was to fill in: `<your_id>`, `{{id}}`,
/// `YOUR_API_KEY`, `ID_CREDENTIAL`.
#[must_use]
pub fn is_placeholder(text: &str) -> bool {
    let text = text.as_bytes();
    let constant = text.len() > 3
        && text.first() != Some(&b'_')
        && text.contains(&b'_')
        && text.iter().all(|byte| byte.is_ascii_uppercase() || *byte == b'_');
    let mut brackets = text.iter().filter(|byte| matches!(byte, b'<' | b'>' | b'{'));
    matches!((brackets.next(), brackets.next()), (Some(b'<'), Some(b'>')) | (Some(b'{'), Some(b'{')))
        || constant
}

/// A text without what is before and after it; as it stands where not both are there.
#[inline(never)]
fn without<'a>(before: &str, text: &'a str, after: &str) -> &'a str {
    text.strip_prefix(before).and_then(|text| text.strip_suffix(after)).unwrap_or(text)
}

/// Which of sixteen bytes are hexadecimal digits, of either case.
#[inline]
pub(crate) fn hex(text: i8x16) -> i8x16 {
    let above = |text: i8x16, byte: u8| text.simd_gt(i8x16::splat(byte as i8));
    let below = |text: i8x16, byte: u8| text.simd_lt(i8x16::splat(byte as i8));
    let lower = text | i8x16::splat(0x20);
    above(text, b'0' - 1) & below(text, b'9' + 1) | above(lower, b'a' - 1) & below(lower, b'f' + 1)
}
