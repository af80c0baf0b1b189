//! 已已建成, 过程中中, 可操作性性: a character typed twice.

use super::{doubled_particle, word_slip};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::parties::addressee_name::SURNAMES;
use crate::lint::view::{TextView, is_any_digit, is_han};
use crate::lint::vocabulary::Vocabulary;
use crate::lint::vocabulary::window::gain;
use crate::lint::{Check, Rule};

/// 已已建成, 过程中中, 可操作性性: a character typed twice.
pub(crate) const DOUBLED_CHARACTER: Rule = Rule {
    name: "doubled-character",
    title: "同一个字写了两遍",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("doubled_character.md"),
};

/// Adverbs and conjunctions that are never doubled on purpose.
const ADVERBS: &str = "已也就仍且须但再又未还更因";

/// Particles and endings that are never doubled on purpose, but may end a word and begin the next.
const ENDINGS: &str = "于从各该其而需让使按据至性化率度者上中内经到";

/// What is neither doubled on purpose nor ends a word before one that begins with it.
const NEVER_DOUBLED: &str = "有以民应或务不责产为权级他照由建府构成自护证并职同境违情标准取织罚共农立运检请案予告与督审信决计育持执供企技害限备域办刑态造之财\
    污措染商被质专协术列具犯给书况益罪预除力损意义货令偿范记将置现适系知危式效障核额到航控价选履裁无料符参投卫究领食疗百付债举布辖舶\
    赔验禁劳役励属围居序际废研响判徒疫故注身章券类侵追售增守免征器仲先则广庭购联缴票讼涉族旅移河册编矿租签住引促份材拒识示众疾遵宣状\
    线值毒央筑渔撤载策另押游占植援络遗席银储授订碍终即园坚视志私获括灾带题创儿综伙如询论残台互野耕象患待型筹澳积壤绝邮畜房抵较临候派\
    例础届嫌命毁宪附擅衔遇均捐延捕号赠亡良殊难董档伤弃暂武士岸秩噪驻述汇殖扶恐纪铁幼召鉴怖诊械伪宜闭显禽异驶逾辩释惠阻扩才戒拆饮燃著\
    竞错剂革聘码艺威酬己尚尊垃圾渡勘您凭胁困父募针余献岗泊滥此钱抢缔感都初暴婚贮枪递绘誉遭返赁择悉吨驾龄伍币贷绩音映侦冻捞址卸炭介始\
    沿逃诈拟版倾够弊束阅隔舞床惩液顿妨挪宗徇携丧似们血覆像析饲触迫抚咨碳贯寄史贿夺迁姓操兼瞒击福毕匿巨添雇颁漏垦践遣繁簿渠辞屋媒越政\
    理制设提监位报律防表险议交采受承接相求止基费察销集目导名助托间诉输测存配变善优退减培估训固致充升精功段降避途籍极归休包";

/// What begins verbs and adverbs and ends no noun, so that two of them before the rest of such a word are one
/// too many: 进进一步, 我我局, 严严格.
const BEGINNINGS: &str =
    "进继正我根鼓严依加推深健促保提切认积扎着围聚坚采组联协督引支扶优完拓贯履回感欢希请您";

/// How much cheaper the words around become at least without the second one of those.
const LEAST_GAIN: i32 = 15;

/// Verbs before another verb that begin and end words as well.
const VERBS: &str = "要能";

/// What follows a whole word.
const CONJUNCTIONS: &str = "和与及在了并将等";

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    again_behind(view, findings);
    for (at, pair) in view.chars().windows(2).enumerate() {
        if pair[0] == pair[1]
            && is_han(pair[0])
            && (is_doubled(view, at)
                || is_year(view, at)
                || is_length(view, at)
                || is_office(view, at))
        {
            let text = view.words(at..at + 2);
            findings
                .at(at..at + 2, format!("“{text}”像是多写了一个“{}”", pair[0]))
                .hint("删去一个")
                .suggest(at..at + 1, "");
        }
    }
}

/// 提供了供便捷的渠道: the end of the verb again behind 了, where no word begins with it.
fn again_behind(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let vocabulary = Vocabulary::get();
    for at in view.places('了').filter(|at| *at >= 2) {
        let (last, again) = (view.char(at - 1), view.char(at + 1));
        let is_again = last == again && is_han(last);
        let is_word = is_again && vocabulary.has(&[view.char(at - 2), last]);
        // 说了说, 清理了理 aside, nothing goes on.
        let begins = vocabulary.joins(again, view.char(at + 2));
        if is_word && !begins && is_han(view.char(at + 2)) && vocabulary.is_rare_alone(again) {
            let text = view.words(at - 2..at + 2);
            findings
                .at(at + 1..at + 2, format!("“{text}”像是多写了一个“{again}”"))
                .hint("删去一个")
                .suggest(at + 1..at + 2, "");
        }
    }
}

/// “最后一公里里”: a length with its last character twice; 公里里程 parts otherwise.
fn is_length(view: &TextView<'_>, at: usize) -> bool {
    view.char(at) == '里' && view.ends_at(at, "公") && !view.is_any_at(at + 2, "程外边面里")
}

/// 临川县教育局局 with nothing behind it; 教育局局长 goes on.
fn is_office(view: &TextView<'_>, at: usize) -> bool {
    view.is_any_at(at, "局厅")
        && is_han(view.before(at))
        && !view.is_any_before(at, "局厅大布结格饭客餐")
        && !is_han(view.char(at + 2))
}

/// Whether the character at `at` and the same after it are neither a word nor the end and the
/// beginning of words, and no other rule knows them.
fn is_doubled(view: &TextView<'_>, at: usize) -> bool {
    let vocabulary = Vocabulary::get();
    let character = view.char(at);
    let (before, after) = (view.before(at), view.char(at + 2));
    // 加强服务务，: the first one ends a word, and the second one begins nothing.
    let is_left_over = vocabulary.has(&[before, character])
        && vocabulary.is_rare_alone(character)
        && (!is_han(after) || CONJUNCTIONS.contains(after));
    let third = before == character || after == character;
    let is_number = is_any_digit(character) || is_any_digit(before);
    let is_verb = VERBS.contains(character)
        && !vocabulary.joins(before, character)
        && !vocabulary.joins(character, after);
    let is_adverb = ADVERBS.contains(character) && !vocabulary.joins(before, character);
    let is_ending = ENDINGS.contains(character) || is_left_over;
    let is_left_alone = is_ending && !vocabulary.joins(character, after);
    let is_beginning = BEGINNINGS.contains(character)
        && vocabulary.joins(character, after)
        && !vocabulary.joins(before, character);
    (is_adverb || is_verb || is_left_alone || is_beginning || is_dear(view, at))
        && !third
        && !is_number
        && !vocabulary.has(&[character, character])
        && !is_reduplication(view, at)
        && !is_name(view, at)
        && !is_office_code(view, at)
        && !is_told(view, at)
        && !view.in_quotes(at)
        && !view.in_title(at)
}

/// What follows 年 behind what counts years, if no word begins with it: 每年为, 今年以来.
const AFTER_YEAR: [&str; 26] = [
    "以来",
    "对",
    "为",
    "在",
    "从",
    "都",
    "将",
    "向",
    "由",
    "给",
    "把",
    "按",
    "组织",
    "开展",
    "举办",
    "举行",
    "召开",
    "印发",
    "出台",
    "启动",
    "第",
    "上半年",
    "下半年",
    "春",
    "秋",
    "定期",
];

/// What is done each year, behind 每年.
const EACH_YEAR: [&str; 20] = [
    "安排", "投入", "拨付", "列支", "选派", "选送", "选拔", "评选", "培训", "补助", "补贴", "至少",
    "派", "委托", "制定", "更新", "发布", "进行", "会同", "邀请",
];

/// 每年年安排, 2024年年以来: 年年 behind what counts years is no word, and no word begins with the second one.
///
/// 每年年底, 今年年产值 and 2024年年投入 go on with a word that 年 begins, so that only what cannot is told.
fn is_year(view: &TextView<'_>, at: usize) -> bool {
    if view.char(at) != '年' || view.is_at(at + 2, "年") {
        return false;
    }
    let counts = view.is_any_before(at, "每今去前明当");
    let follows = |words: &[&str]| view.one_of_at(at + 2, words).is_some();
    // 年补助标准 and 年培训能力 are names.
    let each = view
        .one_of_at(at + 2, &EACH_YEAR)
        .filter(|_| view.before(at) == '每');
    let is_each = each.is_some_and(|it| {
        let end = at + 2 + it.chars().count();
        !view.is_any_at(end, "量额标能总规人费")
    });
    let is_month = view
        .numbers_in(at + 2..at + 3)
        .first()
        .is_some_and(|it| view.char(it.digits.end) == '月');
    let is_of_digits = view.before(at).is_ascii_digit() && (is_month || view.is_at(at + 2, "以来"));
    (counts && (follows(&AFTER_YEAR) || is_month) || is_each || is_of_digits) && !view.in_quotes(at)
}

/// 社会保保障: whether the words around are much cheaper without the second character.
fn is_dear(view: &TextView<'_>, at: usize) -> bool {
    let character = view.char(at);
    NEVER_DOUBLED.contains(character)
        && gain(view.chars(), &(at..at + 2), &[character]) >= LEAST_GAIN
}

/// 高高兴兴 repeats both characters, 一项项 counts, 亮晶晶 is a word with a doubled end.
fn is_reduplication(view: &TextView<'_>, at: usize) -> bool {
    let before = view.before(at);
    let beside =
        |start: usize| view.char(start) == view.char(start + 1) && is_han(view.char(start));
    let tripled = [before, view.char(at), view.char(at + 1)];
    // 岗岗有责, 宗宗有结果: each of them has it.
    // 提提意见, 鼓鼓劲: a verb, lightly.
    let is_light = view
        .one_of_at(at + 2, &["意见", "建议", "劲", "想法", "看法", "点子"])
        .is_some();
    is_light
        || view.is_any_at(at + 2, "有都皆")
        || beside(at + 2)
        || at.checked_sub(2).is_some_and(beside)
        || "一几每小老阿".contains(before)
        || Vocabulary::get().has(&tripled)
}

/// 刘慧慧, 芳芳: a name behind a surname, or the whole of what stands between marks.
fn is_name(view: &TextView<'_>, at: usize) -> bool {
    let (before, after) = (view.before(at), view.char(at + 2));
    // 乌云其其格, 萨仁其其格: a common Mongolian name.
    view.is_at(at, "其其格")
        || SURNAMES.contains(before) && !is_han(view.before(at.saturating_sub(1)))
        || !is_han(before) && !is_han(after)
}

/// 粤农农函〔2022〕518号 has the codes of the office and of its section.
fn is_office_code(view: &TextView<'_>, at: usize) -> bool {
    (at + 2..at + 5).any(|at| view.char(at) == '〔')
}

/// Whether `doubled-particle` or `words.txt` tells of it.
fn is_told(view: &TextView<'_>, at: usize) -> bool {
    // 您所提提案, 委员所提提案: the paper is called what was done with it.
    if view.is_at(at, "提提案") && view.is_any_before(at, "所您们") {
        return true;
    }
    let starts = at.saturating_sub(2)..=at;
    let mut parts = starts.flat_map(|start| (2..=4).map(move |length| start..start + length));
    view.one_of_at(at, doubled_particle::WORDS).is_some()
        || parts.any(|part| part.end >= at + 2 && word_slip::is_known(view.words(part)))
}
