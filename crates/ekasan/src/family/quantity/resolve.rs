//! What printed quantities mean: separators read, magnitudes multiplied out, exactly.

use rust_decimal::Decimal;

use super::find::{LAND, Numeral, Printed};
use super::{Approx, Quantity};
use crate::document::{Code, Diagnostic, Evidence, Record};
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::span::Span;

/// How the one separator of a number that could be read in two ways is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Thousands,
    Decimal,
}

/// Gives every printed quantity its value.
pub(crate) fn resolve(scan: &Scan<'_>, found: &[Printed], language: Language, diagnostics: &mut Vec<Diagnostic>) -> Vec<Record<Quantity>> {
    let habit = Habit::of(found, language);
    found
        .iter()
        .map(|printed| {
            let mut evidence: Vec<Evidence> = printed.approx.iter().map(|(_, span)| Evidence::new("approximator", *span)).collect();
            let unit = printed.unit.unwrap_or("item");
            if let Some(span) = printed.unit_span {
                evidence.push(Evidence::new("unit", span));
            }
            let quantity = |separator: Separator| {
                value(printed, separator).map(|value| Quantity {
                    value,
                    unit: unit.to_owned(),
                    approx: printed.approx.map(|(approx, _): (Approx, Span)| approx),
                })
            };
            let (separator, reason) = habit.decide(printed, unit);
            let value = quantity(separator);
            let other = match reason {
                None => quantity(if separator == Separator::Thousands { Separator::Decimal } else { Separator::Thousands })
                    .filter(|other| Some(other) != value.as_ref()),
                Some(_) => None,
            };
            if let (Some(code), Some((number, _))) = (reason, printed.terms.first())
                && number.separators.len() == 1
            {
                evidence.push(Evidence::new(code, number.span));
            }
            if let (Some(value), Some(other)) = (&value, &other) {
                diagnostics.push(Diagnostic {
                    code: Code::from("ambiguous_number"),
                    span: printed.span,
                    message: format!("read as {}, could be {}", value.value, other.value),
                });
            }
            if value.is_none() {
                diagnostics.push(Diagnostic {
                    code: Code::from("malformed_number"),
                    span: printed.span,
                    message: format!("saw “{}”, wanted groups of three digits or one decimal mark", printed.span.of(scan.text)),
                });
            }
            Record {
                span: printed.span,
                block: scan.block(printed.span.start),
                rule: Code::from(printed.rule),
                value,
                readings: other.into_iter().collect(),
                evidence,
            }
        })
        .collect()
}

/// How this document uses each separator, from the numbers that leave no doubt.
struct Habit {
    language: Language,
    point: Use,
    comma: Use,
}

/// How often a separator was seen in each use.
#[derive(Clone, Copy, Default)]
struct Use {
    thousands: bool,
    decimal: bool,
    /// Before three digits in a number of what is counted whole.
    whole: bool,
}

impl Habit {
    fn of(found: &[Printed], language: Language) -> Habit {
        let (mut point, mut comma) = (Use::default(), Use::default());
        // Of land the mark is not printed.
        let printed = found.iter().filter(|printed| printed.rule != LAND);
        for (printed, (number, _)) in printed.flat_map(|printed| printed.terms.iter().map(move |term| (printed, term))) {
            let (Some(&first), Some(&last), Some(tail)) = (number.separators.first(), number.separators.last(), number.groups.last())
            else {
                continue;
            };
            let mut see = |separator: char, thousands: bool| {
                let seen = match separator {
                    '.' => &mut point,
                    ',' => &mut comma,
                    _ => return,
                };
                if thousands { seen.thousands = true } else { seen.decimal = true }
            };
            if first != last {
                see(first, true);
                see(last, false);
            } else if number.separators.len() > 1 {
                see(first, true);
            } else if tail.len() != 3 {
                see(first, false);
            } else if printed.power == 0 && printed.terms.len() == 1 && is_counted(printed.unit.unwrap_or("item")) {
                match first {
                    '.' => point.whole = true,
                    ',' => comma.whole = true,
                    _ => {}
                }
            }
        }
        Habit { language, point, comma }
    }

    /// How the separator of a number is read, and what says so; nothing where the text allows both.
    fn decide(&self, printed: &Printed, unit: &str) -> (Separator, Option<&'static str>) {
        let single = printed.terms.iter().map(|(number, _)| number).find(|number| number.separators.len() == 1);
        let Some(number) = single else { return (Separator::Thousands, Some("plain")) };
        let (Some(head), Some(tail), Some(&mark)) = (number.groups.first(), number.groups.last(), number.separators.first()) else {
            return (Separator::Thousands, Some("plain"));
        };
        if mark == ' ' {
            return (Separator::Thousands, Some("blank_thousands"));
        }
        if tail.len() != 3 || head.len() > 3 || head.starts_with('0') {
            return (Separator::Decimal, Some("digits_after_mark"));
        }
        let seen = if mark == '.' { self.point } else { self.comma };
        let other = if mark == '.' { self.comma } else { self.point };
        let decimal_here = match self.language {
            Language::Vietnamese => mark == ',',
            Language::Thai | Language::English => mark == '.',
            _ => false,
        };
        let scaled = printed.power > 0 || printed.terms.len() > 1;
        if scaled && decimal_here && (seen.decimal || !seen.thousands) {
            return (Separator::Decimal, Some("mark_before_magnitude"));
        }
        // 95,523 ລ້ານຄົນ: nowhere are there so many.
        if unit == "person" && printed.power >= 6 && printed.terms.len() == 1 {
            return (Separator::Decimal, Some("unit_is_whole"));
        }
        if is_counted(unit) && !scaled {
            return (Separator::Thousands, Some("unit_is_whole"));
        }
        if seen.thousands && !seen.decimal {
            return (Separator::Thousands, Some("mark_elsewhere"));
        }
        if unit == "percent" {
            return (Separator::Decimal, Some("percent"));
        }
        if decimal_here {
            // The language's decimal mark before three digits: usual in measures, but the marks of the source leak in.
            let leaks = other.decimal && !seen.decimal;
            return if leaks { (Separator::Thousands, Some("other_mark_is_decimal")) } else { (Separator::Decimal, None) };
        }
        if matches!(self.language, Language::Lao | Language::Other) {
            // Kip, dong and baht have no thousandths: 1,200 ບາດ.
            let money = !scaled && matches!(unit, "money:LAK" | "money:VND" | "money:THB");
            if seen.decimal && !seen.thousands && !seen.whole && other.thousands && !money {
                return (Separator::Decimal, Some("mark_elsewhere"));
            }
            return (Separator::Thousands, Some("three_digits"));
        }
        (Separator::Thousands, Some("language"))
    }
}

/// Whether what has this unit is counted whole.
fn is_counted(unit: &str) -> bool {
    matches!(unit, "person" | "household" | "organization" | "item" | "year" | "month" | "day")
}

/// The value in plain notation.
fn value(printed: &Printed, separator: Separator) -> Option<String> {
    let mut sum = Decimal::ZERO;
    for (number, power) in &printed.terms {
        sum = sum.checked_add(decimal(number, separator)?.checked_mul(ten_to(*power)?)?)?;
    }
    let value = sum.checked_mul(ten_to(printed.power)?)?.normalize();
    Some(if printed.minus { -value } else { value }.to_string())
}

fn ten_to(power: u32) -> Option<Decimal> {
    10i128.checked_pow(power).and_then(|ten| Decimal::try_from_i128_with_scale(ten, 0).ok())
}

/// A number by its groups; none where they fit no way of writing numbers.
fn decimal(number: &Numeral, separator: Separator) -> Option<Decimal> {
    let (head, tail) = number.groups.split_first()?;
    let grouped = |groups: &[String]| groups.iter().all(|group| group.len() == 3) && head.len() <= 3;
    let (whole, fraction) = match number.separators.as_slice() {
        [] => (head.clone(), String::new()),
        [_] if separator == Separator::Thousands && grouped(tail) => (number.groups.concat(), String::new()),
        [_] => (head.clone(), tail.concat()),
        [most @ .., last] if most.iter().all(|mark| most.first() == Some(mark)) && most.first() != Some(last) => {
            let (fraction, groups) = tail.split_last()?;
            if !grouped(groups) {
                return None;
            }
            (head.clone() + &groups.concat(), fraction.clone())
        }
        marks if marks.iter().all(|mark| marks.first() == Some(mark)) && grouped(tail) => (number.groups.concat(), String::new()),
        _ => return None,
    };
    let digits = if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") };
    digits.parse().ok()
}
