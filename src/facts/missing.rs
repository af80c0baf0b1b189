//! Why something cannot be printed, and what to do.

use super::Facts;
use super::aspects::Aspect;
use super::figure::Figure;
use super::period::Period;
use super::printing::GREATEST_COUNT;
use super::unread::UNREAD_FACT;
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::text::nearest;

impl Facts {
    /// Explains why an aspect of a figure is absent for a period; `place` is where it was asked for.
    pub fn missing(&self, aspect: Aspect, id: &str, period: &Period, place: Span) -> Diagnostic {
        let Some(figure) = self.figures.get(id) else {
            return self.unknown_figure(id, place);
        };
        if self.unread.contains(id) {
            return unread(id, place);
        }
        let (message, hint) = match aspect {
            Aspect::Figure | Aspect::Value => self.no_value(figure, period),
            Aspect::Numeral | Aspect::Count => self.no_numeral(figure, period),
            Aspect::Growth | Aspect::GrowthRate => self.no_growth(figure, period),
            Aspect::Rank | Aspect::Ordinal => self.no_entry(figure, period, "位次", "rank"),
            Aspect::AsOf => self.no_entry(figure, period, "截至日期", "as_of"),
            Aspect::List => no_key(figure, "名单", "list"),
            Aspect::Coverage => no_key(figure, "统计口径", "coverage"),
            Aspect::Unit => no_key(figure, "单位", "unit"),
            Aspect::Name => no_key(figure, "名称", "name"),
        };
        Diagnostic::error("missing-value", place, message)
            .with_label(figure.place.clone(), "数据在这里")
            .with_hint(hint)
    }

    /// The diagnostic for a figure's id that the facts lack, with the nearest ids.
    pub fn unknown_figure(&self, id: &str, place: Span) -> Diagnostic {
        if self.unread.contains(id) {
            return unread(id, place);
        }
        let message = format!("没有代号是“{id}”的数据");
        let mut diagnostic = Diagnostic::error("unknown-figure", place, message);
        diagnostic.hint = if self.measures.contains_key(id) {
            Some(format!("“{id}”是举措，写成“measure.{id}”"))
        } else {
            let known = self.figures.keys().map(String::as_str);
            nearest::suggestion(id, known)
                .or_else(|| Some("在 content/facts 里补上这项数据，或者删去这处引用".to_owned()))
        };
        diagnostic
    }

    /// The diagnostic for a measure's id that the facts lack, with the nearest ids.
    pub fn unknown_measure(&self, id: &str, place: Span) -> Diagnostic {
        if self.unread.contains(id) {
            return unread(id, place);
        }
        let message = format!("没有代号是“{id}”的举措");
        let mut diagnostic = Diagnostic::error("unknown-measure", place, message);
        diagnostic.hint = if self.figures.contains_key(id) {
            Some(format!("“{id}”是数据，不是举措"))
        } else {
            let known = self.measures.keys().map(String::as_str);
            nearest::suggestion(id, known)
                .or_else(|| Some("在 content/facts 里补上这条举措，或者删去这处引用".to_owned()))
        };
        diagnostic
    }

    fn no_value(&self, figure: &Figure, period: &Period) -> (String, String) {
        let id = &figure.id;
        let name = &figure.name.text;
        let values = self.values.get(id);
        let valued: Vec<&str> = values
            .into_iter()
            .flat_map(|values| values.by_period.keys().map(Period::as_str))
            .collect();
        let message = format!("数据“{id}”（{name}）没有{period}的数值");
        let hint = if !valued.is_empty() {
            format!(
                "已有{}的数值；在“by_period”里补上{period}",
                valued.join("、")
            )
        } else if figure.by_period.values().any(|entry| entry.rank.is_some()) {
            format!("它只有位次，用“rank.{id}”")
        } else {
            format!("在“by_period”里补上{period}")
        };
        (message, hint)
    }

    fn no_numeral(&self, figure: &Figure, period: &Period) -> (String, String) {
        let Some(amount) = self.amount(&figure.id, period) else {
            return self.no_value(figure, period);
        };
        let message = format!(
            "数据“{}”{period}的数值“{}”写不成中文数字",
            figure.id, amount.quantity
        );
        let hint = format!(
            "“numeral”只用于整数，“count”只用于{GREATEST_COUNT}以内的整数；改用“figure.{}”",
            figure.id
        );
        (message, hint)
    }

    fn no_growth(&self, figure: &Figure, period: &Period) -> (String, String) {
        let message = format!(
            "数据“{}”（{}）没有{period}的同比增幅",
            figure.id, figure.name.text
        );
        let hint = match period.year_before() {
            Some(before) => format!("在{period}里写上“growth”，或者补上{before}的数值"),
            None => format!("在{period}里写上“growth”"),
        };
        (message, hint)
    }

    fn no_entry(
        &self,
        figure: &Figure,
        period: &Period,
        what: &str,
        key: &str,
    ) -> (String, String) {
        let message = format!(
            "数据“{}”（{}）没有{period}的{what}",
            figure.id, figure.name.text
        );
        let others: Vec<&str> = self
            .periods(&figure.id)
            .into_iter()
            .map(Period::as_str)
            .collect();
        let hint = if figure.by_period.contains_key(period) || others.is_empty() {
            format!("在{period}里写上“{key}”")
        } else {
            format!("已有{}；在“by_period”里补上{period}", others.join("、"))
        };
        (message, hint)
    }
}

/// What asks for a fact whose own lines have an error, which is told there.
fn unread(id: &str, place: Span) -> Diagnostic {
    let message = format!("“{id}”所在的文件有错误，读不出来");
    Diagnostic::error(UNREAD_FACT, place, message).with_hint("先改正那个文件里的错误")
}

fn no_key(figure: &Figure, what: &str, key: &str) -> (String, String) {
    let message = format!("数据“{}”（{}）没有{what}", figure.id, figure.name.text);
    (message, format!("给它写上“{key}”"))
}
