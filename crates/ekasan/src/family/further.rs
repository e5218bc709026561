//! Further mentions put among those found: none may cover another.

use crate::span::Span;

/// Adds mentions that lie in no other found, and puts all in order; of two that overlap the earlier and longer one stays.
pub(crate) fn add<T>(found: &mut Vec<T>, mut more: Vec<T>, span: impl Fn(&T) -> Span) {
    more.retain(|one| {
        let next = found.partition_point(|other| span(other).end <= span(one).start);
        found.get(next).is_none_or(|other| !span(other).overlaps(span(one)))
    });
    found.extend(more);
    found.sort_by_key(|one| (span(one).start, std::cmp::Reverse(span(one).end)));
    let mut last = 0;
    found.retain(|one| {
        let free = span(one).start >= last;
        last = if free { span(one).end } else { last };
        free
    });
}
