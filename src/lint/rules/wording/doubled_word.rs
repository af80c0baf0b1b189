//! The same two to twelve characters twice in a row.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::pair_marks::place;
use crate::lint::view::{TextView, is_chinese_digit, is_han};
use crate::lint::{Check, Rule};

/// The same two to twelve characters twice in a row.
pub(crate) const DOUBLED_WORD: Rule = Rule {
    name: "doubled-word",
    title: "词语重复",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("doubled_word.md"),
};

/// Doubled on purpose, or two words that meet.
const RIGHT: &[&str] = &[
    "研究研究",
    "绿灯绿灯",
    "讨论讨论",
    "商量商量",
    "考虑考虑",
    "了解了解",
    "学习学习",
    "休息休息",
    "打扮打扮",
    "锻炼锻炼",
    "活动活动",
    "总结总结",
    "介绍介绍",
    "整理整理",
    "代表代表",
    "领导领导",
    "雪白雪白",
    "通红通红",
    "笔直笔直",
    "委员委员",
    "意思意思",
    "比较比较",
    "琢磨琢磨",
    "合计合计",
    "打听打听",
    "清楚清楚",
    "体验体验",
    "感受感受",
    "来回来回",
    "一步一步",
    "业创业创",
    "保管保管",
    "税缓税缓",
    "来越来越",
    "很多很多",
    "许多许多",
    "大片大片",
    "大块大块",
    "大把大把",
    "成片成片",
    "照顾照顾",
    "收拾收拾",
    "放松放松",
    "见识见识",
    "多少多少",
    "如何如何",
    "拉加拉加",
    "人每人每",
    "户每户每",
    "村每村每",
    "校每校每",
    "年每年每",
    "面对面对",
];

/// Nouns that are verbs as well: 经济组织组织开展, 国家规定规定的.
const NOUN_AND_VERB: &[&str] = &[
    "组织", "规定", "领导", "管理", "报告", "计划", "决定", "编制",
];

/// What stands before them as nouns.
const OF_NOUN: &[&str] = &[
    "经济", "社会", "党", "群众", "行业", "慈善", "合作", "自治", "基层", "专业", "有关", "国家",
    "法律", "法规", "另有", "章程", "条例", "团", "会",
];

/// Bodies whose name may end before a word that begins with the same noun: 某某社区社区工作者.
const BODIES: &[&str] = &[
    "社区", "医院", "学校", "银行", "公司", "集团", "企业", "小区", "园区", "街道",
];

/// How long a word is that may be doubled.
const LONGEST: usize = 12;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let mut seen = LastSeen::default();
    // Up to here everything is told or cannot begin a doubled word.
    let mut done = 0;
    for (again, pair) in chars.windows(2).enumerate() {
        if !seen.may_be_near([pair[0], pair[1]], again) {
            continue;
        }
        // The word whose second copy begins here; the longest one begins first.
        let starts = again.saturating_sub(LONGEST).max(done)..(again + 1).saturating_sub(2);
        let mut words = starts.filter(|at| is_doubled(chars, *at, again - at));
        if let Some(at) = words.find(|at| is_wrong(view, *at, again - at)) {
            report(view, at, again - at, findings);
            done = again + (again - at);
        }
    }
}

/// Where pairs of characters stood last, by what few bits tell of them.
struct LastSeen([usize; Self::PLACES]);

impl Default for LastSeen {
    fn default() -> Self {
        Self([usize::MAX; Self::PLACES])
    }
}

impl LastSeen {
    const PLACES: usize = 1024;

    /// Whether the pair, or one that is like it, stood before near enough for a doubled word.
    fn may_be_near(&mut self, pair: [char; 2], at: usize) -> bool {
        let last = &mut self.0[place(pair, Self::PLACES)];
        let distance = at.wrapping_sub(*last);
        *last = at;
        distance <= LONGEST
    }
}

/// Whether the word of that length at `at` stands there twice.
fn is_doubled(chars: &[char], at: usize, length: usize) -> bool {
    let end = at + length * 2;
    end <= chars.len()
        && chars[at] == chars[at + length]
        && (is_han(chars[at]) || chars[at].is_ascii_digit())
        && chars[at..at + length] == chars[at + length..end]
}

fn is_wrong(view: &TextView<'_>, at: usize, length: usize) -> bool {
    let word = &view.chars()[at..at + length];
    let is_word =
        word.iter().all(|c| is_han(*c) || c.is_ascii_digit()) && word.iter().any(|c| is_han(*c));
    // 点点滴滴 repeats single characters, 一个一个 counts one by one.
    // 合伙人一人一票 counts as well; 统一统一 does not.
    let counts_each = length == 2
        && word[1] == '一'
        && view.before(at) != '第'
        && !"统唯同单专第之万如".contains(word[0]);
    let is_count = "一半".contains(word[0]) || counts_each || is_number(word);
    // 很紧很紧 insists, 读着读着 goes on.
    let insists = length == 2 && ("很最极老".contains(word[0]) || word[1] == '着');
    let is_single = word.iter().all(|c| *c == word[0]);
    is_word
        && !is_count
        && !is_single
        && !insists
        && view.one_of_at(at, RIGHT).is_none()
        && !joins_words(view, at, length)
}

/// 五十五十 and the like are numbers.
fn is_number(word: &[char]) -> bool {
    word.iter()
        .all(|c| is_chinese_digit(*c) || c.is_ascii_digit() || "万亿".contains(*c))
}

/// 中国中国 in 发展中国中国式 is seen by what stands around.
fn joins_words(view: &TextView<'_>, at: usize, length: usize) -> bool {
    let end = at + length * 2;
    let after = view.char(end);
    // 落实落实再落实 insists.
    let insists = after == '再' && view.is_at(end + 1, view.words(at..at + length));
    // 大队大队长 and 小组小组长 name the head of the body.
    let is_head = "长员".contains(after) && view.is_any_before(end, "队组所站院校班局厅处科室部会");
    insists || is_head || goes_on(view, at, view.words(at..end))
}

/// Whether the word before or behind the doubled one has one of the two for its own.
fn goes_on(view: &TextView<'_>, at: usize, doubled: &str) -> bool {
    let after = view.char(at + doubled.chars().count());
    match doubled {
        // Kinds of documents have a rule of their own.
        "的提案的提案" | "的建议的建议" | "的答复的答复" | "的报告的报告" | "的请示的请示" => {
            true
        }
        "中心中心" => "城小主学校区医".contains(after),
        // 运城市城市管理局, 江城市城市…: towns whose names end in 城.
        "城市城市" => {
            let is_town = view.is_any_before(at, "运盐晋聊宣诸邹禹项丰海白肥韩应麻增凤柳桐兴江");
            is_town && "管建更规综运执公".contains(after)
        }
        "发展发展" => after == '中',
        // 项目的目的是: 项目 has the first 目.
        "目的目的" => "项题节科栏条品".contains(view.before(at)),
        // 服务服务对象, 服务服务者: a verb and what it governs; 培训培训机构 likewise.
        "服务服务" => "对者于业员人".contains(after),
        "培训培训" => "机班学对教师".contains(after),
        // 新建新建路小学: a road of that name.
        "新建新建" | "建设建设" => "路街巷村桥".contains(after),
        "主教主教" => view.before(at) == '天',
        "根据根据" => after == '地',
        "组织组织" => after == '部',
        "装箱装箱" => view.before(at) == '集',
        // 民办园办园成本, 公办学校办学 are two words that meet.
        "办园办园" | "办学办学" => view.is_any_before(at, "民公"),
        // 拒不执行判决、裁定罪定罪处罚: the crime's name ends in what comes next.
        "定罪定罪" => view.before(at) == '裁',
        "国家国家" | "人民人民" => "级公法检医币银".contains(after),
        "工作工作" => "站组者室".contains(after),
        // 救助对救助对象: a preposition, and the same character of the word that follows.
        other => after == '象' && other.ends_with('对'),
    }
}

fn report(view: &TextView<'_>, at: usize, length: usize, findings: &mut Findings<'_>) {
    let word = view.words(at..at + length);
    let message = format!("“{word}”重复");
    let finding = match may_be_two(view, at, length) {
        true => findings.hint(at..at + length * 2, message),
        false => findings.at(at..at + length * 2, message),
    };
    finding.hint("删去一个").suggest(at..at + length, "");
}

/// Whether the first word may end a name and the second one begin what is said of it.
fn may_be_two(view: &TextView<'_>, at: usize, length: usize) -> bool {
    let word = view.words(at..at + length);
    let is_inside = is_han(view.before(at)) && is_han(view.char(at + length * 2));
    let is_homograph = NOUN_AND_VERB.contains(&word) && view.one_of_before(at, OF_NOUN).is_some();
    // 人口少的村的村民委员会: the second 的村 begins another word.
    let is_attribute = word.starts_with('的') && is_inside;
    is_homograph || is_attribute || is_inside && BODIES.contains(&word)
}
