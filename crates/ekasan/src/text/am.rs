//! The codings of am: one vowel in Lao and one in Thai that is typed in many ways.

use memchr::memmem;

use super::rewrite::Rewriter;
use crate::span::Span;

/// Every coding of Lao am to tone mark + ຳ: ໍ + າ, the tone before, between or after, and the doubled forms.
pub(super) fn lo_sara_am(text: &mut Rewriter<'_>) {
    sara_am(text, &Am { nikhahit: 'ໍ', aa: 'າ', am: 'ຳ', tones: '່'..='໋' });
}

/// Every coding of Thai am to tone mark + ำ.
pub(super) fn th_sara_am(text: &mut Rewriter<'_>) {
    sara_am(text, &Am { nikhahit: 'ํ', aa: 'า', am: 'ำ', tones: '่'..='๋' });
}

/// The letters of am in one script.
struct Am {
    nikhahit: char,
    aa: char,
    am: char,
    tones: std::ops::RangeInclusive<char>,
}

impl Am {
    /// One coding of am at a byte: tones, nikhahit, tones, aa or am, tones. The byte after it; tones are added.
    fn coding(&self, text: &str, at: usize, tones: &mut String) -> Option<usize> {
        let (mut end, mut nikhahit, mut am) = (at, false, None);
        for c in text.get(at..)?.chars() {
            if self.tones.contains(&c) {
                if !tones.ends_with(c) {
                    tones.push(c);
                }
            } else if am.is_none() && (c == self.am || (c == self.aa && nikhahit)) {
                am = Some(());
            } else if am.is_none() && c == self.nikhahit {
                nikhahit = true;
            } else {
                break;
            }
            end += c.len_utf8();
        }
        am.map(|()| end)
    }
}

fn sara_am(text: &mut Rewriter<'_>, am: &Am) {
    let mut buffer = [0; 4];
    let bytes = text.input.as_bytes();
    let nikhahits: Vec<usize> = memmem::find_iter(bytes, am.nikhahit.encode_utf8(&mut buffer)).collect();
    let ams = memmem::find_iter(bytes, am.am.encode_utf8(&mut buffer)).filter(|&at| {
        // Alone it is canonical, unless a tone, a nikhahit or another am comes after it.
        let next = text.input.get(at + am.am.len_utf8()..).and_then(|rest| rest.chars().next());
        next.is_some_and(|c| c == am.am || c == am.nikhahit || am.tones.contains(&c))
    });
    let mut sites: Vec<usize> = ams.chain(nikhahits.iter().copied()).collect();
    sites.sort_unstable();
    let mut done = 0;
    for site in sites {
        if site < done {
            continue;
        }
        let before = Span::new(done, site).of(text.input);
        let start = done + before.trim_end_matches(|c| am.tones.contains(&c)).len();
        let mut tones = String::new();
        let mut end = start;
        loop {
            let kept = tones.len();
            let Some(after) = am.coding(text.input, end, &mut tones) else {
                tones.truncate(kept);
                break;
            };
            end = after;
        }
        // What was read, joined or not, is not read again.
        done = end.max(site);
        if end > start {
            tones.push(am.am);
            text.replace(Span::new(start, end), &tones);
        }
    }
}
