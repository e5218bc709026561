//! Tables of tab-separated values: a header line, rows, comments after `#`.

use std::rc::Rc;

/// A row of a table.
pub(crate) struct Row<'t> {
    columns: Rc<[&'t str]>,
    cells: Vec<&'t str>,
}

impl<'t> Row<'t> {
    /// The cell of a column; empty where there is none or it says `-`.
    pub(crate) fn get(&self, column: &str) -> &'t str {
        let cell = self.columns.iter().position(|name| *name == column).and_then(|at| self.cells.get(at));
        match cell.copied() {
            None | Some("-") => "",
            Some(cell) => cell,
        }
    }
}

/// The rows of a table, in order.
pub(crate) fn rows(table: &str) -> impl Iterator<Item = Row<'_>> {
    let mut lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let columns: Rc<[&str]> = lines.next().unwrap_or_default().split('\t').collect();
    lines.map(move |line| {
        let mut cells = Vec::with_capacity(columns.len());
        cells.extend(line.split('\t'));
        Row { columns: Rc::clone(&columns), cells }
    })
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
