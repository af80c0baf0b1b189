//! 30家、80家 before 合计110家: the items that a total adds up.

use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};

/// More items than any total is told of.
const MOST: usize = 24;

/// What a number is that stands before some items.
enum Kind {
    /// One more item.
    Item,
    /// The year that the item behind it is told of: 2022年新增3200个、2023年新增4100个.
    Name,
    /// None, so that the items are complete.
    Other,
    /// None, and what stands behind it is no list of items either.
    Stranger,
}

/// The numbers of the total's unit that stand side by side right before it, the last one first.
pub(super) fn items<'v>(
    view: &'v TextView<'_>,
    start: usize,
    end: usize,
    total: &Number,
) -> Vec<&'v Number> {
    let mut items = Vec::new();
    let mut next = end;
    // Parts of a number of the unit that 其中 introduces need not be all of them.
    let is_of_whole = |parted: usize| {
        let unit = total.unit(view.chars());
        let mut before = view.numbers_in(start..parted).iter();
        view.is_at(end, "共") || before.any(|it| it.unit(view.chars()) == unit)
    };
    for number in view.numbers_in(start..end).iter().rev() {
        match kind(view, number, total, (items.len(), next), is_of_whole) {
            Kind::Item => items.push(number),
            Kind::Name => {}
            Kind::Other => return items,
            Kind::Stranger => return Vec::new(),
        }
        next = number.digits.start;
    }
    match view.find(start..next, "其中") {
        Some(parted) if is_of_whole(parted) => Vec::new(),
        _ => items,
    }
}

/// What a number is, of the so many items behind which are known and the next one begins at `next`.
fn kind(
    view: &TextView<'_>,
    number: &Number,
    total: &Number,
    (known, next): (usize, usize),
    is_of_whole: impl Fn(usize) -> bool,
) -> Kind {
    if known > 0 && names_item(view, number) {
        return Kind::Name;
    }
    let lead = view.words(number.unit.end..next);
    if !number.is_exact_amount() || !is_of_unit(view, number, total) {
        // A year before the first item dates all of them, and what a clause before it counts
        // is something else.
        let is_date = known > 0 && number.is_year(view.chars());
        let is_apart = known >= 2 && lead.starts_with('，');
        let is_closed = || !lead.contains("其中") || !is_of_whole(next);
        return match is_date || is_apart && is_closed() {
            true => Kind::Other,
            false => Kind::Stranger,
        };
    }
    match known {
        // Another list ends before ；.
        2.. if lead.starts_with('；') => Kind::Other,
        known if known < MOST && is_gap(lead, known == 0) => Kind::Item,
        _ => Kind::Stranger,
    }
}

/// Whether the number is a year that an item is named by.
fn names_item(view: &TextView<'_>, number: &Number) -> bool {
    number.is_year(view.chars())
        && view.is_any_before(number.digits.start, "、，；")
        && is_han(view.char(number.unit.end))
}

/// 74处（条）: the unit of the total, or the other one that it has in brackets.
fn is_of_unit(view: &TextView<'_>, number: &Number, total: &Number) -> bool {
    let unit = number.unit(view.chars());
    let open = total.unit.end;
    let is_other = || {
        let close = open + 1 + unit.len();
        view.char(open) == '（'
            && view.char(close) == '）'
            && view.chars().get(open + 1..close) == Some(unit)
    };
    unit == total.unit(view.chars()) || !unit.is_empty() && is_other()
}

/// What parts two items, or the last item and the word: 、 or ， and the next item's name.
fn is_gap(lead: &str, is_last: bool) -> bool {
    const LONGEST: usize = 14;
    let is_joined = lead.starts_with(['、', '，', '和']);
    let lead = lead.replace("新增", "");
    let is_other = ["其中", "比", "增", "减", "占", "每", "至", "达", "除", "计"]
        .iter()
        .any(|word| lead.contains(word));
    let most = if is_last { 6 } else { LONGEST };
    is_joined && !is_other && lead.chars().count() <= most
}
