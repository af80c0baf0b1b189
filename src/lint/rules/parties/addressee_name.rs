//! The letter is written to 张建华委员 and thanks 张建国委员.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::reply::Addressee;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};
use crate::text::confusions::sound_alike;

/// The letter is written to 张建华委员 and thanks 张建国委员.
pub(crate) const ADDRESSEE_NAME: Rule = Rule {
    name: "addressee-name",
    title: "收信人的姓名前后不一",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("addressee_name.md"),
};

/// Common surnames (姓), by which a name is told from other words before 委员; those that begin
/// other words there, such as 党 in 党外委员, are left out.
pub(in crate::lint) const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺毛郝顾龚邵万钱严戴莫孔汤温康施牛樊葛邢齐乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关焦左柳甘祝宁尚舒阮柯纪梅童凌毕季裴霍涂成盛曲翁冉骆蓝路游辛靳管柴蒙鲍喻祁蒲房滕屈饶解牟艾尤阳穆司卓古吉缪车芦麦褚娄窦戚岑景宫费卜冷晏席卫米柏宗瞿桂佟臧闵苟邬边卞姬师仇栾隋刁沙荣巫寇桑郎甄丛仲虞敖巩佘池麻苑迟邝";

/// What stands for a name before 委员 and is none.
const NO_NAMES: [&str; 12] = [
    "各位", "广大", "政协", "人大", "您和", "全体", "诸位", "你们", "有关", "两位", "三位", "党派",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let Some(addressee) = &view.reply().addressee else {
        return;
    };
    let Some(title) = addressee.title() else {
        return;
    };
    let names: Vec<Vec<char>> = addressee
        .names(view)
        .iter()
        .map(|it| it.chars().collect())
        .collect();
    if names
        .iter()
        .any(|name| !(2..=4).contains(&name.len()) || name.contains(&'等'))
    {
        return;
    }
    other_title(view, title, addressee, &names, findings);
    let mut from = 0;
    while let Some(at) = view.find(from..view.chars().len(), title) {
        from = at + 2;
        let is_committee = view.one_of_at(from, &["会", "长", "团"]).is_some();
        if !addressee.line.contains(&at) && !is_committee {
            called(view, at, addressee, &names, findings);
        }
    }
}

/// 邓委员 in a letter to 邓国强代表: the reader is called by the title of the other meeting.
fn other_title(
    view: &TextView<'_>,
    title: &str,
    addressee: &Addressee,
    names: &[Vec<char>],
    findings: &mut Findings<'_>,
) {
    let (other, own): (&str, &[&str]) = match title {
        "委员" => ("代表", &["提案", "政协"]),
        _ => ("委员", &["建议", "议案", "人大"]),
    };
    // Where the paper is of the other meeting, it is the line that errs.
    let is_own = view.has_any(&(addressee.line.end..view.chars().len()), own);
    let [name] = names else {
        return;
    };
    if !is_own {
        return;
    }
    for at in view.each(addressee.line.end..view.chars().len(), other) {
        // 委员会 and 委员长 are other words, 委员长期 is none.
        let end = at + 2;
        let is_body = view.is_any_at(end, "会团长性") && !view.is_at(end, "长期");
        let start = at.saturating_sub(1);
        let is_reader = view.chars()[..at].ends_with(name)
            || view.char(start) == name[0]
                && view.is_any_before(start, "，。；：\n对与向请取和由感谢");
        if is_reader && !is_body && !view.in_title(at) && !view.in_quotes(at) {
            let message = format!(
                "这封信写给“{}”，这里却称“{other}”",
                view.text(addressee.line.clone())
            );
            findings
                .at(at..end, message)
                .hint(format!("改为“{title}”"))
                .suggest(at..end, title);
        }
    }
}

/// Looks at the name before 委员 or 代表 at `at`.
fn called(
    view: &TextView<'_>,
    at: usize,
    addressee: &Addressee,
    names: &[Vec<char>],
    findings: &mut Findings<'_>,
) {
    let chars = &view.chars()[..at];
    if names.iter().any(|name| chars.ends_with(name)) {
        return;
    }
    if let [only] = names {
        other_surname(view, at, only, findings);
    }
    let thanked = thanked(view, at);
    let severity = match &thanked {
        Some(range) => thanked_severity(&chars[range.clone()], names),
        None => names.iter().find_map(|name| named_severity(chars, name)),
    };
    let (Some(severity), true) = (severity, !view.in_title(at) && !view.in_quotes(at)) else {
        return;
    };
    let range = thanked.unwrap_or(at - names[0].len()..at);
    let (text, line) = (view.text(range.clone()), view.text(addressee.line.clone()));
    let message = format!("这封信写给“{line}”，这里却是“{text}”");
    let finding = match severity {
        Severity::Error => findings.at(range, message),
        _ => findings.warn(range, message),
    };
    finding.hint("核对姓名");
}

/// 王委员在提案中指出 in a letter to 汪建华: a surname that sounds like the reader's.
fn other_surname(view: &TextView<'_>, at: usize, name: &[char], findings: &mut Findings<'_>) {
    const DOES: [&str; 8] = [
        "在提案",
        "在建议",
        "提出",
        "所提",
        "指出",
        "的提案",
        "的建议",
        "反映",
    ];
    let written = view.before(at);
    let begins = at >= 2 && view.is_any_before(at - 1, "，。；：\n");
    let is_other = written != name[0] && SURNAMES.contains(written);
    let does = view.one_of_at(at + 2, &DOES).is_some() && sound_alike(written, name[0]);
    // 感谢王委员 in a letter to 张秀兰 alone.
    let is_thanked = view.one_of_before(at - 1, &["感谢", "谢谢"]).is_some()
        && view
            .one_of_at(
                at + 2,
                &["对我", "对本", "一直以来", "的关心", "的支持", "长期"],
            )
            .is_some();
    if (begins && does || is_thanked) && is_other && !view.in_quotes(at) && !view.in_title(at) {
        let name: String = name.iter().collect();
        findings
            .warn(
                at - 1..at + 2,
                format!(
                    "这封信写给“{name}”，这里却是“{}”",
                    view.words(at - 1..at + 2)
                ),
            )
            .hint("核对姓名；对收信人称“您”");
    }
}

/// The name in 感谢张建国委员, if it is one.
fn thanked(view: &TextView<'_>, at: usize) -> Option<Range<usize>> {
    let start = (2..=4).map(|length| at.saturating_sub(length));
    let start = start
        .into_iter()
        .find(|start| view.ends_at(*start, "感谢"))?;
    let is_name = (start..at).all(|at| is_han(view.char(at)))
        && SURNAMES.contains(view.char(start))
        && view.one_of_at(start, &NO_NAMES).is_none();
    is_name.then_some(start..at)
}

/// Who is thanked is the addressee: a like name is a slip, another may be of a second proposer.
fn thanked_severity(written: &[char], names: &[Vec<char>]) -> Option<Severity> {
    let is_like = |name: &Vec<char>| {
        name[0] == written[0] || differs_by_one(written, name) || is_anagram(written, name)
    };
    Some(match names.iter().any(is_like) {
        true => Severity::Error,
        false => Severity::Warning,
    })
}

/// A name in the text that is the addressee's but for one character or its order.
fn named_severity(chars: &[char], name: &[char]) -> Option<Severity> {
    let written = &chars[chars.len().checked_sub(name.len())?..];
    if is_anagram(written, name) && name.len() > 2 {
        return Some(Severity::Error);
    }
    // Of two characters only the given name's sound tells a slip from another person.
    if name.len() == 2 && written[0] == name[0] && sound_alike(written[1], name[1]) {
        return Some(Severity::Warning);
    }
    let is_one =
        name.len() > 2 && differs_by_one(written, name) && written.iter().all(|it| is_han(*it));
    is_one.then_some(Severity::Warning)
}

fn differs_by_one(one: &[char], other: &[char]) -> bool {
    let differing = one.iter().zip(other).filter(|(one, other)| one != other);
    one.len() == other.len() && one.len() > 2 && differing.count() == 1
}

fn is_anagram(one: &[char], other: &[char]) -> bool {
    let sorted = |name: &[char]| {
        let mut name = name.to_vec();
        name.sort_unstable();
        name
    };
    one != other && one.len() == other.len() && sorted(one) == sorted(other)
}
