//! 双向四车道……该路建成后，双向六车道: one road with two widths.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::counting::lists::number_at;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 双向四车道……该路建成后，双向六车道: one road with two widths.
pub(crate) const LANE_MISMATCH: Rule = Rule {
    name: "lane-mismatch",
    title: "同一条路的车道数前后不一致",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("lane_mismatch.md"),
};

const WORDS: &[&str] = &["双向"];

/// What tells that a road is widened.
const WIDENED: &[&str] = &[
    "改", "拓", "扩", "加宽", "升级", "由双", "变", "提升", "增", "原", "现状", "调整",
];

/// What tells that the road is the one that was told of.
const POINTED: &[&str] = &[
    "该路",
    "该道路",
    "该工程",
    "该项目",
    "该段",
    "该桥",
    "这条路",
    "该线",
    "大桥建成",
    "道路建成",
    "工程建成",
    "建成通车后",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some(said) = lanes(view, word.end) else {
        return;
    };
    let sentence = view.sentence(word.start);
    let start = view.passage(word.start).start.min(sentence.start);
    let is_pointed = view.has_any(&(sentence.start..word.start), POINTED);
    if !is_pointed || view.has_any(&(start..sentence.end), WIDENED) {
        return;
    }
    let mut before = (start..sentence.start).filter(|at| view.is_at(*at, "双向"));
    let first = before.next().and_then(|at| lanes(view, at + 2));
    if let Some(first) = first.filter(|first| *first != said && before.next().is_none()) {
        let range = word.start..word.end + 3;
        let text = view.words(range.clone());
        findings
            .at(range, format!("这里是“{text}”，前面是双向{first}车道"))
            .hint("核对车道数");
    }
}

/// How many lanes are told at `at`.
fn lanes(view: &TextView<'_>, at: usize) -> Option<usize> {
    let (said, end) = number_at(view, at)?;
    view.is_at(end, "车道").then_some(said)
}
