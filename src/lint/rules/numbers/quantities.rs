//! Which units cannot be those of a quantity.

/// What is measured, its wrong units, and the right one.
pub(super) struct Quantity {
    pub(super) names: &'static [&'static str],
    pub(super) wrong: &'static [&'static str],
    pub(super) right: &'static str,
}

/// Units of what is no flow of water.
const NO_VOLUMES: &[&str] = &[
    "平方米",
    "平方公里",
    "立方公里",
    "公里",
    "公顷",
    "亩",
    "元",
    "米",
    "公斤",
];

/// What is measured with the units that cannot be its own.
pub(super) const QUANTITIES: &[Quantity] = &[
    Quantity {
        names: &["资金", "补贴资金", "贷款"],
        wrong: &["人次", "亩", "公里", "平方米"],
        right: "元",
    },
    Quantity {
        names: &[
            "全长",
            "总长",
            "长度",
            "总里程",
            "里程",
            "绿道",
            "步道",
            "管网",
            "公路",
            "铁路",
            "堤防",
            "渠道",
            "河道",
        ],
        wrong: &["平方公里", "平方米", "平方千米", "立方米", "亩", "公顷"],
        right: "公里或米",
    },
    Quantity {
        names: &["全长", "总长", "总里程", "距离", "间距", "宽度", "高度"],
        wrong: &[
            "元",
            "吨",
            "亩",
            "平方公里",
            "平方米",
            "立方米",
            "公顷",
            "公斤",
        ],
        right: "公里或米",
    },
    Quantity {
        names: &["面积"],
        wrong: &["公里", "千米", "米", "立方米", "吨", "公斤"],
        right: "平方公里、平方米、公顷或亩",
    },
    Quantity {
        names: &[
            "人均公园绿地面积",
            "人均绿地面积",
            "人均体育场地面积",
            "人均住房面积",
            "人均住房建筑面积",
            "人均公共文化设施面积",
        ],
        wrong: &["平方公里", "平方千米", "公顷", "亩"],
        right: "平方米",
    },
    Quantity {
        names: &["建筑面积"],
        wrong: &["公顷", "亩", "平方公里"],
        right: "平方米",
    },
    Quantity {
        names: &["高标准农田", "播种面积", "种植面积"],
        wrong: &["平方公里", "平方千米", "公里", "立方米"],
        right: "亩或公顷",
    },
    Quantity {
        names: &["装机容量", "装机规模", "总装机", "装机"],
        wrong: &["千瓦时", "度"],
        right: "千瓦",
    },
    Quantity {
        names: &["发电量", "用电量", "供电量", "上网电量", "售电量", "电量"],
        wrong: &["千瓦/时", "千瓦"],
        right: "千瓦时",
    },
    Quantity {
        names: &["库容", "供水量", "用水量", "蓄水量", "取水量", "土石方"],
        wrong: NO_VOLUMES,
        right: "立方米",
    },
    Quantity {
        names: &["流量"],
        wrong: &["平方米", "平方公里", "立方公里", "公里", "公顷", "亩"],
        right: "立方米每秒",
    },
    Quantity {
        names: &["发电", "用电", "节电", "供电"],
        wrong: &["千瓦/时"],
        right: "千瓦时",
    },
    Quantity {
        names: &[
            "年发电",
            "年均发电",
            "累计发电",
            "日发电",
            "日均发电",
            "年节电",
            "年用电",
            "累计节电",
        ],
        wrong: &["千瓦", "兆瓦"],
        right: "千瓦时",
    },
    Quantity {
        names: &[
            "汛限水位",
            "警戒水位",
            "保证水位",
            "正常蓄水位",
            "蓄水位",
            "设计洪水位",
            "死水位",
            "水库水位",
            "库水位",
            "坝前水位",
        ],
        wrong: &["厘米", "毫米", "公里", "平方米", "立方米"],
        right: "米",
    },
    Quantity {
        names: &[
            "路面宽",
            "路面宽度",
            "桥面宽",
            "桥面宽度",
            "路基宽",
            "路基宽度",
            "红线宽度",
            "桥宽",
        ],
        wrong: &["公里", "千米", "平方米", "平方公里"],
        right: "米",
    },
    Quantity {
        names: &[
            "变电站",
            "变电所",
            "输变电",
            "输电线路",
            "配电线路",
            "高压线路",
        ],
        wrong: &[],
        right: "千伏",
    },
    Quantity {
        names: &["总功率", "充电功率", "额定功率", "最大功率"],
        wrong: &["千瓦时", "兆瓦时", "度"],
        right: "千瓦",
    },
    Quantity {
        names: &["降水量", "降雨量", "小时雨量", "累计雨量", "过程雨量"],
        wrong: &["厘米", "米", "公里", "平方米", "立方米"],
        right: "毫米",
    },
    Quantity {
        names: &["臭氧", "二氧化硫", "二氧化氮", "一氧化碳", "颗粒物"],
        wrong: &["微克/平方米", "毫克/平方米"],
        right: "微克/立方米或毫克/立方米",
    },
    Quantity {
        names: &["PM2.5", "PM10", "细颗粒物", "可吸入颗粒物"],
        wrong: &["毫克/立方米", "微克/平方米", "毫克/平方米", "克/立方米"],
        right: "微克/立方米",
    },
    Quantity {
        names: &[
            "日处理能力",
            "污水处理能力",
            "处理污水",
            "供水能力",
            "日处理规模",
            "污水处理规模",
            "供水规模",
            "日处理垃圾",
            "垃圾处理能力",
        ],
        wrong: NO_VOLUMES,
        right: "吨或立方米",
    },
    Quantity {
        names: &["耕地", "基本农田", "林地", "草原", "湿地", "水田"],
        wrong: &["立方米", "公里", "吨", "千瓦", "元"],
        right: "亩或公顷",
    },
    Quantity {
        names: &["农村公路", "县道", "乡道"],
        wrong: &["座", "所", "台", "名", "辆"],
        right: "公里",
    },
    Quantity {
        names: &["总产量", "粮食产量", "蔬菜产量", "水果产量", "水产品产量"],
        wrong: &["亩", "公顷", "平方米", "公里", "平方公里", "立方米"],
        right: "吨或公斤",
    },
    Quantity {
        names: &[
            "总投资",
            "投资额",
            "产值",
            "销售额",
            "营业收入",
            "可支配收入",
        ],
        wrong: &[
            "公里",
            "平方米",
            "平方公里",
            "吨",
            "亩",
            "公顷",
            "立方米",
            "公斤",
            "千瓦",
        ],
        right: "元",
    },
];
