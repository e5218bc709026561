//! Numbers that add up, each with its powers of ten: 2 หมื่น 1 พัน 2 ร้อยล้าน, 12 ຕື້ 4 ຮ້ອຍລ້ານ, 83 tỷ 540 triệu.

use super::find::{Numeral, numeral, unit_at};
use crate::family::scan::Scan;
use crate::lang::number::{APPROXIMATORS, MAGNITUDES, PERCENT_BEFORE, UNITS};

/// The power of ten from which on a word scales all that stands before it: 2 ร้อย 30 ล้าน is 230 million.
const MILLION: u32 = 6;

/// A sum as printed.
pub(super) struct Sum {
    /// The numbers, each with its power of ten beside that of the whole.
    pub(super) terms: Vec<(Numeral, u32)>,
    /// The power of ten of the whole.
    pub(super) power: u32,
    /// The powers of the words behind the last number.
    pub(super) powers: Vec<u32>,
    /// The byte after the last number and its words.
    pub(super) end: usize,
}

/// The sum that begins with a number, whose words of magnitude begin at a byte.
pub(super) fn sum(scan: &Scan<'_>, number: Numeral, at: usize) -> Sum {
    let (mut powers, mut end) = magnitudes(scan, at);
    let mut chain = Chain::new(number, &powers);
    while !powers.is_empty()
        && let Some(next) = scan.figure_at(scan.skip(end)).and_then(|(next, _)| numeral(scan, next)).filter(|next| next.groups.len() == 1)
    {
        let (following, after) = magnitudes(scan, next.span.end);
        let measured = following.is_empty() && unit_at(scan, next.span.end).is_some();
        if !(if measured { chain.ends_with(&next) } else { chain.goes_on_with(&next, &following) }) {
            break;
        }
        end = if measured { next.span.end } else { after };
        powers = following;
    }
    let power = chain.terms.iter().map(|(_, power)| *power).min().unwrap_or_default();
    chain.terms.iter_mut().for_each(|(_, own)| *own -= power);
    Sum { terms: chain.terms, power, powers, end }
}

/// Numbers that add up so far, with their powers of ten. Thousands and hundreds behind one another are open until a million or more scales
/// them, or nothing does.
struct Chain {
    terms: Vec<(Numeral, u32)>,
    /// The first term that is open; as many as there are where none is.
    open: usize,
}

impl Chain {
    fn new(number: Numeral, powers: &[u32]) -> Chain {
        let (small, large) = parts(powers);
        Chain { terms: vec![(number, small + large)], open: usize::from(large > 0) }
    }

    /// Takes a number with its powers, if it adds to those before it.
    fn goes_on_with(&mut self, number: &Numeral, powers: &[u32]) -> bool {
        let (small, large) = parts(powers);
        let (last, count) = (self.terms.last().map_or(0, |(_, power)| *power), self.terms.len());
        let is_open = self.open < count;
        // 2 ร้อย |30 ล้าน: less than one of the hundreds.
        let fits = match (small, large) {
            (0, 0) => false,
            (0, _) if is_open => digits(number) <= last,
            (small, _) if is_open => small < last,
            (small, 0) => small < last,
            _ => true,
        };
        if !fits {
            return false;
        }
        if large > 0 {
            // 12 ຕື້ |4 ຮ້ອຍລ້ານ: less than one of what stands before; of 1 ล้าน 9 แสน 2 หมื่น|ล้าน the last million is that of all.
            let first = self.terms.get(self.open).map_or(small, |(_, power)| *power);
            let before = self.open.checked_sub(1).and_then(|before| self.terms.get(before)).map(|(_, power)| *power);
            let from = match before {
                Some(before) if first + large < before => self.open,
                Some(MILLION) if self.open == 1 && large == MILLION && first > 0 => 0,
                Some(_) => return false,
                None => self.open,
            };
            self.terms.iter_mut().skip(from).for_each(|(_, power)| *power += large);
            self.open = count + 1;
        }
        self.terms.push((number.clone(), small + large));
        true
    }

    /// Takes a number without any that what it counts follows: 7 ร้อย |60 โครงการ.
    fn ends_with(&mut self, number: &Numeral) -> bool {
        let last = self.terms.last().map_or(0, |(_, power)| *power);
        let fits = self.open < self.terms.len() && last <= 3 && digits(number) == last;
        if fits {
            self.terms.push((number.clone(), 0));
        }
        fits
    }
}

/// The powers below a million with which some begin, and the others, each in all.
fn parts(powers: &[u32]) -> (u32, u32) {
    let small = powers.iter().take_while(|power| **power < MILLION).sum();
    (small, powers.iter().sum::<u32>() - small)
}

fn digits(number: &Numeral) -> u32 {
    number.groups.first().map_or(0, |group| u32::try_from(group.len()).unwrap_or(u32::MAX))
}

/// The powers of ten in words at a byte, and the byte after them; a longer word of a unit wins. An approximator may stand between two of
/// them: 4 ຮ້ອຍກວ່າລ້ານ.
fn magnitudes(scan: &Scan<'_>, mut at: usize) -> (Vec<u32>, usize) {
    let mut powers = Vec::new();
    loop {
        let word = |at: usize| scan.word(&MAGNITUDES, at);
        let between = || scan.word(&APPROXIMATORS.between, at).filter(|_| !powers.is_empty()).and_then(|(end, _)| word(end));
        let Some((end, power)) = word(at).or_else(between) else { return (powers, at) };
        // ร้อยละ is no hundred.
        let longer = [scan.word(&UNITS, at).map(|(unit, _)| unit), scan.word(&PERCENT_BEFORE, at).map(|(percent, ())| percent)];
        if longer.into_iter().flatten().any(|longer| longer > end) {
            return (powers, at);
        }
        powers.push(*power);
        at = end;
    }
}
