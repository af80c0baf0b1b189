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
    /// How many characters may stand between the two.
    pub(super) near: usize,
}

/// Most objects have a few attributes.
const NEAR: usize = 6;

/// Names are longer: 招投标全流程协同监管机制.
pub(super) const NEAR_NAME: usize = 16;

/// All of them.
pub(super) const VERB_OBJECTS: &[VerbObject] = &[
    of(
        "力度",
        NEAR,
        &["提高", "提升", "加快", "扩大", "加强对", "加强了", "增强"],
        "加大",
    ),
    of(
        "步伐",
        NEAR,
        &["加强", "加大", "提高", "提升", "扩大"],
        "加快",
    ),
    of("机制", NEAR_NAME, &["开展了", "开展的", "实施了"], "建立"),
    of("进度", NEAR, &["加强", "加大", "提高", "提升"], "加快"),
    of("速度", NEAR, &["加强", "加大"], "加快"),
    of("门槛", NEAR, &["减少", "缩小", "减轻"], "降低"),
    of("负担", NEAR, &["减少", "缩小", "下降"], "减轻"),
    of(
        "水平",
        NEAR,
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
    of("制度", NEAR_NAME, &["开展了", "开展的"], "建立"),
    of("收入", NEAR, &["改善", "改善了"], "增加"),
    of(
        "意见",
        NEAR,
        &["采取了您", "采取您", "采取了委员", "采取了代表"],
        "采纳",
    ),
    of(
        "范围",
        NEAR,
        &["提高", "提升", "增强", "加强", "加快"],
        "扩大",
    ),
    of("规模", NEAR, &["提高", "增强", "加强", "改善"], "扩大"),
    of("面积", NEAR, &["提高", "增强", "加强"], "扩大"),
    of("需求", NEAR_NAME, &["解决了", "解决"], "满足"),
    of(
        "措施",
        NEAR,
        &["举行了", "举行", "举办了", "进行了", "开展了"],
        "采取",
    ),
    of("任务", NEAR_NAME, &["履行了", "履行"], "完成"),
    of("素质", NEAR, &["加快", "加大", "扩大"], "提高"),
    of("协作", NEAR, &["加快", "加大"], "加强"),
    of("成效", NEAR, &["发挥了", "发挥"], "取得"),
    of("时间", NEAR, &["降低了", "降低", "减小"], "缩短"),
    of("发生率", NEAR, &["改善了", "改善"], "降低"),
    of("死亡率", NEAR, &["改善了", "改善"], "降低"),
    of("效率", NEAR, &["扩大了", "扩大", "加大"], "提高"),
    of("环境", NEAR_NAME, &["培养了", "培养"], "营造"),
    of(
        "渠道",
        NEAR_NAME,
        &["增强了", "增强", "提高", "加强了"],
        "拓宽",
    ),
];

const fn of(
    object: &'static str,
    near: usize,
    verbs: &'static [&'static str],
    right: &'static str,
) -> VerbObject {
    VerbObject {
        object,
        verbs,
        right,
        near,
    }
}

/// The objects alone.
pub(super) fn objects() -> Vec<&'static str> {
    VERB_OBJECTS.iter().map(|it| it.object).collect()
}
