//! References between schemas: RFC 3986, section 5.

use crate::json::string::{cat, cut, cut_last, lossy};

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
    let (scheme, authority, path, query) = if to.scheme.is_some() {
        (to.scheme, to.authority, without_dots(to.path), to.query)
    } else if to.authority.is_some() {
        (base.scheme, to.authority, without_dots(to.path), to.query)
    } else if to.path.is_empty() {
        (base.scheme, base.authority, base.path.to_owned(), to.query.or(base.query))
    } else if to.path.starts_with('/') {
        (base.scheme, base.authority, without_dots(to.path), to.query)
    } else {
        let path = match cut_last(base.path, b'/') {
            Some((folder, _)) => cat(&[folder, "/", to.path]),
            None if base.authority.is_some() => cat(&["/", to.path]),
            None => to.path.to_owned(),
        };
        (base.scheme, base.authority, without_dots(&path), to.query)
    };
    let scheme = scheme.map(|scheme| cat(&[&scheme.to_ascii_lowercase(), ":"]));
    let authority = authority.map(|authority| cat(&["//", authority]));
    let query = query.map(|query| cat(&["?", query]));
    cat(&[
        scheme.as_deref().unwrap_or_default(),
        authority.as_deref().unwrap_or_default(),
        &path,
        query.as_deref().unwrap_or_default(),
    ])
}

/// A path with its `.` and `..` gone.
fn without_dots(path: &str) -> String {
    let Some(mut rest) = path.strip_prefix('/') else { return path.to_owned() };
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
            None => return lossy(&kept),
        }
    }
}

/// A fragment with its percent-encoding undone.
pub(super) fn decoded(fragment: &str) -> String {
    crate::json::string::lossy(&crate::format::unescaped(fragment.as_bytes(), b'+'))
}
