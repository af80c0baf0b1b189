//! Which units cannot be those of things, people and shares that are counted.

use super::quantities::Quantity;

/// Units in which no persons are counted.
const NO_PERSONS: &[&str] = &[
    "公里",
    "吨",
    "立方米",
    "平方米",
    "公顷",
    "亩",
    "辆",
    "座",
    "台",
    "千瓦",
];

/// Units in which no visitors are counted; so much money is what they leave.
const NO_VISITORS: &[&str] = &[
    "元",
    "公里",
    "吨",
    "立方米",
    "平方米",
    "公顷",
    "亩",
    "辆",
    "座",
];

/// Things, people and shares with the units that cannot be theirs.
pub(super) const COUNTED: &[Quantity] = &[
    Quantity {
        names: &["床位"],
        wrong: &["名", "人", "户", "家", "公里", "平方米", "亩"],
        right: "张",
    },
    Quantity {
        names: &["基站", "充电桩"],
        wrong: &["公里", "平方米", "亩", "吨", "立方米", "公顷", "名", "户"],
        right: "个或座",
    },
    Quantity {
        names: &[
            "幼儿园",
            "小学",
            "医院",
            "卫生院",
            "卫生室",
            "养老机构",
            "公厕",
            "停车位",
            "停车泊位",
            "泊位",
            "公交车",
            "新能源汽车",
            "摄像头",
            "监控探头",
            "电梯",
            "危桥",
            "合作社",
            "家庭农场",
            "企业",
        ],
        wrong: &["公里", "吨", "立方米", "公斤", "千瓦", "千瓦时", "公顷"],
        right: "个、所、座、家或辆",
    },
    Quantity {
        names: &[
            "教师",
            "医生",
            "护士",
            "学生",
            "党员",
            "干部",
            "志愿者",
            "职工",
            "残疾人",
            "老年人",
            "儿童",
        ],
        wrong: NO_PERSONS,
        right: "名或人",
    },
    Quantity {
        names: &["游客"],
        wrong: NO_VISITORS,
        right: "人次",
    },
    Quantity {
        names: &["旅游收入", "旅游综合收入", "税收收入", "预算收入"],
        wrong: &["人次", "人", "公里", "吨", "亩", "平方米"],
        right: "元",
    },
    Quantity {
        names: &["宣传资料", "宣传单", "宣传册", "宣传手册", "明白纸"],
        wrong: &["人次", "人", "名", "户", "公里", "亩", "元"],
        right: "份或册",
    },
    Quantity {
        names: &[
            "覆盖率",
            "普及率",
            "合格率",
            "满意率",
            "完成率",
            "入学率",
            "参保率",
            "办结率",
            "优良率",
            "就业率",
            "利用率",
            "处理率",
            "达标率",
        ],
        wrong: &[
            "亩",
            "公里",
            "元",
            "人",
            "户",
            "吨",
            "公顷",
            "平方米",
            "家",
            "件",
            "天",
            "名",
        ],
        right: "%",
    },
    Quantity {
        names: &["天数"],
        wrong: &["微克", "%", "公里", "亩", "吨", "元", "人", "次"],
        right: "天",
    },
];
