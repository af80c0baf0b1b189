//! Forms of texts: what the parsers of these types take, as patterns for editors.

use super::super::yaml::Form;

/// A value with the digits that were published.
pub(in crate::facts) static QUANTITY: Form = Form {
    name: "quantity",
    title: "数值",
    pattern: "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?(万亿|万|亿)?$",
    may_be_number: true,
    examples: &["1001", "41.60", "15.5万", "50.26亿"],
};

/// A growth over the year before.
pub(in crate::facts) static GROWTH: Form = Form {
    name: "growth",
    title: "增幅",
    pattern: "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?(%|个百分点)$",
    may_be_number: false,
    examples: &["41.6%", "-3.2%", "1.2个百分点"],
};

/// A rank among others.
pub(in crate::facts) static RANK: Form = Form {
    name: "rank",
    title: "位次",
    pattern: "^.*第[零〇一二三四五六七八九十百千万亿两]+[位名]$",
    may_be_number: false,
    examples: &["全国第二位", "中部第一名"],
};

/// A period's label.
pub(in crate::facts) static PERIOD: Form = Form {
    name: "period",
    title: "期间",
    pattern: "^[^\\s()\\[\\]<>:@\\\\]+$",
    may_be_number: true,
    examples: &["2021年", "2021年上半年", "2021年1—6月"],
};

/// A document number, GB/T 9704-2012, 7.2.5; one in other brackets, as old letters have it, is read
/// and left to proofreading.
pub(in crate::facts) static DOCUMENT_NUMBER: Form = Form {
    name: "document_number",
    title: "发文字号",
    pattern: "^[^〔〕\\[\\]［］【】()（）﹝﹞]*[^\\s〔〕\\[\\]［］【】()（）﹝﹞][^〔〕\\[\\]［］【】()（）﹝﹞]*[〔〕\\[\\]［］【】()（）﹝﹞][0-9]{4}[〔〕\\[\\]［］【】()（）﹝﹞]第*0*[1-9][0-9]*号*$",
    may_be_number: false,
    examples: &["鄂知函〔2022〕15号"],
};

/// A rule for a due date.
pub(in crate::facts) static DEADLINE: Form = Form {
    name: "deadline",
    title: "期限",
    pattern: "^(0*[1-9][0-9]{0,3}(个月|日|天)|0*([1-9]|1[0-2])月0*([1-9]|[12][0-9]|3[01])[日天])$",
    may_be_number: false,
    examples: &["3个月", "30日", "8月31日"],
};

/// The thickness of a rule, a quarter of a point to six points.
pub(in crate::facts) static RULE_WEIGHT: Form = Form {
    name: "rule_weight",
    title: "线的粗细（0.25 到 6 磅）",
    pattern: "^(0\\.(2[5-9]|[3-9][0-9]?)|[1-5](\\.[0-9]{1,2})?|6)磅$",
    may_be_number: false,
    examples: &["1.5磅", "0.75磅"],
};
