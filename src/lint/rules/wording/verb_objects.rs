//! The last words of objects, the verbs that do not go with them, and the one that does.

/// An object with the verbs that do not go with it.
#[derive(Debug)]
pub(super) struct VerbObject {
    /// The last word of the object.
    pub(super) object: &'static str,
    /// The verbs that do not go with it.
    pub(super) verbs: &'static [&'static str],
    /// The verb that does.
    pub(super) right: &'static str,
    /// Whether its names are long: 招投标全流程协同监管机制.
    pub(super) is_long: bool,
}

/// All of them.
pub(super) const VERB_OBJECTS: &[VerbObject] = &[
    short(
        "力度",
        &["提高", "提升", "加快", "扩大", "加强对", "加强了", "增强"],
        "加大",
    ),
    short("步伐", &["加强", "加大", "提高", "提升", "扩大"], "加快"),
    long("机制", &["开展了", "开展的", "实施了"], "建立"),
    short("进度", &["加强", "加大", "提高", "提升"], "加快"),
    short("速度", &["加强", "加大"], "加快"),
    short("门槛", &["减少", "缩小", "减轻"], "降低"),
    short("负担", &["减少", "缩小", "下降"], "减轻"),
    short(
        "水平",
        &[
            "解决了",
            "缓解了",
            "加大",
            "加强",
            "加快",
            "扩大",
            "改善了",
            "改善",
        ],
        "提高",
    ),
    long("制度", &["开展了", "开展的"], "建立"),
    short("收入", &["改善", "改善了"], "增加"),
    short(
        "意见",
        &["采取了您", "采取您", "采取了委员", "采取了代表"],
        "采纳",
    ),
    short("范围", &["提高", "提升", "增强", "加强", "加快"], "扩大"),
    short("规模", &["提高", "增强", "加强", "改善"], "扩大"),
    short("面积", &["提高", "增强", "加强"], "扩大"),
    long("需求", &["解决了", "解决"], "满足"),
    short(
        "措施",
        &["举行了", "举行", "举办了", "进行了", "开展了"],
        "采取",
    ),
    long("任务", &["履行了", "履行"], "完成"),
    short("素质", &["加快", "加大", "扩大"], "提高"),
    short("协作", &["加快", "加大"], "加强"),
    short("成效", &["发挥了", "发挥"], "取得"),
    short("时间", &["降低了", "降低", "减小"], "缩短"),
    short("发生率", &["改善了", "改善"], "降低"),
    short("死亡率", &["改善了", "改善"], "降低"),
    short("效率", &["扩大了", "扩大", "加大"], "提高"),
    long("环境", &["培养了", "培养"], "营造"),
    long("渠道", &["增强了", "增强", "提高", "加强了"], "拓宽"),
];

const fn short(
    object: &'static str,
    verbs: &'static [&'static str],
    right: &'static str,
) -> VerbObject {
    VerbObject {
        object,
        verbs,
        right,
        is_long: false,
    }
}

const fn long(
    object: &'static str,
    verbs: &'static [&'static str],
    right: &'static str,
) -> VerbObject {
    VerbObject {
        object,
        verbs,
        right,
        is_long: true,
    }
}

/// The objects alone.
pub(super) fn objects() -> Vec<&'static str> {
    VERB_OBJECTS.iter().map(|it| it.object).collect()
}
