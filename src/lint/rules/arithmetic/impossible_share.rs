//! 结案率109.51%.

use rust_decimal::Decimal;

use super::shares_of_holders::shares_of_holders;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::{Check, Rule};

/// 结案率109.51%.
pub(crate) const IMPOSSIBLE_SHARE: Rule = Rule {
    name: "impossible-share",
    title: "比率超过100%",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("impossible_share.md"),
};

const RATES: &[&str] = &[
    "结案率",
    "执结率",
    "通客车比例",
    "通客车的比例",
    "通车比例",
    "达标比例",
    "合格比例",
    "覆盖比例",
    "所占比例",
    "所占的比例",
    "硬化路比例",
    "自来水比例",
    "普及率",
    "上学率",
    "就读率",
    "清零率",
    "安装率",
    "投用率",
    "畅通率",
    "在岗率",
    "审结率",
    "执行到位率",
    "服判息诉率",
    "识别率",
    "中签率",
    "网办率",
    "可办率",
    "密闭率",
    "支持率",
    "认可率",
    "办结率",
    "合格率",
    "满意率",
    "办复率",
    "沟通率",
    "见面率",
    "落实率",
    "面商率",
    "达标率",
    "知晓率",
    "入户率",
    "签约率",
    "抽检合格率",
    "优良率",
    "及时率",
    "好评率",
    "毕业率",
    "参保率",
    "回访率",
    "按时办结率",
    "治愈率",
    "绿化率",
    "占比",
    "满意度",
    "整改率",
    "破案率",
    "采纳率",
    "就业率",
    "覆盖率",
    "检测率",
    "处理率",
    "处置率",
    "回复率",
    "响应率",
    "持证率",
    "建档率",
    "巩固率",
    "检出率",
    "开通率",
    "到位率",
    "到岗率",
    "成活率",
    "存活率",
    "保存率",
    "销号率",
    "办理率",
    "反馈率",
    "接种率",
    "供水率",
    "通达率",
    "通车率",
    "调解率",
    "登记率",
    "年入学率",
    "童入学率",
    "人入学率",
    "少年入学率",
    "升学率",
    "报销率",
    "通过率",
    "出勤率",
    "公开率",
    "公示率",
    "答复率",
    "受理率",
    "化解率",
    "办成率",
    "接通率",
    "应答率",
    "在线率",
    "完好率",
    "正常率",
    "准确率",
    "正确率",
    "合规率",
    "履约率",
    "参与率",
    "到会率",
    "出席率",
    "上线率",
    "无害化率",
    "无害化处理率",
    "收集率",
    "收运率",
    "城镇化率",
    "硬化率",
    "亮化率",
    "识字率",
    "优秀率",
    "占有率",
    "复核率",
    "查处率",
    "兑现率",
    "评价率",
    "主动评价率",
    "筛查率",
    "开课率",
    "返校率",
    "在校率",
    "录取率",
    "共享率",
    "免疫率",
    "脱贫率",
    "返贫率",
    "漏报率",
    "死亡率",
    "致残率",
    "失业率",
    "空置率",
    "闲置率",
    "续保率",
    "退保率",
    "差错率",
    "投诉率",
    "逾期率",
    "不良率",
    "不良贷款率",
    "病死率",
    "管理率",
    "治理率",
    "监管率",
    "监测率",
    "排查率",
    "抽查率",
    "检查率",
    "建成率",
    "备案率",
    "随访率",
    "评估率",
    "认定率",
    "解决率",
    "纠正率",
    "回收率",
    "送达率",
    "投递率",
    "到账率",
    "机械化率",
    "资源化利用率",
    "综合利用率",
    "规范化率",
    "标准化率",
];

/// 占农村总人口的107%: a share that names its whole.
fn is_of_whole(view: &TextView<'_>, end: usize) -> bool {
    const LONGEST: usize = 12;
    let clause = view.clause(end.saturating_sub(1));
    let from = clause.start.max(end.saturating_sub(LONGEST));
    let is_plan = || ["计划", "任务", "目标", "上年", "去年", "同期"];
    view.before(end) == '的'
        && (from..end).any(|at| view.char(at) == '占')
        && !is_plan()
            .iter()
            .any(|word| view.find(from..end, word).is_some())
}

/// 支持的居民占113.6%: nothing but 占 or 的占 before the number.
fn is_bare_share(view: &TextView<'_>, start: usize) -> bool {
    const BASES: [&str; 8] = ["计划", "任务", "目标", "上年", "去年", "同期", "预算", "原"];
    view.before(start) == '占' && !view.has_any(&view.clause(start), &BASES)
}

/// 移动电话普及率 and 家庭宽带普及率: one may have two lines.
fn is_of_lines(view: &TextView<'_>, end: usize) -> bool {
    let clause = view.clause(end.saturating_sub(1));
    view.ends_at(end, "普及率")
        && view.has_any(
            &(clause.start..end),
            &["电话", "宽带", "手机", "5G", "用户", "网络", "移动"],
        )
}

/// What leads from a rate to its value, the longer ones first.
const LINKS: [&str; 22] = [
    "已达到",
    "达到了",
    "提高到",
    "提升到",
    "提高至",
    "提升至",
    "上升到",
    "上升至",
    "增至",
    "高达",
    "均达到",
    "均达",
    "已达",
    "保持在",
    "稳定在",
    "达到",
    "达",
    "均为",
    "为",
    "是",
    "：",
    "",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    shares_of_holders(view, findings);
    for number in view.numbers() {
        if !is_above_all(view, number) {
            continue;
        }
        let start = number.digits.start;
        if let Some(rate) = rate_before(view, start).or_else(|| rate_of_change(view, number)) {
            let text = view.words(number.range());
            findings
                .at(number.range(), format!("{rate}“{text}”超过100%"))
                .hint("核对数据");
        }
    }
}

/// 普及率由2020年的91.3%提升到2025年的104.2%: the rate stands before what it was.
fn rate_of_change(view: &TextView<'_>, number: &Number) -> Option<&'static str> {
    let change = view.change_before(number.digits.end)?;
    let is_own = change.to.digits == number.digits && !is_above_all(view, &change.from);
    let clause = view.clause(change.from.digits.start).start..change.from.digits.start;
    let begin = clause.rev().find(|at| view.is_any_at(*at, "由从"))?;
    rate_before(view, begin).filter(|_| is_own)
}

/// Whether the number is a percentage above 100%.
fn is_above_all(view: &TextView<'_>, number: &Number) -> bool {
    let chars = view.chars();
    let is_share = number.is_percent(chars) && number.kind != NumberKind::Code;
    is_share
        && number
            .value(chars)
            .is_some_and(|value| value > Decimal::ONE_HUNDRED)
}

/// What rate the percentage at `start` is told of, if it is one that cannot be above 100%.
fn rate_before(view: &TextView<'_>, start: usize) -> Option<&'static str> {
    // 拨备覆盖率 and 流动性覆盖率 of banks are above 100% as a rule.
    const OF_BANKS: [&str; 3] = ["拨备覆盖率", "流动性覆盖率", "保障倍数覆盖率"];
    let link = LINKS.iter().find(|link| view.ends_at(start, link));
    let end = start - link.map_or(0, |link| link.chars().count());
    let is_other = OF_BANKS.iter().any(|rate| view.ends_at(end, rate)) || is_of_lines(view, end);
    let is_share = is_of_whole(view, end) || is_bare_share(view, start);
    let rate = view.one_of_before(end, RATES);
    rate.or_else(|| is_share.then_some("占比"))
        .filter(|_| !is_other)
}
