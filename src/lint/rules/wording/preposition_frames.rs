//! The clauses whose first preposition and last words do not go together.

/// A clause that begins with one of some words and ends with one of others.
pub(super) struct Frame {
    pub(super) begins: &'static [&'static str],
    pub(super) ends: &'static [&'static str],
    /// One of them stands between, unless the list is empty.
    pub(super) with: &'static [&'static str],
    /// None of them stands between.
    pub(super) without: &'static [&'static str],
    /// How many characters may stand between.
    pub(super) near: usize,
    pub(super) right: &'static str,
}

/// Prepositions that lead to 为 as well.
const OTHER_HEADS: &[&str] = &["以", "把", "将"];

/// Verbs that govern the noun at the end: 以更大力度实现目标.
const GOVERNING: &[&str] = &[
    "为", "作", "是", "当", "成", "实现", "完成", "达到", "达成", "推动", "推进", "落实", "践行",
    "围绕", "锚定", "聚焦", "突出", "紧扣", "服务", "明确", "坚持", "确保", "争", "抓", "破", "找",
    "把握", "寻", "建", "打造", "创", "提升", "提高", "增强", "强化", "夯实", "列", "，", "和",
    "、", "的", "有", "牢记", "瞄准", "细化", "分解",
];

pub(super) const FRAMES: &[Frame] = &[
    Frame {
        begins: &["按照", "按", "依照", "根据", "依据"],
        ends: &["为标准", "为依据", "为基础"],
        with: &[],
        without: OTHER_HEADS,
        near: 30,
        right: "用“以……为标准”或者“按……的标准”",
    },
    Frame {
        begins: &["围绕以"],
        ends: &["为主线", "为核心", "为重点", "为目标", "为主题"],
        with: &[],
        without: &[],
        near: 30,
        right: "用“围绕……”或者“以……为……”",
    },
    Frame {
        begins: &[
            "按照", "依照", "遵循", "根据", "依据", "依托", "立足", "借助",
        ],
        ends: &[
            "为目标",
            "为原则",
            "为导向",
            "为抓手",
            "为核心",
            "为主线",
            "为目的",
            "为宗旨",
            "为载体",
            "为契机",
        ],
        with: &[],
        without: OTHER_HEADS,
        near: 30,
        right: "用“以……为……”或者“按照……的……”",
    },
    Frame {
        begins: &["把", "将"],
        ends: &[
            "为抓手",
            "为突破口",
            "为主线",
            "为导向",
            "为契机",
            "为己任",
            "为切入点",
        ],
        with: &[],
        without: &["以"],
        near: 30,
        right: "用“以……为……”或者“把……作为……”",
    },
    Frame {
        begins: &["坚持", "始终坚持"],
        ends: &["为导向", "为核心", "为中心", "为抓手", "为主线", "为宗旨"],
        with: &[],
        without: OTHER_HEADS,
        near: 12,
        right: "“坚持”后面补上“以”",
    },
    Frame {
        begins: &["围绕", "紧扣", "聚焦", "锚定"],
        ends: &["为中心", "为主题", "为核心", "为抓手", "为导向"],
        with: &[],
        without: OTHER_HEADS,
        near: 30,
        right: "用“以……为……”或者“围绕……”",
    },
    Frame {
        begins: &["从"],
        ends: &["为出发点", "为切入点", "为突破口", "为着力点"],
        with: &[],
        without: OTHER_HEADS,
        near: 30,
        right: "用“以……为出发点”或者“从……出发”",
    },
    Frame {
        begins: &["为了"],
        ends: &["为目的", "为目标", "为宗旨"],
        with: &[],
        without: OTHER_HEADS,
        near: 30,
        right: "用“以……为目的”或者“为了……”",
    },
    Frame {
        begins: &["以", "坚持以", "始终以", "始终坚持以"],
        ends: &[
            "导向",
            "抓手",
            "核心",
            "主线",
            "契机",
            "突破口",
            "切入点",
            "着力点",
            "出发点",
            "落脚点",
            "依托",
            "载体",
            "目标",
        ],
        with: &[],
        without: GOVERNING,
        near: 12,
        right: "“以……为……”：补上“为”",
    },
    Frame {
        begins: &["对", "对于"],
        ends: &["方面"],
        with: &[],
        without: &[
            "在", "各", "多", "这", "几", "些", "两", "三", "该", "其", "涉及", "从", "的", "不同",
            "来自", "上述", "以上",
        ],
        near: 20,
        right: "用“在……方面”",
    },
    Frame {
        begins: &[
            "为群众",
            "为委员",
            "为代表",
            "为您",
            "为居民",
            "为市民",
            "为业主",
            "为家长",
            "为村民",
            "为职工",
        ],
        ends: &["问题", "建议", "诉求", "困难", "意见"],
        with: &["反映的", "提出的", "反映强烈的", "指出的", "提到的"],
        without: &[
            "解决", "化解", "回应", "破解", "研究", "落实", "处理", "推动", "了", "做", "办",
        ],
        near: 30,
        right: "用“对……反映的问题”或者“针对……”",
    },
    Frame {
        begins: &["根据"],
        ends: &["显示", "表明"],
        with: &[],
        without: &["，"],
        near: 24,
        right: "用“据……”“……显示”，或者“根据……，”",
    },
    Frame {
        begins: &["关于"],
        ends: &["而言", "来说", "来讲"],
        with: &[],
        without: &["对", "就"],
        near: 20,
        right: "用“对……而言”",
    },
    Frame {
        begins: &["由"],
        ends: &["影响"],
        with: &[],
        without: &["于", "此", "的", "其", "造成", "产生"],
        near: 10,
        right: "用“受……影响”",
    },
    Frame {
        begins: &["随着"],
        ends: &[
            "发展下",
            "推进下",
            "提升下",
            "提高下",
            "加快下",
            "深入下",
            "影响下",
            "背景下",
            "增长下",
        ],
        with: &[],
        without: &["在"],
        near: 30,
        right: "用“随着……”或者“在……下”",
    },
];
