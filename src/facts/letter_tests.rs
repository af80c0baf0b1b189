//! Letters and the office as a clerk writes them, and what is said of mistakes.

use super::*;
use crate::diagnostic::Sink;
use crate::source::Source;

const LETTER: &str = "\
kind: co_handling_opinion
proposal:
  body: 省政协
  term: 12
  session: 5
  number: 20220022
  subject: 加强知识产权司法保护
  lead_unit: 省法院
document_number: 鄂知函〔2022〕15号
addressees: [省法院]
outcome: B
period: 2021年
introduction: [overview]
sections:
  - { heading: 顶层设计, measures: [leadership] }
  - heading: 保护效能
    style: enumerated
    measures: [enforcement, mediation]
next_steps: [five_projects]
closing: \"\"
sign_offs: []
issued_on: 2022-05-20
";

const OFFICE: &str = "\
name: 湖北省知识产权局
short_name: 省知识产权局
issuer_mark: { document_suffix: \"\", size: 42 }
terms: { co_handling: 会办 }
outcome_classes: [ { mark: A, meaning: 已解决或采纳 }, { mark: B } ]
class_mark: { place: beside_number, text: \"{{ outcome }}\" }
units: [ { name: 省法院, full_name: 湖北省高级人民法院, courtesy: 贵院 } ]
seal: none
contact: { name: 张三, phone: 027-00000000 }
fonts: { source: bundled, fangsong: fonts/x.ttf }
page: { line_grid: box }
";

fn messages(diagnostics: &[crate::diagnostic::Diagnostic]) -> Vec<String> {
    let lines = diagnostics.iter().map(|diagnostic| {
        let position = diagnostic.place.position();
        let hint = diagnostic.hint.as_deref().unwrap_or("");
        let (line, column) = (position.line, position.column);
        format!(
            "{line}:{column} [{}] {} / {hint}",
            diagnostic.rule, diagnostic.message
        )
    });
    lines.collect()
}

fn letter(text: &str) -> (Option<Letter>, Vec<String>) {
    let checked = Letter::from_yaml(&Source::new("content/letters/20220022.yaml", text));
    (checked.value, messages(&checked.diagnostics))
}

#[test]
fn a_letter_is_read_as_written() {
    let (letter, messages) = letter(LETTER);
    assert!(messages.is_empty(), "{messages:?}");
    let letter = letter.expect("the letter is right");
    assert_eq!(letter.id, "20220022");
    assert_eq!(letter.proposal.number.text, "20220022");
    assert_eq!((letter.proposal.term, letter.proposal.session), (12, 5));
    assert_eq!(letter.document_number.map(|number| number.serial), Some(15));
    assert_eq!(letter.sections[1].style, SectionStyle::Enumerated);
    assert_eq!(
        letter.closing.map(|closing| closing.text),
        Some(String::new())
    );
    assert_eq!(letter.sign_offs, Some(Vec::new()));
    assert_eq!(letter.issued_on, Some(jiff::civil::date(2022, 5, 20)));
}

#[test]
fn the_office_is_read_as_written() {
    let checked = Office::from_yaml(&Source::new("content/office.yaml", OFFICE));
    assert_eq!(messages(&checked.diagnostics), Vec::<String>::new());
    let office = checked.value.expect("the office is right");
    assert_eq!(office.sign_offs[0].text, "湖北省知识产权局");
    assert_eq!(office.terms["co_handling"].text, "会办");
    assert_eq!(office.issuer_mark.size.map(|size| size.points), Some(42.0));
    assert_eq!(office.fonts.faces["fangsong"].text, "fonts/x.ttf");
    assert_eq!(office.page.line_grid, LineGrid::Box);
    assert_eq!(
        office
            .contact
            .and_then(|it| it.phone)
            .map(|it| it.text)
            .as_deref(),
        Some("027-00000000")
    );
}

#[test]
fn mistakes_of_a_letter_are_told_together() {
    let table = [
        (
            "kind: co",
            "knd: co",
            "1:1 [missing-key] 复函缺少“kind” / 补上“kind: …”",
        ),
        (
            "2022-05-20",
            "2022-02-30",
            "22:12 [invalid-date] “issued_on”的“2022-02-30”不是真实的日期 / 查对月份和日子",
        ),
        (
            "2022-05-20",
            "2022.5.20",
            "22:12 [invalid-date] “issued_on”的“2022.5.20”不合日期的写法 / 写成年-月-日，例如 issued_on: 2022-05-20",
        ),
        (
            "〔2022〕15号",
            "2022年15号",
            "9:18 [document-number] 发文字号“鄂知函2022年15号”没有“机关代字〔年份〕” / 照“鄂知函〔2022〕15号”的样子写",
        ),
        (
            "[省法院]",
            "省法院",
            "10:13 [wrong-type] “addressees”应当是一个列表，这里是一段文字 / 写成“addressees: [省法院]”",
        ),
        (
            "style: enumerated",
            "style: list",
            "17:12 [unknown-choice] “style”不能是“list” / 只能写“paragraphs”、“joined”、“enumerated”",
        ),
        (
            "term: 12",
            "term: 十二",
            "4:9 [not-a-number] “term”应当是不小于零的整数，这里是“十二” / 用半角数字，例如 term: 12",
        ),
        (
            "measures: [leadership]",
            "style: joined",
            "15:7 [empty-section] 这一节没有内容 / 写上“measures”或“text”，或者下一层的“sections”",
        ),
        (
            "measures: [leadership]",
            "measures: [leadership], text: 文字",
            "15:46 [conflicting-keys] “measures”“text”不能同时写 / 只留一个；要两样都有，分成两节",
        ),
        (
            "issued_on: 2022-05-20\n",
            "",
            "1:1 [draft-without-date] 还没有成文日期，按草稿处理 / 签发后写上“issued_on: 年-月-日”",
        ),
    ];
    for (right, wrong, expected) in table {
        let (_, messages) = letter(&LETTER.replacen(right, wrong, 1));
        assert_eq!(messages.first().map(String::as_str), Some(expected));
    }
    let all = LETTER
        .replace("term: 12", "term: 十二")
        .replace("05-20", "02-30");
    assert_eq!(letter(&all).1.len(), 2);
}

#[test]
fn sections_nest_to_four_levels() {
    let nested = |levels: usize| {
        let open = "sections: [ { heading: 甲, ".repeat(levels);
        let close = " } ]".repeat(levels);
        let start = LETTER.find("sections:").expect("the letter has sections");
        let end = LETTER
            .find("next_steps")
            .expect("the letter has next steps");
        format!(
            "{}{open}measures: [a]{close}\n{}",
            &LETTER[..start],
            &LETTER[end..]
        )
    };
    assert!(letter(&nested(4)).1.is_empty());
    assert!(letter(&nested(5)).1[0].contains("[sections-too-deep] 章节嵌套超过4层"));
}

#[test]
fn a_letter_must_fit_office_and_facts() {
    let facts = "measures:\n  leadership: { text: 甲 }\n  enforcement: { text: 乙 }\n  mediation: { text: 丙 }\n  overview: { text: 丁 }\nfigures:\n  five_projects: { name: 五大工程, unit: 个, list: [甲] }\n";
    let facts = Facts::load(&[Source::new("a.yaml", facts)])
        .value
        .expect("facts come");
    let office = Office::from_yaml(&Source::new("office.yaml", OFFICE))
        .value
        .expect("it is right");
    let text = LETTER
        .replace("outcome: B", "outcome: C")
        .replace("[leadership]", "[leadersip]");
    let mut sink = Sink::new();
    letter(&text)
        .0
        .expect("the letter is read")
        .check(&office, &facts, &mut sink);
    assert_eq!(
        messages(&sink.into_diagnostics()),
        [
            "11:10 [unknown-outcome] 办理结果“C”不是机关设置里的分类 / 只能写“A”、“B”",
            "15:33 [unknown-measure] 没有代号是“leadersip”的举措 / 是否想写“leadership”",
            "19:14 [unknown-measure] 没有代号是“five_projects”的举措 / “five_projects”是数据，不是举措",
        ]
    );
}
