//! 提高帮扶力度, 加强建设步伐, 开展了联席会议机制: a verb that its object does not go with.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 提高帮扶力度, 加强建设步伐, 开展了联席会议机制: a verb that its object does not go with.
pub(crate) const VERB_OBJECT_MISMATCH: Rule = Rule {
    name: "verb-object-mismatch",
    title: "动词和宾语不搭配",
    severity: Severity::Warning,
    check: Check::Words(OBJECTS, check),
    page: include_str!("verb_object_mismatch.md"),
};

/// The last words of objects, in the order of [`PAIRS`].
const OBJECTS: &[&str] = &[
    "力度",
    "步伐",
    "机制",
    "进度",
    "速度",
    "门槛",
    "负担",
    "水平",
    "制度",
    "收入",
    "意见",
    "范围",
    "规模",
    "面积",
    "需求",
    "措施",
    "任务",
    "素质",
    "成效",
    "时间",
    "发生率",
    "死亡率",
    "效率",
    "环境",
    "渠道",
];

/// The verbs that do not go with each of the [`OBJECTS`], and the one that does.
const PAIRS: [(&[&str], &str); 25] = [
    (
        &["提高", "提升", "加快", "扩大", "加强对", "加强了", "增强"],
        "加大",
    ),
    (&["加强", "加大", "提高", "提升", "扩大"], "加快"),
    (&["开展了", "开展的", "实施了"], "建立"),
    (&["加强", "加大", "提高", "提升"], "加快"),
    (&["加强", "加大"], "加快"),
    (&["减少", "缩小", "减轻"], "降低"),
    (&["减少", "缩小", "下降"], "减轻"),
    (
        &[
            "解决了",
            "缓解了",
            "加大",
            "加强",
            "加快",
            "扩大",
            "改善了",
            "改善",
        ],
        "提高",
    ),
    (&["开展了", "开展的"], "建立"),
    (&["改善", "改善了"], "增加"),
    (&["采取了您", "采取您", "采取了委员", "采取了代表"], "采纳"),
    (&["提高", "提升", "增强", "加强", "加快"], "扩大"),
    (&["提高", "增强", "加强", "改善"], "扩大"),
    (&["提高", "增强", "加强"], "扩大"),
    (&["解决了", "解决"], "满足"),
    (&["举行了", "举行", "举办了", "进行了", "开展了"], "采取"),
    (&["履行了", "履行"], "完成"),
    (&["加快", "加大", "扩大"], "提高"),
    (&["发挥了", "发挥"], "取得"),
    (&["降低了", "降低", "减小"], "缩短"),
    (&["改善了", "改善"], "降低"),
    (&["改善了", "改善"], "降低"),
    (&["扩大了", "扩大", "加大"], "提高"),
    (&["培养了", "培养"], "营造"),
    (&["增强了", "增强", "提高", "加强了"], "拓宽"),
];

/// Other verbs of which the object may be: 加强监管、加大力度.
const OTHERS: [&str; 18] = [
    "加大", "加快", "加强", "提高", "提升", "降低", "减轻", "建立", "健全", "完善", "探索", "创新",
    "扩大", "改善", "推进", "推动", "和", "与",
];

/// How many characters may stand between the verb and the last word of its object.
const NEAR: usize = 6;
/// The same before 机制, whose names are longer.
const NEAR_NAME: usize = 16;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let object = OBJECTS[word.number];
    let is_end = view.is_any_at(word.end, "，。；、：\n");
    // 改善生活水平 has become usual.
    let is_usual = object == "水平" && view.ends_at(word.start, "生活");
    if !is_end || is_usual || view.in_title(word.start) || view.in_quotes(word.start) {
        return;
    }
    let (verbs, right) = PAIRS[word.number];
    let is_long = |verb: &str| {
        ["机制", "制度", "环境", "渠道", "任务", "需求"].contains(&object) || verb == "加强对"
    };
    let near = |verb: &str| if is_long(verb) { NEAR_NAME } else { NEAR };
    let clause = view.clause(word.start).start;
    let found = verbs.iter().find_map(|verb| {
        let from = clause.max(word.start.saturating_sub(near(verb) + 3));
        let at = view.each(from..word.start, verb).last()?;
        let end = at + verb.chars().count();
        let is_plain = (end..word.start).all(|it| is_han(view.char(it)));
        // 河湖长与检察长协作机制: the name of a mechanism may join two.
        let others = if ["机制", "制度"].contains(&object) {
            &OTHERS[..OTHERS.len() - 2]
        } else {
            &OTHERS[..]
        };
        let is_own = is_plain && end < word.start && !view.has_any(&(end..word.start), others);
        is_own.then_some(at..end)
    });
    if let Some(verb) = found {
        let text = view.words(verb.clone());
        findings
            .at(verb.start..word.end, format!("“{text}……{object}”不搭配"))
            .hint(format!("改为“{right}……{object}”"))
            .suggest(
                verb,
                if text.ends_with('了') {
                    format!("{right}了")
                } else {
                    right.to_owned()
                },
            );
    }
}
