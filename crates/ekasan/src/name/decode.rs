//! The lattice of syllables over a written name, and the best ways through it.

use super::Candidate;
use super::writing::{SYLLABLES, Writing};

/// A written name: letters without tone marks, with the mark and the blank that stood at each.
pub(crate) struct Written {
    pub(super) letters: Vec<char>,
    /// The tone mark after the letter, if one stood there.
    marks: Vec<Option<char>>,
    /// Whether a blank or hyphen stood before the letter.
    blanks: Vec<bool>,
    /// The byte after each letter and its marks, in the text as written.
    pub(super) ends: Vec<usize>,
}

/// Names longer than this, in letters, are not read.
const LONGEST: usize = 48;

impl Written {
    pub(crate) fn new(text: &str) -> Written {
        let most = LONGEST.min(text.len() / 3 + 1);
        let mut written = Written {
            letters: Vec::with_capacity(most),
            marks: Vec::with_capacity(most),
            blanks: Vec::with_capacity(most),
            ends: Vec::with_capacity(most),
        };
        let mut blank = false;
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            match c {
                // tone marks of Lao, of Thai
                '\u{ec8}'..='\u{ecb}' | '\u{e48}'..='\u{e4b}' => {
                    if let (Some(mark), Some(last)) = (written.marks.last_mut(), written.ends.last_mut()) {
                        *mark = mark.or(Some(c));
                        *last = end;
                    }
                }
                ' ' | '-' | '–' => blank = true,
                c => {
                    if written.letters.len() == LONGEST {
                        break;
                    }
                    written.letters.push(c);
                    written.marks.push(None);
                    written.blanks.push(std::mem::take(&mut blank) && written.letters.len() > 1);
                    written.ends.push(end);
                }
            }
        }
        written
    }

    /// The first tone mark between two letters.
    fn mark(&self, start: usize, end: usize) -> Option<char> {
        self.marks.get(start..end)?.iter().find_map(|mark| *mark)
    }

    /// How many blanks stand inside a syllable.
    fn blanks_inside(&self, start: usize, end: usize) -> usize {
        self.blanks.get(start + 1..end).map_or(0, |blanks| blanks.iter().filter(|blank| **blank).count())
    }
}

/// A syllable over some letters.
pub(super) struct Edge {
    pub(super) end: usize,
    pub(super) syllable: u32,
    pub(super) cost: f32,
}

/// The syllables that begin at a letter.
pub(super) fn edges(writing: &Writing, written: &Written, start: usize) -> Vec<Edge> {
    edges_to(writing, written, start, |_| true)
}

/// Those of them that are wanted.
pub(super) fn edges_to(writing: &Writing, written: &Written, start: usize, wanted: impl Fn(u32) -> bool) -> Vec<Edge> {
    let mut found = Vec::new();
    let mut form = String::new();
    for (length, c) in written.letters.iter().skip(start).take(writing.longest).enumerate() {
        form.push(*c);
        let end = start + length + 1;
        let behind = writing.behind(&form);
        if behind.is_empty() {
            continue;
        }
        // A blank inside a syllable is a slip, one between syllables is usual.
        let blanks = written.blanks_inside(start, end) as f32 * 3.0;
        let mark = written.mark(start, end).unwrap_or_else(|| tone_letter(&form));
        let tones = writing.tones(mark);
        for candidate in behind.iter().filter(|candidate| wanted(candidate.syllable)) {
            let Some(syllable) = SYLLABLES.get(candidate.syllable as usize) else { continue };
            let cost = candidate.cost + tones.of(syllable.tone) * TONE + blanks;
            found.push(Edge { end, syllable: candidate.syllable, cost });
        }
    }
    found
}

/// How much tone marks weigh against letters: they are often missing or misplaced.
pub(super) const TONE: f32 = 0.7;
/// How much the commonness of a syllable weighs.
const PRIOR: f32 = 0.6;
/// Hypotheses kept at each letter.
const BEAM: usize = 48;

/// What a first letter says of the tone where no mark does.
pub(super) fn tone_letter(form: &str) -> char {
    let mut letters = form.chars().filter(|c| !matches!(c, 'ເ'..='ໄ' | 'เ'..='ไ'));
    match (letters.next(), letters.next()) {
        (Some('ໜ' | 'ໝ'), _) | (Some('ຫ'), Some('ງ' | 'ວ' | 'ຍ' | 'ລ' | 'ຣ' | 'ນ' | 'ມ')) => 'ຫ',
        (Some('ຫ' | 'ຖ' | 'ຝ' | 'ຂ' | 'ຜ' | 'ສ' | 'ห' | 'ข' | 'ส' | 'ถ' | 'ฝ' | 'ผ'), _) => 'H',
        _ => '-',
    }
}

/// A way through the lattice up to a letter.
#[derive(Clone, Copy, Default)]
struct Path {
    /// The first `length` of these.
    syllables: [u32; Path::LONGEST],
    length: usize,
    cost: f32,
}

impl Path {
    /// Names have no more syllables.
    const LONGEST: usize = 5;

    fn syllables(&self) -> &[u32] {
        self.syllables.get(..self.length).unwrap_or_default()
    }

    /// This way, and a syllable more, at a cost in all; none where it is too long for a name.
    fn and(mut self, syllable: u32, cost: f32) -> Option<Path> {
        *self.syllables.get_mut(self.length)? = syllable;
        Some(Path { length: self.length + 1, cost, ..self })
    }
}

/// The likeliest names of persons.
pub(crate) fn person(writing: &Writing, written: &Written, limit: usize) -> Vec<Candidate> {
    let length = written.letters.len();
    let mut paths: Vec<Vec<Path>> = vec![Vec::new(); length + 1];
    if let Some(first) = paths.first_mut() {
        first.push(Path::default());
    }
    for at in 0..length {
        let here = best(paths.get_mut(at).map(std::mem::take).unwrap_or_default(), BEAM);
        if here.is_empty() {
            continue;
        }
        for edge in edges(writing, written, at) {
            let Some(syllable) = SYLLABLES.get(edge.syllable as usize).filter(|syllable| !syllable.rare) else { continue };
            for path in &here {
                // Family name first; the given name is the last; between them middle names.
                let part = match (path.length, edge.end == length) {
                    (0, _) => 0,
                    (_, true) => 2,
                    _ => 1,
                };
                let weight = syllable.weights.get(part).copied().unwrap_or_default();
                // A syllable that is common in another part of a name may stand in this one too.
                let other = syllable.weights.iter().copied().fold(0.0, f32::max) / 16.0;
                let prior = -(weight.max(other).max(0.15) / 1000.0).log2();
                if let (Some(next), Some(path)) = (paths.get_mut(edge.end), path.and(edge.syllable, path.cost + edge.cost + prior * PRIOR))
                {
                    next.push(path);
                }
            }
        }
    }
    let ends = paths.pop().unwrap_or_default().into_iter().filter(|path| path.length >= 2).collect();
    best(ends, limit)
        .into_iter()
        .map(|path| {
            let name: Vec<&str> =
                path.syllables().iter().filter_map(|&index| SYLLABLES.get(index as usize)).map(|s| s.spelling.as_str()).collect();
            Candidate { name: name.join(" "), score: -path.cost }
        })
        .collect()
}

/// The cheapest paths, cheapest first.
fn best(mut paths: Vec<Path>, limit: usize) -> Vec<Path> {
    paths.sort_by(|a, b| a.cost.total_cmp(&b.cost).then_with(|| a.syllables().cmp(b.syllables())));
    paths.truncate(limit);
    paths
}
