//! 做的更细, 进展的十分顺利: what says how well something was done stands behind 得.

use crate::lint::Word;
use crate::lint::view::{TextView, is_han};

/// What says how much behind 的, so that what it is must follow.
pub(super) const DEGREES: &[&str] = &[
    "的更",
    "的很",
    "的十分",
    "的非常",
    "的比较",
    "的越来越",
    "的不够",
    "的也不够",
    "的还不太",
    "的不太",
    "的还不够",
    "的特别",
];

/// What says behind 的 how it was done.
pub(super) const RESULTS: &[&str] = &[
    "的扎实",
    "的细致",
    "的到位",
    "的不错",
    "的彻底",
    "的出色",
    "的红火",
    "的有声有色",
    "的有条不紊",
    "的明明白白",
    "的清清楚楚",
    "的实实在在",
    "的扎扎实实",
    "的整整齐齐",
    "的红红火火",
    "的一清二楚",
    "的实",
    "的准",
    "的快",
    "的慢",
    "的细",
    "的干干净净",
    "的井井有条",
    "的可口",
    "的不合理",
    "的不好",
    "的很好",
    "的很快",
    "的不到位",
    "的不实",
    "的长久",
    "的稳妥",
    "的及时",
    "的规范",
    "的深入",
    "的充分",
    "的周到",
    "的好",
    "的不及时",
    "的不充分",
    "的不深入",
];

/// Verbs of which it is said how well something was done.
pub(super) const JUDGED: &[&str] = &[
    "做", "办", "抓", "干", "管", "走", "跑", "变", "进展", "进行", "开展", "推进", "落实", "发展",
    "执行", "运行", "处理", "准备", "配合", "服务", "修", "搞", "看", "打扫", "设置", "提高",
    "提升", "布置", "收拾", "整理", "提", "写", "讲", "说", "分析", "阐述", "论述", "论证", "考虑",
    "梳理", "总结", "概括", "介绍", "宣传", "贯彻", "衔接", "管护", "维护", "经营", "运营", "解决",
    "改造", "实施", "整治", "保护", "培训", "对接", "保障", "沟通",
];

/// The longest complement: 做得更加深入细致.
const LONGEST: usize = 6;

/// 进展的十分顺利，: nothing follows that it could belong to.
pub(super) fn before_complement(view: &TextView<'_>, word: Word) -> bool {
    let rest = word.end..word.end + LONGEST;
    let length = rest.take_while(|at| is_han(view.char(*at))).count();
    let end = word.end + length;
    // 多的很, 好的很
    if view.is_at(word.start, "的很") && length == 0 {
        return view.is_any_before(word.start, "多大高快低少强难")
            && view.is_any_at(end, "，。；、");
    }
    let is_end = match DEGREES.contains(&view.words(word.start..word.end)) {
        true => (1..LONGEST).contains(&length) || view.ends_at(word.end, "不够"),
        false => length == 0,
    };
    let has_own = (word.end..end).any(|at| view.is_any_at(at, "的是有"));
    is_end
        && !has_own
        && view.is_any_at(end, "，。；、")
        && view.one_of_before(word.start, JUDGED).is_some()
        && !has_noun(view, word)
}

/// 随着改革推进的深入，: what it has become is a noun.
fn has_noun(view: &TextView<'_>, word: Word) -> bool {
    const LEADS: [&str; 8] = [
        "随着", "确保", "保证", "实现", "注重", "促进", "推动", "提高",
    ];
    view.has_any(&(view.clause(word.start).start..word.start), &LEADS)
}
