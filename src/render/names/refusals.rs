//! What is told of tags that are refused so that every template ends.

use crate::diagnostic::Diagnostic;
use crate::render::depth::{DEEPEST_BLOCKS, DEEPEST_BRACKETS, MOST_STEPS};
use crate::render::includes::too_many_turns;
use crate::render::outline::{Refusal, RefusalReason};
use crate::source::Span;

pub(super) fn refused(refusal: &Refusal, place: Span) -> Diagnostic {
    let (message, hint) = match refusal.reason {
        RefusalReason::LoopTooDeep => ("循环嵌套超过两层", "请减少循环的层数"),
        RefusalReason::LoopOver => return loop_over(place),
        RefusalReason::Nothing => {
            return Diagnostic::error("empty-print", place, "none 打印出来什么也没有")
                .with_hint("请删去，或写明要印的文字");
        }
        RefusalReason::Unsupported => (
            "模板不支持组件、宏、import、break 和 continue",
            "共用的文字请放在另一个模板里用 include 引入",
        ),
        RefusalReason::SetGlobal => ("模板不支持 set_global", "请改用 set"),
        RefusalReason::Doubling => ("变量的内容成倍增长", "一个 set 里只引用一次别的变量"),
        RefusalReason::TooManyTurns => return too_many_turns(place),
        RefusalReason::BlocksTooDeep
        | RefusalReason::BracketsTooDeep
        | RefusalReason::ExpressionTooLong => return too_deep(refusal.reason, place),
    };
    Diagnostic::error("endless-template", place, message).with_hint(hint)
}

/// What Tera has no stack for.
fn too_deep(reason: RefusalReason, place: Span) -> Diagnostic {
    let (message, hint) = match reason {
        RefusalReason::BracketsTooDeep => (
            format!("括号套括号超过 {DEEPEST_BRACKETS} 层"),
            "请减少括号的层数，或先用 set 把里面的部分存成变量",
        ),
        RefusalReason::ExpressionTooLong => (
            format!("一个标签里的运算、过滤器、“.”等合起来超过 {MOST_STEPS} 个"),
            "请分成几个标签，或先用 set 存成变量",
        ),
        _ => (
            format!("if、for 等一层套一层，连同 elif，超过 {DEEPEST_BLOCKS} 层"),
            "请减少层数，或把 elif 分成几个先后的 if",
        ),
    };
    Diagnostic::error("endless-template", place, message).with_hint(hint)
}

pub(super) fn loop_over(place: Span) -> Diagnostic {
    Diagnostic::error("endless-template", place, "循环只能用于列表")
        .with_hint("可用的列表有 sections、introduction、next_steps、opinions、addressee_list、proposal.proposer_list、range(end=…)")
}
