//! 收到您的提案后，听取了其意见: what 其 and 该委员 stand for can be nobody but the reader.

use std::ops::Range;

use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::reply::Addressee;

/// How a text begins that speaks to the reader.
const OPENING: usize = 60;

/// Whom 其 may stand for beside the reader.
const OTHERS: [&str; 18] = [
    "专家", "群众", "居民", "企业", "代表", "委员", "单位", "部门", "公司", "学校", "机构", "中心",
    "他们", "市民", "村民", "业主", "同志", "先生",
];

/// 您好！…与该委员联系 and 我们吸收了其意见 in a text that speaks to its reader without naming one.
pub(super) fn without_addressee(view: &TextView<'_>, findings: &mut Findings<'_>) {
    thanks_another(view, findings);
    let opening = view.reply().opening.clone();
    let opening = opening.start..opening.end.min(opening.start + OPENING);
    if view.find(opening, "您").is_none() {
        return;
    }
    let whole = 0..view.chars().len();
    for pointed in ["该委员", "该代表", "其意见", "其建议", "其本人意见"] {
        tell_all(view, whole.clone(), pointed, findings);
    }
}

/// 衷心感谢他对我局工作的支持，欢迎您继续…: one sentence that thanks the reader and speaks to him.
fn thanks_another(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const ASKS: [&str; 6] = ["欢迎您", "希望您", "请您", "恳请您", "敬请您", "也希望您"];
    let places = ['他', '她'].into_iter().flat_map(|it| view.places(it));
    for at in places.filter(|at| view.ends_at(*at, "感谢") && view.is_at(at + 1, "对我")) {
        let next = view.clause(at).end + 1;
        if view.one_of_at(next, &ASKS).is_some() && !view.in_quotes(at) {
            let pronoun = view.text(at..at + 1);
            findings
                .at(
                    at..at + 1,
                    format!("这句话是对“您”说的，这里却是“{pronoun}”"),
                )
                .hint("如果说的就是收信人，改为“您”");
        }
    }
}

/// What is done with the reader or with what the reader has said.
const DEALT: [&str; 16] = [
    "其意见",
    "其建议",
    "其本人意见",
    "其本人的意见",
    "其宝贵意见",
    "与其沟通",
    "与其进行了",
    "与其面商",
    "与其面对面",
    "与其当面",
    "与其见面",
    "与其取得",
    "与其联系",
    "向其汇报",
    "向其反馈",
    "邀请其",
];

/// 收到您的提案后，…当面听取了其意见 in a letter to one person.
pub(super) fn to_person(view: &TextView<'_>, addressee: &Addressee, findings: &mut Findings<'_>) {
    if addressee.only_name(view).is_none() {
        return;
    }
    for pointed in DEALT {
        let body = addressee.line.end..view.chars().len();
        tell_all(view, body, pointed, findings);
    }
}

/// What is said of the reader alone: nobody else in a reply has suggested something.
const SUGGESTED: [&str; 8] = [
    "建议的",
    "提出的",
    "反映的",
    "关心的",
    "关注的",
    "所反映的",
    "所关心的",
    "所建议的",
];

/// 对于他建议的增设问题 and 感谢她的关心 in a letter to one person that names nobody else.
pub(super) fn by_pronoun(view: &TextView<'_>, addressee: &Addressee, findings: &mut Findings<'_>) {
    if addressee.only_name(view).is_none() {
        return;
    }
    let places = ['他', '她'].into_iter();
    let after = addressee.line.end;
    for at in places.flat_map(|it| view.places_in(it, after..view.chars().len())) {
        let is_suggestion = view.one_of_at(at + 1, &SUGGESTED).is_some();
        let is_thanked =
            view.one_of_before(at, &["感谢", "谢谢"]).is_some() && view.is_any_at(at + 1, "的对");
        let is_plural = view.is_any_at(at + 1, "们人");
        let names_other = || names_person(view, after.max(at.saturating_sub(LONGEST_LETTER))..at);
        let is_said = says(view, at);
        if (is_suggestion || is_thanked || is_said || is_asked(view, at) || is_heard(view, at))
            && !is_plural
            && !view.is_any_before(at, "其")
            && !view.in_quotes(at)
            && !names_other()
        {
            let pronoun = view.text(at..at + 1);
            findings
                .at(
                    at..at + 1,
                    format!("信是写给一个人的，这里却用“{pronoun}”称呼收信人"),
                )
                .hint("如果说的就是收信人，改为“您”");
        }
    }
}

/// 诚恳欢迎她对我们的工作提出批评: what the reader alone is asked for.
fn is_asked(view: &TextView<'_>, at: usize) -> bool {
    const ASKS: [&str; 6] = ["欢迎", "恳请", "敬请", "希望", "期待", "诚请"];
    const ASKED: [&str; 7] = [
        "对我",
        "继续",
        "一如既往",
        "多提",
        "提出批评",
        "提出宝贵",
        "今后",
    ];
    view.one_of_before(at, &ASKS).is_some() && view.one_of_at(at + 1, &ASKED).is_some()
}

/// 邀请您到现场查看，她建议增设…, 征得他同意后: the reader stands in the clause before, or must agree.
fn says(view: &TextView<'_>, at: usize) -> bool {
    const SAYS: [&str; 5] = ["建议", "提出", "认为", "表示", "反映"];
    let before = view.sentence(at).start..at;
    let is_subject = view.before(at) == '，' && view.one_of_at(at + 1, &SAYS).is_some();
    let is_asked = view.one_of_before(at, &["征得", "征求"]).is_some();
    let agrees = view
        .one_of_at(at + 1, &["同意", "意见", "本人同意"])
        .is_some();
    view.has_any(&before, &["您"]) && (is_subject || is_asked && agrees)
}

/// 当面听取了她的意见: what the office does with the reader's opinion.
fn is_heard(view: &TextView<'_>, at: usize) -> bool {
    const HEARS: [&str; 12] = [
        "赞同",
        "赞成",
        "同意",
        "重视",
        "听取了",
        "征求了",
        "采纳了",
        "吸收了",
        "征询了",
        "当面听取",
        "当面征求",
        "充分吸收",
    ];
    const HEARD: [&str; 5] = ["的意见", "的建议", "的宝贵", "的看法", "的观点"];
    view.one_of_before(at, &HEARS).is_some() && view.one_of_at(at + 1, &HEARD).is_some()
}

/// Whether the text speaks of a person beside the reader; the office's own 主任 is the one who acts.
fn names_person(view: &TextView<'_>, range: Range<usize>) -> bool {
    const OWN: usize = 8;
    const OFFICES: [&str; 6] = ["我局", "我委", "我厅", "我办", "我院", "我部"];
    let places = |person| view.each(range.clone(), person);
    let mut people = PEOPLE.iter().flat_map(|person| places(person));
    people.any(|at| view.one_of_within(at, OWN, &OFFICES).is_none() && !view.in_title(at))
}

/// How far back others are looked for, in characters.
const LONGEST_LETTER: usize = 3_000;

/// Others whom 他 may stand for.
const PEOPLE: [&str; 27] = [
    "患者",
    "老人",
    "老师",
    "医生",
    "民警",
    "师傅",
    "申请人",
    "当事人",
    "孩子",
    "选手",
    "司机",
    "专家",
    "教授",
    "同志",
    "先生",
    "女士",
    "居民",
    "村民",
    "业主",
    "群众",
    "负责人",
    "院长",
    "校长",
    "书记",
    "主任",
    "职工",
    "学生",
];

/// Tells of every place where the words stand for the reader.
fn tell_all(view: &TextView<'_>, body: Range<usize>, pointed: &str, findings: &mut Findings<'_>) {
    let mut from = body.start;
    while let Some(at) = view.find(from..body.end, pointed) {
        from = at + pointed.chars().count();
        if is_reader(view, at, pointed) {
            findings
                .at(at..from, format!("这段话是对“您”说的，这里却是“{pointed}”"))
                .hint("如果说的就是收信人，改为“您”");
        }
    }
}

/// How far back the reader is looked for.
const BACK: usize = 150;

/// Whether nobody but the reader is spoken of between 您 and the word in its paragraph.
fn is_reader(view: &TextView<'_>, at: usize, pointed: &str) -> bool {
    let taken = [
        "征求了",
        "征求",
        "认真听取",
        "吸收了",
        "采纳了",
        "听取了",
        "吸收",
        "采纳",
        "听取",
        "参考了",
    ];
    let is_taken = !pointed.starts_with('其') || view.one_of_before(at, &taken).is_some();
    let is_longer = view.is_any_at(at + pointed.chars().count(), "会长团处他中余紧密最");
    if !is_taken || is_longer {
        return false;
    }
    let start = view.paragraph(at).map_or(at, |it| it.range.start);
    let mut back = (start.max(at.saturating_sub(BACK))..at).rev();
    let you = back.find(|it| view.char(*it) == '您');
    let names_other = |you: usize| {
        let body = |it: usize| view.is_any_at(it, BODIES) && view.before(it) != '我';
        let is_pronoun = pointed.contains('其');
        view.has_any(&(you..at), &OTHERS) || is_pronoun && (you..at).any(body)
    };
    you.is_some_and(|you| !names_other(you)) && !view.in_quotes(at)
}

/// What ends the names of others whom 其 may stand for.
const BODIES: &str = "局厅委院校镇乡村社所站队方户厂店场某民员工长主贩商者人";
