//! MB/s of each stage over real text, beside a floor measured in the same run.
//!
//! `cargo bench -p ekasan --features bench -- CORPUS.jsonl... FILE.txt...`: the strings of JSON Lines and the texts of
//! files are the pages. The floor is what nobody can do without: a UTF-8 check, an NFC check, one character-wise
//! automaton of 5,000 patterns and a scan for digits over the same bytes.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::indexing_slicing, reason = "a program of its own")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use daachorse::{CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use ekasan::bench;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Tokenizer};
use icu_normalizer::ComposingNormalizerBorrowed;
use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

const ROUNDS: usize = 7;

fn main() {
    let files: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let mut pages: Vec<String> = Vec::new();
    for file in &files {
        let Ok(text) = std::fs::read_to_string(file) else {
            println!("cannot read {file}");
            continue;
        };
        if file.ends_with(".jsonl") {
            for line in text.lines() {
                let record: serde_json::Value = serde_json::from_str(line).unwrap();
                pages.extend(["text", "lo", "th"].iter().filter_map(|key| record.get(key)?.as_str().map(str::to_owned)));
            }
        } else {
            pages.push(text);
        }
    }
    if pages.is_empty() {
        println!("no pages to measure on: give JSON Lines or text files");
        return;
    }
    let start = Instant::now();
    let _ = ekasan::parse("2024");
    let tables = start.elapsed();
    let bytes: usize = pages.iter().map(String::len).sum();
    println!("{} pages, {:.2} MB; tables ready in {:.1} ms\n", pages.len(), bytes as f64 / 1e6, tables.as_secs_f64() * 1e3);

    let automaton = CharwiseDoubleArrayAhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .build_with_values(bench::patterns(5000).into_iter().zip(0u32..))
        .unwrap();
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    let floor = best(|| {
        pages.iter().for_each(|page| {
            let text = std::str::from_utf8(black_box(page.as_bytes())).unwrap();
            black_box(nfc.is_normalized(text));
            black_box(automaton.leftmost_find_iter(text).count());
            black_box(text.bytes().filter(u8::is_ascii_digit).count());
        });
    });
    let report = |name: &str, time: Duration| {
        let speed = bytes as f64 / 1e6 / time.as_secs_f64();
        println!("{name:<22} {speed:8.1} MB/s   {:5.2} of the floor's time", time.as_secs_f64() / floor.as_secs_f64());
    };
    report("floor", floor);
    report("decode", best(|| each(&pages, |page| bench::decode(page.as_bytes()))));
    report("normalize", best(|| each(&pages, bench::normalize)));
    report("language", best(|| each(&pages, bench::language)));
    let normalized: Vec<String> = pages.iter().map(|page| ekasan::normalize(page, ekasan::Profile::Canonical)).collect();
    report("split and frame", best(|| each(&normalized, bench::page)));

    let markup: Vec<String> = pages.iter().map(|page| as_html(page)).collect();
    let bare = best(|| {
        for page in &markup {
            let _ = black_box(Tokenizer::new_with_emitter(page.as_str(), tokens()).finish());
        }
    });
    let quiet = best(|| {
        for page in &markup {
            let _ = black_box(Tokenizer::new_with_emitter(page.as_str(), Quiet(tokens())).finish());
        }
    });
    let article = best(|| each(&markup, bench::html));
    println!(
        "{:<22} {:8.2} times the time of the bare tokenizer as it comes, {:.2} of it without its errors, over the same pages as HTML",
        "html",
        article.as_secs_f64() / bare.as_secs_f64(),
        article.as_secs_f64() / quiet.as_secs_f64()
    );

    let mut shares: BTreeMap<&'static str, Duration> = BTreeMap::new();
    for _ in 0..ROUNDS {
        let mut round: BTreeMap<&'static str, Duration> = BTreeMap::new();
        for page in &normalized {
            let mut last = Instant::now();
            black_box(bench::families(page, |name| {
                let now = Instant::now();
                if !name.is_empty() {
                    *round.entry(name).or_default() += now - last;
                }
                last = now;
            }));
        }
        for (name, time) in round {
            let best = shares.entry(name).or_insert(time);
            *best = time.min(*best);
        }
    }
    for (name, time) in shares {
        report(name, time);
    }
    report("whole parse", best(|| pages.iter().for_each(|page| drop(black_box(ekasan::parse(page))))));
    report("sentences", best(|| pages.iter().for_each(|page| drop(black_box(ekasan::sentences(page, None))))));
    let words = best(|| pages.iter().for_each(|page| drop(black_box(ekasan::words(page)))));
    report("words", words);
    // The bare dictionary segmenter gives its cuts as strings too.
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let bare = best(|| pages.iter().for_each(|page| drop(black_box(segmenter.segment_str(page).collect::<Vec<_>>()))));
    report("bare segmenter", bare);
    println!("{:<22} {:8.2} of the bare segmenter's speed", "words", bare.as_secs_f64() / words.as_secs_f64());
    report("parse and to_record", best(|| pages.iter().for_each(|page| drop(black_box(ekasan::parse(page).to_record())))));
}

/// An emitter that looks at every token and keeps none.
fn tokens() -> impl Emitter<Token = std::convert::Infallible> {
    let see = |event: CallbackEvent<'_>, _: html5gum::Span<usize>| -> Option<std::convert::Infallible> {
        black_box(&event);
        None
    };
    let mut emitter = CallbackEmitter::new(see);
    emitter.naively_switch_states(true);
    emitter
}

/// The same without the search for parse errors.
struct Quiet<E>(E);

impl<E: Emitter> ForwardingEmitter for Quiet<E> {
    type Token = E::Token;

    fn inner(&mut self) -> &mut impl Emitter<Token = E::Token> {
        &mut self.0
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }
}

/// A page as HTML: its first line as the headline, a menu before it, the others as paragraphs.
fn as_html(page: &str) -> String {
    let escape = |line: &str| line.replace('&', "&amp;").replace('<', "&lt;");
    let mut lines = page.lines().filter(|line| !line.trim().is_empty());
    let title = escape(lines.next().unwrap_or_default());
    let mut html = format!("<!doctype html><html><head><title>{title}</title><meta property=\"og:title\" content=\"-\"></head><body>");
    html.push_str("<nav><ul><li><a href=\"/1\">1</a></li><li><a href=\"/2\">2</a></li></ul></nav><article><h1>");
    html.push_str(&title);
    html.push_str("</h1>");
    for line in lines {
        html.push_str("<p class=\"text\">");
        html.push_str(&escape(line));
        html.push_str("</p>\n");
    }
    html.push_str("</article><footer><p>-</p></footer></body></html>");
    html
}

/// The shortest of some rounds: what the work costs when nothing else runs.
fn best(mut work: impl FnMut()) -> Duration {
    (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

/// Does something with every page.
fn each(pages: &[String], work: impl Fn(&str) -> usize) {
    for page in pages {
        black_box(work(page));
    }
}
