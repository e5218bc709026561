//! Words around numbers: magnitudes, units, approximators, and what makes a number a name or an ordinal.

use std::sync::LazyLock;

use super::table::rows;
use super::words::{Words, is_word_start};
use crate::family::ordinal::Of;
use crate::family::quantity::Approx;

/// Powers of ten in words.
pub(crate) static MAGNITUDES: LazyLock<Words<u32>> = LazyLock::new(|| {
    Words::new(
        rows(include_str!("../../data/magnitudes.tsv")).map(|row| (row.get("spelling"), row.get("power").parse().unwrap_or_default())),
    )
});

/// Units and counted nouns, by code.
pub(crate) static UNITS: LazyLock<Words<&'static str>> = LazyLock::new(|| {
    let units = rows(include_str!("../../data/units.tsv")).filter(|row| !matches!(row.get("code"), "none" | "each"));
    Words::new(units.map(|row| (row.get("spelling"), row.get("code"))))
});

/// Glued to a unit before a number, it says that so much comes on each: ลิตร|ละ 32 บาท.
pub(crate) static EACH: LazyLock<Words<()>> = LazyLock::new(|| {
    let each = rows(include_str!("../../data/units.tsv")).filter(|row| row.get("code") == "each");
    Words::new(each.map(|row| (row.get("spelling"), ())))
});

/// Longer words that begin like a unit and count nothing: วงเงิน.
pub(crate) static UNIT_TRAPS: LazyLock<Words<()>> = LazyLock::new(|| {
    let traps = rows(include_str!("../../data/units.tsv")).filter(|row| row.get("code") == "none");
    Words::new(traps.map(|row| (row.get("spelling"), ())))
});

/// Words of percent that stand before their number.
pub(crate) static PERCENT_BEFORE: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(rows(include_str!("../../data/percent_words.tsv")).map(|row| (row.get("spelling"), ()))));

/// Words before a number that make it a name, a rank or a place.
///
pub(crate) static LABELS: LazyLock<Words<Label>> = LazyLock::new(|| {
    Words::new(rows(include_str!("../../data/number_labels.tsv")).map(|row| {
        let label = match row.get("what") {
            "none" => Label::None,
            "weak" => Label::Weak,
            "loose" => Label::Loose,
            _ => Label::Name,
        };
        (row.get("spelling"), label)
    }))
});

/// Words between a number and the total of which it is a part.
pub(crate) static TOTALS: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(rows(include_str!("../../data/total_words.tsv")).map(|row| (row.get("spelling"), ()))));

/// What a word before a number makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// Nothing: the word only ends like a label, as พื้นที่ before a number of acres.
    None,
    /// A name, unless a measure follows it.
    Weak,
    /// A name, unless anything counted follows it.
    Loose,
    /// A name, a rank, an article.
    Name,
}

/// Approximators, by where they stand.
///
/// None where the words compare: ສູງກວ່າ 1,1%.
pub(crate) struct Approximators {
    pub(crate) before: Words<Option<Approx>>,
    pub(crate) between: Words<Option<Approx>>,
    pub(crate) after: Words<Option<Approx>>,
}

pub(crate) static APPROXIMATORS: LazyLock<Approximators> = LazyLock::new(|| {
    let of = |place: &'static str| {
        Words::new(rows(include_str!("../../data/approximators.tsv")).filter(move |row| row.get("place") == place).filter_map(|row| {
            let approx = match row.get("approx") {
                "at_least" => Some(Approx::AtLeast),
                "about" => Some(Approx::About),
                "at_most" => Some(Approx::AtMost),
                "none" => None,
                _ => return None,
            };
            Some((row.get("spelling"), approx))
        }))
    };
    Approximators { before: of("before"), between: of("between"), after: of("after") }
});

/// What an ordinal's marker says of the thing numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    pub(crate) of: MarkerOf,
    /// How many bytes at its end belong to the mention.
    pub(crate) shown: usize,
}

/// What is numbered, or what decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MarkerOf {
    /// No ordinal: the printing of a book.
    None,
    /// This kind.
    Kind(Of),
    /// The noun before it decides.
    Context,
    /// The noun before it decides; without one it is a term.
    ContextTerm,
    /// A committee where its name stands right before, else a term.
    ContextCommittee,
}

pub(crate) static ORDINAL_MARKERS: LazyLock<Words<Marker>> = LazyLock::new(|| {
    Words::new(rows(include_str!("../../data/ordinal_markers.tsv")).filter_map(|row| {
        let of = match row.get("of") {
            "none" => MarkerOf::None,
            "context" => MarkerOf::Context,
            "context_term" => MarkerOf::ContextTerm,
            "committee_context" => MarkerOf::ContextCommittee,
            of => MarkerOf::Kind(of.parse().ok()?),
        };
        let spelling = row.get("spelling");
        let shown = match row.get("shown") {
            "all" => spelling.len(),
            "none" => 0,
            part => part.len(),
        };
        Some((spelling, Marker { of, shown }))
    }))
});

/// Nouns of things numbered.
pub(crate) static ORDINAL_NOUNS: LazyLock<Words<Of>> = LazyLock::new(|| {
    Words::new(
        rows(include_str!("../../data/ordinal_nouns.tsv")).filter_map(|row| Some((row.get("spelling"), row.get("of").parse().ok()?))),
    )
});

/// Words around clock times: after the hour, before it, after the minutes.
pub(crate) static CLOCK_AFTER: LazyLock<Words<()>> = LazyLock::new(|| clock("after"));
pub(crate) static CLOCK_BEFORE: LazyLock<Words<()>> = LazyLock::new(|| clock("before"));
/// Behind an hour, say when on which day.
pub(crate) static CLOCK_DAY: LazyLock<Words<()>> = LazyLock::new(|| clock("day"));
pub(crate) static CLOCK_MINUTE: LazyLock<Words<()>> = LazyLock::new(|| clock("minute"));
/// Words for hours that are of the clock only beside other such words.
pub(crate) static CLOCK_HOUR: LazyLock<Words<()>> = LazyLock::new(|| clock("hour"));

fn clock(place: &'static str) -> Words<()> {
    Words::new(
        rows(include_str!("../../data/clock_words.tsv")).filter(|row| row.get("place") == place).map(|row| (row.get("spelling"), ())),
    )
}

/// Words that a number before them does not count.
pub(crate) static FUNCTION_WORDS: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(rows(include_str!("../../data/function_words.tsv")).map(|row| (row.get("spelling"), ()))));

/// Whether a word with which sentences go on begins anywhere in a line.
pub(crate) fn holds_function_word(line: &str) -> bool {
    line.char_indices().any(|(at, _)| is_word_start(line, at) && FUNCTION_WORDS.at(line, at).is_some())
}

/// Words beside a congress that make it the Party's national one.
pub(crate) static NATIONAL: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(rows(include_str!("../../data/national_words.tsv")).map(|row| (row.get("spelling"), ()))));

/// A numbered meeting or term that the facts know: body, number, kind, from, to.
pub(crate) struct Known {
    pub(crate) body: &'static str,
    pub(crate) number: u32,
    pub(crate) kind: &'static str,
    pub(crate) from: &'static str,
    pub(crate) to: &'static str,
}

pub(crate) static CONGRESSES: LazyLock<Vec<Known>> = LazyLock::new(|| {
    rows(include_str!("../../data/congresses.tsv"))
        .map(|row| Known {
            body: row.get("body"),
            number: row.get("number").parse().unwrap_or_default(),
            kind: row.get("kind"),
            from: row.get("from"),
            to: row.get("to"),
        })
        .collect()
});

/// Small numbers in words.
pub(crate) static NUMERALS: LazyLock<Words<u8>> = LazyLock::new(|| {
    Words::new(rows(include_str!("../../data/numerals.tsv")).map(|row| (row.get("spelling"), row.get("value").parse().unwrap_or_default())))
});

/// Signs of money that stand before a sum.
pub(crate) static CURRENCY_SIGNS: LazyLock<Words<&'static str>> =
    LazyLock::new(|| Words::new(rows(include_str!("../../data/currency_signs.tsv")).map(|row| (row.get("spelling"), row.get("code")))));
