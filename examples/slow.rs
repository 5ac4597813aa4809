//! x
#[path = "../tests/util/hostile.rs"]
mod hostile;
use std::time::Instant;
fn main() {
    let from: usize = std::env::args().nth(1).map_or(58, |a| a.parse().unwrap());
    let mut checker = hooklens::Checker::new(&hooklens::catalog::BUILT_IN);
    for kind in hostile::ALL.iter().skip(from) {
        let mut t = vec![];
        for size in [1usize << 14, 1 << 18, 1 << 21, (1 << 24) - 1000] {
            if t.last().is_some_and(|t: &f64| *t > 2000.0) {
                t.push(f64::INFINITY);
                continue;
            }
            let body = (kind.body)(size);
            let s = Instant::now();
            if std::env::args().nth(2).is_some() {
                checker.validate(&body, hooklens::Limits::default());
            } else {
                kind.run(&mut checker, &body);
            }
            t.push(s.elapsed().as_nanos() as f64 / body.len() as f64);
        }
        println!(
            "{:60} {:8.1} {:8.1} {:8.1} {:8.1}{}",
            kind.name,
            t[0],
            t[1],
            t[2],
            t[3],
            if t[3] > 4.0 * t[0].max(1.0) { " !!!" } else { "" }
        );
    }
}
