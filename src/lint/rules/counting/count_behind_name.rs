//! The count right behind the last name of a list: 教育、医疗、养老三大领域.

use super::lists::{joins_names, number_at};
use crate::lint::view::{TextView, is_any_digit, is_chinese_digit, is_han};

/// A count right behind the last name of a list.
pub(super) struct Count {
    /// What it says.
    pub(super) said: usize,
    /// Where it begins.
    pub(super) at: usize,
    /// Where what is counted ends.
    pub(super) end: usize,
}

/// What the counted things of a list are called.
const COUNTED: &[&str] = &[
    "个街道",
    "条建议",
    "点建议",
    "项建议",
    "条意见",
    "点意见",
    "项意见",
    "点要求",
    "支子基金",
    "支基金",
    "支队伍",
    "大产业",
    "大主导产业",
    "大支柱产业",
    "个部门",
    "个单位",
    "个方面",
    "个环节",
    "个领域",
    "个行业",
    "个平台",
    "个中心",
    "个片区",
    "个园区",
    "个项目",
    "家单位",
    "家企业",
    "家医院",
    "所学校",
    "项制度",
    "项机制",
    "项措施",
    "项举措",
    "项工作",
    "项任务",
    "项行动",
    "项工程",
    "项改革",
    "项指标",
    "项服务",
    "项政策",
    "项内容",
    "大工程",
    "大行动",
    "大体系",
    "大平台",
    "大产业",
    "大领域",
    "大问题",
    "大难题",
    "大短板",
    "大瓶颈",
    "大痛点",
    "大板块",
    "大任务",
    "大举措",
    "大重点",
    "大优势",
    "大环节",
    "大抓手",
    "大支柱",
    "类人群",
    "类群体",
    "种模式",
    "名成员",
    "名同志",
    "名专家",
    "名委员",
    "名代表",
    "位专家",
    "位同志",
    "位委员",
    "人组成",
    "位一体",
    "方联动",
    "方协同",
    "方共建",
    "省市",
    "省区",
    "市县",
    "县区",
    "区县",
    "市州",
    "省份",
    "地市",
    "级",
    "市",
    "县",
    "省",
    "区",
    "镇",
    "乡",
    "村",
    "部门",
];

/// The count behind the short name after the last 、 of a clause.
pub(super) fn count_behind_name(view: &TextView<'_>, mark: usize) -> Option<Count> {
    let near = (mark + 2..mark + 9).filter(|at| is_any_digit(view.char(*at)));
    let (at, (said, after)) = near
        .into_iter()
        .find_map(|at| Some((at, number_at(view, at)?)))?;
    // 结果公示5个工作日 and 限期三个月 tell a time; 各选3个乡镇 and 在22个街道 count what is not listed.
    const TIMES: [&str; 6] = ["个工作日", "个月", "个小时", "个自然日", "个季度", "个学期"];
    let is_other = (mark + 1..at).any(|it| view.is_any_at(it, "各每在于"));
    if said < 2 || is_other || view.one_of_at(after, &TIMES).is_some() {
        return None;
    }
    let end = after + counted_length(view, after)?;
    let name = view.words(mark + 1..at);
    // 数字乡村建设五大工程 names a work that ends in a verb's character.
    let is_work = view.char(after) == '大' && name.ends_with("建设") && name.chars().count() >= 4;
    let is_name = name.chars().all(is_han)
        && (is_work || !name.ends_with(NO_NAME_ENDS_IN))
        && !name.contains(['等', '的'])
        && !(mark + 1..at).any(|at| joins_names(view, at));
    // 五区 of 五区域 is no count of districts, and 三省两市 is two counts.
    let goes_on = ["域", "间", "际", "长", "民", "政", "联", "财"];
    let is_whole = !is_chinese_digit(view.char(end))
        && (end > after + 1 || view.one_of_at(end, &goes_on).is_none());
    // Levels are named in one or two characters each: 省、市、县三级.
    let is_short = || (mark.saturating_sub(3)..mark).any(|at| view.is_any_at(at, "、，。"));
    let is_level = !view.is_at(after, "级")
        || (at == mark + 2 && LEVELS.contains(view.char(mark + 1)) && is_short());
    (is_name && is_whole && is_level).then_some(Count { said, at, end })
}

/// How many characters name what is counted at `at`.
fn counted_length(view: &TextView<'_>, at: usize) -> Option<usize> {
    if let Some(counted) = view.one_of_at(at, COUNTED) {
        return Some(counted.chars().count());
    }
    // 网络提升、产业推广、电商进村、信息化五项，: nothing but the measure word.
    if view.is_any_at(at, "项条类") && view.is_any_at(at + 1, "，。；") {
        return Some(1);
    }
    // 五项标志性任务, 五大民生领域: a word may stand before what is counted.
    if view.is_any_at(at, "项大类") {
        let nouns: &[&str] = match view.char(at) {
            '项' => &[
                "任务", "工程", "行动", "措施", "制度", "机制", "举措", "工作", "改革", "指标",
                "要求", "原则", "内容",
            ],
            '大' => &[
                "领域", "工程", "行动", "体系", "平台", "产业", "任务", "板块", "片区", "园区",
                "集群", "基地", "举措", "问题", "难题", "短板", "瓶颈", "困难", "痛点", "优势",
            ],
            _ => &[
                "人员", "人群", "群体", "对象", "企业", "家庭", "行业", "场所", "问题", "学校",
                "机构", "项目", "单位", "设施", "主体", "业务", "事项", "风险", "隐患", "车辆",
            ],
        };
        let first = at + 2 - usize::from(view.char(at) == '类');
        let noun = (first..=at + 4).find(|from| view.one_of_at(*from, nouns).is_some());
        return noun
            .map(|from| from + 2 - at)
            .or_else(|| any_noun(view, at));
    }
    // 四支志愿服务队伍, 五种帮扶模式: the noun behind the measure word may have words before it.
    if let Some((_, nouns)) = LED.iter().find(|(measure, _)| view.is_at(at, measure)) {
        const LONGEST: usize = 7;
        let noun = |from: usize| Some(from + view.one_of_at(from, nouns)?.chars().count());
        let end = (at + 1..at + LONGEST)
            .take_while(|from| is_han(view.char(*from)))
            .find_map(noun);
        return end.map(|end| end - at);
    }
    // 3个农贸市场: a measure word and a noun count whatever the names are.
    let noun = view.char(at + 1);
    (view.is_any_at(at, "个家所座处条") && is_han(noun) && !matches!(noun, '月' | '以'))
        .then_some(2)
}

/// 六大品牌，: whatever noun of two to four characters ends the clause.
fn any_noun(view: &TextView<'_>, at: usize) -> Option<usize> {
    let length = (2..=4).find(|length| !is_han(view.char(at + 1 + length)))?;
    let is_noun = (at + 1..=at + length).all(|at| is_han(view.char(at)));
    (is_noun && view.is_any_at(at + 1 + length, "，。；")).then_some(1 + length)
}

/// Measure words with the nouns that they count, words between or none.
const LED: &[(&str, &[&str])] = &[
    (
        "支",
        &[
            "队伍",
            "服务队",
            "小分队",
            "突击队",
            "工作队",
            "专业队",
            "分队",
            "团队",
            "应急队",
        ],
    ),
    (
        "种",
        &[
            "模式", "方式", "渠道", "形式", "方法", "途径", "类型", "情形", "机制",
        ],
    ),
    (
        "套",
        &["机制", "制度", "方案", "体系", "办法", "系统", "教材"],
    ),
    ("件", &["实事", "大事", "小事"]),
    ("门", &["课程", "选修课"]),
    (
        "场",
        &[
            "专题活动",
            "主题活动",
            "招聘会",
            "培训会",
            "推介会",
            "座谈会",
        ],
    ),
    ("张", &["清单", "名片", "地图"]),
];

/// The levels of administration, a character each.
const LEVELS: &str = "省市州盟区县旗乡镇村组街社国";

/// Characters in which no name of a list ends right before a count.
const NO_NAME_ENDS_IN: [char; 22] = [
    '边', '围', '近', '线', '带', '内', '等', '的', '第', '各', '这', '前', '共', '为', '有', '是',
    '达', '成', '了', '计', '设', '增',
];
