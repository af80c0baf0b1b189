//! Public copies (公开本): what was taken out is nowhere in them.

use lopdf::{Document, Object};

use crate::pdf_text;
use crate::workspace::Workspace;

const OFFICE: &str = "\
name: 甲市乙局
fonts: { source: bundled }
contact:
  name: 李华
  phone: 027-87654321
  handler: 王小明
  handler_phone: 139 0000 1234
  postcode: \"430071\"
  address: 甲市公正路9号
remarks:
  - （联系人：{{ contact.name }}，联系电话：{{ contact.phone }}）
  - （联系电话：{{ contact.phone }}）
  - \"联系人及电话：{{ contact.handler }} {{ contact.handler_phone }}\"
  - （邮编：{{ contact.postcode }}；地址：{{ contact.address }}）
copied_to: [市政协提案委（电话：027-12345678）]
";

const FACTS: &str = "\
evidence: 年报
figures:
  cases: { name: 案件, unit: 件, by_period: { 2021年: { value: 1001, growth: 41.6% } } }
  secret: { name: 线索, unit: 条, disclosure: internal, by_period: { 2021年: { value: 731, growth: 12.3% } } }
# 允许 fullwidth-alphanumerics：试验
measures: # 允许 personal-number：试验
  work:
    text: >-
      2021年共查处案件{{ figure.cases }}，核查线索{{ figure.secret }}，{{ growth.secret }}。请拨打咨询电话
      （０２７）８７６５ ４３２２查询，或致电+86 139-1111-2222、(027)87654323，也可发邮件到a.b@c.gov.cn。
      补助已打入种粮大户账户（卡号6222020000001234567）。
  hidden: { disclosure: internal, text: 不公开的举措，电话13800001111。 }
  other: { disclosure: internal, text: 内部说法。, public_text: 公开说法，热线400-800-1234转2。 }
";

const LETTER: &str = "\
kind: note
proposal:
  body: 市政协
  term: 5
  session: 2
  number: \"20220007\"
  subject: 某提案
  proposers: [{ member: 张三, phone: \"13712345678\", unit: 甲市丙大学 }]
addressees: [某单位]
period: 2021年
sections:
  - { heading: 甲, measures: [work, hidden] }
  - { heading: 乙, style: enumerated, measures: [hidden, other] }
feedback: annex
annexes:
  - title: 数据表
    table: { figures: [cases, secret] }
  - title: 联系表
    text: |
      | 姓名 | 电话 | 传真 |
      |---|---|---|
      | 李华 | 027—8765 4321转801 | (027)87654399 |
      | 王小明 | 139-0000-1234 | 8765 4398 |
  - { title: 线索名单, disclosure: internal, text: 甲乙丙 }
issued_on: 2022-05-20
";

/// Every telephone number of the source, as digits, without area code where it has one.
const PHONES: [&str; 12] = [
    "87654321",
    "13900001234",
    "12345678",
    "87654322",
    "13911112222",
    "6222020000001234567",
    "87654323",
    "13800001111",
    "4008001234",
    "13712345678",
    "87654399",
    "87654398",
];

/// Other texts that the copy must not hold.
const SECRETS: [&str; 12] = [
    "731",
    "12.3",
    "430071",
    "公正路",
    "丙大学",
    "a.b@c",
    "内部说法",
    "不公开的举措",
    "线索名单",
    "甲乙丙",
    "征询意见表",
    "fact:",
];

fn workspace() -> Workspace {
    Workspace::small()
        .with("content/office.yaml", OFFICE)
        .with("content/facts/a.yaml", FACTS)
        .with("content/letters/a.yaml", LETTER)
}

/// A text's digits, full-width ones as ASCII; other characters but blanks and marks stay.
fn squashed(text: &str) -> String {
    let digit = |it: char| match it {
        '０'..='９' => char::from_digit(it as u32 - '０' as u32, 10),
        it => it.is_alphanumeric().then_some(it),
    };
    text.chars().filter_map(digit).collect()
}

/// Everything that a PDF's objects hold: dictionaries, strings and decompressed streams.
fn raw(pdf: &[u8]) -> String {
    let file = Document::load_mem(pdf).expect("a PDF");
    let mut text = format!("{:?}", file.trailer);
    for object in file.objects.values() {
        text.push_str(&format!("{object:?}"));
        if let Object::Stream(stream) = object {
            let plain = stream.decompressed_content();
            let bytes = plain.unwrap_or_else(|_| stream.content.clone());
            text.push_str(&String::from_utf8_lossy(&bytes));
        }
    }
    text
}

#[test]
fn no_telephone_number_and_nothing_internal_is_left_in_any_form() {
    let workspace = workspace();
    workspace.run(&["build"]).success();
    let before = squashed(&workspace.read("output/a.md"));
    let is_printed = |it: &&&str| before.contains(**it);
    assert!(PHONES.iter().filter(is_printed).count() >= 8, "{before}");
    workspace.run(&["build", "--public"]).success();
    let pdf = workspace.bytes("output/a.公开.pdf");
    let texts = [
        workspace.read("output/a.公开.md"),
        pdf_text::pages(&pdf).concat(),
    ];
    for text in &texts {
        for phone in PHONES {
            assert!(!squashed(text).contains(phone), "{phone} in {text}");
        }
        for secret in SECRETS {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
    }
    let raw = raw(&pdf);
    for phone in PHONES {
        assert!(!raw.contains(phone), "{phone}");
    }
    assert!(!raw.contains("fact:") && !raw.contains("measure:"));
}

#[test]
fn sentences_and_remarks_show_what_they_lost() {
    let workspace = workspace();
    workspace.run(&["build", "--public"]).success();
    let text = workspace.read("output/a.公开.md");
    for expected in [
        "核查线索若干条，同比××。",
        "××查询，或致电××，也可发邮件到××。",
        "一是公开说法。",
        "\n（联系人：李华）\n",
        "联系人及电话：王小明\n",
        "| 线索 | 2021年 | 若干 | 条 | ×× | 年报 |",
        "| 李华 | ×× | ×× |",
        "抄送：市政协提案委。",
    ] {
        assert!(text.contains(expected), "{expected} in\n{text}");
    }
    for leftover in ["（）", "联系电话：", "邮编", "地址", "，）", "，。"] {
        assert!(!text.contains(leftover), "{leftover} in\n{text}");
    }
}

#[test]
fn what_was_taken_out_is_listed_on_the_terminal_only() {
    let workspace = workspace();
    let printed = workspace.run(&["build", "--public"]).success().stdout;
    for expected in [
        "content/facts/a.yaml:10:7",
        "content/office.yaml:12",
        "731条 → 若干条",
        "附件：线索名单",
        "举措：hidden",
    ] {
        assert!(printed.contains(expected), "{expected} in\n{printed}");
    }
    assert_eq!(
        workspace.outputs(),
        ["a.公开.md", "a.公开.pdf", "manifest.json"]
    );
}

#[test]
fn the_office_chooses_its_words() {
    let workspace = workspace();
    let office = format!(
        "{OFFICE}public: {{ phone: （略）, internal_figure: 多, names: mask, annex: 不公开 }}\n"
    );
    workspace.write("content/office.yaml", office);
    workspace.run(&["build", "--public"]).success();
    let text = workspace.read("output/a.公开.md");
    for expected in [
        "（联系人：李×，联系电话：（略））",
        "核查线索多条",
        "| 王× | （略） | （略） |",
        "3.不公开",
    ] {
        assert!(text.contains(expected), "{expected} in\n{text}");
    }
}

#[test]
fn a_title_cannot_lose_an_internal_figure() {
    let workspace = workspace();
    workspace.replace(
        "content/letters/a.yaml",
        "heading: 甲",
        "heading: \"核查{{ figure.secret }}\"",
    );
    let run = workspace.run(&["build", "--public"]);
    run.fails(1, &["标题里有内部数据“线索”", "public_text"]);
    assert!(!workspace.outputs().iter().any(|it| it.contains("公开")));
}

#[test]
fn an_internal_figure_that_was_typed_is_an_error() {
    let workspace = workspace();
    workspace.replace("content/facts/a.yaml", "公开说法，", "核查731条，");
    let run = workspace.run(&["build", "--public"]);
    run.fails(1, &["手写着内部数据“线索”的数 731条"]);
}

#[test]
fn a_letter_is_published_as_far_as_it_says() {
    let workspace = workspace();
    let with = |disclosure: &str| format!("{LETTER}disclosure: {disclosure}\n");
    workspace.write("content/letters/a.yaml", with("none"));
    let run = workspace.run(&["build", "--public"]).success();
    assert!(run.stdout.contains("不公开"), "{run:?}");
    workspace.write("content/letters/a.yaml", with("summary"));
    workspace
        .run(&["build", "--public"])
        .fails(1, &["reply_summary"]);
    workspace.write("content/letters/a.yaml", with("title"));
    workspace.run(&["build", "--public"]).success();
    let text = workspace.read("output/a.公开.md");
    assert!(text.ends_with("# 关于某提案的函\n"), "{text}");
}

#[test]
fn a_copy_that_was_edited_is_kept() {
    let workspace = workspace();
    workspace.run(&["build", "--public"]).success();
    workspace.replace("output/a.公开.md", "公开说法", "改过的说法");
    workspace
        .run(&["build", "--public"])
        .fails(1, &["a.公开.md被手工改过"]);
    assert!(workspace.read("output/a.公开.md").contains("改过的说法"));
}

#[test]
fn a_copy_of_a_sealed_letter_says_what_was_sent() {
    let workspace = workspace();
    workspace.replace(
        "content/letters/a.yaml",
        "period:",
        "document_number: 甲乙函〔2022〕7号\nperiod:",
    );
    workspace.run(&["build"]).success();
    let seal = [
        "seal",
        "a",
        "--number",
        "甲乙函〔2022〕7号",
        "--date",
        "2022-05-20",
        "--signer",
        "赵六",
    ];
    workspace.run(&seal).success();
    workspace.run(&["build", "--public"]).success();
    workspace.replace("content/facts/a.yaml", "value: 1001", "value: 1002");
    workspace
        .run(&["build", "--public"])
        .fails(1, &["已经封存", "以前的公开本还在"]);
}

#[test]
fn an_edited_public_copy_is_told_by_the_check() {
    let workspace = workspace();
    workspace.run(&["build"]).success();
    workspace.run(&["build", "--public"]).success();
    workspace.run(&["build", "--check"]).success();
    let text = workspace.read("output/a.公开.md");
    workspace.write("output/a.公开.md", text + "\n添了一句。\n");
    let run = workspace.run(&["build", "--check"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stdout.contains("手工改过：a.公开.md"), "{}", run.stdout);
    let run = workspace.run(&["build", "--public", "--force"]).success();
    assert!(
        run.stdout.contains("覆盖了手工改过的 a.公开.md"),
        "{}",
        run.stdout
    );
    workspace.run(&["build", "--check"]).success();
}
