//! Whether a text tells of any time at all.

use crate::lint::view::TextView;

/// Words and characters by which a time is told.
const TIMES: [&str; 16] = [
    "年", "月", "季度", "上半", "下半", "目前", "当前", "近", "以来", "截至", "至今", "今", "期间",
    "日", "昨", "五”",
];

/// Whether nothing in the text tells of a time, so that no heading and no paragraph before can have told it.
pub(super) fn tells_no_time(view: &TextView<'_>) -> bool {
    !view.has_any(&(0..view.chars().len()), &TIMES)
}
