//! References between schemas: RFC 3986, section 5.

use crate::json::string::{cat, cut, cut_last};

/// A URI reference in its parts; those that are absent are `None`.
struct Parts<'u> {
    scheme: Option<&'u str>,
    authority: Option<&'u str>,
    path: &'u str,
    query: Option<&'u str>,
}

fn parts(uri: &str) -> Parts<'_> {
    let (uri, query) = match cut(uri, b'?') {
        Some((uri, query)) => (uri, Some(query)),
        None => (uri, None),
    };
    let is_scheme = |scheme: &str| {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
        scheme.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) && scheme.bytes().all(plain)
    };
    let (scheme, rest) = match cut(uri, b':') {
        Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
        _ => (None, uri),
    };
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => {
            let end = rest.bytes().position(|byte| byte == b'/').unwrap_or(rest.len());
            let (authority, path) = rest.split_at_checked(end).unwrap_or((rest, ""));
            (Some(authority), path)
        }
        None => (None, rest),
    };
    Parts { scheme, authority, path, query }
}

/// A reference without its fragment, and that.
pub(super) fn split(reference: &str) -> (&str, Option<&str>) {
    match cut(reference, b'#') {
        Some((uri, fragment)) => (uri, Some(fragment)),
        None => (reference, None),
    }
}

/// A reference, without its fragment, as it reads from a base.
pub(super) fn resolve(base: &str, reference: &str) -> String {
    let (reference, _) = split(reference);
    if reference.is_empty() {
        return base.to_owned();
    }
    let (base, to) = (parts(base), parts(reference));
    let mut uri = String::new();
    let scheme = to.scheme.or(base.scheme);
    if let Some(scheme) = scheme {
        uri.push_str(scheme);
        uri.make_ascii_lowercase();
        uri.push(':');
    }
    let is_whole = to.scheme.is_some() || to.authority.is_some();
    if let Some(authority) = if is_whole { to.authority } else { base.authority } {
        uri.push_str("//");
        uri.push_str(authority);
    }
    let mut query = to.query;
    if !is_whole && to.path.is_empty() {
        uri.push_str(base.path);
        query = query.or(base.query);
    } else {
        let (folder, slash) = match cut_last(base.path, b'/') {
            _ if is_whole || to.path.starts_with('/') => ("", ""),
            Some((folder, _)) => (folder, "/"),
            None if base.authority.is_some() => ("", "/"),
            None => ("", ""),
        };
        push_without_dots(&mut uri, &cat(&[folder, slash, to.path]));
    }
    if let Some(query) = query {
        uri.push('?');
        uri.push_str(query);
    }
    uri
}

/// Appends a path with its `.` and `..` gone.
fn push_without_dots(uri: &mut String, path: &str) {
    let Some(mut rest) = path.strip_prefix('/') else { return uri.push_str(path) };
    let mut kept: Vec<u8> = Vec::new();
    loop {
        let (segment, after) = match cut(rest, b'/') {
            Some((segment, after)) => (segment, Some(after)),
            None => (rest, None),
        };
        if segment == ".." {
            kept.truncate(kept.iter().rposition(|byte| *byte == b'/').unwrap_or(0));
        }
        if !matches!(segment, "." | "..") {
            kept.push(b'/');
            kept.extend_from_slice(segment.as_bytes());
        } else if after.is_none() {
            kept.push(b'/');
        }
        match after {
            Some(after) => rest = after,
            None => return uri.push_str(std::str::from_utf8(&kept).unwrap_or_default()),
        }
    }
}

/// A fragment with its percent-encoding undone.
pub(super) fn decoded(fragment: &str) -> String {
    crate::json::string::lossy(&crate::encoding::percent(fragment.as_bytes(), b'+'))
}
