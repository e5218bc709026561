//! Places, their spellings, and the words that hide them.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::level::LEVELS;
use super::table::{Row, rows};
use super::words::Words;
use crate::family::place::Level;
use crate::text::normalize::{Profile, normalize};

/// A place of the gazetteer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) level: Level,
    pub(crate) code: &'static str,
    pub(crate) parent: &'static str,
    /// The last day of its validity; empty where it goes on.
    pub(crate) to: &'static str,
    /// Today's units, as identifiers.
    pub(crate) now: Vec<&'static str>,
    /// A city run by the centre.
    pub(crate) city: bool,
    /// Known by its name alone, though it is below the province.
    pub(crate) alone: bool,
}

impl Entry {
    /// Whether it belongs to a province, or to one that went into it.
    pub(crate) fn belongs_to(&self, province: &str) -> bool {
        is_part_of(self.parent, province)
    }

    /// Whether another province bears its name: Vientiane, the capital, and the province around it.
    pub(crate) fn shares_its_name(&self) -> bool {
        static SHARED: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
            let mut seen = FxHashSet::default();
            let provinces = GAZETTEER.entries.iter().filter(|entry| entry.level == Level::Province);
            provinces.filter(|entry| !seen.insert(entry.name)).map(|entry| entry.name).collect()
        });
        self.level == Level::Province && SHARED.contains(self.name)
    }

    /// A province of Vietnam that is no city run by the centre: its capital may bear its name.
    pub(crate) fn has_a_capital_of_its_name(&self) -> bool {
        self.level == Level::Province && !self.city && self.code.starts_with("VN-")
    }
}

/// Countries that the gazetteer does not have, by their names.
pub(crate) static FOREIGN_COUNTRIES: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(rows(include_str!("../../data/countries.tsv")).map(|row| (row.get("spelling"), ()))));

/// All places, by index and by identifier.
pub(crate) struct Gazetteer {
    pub(crate) entries: Vec<Entry>,
    /// How many of them are known by their spelling alone; those behind are districts of Thailand.
    known: usize,
    by_id: FxHashMap<&'static str, usize>,
}

impl Gazetteer {
    pub(crate) fn get(&self, id: &str) -> Option<&Entry> {
        self.by_id.get(id).and_then(|&index| self.entries.get(index))
    }
}

pub(crate) static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut entries: Vec<Entry> = rows(include_str!("../../data/places.tsv"))
        .map(|row| Entry {
            id: row.get("id"),
            name: row.get("name"),
            level: row.get("level").parse().unwrap_or(Level::Other),
            code: row.get("code"),
            parent: row.get("parent"),
            to: row.get("to"),
            now: row.get("now").split(';').filter(|id| !id.is_empty()).collect(),
            city: row.get("city") == "yes",
            alone: row.get("alone") == "yes",
        })
        .collect();
    let known = entries.len();
    entries.extend(thai_districts().map(|row| Entry {
        id: "",
        name: row.get("name"),
        level: Level::District,
        code: "",
        parent: row.get("province"),
        to: "",
        now: Vec::new(),
        city: false,
        alone: false,
    }));
    let by_id = entries.iter().take(known).enumerate().map(|(index, entry)| (entry.id, index)).collect();
    Gazetteer { entries, known, by_id }
});

/// The places that are known by their spelling alone, with their indices.
pub(crate) fn known_entries() -> impl Iterator<Item = (usize, &'static Entry)> {
    GAZETTEER.entries.iter().take(GAZETTEER.known).enumerate()
}

fn thai_districts() -> impl Iterator<Item = Row<'static>> {
    rows(include_str!("../../data/thai_districts.tsv"))
}

/// Districts of Thailand by their spellings. Many are everyday words: a place only behind the word for their level.
pub(crate) static THAI_DISTRICTS: LazyLock<Words<usize>> =
    LazyLock::new(|| Words::new(thai_districts().zip(GAZETTEER.known..).map(|(row, index)| (row.get("spelling"), index))));

/// Every spelling with the index of its place, names in Vietnamese included.
pub(crate) fn spellings() -> impl Iterator<Item = (&'static str, usize)> {
    static ALL: LazyLock<Vec<(&str, usize)>> = LazyLock::new(|| {
        let listed = rows(include_str!("../../data/place_spellings.tsv"))
            .filter_map(|row| Some((row.get("spelling"), *GAZETTEER.by_id.get(row.get("id"))?)));
        // A city named after a person is told from him by its level word alone.
        let names = known_entries().filter(|(_, entry)| entry.id != "vn.ho-chi-minh");
        listed.chain(names.map(|(index, entry)| (entry.name, index))).collect()
    });
    ALL.iter().copied()
}

/// Provinces of Thailand that are everyday words too, by their bare names: แพร่, ตาก. They are known by the word for their level, and in a list.
pub(crate) static EVERYDAY: LazyLock<FxHashMap<&str, usize>> = LazyLock::new(|| {
    let is_trap = |name: &str| TRAPS.at(name, 0).is_some_and(|(end, _)| end == name.len());
    let bare = |(spelling, index): (&'static str, usize)| {
        let (end, _) = LEVELS.at(spelling, 0).filter(|(_, level)| **level == Level::Province)?;
        Some((spelling.get(end..).filter(|name| is_trap(name))?, index))
    };
    spellings().filter_map(bare).collect()
});

/// The spellings of the places that bear a name, in the order of the table.
pub(crate) fn spellings_of(name: &str) -> impl Iterator<Item = &'static str> {
    spellings()
        .filter(move |(_, index)| GAZETTEER.entries.get(*index).is_some_and(|entry| entry.name == name))
        .map(|(spelling, _)| spelling)
}

/// The communes whose name without its marks these words are.
pub(crate) fn communes_without_marks(words: &str) -> &'static [&'static Commune] {
    static NAMES: LazyLock<FxHashMap<String, Vec<&Commune>>> = LazyLock::new(|| {
        let mut names: FxHashMap<String, Vec<&Commune>> = FxHashMap::default();
        for commune in COMMUNES.iter() {
            names.entry(normalize(commune.name, Profile::Plain)).or_default().push(commune);
        }
        names
    });
    NAMES.get(&normalize(words, Profile::Plain)).map_or(&[], Vec::as_slice)
}

/// Whether communes bear a name.
pub(crate) fn is_commune(name: &str) -> bool {
    provinces_of_commune(name).is_some()
}

/// Whether a commune of one of some provinces, by identifier, bears a name.
pub(crate) fn is_commune_of(name: &str, provinces: &[&str]) -> bool {
    provinces_of_commune(name).is_some_and(|ids| ids.iter().any(|id| provinces.iter().any(|province| is_part_of(id, province))))
}

/// The communes that bear a name.
pub(crate) fn commune_named(name: &str) -> Option<&'static Commune> {
    static NAMES: LazyLock<FxHashMap<&str, &Commune>> = LazyLock::new(|| COMMUNES.iter().map(|commune| (commune.name, commune)).collect());
    NAMES.get(name).copied()
}

/// The provinces with communes of a name, by identifier.
fn provinces_of_commune(name: &str) -> Option<&'static [String]> {
    commune_named(name).map(|commune| commune.provinces.as_slice())
}

/// Whether a province is another one or went into it.
fn is_part_of(province: &str, whole: &str) -> bool {
    province == whole || GAZETTEER.get(province).is_some_and(|former| former.now.contains(&whole))
}

/// The places of which words are a spelling, by their indices.
pub(crate) fn spelled(words: &str) -> impl Iterator<Item = usize> {
    static ALL: LazyLock<FxHashMap<&str, Vec<usize>>> = LazyLock::new(|| {
        let mut all: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        spellings().for_each(|(spelling, index)| all.entry(spelling).or_default().push(index));
        all
    });
    ALL.get(words).into_iter().flatten().copied()
}

/// The places that bear a name.
pub(crate) fn named(name: &str) -> impl Iterator<Item = &'static Entry> + use<> {
    static NAMES: LazyLock<FxHashMap<&str, Vec<&Entry>>> = LazyLock::new(|| {
        let mut names: FxHashMap<&str, Vec<&Entry>> = FxHashMap::default();
        known_entries().for_each(|(_, entry)| names.entry(entry.name).or_default().push(entry));
        names
    });
    NAMES.get(name).into_iter().flatten().copied()
}

/// Whether words are a spelling of a place.
pub(crate) fn is_spelling(words: &str) -> bool {
    spelled(words).next().is_some()
}

/// Words between the word for a level and the list of its units.
pub(crate) static LISTING: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(rows(include_str!("../../data/place_list_words.tsv")).map(|row| (row.get("spelling"), ()))));

/// Words right behind a place that was a unit of its own before.
pub(crate) static FORMER: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(rows(include_str!("../../data/former_words.tsv")).map(|row| (row.get("spelling"), ()))));

/// Words before a place, in Vietnamese; whether a commune may stand there by its name alone too.
pub(crate) static LOCATIVES: LazyLock<Words<bool>> = LazyLock::new(|| {
    Words::new(rows(include_str!("../../data/place_locatives.tsv")).map(|row| (row.get("spelling"), row.get("commune") == "yes")))
});

/// Words that contain a place's spelling and are no place, for those that end at a byte; with the country that they are after all on a page
/// that names it elsewhere.
pub(crate) static TRAPS: LazyLock<Words<Option<usize>>> =
    LazyLock::new(|| Words::new(trap_rows().map(|row| (row.get("spelling"), GAZETTEER.by_id.get(row.get("unless")).copied()))));

fn trap_rows() -> impl Iterator<Item = Row<'static>> {
    rows(include_str!("../../data/place_traps.tsv"))
}

/// Words that contain a place's spelling and are no place.
pub(crate) fn traps() -> impl Iterator<Item = &'static str> {
    trap_rows().map(|row| row.get("spelling"))
}

/// Words before a name that make it a river or a road.
pub(crate) static PLACE_BARS: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(rows(include_str!("../../data/place_bars.tsv")).map(|row| (row.get("spelling"), ()))));

/// Countries by their spellings, for those inside longer names.
pub(crate) static COUNTRIES: LazyLock<Words<usize>> = LazyLock::new(|| {
    Words::new(spellings().filter(|(_, index)| GAZETTEER.entries.get(*index).is_some_and(|entry| entry.level == Level::Country)))
});

/// Places whose spelling begins with the word for their level, for those glued to a body's name.
pub(crate) static LEVEL_PLACES: LazyLock<Words<usize>> =
    LazyLock::new(|| Words::new(spellings().filter(|(spelling, _)| LEVELS.at(spelling, 0).is_some_and(|(end, _)| end < spelling.len()))));

/// A name that communes, wards or townships of Vietnam, or subdistricts of Thailand, bear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Commune {
    pub(crate) name: &'static str,
    /// Identifiers of the provinces that have or had one.
    pub(crate) provinces: Vec<String>,
}

impl Commune {
    fn new(name: &'static str, country: &str, provinces: impl Iterator<Item = &'static str>) -> Commune {
        Commune { name, provinces: provinces.filter(|id| !id.is_empty()).map(|id| format!("{country}.{id}")).collect() }
    }
}

/// The names of communes of Vietnam. They are many, and often those of people and things: a place only behind a word for their level.
pub(crate) static COMMUNES: LazyLock<Vec<Commune>> = LazyLock::new(|| {
    rows(include_str!("../../data/communes.tsv"))
        .map(|row| {
            let ids = row.get("before").split(';').chain(row.get("since").split(';'));
            Commune::new(row.get("name"), "vn", ids)
        })
        .collect()
});

/// Subdistricts of Thailand by their spellings. Many are everyday words: a place only behind the word for their level.
pub(crate) static THAI_SUBDISTRICTS: LazyLock<Words<Commune>> = LazyLock::new(|| {
    let table = rows(include_str!("../../data/thai_subdistricts.tsv"));
    Words::new(table.map(|row| (row.get("spelling"), Commune::new(row.get("name"), "th", row.get("provinces").split(';')))))
});
