//! `content/letters/*.yaml`: one letter each.

use jiff::civil::Date;

use super::super::annex::{Annex, FigureColumn, FigureTable, Separate};
use super::super::figure::Disclosure;
use super::super::form::{Classification, DocumentNumber, FormPlace, HeadFormat, SealSpace};
use super::super::handling::Handling;
use super::super::letter::{PlacedPeriod, PreviousReply, Publication, SectionStyle};
use super::super::office::{ClassMarkSettings, Contact, IssuerMarkSettings};
use super::super::proposal::Proposal;
use super::super::yaml::shape::{ID, KIND, ids};
use super::super::yaml::{Key, Mapping, Rule, Shape};
use super::text_or_lines;
use crate::source::PlacedText;

/// The file.
pub(in crate::facts) static LETTER: Mapping = Mapping {
    name: "letter",
    owner: "复函",
    keys: &[
        Key::required::<PlacedText>("kind", "信件的种类，就是模板的名字：`lead_reply`")
            .shaped(|| Shape::Form(&KIND)),
        Key::required::<Proposal>("proposal", "答复哪件提案或建议"),
        Key::required::<PlacedPeriod>("period", "全信数据的期间：`2021年`"),
        Key::optional::<Vec<PlacedText>>("addressees", "主送；不写则由模板给出，`[]` 不写主送"),
        Key::optional::<PlacedText>("outcome", "办理结果分类，取自 `outcome_classes`"),
        Key::optional::<DocumentNumber>(
            "document_number",
            "发文字号；照录写法不合规定的原件，写 `# 允许 document-number：理由`，就照写的印",
        ),
        Key::optional::<Date>("issued_on", "成文日期；不写是草稿，有警告"),
        Key::optional::<PlacedText>(
            "printed_date",
            "照录原件的成文日期，例如 二〇一一年五月六日，要写 `# 允许 chinese-numeral-date：理由`；`issued_on` 仍要写",
        ),
        Key::optional::<Vec<PlacedText>>("introduction", "总的情况：举措的代号，一条一段")
            .shaped(ids),
        Key::optional::<PlacedText>("sections", "各部分，序号自动加；至多四级").shaped(sections),
        Key::optional::<Vec<PlacedText>>("next_steps", "下一步：举措的代号，一条一段").shaped(ids),
        Key::optional::<PlacedText>("body_from", "正文取自另一封信（并案）：那封信的编号"),
        Key::optional::<PlacedText>(
            "title",
            "标题，可以写 Tera 模板；写成列表就是人工分行；不写则由模板给出",
        )
        .shaped(text_or_lines),
        Key::optional::<PlacedText>("opening", "开头，可以写 Tera 模板；不写则由模板给出"),
        Key::optional::<PlacedText>(
            "closing",
            "结束语，可以写 Tera 模板；不写则由模板给出，`\"\"` 不写结束语",
        )
        .shaped(|| Shape::EmptyOrText),
        Key::optional::<Vec<Annex>>("annexes", "附件"),
        Key::optional::<Vec<PlacedText>>("issuers", "联合行文的机关，主办在前"),
        Key::optional::<Vec<PlacedText>>("signatories", "签发人"),
        Key::optional::<PreviousReply>("previous_reply", "前次答复，用于二次答复"),
        Key::optional::<Publication>("disclosure", "公开属性"),
        Key::optional::<FormPlace>("feedback", "征询意见表，只管这一封"),
        Key::optional::<Handling>("handling", "办理情况"),
        Key::optional::<PlacedText>("count_line", "建议条数一句，只管这一封"),
        Key::optional::<HeadFormat>("head", "版头，只管这一封"),
        Key::optional::<IssuerMarkSettings>("issuer_mark", "发文机关标志，只管这一封"),
        Key::optional::<ClassMarkSettings>(
            "class_mark",
            "办理结果分类怎么印，只管这一封；没写的键仍取 `office.yaml` 的",
        ),
        Key::optional::<Vec<PlacedText>>("sign_offs", "署名，只管这一封"),
        Key::optional::<SealSpace>("seal", "留不留印章位置，只管这一封"),
        Key::optional::<Contact>("contact", "联系人，只管这一封"),
        Key::optional::<Vec<PlacedText>>("remarks", "附注，只管这一封"),
        Key::optional::<Vec<PlacedText>>("copied_to", "抄送，只管这一封"),
        Key::optional::<PlacedText>("printed_by", "印发机关，只管这一封"),
        Key::optional::<Date>("printed_on", "印发日期"),
        Key::optional::<PlacedText>("copy_number", "份号；前面有 0 的用引号括起来：\"000001\""),
        Key::optional::<Classification>("classification", "密级和保密期限"),
        Key::optional::<PlacedText>("urgency", "紧急程度")
            .shaped(|| Shape::words(&[("特急", ""), ("加急", "")])),
    ],
    rules: &[],
};

fn sections() -> Shape {
    Shape::list(Shape::Mapping(&SECTION))
}

/// One section.
pub(in crate::facts) static SECTION: Mapping = Mapping {
    name: "section",
    owner: "章节",
    keys: &[
        Key::optional::<PlacedText>("id", "供 `answered_in` 用的名字"),
        Key::optional::<PlacedText>("heading", "标题；序号一、（一）1.（1）自动加"),
        Key::optional::<Vec<PlacedText>>("measures", "举措的代号，依次写").shaped(ids),
        Key::optional::<PlacedText>(
            "text",
            "不用举措而直接写的文字，可以写 Tera 模板；空一行分段",
        ),
        Key::optional::<SectionStyle>("style", "几条举措怎样连起来，默认一条一段"),
        Key::optional::<PlacedText>("sections", "下一级的部分").shaped(sections),
    ],
    rules: &[
        Rule::AnyOf(&["measures", "text", "sections"]),
        Rule::NoTwoOf(&["measures", "text"]),
    ],
};

/// An annex (附件).
pub(in crate::facts) static ANNEX: Mapping = Mapping {
    name: "annex",
    owner: "附件",
    keys: &[
        Key::required::<PlacedText>("title", "附件的标题，可以写 Tera 模板"),
        Key::optional::<PlacedText>("text", "附件的文字或 Markdown 表格，可以写 Tera 模板"),
        Key::optional::<FigureTable>("table", "数据表"),
        Key::optional::<Separate>("separate", "附件是另附的一份材料，只印名称，不印内容"),
        Key::optional::<Disclosure>(
            "disclosure",
            "公开属性，不写就是公开；`internal` 不进公开本",
        ),
    ],
    rules: &[
        Rule::AnyOf(&["text", "table", "separate"]),
        Rule::NoTwoOf(&["text", "table", "separate"]),
    ],
};

/// A table of figures (数据表).
pub(in crate::facts) static FIGURE_TABLE: Mapping = Mapping {
    name: "figure_table",
    owner: "数据表",
    keys: &[
        Key::optional::<Vec<PlacedText>>(
            "figures",
            "数据的代号，一项一行；不写就是信里印出的每项数据",
        )
        .shaped(some_ids),
        Key::optional::<Vec<PlacedPeriod>>("periods", "期间，不写就是全信的"),
        Key::optional::<Vec<FigureColumn>>(
            "columns",
            "各列，不写就是指标、期间、数值、单位、同比、数据来源",
        ),
    ],
    rules: &[],
};

fn some_ids() -> Shape {
    Shape::FilledList(Box::new(Shape::Form(&ID)))
}

/// 密级.
pub(in crate::facts) static CLASSIFICATION: Mapping = Mapping {
    name: "classification",
    owner: "密级",
    keys: &[
        Key::required::<PlacedText>("level", "密级")
            .shaped(|| Shape::words(&[("绝密", ""), ("机密", ""), ("秘密", "")])),
        Key::optional::<PlacedText>("term", "保密期限：1年"),
    ],
    rules: &[],
};
