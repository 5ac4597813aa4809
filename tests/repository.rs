//! What holds for the repository as a whole.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod util;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file that git knows or would take, by its path; `None` where there is no git to ask.
fn tracked() -> Option<Vec<String>> {
    let list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let output = Command::new("git").args(list).current_dir(root()).output().ok()?;
    let names = String::from_utf8(output.stdout).unwrap();
    let names = names.split('\0').filter(|name| !name.is_empty() && root().join(name).is_file());
    let names: Vec<String> = names.map(str::to_owned).collect();
    output.status.success().then_some(names).filter(|names| !names.is_empty())
}

/// Every file; without git, what is below the known folders.
fn files() -> Vec<String> {
    tracked().unwrap_or_else(|| {
        let mut files = Vec::new();
        for folder in ["src", "tests", "pkg", "www"] {
            walk(Path::new(folder), &mut files);
        }
        files
    })
}

fn walk(folder: &Path, files: &mut Vec<String>) {
    for name in util::names_in(&root().join(folder)) {
        let path = folder.join(&name);
        if root().join(&path).is_dir() {
            if name != "node_modules" && name != "dist" {
                walk(&path, files);
            }
        } else {
            files.push(path.to_str().unwrap().replace('\\', "/"));
        }
    }
}

fn sources() -> Vec<(String, String)> {
    let mut paths = Vec::new();
    walk(Path::new("src"), &mut paths);
    assert!(paths.len() > 15, "{paths:?}");
    paths
        .into_iter()
        .map(|path| (fs::read_to_string(root().join(&path)).unwrap(), path))
        .map(|(a, b)| (b, a))
        .collect()
}

#[test]
fn only_one_file_names_javascript_values() {
    let naming = |(path, text): (String, String)| text.contains("JsValue").then_some(path);
    let mut files: Vec<String> = sources().into_iter().filter_map(naming).collect();
    // The crate's documentation may say which file it is.
    files.retain(|path| path != "src/lib.rs");
    assert_eq!(files, ["src/wasm.rs"]);
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let code = lib.lines().filter(|line| !line.trim_start().starts_with("//"));
    assert!(code.into_iter().all(|line| !line.contains("JsValue")));
}

/// What is known of a provider is in its file of the catalog, and nowhere else.
#[test]
fn what_walks_the_catalog_names_no_provider() {
    let of_shapes = [
        "src/recognize.rs",
        "src/validate.rs",
        "src/normalize.rs",
        "src/problem.rs",
        "src/report.rs",
        "src/shape.rs",
        "src/suggest.rs",
        "src/sort.rs",
        "src/wasm.rs",
    ];
    for (path, text) in sources() {
        let generic = of_shapes.contains(&path.as_str())
            || path.starts_with("src/json/")
            || path.starts_with("src/format/");
        if !generic {
            continue;
        }
        // A comment may give an identity as an example; code must not.
        let strict = matches!(path.as_str(), "src/recognize.rs" | "src/validate.rs" | "src/normalize.rs");
        for (number, line) in text.lines().enumerate() {
            if !strict && line.trim_start().starts_with("//") {
                continue;
            }
            let line = line.to_lowercase();
            for provider in ["paybook", "chift", "seam"] {
                assert!(!line.contains(provider), "{path}:{}: {line}", number + 1);
            }
        }
    }
}

/// Panics are kept out by the lints; nothing may switch them off but where it says why.
#[test]
fn the_core_has_no_unsafe_code() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    assert!(manifest.contains("unsafe_code = \"forbid\""));
    for lint in ["unwrap_used", "expect_used", "panic", "indexing_slicing", "string_slice"] {
        assert!(manifest.contains(&format!("{lint} = \"deny\"")), "{lint}");
    }
}

#[test]
fn versions_agree() {
    let package: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(root().join("pkg/package.json")).unwrap()).unwrap();
    assert_eq!(package["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(package["name"], env!("CARGO_PKG_NAME"));
    assert_eq!(package["license"], env!("CARGO_PKG_LICENSE"));
    assert_eq!(package["description"], env!("CARGO_PKG_DESCRIPTION"));
    let lock: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(root().join("package-lock.json")).unwrap()).unwrap();
    assert_eq!(lock["packages"]["pkg"]["version"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn there_are_four_folders() {
    let Some(files) = tracked() else {
        let why = "there is no git to ask which files belong to the repository";
        writeln!(std::io::stderr(), "skipped: {why}").unwrap();
        return;
    };
    let folders: BTreeSet<&str> = files
        .iter()
        .filter_map(|path| path.split_once('/'))
        .map(|(folder, _)| folder)
        .filter(|folder| !folder.starts_with('.'))
        .collect();
    let known = BTreeSet::from(["pkg", "src", "tests", "www"]);
    assert!(folders.is_subset(&known), "{folders:?}");
}

#[test]
fn no_file_has_a_path_of_a_machine() {
    let files = files();
    assert!(files.len() > 100, "{} files", files.len());
    let mut wrong = Vec::new();
    for path in files.iter().filter(|path| *path != "tests/repository.rs") {
        let bytes = fs::read(root().join(path)).unwrap();
        let at = |home: &str| bytes.windows(home.len()).any(|window| window == home.as_bytes());
        if ["/root/", "/home/", "/Users/", "C:\\Users\\"].into_iter().any(at) && !is_about_paths(path) {
            wrong.push(path);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// A body with a path in it on purpose.
fn is_about_paths(path: &str) -> bool {
    path.starts_with("tests/problems/json-windows-path")
}

#[test]
fn the_committed_module_has_no_path_of_a_machine() {
    let wasm = root().join("pkg/wasm/hooklens_bg.wasm");
    let bytes =
        fs::read(&wasm).unwrap_or_else(|error| panic!("{}: {error}; run `npm run build`", wasm.display()));
    assert!(bytes.starts_with(b"\0asm"));
    for home in ["/root", "/home/", "/Users/", ".cargo/registry", ".rustup"] {
        assert!(!bytes.windows(home.len()).any(|window| window == home.as_bytes()), "{home}");
    }
}

/// The bytes of these are what is tested: neither git nor a formatter may change them.
#[test]
fn bodies_are_kept_as_they_are() {
    let attributes = fs::read_to_string(root().join(".gitattributes")).unwrap();
    let ignored = fs::read_to_string(root().join(".prettierignore")).unwrap();
    for folder in ["/tests/payloads/", "/tests/problems/"] {
        assert!(attributes.lines().any(|line| line == format!("{folder}** -text")), "{folder}");
        assert!(ignored.lines().any(|line| line == folder), "{folder}");
    }
}
