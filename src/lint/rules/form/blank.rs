//! XX家, 第××号, 20XX年: signs where a name or digits are to come.

use std::ops::Range;

use super::to_fill_in::is_reader;
use crate::lint::Word;
use crate::lint::view::{TextView, is_han};

/// What a name to come ends in.
const NAMED: &str = "省市县区镇乡村局委厅科处";

/// What is counted or numbered: what stands before it are digits to come.
const COUNTED: &str = "家个件项次户亩元万亿%％所座条台套处吨米辆岁年月日起宗批类间幢栋艘份场";

/// The same behind a mark that leaves out no name as ××部队 and XX公司 do.
const COUNTED_BEHIND_LINE: &str = "部名期人公平立";

/// XX家, 第××号, 20XX年.
pub(super) fn blank(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    let mark = view.char(word.start);
    let end = (word.end..word.end + 6).find(|at| view.char(*at) != mark)?;
    let unit = view.char(end);
    let before = view.before(word.start);
    let is_ordinal = before == '第' && "号条款项".contains(unit);
    let is_unit =
        COUNTED.contains(unit) || !"Xx×".contains(mark) && COUNTED_BEHIND_LINE.contains(unit);
    let is_counted = is_unit && (is_han(before) || before.is_ascii_digit());
    // 张××家 and ××年级 leave out names on purpose, and so does a model with many blanks.
    let is_name = view.is_at(end, "年级") || mark == '×' && is_model(view, word, end);
    let is_office = "Xx＊".contains(mark) && is_han(before) && NAMED.contains(unit);
    let is_annex = "Xx".contains(mark)
        && view.ends_at(word.start, "附件")
        && view.is_any_at(end, "。，；、）");
    let is_blank =
        is_annex || is_ordinal || is_office || is_counted && !is_name || is_reader(view, word, end);
    // A line on paper is left for a hand to write on at the end of a form.
    let is_line =
        "_＿".contains(mark) && (view.is_any_before(word.start, "：:") || "年月日".contains(unit));
    (before != mark && is_blank && !is_line).then_some(word.start..end + 1)
}

/// Whether ×× leaves out a name, or stands near others as in a model text.
fn is_model(view: &TextView<'_>, word: Word, end: usize) -> bool {
    const NEAR: usize = 100;
    let before = word.start.saturating_sub(NEAR)..word.start;
    let has = |range: Range<usize>| view.marks_in(range).any(|at| view.char(at) == '×');
    let is_person = view.is_any_at(end, "家处所") && !view.is_any_before(word.start, "业构庭");
    is_person || has(before) || has(end..end + NEAR)
}
