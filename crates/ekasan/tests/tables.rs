//! The tables are whole: columns, no empty spellings, no spelling twice, links that lead somewhere.
#![allow(clippy::unwrap_used, clippy::string_slice, clippy::indexing_slicing, clippy::panic, missing_docs, reason = "tests")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use ekasan::{Profile, normalize};

/// The rows of a table by column, its name, and its header.
fn tables() -> BTreeMap<String, Vec<BTreeMap<String, String>>> {
    let mut tables = BTreeMap::new();
    for entry in std::fs::read_dir(support::root().join("crates/ekasan/data")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|end| end != "tsv") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let mut lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let header: Vec<&str> = lines.next().unwrap().split('\t').collect();
        let mut rows = Vec::new();
        for line in lines {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), header.len(), "{}: {line:?}", path.display());
            rows.push(header.iter().zip(cells).map(|(name, cell)| ((*name).to_owned(), cell.to_owned())).collect());
        }
        tables.insert(path.file_stem().unwrap().to_str().unwrap().to_owned(), rows);
    }
    tables
}

#[test]
fn every_cell_is_in_canonical_orthography() {
    // Patterns of half a syllable are put together before they are normalized.
    for (table, rows) in
        tables().into_iter().filter(|(table, _)| !["onset_spellings", "rhyme_spellings", "tone_marks"].contains(&table.as_str()))
    {
        assert!(!rows.is_empty(), "{table} is empty");
        for cell in rows.iter().flat_map(BTreeMap::values) {
            assert_eq!(&normalize(cell, Profile::Canonical), cell, "{table}");
            assert!(!cell.is_empty() && cell.trim() == cell, "{table}: {cell:?}; an empty cell is written -");
        }
    }
}

#[test]
fn no_spelling_stands_twice_in_a_table() {
    for (table, rows) in tables() {
        // A place's spelling may belong to several places; an approximator's to two places in the sentence; symbols to two types.
        if [
            "place_spellings",
            "place_traps",
            "thai_districts",
            "organization_traps",
            "furniture",
            "approximators",
            "clock_words",
            "family_names",
            "citation_cues",
            "sentence_cues",
            "organization_words",
            "onset_spellings",
            "rhyme_spellings",
        ]
        .contains(&table.as_str())
        {
            continue;
        }
        let mut seen = BTreeSet::new();
        for row in rows.iter().filter(|row| row.contains_key("spelling")) {
            assert!(seen.insert((row.get("lang").cloned(), row["spelling"].clone())), "{table}: {} twice", row["spelling"]);
        }
    }
}

#[test]
fn places_lead_to_places() {
    let tables = tables();
    let ids: BTreeSet<&String> = tables["places"].iter().map(|row| &row["id"]).collect();
    assert_eq!(ids.len(), tables["places"].len(), "an id twice");
    for row in &tables["places"] {
        for column in ["parent", "now"] {
            for id in row[column].split(';').filter(|id| *id != "-") {
                assert!(ids.contains(&id.to_owned()), "{}: no place {id}", row["id"]);
            }
        }
    }
    for row in &tables["place_spellings"] {
        assert!(ids.contains(&row["id"]), "no place {}", row["id"]);
    }
}

#[test]
fn the_63_provinces_of_2024_have_codes_and_successors() {
    let tables = tables();
    let provinces: Vec<_> = tables["places"]
        .iter()
        .filter(|row| row["level"] == "province" && row["id"].starts_with("vn.") && (row["to"] == "-" || row["to"] == "2025-06-30"))
        .collect();
    assert_eq!(provinces.len(), 63);
    let now: BTreeSet<_> = provinces.iter().map(|row| if row["to"] == "-" { row["id"].clone() } else { row["now"].clone() }).collect();
    assert_eq!(now.len(), 34, "{now:?}");
    assert_eq!(provinces.iter().map(|row| &row["code"]).collect::<BTreeSet<_>>().len(), 63);
    assert!(provinces.iter().all(|row| row["code"].starts_with("VN-")));
}

#[test]
fn the_six_cities_run_by_the_centre_are_marked() {
    let tables = tables();
    let cities = tables["places"].iter().filter(|place| place["city"] == "yes").map(|place| place["id"].as_str());
    let wanted = ["vn.can-tho", "vn.da-nang", "vn.ha-noi", "vn.hai-phong", "vn.ho-chi-minh", "vn.hue"];
    assert_eq!(cities.collect::<BTreeSet<_>>(), BTreeSet::from(wanted));
    assert!(tables["places"].iter().all(|place| ["-", "yes"].contains(&place["city"].as_str())));
}

#[test]
fn every_table_is_named_in_the_sources() {
    let sources = std::fs::read_to_string(support::root().join("crates/ekasan/data/SOURCES.md")).unwrap();
    for table in tables().keys() {
        assert!(sources.contains(&format!("`{table}.tsv`")), "SOURCES.md says nothing of {table}.tsv");
    }
}
