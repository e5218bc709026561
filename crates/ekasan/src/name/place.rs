//! Places read by their letters: names of the gazetteer and of communes, as trees of syllables.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Candidate;
use super::decode::{Written, edges_to};
use super::writing::{SYLLABLES, Writing};
use crate::family::place::Level;
use crate::lang::gazetteer::{COMMUNES, Commune, GAZETTEER, spelled};

/// Names as a tree of syllables.
struct Tree {
    nodes: Vec<Node>,
}

/// A node of a tree: a name up to a syllable.
#[derive(Default)]
struct Node {
    next: FxHashMap<u32, usize>,
    /// What bears the name that ends here.
    entries: Vec<usize>,
}

impl Tree {
    /// The tree of some names. One with a syllable that no table can write is left out.
    fn new<'n>(names: impl Iterator<Item = (&'n str, usize)>) -> Tree {
        let by_spelling: FxHashMap<&str, u32> =
            SYLLABLES.iter().zip(0u32..).map(|(syllable, index)| (syllable.spelling.as_str(), index)).collect();
        let mut nodes = vec![Node::default()];
        for (name, entry) in names {
            let parts = name.split([' ', '-', '–', '\'']).filter(|syllable| !syllable.is_empty());
            let Some(syllables) = parts.map(|syllable| by_spelling.get(syllable).copied()).collect::<Option<Vec<u32>>>() else { continue };
            let mut at = 0;
            for syllable in syllables {
                let new = nodes.len();
                let next = *nodes.get_mut(at).map_or(&mut 0, |node| node.next.entry(syllable).or_insert(new));
                if next == new {
                    nodes.push(Node::default());
                }
                at = next;
            }
            if let Some(node) = nodes.get_mut(at) {
                node.entries.push(entry);
            }
        }
        Tree { nodes }
    }

    fn entries(&self, node: usize) -> &[usize] {
        self.nodes.get(node).map_or(&[], |node| &node.entries)
    }
}

/// The places of Vietnam in the gazetteer.
static PLACES: LazyLock<Tree> = LazyLock::new(|| {
    let entries = GAZETTEER.entries.iter().enumerate().filter(|(_, place)| place.id.starts_with("vn."));
    Tree::new(entries.map(|(index, place)| (place.name, index)))
});

/// Its communes.
static COMMUNE_TREE: LazyLock<Tree> =
    LazyLock::new(|| Tree::new(COMMUNES.iter().enumerate().map(|(index, commune)| (commune.name, index))));

/// A place read by its letters.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PlaceReading {
    /// Indices into the gazetteer, or into the communes; the likelier first.
    pub(crate) entries: Vec<usize>,
    /// The byte after it in the text.
    pub(crate) end: usize,
    /// Whether each syllable is written as is usual.
    pub(crate) sure: bool,
}

impl PlaceReading {
    /// The communes, of a reading of these.
    pub(crate) fn communes(&self) -> Vec<&'static Commune> {
        self.entries.iter().filter_map(|&index| COMMUNES.get(index)).collect()
    }
}

/// A name that the letters from the first on allow: letters read, node of the tree, syllables, cost.
type Reached = (usize, usize, usize, f32);

/// Every place whose name the letters from the first on allow.
fn places(tree: &Tree, writing: &Writing, written: &Written) -> Vec<Reached> {
    let length = written.letters.len();
    let mut states: Vec<FxHashMap<usize, (usize, f32)>> = vec![FxHashMap::default(); length + 1];
    if let Some(first) = states.first_mut() {
        first.insert(0, (0, 0.0));
    }
    let mut found = Vec::new();
    for at in 0..=length {
        let here = states.get_mut(at).map(std::mem::take).unwrap_or_default();
        if here.is_empty() {
            continue;
        }
        found.extend(
            here.iter().filter(|(node, _)| !tree.entries(**node).is_empty()).map(|(node, (count, cost))| (at, *node, *count, *cost)),
        );
        let goes_on = |node: &usize, syllable: &u32| tree.nodes.get(*node).is_some_and(|node| node.next.contains_key(syllable));
        for edge in edges_to(writing, written, at, |syllable| here.keys().any(|node| goes_on(node, &syllable))) {
            for (node, (count, cost)) in &here {
                let Some(next) = tree.nodes.get(*node).and_then(|node| node.next.get(&edge.syllable)) else { continue };
                let cost = cost + edge.cost;
                if let Some(states) = states.get_mut(edge.end) {
                    let kept = states.entry(*next).or_insert((count + 1, cost));
                    if cost < kept.1 {
                        *kept = (count + 1, cost);
                    }
                }
            }
        }
    }
    found
}

/// The likeliest places whose whole name a text is: by a spelling that the gazetteer knows, by the letters of its names, and by those of a
/// commune's where they are much more usual.
pub(crate) fn place(writing: &Writing, text: &str, limit: usize) -> Vec<Candidate> {
    let written = &Written::new(text);
    let spelled = spelled(text).filter_map(|index| GAZETTEER.entries.get(index)).filter(|place| place.id.starts_with("vn."));
    let spelled = spelled.map(|place| (place.name, place.level as u8, 0.0));
    let whole = |tree| places(tree, writing, written).into_iter().filter(|(at, ..)| *at == written.letters.len());
    let known = whole(&PLACES).flat_map(|(_, node, _, cost)| {
        PLACES.entries(node).iter().filter_map(|&entry| GAZETTEER.entries.get(entry)).map(move |place| {
            // Of two places equally well spelled the higher one is meant.
            let rank = place.level as u8;
            (place.name, rank, cost + f32::from(rank) * 0.5)
        })
    });
    let communes = whole(&COMMUNE_TREE).flat_map(|(_, node, _, cost)| {
        let named = COMMUNE_TREE.entries(node).iter().filter_map(|&entry| COMMUNES.get(entry));
        named.map(move |commune| (commune.name, u8::MAX, cost + OF_COMMUNE))
    });
    let mut all: Vec<(&'static str, u8, f32)> = spelled.chain(known).chain(communes).collect();
    all.sort_by(|a, b| a.2.total_cmp(&b.2).then(a.1.cmp(&b.1)).then(a.0.cmp(b.0)));
    let mut seen = Vec::new();
    let mut candidates = Vec::new();
    for (name, _, cost) in all {
        if candidates.len() < limit && !seen.contains(&name) {
            seen.push(name);
            candidates.push(Candidate { name: name.to_owned(), score: 0.0 - cost });
        }
    }
    candidates
}

/// What the name of a commune costs, of which there are thousands.
const OF_COMMUNE: f32 = 4.0;

/// The most that a syllable may cost on average for a place to be taken from running text, and to be taken without doubt.
const USUAL: f32 = 4.0;
const SURE: f32 = 2.0;

/// The longest place that begins the text, of two syllables or more, if its letters are usual enough; of the level that a word before it says
/// they may be less usual.
pub(crate) fn place_prefix(writing: &Writing, written: &Written, level: Option<Level>) -> Option<PlaceReading> {
    let all = places(&PLACES, writing, written);
    prefix(&PLACES, &all, written).or_else(|| of_level(&all, written, level?))
}

/// Likewise the longest commune; `entries` are communes.
pub(crate) fn commune_prefix(writing: &Writing, written: &Written) -> Option<PlaceReading> {
    prefix(&COMMUNE_TREE, &places(&COMMUNE_TREE, writing, written), written)
}

/// The most that a syllable may cost on average where a word says the level, and how much more any other name there must cost.
const NAMED: f32 = 7.0;
const APART: f32 = 3.0;

/// The longest place of a level that begins the text, where its letters are no other place's of that level.
fn of_level(all: &[Reached], written: &Written, level: Level) -> Option<PlaceReading> {
    let at_level = |node: usize| -> Vec<usize> {
        let entries = PLACES.entries(node).iter().copied();
        entries.filter(|&entry| GAZETTEER.entries.get(entry).is_some_and(|place| place.level == level)).collect()
    };
    let all: Vec<(usize, Vec<usize>, usize, f32)> = all
        .iter()
        .filter(|(_, _, count, cost)| *count >= 2 && *cost <= (NAMED + APART) * *count as f32)
        .map(|&(at, node, count, cost)| (at, at_level(node), count, cost))
        .filter(|(_, entries, ..)| !entries.is_empty())
        .collect();
    let (at, entries, count, cost) = all.iter().max_by(|a, b| a.0.cmp(&b.0).then(b.3.total_cmp(&a.3)))?;
    let alone = all.iter().all(|(end, other, _, more)| end != at || other == entries || *more >= cost + APART);
    let end = at.checked_sub(1).and_then(|last| written.ends.get(last)).copied()?;
    (alone && *cost <= NAMED * *count as f32).then(|| PlaceReading { entries: entries.clone(), end, sure: false })
}

fn prefix(tree: &Tree, all: &[Reached], written: &Written) -> Option<PlaceReading> {
    let (at, _, count, cost) = all
        .iter()
        .filter(|(_, _, count, cost)| *count >= 2 && *cost <= USUAL * *count as f32)
        .max_by(|a, b| a.0.cmp(&b.0).then(b.3.total_cmp(&a.3)))?;
    let mut near: Vec<(f32, usize)> =
        all.iter().filter(|(end, _, _, other)| end == at && *other <= cost + 1.5).map(|(_, node, _, other)| (*other, *node)).collect();
    near.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let entries = near.iter().flat_map(|(_, node)| tree.entries(*node).iter().copied()).collect();
    let end = at.checked_sub(1).and_then(|last| written.ends.get(last)).copied()?;
    Some(PlaceReading { entries, end, sure: *cost <= SURE * *count as f32 })
}
