//! One look over the article: its figures and its known words, shared by all families.

use crate::family::place::Level;
use crate::lang::calendar::Calendar;
use crate::lang::cited::NUMBER_WORDS;
use crate::lang::gazetteer::TRAPS;
use crate::lang::level::LEVELS;
use crate::lang::lexicon::{self, Hit, Meaning};
use crate::lang::number::{FUNCTION_WORDS, LABELS, Label, ORDINAL_MARKERS};
use crate::lang::words::Words;
use crate::page::block::Block;
use crate::span::Span;
use crate::text::figure::{Figure, figures, roman, roman_character};

/// The figures and words of the blocks in which mentions are looked for.
pub(crate) struct Scan<'t> {
    /// The whole normalized text.
    pub(crate) text: &'t str,
    /// The blocks that hold mentions, with their index.
    pub(crate) zones: Vec<(u32, Span)>,
    pub(crate) figures: Vec<Figure>,
    /// Which figures belong to something already.
    taken: Vec<bool>,
    pub(crate) hits: Vec<Hit>,
}

impl<'t> Scan<'t> {
    pub(crate) fn new(text: &'t str, blocks: &[Block]) -> Scan<'t> {
        let zones: Vec<(u32, Span)> =
            blocks.iter().zip(0u32..).filter(|(block, _)| block.kind.holds_mentions()).map(|(block, index)| (index, block.span)).collect();
        let mut scan = Scan { text, zones, figures: Vec::new(), taken: Vec::new(), hits: Vec::new() };
        for (_, zone) in &scan.zones {
            lexicon::scan(text, *zone, &mut scan.hits);
            scan.figures.extend(
                figures(zone.of(text))
                    .into_iter()
                    .map(|figure| Figure { span: Span::new(figure.span.start + zone.start, figure.span.end + zone.start), ..figure }),
            );
        }
        scan.roman_numerals();
        scan.taken = vec![false; scan.figures.len()];
        scan
    }

    /// Adds the Roman numerals behind a word that numbers something.
    fn roman_numerals(&mut self) {
        let mut found = Vec::new();
        for (_, zone) in &self.zones {
            let letters = zone.of(self.text).as_bytes();
            let mut starts: Vec<usize> = memchr::memchr3_iter(b'I', b'V', b'X', letters).collect();
            // Ⅵ
            starts.extend(memchr::memmem::find_iter(letters, &[0xe2, 0x85]));
            starts.sort_unstable();
            for at in starts {
                let at = zone.start + at;
                let Some(numeral) = roman(self.text, at).or_else(|| roman_character(self.text, at)) else { continue };
                let cue = matches!(self.calendar_before(at), Some((_, Calendar::Quarter | Calendar::Century)));
                // khóa IV, V
                let listed = || found.last().is_some_and(|last: &Figure| self.list_mark(last.span.end) == Some(at));
                if cue || self.word_before(&ORDINAL_MARKERS, at).is_some() || listed() {
                    found.push(numeral);
                }
            }
        }
        if !found.is_empty() {
            self.figures.extend(found);
            self.figures.sort_unstable_by_key(|figure| figure.span.start);
        }
    }

    /// The index of the block in which a byte lies.
    pub(crate) fn block(&self, at: usize) -> u32 {
        let after = self.zones.partition_point(|(_, zone)| zone.start <= at);
        after.checked_sub(1).and_then(|index| self.zones.get(index)).map_or(0, |(block, _)| *block)
    }

    /// The zone in which a byte lies.
    pub(crate) fn zone(&self, at: usize) -> Span {
        let after = self.zones.partition_point(|(_, zone)| zone.start <= at);
        after.checked_sub(1).and_then(|index| self.zones.get(index)).map_or(Span::new(at, at), |(_, zone)| *zone)
    }

    pub(crate) fn figure(&self, index: usize) -> Option<Figure> {
        self.figures.get(index).copied()
    }

    /// The figures inside a span.
    pub(crate) fn figures_in(&self, span: Span) -> impl Iterator<Item = Figure> {
        let first = self.figures.partition_point(|figure| figure.span.start < span.start);
        self.figures.iter().skip(first).take_while(move |figure| figure.span.end <= span.end).copied()
    }

    /// A figure that belongs to nothing yet.
    pub(crate) fn free(&self, index: usize) -> Option<Figure> {
        self.figure(index).filter(|_| self.taken.get(index) == Some(&false))
    }

    /// The free figure that begins at a byte, with its index.
    pub(crate) fn figure_at(&self, at: usize) -> Option<(usize, Figure)> {
        let index = self.figures.binary_search_by_key(&at, |figure| figure.span.start).ok()?;
        self.free(index).map(|figure| (index, figure))
    }

    /// Whether a figure begins at a byte, taken or not.
    pub(crate) fn figure_at_any(&self, at: usize) -> bool {
        self.figures.binary_search_by_key(&at, |figure| figure.span.start).is_ok()
    }

    /// Gives all figures inside a span to something.
    pub(crate) fn take(&mut self, span: Span) {
        let first = self.figures.partition_point(|figure| figure.span.start < span.start);
        for (figure, taken) in self.figures.iter().zip(self.taken.iter_mut()).skip(first) {
            if figure.span.end > span.end {
                break;
            }
            *taken = true;
        }
    }

    /// Whether the figure that ends at a byte belongs to something.
    pub(crate) fn is_taken_before(&self, end: usize) -> bool {
        let after = self.figures.partition_point(|figure| figure.span.end <= end);
        after
            .checked_sub(1)
            .is_some_and(|last| self.figures.get(last).is_some_and(|figure| figure.span.end == end) && self.taken.get(last) == Some(&true))
    }

    /// A span narrowed to whole characters of the text.
    pub(crate) fn within(&self, span: Span) -> Span {
        let mut end = span.end.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let mut start = span.start.min(end);
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        Span::new(start, end)
    }

    /// The known word that ends at a byte.
    pub(crate) fn hit_before(&self, end: usize) -> Option<Hit> {
        let after = self.hits.partition_point(|hit| hit.span.end <= end);
        after.checked_sub(1).and_then(|last| self.hits.get(last)).copied().filter(|hit| hit.span.end == end)
    }

    /// The character at a byte.
    pub(crate) fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..).and_then(|rest| rest.chars().next())
    }

    /// The character before a byte.
    pub(crate) fn char_before(&self, at: usize) -> Option<char> {
        self.text.get(..at).and_then(|head| head.chars().next_back())
    }

    /// Whether a byte lies in a block that holds mentions.
    fn holds(&self, at: usize) -> bool {
        let zone = self.zone(at);
        zone.start <= at && at < zone.end
    }

    /// The byte after blanks, among them at most one line end between two blocks that hold mentions.
    pub(crate) fn skip(&self, mut at: usize) -> usize {
        let mut lines = 0;
        while let Some(c) = self.char_at(at) {
            match c {
                ' ' => {}
                '\n' if lines == 0 && self.holds(at + 1) => lines = 1,
                _ => break,
            }
            at += 1;
        }
        at
    }

    /// The byte before blanks, among them at most one line end, likewise.
    pub(crate) fn skip_back(&self, mut at: usize) -> usize {
        let mut lines = 0;
        while let Some(c) = self.char_before(at) {
            match c {
                ' ' => {}
                '\n' if lines == 0 && at > 1 && self.holds(at - 2) => lines = 1,
                _ => break,
            }
            at -= 1;
        }
        at
    }

    /// The word of a set that begins at a byte, blanks skipped: the byte after it and its meaning.
    pub(crate) fn word<'w, T>(&self, words: &'w Words<T>, at: usize) -> Option<(usize, &'w T)> {
        words.at(self.text, self.skip(at))
    }

    /// The word of a set that ends at a byte, blanks skipped: the byte at which it begins and its meaning.
    pub(crate) fn word_before<'w, T>(&self, words: &'w Words<T>, at: usize) -> Option<(usize, &'w T)> {
        words.before(self.text, self.skip_back(at))
    }

    /// The last word of a set inside a stretch, the longest that ends there, and its meaning.
    pub(crate) fn last_word<'w, T>(&self, words: &'w Words<T>, stretch: Span) -> Option<(Span, &'w T)> {
        let ends = (stretch.start..=stretch.end).rev().filter(|end| self.text.is_char_boundary(*end));
        let mut found = ends.filter_map(|end| words.before(self.text, end).map(|(start, meaning)| (Span::new(start, end), meaning)));
        found.next().filter(|(span, _)| span.start >= stretch.start)
    }

    /// The word for a level that ends before a byte, blanks skipped; not inside a longer word that means something else.
    pub(crate) fn level_before(&self, at: usize) -> Option<(usize, Level)> {
        let end = self.skip_back(at);
        let (start, level) = LEVELS.before(self.text, end)?;
        // ການເມືອງ is politics.
        (TRAPS.before(self.text, end).is_none()).then_some((start, *level))
    }

    /// The word for a level that begins after a byte, likewise.
    pub(crate) fn level_at(&self, at: usize) -> Option<(usize, Level)> {
        let at = self.skip(at);
        let (end, level) = LEVELS.at(self.text, at)?;
        self.hit_at(at, |m| matches!(m, Meaning::Trap).then_some(())).is_none().then_some((end, *level))
    }

    /// The known words inside a span.
    pub(crate) fn hits_in(&self, span: Span) -> impl Iterator<Item = Hit> {
        let first = self.hits.partition_point(|hit| hit.span.start < span.start);
        self.hits.iter().skip(first).take_while(move |hit| hit.span.end <= span.end).copied()
    }

    /// The known words inside a span, the last one first.
    pub(crate) fn hits_before(&self, span: Span) -> impl Iterator<Item = Hit> {
        let after = self.hits.partition_point(|hit| hit.span.end <= span.end);
        self.hits.iter().take(after).rev().take_while(move |hit| hit.span.start >= span.start).copied()
    }

    /// The known word that begins at a byte, if it can be what is asked for.
    pub(crate) fn hit_at<T>(&self, at: usize, pick: impl Fn(&'static Meaning) -> Option<T>) -> Option<(Span, T)> {
        let index = self.hits.binary_search_by_key(&at, |hit| hit.span.start).ok()?;
        let hit = self.hits.get(index)?;
        hit.find(pick).map(|meaning| (hit.span, meaning))
    }

    /// Whether a word stands before a byte that makes the figure there a number of something: an article, a road, a document.
    pub(crate) fn numbered(&self, at: usize) -> bool {
        self.label(at) != Label::None
    }

    /// What the word before a byte makes of the figure there.
    pub(crate) fn label(&self, at: usize) -> Label {
        if matches!(self.calendar_before(at), Some((_, Calendar::DayCue | Calendar::MonthCue | Calendar::YearCue))) {
            return Label::None;
        }
        let at = match self.char_before(self.skip_back(at)) {
            Some(':') => self.skip_back(at) - 1,
            _ => at,
        };
        match self.word_before(&LABELS, at) {
            Some((_, label)) => *label,
            None if self.word_before(&NUMBER_WORDS, at).is_some() => Label::Weak,
            None => match self.word_before(&ORDINAL_MARKERS, at) {
                // Trung ương 4 is a plenum, Trung ương 4 triệu đồng money.
                Some((_, marker)) if marker.shown == 0 => Label::Weak,
                Some(_) => Label::Name,
                None => Label::None,
            },
        }
    }

    /// Whether a word begins at a byte that a number before it does not count.
    pub(crate) fn is_function_word(&self, at: usize) -> bool {
        self.function_word(at).is_some()
    }

    /// The byte after such a word.
    pub(crate) fn function_word(&self, at: usize) -> Option<usize> {
        FUNCTION_WORDS.at(self.text, at).map(|(end, ())| end)
    }

    /// Whether a number is a place's share in a list of shares: `(Hà Giang 1, Sơn La 34)`, `Hà Giang (42), Bắc Kạn (19)`.
    pub(crate) fn is_share_of_place(&self, number: Span) -> bool {
        let place = |end: usize| {
            let hit = self.hit_before(self.skip_back(end))?;
            hit.find(|m| matches!(m, Meaning::Place(_)).then_some(hit.span.start))
        };
        let listed = |c: Option<char>| matches!(c, Some(',' | ';'));
        let (before, after) = (self.char_before(number.start), self.char_at(number.end));
        match (before, after) {
            (Some(' '), Some(',' | ';' | ')')) => {
                let from = self.zone(number.start).start.max(number.start.saturating_sub(200));
                let head = self.within(Span::new(from, number.start)).of(self.text);
                let bracketed = head.rfind(['(', ')']).is_some_and(|at| head.get(at..).is_some_and(|rest| rest.starts_with('(')));
                bracketed && place(number.start - 1).is_some()
            }
            (Some('('), Some(')')) => place(number.start - 1).is_some_and(|place| {
                let year = number.len() == 4 && number.of(self.text).starts_with(['1', '2']);
                !year && (listed(self.char_at(number.end + 1)) || matches!(self.char_before(self.skip_back(place)), Some(',' | ';' | ':')))
            }),
            _ => false,
        }
    }

    /// Whether such a word ends at a byte. One of a single letter may end any name: สุวรรณ.
    pub(crate) fn is_function_word_before(&self, end: usize) -> bool {
        FUNCTION_WORDS.before(self.text, end).is_some_and(|(start, ())| Span::new(start, end).of(self.text).chars().count() > 1)
    }

    /// How far back the sentence may begin that holds a byte: a full stop followed by a blank, a line end, or 300 bytes.
    pub(crate) fn clause_start(&self, at: usize) -> usize {
        let from = self.within(Span::new(self.zone(at).start.max(at.saturating_sub(300)), at)).start;
        let head = Span::new(from, at).of(self.text).as_bytes();
        let stops = |end: &usize| match head.get(..*end) {
            Some([.., b'\n'] | [.., b'.' | b';', b' ']) => true,
            Some([before @ .., b' ']) => before.ends_with("…".as_bytes()),
            _ => false,
        };
        from + (1..=head.len()).rev().find(stops).unwrap_or(0)
    }
}
