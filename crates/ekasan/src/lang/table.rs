//! Tables of tab-separated values: a header line, rows, comments after `#`.

/// A row of a table.
#[derive(Clone, Copy)]
pub(crate) struct Row<'t> {
    header: &'t str,
    line: &'t str,
}

impl<'t> Row<'t> {
    /// The cell of a column; empty where there is none or it says `-`.
    pub(crate) fn get(&self, column: &str) -> &'t str {
        let cell = self.header.split('\t').position(|name| name == column).and_then(|at| self.line.split('\t').nth(at));
        match cell {
            None | Some("-") => "",
            Some(cell) => cell,
        }
    }
}

/// The rows of a table, in order.
pub(crate) fn rows(table: &str) -> impl Iterator<Item = Row<'_>> {
    let mut lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let header = lines.next().unwrap_or_default();
    lines.map(move |line| Row { header, line })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_by_name() {
        let row = rows("# note\na\tb\n1\t-\n").next().unwrap();
        assert_eq!((row.get("a"), row.get("b"), row.get("c")), ("1", "", ""));
    }
}
