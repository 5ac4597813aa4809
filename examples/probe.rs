fn main() {
    for path in std::env::args().skip(1) {
        let body = std::fs::read(&path).unwrap();
        let report = hooklens::validate(&body);
        println!(
            "== {}: {:?} {} problems",
            path.rsplit('/').next().unwrap(),
            report.status,
            report.problems.len()
        );
        for p in report.problems.iter().take(3) {
            println!("   {} @{}-{} | {:?}", p.message, p.span.start, p.span.end, p.hint);
            if let Some(f) = &p.fix {
                let text = String::from_utf8_lossy(&body);
                let units: Vec<u16> = text.encode_utf16().collect();
                let after = [
                    &units[..f.start as usize],
                    &f.text.encode_utf16().collect::<Vec<_>>(),
                    &units[(f.end as usize).min(units.len())..],
                ]
                .concat();
                let after = String::from_utf16_lossy(&after);
                let r = hooklens::validate(after.as_bytes());
                println!(
                    "   fix `{}` {}..{} -> {:?} {} {}",
                    f.title,
                    f.start,
                    f.end,
                    r.status,
                    r.events.iter().map(|e| e.id.to_string()).collect::<Vec<_>>().join(","),
                    after.chars().take(90).collect::<String>().replace('\n', "~")
                );
            }
        }
    }
}
