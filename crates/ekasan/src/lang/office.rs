//! What an office needs to be one, and the words around it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::table::rows;
use super::words::Words;

/// What must stand beside an office's name for it to be an office held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stands {
    /// Nothing: there is one.
    Alone,
    /// Its body, or a person.
    WithBody,
    /// A person.
    WithPerson,
    /// It is a capacity, no office.
    Never,
    /// It is a word before an office: former, acting.
    Prefix,
}

/// An office of the table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OfficeCode {
    pub(crate) code: &'static str,
    pub(crate) stands: Stands,
    /// What the words mean of a body below the centre, where that is another office.
    pub(crate) below: Option<&'static str>,
    /// The office of a deputy.
    pub(crate) deputy: Option<&'static str>,
    /// Where another office is glued to it, it is an office of that one: a secretary of the prime minister.
    pub(crate) serves: bool,
    /// Of a whole country, whatever its name.
    pub(crate) of_state: bool,
}

static CODES: LazyLock<FxHashMap<&'static str, OfficeCode>> = LazyLock::new(|| {
    rows(include_str!("../../data/office_codes.tsv"))
        .map(|row| {
            let stands = match row.get("stands") {
                "alone" => Stands::Alone,
                "body" => Stands::WithBody,
                "person" => Stands::WithPerson,
                "prefix" => Stands::Prefix,
                _ => Stands::Never,
            };
            let other = |column: &str| Some(row.get(column)).filter(|code| !code.is_empty());
            let (below, deputy) = (other("below"), other("deputy"));
            let says = |column: &str| row.get(column) == "yes";
            let (code, serves, of_state) = (row.get("code"), says("serves"), says("of_state"));
            (code, OfficeCode { code, stands, below, deputy, serves, of_state })
        })
        .collect()
});

/// The office of a code.
pub(crate) fn of_code(code: &str) -> Option<OfficeCode> {
    CODES.get(code).copied()
}

/// The offices whose words name their body, with its kind: รมว.คลัง.
pub(crate) static WITH_BODY: LazyLock<Words<&'static str>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../data/offices.tsv")).filter(|row| !row.get("body").is_empty());
    Words::new(rows.map(|row| (row.get("spelling"), row.get("body"))))
});

/// What a word between a person and an office says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Between {
    /// The person holds it, where more than a bare office follows.
    Is,
    /// The person holds it.
    Holds,
    /// The person held it.
    Ceases,
    /// A further office of the same person follows.
    Joins,
    /// Before an office: its deputy.
    Deputy,
}

/// The words between persons and offices.
pub(crate) static BETWEEN: LazyLock<Words<Between>> = LazyLock::new(|| {
    Words::new(rows(include_str!("../../data/office_words.tsv")).map(|row| {
        let between = match row.get("role") {
            "is" => Between::Is,
            "holds" => Between::Holds,
            "ceases" => Between::Ceases,
            "deputy" => Between::Deputy,
            _ => Between::Joins,
        };
        (row.get("spelling"), between)
    }))
});
