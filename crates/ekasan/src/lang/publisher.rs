//! Publishers by the names that their pages print.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::table::rows;

static SITES: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| rows(include_str!("../../data/publishers.tsv")).map(|row| (row.get("spelling"), row.get("site"))).collect());

/// The site of the publisher of this name, spelled as its pages print it.
pub(crate) fn publisher_site(name: &str) -> Option<&'static str> {
    SITES.get(name).copied()
}

/// The site of the publisher that stands at a host.
pub(crate) fn site_of_host(host: &str) -> Option<&'static str> {
    static HOSTS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| SITES.values().copied().collect());
    if !host.contains('.') {
        return None;
    }
    let host = host.to_ascii_lowercase();
    HOSTS.get(host.strip_prefix("www.").unwrap_or(&host)).copied()
}
