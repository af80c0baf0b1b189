//! 恩施土家族自治州: a place of self-government (自治地方) without one of its peoples.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 恩施土家族自治州: a place of self-government (自治地方) without one of its peoples.
pub(crate) const AUTONOMOUS_NAME: Rule = Rule {
    name: "autonomous-name",
    title: "自治地方的名称不对",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("autonomous_name.md"),
};

/// What such names end in, and the cities under the central government, which have no city below them.
const WORDS: &[&str] = &["自治州", "自治区", "重庆市", "北京市", "上海市", "天津市"];

/// How many of the words are ends of names.
const ENDS: usize = 2;

/// The places with their peoples, by the list of administrative divisions (行政区划) of the Ministry of Civil
/// Affairs: thirty prefectures and five regions.
const PLACES: [(&str, &str, &str); 35] = [
    ("延边", "朝鲜族", "自治州"),
    ("恩施", "土家族苗族", "自治州"),
    ("湘西", "土家族苗族", "自治州"),
    ("阿坝", "藏族羌族", "自治州"),
    ("甘孜", "藏族", "自治州"),
    ("凉山", "彝族", "自治州"),
    ("黔西南", "布依族苗族", "自治州"),
    ("黔东南", "苗族侗族", "自治州"),
    ("黔南", "布依族苗族", "自治州"),
    ("楚雄", "彝族", "自治州"),
    ("红河", "哈尼族彝族", "自治州"),
    ("文山", "壮族苗族", "自治州"),
    ("西双版纳", "傣族", "自治州"),
    ("大理", "白族", "自治州"),
    ("德宏", "傣族景颇族", "自治州"),
    ("怒江", "傈僳族", "自治州"),
    ("迪庆", "藏族", "自治州"),
    ("临夏", "回族", "自治州"),
    ("甘南", "藏族", "自治州"),
    ("海北", "藏族", "自治州"),
    ("黄南", "藏族", "自治州"),
    ("海南", "藏族", "自治州"),
    ("果洛", "藏族", "自治州"),
    ("玉树", "藏族", "自治州"),
    ("海西", "蒙古族藏族", "自治州"),
    ("昌吉", "回族", "自治州"),
    ("博尔塔拉", "蒙古", "自治州"),
    ("巴音郭楞", "蒙古", "自治州"),
    ("克孜勒苏", "柯尔克孜", "自治州"),
    ("伊犁", "哈萨克", "自治州"),
    ("内蒙古", "", "自治区"),
    ("广西", "壮族", "自治区"),
    ("西藏", "", "自治区"),
    ("宁夏", "回族", "自治区"),
    ("新疆", "维吾尔", "自治区"),
];

/// More characters than the peoples of a place have.
const LONGEST: usize = 10;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if word.number >= ENDS {
        return city_in_city(view, word, findings);
    }
    let from = word.start.saturating_sub(LONGEST);
    let own = PLACES
        .iter()
        .filter(|(_, _, end)| *end == WORDS[word.number]);
    let found = own.filter_map(|place| {
        let at = view.each(from..word.start, place.0).last()?;
        Some((at + place.0.chars().count(), place))
    });
    let Some((end, (place, peoples, kind))) = found.max_by_key(|(end, _)| *end) else {
        return;
    };
    let written = view.words(end..word.start);
    let is_plain = (end..word.start).all(|at| is_han(view.char(at)))
        && !written.contains(['和', '与', '的', '等']);
    // 新疆自治区 and 恩施自治州 are short for it.
    if is_plain && !written.is_empty() && written != *peoples && !view.in_title(end) {
        let start = end - place.chars().count();
        let right = format!("{place}{peoples}{kind}");
        findings
            .at(
                start..word.end,
                format!("“{}”应当是“{right}”", view.words(start..word.end)),
            )
            .hint(format!("改为“{right}”"))
            .suggest(start..word.end, right);
    }
}

/// 重庆市涪陵市: what is below such a city is a district (区) or a county (县).
fn city_in_city(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const NO_NAMES: &str = "城都超门上夜股本各全我贵辖中";
    let name = word.end..word.end + 2;
    let is_name = name
        .clone()
        .all(|at| is_han(view.char(at)) && !NO_NAMES.contains(view.char(at)));
    if is_name && view.char(name.end) == '市' && !view.is_any_at(name.end + 1, "场民政值级属区")
    {
        let text = view.words(word.start..name.end + 1);
        findings
            .warn(
                word.start..name.end + 1,
                format!("直辖市下面没有“{text}”这样的市"),
            )
            .hint("核对是区还是县");
    }
}
