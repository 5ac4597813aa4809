//! What holds for the repository as a whole.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod util;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn read_json(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
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
    paths.into_iter().map(|path| (read(&path), path)).map(|(a, b)| (b, a)).collect()
}

#[test]
fn only_one_file_names_javascript_values() {
    let naming = |(path, text): (String, String)| text.contains("JsValue").then_some(path);
    let mut files: Vec<String> = sources().into_iter().filter_map(naming).collect();
    // The page on the architecture says which file it is.
    files.retain(|path| path != "src/README.md");
    assert_eq!(files, ["src/wasm.rs"]);
}

/// Panics are kept out by the lints; nothing may switch them off but where it says why.
#[test]
fn the_core_has_no_unsafe_code() {
    let manifest = read("Cargo.toml");
    assert!(manifest.contains("unsafe_code = \"forbid\""));
    for lint in ["unwrap_used", "expect_used", "panic", "indexing_slicing", "string_slice"] {
        assert!(manifest.contains(&format!("{lint} = \"deny\"")), "{lint}");
    }
}

#[test]
fn versions_agree() {
    let package = read_json("pkg/package.json");
    assert_eq!(package["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(package["name"], env!("CARGO_PKG_NAME"));
    assert_eq!(package["license"], env!("CARGO_PKG_LICENSE"));
    assert_eq!(package["description"], env!("CARGO_PKG_DESCRIPTION"));
    let lock = read_json("package-lock.json");
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
fn the_committed_modules_have_no_path_of_a_machine() {
    for module in ["hooklens_bg.wasm", "full_bg.wasm"] {
        let wasm = root().join("pkg/wasm").join(module);
        let bytes = fs::read(&wasm)
            .unwrap_or_else(|error| panic!("{}: {error}; run `npm run build`", wasm.display()));
        assert!(bytes.starts_with(b"\0asm"));
        for home in ["/root", "/home/", "/Users/", ".cargo/registry", ".rustup"] {
            assert!(!bytes.windows(home.len()).any(|window| window == home.as_bytes()), "{module}: {home}");
        }
    }
}

/// The bytes of these are what is tested: neither git nor a formatter may change them.
#[test]
fn bodies_are_kept_as_they_are() {
    let attributes = read(".gitattributes");
    let ignored = read(".prettierignore");
    for folder in ["/tests/payloads/", "/tests/problems/"] {
        assert!(attributes.lines().any(|line| line == format!("{folder}** -text")), "{folder}");
        assert!(ignored.lines().any(|line| line == folder), "{folder}");
    }
}

// ---- what comes from elsewhere

/// The crates that are built for a target, and which of them the crate itself is made of.
fn crates(target: &str) -> (Vec<Value>, BTreeSet<String>) {
    let arguments = ["metadata", "--locked", "--format-version", "1", "--filter-platform", target];
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let (mut made_of, mut next) = (BTreeSet::new(), vec![text(&metadata["resolve"]["root"])]);
    let nodes = metadata["resolve"]["nodes"].as_array().unwrap();
    while let Some(id) = next.pop() {
        let node = nodes.iter().find(|node| node["id"] == id.as_str()).unwrap();
        let is_used =
            |of: &&Value| of["dep_kinds"].as_array().unwrap().iter().any(|kind| kind["kind"].is_null());
        let used = node["deps"].as_array().unwrap().iter().filter(is_used).map(|of| text(&of["pkg"]));
        next.extend(used.filter(|id| !made_of.contains(id)));
        made_of.insert(id);
    }
    let Value::Array(packages) = metadata["packages"].take() else { panic!("no packages") };
    (packages, made_of)
}

/// Whether a license, as crates spell it, is met by what is allowed.
fn is_met(license: &str, allowed: &[&str]) -> bool {
    let license = license.replace('/', " OR ").replace(['(', ')'], " ");
    let one_is = |choice: &str| choice.split(" OR ").any(|name| allowed.contains(&name.trim()));
    license.split(" AND ").all(one_is)
}

#[test]
fn the_crates_are_what_deny_toml_allows() {
    let deny = read("deny.toml");
    let (_, list) = deny.split_once("\nallow = [").expect("deny.toml has the licenses that are allowed");
    let allowed: Vec<&str> = list.split(']').next().unwrap().split('"').skip(1).step_by(2).collect();
    assert!(allowed.contains(&"MIT"), "{allowed:?}");
    for target in ["x86_64-unknown-linux-gnu", "wasm32-unknown-unknown"] {
        let (packages, made_of) = crates(target);
        let mut versions: BTreeMap<String, u32> = BTreeMap::new();
        for package in &packages {
            let name = package["name"].as_str().unwrap();
            let license = package["license"].as_str().unwrap_or_default();
            assert!(is_met(license, &allowed), "{name} is licensed as {license:?}");
            if made_of.contains(package["id"].as_str().unwrap()) {
                *versions.entry(name.to_owned()).or_default() += 1;
            }
        }
        versions.retain(|_, count| *count > 1);
        assert!(versions.is_empty(), "for {target}, in several versions: {versions:?}");
        assert!(packages.len() > 20 && made_of.len() > 10, "{} of {}", made_of.len(), packages.len());
    }
}

/// Everything is what its lock says: from the registry, and with its checksum.
#[test]
fn every_lock_names_what_it_locks() {
    for path in ["Cargo.lock", "tests/fuzz/Cargo.lock"] {
        let lock = read(path);
        for package in lock.split("[[package]]").skip(1) {
            let is_ours = package.contains("\nname = \"hooklens");
            let from_registry =
                package.contains("\nsource = \"registry+") && package.contains("\nchecksum = ");
            assert!(is_ours != from_registry, "{path}: {package}");
        }
    }
    let lock = read_json("package-lock.json");
    let packages = lock["packages"].as_object().unwrap();
    for (path, package) in packages.iter().filter(|(path, _)| path.starts_with("node_modules/")) {
        let is_ours = package["link"] == true;
        let from_registry = package["integrity"].is_string() && package["resolved"].is_null();
        assert!(is_ours != from_registry, "{path}: {package}");
    }
    assert!(packages.len() > 100);
}

/// Who installs the package runs nothing by that, and gets nothing else.
#[test]
fn the_package_brings_no_other() {
    let package = read_json("pkg/package.json");
    for key in ["scripts", "dependencies", "optionalDependencies", "bundleDependencies"] {
        assert!(package[key].is_null(), "pkg/package.json has {key}");
    }
    let peers = package["peerDependencies"].as_object().unwrap();
    for name in peers.keys() {
        assert_eq!(package["peerDependenciesMeta"][name]["optional"], true, "{name} is not optional");
    }
    assert!(package["bin"].as_object().unwrap().keys().eq(["hooklens"]));
}

/// What is developed with has one exact version, runs no script of its own, and is as its lock says.
#[test]
fn locks_are_honored() {
    let package = read_json("package.json");
    for key in ["devDependencies", "optionalDependencies"] {
        for (name, version) in package[key].as_object().unwrap() {
            let version = version.as_str().unwrap();
            assert!(
                version.split('.').count() == 3 && version.starts_with(|c: char| c.is_ascii_digit()),
                "{name} {version}"
            );
        }
    }
    assert!(package["dependencies"].is_null());
    assert!(read(".npmrc").lines().any(|line| line == "ignore-scripts=true"));
    let (run, build) = (read("tests/run.mjs"), read("pkg/build.mjs"));
    let commands = run.lines().filter(|line| line.contains("cargo(\"") && !line.contains("cargo(\"fmt\""));
    for command in commands {
        assert!(command.contains("\"--locked\""), "tests/run.mjs: {command}");
    }
    assert!(run.contains("run(\"npm\", [\"ci\"]") && !run.contains("run(\"npm\", [\"install\""));
    for command in ["\"fetch\", \"--locked\"", "\"--\", \"--locked\""] {
        assert!(build.contains(command), "pkg/build.mjs: {command}");
    }
}
