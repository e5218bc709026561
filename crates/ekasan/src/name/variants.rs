//! The other way: how a Vietnamese name may be written in Lao and in Thai letters.

use std::sync::LazyLock;

use super::decode::{TONE, tone_letter};
use super::syllable::parts;
use super::writing::{self, Spellings};
use crate::lang::Language;
use crate::lang::gazetteer;
use crate::text::normalize::canonical;

/// Ways of writing one syllable that are kept.
const WAYS: usize = 16;
/// What a blank between syllables costs in Thai, where machine translation writes it in names of people.
const BLANK: f32 = 1.0;
/// The longest name, in syllables.
const LONGEST: usize = 8;

/// The parts of the writing of one script.
struct Script {
    onsets: Spellings,
    rhymes: Spellings,
    marks: &'static [char],
}

static LAO: LazyLock<Script> = LazyLock::new(|| script("lo", &['\u{ec8}', '\u{ec9}', '\u{eca}', '\u{ecb}']));
static THAI: LazyLock<Script> = LazyLock::new(|| script("th", &['\u{e48}', '\u{e49}', '\u{e4a}', '\u{e4b}']));

fn script(lang: &str, marks: &'static [char]) -> Script {
    Script { onsets: writing::onsets(lang), rhymes: writing::rhymes(lang), marks }
}

/// The likeliest spellings of a name, best first: those that the gazetteer knows, then those that the parts of its syllables allow.
pub(super) fn variants(name: &str, language: Language, limit: usize) -> Vec<String> {
    let script = match language {
        Language::Lao => &*LAO,
        Language::Thai => &*THAI,
        _ => return Vec::new(),
    };
    let mut found: Vec<String> = gazetteer::spellings_of(name)
        .filter(|spelling| spelling.chars().next().and_then(Language::of_letter) == Some(language))
        .map(str::to_owned)
        .collect();
    let syllables: Vec<&str> = name.split([' ', '-', '–']).filter(|syllable| !syllable.is_empty()).collect();
    let mut names: Vec<(String, f32)> = vec![(String::new(), 0.0)];
    if syllables.is_empty() || syllables.len() > LONGEST {
        names.clear();
    }
    for syllable in &syllables {
        let ways = ways(script, syllable, language);
        let mut next: Vec<(String, f32)> =
            names.iter().flat_map(|(head, cost)| ways.iter().map(move |(way, more)| (format!("{head} {way}"), cost + more))).collect();
        next.sort_by(|a, b| a.1.total_cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
        next.truncate(limit.saturating_mul(4).max(WAYS));
        names = next;
    }
    // In Lao a name is one word; in Thai it is one, or its syllables stand apart.
    let mut spelled: Vec<(String, f32)> = Vec::new();
    for (name, cost) in names {
        let name = name.trim_start();
        spelled.push((name.replace(' ', ""), cost));
        if language == Language::Thai && name.contains(' ') {
            spelled.push((name.to_owned(), cost + BLANK));
        }
    }
    spelled.sort_by(|a, b| a.1.total_cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
    for (name, _) in spelled {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found.truncate(limit);
    found
}

/// The likeliest ways of writing one syllable.
fn ways(script: &Script, syllable: &str, language: Language) -> Vec<(String, f32)> {
    let (Some(parts), Some(writing)) = (parts(syllable), writing::of(language)) else { return Vec::new() };
    let (Some(onsets), Some(rhymes)) = (script.onsets.get(parts.onset), script.rhymes.get(parts.rhyme.as_str())) else { return Vec::new() };
    let mut ways: Vec<(String, f32)> = Vec::new();
    for (onset, onset_cost) in onsets {
        for (rhyme, rhyme_cost) in rhymes {
            let cost = onset_cost + rhyme_cost;
            let bare = canonical(rhyme.replacen('-', onset, 1)).normalized().to_owned();
            let unmarked = writing.tones(tone_letter(&bare)).of(parts.tone) * TONE;
            ways.push((bare, cost + unmarked));
            for mark in script.marks {
                // Behind the onset; the canonical order puts it where it belongs.
                let marked = canonical(rhyme.replacen('-', &format!("{onset}{mark}"), 1)).normalized().to_owned();
                ways.push((marked, cost + writing.tones(*mark).of(parts.tone) * TONE));
            }
        }
    }
    ways.sort_by(|a, b| a.1.total_cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
    let mut kept: Vec<(String, f32)> = Vec::new();
    for (way, cost) in ways {
        if kept.len() < WAYS && !kept.iter().any(|(other, _)| *other == way) {
            kept.push((way, cost));
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::decode::{Written, edges};
    use crate::name::writing::SYLLABLES;

    /// Every syllable that the tables can write is read back from its likeliest spelling in each script, among the first five.
    #[test]
    fn the_whole_inventory_is_read_back() {
        for (script, language) in [(&*LAO, Language::Lao), (&*THAI, Language::Thai)] {
            let (mut written, mut wrong) = (0, Vec::new());
            for syllable in SYLLABLES.iter() {
                let Some((way, _)) = ways(script, &syllable.spelling, language).into_iter().next() else { continue };
                written += 1;
                let letters = Written::new(&way);
                let mut read = edges(writing::of(language).unwrap(), &letters, 0);
                read.retain(|edge| edge.end == letters.letters.len());
                read.sort_by(|a, b| a.cost.total_cmp(&b.cost));
                let cost = read.iter().find(|edge| SYLLABLES[edge.syllable as usize].spelling == syllable.spelling).map(|edge| edge.cost);
                // What is spelled exactly so too is as good.
                let better = cost.map(|cost| read.iter().filter(|edge| edge.cost < cost - 1e-4).count());
                // In Thai d, gi, r, s and x all are ซ: two syllables have more than five such neighbours.
                let crowded = ["Dị", "Rạng"].contains(&syllable.spelling.as_str());
                if better.is_none_or(|better| better >= 5) && !crowded {
                    wrong.push(format!("{} as {way}: {better:?}", syllable.spelling));
                }
            }
            // The rest are names of the highlands, which are no Vietnamese syllables: Biang, Kuêh.
            assert!(written * 10 >= SYLLABLES.len() * 9, "{written} of {} can be written", SYLLABLES.len());
            assert!(wrong.is_empty(), "{language}: {} of {written}: {wrong:?}", wrong.len());
        }
    }
}
