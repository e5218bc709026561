//! Documents: type symbols, issuers, the words that name them, and the landmarks among them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::table::rows;
use super::words::Words;

/// A type symbol or an issuer symbol, spelled with its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Symbol {
    pub(crate) spelling: &'static str,
    /// Of the State, of the Party, or of both.
    pub(crate) party: bool,
    pub(crate) state: bool,
}

/// Symbols by their letters without marks and case.
pub(crate) struct Symbols(FxHashMap<String, Vec<Symbol>>);

impl Symbols {
    fn new(table: &'static str) -> Symbols {
        let mut symbols: FxHashMap<String, Vec<Symbol>> = FxHashMap::default();
        for row in rows(table) {
            let spelling = row.get("symbol");
            if spelling.is_empty() || row.get("side") == "lao" {
                continue;
            }
            let side = row.get("side");
            let symbol = Symbol { spelling, party: side != "state", state: side != "party" };
            let same = symbols.entry(plain(spelling)).or_default();
            match same.iter_mut().find(|known| known.spelling == spelling) {
                Some(known) => {
                    known.party |= symbol.party;
                    known.state |= symbol.state;
                }
                None => same.push(symbol),
            }
        }
        Symbols(symbols)
    }

    /// The known symbol that was printed so: exactly, else but for case and lost marks; the likeliest first.
    pub(crate) fn read(&self, printed: &str) -> Vec<&Symbol> {
        let Some(same) = self.0.get(&plain(printed)) else { return Vec::new() };
        let mut found: Vec<&Symbol> = same.iter().collect();
        // Small letters lose their case before they lose a mark: tu is TU, not TƯ.
        let folded = printed.to_lowercase();
        found.sort_by_key(|symbol| (symbol.spelling != printed, symbol.spelling.to_lowercase() != folded));
        found
    }
}

/// Letters without marks and case, for symbols that lost theirs.
pub(crate) fn plain(symbol: &str) -> String {
    symbol
        .chars()
        .map(|c| match c {
            'Đ' | 'đ' | 'Ð' => 'D',
            'Ơ' | 'ơ' => 'O',
            'Ư' | 'ư' => 'U',
            'Ă' | 'Â' | 'ă' | 'â' => 'A',
            'Ê' | 'ê' => 'E',
            'Ô' | 'ô' => 'O',
            c => c.to_ascii_uppercase(),
        })
        .collect()
}

/// Type symbols.
pub(crate) static TYPES: LazyLock<Symbols> = LazyLock::new(|| Symbols::new(include_str!("../../data/document_types.tsv")));

/// Issuer symbols in Latin letters.
pub(crate) static ISSUERS: LazyLock<Symbols> = LazyLock::new(|| Symbols::new(include_str!("../../data/issuers.tsv")));

/// The symbols of the bodies that pass laws; the number of the term follows them.
pub(crate) static ASSEMBLIES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    rows(include_str!("../../data/issuers.tsv"))
        .filter(|row| row.get("side") == "state" && row.get("kind") == "national_assembly")
        .map(|row| row.get("symbol"))
        .collect()
});

/// Issuers of Laos, in Lao letters.
pub(crate) static LAO_ISSUERS: LazyLock<Words<&'static str>> = LazyLock::new(|| {
    Words::new(
        rows(include_str!("../../data/issuers.tsv"))
            .filter(|row| row.get("side") == "lao")
            .map(|row| (row.get("symbol"), row.get("symbol"))),
    )
});

/// Words that name a type of document: its symbol, the likeliest first where there are several; empty where it has none.
pub(crate) static TYPE_WORDS: LazyLock<Words<&'static str>> = LazyLock::new(|| {
    Words::new(rows(include_str!("../../data/document_type_words.tsv")).map(|row| (row.get("spelling"), row.get("symbol"))))
});

/// Words between a type and its number.
pub(crate) static NUMBER_WORDS: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(rows(include_str!("../../data/number_words.tsv")).map(|row| (row.get("spelling"), ()))));

/// Those of them that count the documents of one name.
pub(crate) static EDITION_WORDS: LazyLock<Words<()>> = LazyLock::new(|| {
    Words::new(
        rows(include_str!("../../data/number_words.tsv")).filter(|row| row.get("edition") == "yes").map(|row| (row.get("spelling"), ())),
    )
});

/// What ties a date to a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    /// Stands between a document and the day it was signed, other words beside it.
    Signed,
    /// The same, where nothing else stands between.
    Near,
    /// A verb right before the document that it issues.
    Issued,
    /// Says of several documents that they have one day.
    Same,
    /// Says of several documents and as many days that they go together in their order.
    InTurn,
}

pub(crate) static CUES: LazyLock<Words<Cue>> = LazyLock::new(|| {
    Words::new(rows(include_str!("../../data/citation_cues.tsv")).filter_map(|row| {
        let cue = match row.get("role") {
            "signed" => Cue::Signed,
            "near" => Cue::Near,
            "issued" => Cue::Issued,
            "same" => Cue::Same,
            "in_turn" => Cue::InTurn,
            _ => return None,
        };
        Some((row.get("spelling"), cue))
    }))
});

/// What stands behind the word of a type and refers back to a document of it; whether only before a stop.
pub(crate) static BACK_REFERENCES: LazyLock<Words<bool>> = LazyLock::new(|| {
    Words::new(rows(include_str!("../../data/citation_cues.tsv")).filter_map(|row| match row.get("role") {
        "back" => Some((row.get("spelling"), false)),
        "back_at_end" => Some((row.get("spelling"), true)),
        _ => None,
    }))
});

/// A document that the facts know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Landmark {
    pub(crate) date: &'static str,
    pub(crate) title: &'static str,
    /// Other documents have its symbol too.
    pub(crate) shared: bool,
}

/// The landmarks of a symbol: more than one where the numbering started again.
pub(crate) static LANDMARKS: LazyLock<FxHashMap<&'static str, Vec<Landmark>>> = LazyLock::new(|| {
    let mut landmarks: FxHashMap<&str, Vec<Landmark>> = FxHashMap::default();
    for row in rows(include_str!("../../data/landmarks.tsv")) {
        let landmark = Landmark { date: row.get("date"), title: row.get("title_en"), shared: row.get("shared") == "yes" };
        landmarks.entry(row.get("symbol")).or_default().push(landmark);
    }
    landmarks
});

/// Whether an issuer, by its symbol, has one series of numbers for the whole country.
pub(crate) fn is_central_issuer(symbol: &str) -> bool {
    static LOCAL: LazyLock<FxHashMap<&'static str, bool>> = LazyLock::new(|| {
        rows(include_str!("../../data/issuers.tsv")).map(|row| (row.get("symbol"), matches!(row.get("level"), "central"))).collect()
    });
    // QH15 and UBTVQH13 carry the number of the term.
    let bare = symbol.trim_end_matches(|c: char| c.is_ascii_digit());
    LOCAL.get(symbol).or_else(|| LOCAL.get(bare)).copied().unwrap_or(false)
}
