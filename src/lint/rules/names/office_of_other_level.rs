//! 市应急管理厅, 省教育局: the end of an office's name is that of another level.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 市应急管理厅, 省教育局: the end of an office's name is that of another level.
pub(crate) const OFFICE_OF_OTHER_LEVEL: Rule = Rule {
    name: "office-of-other-level",
    title: "机构名称与层级不符",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("office_of_other_level.md"),
};

/// What departments (厅) of a province and bureaus (局) below it have in common, with either end.
const WORDS: &[&str] = &[
    "教育厅",
    "财政厅",
    "民政厅",
    "司法厅",
    "公安厅",
    "水利厅",
    "交通运输厅",
    "农业农村厅",
    "自然资源厅",
    "生态环境厅",
    "住房和城乡建设厅",
    "商务厅",
    "文化和旅游厅",
    "应急管理厅",
    "退役军人事务厅",
    "人力资源和社会保障厅",
    "审计厅",
    "教育局",
    "财政局",
    "民政局",
    "司法局",
    "公安局",
    "水利局",
    "交通运输局",
    "农业农村局",
    "自然资源局",
    "生态环境局",
    "住房和城乡建设局",
    "商务局",
    "文化和旅游局",
    "应急管理局",
    "退役军人事务局",
    "人力资源和社会保障局",
    "审计局",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let level = view.before(word.start);
    let is_department = WORDS[word.number].ends_with('厅');
    let (is_wrong, right) = match is_department {
        // 自治区教育厅 is of a region, and 自治州 has bureaus.
        true => (
            "市县区旗".contains(level)
                && view
                    .one_of_before(word.start, &["自治区", "直辖市"])
                    .is_none(),
            "局",
        ),
        false => (
            level == '省' && !view.is_any_before(word.start - 1, "、全各部外本该"),
            "厅",
        ),
    };
    let is_longer = view.is_any_at(word.end, "长系");
    if is_wrong && !is_longer && !view.in_quotes(word.start) && !view.in_title(word.start) {
        let end = word.end - 1;
        findings
            .at(
                word.start - 1..word.end,
                format!(
                    "“{}”：{level}一级的这个机构是“{right}”",
                    view.words(word.start - 1..word.end)
                ),
            )
            .hint(format!("改为“{right}”，或者核对是哪一级的机构"))
            .suggest(end..word.end, right);
    }
}
