//! 科学合理的确定了, 面对面的向当事人释明: what tells how something is done stands before 的.

use super::structural_particle::{NOUNS, is_governed};
use crate::lint::view::{TextView, is_han};

/// Verbs that a thing is the object of, so that nothing they belong to stands before 的 if 了 follows: in five
/// million characters of statutes, newspapers and replies not one of them does.
const DONE: &[&str] = &[
    "确定", "处理", "解决", "核对", "完成", "推动", "促进", "提高", "提升", "改善", "保障", "落实",
    "推进", "降低", "减少", "增强", "维护", "满足", "缓解", "遏制", "防范", "化解", "调动", "激发",
    "加快", "加大", "扩大", "优化", "完善", "强化", "深化", "拓展", "巩固", "开展", "回应", "弥补",
    "避免", "防止", "改变", "控制", "规范", "方便", "减轻", "带动", "助推", "引导", "帮助", "支持",
    "服务", "保护", "挽回", "打击", "震慑", "消除", "整治", "查处", "协调", "组织", "实施", "执行",
    "发挥", "利用", "展示", "体现", "反映", "填补", "缩短", "压缩", "提供", "建立", "健全", "形成",
    "修复", "恢复", "丰富", "充实", "突破", "破解", "打通", "疏通", "安置", "兑现", "核实", "梳理",
];

/// 科学合理的确定了, 较好的解决了: what is done with 了 is no noun.
pub(super) fn before_done(view: &TextView<'_>, at: usize) -> Option<(usize, usize)> {
    let verb = view.one_of_at(at + 1, DONE)?;
    let end = at + 1 + verb.chars().count();
    let start = at.checked_sub(2)?;
    let is_led = (start..at).all(|at| is_han(view.char(at)));
    let is_done = view.char(end) == '了' && view.char(end + 1) != '解';
    (is_led && is_done && !view.in_title(at)).then_some((start, end))
}

/// Set phrases that tell how something is done.
const MANNERS: &[&str] = &[
    "因地制宜",
    "一如既往",
    "千方百计",
    "持之以恒",
    "夜以继日",
    "面对面",
    "实事求是",
    "耐心细致",
    "坚持不懈",
    "坚定不移",
    "旗帜鲜明",
    "全力以赴",
    "锲而不舍",
    "循序渐进",
    "有条不紊",
    "有的放矢",
    "设身处地",
    "雷厉风行",
    "毫不动摇",
    "毫不松懈",
    "全心全意",
    "想方设法",
    "逐户逐人",
    "逐条逐项",
    "深入细致",
    "分期分批",
    "科学合理",
    "公平公正",
    "依法依规",
    "有计划",
    "有步骤",
    "深深",
    "更加主动",
    "更加自觉",
];

/// What follows such a phrase and is no noun.
const DEEDS: &[&str] = &[
    "向",
    "把",
    "将",
    "对",
    "做好",
    "抓好",
    "推动",
    "推进",
    "促进",
    "开展",
    "筹措",
    "接受",
    "解决",
    "处理",
    "分析",
    "看到",
    "认识到",
    "感到",
    "体会到",
    "抢修",
    "改善",
    "完成",
    "确定",
    "加强",
    "帮助",
    "解答",
    "讲解",
    "宣传",
    "落实",
];

/// 将一如既往的支持: what is a noun as well is none behind what tells that it will be done.
const WILL: &[&str] = &["将", "要", "会", "继续", "必须", "应当"];

/// 因地制宜的发展, 面对面的向当事人释明.
pub(super) fn before_deed(view: &TextView<'_>, at: usize) -> Option<(usize, usize)> {
    let manner = view.one_of_before(at, MANNERS)?;
    let start = at - manner.chars().count();
    let deed = view.one_of_at(at + 1, DEEDS);
    let will = || {
        let deed = view.one_of_at(at + 1, &["支持", "发展", "服务", "关心", "保护"])?;
        view.one_of_before(start, WILL).map(|_| deed)
    };
    let deed = deed.or_else(will)?;
    let end = at + 1 + deed.chars().count();
    // 耐心细致的宣传工作, 面对面的对话 and 依法依规的处理意见 are nouns.
    let goes_on = is_han(view.char(end)) && !view.is_any_at(end, "话比手口工方力策象来的和与及作");
    let is_noun = view.one_of_at(end, NOUNS).is_some() || is_governed(view, start);
    (goes_on && !is_noun && !view.in_title(at) && !view.in_quotes(at)).then_some((start, end))
}
