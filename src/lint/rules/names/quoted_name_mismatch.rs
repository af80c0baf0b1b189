//! “银龄讲学计划” and “银龄教学计划”: one name in quotation marks with another character.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// “银龄讲学计划” and “银龄教学计划”: one name in quotation marks with another character.
pub(crate) const QUOTED_NAME_MISMATCH: Rule = Rule {
    name: "quoted-name-mismatch",
    title: "引号里的名称前后差一个字",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("quoted_name_mismatch.md"),
};

/// The last words of the names that are compared.
const KINDS: [&str; 12] = [
    "计划", "行动", "工程", "项目", "平台", "模式", "品牌", "活动", "机制", "试点", "课堂", "服务",
];

/// More names than a letter has.
const MOST: usize = 60;

/// A shorter name has too little that another one could share by chance.
const SHORTEST: usize = 6;
const LONGEST: usize = 16;

/// Characters that tell one of several from the next: 一号 and 二号, 东部 and 西部.
const TELLS_APART: &str = "一二三四五六七八九十百千万甲乙丙丁东西南北中省市县区乡镇村上下前后左右大小新老红黄蓝绿白黑青春夏秋冬男女";

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut names: Vec<Range<usize>> = Vec::new();
    for pair in view.pairs_opened_by('“') {
        let name = pair.open + 1..pair.close;
        if !is_name(view, &name) {
            continue;
        }
        let text = view.words(name.clone());
        let mut known = names.iter().rev().take(MOST);
        if known.clone().any(|it| view.words(it.clone()) == text) {
            continue;
        }
        if let Some(other) = known.find(|it| is_slip(view, it, &name)) {
            let other = view.words(other.clone());
            findings
                .at(name.clone(), format!("这里是“{text}”，前面是“{other}”"))
                .hint("核对名称，前后写法一致");
        }
        names.push(name);
    }
}

fn is_name(view: &TextView<'_>, name: &Range<usize>) -> bool {
    let is_long = (SHORTEST..=LONGEST).contains(&name.len());
    is_long
        && name.clone().all(|at| is_han(view.char(at)))
        && view.one_of_before(name.end, &KINDS).is_some()
}

/// Whether two names of one length differ in one character that does not tell them apart.
fn is_slip(view: &TextView<'_>, one: &Range<usize>, other: &Range<usize>) -> bool {
    let chars = view.chars();
    let pairs = chars[one.clone()].iter().zip(&chars[other.clone()]);
    let differing: Vec<_> = pairs.filter(|(a, b)| a != b).collect();
    let is_one = matches!(differing.as_slice(), [(a, b)] if !TELLS_APART.contains([**a, **b]));
    one.len() == other.len() && is_one
}
