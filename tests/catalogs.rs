//! Catalogs are values: several work side by side, each knowing its own and nothing else.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod util;

/// The provider that CONTRIBUTING.md shows, as it would stand in `src/catalog`.
#[path = "examples/acme.rs"]
mod acme;

use hooklens::catalog::{BUILT_IN, Catalog};
use hooklens::format::{self, Format};
use hooklens::shape::{self, Field, Integer, Shape, Text};
use hooklens::{Checker, Limits, Report, Status};
use util::{ids, payloads, summary, with_bakery};

/// A bakery with so many event types.
fn with_breads<T>(count: usize, work: impl FnOnce(&Catalog<'_>) -> T) -> T {
    let names: Vec<String> = (0..count).map(|number| format!("bread.baked.{number}")).collect();
    let fields = [
        Field::required("loaves", Shape::Integer(Integer::Count)),
        Field::optional("baker", Shape::Text(Text::of(Format::NonEmpty))),
    ];
    with_bakery(&names, &fields, &["loaves"], work)
}

fn check<'c>(catalog: &'c Catalog<'c>, body: &str) -> Report<'c> {
    Checker::new(catalog).validate(body.as_bytes(), Limits::default())
}

#[test]
fn two_catalogs_work_side_by_side() {
    let bread = r#"{"kind":"bread.baked.0","loaves":12}"#;
    let refresh = include_str!("payloads/paybook/refresh.json");
    with_breads(3, |bakery| {
        let (mut own, mut built_in) = (Checker::new(bakery), Checker::new(&BUILT_IN));
        for _ in 0..3 {
            let found = own.validate(bread.as_bytes(), Limits::default());
            assert_eq!((found.status, ids(&found)), (Status::Valid, vec!["bakery/bread.baked.0".to_owned()]));
            let event = &own.normalize(bread.as_bytes(), Limits::default()).unwrap()[0];
            assert_eq!(event.event_type, "com.example.bakery.bread.baked.0");
            assert_eq!((event.source.as_str(), event.data.as_str()), ("/bakery", r#"{"loaves":12}"#));
            let found = built_in.validate(refresh.as_bytes(), Limits::default());
            assert_eq!((found.status, ids(&found)), (Status::Valid, vec!["paybook/refresh".to_owned()]));
            // What the one knows is unknown to the other.
            assert_eq!(own.validate(refresh.as_bytes(), Limits::default()).status, Status::Unknown);
            assert_eq!(built_in.validate(bread.as_bytes(), Limits::default()).status, Status::Unknown);
        }
    });
}

#[test]
fn a_catalog_of_ones_own_diagnoses_as_the_built_in_one_does() {
    with_breads(3, |bakery| {
        let found = check(bakery, r#"{"kind":"bread.baked.1","loafs":"12","baker":""}"#);
        assert_eq!(
            summary(&found),
            ["error misspelled-field /loafs", "error wrong-type /loafs", "error bad-format /baker"]
        );
        let found = check(bakery, r#"{"kind":"bred.baked.1","loaves":1}"#);
        assert_eq!(found.status, Status::Unknown);
        assert_eq!(found.candidates[0].to_string(), "bakery/bread.baked.1");
        let found = check(bakery, r#"{"loaves":1}"#);
        assert_eq!((found.status, found.candidates.len()), (Status::Unknown, 3));
    });
}

/// Tens of thousands of names are found as three are, the last as the first.
#[test]
fn names_are_found_however_many_there_are() {
    for count in [1, 2, 255, 256, 257, 1_000, 60_000] {
        with_breads(count, |bakery| {
            for number in [0, count / 2, count - 1] {
                let found = check(bakery, &format!(r#"{{"kind":"bread.baked.{number}","loaves":1}}"#));
                assert_eq!(ids(&found), [format!("bakery/bread.baked.{number}")]);
            }
            assert!(ids(&check(bakery, r#"{"kind":"bread.baked.x","loaves":1}"#)).is_empty());
            assert_eq!(bakery.event_types().count(), count);
        });
    }
}

/// More event types than there are rows are not recognized, and take nobody's place.
#[test]
fn event_types_beyond_the_last_row_are_left_out() {
    let most = Catalog::MOST_ROWS;
    for (count, known) in [(most, true), (most + 1, false)] {
        with_breads(count, |bakery| {
            let found = check(bakery, r#"{"kind":"bread.baked.7","loaves":1}"#);
            assert_eq!(!ids(&found).is_empty(), known, "{count}");
        });
    }
}

#[test]
fn a_catalog_without_providers_knows_nothing() {
    let nobody = Catalog::new(&[]);
    for payload in payloads() {
        let found = check(&nobody, std::str::from_utf8(&payload.body).unwrap());
        assert_eq!((found.status, ids(&found).len()), (Status::Unknown, 0), "{}", payload.path);
    }
    assert_eq!(nobody.event_types().count(), 0);
}

#[test]
fn the_provider_that_is_shown_works() {
    let catalog = Catalog::new(&[&acme::PROVIDER]);
    let (_, _, event) = catalog.event_types().next().unwrap();
    let report = check(&catalog, event.example);
    assert_eq!((ids(&report), summary(&report)), (vec!["acme/door.opened".to_owned()], vec![]));
    let events = Checker::new(&catalog).normalize(event.example.as_bytes(), Limits::default()).unwrap();
    assert_eq!(events[0].event_type, "com.acme.door.opened");
    assert_eq!(events[0].id, "0b9bd9bc-7a0f-4f6c-9a3e-4f0f6f0f7b11");
    assert_eq!(events[0].data, r#"{"door_id":"c2a54a0e-40f2-4c2c-8f1f-6d5a1f2b3c44"}"#);
}

/// Made of the same providers, it gives the same, byte for byte: what is built in has no privilege.
#[test]
fn what_is_built_in_is_a_catalog_like_any_other() {
    let made = Catalog::new(BUILT_IN.providers());
    let (mut made, mut built_in) = (Checker::new(&made), Checker::new(&BUILT_IN));
    for payload in payloads() {
        let reports = [&mut made, &mut built_in].map(|checker| {
            let report = checker.validate(&payload.body, Limits::default());
            let events = checker.normalize(&payload.body, Limits::default()).ok();
            (serde_json::to_string(&report).unwrap(), events)
        });
        assert_eq!(reports[0], reports[1], "{}", payload.path);
    }
}
