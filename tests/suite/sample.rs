//! A made-up letter that the tests of layout and export share.

use fuhan::document::inline::Inline;
use fuhan::document::markdown::body;
use fuhan::document::{
    Annex, Block, Body, ClassMark, ClassMarkPlace, Classification, ClosingBlock, Document,
    DocumentNumber, HeadFormat, Header, Imprint, IssuerMark, Level, MainPart, PlacedText,
    SealSpace, Title,
};
use fuhan::layout::{Fonts, PageStyle, PagedDocument, layout};
use fuhan::origin::Origins;
use fuhan::source::{Source, Span};
use jiff::civil::date;

/// A paragraph with full-width lines, prohibitions, numbers with units and letters.
pub(crate) const PARAGRAPH: &str = "近年来，我局会同有关部门认真贯彻落实省委、省政府关于加强知识产权保护\
工作的要求，把知识产权保护作为优化营商环境的重要内容，统筹推进创造、运用、保护、管理和服务各项工作，形成了行政保护、\
司法保护、仲裁调解和行业自律相互衔接的工作格局。2025年，全省共查处知识产权案件1026件，同比增长12.4%；受理专利\
纠纷行政裁决案件1631件，结案率99.5%，PCT专利申请1691件——位居全国第四……（《纲要（2021—2035年）》）。";

/// The place of everything in the sample.
pub(crate) fn place() -> Span {
    Span::file(&Source::new("content/letters/sample.yaml", "kind: reply\n"))
}

/// A text of the sample.
pub(crate) fn text(text: &str) -> PlacedText {
    PlacedText::new(text, place())
}

/// A paragraph of the body.
pub(crate) fn paragraph(text: &str) -> Block {
    Block::Paragraph {
        inlines: vec![Inline::plain(text)],
        place: place(),
    }
}

fn heading(text: &str) -> Block {
    let inlines = vec![Inline::plain(text)];
    Block::Heading {
        level: Level::One,
        inlines,
        place: place(),
    }
}

/// A letter or document of several pages.
pub(crate) fn document(format: HeadFormat) -> Document {
    let is_letter = format == HeadFormat::Letter;
    let mut blocks = vec![paragraph(PARAGRAPH)];
    for number in ["一", "二", "三"] {
        blocks.push(heading(&format!("{number}、保护制度逐步完善")));
        blocks.extend([paragraph(PARAGRAPH), paragraph(PARAGRAPH)]);
    }
    Document {
        header: Header {
            format,
            issuer_mark: IssuerMark {
                names: vec![text("南山省知识产权局")],
                suffix: (!is_letter).then(|| "文件".to_owned()),
                size: None,
            },
            document_number: Some(DocumentNumber {
                code: "南知函".to_owned(),
                year: 2026,
                serial: 12,
                suffix: None,
                written: None,
                place: place(),
            }),
            signatories: Vec::new(),
            class_mark: Some(ClassMark {
                lines: vec![text("B")],
                place: ClassMarkPlace::BesideNumber,
            }),
            copy_number: None,
            classification: None,
            urgency: None,
        },
        main_part: MainPart {
            title: Title {
                lines: vec![
                    "关于省政协十三届四次会议".to_owned(),
                    "第20260118号提案会办意见的函".to_owned(),
                ],
                place: place(),
            },
            addressees: Some(text("省高级人民法院：")),
            body: Body { blocks },
            annex_notes: Vec::new(),
            closing_block: Some(ClosingBlock {
                sign_offs: vec![text("南山省知识产权局")],
                issued_on: Some(date(2026, 3, 5)),
                printed_date: None,
                seal_space: SealSpace::None,
            }),
            remarks: vec![text("（联系人：㛃𬭎⽇日，电话：0100—0000000）")],
            annexes: Vec::new(),
        },
        imprint: Imprint {
            addressees: None,
            copied_to: Some(text("省政协提案委员会，省人民政府办公厅")),
            printed_by: Some(text("南山省知识产权局办公室")),
            printed_on: Some(date(2026, 3, 6)),
        },
        traced: Vec::new(),
        place: place(),
    }
}

/// Adds an annex with its note to a document.
pub(crate) fn add_annex(document: &mut Document, title: &str, markdown: String) {
    let source = Source::new("annex.md", markdown);
    let body = body(&source, &Origins::new()).value.expect("it is sound");
    let title = text(title);
    document.main_part.annex_notes.push(title.clone());
    document.main_part.annexes.push(Annex {
        number: None,
        title,
        body,
    });
}

/// The document with every element that a head can have and a table in an annex; signatories only
/// where the standard has them.
pub(crate) fn complete(format: HeadFormat) -> Document {
    let mut document = document(format);
    let header = &mut document.header;
    header.copy_number = Some(text("000012"));
    header.classification = Some(Classification {
        level: text("机密"),
        term: Some("1年".to_owned()),
    });
    header.urgency = Some(text("特急"));
    if format == HeadFormat::Document {
        let names = ["王建国", "欧阳四五", "赵六"];
        header.signatories = names.iter().map(|name| text(name)).collect();
    }
    let table = "| 项目 | 数值 | 同比 |\n|---|---|---|\n| 查处案件 | 1026 | 12.4% |\n";
    add_annex(&mut document, "主要数据表", table.to_owned());
    document
}

/// The pages of a document by the standard's own measures and the bundled fonts.
pub(crate) fn pages(document: &Document) -> PagedDocument {
    let checked = layout(document, &PageStyle::default(), &Fonts::bundled());
    assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
    checked.value.expect("a layout without errors has pages")
}
