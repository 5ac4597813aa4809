//! Says which event a body is and what is wrong with it: `cargo run --example check < body.json`.

use std::io::Read;

use hooklens::validate;

/// The report in lines, as people read it.
pub fn lines(body: &[u8]) -> Vec<String> {
    let report = validate(body);
    let ids: Vec<String> = report.events.iter().map(|event| event.id.to_string()).collect();
    let mut lines = vec![format!("{} {}", report.status.spelling(), ids.join(", "))];
    for problem in &report.problems {
        let (span, code) = (problem.span, problem.code.spelling());
        lines.push(format!("{}:{} {code}: {}", span.line, span.column, problem.message));
    }
    lines
}

#[allow(dead_code)]
fn main() -> std::io::Result<()> {
    let mut body = Vec::new();
    std::io::stdin().read_to_end(&mut body)?;
    for line in lines(&body) {
        println!("{line}");
    }
    Ok(())
}
