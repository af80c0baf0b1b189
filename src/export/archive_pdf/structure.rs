//! The structure that readers are told: headings, paragraphs and tables in reading order.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use krilla::tagging::{Identifier, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

use crate::document::Level;
use crate::layout::PagedDocument;
use crate::layout::page::{Item, Role, TextRun};

/// An element of the structure while its pieces are gathered.
struct Element {
    role: Role,
    text: String,
    pieces: Vec<Identifier>,
    first_page: usize,
}

/// The elements of a document, by the layout's numbers.
pub(super) struct Structure {
    elements: BTreeMap<usize, Element>,
    /// In the order in which their first runs stand on the pages.
    order: Vec<usize>,
    /// Blank cells of tables by their pages: a row without them would be irregular.
    blank_cells: BTreeMap<usize, Vec<usize>>,
}

impl Structure {
    /// Prepares the elements of `pages`.
    pub(super) fn new(pages: &PagedDocument) -> Self {
        let mut structure = Self {
            elements: BTreeMap::new(),
            order: Vec::new(),
            blank_cells: BTreeMap::new(),
        };
        for (number, page) in pages.pages.iter().enumerate() {
            for item in &page.items {
                if let Item::Text(run) = item {
                    structure.take(run, number);
                }
            }
        }
        for table in &pages.tables {
            structure.take_blank_cells(&table.rows);
        }
        structure
    }

    /// A blank cell stands on the page of its row's other cells, or of the row before.
    fn take_blank_cells(&mut self, rows: &[Vec<usize>]) {
        let mut page = 0;
        for row in rows {
            let known = row.iter().find_map(|cell| self.elements.get(cell));
            page = known.map_or(page, |cell| cell.first_page);
            for cell in row {
                if !self.elements.contains_key(cell) {
                    let element = Element {
                        role: Role::TableCell,
                        text: String::new(),
                        pieces: Vec::new(),
                        first_page: page,
                    };
                    self.elements.insert(*cell, element);
                    self.blank_cells.entry(page).or_default().push(*cell);
                }
            }
        }
    }

    /// The elements of the blank cells of a page.
    pub(super) fn blank_cells(&self, page: usize) -> Vec<usize> {
        self.blank_cells.get(&page).cloned().unwrap_or_default()
    }

    fn take(&mut self, run: &TextRun, page: usize) {
        if run.role == Role::PageNumber || run.role == Role::Artifact {
            return;
        }
        let element = self.elements.entry(run.element).or_insert_with(|| {
            self.order.push(run.element);
            Element {
                role: run.role,
                text: String::new(),
                pieces: Vec::new(),
                first_page: page,
            }
        });
        if element.first_page == page || run.role != Role::TableHead {
            element.text.push_str(&run.text());
        }
    }

    /// Whether a run is read aloud: page numbers and repeated heads of tables are not.
    pub(super) fn is_read(&self, run: &TextRun, page: usize) -> bool {
        let element = self.elements.get(&run.element);
        element.is_some_and(|element| run.role != Role::TableHead || element.first_page == page)
    }

    /// Adds a piece of a page to an element.
    pub(super) fn add(&mut self, element: usize, piece: Identifier) {
        if let Some(element) = self.elements.get_mut(&element) {
            element.pieces.push(piece);
        }
    }

    /// The whole structure.
    pub(super) fn into_tree(self, pages: &PagedDocument) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(pages.language.to_owned()));
        let tables = tables_by_cell(pages);
        let mut printed = vec![false; pages.tables.len()];
        let mut depth = 0;
        for number in &self.order {
            match tables.get(number) {
                Some(table) if printed[*table] => {}
                Some(table) => {
                    printed[*table] = true;
                    tree.push(self.table(&pages.tables[*table].rows));
                }
                None => {
                    let element = &self.elements[number];
                    tree.push(group(tag(element, &mut depth), element));
                }
            }
        }
        tree
    }

    fn table(&self, rows: &[Vec<usize>]) -> Node {
        let mut table = TagGroup::new(Tag::Table);
        let (head, body) = rows.split_at(rows.len().min(1));
        for (kind, rows) in [(true, head), (false, body)] {
            let mut part = if kind {
                TagGroup::new(Tag::THead)
            } else {
                TagGroup::new(Tag::TBody)
            };
            for row in rows {
                part.push(self.row(row, kind));
            }
            table.push(part);
        }
        Node::Group(table)
    }

    fn row(&self, cells: &[usize], is_head: bool) -> TagGroup {
        let mut row = TagGroup::new(Tag::TR);
        for cell in cells {
            let tag: TagKind = if is_head {
                Tag::TH(TableHeaderScope::Column).into()
            } else {
                Tag::TD.into()
            };
            match self.elements.get(cell) {
                Some(element) => row.push(group(tag, element)),
                None => row.push(TagGroup::new(tag)),
            }
        }
        row
    }
}

fn group(tag: TagKind, element: &Element) -> TagGroup {
    let pieces = element.pieces.iter().map(|piece| Node::Leaf(*piece));
    TagGroup::with_children(tag, pieces.collect())
}

/// Which table a cell's element belongs to.
fn tables_by_cell(pages: &PagedDocument) -> BTreeMap<usize, usize> {
    let tables = pages.tables.iter().enumerate();
    tables
        .flat_map(|(number, table)| {
            let cells = table.rows.iter().flatten();
            cells.map(move |cell| (*cell, number))
        })
        .collect()
}

/// The tag of an element; `depth` is the last heading's, and no level is left out (ISO 14289-1, 7.4.2).
fn tag(element: &Element, depth: &mut u16) -> TagKind {
    let wanted = match element.role {
        Role::Title | Role::AnnexTitle => 1,
        Role::Heading(Level::One) => 2,
        Role::Heading(Level::Two) => 3,
        Role::Heading(Level::Three) => 4,
        Role::Heading(Level::Four) => 5,
        _ => return Tag::P.into(),
    };
    *depth = wanted.min(*depth + 1);
    let level = NonZeroU16::new(*depth).unwrap_or(NonZeroU16::MIN);
    Tag::Hn(level, Some(element.text.clone())).into()
}
