//! `content/office.yaml`: who writes.

use std::collections::BTreeMap;

use super::super::form::{ClassMarkPlace, FormPlace, HeadFormat, OutcomeRule, SealSpace};
use super::super::handling::Deadlines;
use super::super::office::{
    Body, CharacterGrid, ClassMarkSettings, Contact, FeedbackSettings, FontSettings, FontSource,
    IssuerMarkSettings, LineGrid, MarkSize, NameRule, OutcomeClass, PageSettings, PublicSettings,
    RuleWeight, Unit,
};
use super::super::office_values::class_schemes;
use super::super::proofreading::ProofreadingSettings;
use super::super::yaml::{Form, FromYaml, Key, Mapping, Shape};
use crate::diagnostic::Severity;
use crate::source::PlacedText;

/// The file.
pub(in crate::facts) static OFFICE: Mapping = Mapping {
    name: "office",
    owner: "机关设置",
    keys: &[
        Key::required::<PlacedText>("name", "机关全称"),
        Key::optional::<PlacedText>("short_name", "规范化简称：省知识产权局"),
        Key::optional::<PlacedText>("self_name", "信里的自称：我局"),
        Key::optional::<HeadFormat>(
            "head",
            "默认版头；不写，主办等答复用文件格式，会办意见和摘要用信函格式；信件、`templates/` 里写的优先",
        ),
        Key::optional::<IssuerMarkSettings>("issuer_mark", "发文机关标志"),
        Key::optional::<BTreeMap<String, PlacedText>>(
            "terms",
            "本地用词，例如 `co_handling: 协办`，`proposer_counter: 位`（张三等6位委员）",
        ),
        Key::optional::<PlacedText>(
            "outcome_classes",
            "办理结果分类：现成的一种，或者自己列：`- { mark: A, meaning: 已解决或采纳 }`",
        )
        .shaped(outcome_classes),
        Key::optional::<ClassMarkSettings>("class_mark", "办理结果分类怎么印"),
        Key::optional::<Vec<Body>>("bodies", "各个政协、人大的不同写法，只管写给它的信"),
        Key::optional::<PlacedText>(
            "count_line",
            "建议条数一句怎么写，可以写 Tera 模板；不写就不印",
        ),
        Key::optional::<Deadlines>("deadlines", "办理期限"),
        Key::optional::<FeedbackSettings>("feedback", "征询意见表"),
        Key::optional::<Vec<Unit>>("units", "会提到的单位"),
        Key::optional::<Vec<PlacedText>>("sign_offs", "署名，默认全称；`[]` 不署名"),
        Key::optional::<SealSpace>("seal", "留不留印章位置"),
        Key::optional::<Contact>("contact", "联系人"),
        Key::optional::<Vec<PlacedText>>("remarks", "附注，几段文字，可以写 Tera 模板"),
        Key::optional::<Vec<PlacedText>>("copied_to", "抄送，一项一个层级，可以写 Tera 模板"),
        Key::optional::<PlacedText>("printed_by", "印发机关，只用于文件格式"),
        Key::optional::<FontSettings>("fonts", "字体"),
        Key::optional::<PublicSettings>("public", "公开本里删去的换成什么"),
        Key::optional::<ProofreadingSettings>("check", "校对"),
        Key::optional::<PageSettings>("page", "版面"),
    ],
    rules: &[],
};

/// A scheme's name, or the office's own table.
fn outcome_classes() -> Shape {
    Shape::Either(vec![class_schemes(), Shape::list(OutcomeClass::shape())])
}

/// 发文机关标志.
pub(in crate::facts) static ISSUER_MARK: Mapping = Mapping {
    name: "issuer_mark",
    owner: "发文机关标志",
    keys: &[
        Key::optional::<Vec<PlacedText>>("names", "名称，默认是全称；联合行文写几个"),
        Key::optional::<PlacedText>(
            "document_suffix",
            "文件格式里名称后面的字，默认 文件；`\"\"` 不加",
        )
        .shaped(|| Shape::EmptyOrText),
        Key::optional::<MarkSize>("size", "字号（磅），不写则自动适合版心"),
    ],
    rules: &[],
};

/// 办理结果分类.
pub(in crate::facts) static OUTCOME_CLASS: Mapping = Mapping {
    name: "outcome_class",
    owner: "办理结果分类",
    keys: &[
        Key::required::<PlacedText>("mark", "标记：A"),
        Key::optional::<PlacedText>("meaning", "含义：已解决或采纳"),
    ],
    rules: &[],
};

/// 办理结果标记.
pub(in crate::facts) static CLASS_MARK: Mapping = Mapping {
    name: "class_mark",
    owner: "办理结果标记",
    keys: &[
        Key::optional::<ClassMarkPlace>("place", "分类的位置，默认文号旁"),
        Key::optional::<PlacedText>(
            "text",
            "分类怎么写，可以写 Tera 模板，默认 `{{ outcome }}`；主送之上和文末的可空一行分成几行，例如 办理结果、是否公开；没有用 `outcome` 的（类别：提案）不分类也印",
        ),
        Key::optional::<BTreeMap<String, OutcomeRule>>(
            "kinds",
            "哪种信件写分类：`{ lead_reply: required, co_handling_opinion: none }`，不写的照模板",
        ),
    ],
    rules: &[],
};

/// A unit that letters name.
pub(in crate::facts) static UNIT: Mapping = Mapping {
    name: "unit",
    owner: "单位",
    keys: &[
        Key::required::<PlacedText>("name", "信里的叫法：省法院"),
        Key::optional::<PlacedText>("full_name", "全称：湖北省高级人民法院"),
        Key::optional::<PlacedText>("courtesy", "信写给它时的尊称：贵院"),
    ],
    rules: &[],
};

/// 联系人.
pub(in crate::facts) static CONTACT: Mapping = Mapping {
    name: "contact",
    owner: "联系人",
    keys: &[
        Key::optional::<PlacedText>("name", "联系人姓名"),
        Key::optional::<PlacedText>("phone", "联系电话"),
        Key::optional::<PlacedText>("unit", "联系单位"),
        Key::optional::<PlacedText>("postcode", "邮政编码"),
        Key::optional::<PlacedText>("address", "地址"),
        Key::optional::<PlacedText>("leader", "分管领导"),
        Key::optional::<PlacedText>("leader_phone", "分管领导的电话"),
        Key::optional::<PlacedText>("handler", "承办人"),
        Key::optional::<PlacedText>("handler_phone", "承办人的电话"),
    ],
    rules: &[],
};

/// A CPPCC committee (政协) or people's congress (人大).
pub(in crate::facts) static BODY: Mapping = Mapping {
    name: "body",
    owner: "政协或人大",
    keys: &[
        Key::required::<PlacedText>("name", "名称，和信件的 `proposal.body` 相同：县人大"),
        Key::optional::<PlacedText>(
            "meeting",
            "会议怎么称呼，可以写 Tera 模板：`县{{ proposal.term }}人大{{ proposal.session }}`",
        ),
        Key::optional::<Vec<PlacedText>>("copied_to", "抄送，不写就用本单位的"),
        Key::optional::<PlacedText>("outcome_classes", "办理结果分类，不写就用本单位的")
            .shaped(outcome_classes),
    ],
    rules: &[],
};

/// 公开本: what stands in the place of what is not published.
pub(in crate::facts) static PUBLIC: Mapping = Mapping {
    name: "public",
    owner: "公开本设置",
    keys: &[
        Key::optional::<PlacedText>("phone", "电话换成什么字；`remove`（默认）连名目删去"),
        Key::optional::<PlacedText>(
            "personal",
            "其他个人信息换成什么字；`remove`（默认）连名目删去",
        ),
        Key::optional::<PlacedText>("word", "句子里删不掉的换成什么，默认 `××`"),
        Key::optional::<PlacedText>("internal_figure", "内部数据的数换成什么，默认 `若干`"),
        Key::optional::<PlacedText>("annex", "不公开的附件换成什么字；`remove`（默认）删去"),
        Key::optional::<NameRule>("names", "联系人、领导、承办人的姓名"),
    ],
    rules: &[],
};

/// 校对.
pub(in crate::facts) static PROOFREADING: Mapping = Mapping {
    name: "check",
    owner: "校对设置",
    keys: &[
        Key::optional::<Vec<PlacedText>>(
            "exclude",
            "不用的校对规则：`[long-sentence, uneven-decimals]`",
        ),
        Key::optional::<PlacedText>(
            "severity",
            "另定级别：`{ long-sentence: warning, straight-quotes: hint }`",
        )
        .shaped(severities),
    ],
    rules: &[],
};

fn severities() -> Shape {
    Shape::Labelled(&RULE_NAME, Box::new(Severity::shape()))
}

/// The name of a rule of proofreading.
static RULE_NAME: Form = Form {
    name: "rule",
    title: "规则",
    pattern: "^[a-z][a-z0-9-]*$",
    may_be_number: false,
    examples: &["long-sentence"],
};

/// 征询意见表.
pub(in crate::facts) static FEEDBACK: Mapping = Mapping {
    name: "feedback",
    owner: "征询意见表",
    keys: &[
        Key::optional::<PlacedText>("name", "表的名称：《答复意见征询表》"),
        Key::optional::<FormPlace>("form", "放在哪里"),
        Key::optional::<PlacedText>("within", "多少日内寄回：15日"),
        Key::optional::<PlacedText>("return_to", "寄给谁：省政协提案委员会"),
    ],
    rules: &[],
};

/// 字体.
pub(in crate::facts) static FONTS: Mapping = Mapping {
    name: "fonts",
    owner: "字体设置",
    keys: &[
        Key::optional::<FontSource>("source", "先用哪里的字体"),
        Key::optional::<PlacedText>(
            "biaosong",
            "标题的小标宋：工作区里的字体文件，或已安装字体的名字",
        ),
        Key::optional::<PlacedText>("fangsong", "正文的仿宋，写法同上"),
        Key::optional::<PlacedText>("heiti", "一级标题的黑体，写法同上"),
        Key::optional::<PlacedText>("kaiti", "二级标题的楷体，写法同上"),
        Key::optional::<PlacedText>("songti", "页码的宋体，写法同上"),
    ],
    rules: &[],
};

/// 版面.
pub(in crate::facts) static PAGE: Mapping = Mapping {
    name: "page",
    owner: "版面设置",
    keys: &[
        Key::optional::<LineGrid>("line_grid", "22 行怎样放进 225 mm 的版心"),
        Key::optional::<CharacterGrid>("grid", "汉字怎样放进 28 格"),
        Key::optional::<RuleWeight>(
            "separator",
            "文件格式红色分隔线的粗细；默认 0.35 mm，约 1磅",
        ),
        Key::optional::<RuleWeight>("thick_rule", "信函格式双线里粗线的粗细；默认 1.5磅"),
        Key::optional::<RuleWeight>("thin_rule", "信函格式双线里细线的粗细；默认 0.75磅"),
        Key::optional::<RuleWeight>("rule_gap", "信函格式粗线与细线之间的空白；默认 1磅"),
    ],
    rules: &[],
};
