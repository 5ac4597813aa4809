//! One fault yields one problem: every example of the catalog, with one thing wrong at a time, at every
//! place that it has.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod util;

use hooklens::catalog::BUILT_IN;
use hooklens::format::Format;
use hooklens::json::pointer::pointer;
use hooklens::json::string::readable;
use hooklens::json::{Document, Kind, Limits, NodeId, Reader};
use hooklens::shape::{Field, Integer, Number, Object, Others, Shape, Text, Wrapper};
use hooklens::{Report, Status, validate};
use util::{Payload, ids, payloads, summary};

/// A member of an object of a body.
struct Member {
    key: String,
    /// Of its value.
    pointer: String,
    /// Where the key starts and ends, and the value.
    places: [usize; 4],
    kind: Kind,
    /// What its value must be, and whether it may be null; `None`: nothing is known of it.
    rule: Option<(Shape<'static>, bool)>,
    /// In an object whose fields have names.
    is_named: bool,
}

impl Member {
    /// Whether a value of the ones that are tried, of another JSON type than the example has, is right here.
    fn admits(&self, value: &str) -> bool {
        let Some((shape, nullable)) = self.rule else { return true };
        value == "null" && nullable || admits(shape, value)
    }
}

fn admits(shape: Shape<'static>, value: &str) -> bool {
    match shape {
        Shape::Any => true,
        Shape::Boolean => value == "true",
        Shape::Number(number) => value == "-7.5" && number == Number::Any,
        Shape::Text(Text { format: Format::Any | Format::NonEmpty, values, .. }) => {
            value == "\"\\u0000\"" && values.is_empty()
        }
        Shape::Text(_) | Shape::Name | Shape::Time(_) | Shape::Events => false,
        Shape::Integer(Integer::Flag | Integer::Count | Integer::Seconds) => false,
        Shape::Array(items) => value == "[[]]" && admits(items.shape, "[]"),
        Shape::Object(object) => value == "{\"\":0}" && matches!(object.others, Others::Open),
        Shape::Union(shapes) => shapes.iter().any(|shape| admits(*shape, value)),
        // Only loaded catalogs have these.
        Shape::Nullable(_) | Shape::Rules(_) | Shape::Defined(_) | Shape::Never => false,
    }
}

/// What the catalog says of the value at a pointer.
fn rule(payload: &Payload, event: &str, target: &str) -> Option<(Shape<'static>, bool)> {
    let report = validate(&payload.body);
    let (_, envelope, event_type) = BUILT_IN
        .rows()
        .find(|(provider, envelope, row)| {
            let wrapped = matches!(envelope.wrapper, Wrapper::Object { .. });
            format!("{}/{}", provider.name, row.name) == payload.id
                && wrapped == !matches!(event.split('/').nth(1), None | Some("0" | "1"))
        })
        .unwrap();
    assert!(report.valid);
    let (object, path) = match (target.strip_prefix(event), &envelope.wrapper) {
        (Some(path), _) if path.is_empty() || path.starts_with('/') => (event_type.shape, path),
        (_, Wrapper::Object { object, .. }) => (*object, target),
        _ => return None,
    };
    let mut at = (Shape::Object(object), false);
    for name in path.split('/').skip(1) {
        at = step(at.0, name)?;
    }
    Some(at)
}

fn step(shape: Shape<'static>, name: &str) -> Option<(Shape<'static>, bool)> {
    let field = |object: &Object<'static>| match (object.field(name), object.others) {
        (Some(Field { shape, nullable, .. }), _) => Some((*shape, *nullable)),
        (None, Others::Each(shape)) => Some((*shape, false)),
        (None, _) => None,
    };
    match shape {
        Shape::Object(object) => field(object),
        Shape::Array(items) => name.parse::<usize>().ok().map(|_| (items.shape, false)),
        Shape::Union(shapes) => shapes.iter().find_map(|shape| step(*shape, name)),
        _ => None,
    }
}

/// An example and every member of every object in it.
struct Example {
    path: String,
    body: Vec<u8>,
    members: Vec<Member>,
    /// After every `{`, and the pointer of its object; not where any name is expected.
    objects: Vec<(usize, String)>,
}

fn examples() -> Vec<Example> {
    payloads()
        .into_iter()
        .filter(|payload| payload.variant != "bare")
        .map(|payload| {
            let mut reader = Reader::new();
            let document = reader.read(&payload.body, Limits::default()).unwrap();
            let (members, objects) = members(&document, &payload);
            Example { path: payload.path, members, objects, body: payload.body }
        })
        .collect()
}

fn members(document: &Document<'_>, payload: &Payload) -> (Vec<Member>, Vec<(usize, String)>) {
    let (mut members, mut objects) = (Vec::new(), Vec::new());
    let events: Vec<String> = validate(&payload.body).events.into_iter().map(|event| event.pointer).collect();
    let rule = |target: &str| {
        let around = |event: &&String| target.starts_with(event.as_str());
        let event = events.iter().find(around).or(events.first()).unwrap();
        rule(payload, event, target)
    };
    for id in 0..document.nodes().len() as NodeId {
        if document.node(id).kind != Kind::Object {
            continue;
        }
        let at = pointer(document, id);
        let named = match rule(&at) {
            Some((Shape::Object(object), _)) => matches!(object.others, Others::Unexpected),
            // A list of events or of charges, one of which stands alone.
            Some((Shape::Events | Shape::Union(_), _)) => true,
            _ => false,
        };
        if named {
            objects.push((document.node(id).start as usize + 1, at));
        }
        for (key, value) in document.members(id) {
            let (key, value_node) = (document.node(key), document.node(value));
            let name = readable(document.inner(key));
            members.push(Member {
                pointer: pointer(document, value),
                places: [key.start, key.end, value_node.start, value_node.end].map(|place| place as usize),
                kind: value_node.kind,
                rule: rule(&pointer(document, value)),
                is_named: named,
                key: name,
            });
        }
    }
    (members, objects)
}

impl Example {
    fn with(&self, start: usize, end: usize, text: &str) -> Report<'static> {
        validate(&[&self.body[..start], text.as_bytes(), &self.body[end..]].concat())
    }

    /// The body without a member and the comma that goes with it.
    fn without(&self, member: &Member) -> Report<'static> {
        let [start, .., end] = member.places;
        let space = |byte: &&u8| byte.is_ascii_whitespace();
        let after = end + self.body[end..].iter().take_while(space).count();
        if self.body[after] == b',' {
            return self.with(start, after + 1, "");
        }
        let before = start - self.body[..start].iter().rev().take_while(space).count();
        self.with(if self.body[before - 1] == b',' { before - 1 } else { start }, end, "")
    }
}

/// Without the name of its event, and without what tells that it is one of the catalog's, a body may be
/// anything; that is one problem too.
fn is_unknown(report: &Report) -> bool {
    report.status == Status::Unknown && ids(report).is_empty()
}

#[test]
fn an_absent_field_is_one_problem_or_none() {
    let (mut missing, mut fine) = (0, 0);
    for example in examples() {
        for member in &example.members {
            let report = example.without(member);
            let what = format!("{} without {}: {:?}", example.path, member.pointer, summary(&report));
            match report.problems.as_slice() {
                [] => fine += 1,
                [_] if is_unknown(&report) => {}
                [problem] => {
                    assert_eq!(
                        summary(&report),
                        [format!("error missing-field {}", member.pointer)],
                        "{what}"
                    );
                    assert_eq!(problem.span.end, problem.span.start + 1, "{what}");
                    missing += 1;
                }
                _ => panic!("{what}"),
            }
        }
    }
    assert!(missing > 200 && fine > 30, "{missing} missing, {fine} fine");
}

#[test]
fn a_value_of_another_type_is_one_problem() {
    let mut wrong = 0;
    for example in examples() {
        for member in &example.members {
            for value in ["null", "true", "-7.5", "\"\\u0000\"", "[[]]", "{\"\":0}"] {
                let same = match value.as_bytes()[0] {
                    b'[' => member.kind == Kind::Array,
                    b'{' => member.kind == Kind::Object,
                    _ => false,
                };
                // What may be either is none of another type: the parts of it are looked at.
                let either = value == "{\"\":0}" && member.pointer.ends_with("/card")
                    || value == "[[]]" && member.pointer.ends_with("/fee_details")
                    || is_a_list_or_one(&example.path, &member.pointer, value);
                if same || either {
                    continue;
                }
                let [.., start, end] = member.places;
                let report = example.with(start, end, value);
                let what =
                    format!("{} with {value} at {}: {:?}", example.path, member.pointer, summary(&report));
                match report.problems.as_slice() {
                    [] => assert!(member.admits(value), "{what}"),
                    [_] if is_unknown(&report) => {}
                    [problem] => {
                        assert_eq!(problem.pointer, member.pointer, "{what}");
                        assert!(!member.admits(value) || member.kind == Kind::Object, "{what}");
                        wrong += 1;
                    }
                    _ => panic!("{what}"),
                }
            }
        }
    }
    assert!(wrong > 1500, "{wrong} were wrong");
}

fn is_a_list_or_one(path: &str, pointer: &str, value: &str) -> bool {
    path.contains("payments.transaction_created")
        && pointer == "/events/0/payload"
        && value.starts_with(['[', '{'])
}

#[test]
fn a_misspelled_key_is_one_problem() {
    let mut misspelled = 0;
    for example in examples() {
        for member in example.members.iter().filter(|member| member.is_named && member.key.len() >= 3) {
            let (first, rest) = member.key.split_at(1);
            let doubled = format!("{first}{first}{rest}");
            let upper = member.key.to_uppercase();
            let camel: String = member
                .key
                .split('_')
                .map(|word| format!("{}{}", word[..1].to_uppercase(), &word[1..]))
                .collect();
            let slips = (0..member.key.len())
                .map(|at| format!("{}q{}", &member.key[..at], &member.key[at + 1..]))
                .filter(|slip| *slip != member.key);
            for key in [doubled, upper, camel].into_iter().chain(slips) {
                let [start, end, ..] = member.places;
                let report = example.with(start, end, &format!("\"{key}\""));
                let what =
                    format!("{} with {key} for {}: {:?}", example.path, member.pointer, summary(&report));
                let [problem] = report.problems.as_slice() else { panic!("{what}") };
                if is_unknown(&report) {
                    continue;
                }
                let fix = problem.fix.as_ref().unwrap_or_else(|| panic!("{what} has no fix"));
                assert_eq!(fix.text, format!("\"{}\"", member.key), "{what}");
                misspelled += 1;
            }
        }
    }
    assert!(misspelled > 4000, "{misspelled} were misspelled");
}

#[test]
fn a_field_more_is_one_warning() {
    let counts = |example: &Example| {
        // One has fields that are not published; of the other, the name is believed only where it is alone.
        !example.path.contains("datalayer") && !example.path.contains("test-call")
    };
    for example in examples().into_iter().filter(counts) {
        for (at, object) in &example.objects {
            let report = example.with(*at, *at, "\"zzz_more\": [null], ");
            assert_eq!(
                summary(&report),
                [format!("warning unexpected-field {object}/zzz_more")],
                "{} with a field more in {object}",
                example.path
            );
            assert_eq!(report.status, Status::Valid);
        }
    }
}

#[test]
fn a_repeated_key_is_one_warning() {
    for example in examples() {
        for member in &example.members {
            let [start, .., end] = member.places;
            let text = String::from_utf8(example.body[start..end].to_vec()).unwrap();
            let report = example.with(end, end, &format!(", {text}"));
            assert_eq!(
                summary(&report),
                [format!("warning duplicate-key {}", member.pointer)],
                "{} with {} twice",
                example.path,
                member.pointer
            );
        }
    }
}

/// Where any name is expected as well, and where nothing is known of the value.
#[test]
fn of_a_repeated_key_the_last_value_is_checked() {
    let locked = std::str::from_utf8(include_bytes!("payloads/seam/lock.locked.json")).unwrap();
    let with = |from: &str, to: &str| {
        assert!(locked.contains(from));
        summary(&validate(locked.replace(from, to).as_bytes()))
    };
    let repeated = "warning duplicate-key /device_custom_metadata/room";
    let wrong = "error wrong-type /device_custom_metadata/room";
    let room = "\"room\": \"204\"";
    assert_eq!(with(room, "\"room\": 5, \"room\": \"204\""), [repeated]);
    assert_eq!(with(room, "\"room\": 5, \"r\\u006fom\": \"204\""), [repeated]);
    assert_eq!(with(room, "\"room\": \"204\", \"room\": 5"), [repeated, wrong]);
    assert_eq!(
        with(room, "\"room\": 5, \"a\": true, \"room\": true, \"room\": 5"),
        [repeated, repeated, wrong]
    );
    let inner = "warning duplicate-key /zzz/a";
    let zzz = ["warning unexpected-field /zzz", "warning duplicate-key /zzz"];
    let twice = "{\"a\": 1, \"a\": 2}";
    let brace = |members: &str| with("\"event_id\"", &format!("{members}, \"event_id\""));
    assert_eq!(brace(&format!("\"zzz\": {twice}, \"zzz\": 1")), zzz);
    assert_eq!(brace(&format!("\"zzz\": 1, \"zzz\": {twice}")), [&zzz[..], &[inner]].concat());
}

/// Sixteen bytes of an endpoint are looked at in one step: so, wherever an id stands in it.
#[test]
fn an_endpoint_that_names_another_id_is_one_warning() {
    let body = std::str::from_utf8(include_bytes!("payloads/paybook/refresh.json")).unwrap();
    let endpoint = "/v1/accounts?id_credential=5e793889ea4c5165d46f9811&limit=5000&skip=0&wbhk=1";
    assert!(body.contains(endpoint));
    let (own, other) = ("5e793889ea4c5165d46f9811", "5e793889ea4c5165d46f9812");
    for length in 0..80 {
        let path = format!("/{}", "cid/".chars().cycle().take(length).collect::<String>());
        for named in [
            |path: &str, id: &str| format!("{path}?id_credential={id}"),
            |path: &str, id: &str| format!("{path}?id_credential={id}&limit=5000"),
            |path: &str, id: &str| format!("{path}?limit=5000&id_credential={id}#credentials"),
            |path: &str, id: &str| format!("{path}x/credentials/{id}"),
            |path: &str, id: &str| format!("{path}x/credentials/{id}/accounts?id_credentials=1"),
            |path: &str, id: &str| {
                format!("{path}x/credentials/5e793889ea4c5165d46f9811/a?id_credential={id}")
            },
        ] {
            let problems = |id| {
                let changed = body.replace(endpoint, &named(&path, id));
                summary(&validate(changed.as_bytes()))
            };
            assert!(problems(own).is_empty(), "{}: {:?}", named(&path, own), problems(own));
            let told = ["warning inconsistent-value /endpoints/accounts/0"];
            assert_eq!(problems(other), told, "{}", named(&path, other));
        }
        // A name in the query is none of the path, and one of the path none of the query.
        for named in [format!("{path}x?/credentials/{other}"), format!("{path}x&id_credential={other}")] {
            let changed = body.replace(endpoint, &named);
            assert!(summary(&validate(changed.as_bytes())).is_empty(), "{named}");
        }
    }
}
