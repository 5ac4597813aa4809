//! Writes every file that is generated from the catalog, or checks that each is as it would be written.

use std::path::Path;
use std::process::ExitCode;

use hooklens::catalog::BUILT_IN;
use hooklens::export;

const USAGE: &str = "\
Writes every file that is generated from the catalog.

usage: npm run generate [-- --check]

  --check  write nothing; fail if a file is not as it would be written
  --help   this text
";

fn main() -> ExitCode {
    let mut check = false;
    for option in std::env::args().skip(1) {
        match option.as_str() {
            "--check" => check = true,
            "--help" | "-h" => {
                print!("{USAGE}");
                return ExitCode::SUCCESS;
            }
            _ => {
                eprint!("Unknown option: {option}\n\n{USAGE}");
                return ExitCode::from(2);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| std::fs::read_to_string(root.join(path)).unwrap_or_default();
    let files = export::files(&BUILT_IN, read);
    let stale: Vec<&export::File> = files.iter().filter(|file| read(&file.path) != file.text).collect();
    let orphans = orphans(root, &files);
    if check {
        for path in stale.iter().map(|file| &file.path).chain(&orphans) {
            eprintln!("Not what the catalog generates: {path}");
        }
        if !stale.is_empty() || !orphans.is_empty() {
            eprintln!("`npm run generate` mends it.");
            return ExitCode::FAILURE;
        }
        println!("The {} generated files are what the catalog generates.", files.len());
        return ExitCode::SUCCESS;
    }
    for file in &stale {
        let path = root.join(&file.path);
        let folder = path.parent().unwrap_or(root);
        if let Err(error) = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&path, &file.text)) {
            eprintln!("{} could not be written: {error}", file.path);
            return ExitCode::FAILURE;
        }
        println!("Wrote {}", file.path);
    }
    for path in &orphans {
        if let Err(error) = std::fs::remove_file(root.join(path)) {
            eprintln!("{path} could not be removed: {error}");
            return ExitCode::FAILURE;
        }
        println!("Removed {path}");
    }
    println!("{} generated files, {} changed.", files.len(), stale.len() + orphans.len());
    ExitCode::SUCCESS
}

/// Files in a generated folder that the catalog does not generate any more.
fn orphans(root: &Path, files: &[export::File]) -> Vec<String> {
    let mut folders = vec![root.join("pkg/schemas")];
    let mut orphans = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            if !files.iter().any(|file| file.path == name) {
                orphans.push(name);
            }
        }
    }
    orphans
}
