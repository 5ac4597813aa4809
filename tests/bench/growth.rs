//! How time grows with the size of hostile bodies: `cargo bench --bench growth [-- <part of a name>]`.
//!
//! A row for each kind: nanoseconds a byte at each size, every size twice the one before, and how much
//! longer twice the size took at the end; 2 is linear. A kind that takes too long is not made larger.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

#[path = "../util/hostile.rs"]
mod hostile;

use std::io::Write as _;
use std::time::{Duration, Instant};

use hooklens::Checker;
use hooklens::catalog::BUILT_IN;
use hostile::{ALL, Hostile};

/// Up to the largest body that is taken by default.
const SIZES: [usize; 9] = [1 << 16, 1 << 17, 1 << 18, 1 << 19, 1 << 20, 1 << 21, 1 << 22, 1 << 23, 1 << 24];

/// A body that takes longer is the last of its kind.
const PATIENCE: Duration = Duration::from_secs(4);

/// Twice the size may take this much longer: what grows with the square of its size takes 4 times as
/// long, and what no cache holds any more, up to 3 times.
const MOST_GROWTH: f64 = 3.5;

fn main() {
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with("--")).unwrap_or_default();
    let mut out = std::io::stdout().lock();
    let columns: String = SIZES.iter().map(|size| format!("{:>9}", words(*size))).collect();
    writeln!(out, "{:<52}{columns}{:>9}", "ns a byte", "growth").unwrap();
    let mut faster: Vec<&str> = Vec::new();
    for kind in ALL.iter().filter(|kind| kind.name.contains(&wanted)) {
        let measured = measure(kind);
        let cells: String =
            measured.iter().map(|(size, time)| cell(time.as_nanos() as f64 / *size as f64)).collect();
        let growth = growth(&measured);
        let gap = " ".repeat(9 * (SIZES.len() - measured.len()));
        writeln!(out, "{:<52}{cells}{gap}{growth:>9.2}", kind.name).unwrap();
        if growth > MOST_GROWTH {
            faster.push(kind.name);
        }
    }
    match faster.as_slice() {
        [] => writeln!(out, "\nNone grows faster than its size.").unwrap(),
        faster => {
            writeln!(out, "\nFaster than their size: {}", faster.join("; ")).unwrap();
            std::process::exit(1);
        }
    }
}

fn words(size: usize) -> String {
    if size < 1 << 20 { format!("{} KiB", size >> 10) } else { format!("{} MiB", size >> 20) }
}

fn cell(nanoseconds: f64) -> String {
    format!("{nanoseconds:>9.2}")
}

/// For each size, how long the body really is and the least time that it took.
fn measure(kind: &Hostile) -> Vec<(usize, Duration)> {
    let mut checker = Checker::new(&BUILT_IN);
    let mut measured = Vec::new();
    for size in SIZES {
        let body = (kind.body)(size);
        let (mut least, mut spent) = (Duration::MAX, Duration::ZERO);
        for round in 0.. {
            let start = Instant::now();
            std::hint::black_box(kind.run(&mut checker, std::hint::black_box(&body)));
            let time = start.elapsed();
            (least, spent) = (least.min(time), spent + time);
            if round >= 20 || round >= 2 && spent > Duration::from_millis(100) || spent > PATIENCE {
                break;
            }
        }
        measured.push((body.len(), least));
        if spent > PATIENCE {
            break;
        }
    }
    measured
}

/// How much longer twice the size takes, over the last three times that it is made twice as large: what is
/// fixed counts for little there.
fn growth(measured: &[(usize, Duration)]) -> f64 {
    let last = measured.len() - 1;
    let from = last.saturating_sub(3);
    let (Some((small, short)), Some((large, long))) = (measured.get(from), measured.get(last)) else {
        return 0.0;
    };
    let doublings = (*large as f64 / *small as f64).log2();
    (long.as_secs_f64() / short.as_secs_f64()).powf(1.0 / doublings.max(1e-9))
}
