//! The ledger of citations: one row a document cited, over all pages that cite it.
//!
//! A symbol is no key. Numbering starts again with each term of the Party, and every province has a series of its own: citations
//! are joined where symbol, place and term agree, and kept apart where they do not. A wrong link is worse than none.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::document::{Document, Mention};
use crate::family::place::Level;
use crate::lang::Language;
use crate::lang::cited::{LANDMARKS, is_central_issuer};
use crate::lang::number::CONGRESSES;
use crate::span::{CharSpan, CodePoints};

/// A citation as one page prints it: what the ledger is made of, and what a resolver sees.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CitedMention {
    /// The symbol as it should be written.
    pub symbol: String,
    /// The number without leading zeros; none for an act cited by name and year.
    pub number: Option<String>,
    /// The year, where it is part of the symbol.
    pub year: Option<u16>,
    /// The type as in the symbol.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The issuer as in the symbol.
    pub issuer: Option<String>,
    /// The province whose series it belongs to, where the page tells it.
    pub place: Option<String>,
    /// The day of signing that the page prints, as EDTF.
    pub date: Option<String>,
    /// The subject that the page prints.
    pub subject: Option<String>,
    /// The kind of body that issued it, where the page names it.
    pub issued_by: Option<String>,
    /// The page's identifier.
    pub document: String,
    /// The page's own day.
    pub published: Option<String>,
    /// The page's language, as a BCP 47 tag.
    pub language: &'static str,
    /// Where it stands, in code points of the page's text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What is printed there.
    pub surface: String,
    /// Its date stands torn in two on the page.
    pub torn: bool,
}

/// A date or another value that one page prints differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// What differs: `date`.
    pub field: &'static str,
    /// What that page prints.
    pub value: String,
    /// The page.
    pub document: String,
    /// Where, in code points of its text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// A document cited: one row of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct LedgerEntry {
    /// The symbol as it should be written.
    pub symbol: String,
    /// The type as in the symbol.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The issuer as in the symbol.
    pub issuer: Option<String>,
    /// The number without leading zeros; none for an act cited by name and year.
    pub number: Option<String>,
    /// The year, where it is part of the symbol.
    pub year: Option<u16>,
    /// The province whose series it belongs to, where the pages tell it.
    pub place: Option<String>,
    /// The day of signing as EDTF, as most pages print it.
    pub date: Option<String>,
    /// Each day printed, with the number of pages that print it.
    pub date_votes: BTreeMap<String, usize>,
    /// The kind of body that issued it, where a page names it.
    pub issued_by: Option<String>,
    /// The subject that most pages print.
    pub subject: Option<String>,
    /// What the tables know it to be about, where its date is theirs.
    pub known_title: Option<String>,
    /// An identifier after the Akoma Ntoso naming convention, where the date is known.
    pub iri: Option<String>,
    /// The first page that cites it, by day of publication, then identifier.
    pub first_document: String,
    /// The last page.
    pub last_document: String,
    /// How often it is cited.
    pub mentions: usize,
    /// On how many pages.
    pub documents: usize,
    /// Their languages, as BCP 47 tags.
    pub languages: Vec<String>,
    /// The spellings printed.
    pub spellings: Vec<String>,
    /// What single pages print differently.
    pub conflicts: Vec<Conflict>,
    /// What joined the mentions: `symbol`, `place`, `term`, `same_page` (a mention without a date on a page that has one), `only_one`
    /// (a mention without a date of the only document with the symbol), `torn_date` (a date put together from two places), `resolver` (your own).
    pub evidence: Vec<&'static str>,
}

/// All documents cited in a corpus. Memory grows with the mentions. The order of the pages, a page given twice and a corpus split and
/// joined again ([`merge`](Ledger::merge)) make no difference.
///
/// # Examples
/// ```
/// use ekasan::Ledger;
/// let pages = ["ມະຕິ 35-NQ/TW, ລົງວັນທີ 22/10/2018", "Nghị quyết số 35-NQ/TW ngày 22/10/2018"].map(ekasan::parse);
/// let entries = Ledger::of(&pages).entries();
/// assert_eq!(entries.len(), 1);
/// assert_eq!((entries[0].date.as_deref(), entries[0].documents), (Some("2018-10-22"), 2));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    observations: BTreeSet<CitedMention>,
}

impl Ledger {
    /// The ledger of some documents. Numbers alone, without a symbol of their own or of their page, are left out.
    pub fn of<'d>(documents: impl IntoIterator<Item = &'d Document>) -> Ledger {
        let mut ledger = Ledger::default();
        for document in documents {
            ledger.add(document);
        }
        ledger
    }

    /// Adds a document.
    pub fn add(&mut self, document: &Document) {
        let points = CodePoints::new(document.text());
        let provinces: BTreeSet<&str> = document
            .places()
            .filter_map(|place| place.value.as_ref())
            .filter(|place| place.level == Level::Province && place.code.as_deref().is_some_and(|code| code.starts_with("VN")))
            .map(|place| place.name.as_str())
            .collect();
        for record in document.citations() {
            let Some(value) = &record.value else { continue };
            let Some(symbol) = &value.symbol else { continue };
            let central = value.issuer.as_deref().is_none_or(is_central_issuer);
            let place = if central { None } else { province(document, record.span.start, &provinces) };
            let CharSpan { start, end } = points.span(record.span);
            self.observations.insert(CitedMention {
                symbol: symbol.clone(),
                number: value.number.clone(),
                year: value.year,
                kind: value.kind.clone(),
                issuer: value.issuer.clone(),
                place,
                date: value.date.clone(),
                subject: value.subject.clone(),
                issued_by: value.issued_by.clone(),
                document: document.id().to_owned(),
                published: document.frame().published.map(|day| day.to_string()),
                language: document.language().tag(),
                start,
                end,
                surface: document.surface(record.span).to_owned(),
                torn: record.evidence.iter().any(|piece| piece.code.as_str() == "torn_date"),
            });
        }
    }

    /// This ledger and another together.
    #[must_use]
    pub fn merge(mut self, other: Ledger) -> Ledger {
        self.observations.extend(other.observations);
        self
    }

    /// The documents cited, by symbol, place and date.
    #[must_use]
    pub fn entries(&self) -> Vec<LedgerEntry> {
        self.entries_by(|_| None)
    }

    /// The same where a resolver of your own decides first which document a mention means: mentions for which it gives the same key are one
    /// document, with the evidence `resolver`; those for which it gives none are joined as in [`entries`](Ledger::entries), among themselves.
    ///
    /// # Examples
    /// ```
    /// use ekasan::Ledger;
    /// let pages = ["Nghị quyết số 12-NQ/TU ngày 3/5/2021", "Nghị quyết số 12-NQ/TU ngày 9/8/2021"].map(ekasan::parse);
    /// let ledger = Ledger::of(&pages);
    /// assert_eq!(ledger.entries().len(), 1);
    /// // One document a day.
    /// assert_eq!(ledger.entries_by(|cited| cited.date.clone()).len(), 2);
    /// ```
    #[must_use]
    pub fn entries_by(&self, resolve: impl Fn(&CitedMention) -> Option<String>) -> Vec<LedgerEntry> {
        let mut by_key: BTreeMap<String, Vec<&CitedMention>> = BTreeMap::new();
        let mut by_symbol: BTreeMap<&str, Vec<&CitedMention>> = BTreeMap::new();
        for observation in &self.observations {
            match resolve(observation) {
                Some(key) => by_key.entry(key).or_default().push(observation),
                None => by_symbol.entry(&observation.symbol).or_default().push(observation),
            }
        }
        let resolved = by_key.into_values().filter_map(|all| {
            let places: BTreeSet<Option<&str>> = all.iter().map(|observation| observation.place.as_deref()).collect();
            let place = if places.len() == 1 { places.first().copied().flatten() } else { None };
            entry(&all, place, BTreeSet::from(["resolver"]), None)
        });
        let mut entries: Vec<LedgerEntry> = by_symbol.into_values().flat_map(|all| documents_of(&all)).chain(resolved).collect();
        entries.sort_by(|a, b| (&a.symbol, &a.place, &a.date, &a.first_document).cmp(&(&b.symbol, &b.place, &b.date, &b.first_document)));
        entries
    }
}

/// The province in whose series a citation stands: the nearest one in its block, else the only one of the page.
fn province(document: &Document, at: usize, provinces: &BTreeSet<&str>) -> Option<String> {
    let block = document.blocks().iter().position(|block| block.span.start <= at && at < block.span.end);
    let near =
        document.mentions().iter().filter(|mention| usize::try_from(mention.block()).ok() == block).filter_map(|mention| match mention {
            Mention::Place(place) => place
                .value
                .as_ref()
                .filter(|value| provinces.contains(value.name.as_str()))
                .map(|value| (place.span.start.abs_diff(at), &value.name)),
            _ => None,
        });
    let nearest = near.min().map(|(_, name)| name.clone());
    nearest.or_else(|| if provinces.len() == 1 { provinces.first().map(|name| (*name).to_owned()) } else { None })
}

/// The documents behind the citations of one symbol.
fn documents_of(all: &[&CitedMention]) -> Vec<LedgerEntry> {
    let mut by_place: BTreeMap<Option<&str>, Vec<&CitedMention>> = BTreeMap::new();
    for observation in all {
        by_place.entry(observation.place.as_deref()).or_default().push(observation);
    }
    // A page that cites a symbol with its place means the same without it.
    if let Some(unplaced) = by_place.remove(&None) {
        let mut left = Vec::new();
        for observation in unplaced {
            let same = |place: &&Option<&str>| {
                by_place.get(*place).is_some_and(|others| others.iter().any(|other| other.document == observation.document))
            };
            let places: Vec<Option<&str>> = by_place.keys().filter(same).copied().collect();
            match places.as_slice() {
                [place] => by_place.entry(*place).or_default().push(observation),
                _ => left.push(observation),
            }
        }
        if !left.is_empty() {
            by_place.insert(None, left);
        }
    }
    by_place.into_iter().flat_map(|(place, observations)| terms_of(&observations, place)).collect()
}

/// The documents of one symbol and place: one a term of the Party, as numbers start again with each.
fn terms_of(all: &[&CitedMention], place: Option<&str>) -> Vec<LedgerEntry> {
    let dated: Vec<&&CitedMention> = all.iter().filter(|observation| full_day(observation)).collect();
    let yearly = all.iter().all(|observation| observation.year.is_some());
    let mut groups: BTreeMap<u32, Vec<&CitedMention>> = BTreeMap::new();
    for observation in &dated {
        let term = if yearly { 0 } else { observation.date.as_deref().map_or(0, term_of) };
        groups.entry(term).or_default().push(observation);
    }
    let pages = |group: &[&CitedMention]| group.iter().map(|observation| observation.document.as_str()).collect::<BTreeSet<_>>().len();
    // A date that one page alone prints, with day and month of the others, is a slip of the year.
    let main = groups.iter().max_by_key(|(term, group)| (pages(group), **term)).map(|(term, _)| *term);
    if let Some(main) = main {
        let days: BTreeSet<String> = groups.get(&main).into_iter().flatten().filter_map(|observation| day_of_year(observation)).collect();
        let known = |observation: &&CitedMention| is_landmark(observation);
        let slips: Vec<u32> = groups
            .iter()
            .filter(|(term, group)| {
                **term != main
                    && pages(group) == 1
                    && !group.iter().any(known)
                    && group.iter().all(|observation| day_of_year(observation).is_some_and(|day| days.contains(&day)))
            })
            .map(|(term, _)| *term)
            .collect();
        for term in slips {
            let group = groups.remove(&term).unwrap_or_default();
            groups.entry(main).or_default().extend(group);
        }
    }
    let undated: Vec<&CitedMention> = all.iter().filter(|observation| !full_day(observation)).copied().collect();
    let mut evidence: BTreeMap<u32, BTreeSet<&'static str>> = BTreeMap::new();
    let mut left = Vec::new();
    for observation in undated {
        let same: Vec<u32> = groups
            .iter()
            .filter(|(_, group)| group.iter().any(|other| other.document == observation.document))
            .map(|(term, _)| *term)
            .collect();
        let target = match (same.as_slice(), groups.len()) {
            ([term], _) => Some((*term, "same_page")),
            (_, 1) => groups.keys().next().map(|term| (*term, "only_one")),
            _ => None,
        };
        match target {
            Some((term, why)) => {
                evidence.entry(term).or_default().insert(why);
                groups.entry(term).or_default().push(observation);
            }
            None => left.push(observation),
        }
    }
    let several = groups.len() > 1;
    let mut entries: Vec<LedgerEntry> = groups
        .iter()
        .filter_map(|(term, group)| entry(group, place, evidence.remove(term).unwrap_or_default(), several.then_some("term")))
        .collect();
    entries.extend(entry(&left, place, BTreeSet::new(), None));
    entries
}

/// Whether a citation carries a whole day.
fn full_day(observation: &CitedMention) -> bool {
    observation.date.as_deref().is_some_and(|date| date.len() == 10 && date.bytes().all(|b| b.is_ascii_digit() || b == b'-'))
}

fn day_of_year(observation: &CitedMention) -> Option<String> {
    observation.date.as_deref().and_then(|date| date.get(5..)).map(str::to_owned)
}

/// Whether the tables know the symbol with this date.
fn is_landmark(observation: &CitedMention) -> bool {
    let known = LANDMARKS.get(observation.symbol.as_str());
    known.is_some_and(|known| known.iter().any(|landmark| Some(landmark.date) == observation.date.as_deref()))
}

/// The term of the Party's Central Committee in which a day lies.
fn term_of(date: &str) -> u32 {
    let congresses = CONGRESSES.iter().filter(|known| known.body == "cpv" && known.kind == "congress" && known.from <= date);
    congresses.map(|known| known.number).max().unwrap_or_default()
}

/// One document of the ledger.
fn entry(group: &[&CitedMention], place: Option<&str>, joined: BTreeSet<&'static str>, term: Option<&'static str>) -> Option<LedgerEntry> {
    let first = group.first()?;
    let votes = |pick: &dyn Fn(&CitedMention) -> Option<String>| {
        let mut votes: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for observation in group {
            if let Some(value) = pick(observation) {
                votes.entry(value).or_default().insert(&observation.document);
            }
        }
        votes.into_iter().map(|(value, pages)| (value, pages.len())).collect::<BTreeMap<String, usize>>()
    };
    let most = |votes: &BTreeMap<String, usize>| {
        let known = |date: &str| LANDMARKS.get(first.symbol.as_str()).is_some_and(|all| all.iter().any(|landmark| landmark.date == date));
        votes.iter().max_by(|a, b| (a.1, known(a.0)).cmp(&(b.1, known(b.0))).then(b.0.cmp(a.0))).map(|(value, _)| value.clone())
    };
    let date_votes = votes(&|observation| observation.date.clone());
    let date = most(&date_votes);
    let conflicts = group
        .iter()
        .filter(|observation| observation.date.is_some() && observation.date != date)
        .map(|observation| Conflict {
            field: "date",
            value: observation.date.clone().unwrap_or_default(),
            document: observation.document.clone(),
            start: observation.start,
            end: observation.end,
        })
        .collect();
    let by_day =
        |observation: &&&CitedMention| (observation.published.clone().unwrap_or_else(|| "9999".to_owned()), observation.document.clone());
    let all = |pick: &dyn Fn(&CitedMention) -> &str| group.iter().map(|observation| pick(observation).to_owned()).collect::<BTreeSet<_>>();
    let landmark =
        LANDMARKS.get(first.symbol.as_str()).and_then(|known| known.iter().find(|landmark| Some(landmark.date) == date.as_deref()));
    let mut evidence: BTreeSet<&'static str> = joined;
    if !evidence.contains("resolver") {
        evidence.insert("symbol");
    }
    evidence.extend(place.map(|_| "place"));
    evidence.extend(term);
    evidence.extend(group.iter().any(|observation| observation.torn).then_some("torn_date"));
    Some(LedgerEntry {
        symbol: first.symbol.clone(),
        kind: first.kind.clone(),
        issuer: first.issuer.clone(),
        number: first.number.clone(),
        year: first.year,
        place: place.map(str::to_owned),
        iri: date.as_deref().filter(|date| date.len() == 10).map(|date| iri(first, place, date)),
        date,
        date_votes,
        issued_by: most(&votes(&|observation| observation.issued_by.clone())),
        subject: most(&votes(&|observation| observation.subject.clone())),
        known_title: landmark.map(|landmark| landmark.title.to_owned()).filter(|title| !title.is_empty()),
        first_document: group.iter().min_by_key(by_day)?.document.clone(),
        last_document: group
            .iter()
            .max_by_key(|observation| (observation.published.clone().unwrap_or_default(), observation.document.clone()))?
            .document
            .clone(),
        mentions: group.len(),
        documents: all(&|observation| &observation.document).len(),
        languages: Language::ALL
            .iter()
            .map(|language| language.tag())
            .filter(|tag| group.iter().any(|observation| observation.language == *tag))
            .map(str::to_owned)
            .collect(),
        spellings: all(&|observation| &observation.surface).into_iter().collect(),
        conflicts,
        evidence: evidence.into_iter().collect(),
    })
}

/// `/akn/vn/act/nq/tw/2018-10-22/35`: country, act, type, issuer with its place, day, number.
fn iri(observation: &CitedMention, place: Option<&str>, date: &str) -> String {
    let plain = |text: &str| {
        let plain = crate::text::normalize(text, crate::Profile::Plain);
        plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
    };
    let country =
        if observation.issuer.as_deref().is_some_and(|issuer| issuer.contains(|c| matches!(c, 'ກ'..='ໟ'))) { "la" } else { "vn" };
    let parts = [observation.kind.as_deref(), observation.issuer.as_deref(), place]
        .into_iter()
        .flatten()
        .map(plain)
        .filter(|part| !part.is_empty());
    let path: Vec<String> = parts.chain([date.to_owned()]).chain(observation.number.as_deref().map(plain)).collect();
    format!("/akn/{country}/act/{}", path.join("/"))
}
