//! The pages of `tests/pages`, flat and HTML: frame and the kind of every block are as a reader set them down.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs, reason = "tests")]

mod support;

use std::fmt::Write as _;

use ekasan::{Document, Parser, Profile, normalize};

/// Pages of which a line cannot be told from its neighbours by what the text alone says.
const KNOWN: [(&str, &str); 3] = [
    (
        "th_08_municipal_site_clock_is_not_the_page_date.txt",
        "a caption without any mark; Thai text has no full stop that would tell it from a sentence",
    ),
    ("th_10_english_date_header_breadcrumb_and_share.txt", "likewise: it stands where a heading would"),
    ("vi_10_no_title_no_date_line_cited_dates_only.txt", "a caption that stands where a heading would"),
];

/// The frame, then a line for each block: its kind and its text.
fn render(page: &Document) -> String {
    let frame = page.frame();
    let mut out = String::new();
    let mut field = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            writeln!(out, "{name}: {value}").unwrap();
        }
    };
    field("title", frame.title.clone());
    field("published", frame.published.map(|day| day.to_string()));
    field("published_time", frame.published_time.clone());
    field("modified", frame.modified.map(|day| day.to_string()));
    field("publisher", frame.publisher.clone());
    field("publisher_site", frame.publisher_site.clone());
    field("byline", frame.byline.clone());
    field("source_url", frame.source.as_ref().map(|source| source.url.clone()));
    field("comment_count", frame.comment_count.map(|count| count.to_string()));
    out.push_str("---\n");
    for block in page.blocks() {
        let text = normalize(page.surface(block.span), Profile::Canonical);
        writeln!(out, "{}\t{}", block.kind.name(), text.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap();
    }
    out
}

#[test]
fn every_page_has_the_frame_and_blocks_set_down_for_it() {
    let folder = support::root().join("tests/pages");
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut count, mut wrong) = (0, Vec::new());
    for file in files.iter().filter(|file| file.extension().is_some_and(|end| end == "txt" || end == "html")) {
        count += 1;
        let name = file.file_name().unwrap().to_str().unwrap();
        let bytes = std::fs::read(file).unwrap();
        let parser = Parser::default();
        let page = if name.ends_with(".html") { parser.parse_html_bytes(&bytes) } else { parser.parse_bytes(&bytes) }.unwrap();
        let wanted = std::fs::read_to_string(file.with_extension("expected")).unwrap();
        let got = render(&page);
        match (got == wanted, KNOWN.iter().any(|(known, _)| *known == name)) {
            (true, true) => wrong.push(format!("{name}: holds now; take it out of KNOWN")),
            (false, false) => {
                let differ: Vec<String> = difference(&wanted, &got);
                wrong.push(format!("{name}:\n{}", differ.join("\n")));
            }
            _ => {}
        }
    }
    assert!(count >= 50, "only {count} pages were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Lines of one text that the other has not.
fn difference(wanted: &str, got: &str) -> Vec<String> {
    let missing = wanted.lines().filter(|line| !got.lines().any(|other| other == *line)).map(|line| format!("  wanted {line}"));
    let extra = got.lines().filter(|line| !wanted.lines().any(|other| other == *line)).map(|line| format!("  got    {line}"));
    missing.chain(extra).collect()
}
