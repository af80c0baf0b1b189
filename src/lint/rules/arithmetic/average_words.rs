//! The words that tell an average (户均, 日均), and what each of them divides by.

/// What an average is of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Each {
    /// Of each of many things, which are counted by these units.
    Of(&'static [&'static str]),
    /// Of each day.
    Day,
    /// Of each month.
    Month,
    /// Of each year.
    Year,
}

/// The words and what they are of.
pub(super) const AVERAGES: &[(&str, Each)] = &[
    ("户均", Each::Of(&["户"])),
    ("平均每户", Each::Of(&["户"])),
    ("每户平均", Each::Of(&["户"])),
    ("人均", Each::Of(&["人", "名", "人次"])),
    ("村均", Each::Of(&["个村", "村", "个"])),
    ("平均每村", Each::Of(&["个村", "村", "个"])),
    ("每村平均", Each::Of(&["个村", "村", "个"])),
    ("亩均", Each::Of(&["亩"])),
    ("平均每亩", Each::Of(&["亩"])),
    ("亩产", Each::Of(&["亩"])),
    ("单产", Each::Of(&["亩"])),
    ("每亩平均", Each::Of(&["亩"])),
    ("每亩成本", Each::Of(&["亩"])),
    ("每亩投资", Each::Of(&["亩"])),
    ("校均", Each::Of(&["所"])),
    ("平均每所", Each::Of(&["所"])),
    ("平均每校", Each::Of(&["所"])),
    ("每所平均", Each::Of(&["所"])),
    ("每校平均", Each::Of(&["所"])),
    ("平均每个", Each::Of(&["个"])),
    ("平均每人", Each::Of(&["人", "名"])),
    ("平均每名", Each::Of(&["人", "名"])),
    ("每人平均", Each::Of(&["人", "名"])),
    ("平均每家", Each::Of(&["家"])),
    ("每家平均", Each::Of(&["家"])),
    ("平均每座", Each::Of(&["座"])),
    ("平均每处", Each::Of(&["处"])),
    ("平均每台", Each::Of(&["台"])),
    ("平均每辆", Each::Of(&["辆"])),
    ("平均每件", Each::Of(&["件"])),
    ("平均每条", Each::Of(&["条"])),
    ("平均每栋", Each::Of(&["栋"])),
    ("平均每部", Each::Of(&["部"])),
    ("平均每公里", Each::Of(&["公里"])),
    ("每公里造价", Each::Of(&["公里"])),
    ("每公里投资", Each::Of(&["公里"])),
    ("每公里成本", Each::Of(&["公里"])),
    ("平均每张", Each::Of(&["张"])),
    ("平均每场", Each::Of(&["场"])),
    ("平均每项", Each::Of(&["项"])),
    ("平均每株", Each::Of(&["株"])),
    ("每平方米造价", Each::Of(&["平方米"])),
    ("日均", Each::Day),
    ("平均每天", Each::Day),
    ("年均", Each::Year),
    ("平均每年", Each::Year),
    ("每年平均", Each::Year),
    ("月均", Each::Month),
    ("平均每月", Each::Month),
    ("每月平均", Each::Month),
];

/// The words alone.
pub(super) fn words() -> Vec<&'static str> {
    AVERAGES.iter().map(|(word, _)| *word).collect()
}
