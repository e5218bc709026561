//! Where the tests find their texts.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::print_stderr, reason = "tests, of which not every one reads everything")]

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The folder of real texts beside the repository; none, with a notice, in a clone without it.
pub fn shared() -> Option<PathBuf> {
    let shared = root().join("../shared");
    if shared.join("seeds").is_dir() {
        return Some(shared);
    }
    eprintln!("skipped: no ../shared beside this clone");
    None
}

/// The sample pages of the project.
pub fn sample_pages() -> Vec<String> {
    texts(&root().join("examples/pages"))
}

/// Every real text beside the repository; none in a clone without it.
pub fn real_texts() -> Vec<String> {
    let Some(shared) = shared() else { return Vec::new() };
    let mut found = texts(&shared.join("seeds"));
    for corpus in ["thai_government_news.jsonl", "thai_lao_pairs.jsonl"] {
        let lines = std::fs::read_to_string(shared.join("corpora").join(corpus)).unwrap();
        for line in lines.lines() {
            let record: serde_json::Value = serde_json::from_str(line).unwrap();
            found.extend(["text", "lo", "th"].iter().filter_map(|key| record.get(key)?.as_str().map(str::to_owned)));
        }
    }
    found
}

fn texts(folder: &Path) -> Vec<String> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect()
}
