//! What a page says of itself beside its text: `<meta>`, Open Graph, JSON-LD, `<time>`, `lang`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::outline::Outline;
use crate::family::date::Day;

/// A page's own description of itself. It is kept beside what the page prints; where both speak, the print decides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Metadata {
    /// The headline, without the site's name.
    pub title: Option<String>,
    /// The day of publication, in the page's own zone.
    pub published: Option<Day>,
    /// The time of day, with its zone where that is given.
    pub published_time: Option<String>,
    /// The day of the last change.
    pub modified: Option<Day>,
    /// The name of the site or publisher.
    pub publisher: Option<String>,
    /// The author.
    pub byline: Option<String>,
    /// The page's canonical address.
    pub url: Option<String>,
    /// The language, as the page's tag says it.
    pub language: Option<String>,
}

impl Metadata {
    pub(super) fn of(outline: &Outline) -> Metadata {
        let meta = |names: &[&str]| {
            names
                .iter()
                .find_map(|name| outline.metas.iter().find(|(key, _)| key == name))
                .map(|(_, content)| content.trim().to_owned())
                .filter(|content| !content.is_empty())
        };
        let article = outline.linked_data.iter().find_map(|data| article(&serde_json::from_str(data).ok()?, 0));
        let linked = |name: &str| article.as_ref().and_then(|article| named(article.get(name)?));
        let moment = |names: &[&str], key: &str| meta(names).or_else(|| linked(key));
        let published = moment(&["article:published_time", "datepublished", "pubdate", "date", "dc.date.issued"], "datePublished")
            .or_else(|| outline.times.first().map(|(moment, _)| moment.clone()));
        let modified = moment(&["article:modified_time", "datemodified", "og:updated_time"], "dateModified");
        let publisher = meta(&["og:site_name"]).or_else(|| linked("publisher"));
        let title = meta(&["og:title", "twitter:title"])
            .or_else(|| linked("headline"))
            .or_else(|| Some(outline.title.clone()).filter(|title| !title.is_empty()));
        Metadata {
            title: title.map(|title| without_site(&title, publisher.as_deref())),
            published: published.as_deref().and_then(day),
            published_time: published.as_deref().and_then(time),
            modified: modified.as_deref().and_then(day),
            publisher,
            byline: meta(&["author", "article:author"]).filter(|author| !author.starts_with("http")).or_else(|| linked("author")),
            url: meta(&["og:url"]),
            language: outline.language.clone(),
        }
    }

    /// Whether the page says nothing of itself.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Metadata::default()
    }
}

/// How deep linked data is searched.
const DEEP: usize = 6;

/// The object of linked data that describes the article.
fn article(value: &Value, depth: usize) -> Option<Value> {
    match value {
        Value::Array(items) if depth < DEEP => items.iter().find_map(|item| article(item, depth + 1)),
        Value::Object(object) => {
            let kind = object.get("@type").map(Value::to_string).unwrap_or_default();
            if kind.contains("Article") || kind.contains("BlogPosting") || kind.contains("Report") {
                return Some(value.clone());
            }
            object.get("@graph").filter(|_| depth < DEEP).and_then(|graph| article(graph, depth + 1))
        }
        _ => None,
    }
}

/// A text, or the name of what is described, the first of several.
fn named(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Array(items) => items.first().and_then(|first| first.as_str().map(str::to_owned).or_else(|| named(first.get("name")?))),
        Value::Object(object) => object.get("name")?.as_str().map(str::to_owned),
        _ => None,
    }
}

/// The day of a moment in ISO 8601.
fn day(moment: &str) -> Option<Day> {
    moment.trim().get(..10)?.parse().ok()
}

/// The time of a moment in ISO 8601, `14:15` or `14:15+07:00`.
fn time(moment: &str) -> Option<String> {
    let clock = moment.trim().get(11..)?;
    let minutes =
        clock.get(..5).filter(|minutes| minutes.bytes().enumerate().all(|(at, b)| if at == 2 { b == b':' } else { b.is_ascii_digit() }))?;
    let zone = clock.get(5..)?.trim_start_matches(|c: char| c == ':' || c == '.' || c.is_ascii_digit());
    let zone = if zone == "Z" { "+00:00" } else { zone };
    let whole = zone.len() == 6 && zone.starts_with(['+', '-']);
    Some(if whole { format!("{minutes}{zone}") } else { minutes.to_owned() })
}

/// A headline without the name of the site after it.
fn without_site(title: &str, site: Option<&str>) -> String {
    let cut = [" | ", " - ", " – "].into_iter().filter_map(|separator| title.rfind(separator).map(|at| (at, separator.len()))).max();
    match cut {
        Some((at, length))
            if title.get(at + length..).is_some_and(|tail| site == Some(tail.trim()) || (site.is_none() && tail.chars().count() <= 40)) =>
        {
            title.get(..at).unwrap_or(title).trim().to_owned()
        }
        _ => title.trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments() {
        assert_eq!(day("2025-04-22T10:40:00+07:00").unwrap().to_string(), "2025-04-22");
        assert_eq!(time("2025-04-22T10:40:00+07:00").as_deref(), Some("10:40+07:00"));
        assert_eq!(time("2025-04-22T10:40:00.000Z").as_deref(), Some("10:40+00:00"));
        assert_eq!((time("2025-04-22"), day("yesterday")), (None, None));
    }
}
