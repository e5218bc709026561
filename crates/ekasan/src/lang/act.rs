//! Acts cited by their name: the words for them, and those in and around their names.

use std::sync::LazyLock;

use super::table::rows;
use super::words::Words;

/// The words for acts, codes and constitutions, each with the usual one: พระราชบัญญัติ is พ.ร.บ.
pub(crate) fn acts() -> impl Iterator<Item = (&'static str, &'static str)> {
    let acts = rows(include_str!("../../data/document_type_words.tsv")).filter(|row| !row.get("act").is_empty());
    acts.map(|row| (row.get("spelling"), row.get("act")))
}

/// What a word does in or around the name of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Leads to what an act is about.
    About,
    /// An act whose name holds such a word.
    OfAbout,
    /// Begins the note of a revision in brackets.
    Revised,
    /// Goes on with the name over a blank or a comma.
    Joins,
    /// The same, and no name ends with it.
    Leads,
    /// Never stands in a name.
    Ends,
    /// Right before the word for an act it makes another thing of it.
    NoAct,
    /// An act that needs no name.
    Alone,
    /// Begins the clause that names an act by its day.
    Basis,
    /// May stand between a name and its year.
    Year,
    /// Ends a name that has its year in it.
    Yearly,
}

/// These words.
pub(crate) static WORDS: LazyLock<Words<Role>> = LazyLock::new(|| {
    Words::new(rows(include_str!("../../data/act_words.tsv")).filter_map(|row| {
        let role = match row.get("role") {
            "about" => Role::About,
            "of_about" => Role::OfAbout,
            "revised" => Role::Revised,
            "joins" => Role::Joins,
            "leads" => Role::Leads,
            "ends" => Role::Ends,
            "no_act" => Role::NoAct,
            "alone" => Role::Alone,
            "basis" => Role::Basis,
            "year" => Role::Year,
            "yearly" => Role::Yearly,
            _ => return None,
        };
        Some((row.get("spelling"), role))
    }))
});
