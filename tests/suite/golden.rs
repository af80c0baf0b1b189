//! Golden pages: small documents, each with the clause of GB/T 9704-2012 that it shows, as text in
//! millimetres. `tests/golden/*.snap` holds them; look at a change before you accept it.

use fuhan::document::markdown::body;
use fuhan::document::{
    Annex, Block, ClassMark, ClassMarkPlace, Classification, Document, HeadFormat, Level, SealSpace,
};
use fuhan::layout::dump::dump;
use fuhan::layout::{Fonts, Grid, LineGrid, PageStyle, layout};
use fuhan::origin::Origins;
use fuhan::source::Source;

use crate::sample::{self, paragraph, text};

/// What a case makes of the smallest document.
type Change = fn(&mut Document);

/// A small document and the clause that it shows.
struct Case {
    name: &'static str,
    clause: &'static str,
    format: HeadFormat,
    change: Change,
}

const DOCUMENT: HeadFormat = HeadFormat::Document;
const LETTER: HeadFormat = HeadFormat::Letter;

/// A document with one sentence, and nothing that it can do without.
fn smallest(format: HeadFormat) -> Document {
    let mut document = sample::document(format);
    document.header.class_mark = None;
    document.main_part.title.lines = vec!["关于某提案的函".to_owned()];
    document.main_part.body.blocks = vec![paragraph("特此函复。")];
    document.main_part.remarks.clear();
    document.imprint = fuhan::document::Imprint::default();
    document
}

fn title(document: &mut Document, title: &str) {
    document.main_part.title.lines = vec![title.to_owned()];
}

fn class_mark(document: &mut Document, place: ClassMarkPlace) {
    let text = text("类别：B类");
    document.header.class_mark = Some(ClassMark {
        lines: vec![text],
        place,
    });
}

fn signatories(document: &mut Document, names: &[&str]) {
    document.header.signatories = names.iter().map(|name| text(name)).collect();
}

fn issuers(document: &mut Document, names: &[&str]) {
    document.header.issuer_mark.names = names.iter().map(|name| text(name)).collect();
}

fn closing(document: &mut Document, seal_space: SealSpace, names: &[&str]) {
    let block = document.main_part.closing_block.as_mut();
    let block = block.expect("the sample has one");
    block.seal_space = seal_space;
    block.sign_offs = names.iter().map(|name| text(name)).collect();
}

fn marks_on_the_left(document: &mut Document) {
    document.header.copy_number = Some(text("000001"));
    document.header.classification = Some(Classification {
        level: text("机密"),
        term: Some("1年".to_owned()),
    });
    document.header.urgency = Some(text("特急"));
}

fn annex(document: &mut Document, title: &str, markdown: &str) {
    let source = Source::new("annex.md", markdown);
    let body = body(&source, &Origins::new()).value.expect("it is sound");
    let title = text(title);
    document.main_part.annex_notes.push(title.clone());
    let annexes = &mut document.main_part.annexes;
    annexes.push(Annex {
        number: None,
        title,
        body,
    });
    if annexes.len() > 1 {
        for (index, annex) in annexes.iter_mut().enumerate() {
            annex.number = Some(index + 1);
        }
    }
}

fn imprint(document: &mut Document) {
    document.imprint = sample::document(DOCUMENT).imprint;
}

fn lines(document: &mut Document, count: usize) {
    document.main_part.body.blocks = vec![paragraph("特此函复。"); count];
}

fn say(document: &mut Document, words: &str) {
    document.main_part.body.blocks = vec![paragraph(words)];
}

const TABLE: &str = "| 项目 | 数值 | 同比 |\n|---|---|---|\n| 查处案件 | 1026 | 12.4% |\n| 结案率 | 99.5% | — |\n| 备注很长的一项要折行的内容在这里说明 | 1.25 | -3.75% |\n";

fn long_table() -> String {
    let rows: String = (1..24)
        .map(|row| format!("| 第{row}项 | {row}.5 |\n"))
        .collect();
    format!("| 项目 | 数值 |\n|---|---|\n{rows}")
}

fn wide_table(columns: usize) -> String {
    let row = |cell: &str| format!("| {} |\n", vec![cell; columns].join(" | "));
    format!(
        "{}|{}\n{}",
        row("一栏的说明"),
        "---|".repeat(columns),
        row("有关部门按职责分工")
    )
}

/// `name | clause | format | change`.
macro_rules! cases {
    ($($name:literal, $clause:literal, $format:ident, $change:expr;)*) => {
        vec![$(Case { name: $name, clause: $clause, format: $format, change: $change }),*]
    };
}

fn head_cases() -> Vec<Case> {
    cases! {
        "document_head", "7.2.4, 7.2.5, 7.2.7", DOCUMENT, |_| {};
        "letter_head", "10.1", LETTER, |_| {};
        "document_marks", "7.2.1, 7.2.2, 7.2.3", DOCUMENT, marks_on_the_left;
        "letter_marks", "10.1", LETTER, marks_on_the_left;
        "mark_without_suffix", "7.2.4", DOCUMENT, |it| it.header.issuer_mark.suffix = None;
        "mark_of_two_issuers", "7.2.4", DOCUMENT, |it| issuers(it, &["南山省知识产权局", "南山省教育厅"]);
        "mark_of_three_issuers", "7.2.4", DOCUMENT,
            |it| issuers(it, &["南山省知识产权局", "南山省教育厅", "南山省人力资源和社会保障厅"]);
        "letter_of_three_issuers", "10.1", LETTER,
            |it| issuers(it, &["南山省知识产权局", "南山省教育厅", "南山省财政厅"]);
        "mark_of_a_long_name", "7.2.4", LETTER,
            |it| issuers(it, &["南山省人民政府推进知识产权强省建设工作领导小组办公室"]);
        "one_signatory", "7.2.6", DOCUMENT, |it| signatories(it, &["张三"]);
        "three_signatories", "7.2.6", DOCUMENT, |it| signatories(it, &["张三", "欧阳四五", "赵六"]);
        "letter_signatory", "10.1", LETTER, |it| signatories(it, &["张三"]);
        "class_mark_beside_number", "7.2.5", DOCUMENT, |it| class_mark(it, ClassMarkPlace::BesideNumber);
        "class_mark_beside_signatory", "7.2.6", DOCUMENT,
            |it| { class_mark(it, ClassMarkPlace::BesideNumber); signatories(it, &["张三"]); };
        "class_mark_above_signatories", "7.2.6", DOCUMENT,
            |it| { class_mark(it, ClassMarkPlace::BesideNumber); signatories(it, &["张三", "欧阳四五"]); };
        "class_mark_top_right", "7.2.1", DOCUMENT, |it| class_mark(it, ClassMarkPlace::TopRight);
        "letter_class_mark_top_right", "10.1", LETTER, |it| class_mark(it, ClassMarkPlace::TopRight);
        "class_mark_above_addressee", "7.3.2", LETTER, |it| class_mark(it, ClassMarkPlace::AboveAddressee);
        "class_mark_at_the_end", "7.3.6", LETTER, |it| class_mark(it, ClassMarkPlace::End);
    }
}

fn title_cases() -> Vec<Case> {
    cases! {
        "title_of_two_lines", "7.3.1", LETTER,
            |it| title(it, "关于省政协十二届五次会议第20220022号提案的会办意见");
        "title_of_three_lines", "7.3.1", LETTER,
            |it| title(it, "南山省知识产权局关于省政协十三届四次会议第20260118号提案《关于加强专利保护的建议》的答复");
        "title_with_a_long_name", "7.3.1", LETTER,
            |it| title(it, "关于省政协十三届四次会议第20260118号提案《关于进一步加强高价值专利培育与知识产权保护工作的建议》会办意见的函");
        "title_broken_by_hand", "7.3.1", LETTER,
            |it| it.main_part.title.lines = vec!["关于省政协提案".to_owned(), "会办意见的函".to_owned()];
        "addressees_of_two_lines", "7.3.2", LETTER,
            |it| it.main_part.addressees = Some(text("省高级人民法院、省人民检察院、省发展和改革委员会、省教育厅、省财政厅："));
        "no_addressees", "7.3.2", LETTER, |it| it.main_part.addressees = None;
    }
}

fn body_cases() -> Vec<Case> {
    cases! {
        "four_levels", "7.3.3", LETTER, |it| {
            let levels = [(Level::One, "一、一级"), (Level::Two, "（一）二级"),
                (Level::Three, "1.三级"), (Level::Four, "（1）四级")];
            let heading = |(level, words): (Level, &str)| Block::Heading {
                level,
                inlines: vec![fuhan::document::inline::Inline::plain(words)],
                place: sample::place(),
            };
            it.main_part.body.blocks = levels.into_iter().map(heading).collect();
            it.main_part.body.blocks.push(paragraph("特此函复。"));
        };
        "brackets_and_quotes", "5.2.3, 9", LETTER,
            |it| say(it, "“‘甲’”，（《乙》、〈丙〉）；“丁”：“戊”——《己》（《庚》）〔辛〕……（（壬）），“癸”。《子》《丑》（寅），“卯”、“辰”。");
        "figures", "5.2.3, 9", LETTER,
            |it| say(it, "2025年，全省共查处知识产权案件1026件，同比增长12.4%；受理专利纠纷裁决案件1631件，结案率99.5%，标的50.26亿元，至2025年12月31日（2021—2025年）累计16.09件/万人。");
        "long_address", "5.2.3", LETTER,
            |it| say(it, "网址为https://www.example.gov.cn/zwgk/art_1234567890_1234567890123456789012345678901234567890.html，请查阅。");
        "orphan_joined", "5.2.3", LETTER,
            |it| say(it, "我局将继续认真做好全省知识产权保护和运用以及服务工作会。");
        "rare_characters", "5.2.2", LETTER, |it| say(it, "王𬭎委员、李㛃代表：");
    }
}

fn closing_cases() -> Vec<Case> {
    cases! {
        "unsealed", "7.3.5.2", LETTER, |it| closing(it, SealSpace::None, &["南山省知识产权局"]);
        "unsealed_short_name", "7.3.5.2", LETTER, |it| closing(it, SealSpace::None, &["省局"]);
        "unsealed_joint", "7.3.5.2", LETTER,
            |it| closing(it, SealSpace::None, &["南山省知识产权局", "南山省教育厅"]);
        "sealed", "7.3.5.1", LETTER, |it| closing(it, SealSpace::Seal, &["南山省知识产权局"]);
        "sealed_two", "7.3.5.1", LETTER,
            |it| closing(it, SealSpace::Seal, &["南山省知识产权局", "南山省教育厅"]);
        "sealed_four", "7.3.5.1", LETTER,
            |it| closing(it, SealSpace::Seal, &["省教育厅", "省财政厅", "省民政厅", "省司法厅"]);
        "name_stamp", "7.3.5.3", LETTER, |it| closing(it, SealSpace::NameStamp, &["局长"]);
        "carried_closing_block", "7.3.5.5", LETTER, |it| lines(it, 14);
        "tightened_page", "7.3.5.5", LETTER, |it| lines(it, 34);
        "remarks", "7.3.6", LETTER,
            |it| it.main_part.remarks = vec![text("（此件公开发布）"), text("（联系人：王𬭎，电话：0100—0000000）")];
    }
}

fn annex_cases() -> Vec<Case> {
    cases! {
        "one_annex", "7.3.4, 7.3.7", LETTER, |it| annex(it, "主要数据表", "正文。\n");
        "two_annexes", "7.3.4, 7.3.7", LETTER, |it| {
            annex(it, "主要数据表", "正文。\n");
            annex(it, "关于任务分工的说明以及一个需要折行悬挂排列的特别长的附件名称", "正文。\n");
        };
        "table", "7.3.7", LETTER, |it| annex(it, "主要数据表", TABLE);
        "table_over_two_pages", "7.3.7", LETTER, |it| annex(it, "主要数据表", &long_table());
        "landscape_table", "8", LETTER, |it| annex(it, "分工表", &wide_table(10));
        "landscape_table_on_an_odd_page", "8", LETTER, |it| { lines(it, 24); annex(it, "分工表", &wide_table(10)); };
        "imprint", "7.4", DOCUMENT, imprint;
        "imprint_of_many", "7.4.2", DOCUMENT, |it| {
            imprint(it);
            it.imprint.copied_to = Some(text("省政协提案委员会，省人民政府办公厅，省高级人民法院，省人民检察院，省公安厅"));
        };
        "blank_page_before_the_imprint", "7.4, 7.5", DOCUMENT, |it| { lines(it, 22); imprint(it); };
        "letter_imprint", "10.1", LETTER, imprint;
        "page_numbers", "7.5", LETTER, |it| lines(it, 60);
        "document_page_numbers", "7.5", DOCUMENT, |it| lines(it, 40);
    }
}

fn all_cases() -> Vec<Case> {
    [
        head_cases(),
        title_cases(),
        body_cases(),
        closing_cases(),
        annex_cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn dumped(document: &Document, style: &PageStyle) -> String {
    let fonts = Fonts::bundled();
    let checked = layout(document, style, &fonts);
    let rules: Vec<&str> = checked.diagnostics.iter().map(|it| it.rule).collect();
    let pages = checked.value.expect("a layout without errors has pages");
    format!("diagnostics {rules:?}\n{}", dump(&pages, &fonts))
}

fn assert_golden(name: &str, clause: &str, text: &str) {
    insta::with_settings!({
        snapshot_path => "../golden",
        prepend_module_to_snapshot => false,
        omit_expression => true,
        description => clause,
    }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn pages_are_as_they_were_looked_at() {
    let cases = all_cases();
    assert!(cases.len() >= 40);
    for case in cases {
        let mut document = smallest(case.format);
        (case.change)(&mut document);
        let text = dumped(&document, &PageStyle::default());
        assert_golden(case.name, case.clause, &text);
    }
}

#[test]
fn other_grids_are_as_they_were_looked_at() {
    let mut document = smallest(HeadFormat::Letter);
    say(&mut document, sample::PARAGRAPH);
    let loose = PageStyle {
        grid: Grid::Loose,
        ..PageStyle::default()
    };
    assert_golden("loose_grid", "5.2.3", &dumped(&document, &loose));
    let boxes = PageStyle {
        line_grid: LineGrid::Box,
        ..PageStyle::default()
    };
    assert_golden("box_line_grid", "5.2.3", &dumped(&document, &boxes));
}
