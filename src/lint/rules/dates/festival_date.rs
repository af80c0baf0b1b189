//! 重阳节（农历八月初九）: a festival on another day than its own.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 重阳节（农历八月初九）: a festival on another day than its own.
pub(crate) const FESTIVAL_DATE: Rule = Rule {
    name: "festival-date",
    title: "节日的日期不对",
    severity: Severity::Error,
    check: Check::Table(words, check),
    page: include_str!("festival_date.md"),
};

/// Days of the year that have a name, and their dates as they are written.
const DAYS: &[(&str, &str)] = &[
    ("元宵节", "农历正月十五"),
    ("端午节", "农历五月初五"),
    ("七夕节", "农历七月初七"),
    ("中秋节", "农历八月十五"),
    ("重阳节", "农历九月初九"),
    ("腊八节", "农历腊月初八"),
    ("国际妇女节", "3月8日"),
    ("植树节", "3月12日"),
    ("国际消费者权益日", "3月15日"),
    ("世界水日", "3月22日"),
    ("国家安全教育日", "4月15日"),
    ("世界读书日", "4月23日"),
    ("国际劳动节", "5月1日"),
    ("青年节", "5月4日"),
    ("国际护士节", "5月12日"),
    ("防灾减灾日", "5月12日"),
    ("国际博物馆日", "5月18日"),
    ("世界无烟日", "5月31日"),
    ("国际儿童节", "6月1日"),
    ("世界环境日", "6月5日"),
    ("国际禁毒日", "6月26日"),
    ("建党节", "7月1日"),
    ("建军节", "8月1日"),
    ("全民健身日", "8月8日"),
    ("全国生态日", "8月15日"),
    ("中国医师节", "8月19日"),
    ("教师节", "9月10日"),
    ("烈士纪念日", "9月30日"),
    ("国庆节", "10月1日"),
    ("世界粮食日", "10月16日"),
    ("国家扶贫日", "10月17日"),
    ("中国记者节", "11月8日"),
    ("全国消防日", "11月9日"),
    ("世界艾滋病日", "12月1日"),
    ("全国交通安全日", "12月2日"),
    ("国家宪法日", "12月4日"),
    ("国家公祭日", "12月13日"),
];

fn words() -> Vec<&'static str> {
    DAYS.iter().map(|(name, _)| *name).collect()
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let (name, day) = DAYS[word.number];
    const LONGEST: usize = 12;
    // 国际青年节 and 世界教师节 are other days.
    if view.one_of_before(word.start, &["国际", "世界"]).is_some() {
        return;
    }
    prefixed(view, word, findings);
    let opens = view.char(word.end) == '（';
    let mut rest = word.end + 1..word.end + LONGEST;
    let close = rest.find(|at| opens && view.char(*at) == '）');
    let Some(close) = close else {
        return;
    };
    let inside = word.end + 1..close;
    let written = view.words(inside.clone());
    let told = written.trim_start_matches("每年");
    if is_day(told, day) && plain(told) != plain(day) {
        findings
            .at(inside.clone(), format!("{name}不是“{told}”"))
            .hint(format!("{name}是{day}"));
    }
}

/// Whether the brackets hold a day of the same calendar, and nothing else.
fn is_day(told: &str, day: &str) -> bool {
    let is_lunar = day.starts_with("农历");
    let bare = told.trim_start_matches("农历");
    let is_part = |it: char| match is_lunar {
        true => "正一二三四五六七八九十冬腊月初廿日".contains(it),
        false => it.is_ascii_digit() || matches!(it, '月' | '日'),
    };
    let ends = is_lunar || bare.ends_with('日');
    bare.contains('月') && ends && !bare.is_empty() && bare.chars().all(is_part)
}

/// One way to write a day: 农历九月初九, 九月九日 and 九月初九 are the same.
fn plain(day: &str) -> String {
    let day = day.trim_start_matches("农历").trim_end_matches('日');
    day.replace("十二月", "腊月").replace('初', "")
}

/// “6·5”国际禁毒日: the day before the name.
fn prefixed(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const LONGEST: usize = 8;
    let (name, day) = DAYS[word.number];
    let from = word.start.saturating_sub(LONGEST);
    let open = (from..word.start).rev().find(|at| view.char(*at) == '“');
    let Some(open) = open.filter(|_| view.before(word.start) == '”') else {
        return;
    };
    let written = view.words(open + 1..word.start - 1);
    let Some((month, of_month)) = written.split_once(['·', '.', '•']) else {
        return;
    };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    if is_number(month) && is_number(of_month) && format!("{month}月{of_month}日") != day {
        findings
            .at(open..word.start, format!("{name}不是“{written}”"))
            .hint(format!("{name}是{day}"));
    }
}
