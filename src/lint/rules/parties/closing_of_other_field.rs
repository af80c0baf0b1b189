//! 感谢您对职业教育工作的关注 in a letter of an agriculture bureau about nets against hail.

use std::ops::Range;

use super::issuer::{issuer, signed};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 感谢您对职业教育工作的关注 in a letter of an agriculture bureau about nets against hail.
pub(crate) const CLOSING_OF_OTHER_FIELD: Rule = Rule {
    name: "closing-of-other-field",
    title: "结尾感谢的是别的工作",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("closing_of_other_field.md"),
};

/// Fields of work, each with what a letter on it cannot but speak of.
const FIELDS: &[(&str, &str)] = &[
    ("教育", "教学校师幼生培"),
    ("环境卫生", "环厕垃扫洁清"),
    ("卫生", "卫医健病药诊疗护"),
    ("医疗", "卫医健病药诊疗护"),
    ("医保", "医保药病诊"),
    ("养老", "老养民护"),
    ("民政", "民老养救婚残福殡社"),
    ("残疾人", "残障康"),
    ("体育", "体健身球赛运"),
    ("旅游", "旅游景文宿"),
    ("文旅", "旅游景文戏艺非遗图博展"),
    ("文化", "文戏艺非遗图博展书戏古"),
    ("文物", "文物遗古博保"),
    ("消防", "消防火险安"),
    ("公安", "公安警治车驾犬"),
    ("税务", "税费缴"),
    ("统计", "统计查数"),
    ("审计", "审计"),
    ("水利", "水河渠灌汛坝库堤"),
    ("水务", "水河渠灌汛坝库堤"),
    ("林业", "林草树绿野湿山木果"),
    ("林草", "林草树绿野湿山木果牧"),
    ("农业", "农田粮种养村乡果茶畜牧渔"),
    ("三农", "农田粮种养村乡果茶畜牧渔"),
    ("交通", "交通路车运港航桥停驾违"),
    ("就业", "就业岗工劳才技"),
    ("气象", "气象天灾雨"),
    ("退役军人", "退役军兵"),
    ("城市管理", "城市管停垃街摊牌路"),
    ("住房", "房住区业建屋"),
    ("金融", "金融贷银险资"),
    ("司法", "司法律调矫"),
    ("环保", "环污水气废生态绿垃"),
    ("生态环境", "环污水气废生态绿垃"),
    ("商务", "商贸消市物店电"),
    ("科技", "科技创研专"),
    ("食品安全", "食餐药市"),
    ("电力", "电能"),
    ("邮政", "邮递件"),
    ("交通运输", "交通路车运港航桥停驾违公船"),
    ("卫生健康", "卫医健病药诊疗护"),
    ("医疗保障", "医保药病诊"),
    ("农业农村", "农田粮种养村乡果茶畜牧渔镇"),
    ("应急管理", "应急安灾险防救消火"),
    ("自然资源", "地规划矿测土林自资"),
    ("市场监管", "市场监管消价食药质标企商"),
    ("住房和城乡建设", "房住区业建屋城管"),
    ("城乡建设", "房住区业建屋城管"),
    ("人力资源和社会保障", "就业岗工劳才技社保薪"),
];

/// How many of the last paragraphs may give thanks.
const LAST: usize = 6;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let addressee = view.reply().addressee.as_ref();
    let Some(body) = addressee
        .map(|it| it.line.end)
        .filter(|_| issuer(view).is_some())
    else {
        return;
    };
    let last = view.paragraphs().iter().rev().take(LAST);
    for paragraph in last.filter(|it| it.range.start > body) {
        let Some(thanked) = thanked(view, &paragraph.range) else {
            continue;
        };
        let text = view.words(thanked.clone());
        // 侨乡文化保护 is no work of a department alone.
        let field = FIELDS.iter().find(|(field, _)| text.ends_with(field));
        // 文化旅游 is of two fields.
        let mut fields = FIELDS.iter().filter(|(field, _)| text.contains(field));
        let is_any_told = fields.any(|(_, kin)| is_told(view, &thanked, kin));
        if let Some((field, _)) = field.filter(|_| is_any_told) {
            let is_told = signed_by_other(view, &thanked, field, findings);
            if !is_told && is_far(view, &thanked, field) {
                report(thanked, field, findings);
            }
        } else if let Some((field, _)) = field {
            report(thanked, field, findings);
        }
    }
}

fn report(thanked: Range<usize>, field: &str, findings: &mut Findings<'_>) {
    findings
        .at(thanked, format!("结尾说的是“{field}”，全信没有说到"))
        .hint("多半是套用别的信没有改；核对结尾");
}

/// 感谢您对市场监管工作的关心 signed by 住房和城乡建设局, where neither 市场 nor 监管 stands in the letter.
fn is_far(view: &TextView<'_>, thanked: &Range<usize>, field: &str) -> bool {
    const FIELDS: [&str; 5] = ["市场监管", "医疗保障", "应急管理", "自然资源", "交通运输"];
    let Some(signed) = signed(view).filter(|_| FIELDS.contains(&field)) else {
        return false;
    };
    let characters: Vec<char> = field.chars().collect();
    let words = characters.chunks(2).map(|it| it.iter().collect::<String>());
    let words: Vec<String> = words.collect();
    let has = |range: Range<usize>| {
        words
            .iter()
            .any(|it| view.find(range.clone(), it).is_some())
    };
    let is_office = OFFICES
        .iter()
        .any(|(office, _)| view.find(signed.clone(), office).is_some());
    let is_department = view.char(signed.end - 1) == '局';
    (is_office || is_department) && !has(0..thanked.start) && !has(thanked.end..view.chars().len())
}

/// 感谢您对文化旅游工作的关心 signed by 交通运输局, of whose work the letter says nothing.
fn signed_by_other(
    view: &TextView<'_>,
    thanked: &Range<usize>,
    field: &str,
    findings: &mut Findings<'_>,
) -> bool {
    let Some(signed) = signed(view) else {
        return false;
    };
    let name = view.words(signed.clone());
    let signer = OFFICES.iter().find(|(office, _)| name.contains(office));
    let Some((office, kin)) = signer else {
        return false;
    };
    // Any office may have to do with these.
    const COMMON: [&str; 7] = ["消防", "科技", "金融", "环保", "生态环境", "养老", "就业"];
    if COMMON.contains(&field) {
        return false;
    }
    let body = view.reply().opening.start..thanked.start;
    let is_own = name.contains(field) || body.clone().any(|at| kin.contains(view.char(at)));
    let is_near = field
        .chars()
        .any(|it| name.contains(it) || kin.contains(it));
    let is_wrong = !is_own && !is_near && *office != field;
    if is_wrong {
        findings
            .at(
                signed,
                format!("结尾说的是“{field}”，全信没有说到“{office}”，落款却是“{name}”"),
            )
            .hint("核对落款");
    }
    is_wrong
}

/// Offices by a part of their names, each with what its letters cannot but speak of.
const OFFICES: &[(&str, &str)] = &[
    ("交通", "交通路车运港航桥公船"),
    ("应急", "应急安灾险防救消火"),
    ("财政", "财资金预经费补支元"),
    ("水利", "水河渠灌汛坝库堤湖"),
    ("水务", "水河渠灌汛坝库堤湖管"),
    ("气象", "气象天灾雨风"),
    ("税务", "税费缴"),
    ("统计", "统计查数"),
    ("审计", "审计监"),
    ("林业", "林草树绿野湿山木果古"),
    ("农业农村", "农田粮种养村乡果茶畜牧渔镇"),
    ("教育", "教学校师幼生培课"),
    ("公安", "公安警治车驾犬案"),
    ("商务", "商贸消市物店电企"),
    ("退役军人", "退役军兵烈"),
    ("医疗保障", "医保药病诊"),
    ("司法", "司法律调矫"),
    ("民政", "民老养救婚残福殡社"),
    ("卫生健康", "卫医健病药诊疗护"),
    ("体育", "体健身球赛运"),
    ("自然资源", "地规划矿测土林"),
    ("生态环境", "环污水气废生态绿垃"),
    ("人力资源", "就业岗工劳才技社保薪"),
    ("城乡建设", "房住区业建屋城管"),
];

/// 职业教育 in 感谢您对职业教育工作的关注.
fn thanked(view: &TextView<'_>, paragraph: &Range<usize>) -> Option<Range<usize>> {
    const LONGEST: usize = 12;
    let is_thanks = view.has_any(paragraph, &["感谢", "谢谢", "谢忱", "谢意", "致谢", "关心"]);
    let start = view.find(paragraph.clone(), "对").filter(|_| is_thanks)? + 1;
    let ends = ["工作的", "事业的", "发展的", "工作和", "工作、"];
    let end = (start + 2..start + LONGEST).find(|at| view.one_of_at(*at, &ends).is_some())?;
    Some(start..end)
}

/// Whether the letter speaks anywhere else of what the field has to do with.
fn is_told(view: &TextView<'_>, thanked: &Range<usize>, kin: &str) -> bool {
    let before = 0..thanked.start;
    let after = thanked.end..view.chars().len();
    before.chain(after).any(|at| kin.contains(view.char(at)))
}
