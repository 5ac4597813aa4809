//! The formats of strings at their bounds: every date, time and offset of two digits a part, every
//! length, and every byte at every place.

#![allow(clippy::indexing_slicing, clippy::string_slice)]

use hooklens::format::timestamp::{Style, parse};
use hooklens::format::{Format, flag};

const STYLES: [Style; 2] = [Style::Rfc3339, Style::Lenient];

#[track_caller]
fn is_moment(text: &str, style: Style, expected: bool) {
    assert_eq!(parse(text.as_bytes(), style).is_some(), expected, "{text:?} as {style:?}");
}

/// How many days a month has, by the calendar on the wall; none where there is no such month.
fn days(year: u32, month: u32) -> u32 {
    let leap = if year.is_multiple_of(100) { year.is_multiple_of(400) } else { year.is_multiple_of(4) };
    let february = if leap { 29 } else { 28 };
    let days = [0, 31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    days.get(month as usize).copied().unwrap_or(0)
}

#[test]
fn a_date_is_a_day_of_the_calendar() {
    for year in [0, 1, 4, 96, 100, 400, 1600, 1700, 1900, 1999, 2000, 2023, 2024, 2100, 9996, 9999] {
        for month in 0..100 {
            for day in 0..100 {
                let text = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
                for style in STYLES {
                    is_moment(&text, style, (1..=days(year, month)).contains(&day));
                }
            }
        }
    }
}

#[test]
fn a_time_is_one_of_the_day() {
    for hour in 0..100 {
        for minute in 0..100 {
            for second in 0..100 {
                let leap = (hour, minute, second) == (23, 59, 60);
                let is_time = hour < 24 && minute < 60 && second < 60;
                is_moment(
                    &format!("2023-06-30T{hour:02}:{minute:02}:{second:02}Z"),
                    Style::Rfc3339,
                    is_time || leap,
                );
            }
        }
    }
}

#[test]
fn an_offset_is_less_than_a_day() {
    for hours in 0..100 {
        for minutes in 0..100 {
            for sign in ["+", "-"] {
                let is_offset = hours < 24 && minutes < 60;
                let with = |colon: &str| format!("2023-06-16T19:06:18{sign}{hours:02}{colon}{minutes:02}");
                is_moment(&with(":"), Style::Rfc3339, is_offset);
                is_moment(&with(":"), Style::Lenient, is_offset);
                is_moment(&with(""), Style::Rfc3339, false);
                is_moment(&with(""), Style::Lenient, is_offset);
            }
        }
    }
}

/// A leap second is 23:59:60 in UTC, whatever the clock on the wall says then.
#[test]
fn a_leap_second_ends_a_day_of_utc() {
    for minute in 0..24 * 60 {
        let (hour, minute_of_hour) = (minute / 60, minute % 60);
        for offset in [-1439, -570, -480, -1, 0, 1, 60, 330, 765, 1439_i32] {
            let is_last = (minute - offset).rem_euclid(24 * 60) == 24 * 60 - 1;
            let (sign, size) = if offset < 0 { ('-', -offset) } else { ('+', offset) };
            let (hours, minutes) = (size / 60, size % 60);
            is_moment(
                &format!("2016-12-31T{hour:02}:{minute_of_hour:02}:60{sign}{hours:02}:{minutes:02}"),
                Style::Rfc3339,
                is_last,
            );
        }
    }
}

#[test]
fn a_flag_is_zero_or_one() {
    for integer in [i64::MIN, -1, 0, 1, 2, i64::MAX] {
        let expected = [(0, false), (1, true)].iter().find(|(flag, _)| *flag == integer);
        assert_eq!(flag::canonical(integer), expected.map(|(_, is)| *is), "{integer}");
    }
}

/// Every byte at every place of a text: those that make another one of the format are these, and no more.
#[track_caller]
fn at_every_place(text: &str, accepts: impl Fn(&[u8]) -> bool, fits: impl Fn(usize, u8) -> bool) {
    assert!(accepts(text.as_bytes()), "{text:?}");
    for place in 0..text.len() {
        for byte in 0..=255 {
            let mut changed = text.as_bytes().to_vec();
            changed[place] = byte;
            let expected = byte == text.as_bytes()[place] || fits(place, byte);
            assert_eq!(accepts(&changed), expected, "{:?}", changed.escape_ascii().to_string());
        }
    }
}

#[test]
fn every_byte_at_every_place_of_a_moment() {
    let fits = |place: usize, byte: u8| match place {
        0..=3 | 9 | 12 | 15 | 18 | 20..=22 | 25 | 28 => byte.is_ascii_digit(),
        5 => byte == b'0',
        6 | 8 | 11 | 24 => matches!(byte, b'0'..=b'2'),
        14 | 17 | 27 => matches!(byte, b'0'..=b'5'),
        10 => byte == b't',
        23 => byte == b'-',
        _ => false,
    };
    let text = "2011-11-11T11:11:11.111+11:11";
    at_every_place(text, |text| parse(text, Style::Rfc3339).is_some(), fits);
    let lenient = |text: &[u8]| parse(text, Style::Lenient).is_some();
    at_every_place(text, lenient, |place, byte| fits(place, byte) || place == 10 && byte == b' ');
}

/// Of every text only the whole is one: no start of it, and nothing after it.
#[test]
fn a_moment_ends_where_it_ends() {
    let text = "2023-06-16T19:06:18.944575+05:30";
    let (to_the_second, fraction) = ("2023-06-16T19:06:18".len(), "2023-06-16T19:06:18.".len());
    for end in 0..text.len() {
        let without_offset = end == to_the_second || (fraction + 1..=text.len() - 6).contains(&end);
        for style in STYLES {
            is_moment(&text[..end], style, without_offset);
        }
    }
    for after in [" ", "Z", "0", "\0", "[Europe/Paris]"] {
        is_moment(&format!("{text}{after}"), Style::Lenient, false);
    }
}

#[test]
fn an_object_id_has_24_hexadecimal_digits() {
    for length in 0..=80 {
        let id: String = "0123456789abcdefABCDEF".chars().cycle().take(length).collect();
        assert_eq!(Format::ObjectId.accepts(id.as_bytes()), length == 24, "{length} digits");
    }
    at_every_place(
        "0123456789abcdefABCDEF00",
        |text| Format::ObjectId.accepts(text),
        |_, byte| byte.is_ascii_hexdigit(),
    );
}

#[test]
fn a_uuid_has_its_hyphens_and_hexadecimal_digits_in_their_places() {
    let id = "01234567-89ab-cdef-ABCD-EF0123456789";
    at_every_place(
        id,
        |text| Format::Uuid.accepts(text),
        |place, byte| !matches!(place, 8 | 13 | 18 | 23) && byte.is_ascii_hexdigit(),
    );
    for place in 0..id.len() {
        let (before, after) = id.split_at(place);
        assert!(!Format::Uuid.accepts(before.as_bytes()), "{before}");
        assert!(!Format::Uuid.accepts(&after.as_bytes()[1..]), "{after} without its first");
        for more in ["0", "-"] {
            let longer = format!("{before}{more}{after}");
            assert!(!Format::Uuid.accepts(longer.as_bytes()), "{longer}");
        }
        let shorter = format!("{before}{}", &after[1..]);
        assert!(!Format::Uuid.accepts(shorter.as_bytes()), "{shorter}");
    }
    assert!(!Format::Uuid.accepts(format!("{id}0").as_bytes()));
}

/// Sixteen bytes are looked at in one step, the last ones overlapping those before: so, every length.
#[test]
fn an_endpoint_is_printable_ascii_throughout() {
    for length in 1..=50 {
        let path: String = "/v1/jobs?id=~!#%".chars().cycle().take(length).collect();
        at_every_place(
            &path,
            |text| Format::Endpoint.accepts(text),
            |place, byte| match place {
                0 => false,
                1 => byte.is_ascii_graphic() && !matches!(byte, b'/' | b'\\'),
                _ => byte.is_ascii_graphic(),
            },
        );
    }
    assert!(!Format::Endpoint.accepts(b""));
}

#[test]
fn an_endpoint_is_mended_where_its_path_is_certain() {
    for (text, mended) in [
        ("v1/accounts", Some("/v1/accounts")),
        ("//v1/accounts", Some("/v1/accounts")),
        (" /v1/accounts\n", Some("/v1/accounts")),
        ("https://sync.paybook.com/v1/accounts?skip=0", Some("/v1/accounts?skip=0")),
        ("https://sync.paybook.com", None),
        ("https://sync.paybook.com/", None),
        ("ftp://sync.paybook.com/v1/accounts", None),
        ("sync.paybook.com:443/v1/accounts", None),
        ("/v1/the accounts", None),
        ("", None),
    ] {
        assert_eq!(Format::Endpoint.mend(text).as_deref(), mended, "{text:?}");
    }
}

#[test]
fn a_url_is_of_http_and_has_a_host() {
    let refused = |byte: u8| byte <= b' ' || byte == 0x7f || b"\"<>\\^`{|}".contains(&byte);
    for (url, scheme) in [("https://h/p?q#f", "https"), ("http://h/p?q#f", "http")] {
        let host = scheme.len() + "://".len();
        at_every_place(
            url,
            |text| Format::Url.accepts(text),
            |place, byte| match place {
                _ if place < scheme.len() => byte.eq_ignore_ascii_case(&url.as_bytes()[place]),
                _ if place < host => false,
                _ if place == host => !refused(byte) && byte.is_ascii() && !b"/?#:@[]%".contains(&byte),
                // Here the host may end, or be longer; or what is before was a user.
                _ if place == host + 1 => !refused(byte) && byte.is_ascii() && !b":[]%".contains(&byte),
                _ => !refused(byte),
            },
        );
        for end in 0..url.len() {
            assert_eq!(Format::Url.accepts(&url.as_bytes()[..end]), end > host, "{}", &url[..end]);
        }
    }
}

#[track_caller]
fn are(format: Format, expected: bool, texts: &[&str]) {
    for text in texts {
        assert_eq!(format.accepts(text.as_bytes()), expected, "{text:?}");
    }
}

/// What may stand between `https://` and the path.
#[track_caller]
fn are_hosts(expected: bool, hosts: &[&str]) {
    for host in hosts {
        for rest in ["", "/a", "?a", "#a"] {
            are(Format::Url, expected, &[&format!("https://{host}{rest}")]);
        }
    }
}

#[test]
fn a_port_has_sixteen_bits() {
    for port in 0..70_000 {
        are(Format::Url, port < 65_536, &[&format!("http://h:{port}/")]);
    }
    are_hosts(true, &["h:", "h:0000000000000000000000065535", "[::1]:80", "[::1]:"]);
    are_hosts(false, &["h:065536", "h:4294967296", "h:18446744073709551616", "h:99999999999999999999999999"]);
    are_hosts(
        false,
        &["h:abc", "h:8a", "h:-1", "h:+1", "h::1", "h:1:1", "h:%31", "h: 1", "h:１", ":80", "[::1]80"],
    );
}

#[test]
fn a_user_may_stand_before_a_host() {
    are_hosts(
        true,
        &["u@h", "u:p@h", "@h", ":@h", "u@v@h", "u:p:q@h:1", "é@h", "%@h", "[@h", "u@1.2.3.4", "u@[::]"],
    );
    are_hosts(false, &["@", "u@", "u@:80", "u:p@", "u@1.2.3.256", "h@:1", "h@[::"]);
}

#[test]
fn a_host_that_ends_in_a_number_is_an_ipv4_address() {
    let last = ["255", "0", "0377", "00000000377", "0xff", "0XFf", "0x", "0x00000000ff", "00"];
    for last in last {
        are_hosts(true, &[last, &format!("1.2.3.{last}"), &format!("{last}.{last}.{last}.{last}.")]);
        are_hosts(
            false,
            &[&format!("1.2.3.4.{last}"), &format!("a.{last}"), &format!(".{last}"), &format!("1..{last}")],
        );
    }
    // The last number is all that is left of 32 bits.
    for (before, most) in [("", u32::MAX), ("1.", 0xff_ffff), ("0x1.01.", 0xffff), ("1.2.3.", 0xff)] {
        let most = u64::from(most);
        are_hosts(
            true,
            &[&format!("{before}{most}"), &format!("{before}0x{most:x}"), &format!("{before}0{most:o}")],
        );
        for more in [most + 1, (most + 1) << 4, u64::MAX] {
            are_hosts(
                false,
                &[&format!("{before}{more}"), &format!("{before}0x{more:x}"), &format!("{before}0{more:o}")],
            );
        }
    }
    are_hosts(
        false,
        &["256.1", "0x100.1.1", "0400.1", "09", "1.09", "08.1", "0xg.1", "1e1.1", "+1.1", "a.09"],
    );
    are_hosts(
        false,
        &["99999999999999999999999999999999", "0xffffffffffffffffffffffff", "%31.%32.%33.%32%35%36"],
    );
    // And one that does not end in a number is none.
    are_hosts(
        true,
        &[
            "1.2.3.4a",
            "1.a",
            "256.a",
            "0xg",
            "09a",
            "0x1x",
            "1..",
            "1.2..",
            "-1",
            "1.-1",
            "%31.2.3.4",
            "1%2e1",
        ],
    );
}

#[test]
fn an_address_in_brackets_is_of_ipv6() {
    let right =
        ["::", "::1", "1::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1:2:3:4::6:7:8"];
    let with_ipv4 =
        ["::1.2.3.4", "::ffff:255.255.255.255", "1:2:3:4:5:6:0.0.0.0", "1:2:3:4:5::1.2.3.4", "aBcD::0001"];
    let wrong = [
        "",
        ":",
        ":::",
        "1",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4::5:6:7:8",
        "1::2::3",
        ":1",
        "1:",
    ];
    let too_much =
        ["12345::", "g::", "::1%25eth0", "::1%eth0", "fe80::1%1", "::%31", "[::]", "::1]", "v1.a", "1.2.3.4"];
    let bad_ipv4 =
        ["::1.2.3", "::1.2.3.4.5", "::1.2.3.256", "::01.2.3.4", "::1.2.3.4:5", "1:2:3:4:5:6:7:1.2.3.4"];
    for (expected, addresses) in
        [(true, &right[..]), (true, &with_ipv4), (false, &wrong), (false, &too_much), (false, &bad_ipv4)]
    {
        for address in addresses {
            are_hosts(expected, &[&format!("[{address}]"), &format!("u@[{address}]:1")]);
            let future = *address == "v1.a";
            are(
                Format::Uri,
                expected || future,
                &[&format!("a://[{address}]"), &format!("a://u@[{address}]:1/b")],
            );
        }
    }
    are_hosts(false, &["[::1", "::1", "[::1]a", "a[::1]", "[::1].", "[", "]", "[]", "%5B::1%5D"]);
}

/// A host is decoded, once; and what it is then has no character that no domain has.
#[test]
fn a_host_is_ascii_when_it_is_decoded() {
    for byte in 0..=255_u8 {
        let is = byte.is_ascii_graphic() && !b"#%/:<>?@[\\]^|".contains(&byte);
        are_hosts(is, &[&format!("a%{byte:02x}a"), &format!("a%{byte:02X}a"), &format!("%{byte:02x}.a")]);
    }
    are_hosts(
        true,
        &["a_b", "webhook_domain", "-", ".", "..", "a..b", "a.", "*.a", "!$&'()*+,;=~", "%61%2E%62"],
    );
    are_hosts(true, &["A", &"a".repeat(300), &"a.".repeat(300)]);
    are_hosts(
        false,
        &["%", "a%", "a%2", "a%zz", "%2561", "%25", "%%36%31", "é", "a.é", "%c3%a9", "%EF%BC%91"],
    );
    are_hosts(false, &["１２７.0.0.1", "１", "a。b", "ａ", "ß.example", "\u{ad}", "a\u{200b}", "例え.jp"]);
}

#[test]
fn a_label_in_punycode_decodes() {
    are_hosts(
        true,
        &["xn--bcher-kva.example", "XN--BCHER-KVA", "a.xn--9ca", "xn--ls8h", "xn--mgbh0fb", "%78n--9ca"],
    );
    are_hosts(
        true,
        &["xn-", "xn-a", "axn--", "a-xn--b", "xn--9ca.", "xn--zzzzzzz", "xn--9CA", "xn--maana-pta"],
    );
    // To tell what IDNA does not allow would take its tables.
    are_hosts(true, &["xn--1ug", "xn--a-ecp"]);
    are_hosts(false, &["xn--", "xn--a", "xn--abc-", "xn---", "xn---9ca", "a.XN--A", "xn--99999999", "xn--0"]);
    are_hosts(false, &["xn--9c_", "xn--9ca-.a", "xn--9ca.1", "xn--9999999999999999", "xn--9c ", "xn--9ca--"]);
}

#[test]
fn a_url_is_mended_where_it_is_certain() {
    for (text, mended) in [
        ("https:/h/a", Some("https://h/a")),
        ("http:h", Some("http://h")),
        ("https:////h:80", Some("https://h:80")),
        (" https://h\n", Some("https://h")),
        ("https:/h:abc", None),
        ("https:/1.2.3.256", None),
        ("https:/é", None),
        ("https://", None),
        ("h", None),
    ] {
        assert_eq!(Format::Url.mend(text).as_deref(), mended, "{text:?}");
    }
}

#[test]
fn a_uri_has_a_scheme() {
    let right =
        ["a:", "urn:a:b", "A+-.9:b", "https://h", "a:?", "a:#", "a:/", "a:b/c", "a:/b//c", "a://", "a:///b"];
    are(Format::Uri, true, &right);
    let files =
        ["https://h/a.png?b=c&d=/?e:@#f/?g", "data:image/png;base64,iVBORw0KGgo=", "mailto:a@b", "tag:a,1:b"];
    are(Format::Uri, true, &files);
    are(
        Format::Uri,
        false,
        &["", ":", "a", "//h/a", "/a", "h/a:b", "1a:b", "+a:b", "a_b:c", "é:a", "a b:c", " a:b", "a:b "],
    );
    for byte in 0..=255_u8 {
        let more = |others: &[u8]| byte.is_ascii_alphanumeric() || others.contains(&byte);
        let at = |before: &str, after: &str, expected: bool| {
            let text = [before.as_bytes(), &[byte], after.as_bytes()].concat();
            let shown = text.escape_ascii().to_string();
            assert_eq!(Format::Uri.accepts(&text), expected, "{shown}");
        };
        at("", "s:a", byte.is_ascii_alphabetic());
        at("s", ":a", more(b"+-.:"));
        at("s://", "", more(b"-._~!$&'()*+,;=@:/?#"));
        at("s://", "@h", more(b"-._~!$&'()*+,;=:/?#"));
        at("s://h:", "", byte.is_ascii_digit() || b"@/?#".contains(&byte));
        at("s:/a", "b", more(b"-._~!$&'()*+,;=@:/?#"));
        at("s:?a", "b", more(b"-._~!$&'()*+,;=@:/?#"));
        at("s:#a", "b", more(b"-._~!$&'()*+,;=@:/?"));
        at("s:%", "a", byte.is_ascii_hexdigit());
        at("s:%a", "", byte.is_ascii_hexdigit());
        at("s://[v", ".a]", byte.is_ascii_hexdigit());
        at("s://[v1a", ".a]", byte.is_ascii_hexdigit() || byte == b'.');
        at("s://[", "1.a]", matches!(byte, b'v' | b'V'));
        at("s://[v1.", "]", more(b"-._~!$&'()*+,;=:"));
        at("s://[v1.a]", "", b":/?#".contains(&byte));
    }
    are(
        Format::Uri,
        true,
        &["a://h:", "a://h:99999999999", "a://%ff%00", "a://:@:", "a://999.999.999.999", "a://[::]:/a"],
    );
    are(
        Format::Uri,
        false,
        &["a://h:b", "a://u@v@h", "a://[::1", "a://::1]", "a://[::]a", "a://[v.a]", "a://[v1.]"],
    );
    are(
        Format::Uri,
        false,
        &["a:%", "a:%a", "a:%zz", "a:b%", "a:[", "a:/[::1]", "a:#b#c", "a:<b>", "a:é", "a:\\", "a:\"\""],
    );
}

#[test]
fn white_space_around_a_uri_is_mended() {
    assert_eq!(Format::Uri.mend("\thttps://h/a.png\r\n").as_deref(), Some("https://h/a.png"));
    assert_eq!(Format::Uri.mend("https://h/a b.png"), None);
}

#[test]
fn a_format_is_known_by_its_name() {
    let names = "date-time date time duration email hostname ipv4 ipv6 uri uri-reference uri-template uuid \
        json-pointer relative-json-pointer regex";
    for name in names.split(' ') {
        assert_eq!(Format::by_name(name).and_then(Format::name), Some(name));
    }
    for other in ["", "idn-email", "idn-hostname", "iri", "iri-reference", "int32", "DATE", "url", "string"] {
        assert_eq!(Format::by_name(other), None, "{other}");
    }
    assert_eq!(Format::ObjectId.name(), None);
}

/// Each has an example in its words, which is one.
#[test]
fn an_example_is_of_its_format() {
    for format in JSON_SCHEMA {
        let words = format.words();
        if let Some((_, example)) = words.split_once("such as `") {
            are(format, true, &[example.strip_suffix('`').unwrap_or_default()]);
        }
    }
}

const JSON_SCHEMA: [Format; 13] = [
    Format::DateTime,
    Format::Date,
    Format::Time,
    Format::Duration,
    Format::Email,
    Format::Hostname,
    Format::Ipv4,
    Format::Ipv6,
    Format::UriReference,
    Format::UriTemplate,
    Format::JsonPointer,
    Format::RelativeJsonPointer,
    Format::Regex,
];

#[track_caller]
fn are_mended(format: Format, texts: &[(&str, Option<&str>)]) {
    for (text, mended) in texts {
        assert_eq!(format.mend(text).as_deref(), *mended, "{text:?}");
    }
}

#[test]
fn a_date_and_time_has_an_offset() {
    are(
        Format::DateTime,
        true,
        &["2024-02-29T23:59:59Z", "2024-02-29t23:59:59.123456789z", "2016-12-31T18:59:60-05:00"],
    );
    are(
        Format::DateTime,
        false,
        &[
            "2024-02-29T23:59:59",
            "2024-02-29 23:59:59Z",
            "2024-02-29T23:59:59+0100",
            "2024-02-29",
            "2023-02-29T00:00:00Z",
            "",
        ],
    );
    are_mended(
        Format::DateTime,
        &[
            ("2024-02-29 23:59:59Z", Some("2024-02-29T23:59:59Z")),
            ("2024-02-29 23:59:59.5+0130", Some("2024-02-29T23:59:59.5+01:30")),
            (" 2024-02-29T23:59:59-01:30\n", Some("2024-02-29T23:59:59-01:30")),
            ("2024-02-29 23:59:59", None),
            ("2024-02-30 23:59:59Z", None),
            ("29.2.2024", None),
        ],
    );
}

#[test]
fn a_date_has_ten_characters() {
    for (year, month) in [(2023, 2), (2024, 2), (1900, 2), (2000, 2), (2025, 4), (2025, 12)] {
        for day in 0..40 {
            are(
                Format::Date,
                (1..=days(year, month)).contains(&day),
                &[&format!("{year}-{month:02}-{day:02}")],
            );
        }
    }
    let fits = |place: usize, byte: u8| match place {
        0..=3 | 9 => byte.is_ascii_digit(),
        5 => byte == b'0',
        6 => matches!(byte, b'0'..=b'2'),
        8 => matches!(byte, b'0'..=b'2'),
        _ => false,
    };
    at_every_place("2011-11-11", |text| Format::Date.accepts(text), fits);
    are(
        Format::Date,
        false,
        &[
            "",
            "2024-01-1",
            "2024-01-011",
            "2024-01-01T",
            "2024-01-01Z",
            "2024-01-01T00:00:00Z",
            "20240101",
            "2024-W01-1",
        ],
    );
    are_mended(Format::Date, &[(" 2024-01-01", Some("2024-01-01")), ("2024-1-1", None)]);
}

#[test]
fn a_time_has_an_offset() {
    are(Format::Time, true, &["00:00:00Z", "23:59:59.999-23:59", "23:59:60z", "00:29:60+00:30"]);
    are(
        Format::Time,
        false,
        &[
            "",
            "24:00:00Z",
            "12:00Z",
            "12:00:00",
            "12:00:00+01",
            "12:00:00 Z",
            "T12:00:00Z",
            "12:00:60Z",
            "2024-01-01T12:00:00Z",
        ],
    );
}

#[test]
fn a_duration_has_units_without_gaps() {
    are(
        Format::Duration,
        true,
        &[
            "P1Y", "P1M", "P1D", "P1Y1M", "P1M1D", "P1Y1M1D", "PT1H", "PT1M", "PT1S", "PT1H1M1S", "P1DT1S",
            "P10W", "P00Y00M",
        ],
    );
    are(
        Format::Duration,
        false,
        &[
            "", "P", "PT", "P1", "PT1", "P1S", "PT1D", "P1Y1D", "PT1H1S", "P1D1M", "P1D1D", "P1DT", "P1W1D",
            "P1D1W", "P1WT1H",
        ],
    );
    are(
        Format::Duration,
        false,
        &["PY", "P1.5D", "-P1D", "P-1D", "+P1D", "P1Y ", "p1d", "P1d", "1D", "PT1H2", "PTT1H", "PP1D"],
    );
    are_mended(Format::Duration, &[(" PT1H", Some("PT1H")), ("1 day", None)]);
}

#[test]
fn an_email_address_is_a_mailbox() {
    are(
        Format::Email,
        true,
        &[
            "a@b",
            "a.b+c@d-e.example",
            "!#$%&'*+-/=?^_`{|}~@x",
            "\"a b@c\\\"\\\\\"@d",
            "\"\"@d",
            "a@[192.0.2.1]",
            "a@[IPv6:::1]",
            "A@XN--9CA",
        ],
    );
    are(
        Format::Email,
        false,
        &[
            "", "@", "a", "a@", "@b", "a@b@c", ".a@b", "a.@b", "a..b@c", "a b@c", "a@b_c", "a@-b", "a@b.",
            "a@.b", "a@b c", "<a@b>",
        ],
    );
    are(
        Format::Email,
        false,
        &[
            "é@b",
            "a@é",
            "a@[1.2.3]",
            "a@[::1]",
            "a@[IPv6:1]",
            "a@[]",
            "a@[1.2.3.4",
            "\"a\"b\"@c",
            "\"a\\\"@c",
            "\"@c",
            "\"\n\"@c",
            "a\"b\"@c",
        ],
    );
    are_mended(
        Format::Email,
        &[
            ("mailto:a@b.example", Some("a@b.example")),
            ("<a@b.example> ", Some("a@b.example")),
            ("a b@c", None),
        ],
    );
}

#[test]
fn a_host_name_has_labels() {
    are(
        Format::Hostname,
        true,
        &["a", "a.b", "1", "1.2.3.4", "a-b.c--d", "xn--bcher-kva.example", "r3---sn.example"],
    );
    are(
        Format::Hostname,
        false,
        &[
            "", ".", "a.", ".a", "a..b", "-a", "a-", "a.-b", "a_b", "*.a", "a b", "é", "a:80", "xn--a",
            "http://a",
        ],
    );
    are_mended(Format::Hostname, &[("www.example.com.", Some("www.example.com")), ("a_b", None)]);
}

#[test]
fn an_address_is_written_out() {
    are(Format::Ipv4, true, &["0.0.0.0", "255.255.255.255", "1.20.30.4"]);
    are(
        Format::Ipv4,
        false,
        &["", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4/8", "1.2.3.4:5", "1..3.4", "0x1.2.3.4"],
    );
    are(Format::Ipv6, true, &["::", "::1", "2001:DB8::a", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4"]);
    are(
        Format::Ipv6,
        false,
        &["", ":", "1::2::3", "fe80::1%eth0", "[::1]", "::1/64", "::1.2.3.04", "12345::"],
    );
    are_mended(Format::Ipv6, &[("[::1]", Some("::1")), ("[1.2.3.4]", None)]);
    are_mended(Format::Ipv4, &[(" 1.2.3.4", Some("1.2.3.4")), ("1.2.3", None)]);
}

#[test]
fn a_reference_may_be_relative() {
    are(
        Format::UriReference,
        true,
        &[
            "",
            "a",
            "/a",
            "//h/a",
            "?a",
            "#a",
            "a/b:c",
            "./a:b",
            "?a:b",
            "#a:b",
            "../a%20b",
            "s:a",
            "https://h/a?b#c",
            "/:",
        ],
    );
    are(
        Format::UriReference,
        false,
        &["1:b", ":a", "a b", "%", "/%zz", "\\", "//h:x", "//[::1", "#a#b", "é", "/[a]", "a_b:c"],
    );
}

#[test]
fn a_template_has_expressions() {
    are(
        Format::UriTemplate,
        true,
        &[
            "",
            "a",
            "/é/{id}",
            "{a}{b}",
            "{+a,b:3,c*}",
            "{?a.b}",
            "{%41b}",
            "{=a}",
            "{a_1:9999}",
            "%20",
            "it's",
            "http://h/{a}?b={c}#d",
        ],
    );
    are(
        Format::UriTemplate,
        false,
        &[
            "{", "}", "{}", "{+}", "{a", "a}", "{{a}}", "{a b}", "{a,}", "{,,a}", "{.}", "{a.}", "{a..b}",
            "{..a}", "{a:}", "{a:0}", "{a:1*}",
        ],
    );
    are(
        Format::UriTemplate,
        false,
        &[
            "{a**}", "{*}", "{++a}", "{-a}", "{a:x}", "a b", "%", "%2", "<a>", "a|b", "\"", "\n", "\u{7f}",
            "{é}",
        ],
    );
}

#[test]
fn a_json_pointer_has_its_tildes_escaped() {
    are(Format::JsonPointer, true, &["", "/", "//", "/a/0", "/~0~1", "/é ", "/a~01"]);
    are(Format::JsonPointer, false, &["a", "a/b", "#", "#/a", "/~", "/~2", "/a~/b", "~0", "/~~0"]);
    are(
        Format::RelativeJsonPointer,
        true,
        &["0", "1", "10", "0#", "12/a/~1", "0/", "999999999999999999999/a"],
    );
    are(
        Format::RelativeJsonPointer,
        false,
        &["", "00", "01/a", "-1", "+1", "#", "/a", "0##", "0#/a", "1a", "1~0", "0/~"],
    );
    are_mended(Format::JsonPointer, &[(" /a", None)]);
}
