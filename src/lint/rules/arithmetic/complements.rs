//! 地上280个、地下190个; 已备案156家，尚未备案37家: two names that leave nothing over.

use crate::text::low_bytes::LowBytes;

/// Pairs of names that leave nothing over.
const COMPLETE: &[(&str, &str)] = &[
    ("我单位", "会办"),
    ("本单位", "会办"),
    ("我局", "会办"),
    ("我委", "会办"),
    ("我厅", "会办"),
    ("主办", "会办"),
    ("主办", "协办"),
    ("独办", "会办"),
    ("主办", "分办"),
    ("男", "女"),
    ("城镇", "农村"),
    ("城市", "农村"),
    ("公办", "民办"),
    ("公立", "民营"),
    ("公办", "民营"),
    ("公立", "私立"),
    ("国有", "民营"),
    ("城区", "农村"),
    ("县城", "农村"),
    ("城区", "乡村"),
    ("主城区", "远城区"),
    ("A类", "B类"),
    ("城区", "乡镇"),
    ("城区", "县（"),
    ("满意", "不满意"),
    ("线上", "线下"),
    ("国内", "国外"),
    ("境内", "境外"),
    ("省内", "省外"),
    ("市内", "市外"),
    ("新建", "改建"),
    ("新建", "改扩建"),
    ("新建", "续建"),
    ("已完成", "未完成"),
    ("已办结", "正在办理"),
    ("建议", "提案"),
    ("人大建议", "政协提案"),
    ("中央", "市县配套"),
    ("中央", "地方配套"),
    ("补助", "配套"),
    ("财政", "自筹"),
    ("补助", "自筹"),
    ("重大", "一般"),
    ("固定", "流动"),
    ("地上", "地下"),
    ("主办件", "协办件"),
    ("专职", "兼职"),
    ("高级", "初级及以下"),
    ("全职", "兼职"),
    ("合格", "不合格"),
    ("机动车", "非机动车"),
    ("校内", "校外"),
    ("室内", "室外"),
    ("本市", "外地"),
    ("本地", "外地"),
    ("本省", "外省"),
    ("本县", "外县"),
    ("户籍", "非户籍"),
    ("持证", "无证"),
    ("已", "未"),
    ("除", "其余"),
    ("申请", "剩余"),
    ("争取", "剩余"),
    ("安排", "剩余"),
    ("申请", "自筹"),
    ("争取", "自筹"),
];

/// Whether the names in a text leave nothing over.
pub(super) fn leave_nothing_over(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    let characters = LowBytes::of(&characters);
    let may_stand =
        |(one, other): &&(&str, &str)| characters.may_begin(other) && characters.may_begin(one);
    let mut pairs = COMPLETE.iter().filter(may_stand);
    // 不合格 has 合格 in it, so that the longer one is taken out first.
    pairs.any(|(one, other)| text.contains(other) && text.replace(other, "").contains(one))
}
