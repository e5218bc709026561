//! How the inventory of Vietnamese syllables is written in one script: every written form, with the syllables behind it.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::syllable::{Tone, parts};
use crate::lang::Language;
use crate::lang::gazetteer::{COMMUNES, GAZETTEER};
use crate::lang::table::rows;
use crate::text::normalize::canonical;

/// A syllable of the inventory.
pub(crate) struct Syllable {
    pub(crate) spelling: String,
    pub(crate) tone: Tone,
    /// How common it is as a family, a middle and a given name, in thousandths; 0 where it is none.
    pub(crate) weights: [f32; 3],
    /// Whether only names of communes have it.
    pub(crate) rare: bool,
}

/// A syllable behind a written form, and the cost of writing it so.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    pub(crate) syllable: u32,
    pub(crate) cost: f32,
}

/// The writing of one script.
pub(crate) struct Writing {
    /// Written forms without tone marks.
    forms: FxHashMap<String, Vec<Form>>,
    /// The cost of each tone behind a mark: `-` for none, `ຫ` and `H` for letters that stand for a tone.
    tones: Vec<(char, [f32; 6])>,
    /// The longest written form, in characters.
    pub(crate) longest: usize,
}

/// The cost of what no table has.
const UNLIKELY: f32 = 6.0;
const UNKNOWN: [f32; 6] = [UNLIKELY; 6];

impl Writing {
    /// The syllables behind a written form.
    pub(crate) fn behind(&self, written: &str) -> &[Form] {
        self.forms.get(written).map_or(&[], Vec::as_slice)
    }

    /// What each tone costs behind a mark.
    pub(crate) fn tones(&self, mark: char) -> Tones<'_> {
        Tones(self.tones.iter().find(|(other, _)| *other == mark).map_or(&UNKNOWN, |(_, tones)| tones))
    }
}

/// What each tone costs behind one mark.
pub(crate) struct Tones<'w>(&'w [f32; 6]);

impl Tones<'_> {
    /// The cost of a tone.
    pub(crate) fn of(&self, tone: Tone) -> f32 {
        self.0.get(tone as usize).copied().unwrap_or(UNLIKELY)
    }
}

/// The closed inventory: syllables of common names, and of the gazetteer.
pub(crate) static SYLLABLES: LazyLock<Vec<Syllable>> = LazyLock::new(|| {
    let mut known: FxHashMap<String, [f32; 3]> = FxHashMap::default();
    for row in rows(include_str!("../../data/name_syllables.tsv")) {
        let part = match row.get("part") {
            "family" => 0,
            "middle" => 1,
            _ => 2,
        };
        let weights = known.entry(canonical(row.get("syllable").to_owned()).normalized().to_owned()).or_default();
        if let Some(weight) = weights.get_mut(part) {
            *weight = row.get("weight").parse().unwrap_or(1.0);
        }
    }
    let syllables_of = |name: &'static str| name.split([' ', '-', '–', '\'']).filter(|syllable| !syllable.is_empty());
    for entry in GAZETTEER.entries.iter().filter(|entry| entry.id.starts_with("vn")) {
        for syllable in syllables_of(entry.name) {
            known.entry(syllable.to_owned()).or_default();
        }
    }
    let rare: FxHashSet<&str> =
        COMMUNES.iter().flat_map(|commune| syllables_of(commune.name)).filter(|syllable| !known.contains_key(*syllable)).collect();
    let rare = rare.into_iter().map(|syllable| (syllable.to_owned(), [0.0; 3], true));
    let known = known.into_iter().map(|(spelling, weights)| (spelling, weights, false));
    let syllable =
        |(spelling, weights, rare): (String, [f32; 3], bool)| Some(Syllable { tone: parts(&spelling)?.tone, spelling, weights, rare });
    let mut syllables: Vec<Syllable> = known.chain(rare).filter_map(syllable).collect();
    syllables.sort_by(|a, b| a.spelling.cmp(&b.spelling));
    syllables
});

static LAO: LazyLock<Writing> = LazyLock::new(|| writing("lo"));
static THAI: LazyLock<Writing> = LazyLock::new(|| writing("th"));

/// The writing of a language that writes Vietnamese names in letters of its own.
pub(crate) fn of(language: Language) -> Option<&'static Writing> {
    match language {
        Language::Lao => Some(&LAO),
        Language::Thai => Some(&THAI),
        _ => None,
    }
}

/// Spellings of onsets or of rhymes, with their costs.
pub(super) type Spellings = FxHashMap<&'static str, Vec<(&'static str, f32)>>;

/// How onsets are written in a language.
pub(super) fn onsets(lang: &str) -> Spellings {
    spellings(include_str!("../../data/onset_spellings.tsv"), "onset", lang)
}

/// How rhymes are written in a language.
pub(super) fn rhymes(lang: &str) -> Spellings {
    spellings(include_str!("../../data/rhyme_spellings.tsv"), "rhyme", lang)
}

fn spellings(table: &'static str, key: &str, lang: &str) -> Spellings {
    let mut spellings = Spellings::default();
    for row in rows(table).filter(|row| row.get("lang") == lang) {
        spellings.entry(row.get(key)).or_default().push((row.get("spelling"), row.get("cost").parse().unwrap_or(UNLIKELY)));
    }
    spellings
}

fn writing(lang: &str) -> Writing {
    let (onsets, rhymes) = (onsets(lang), rhymes(lang));
    let mut forms: FxHashMap<String, Vec<Form>> = FxHashMap::default();
    // Syllables that differ in tone alone have the same letters.
    let mut written: FxHashMap<(&str, String), Vec<(String, f32)>> = FxHashMap::default();
    for (index, syllable) in SYLLABLES.iter().zip(0u32..).map(|(syllable, index)| (index, syllable)) {
        let Some(parts) = parts(&syllable.spelling) else { continue };
        let (Some(onsets), Some(rhymes)) = (onsets.get(parts.onset), rhymes.get(parts.rhyme.as_str())) else { continue };
        let letters = written.entry((parts.onset, parts.rhyme)).or_insert_with(|| {
            let both = onsets.iter().flat_map(|onset| rhymes.iter().map(move |rhyme| (onset, rhyme)));
            both.map(|((onset, onset_cost), (rhyme, rhyme_cost))| {
                (canonical(rhyme.replacen('-', onset, 1)).normalized().to_owned(), onset_cost + rhyme_cost)
            })
            .collect()
        });
        for (letters, cost) in letters.iter() {
            let same = match forms.get_mut(letters) {
                Some(same) => same,
                None => forms.entry(letters.clone()).or_default(),
            };
            match same.iter_mut().find(|form| form.syllable == index) {
                Some(form) => form.cost = form.cost.min(*cost),
                None => same.push(Form { syllable: index, cost: *cost }),
            }
        }
    }
    let mut tones: Vec<(char, [f32; 6])> = Vec::new();
    for row in rows(include_str!("../../data/tone_marks.tsv")).filter(|row| row.get("lang") == lang) {
        let (Some(tone), Ok(cost)) = (Tone::named(row.get("tone")), row.get("cost").parse()) else { continue };
        let mark = row.get("mark").chars().next().unwrap_or('-');
        if !tones.iter().any(|(other, _)| *other == mark) {
            tones.push((mark, UNKNOWN));
        }
        let costs = tones.iter_mut().find(|(other, _)| *other == mark).and_then(|(_, costs)| costs.get_mut(tone as usize));
        if let Some(slot) = costs {
            *slot = cost;
        }
    }
    let longest = forms.keys().map(|form| form.chars().count()).max().unwrap_or_default();
    Writing { forms, tones, longest }
}
