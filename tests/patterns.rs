//! Regular expressions: what they match, what is none, and that all come to an end.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use hooklens::format::Format;
use hooklens::format::pattern::{Pattern, Refusal, compile};

#[track_caller]
fn matches(source: &str, text: &[u8]) -> bool {
    let compiled = compile(source).unwrap_or_else(|refusal| panic!("{source}: {refusal:?}"));
    Pattern { source, ops: &compiled.ops, ranges: &compiled.ranges, host: None }.is_match(text)
}

#[track_caller]
fn is(source: &str, right: &[&str], wrong: &[&str]) {
    for (texts, expected) in [(right, true), (wrong, false)] {
        for text in texts {
            assert_eq!(matches(source, text.as_bytes()), expected, "{source} in {text:?}");
        }
    }
}

#[track_caller]
fn refused(refusal: Refusal, sources: &[&str]) {
    for source in sources {
        assert_eq!(compile(source).err(), Some(refusal), "{source}");
    }
}

#[test]
fn a_pattern_is_looked_for_anywhere() {
    is("", &["", "a"], &[]);
    is("b", &["b", "abc", "aab"], &["", "a", "B"]);
    is("^b", &["b", "bc"], &["ab", "a\nb"]);
    is("b$", &["b", "ab"], &["bc", "b\n"]);
    is("^b$", &["b"], &["", "bb", "b\n", "\nb"]);
    is("^$", &[""], &["a", "\n"]);
    is("a^|b", &["b"], &["a", ""]);
    is("^a|b$", &["ac", "cb"], &["ca", "bc"]);
    is("(^a)?b", &["b", "ab", "cab"], &["a"]);
    is("ab|cd|", &[""], &[]);
    is("^(ab|cd|e)$", &["ab", "cd", "e"], &["", "abcd", "a", "ed"]);
    is("aab", &["aaab", "aabaab"], &["abab"]);
}

#[test]
fn repetitions_are_counted() {
    is("^a*$", &["", "a", "aaa"], &["b", "ab"]);
    is("^a+$", &["a", "aaa"], &["", "ab"]);
    is("^a?b$", &["b", "ab"], &["aab", "a"]);
    is("^a{3}$", &["aaa"], &["aa", "aaaa"]);
    is("^a{2,}$", &["aa", "aaaaaaaa"], &["a", ""]);
    is("^a{0,2}$", &["", "a", "aa"], &["aaa"]);
    is("^a{0}b{0,0}$", &[""], &["a", "b"]);
    is("^(?:ab){2,3}$", &["abab", "ababab"], &["ab", "aba", "abababab"]);
    is("^(?:ab){2,}c$", &["ababc", "ababababc"], &["abc", "c"]);
    is("^(?:ab){0,2}c$", &["c", "abc", "ababc"], &["abababc"]);
    is("^(?:a|bc)*$", &["", "abca", "bcbc"], &["b", "acb"]);
    is("^a*?b+?c??$", &["b", "aabbc"], &["a", "bcc"]);
    is("^(?:a{2}){3}$", &["aaaaaa"], &["aaaaa", "aaaaaaa"]);
    is("^(?:a{1,2}b){2}$", &["abaab", "aabaab"], &["abb", "aaabab"]);
    is("^(a*)*$", &["", "aaa"], &["aab"]);
    is("^(?:){9}(|a){2,}$", &["", "aaa"], &["b"]);
    is("^(?:^)*a(?:$){2}$", &["a"], &["", "aa"]);
    is("a{3}b", &["aaaaab"], &["aabaab"]);
    is("^.{2,3}$", &["é€", "😀😀😀"], &["é", "😀😀😀😀"]);
    is("^[^,]{1,3}(?:,[^,]{1,3})*$", &["a", "abc,de", "a,b,c"], &["", "abcd", "a,,b", ",a"]);
    is("^[a-z]{2,5}[a-c]{1,2}c$", &["abac", "aaaac", "zzzzzabc"], &["ac", "zzzzzzac"]);
    // One goes on while another begins.
    is("^(?:b|c)?[ab]{2,}c$", &["bbc", "bbbc", "aac"], &["bc", "bbcc"]);
    is("(?:x|[ab]{2,})c", &["aabcc", "xc", "bxbac"], &["bc", "xbc"]);
    is("^a{0,262144}$", &["", "aaaa"], &["b"]);
    is("^a{0,99999999999}$", &["", "aaaa"], &["b"]);
}

/// Every text of these letters, up to a length.
fn texts(letters: &str, length: usize) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut longest = all.clone();
    for _ in 0..length {
        longest = longest
            .iter()
            .flat_map(|text| letters.chars().map(move |letter| format!("{text}{letter}")))
            .collect();
        all.extend(longest.iter().cloned());
    }
    all
}

/// A repetition of one code point is counted, of more it is written out; and one way is gone without memory, several
/// ways with some. It must come to the same.
#[test]
fn however_it_is_done_it_comes_to_the_same() {
    let all = texts("abc", 6);
    for bounds in ["*", "+", "?", "{2}", "{0,2}", "{1,3}", "{2,3}", "{2,}", "{3,}"] {
        for pattern in [
            "X",
            "Xc",
            "aXb",
            "(?:X|b)c",
            "(?:aXc)*",
            "(?:X|Xc){2}",
            "Xb?X",
            "(?:bX)?c",
            "(?:a|X)*cX",
            "\\bX\\B",
        ] {
            let counted = pattern.replace('X', &format!("[ab]{bounds}"));
            let written = pattern.replace('X', &format!("(?:[ab]|[]){bounds}"));
            for [before, after] in [["^", "$"], ["^", ""], ["", "$"], ["", ""]] {
                let before_all = before.replace('^', "(?:^|^)");
                let sources = [
                    (before, &counted),
                    (before, &written),
                    (&before_all, &counted),
                    (&before_all, &written),
                ]
                .map(|(before, pattern)| format!("{before}(?:{pattern}){after}"));
                let compiled = sources.each_ref().map(|source| compile(source).unwrap());
                for text in &all {
                    let found = compiled.each_ref().map(|compiled| {
                        Pattern { source: "", ops: &compiled.ops, ranges: &compiled.ranges, host: None }
                            .is_match(text.as_bytes())
                    });
                    assert!(found.iter().all(|is| *is == found[0]), "{found:?}, {text}, {sources:?}");
                }
            }
        }
    }
}

#[test]
fn classes_have_their_members() {
    is("^[a-cx]$", &["a", "b", "c", "x"], &["d", "-", "", "ab"]);
    is("^[^a-c]$", &["d", "\n", "é", "😀"], &["a", "b", ""]);
    is("[]", &[], &["", "a"]);
    is("^[^]$", &["a", "\n"], &["", "ab"]);
    is("^[-a]$|^[b-]$|^[c\\-d]$", &["a", "b", "c", "d", "-"], &["e"]);
    is("^[\\w-]$", &["a", "-"], &["."]);
    is("^[\\w-.]$", &["a", "-", "."], &[",", " "]);
    is("^[.-\\d]$", &[".", "-", "5"], &["a", "/"]);
    is("^[\\d\\s]$", &["1", " "], &["a"]);
    is("^[\\D]$", &["a", "٣"], &["1"]);
    is("^[^\\W_]+$", &["aZ9"], &["_", "é"]);
    is("^[\\b]$", &["\u{8}"], &["b"]);
    is("^[\\]\\[^.$*]$", &["]", "[", "^", ".", "$", "*"], &["\\"]);
    is("^[à-ÿ]$", &["é"], &["e"]);
    is("^[\\u{1F600}-\\u{1F64F}]$", &["😀"], &["🚀"]);
    is("^[\\uD83D\\uDE00-\\uD83D\\uDE4F]$", &["😀"], &["🚀"]);
    is("^.$", &["a", "é", "😀", "\u{85}", "\0"], &["\n", "\r", "\u{2028}", "\u{2029}", ""]);
    is("^\\d$", &["0", "9"], &["٣", "a", "/", ":"]);
    is("^\\w$", &["a", "z", "A", "Z", "0", "9", "_"], &["é", "-", "@", "[", "`", "{", "ſ", "\u{212a}"]);
    let spaces =
        "\t\n\u{b}\u{c}\r \u{a0}\u{1680}\u{2000}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}";
    for space in spaces.chars() {
        is("^\\s$", &[&space.to_string()], &[]);
        is("^\\S$", &[], &[&space.to_string()]);
    }
    is("^\\S$", &["\u{85}", "\u{180e}", "\u{200b}", "\u{1f}", "a"], &[]);
}

#[test]
fn escapes_are_their_characters() {
    is("^\\t\\n\\v\\f\\r\\0$", &["\t\n\u{b}\u{c}\r\0"], &["tnvfr0"]);
    is("^\\cA\\cz\\x41\\u0042\\u{43}\\u{00044}$", &["\u{1}\u{1a}ABCD"], &[]);
    is("^\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/\\-$", &["^$\\.*+?()[]{}|/-"], &[]);
    is("^\\@\\_\\ \\\"\\'\\#\\é$", &["@_ \"'#é"], &[]);
    is("^]}{{a}}a{,2}{a{1$", &["]}{{a}}a{,2}{a{1"], &[]);
    is("^\\u{1F600}$", &["😀"], &["😁"]);
    is("^(?<year>\\d{4})-(?<$m_1>\\d\\d)$", &["2024-01"], &["2024-1"]);
    is("\\bab\\b", &["ab", "x ab.", "é ab", "éab"], &["xab", "ab_", "ab1"]);
    is("a\\Bb", &["ab"], &["a b"]);
    is("^\\B$", &[""], &[]);
    is("^\\b$", &[], &[""]);
}

#[test]
fn what_is_no_regular_expression_is_refused() {
    let groups = [
        "(",
        ")",
        "a)",
        "(a",
        "(?",
        "(?:",
        "(?<",
        "(?<a",
        "(?<>a)",
        "(?<1>a)",
        "(?<a-b>a)",
        "(?P<a>b)",
        "(?#a)",
        "(?i)a",
    ];
    refused(Refusal::Syntax, &groups);
    let quantifiers = [
        "*",
        "+a",
        "?",
        "a**",
        "a+*",
        "a???",
        "{1}",
        "a{1}{2}",
        "a{2,1}",
        "^*",
        "$?",
        "\\b+",
        "(|*)",
        "(?=a)*",
        "(?<!a){2}",
    ];
    refused(Refusal::Syntax, &quantifiers);
    let classes = ["[", "[a", "[b-a]", "[\\", "[\\B]", "[\\1]", "[\\k]", "[\\c]", "[\\00]"];
    refused(Refusal::Syntax, &classes);
    let escapes = [
        "\\",
        "\\a",
        "\\Z",
        "\\e",
        "\\_\\y",
        "\\c",
        "\\c1",
        "\\x",
        "\\x4",
        "\\xg1",
        "\\u",
        "\\u123",
        "\\u{",
        "\\u{}",
        "\\00",
        "\\u{110000}",
        "\\u{-1}",
        "\\p",
        "\\p{",
        "\\pL",
        "\\p{L",
        "\\k",
        "\\k<",
        "\\1",
        "(a)\\2",
    ];
    refused(Refusal::Syntax, &escapes);
    // Also where something else in it is not supported.
    refused(Refusal::Syntax, &["(?=a)(", "\\p{Han}*+", "(?<=a"]);
}

#[test]
fn what_is_not_supported_has_a_name() {
    let named = |words, sources: &[&str]| refused(Refusal::Unsupported(words), sources);
    named("a look-ahead", &["(?=a)b", "^(?!.*--)[a-z]+$", "((?!a))"]);
    named("a look-behind", &["(?<=a+)b", "(?<!a)b"]);
    named("a back-reference", &["(a)\\1", "\\1(a)", "(?<n>a)\\k<n>", "(a)(b)[c]\\2{3}"]);
    named("a change of flags", &["(?i:a)", "(?s-im:a)"]);
    named("a Unicode property", &["\\p{Script=Greek}", "[^\\P{Han}a]"]);
    for source in ["(?=a)", "(a)\\1", "[]", "\\cA", "^(?<n>a)$", "a{9999,}b", "(?:ab){9999}"] {
        assert!(Format::Regex.accepts(source.as_bytes()), "{source}");
    }
    for source in ["^(abc]", "\\a", "(?P<n>a)", "a**"] {
        assert!(!Format::Regex.accepts(source.as_bytes()), "{source}");
    }
    assert!(!Format::Regex.accepts(b"\xed\xa0\x80"), "half of a surrogate pair");
}

/// A text may have halves of surrogate pairs, in the manner of WTF-8, and they are code points as others are.
#[test]
fn halves_of_surrogate_pairs_are_code_points() {
    let (high, low) = (b"\xed\xa0\xbd", b"\xed\xb8\x80");
    for half in [high, low] {
        assert!(matches("^.$", half));
        assert!(matches("^[^a]$", half));
        assert!(!matches("\\w", half));
    }
    assert!(matches("^\\ud83d$", high) && !matches("^\\ud83d$", low));
    assert!(matches("^[\\ud800-\\udfff]$", low) && matches("^\\ude00\\u0041$", b"\xed\xb8\x80A"));
    assert!(!matches("\\ud83d|\\ude00", "😀".as_bytes()), "a whole pair has no half");
}

/// What is no UTF-8 at all is never given; and would do no harm.
#[test]
fn no_bytes_are_too_much() {
    for first in 0..=255 {
        for second in [0, b'a', 0x80, 0xbf, 0xc3, 0xff] {
            for text in [&[first][..], &[first, second], &[b'a', first, second, second], &[second, first]] {
                for source in ["^.*$", "é", "[^a]{2}", "^\\w+\\b", "^[\\u{80}-\\u{10ffff}]{1,3}$"] {
                    matches(source, text);
                }
            }
        }
    }
}

/// With a matcher that tries one way after the other most of these would not end.
#[test]
fn every_pattern_comes_to_an_end() {
    let long = "a".repeat(100_000);
    let (wrong, large) = (format!("{long}!"), "a".repeat(16 << 20));
    for source in [
        "^(a+)+$",
        "^(a*)*$",
        "^(a|a)*$",
        "^(a|aa)+$",
        "^(?:a?){30}a{30}$",
        "^(\\w+\\s?)*$",
        "^([a-z]+){3,}$",
    ] {
        is(source, &[], &[&wrong]);
    }
    is("(x+x+)+y", &[], &[&"x".repeat(100_000)]);
    is("(a|a)*b", &[], &[&large]);
    is("^(a+)+$", &[], &[&format!("{large}!")]);
    is("^a{1,100000}$", &[], &[&large]);
    is("[ab]{1,200000}c", &[], &[&large]);
    is("(?:a{0,50}){0,50}$", &[&long], &[]);
}

#[test]
fn a_pattern_that_is_too_large_is_refused() {
    refused(
        Refusal::TooLarge,
        &["((a{0,50}){0,50}){0,50}", "((ab){1000}){1000}", "((((ab){99}){99}){99}){99}"],
    );
    refused(
        Refusal::TooLarge,
        &["(?:ab){4000000000}", "(?:\\b){2,9999}a", &"(".repeat(1 << 20), &"a".repeat(1 << 20)],
    );
    refused(Refusal::TooLarge, &[&"[ab]".repeat(4097), &format!("[{}]", "ab".repeat(1 << 16))]);
}
