//! x
fn found(s: &str) -> String {
    hooklens::validate(s.as_bytes())
        .problems
        .first()
        .map(|p| p.found.clone().unwrap())
        .unwrap_or("none".into())
}
fn main() {
    let pct = |k: usize, pad: usize| format!("%{}7B\"a\":\"{}\"}}", "25".repeat(k), "x".repeat(pad));
    for k in [1, 5, 10, 12, 14, 16, 17, 18, 19, 20, 21, 22, 23, 24, 26, 28, 30] {
        println!("pct {k} {} {}", pct(k, 0).len(), found(&pct(k, 0)));
    }
    for k in 3..9 {
        println!("pctlong {k} {}", found(&pct(k, 100_000)));
    }
    for n in 1..7 {
        let p = "[a] ".repeat(n);
        println!("brackets {n} {}", found(&format!("{p}{{\n{p}  \"a\": 1\n{p}}}")));
    }
    for w in [18, 19, 20, 21] {
        let t = format!("{{\"a\":\"{}\"}}", "x".repeat(3 * w - 8));
        println!(
            "width {w} {} {}",
            t.len(),
            found(&format!("{}\n{}\n{}", &t[..w], &t[w..2 * w], &t[2 * w..]))
        );
    }
    for n in [58, 59, 60, 61, 62, 63, 64, 65, 66] {
        println!("quote {n} {}", found(&format!("x \"{{{}\\\"a\\\":1}}\"", " ".repeat(n))));
    }
    for n in [1000, 1010, 1012, 1014, 1015, 1016, 1017, 1018, 1019, 1020, 1021, 1022, 1023, 1024] {
        println!("pairs {n} {}", found(&format!("{{a={}, b=c}}", "x".repeat(n))));
    }
    for n in [5, 10, 20, 30, 40, 50, 60] {
        println!("vain {n} {}", found(&format!("x {}!{{\"a\":1}}", "[1,".repeat(n))));
    }
    for n in [5, 6, 7, 8, 10, 12, 20, 30, 40, 60] {
        println!(
            "vainlong {n} {}",
            found(&format!("x {}!{{\"a\":1}}", format!("[{}", "1,".repeat(5000)).repeat(n)))
        );
    }
    for k in [30, 31, 32, 33, 34, 35, 36, 40, 60, 100] {
        println!("pct {k} {} {}", pct(k, 0).len(), found(&pct(k, 0)));
    }
    println!(
        "long {} {}",
        found(&format!("x{}{{\"a\":1}}", " ".repeat((4 << 20) - 8))),
        found(&format!("x{}{{\"a\":1}}", " ".repeat((4 << 20) - 7)))
    );
    println!("esc {:?}", hooklens::validate(b"{'a': 'b', 'c': '\\U0001F60").problems[0].fix);
}
