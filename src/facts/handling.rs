//! Handling (承办): when a proposal was assigned, when the reply is due, and how it was received.

use jiff::civil::Date;
use jiff::{Span as TimeSpan, ToSpan};

use super::keys;
use super::letter_dates;
use super::yaml::{Decoder, FromYaml, Node, Shape, Words};
use crate::diagnostic::Diagnostic;
use crate::source::{PlacedText, Span};

/// The part of an office in handling a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandlingRole {
    /// 主办.
    Lead,
    /// 独办.
    Sole,
    /// 分办.
    Separate,
    /// 会办 or 协办.
    CoHandling,
    /// 联合办理.
    Joint,
    /// 二次办理, after the proposer was not satisfied or a promise came due.
    Second,
    /// Nothing is handled: a text for publication, which has no due date.
    Publication,
}

impl Words for HandlingRole {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("lead", Self::Lead, "主办"),
        ("sole", Self::Sole, "独办"),
        ("separate", Self::Separate, "分办"),
        ("co_handling", Self::CoHandling, "会办"),
        ("joint", Self::Joint, "联合办理"),
        ("second", Self::Second, "二次办理"),
        ("publication", Self::Publication, "公开"),
    ];
}

impl HandlingRole {
    /// As the YAML writes it.
    pub fn name(self) -> &'static str {
        self.word_of()
    }

    /// What a clerk calls it.
    pub fn as_chinese(self) -> &'static str {
        self.chinese_of()
    }
}

/// What is known of the handling of one proposal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Handling {
    /// The role, if not the kind's.
    pub role: Option<HandlingRole>,
    /// 交办日期.
    pub assigned_on: Option<Date>,
    /// 办理期限, if not by the office's rule.
    pub due_on: Option<Date>,
    /// 延期至.
    pub extended_to: Option<Date>,
    /// 答复发出的日期.
    pub replied_on: Option<Date>,
    /// Where that was written.
    pub replied_place: Option<Span>,
    /// How the proposer was consulted (沟通方式).
    pub consultation: Option<PlacedText>,
    /// 满意, 基本满意 or 不满意.
    pub satisfaction: Option<PlacedText>,
}

impl FromYaml for Handling {
    fn shape() -> Shape {
        Shape::Mapping(&keys::HANDLING)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::HANDLING)?;
        let handling = Self {
            role: fields.optional("role"),
            assigned_on: fields.optional("assigned_on"),
            due_on: fields.optional("due_on"),
            extended_to: fields.optional("extended_to"),
            replied_on: fields.optional("replied_on"),
            replied_place: Some(fields.place_of("replied_on")),
            consultation: fields.optional("consultation"),
            satisfaction: fields.word("satisfaction"),
        };
        for fault in letter_dates::of_handling(&handling, &fields) {
            fields.decoder().report(fault);
        }
        fields.finish();
        Some(handling)
    }
}

/// A rule for a due date (办理期限).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// Months after the assignment.
    Months(u32),
    /// Days after the assignment.
    Days(u32),
    /// A day of the year of the assignment, the next year if it has passed.
    Yearly {
        /// From 1.
        month: i8,
        /// From 1.
        day: i8,
    },
}

impl Deadline {
    /// The last day of a handling that was assigned on a day.
    pub fn due_on(self, assigned_on: Date) -> Option<Date> {
        let after = |span: TimeSpan| assigned_on.checked_add(span).ok();
        match self {
            Self::Months(months) => after(i64::from(months).months()),
            Self::Days(days) => after(i64::from(days).days()),
            Self::Yearly { month, day } => {
                let this_year = Date::new(assigned_on.year(), month, day).ok()?;
                match this_year < assigned_on {
                    true => Date::new(assigned_on.year() + 1, month, day).ok(),
                    false => Some(this_year),
                }
            }
        }
    }

    /// Reads 3个月, 30日 or 8月31日.
    fn parse(text: &str) -> Option<Self> {
        let bounded = |number: &str, most: u32| {
            let number: u32 = number.parse().ok()?;
            (1..=most).contains(&number).then_some(number)
        };
        if let Some(months) = text.strip_suffix("个月") {
            return bounded(months, 120).map(Self::Months);
        }
        let days = text.strip_suffix('日').or(text.strip_suffix('天'))?;
        match days.split_once('月') {
            None => bounded(days, 3660).map(Self::Days),
            Some((month, day)) => {
                let (month, day) = (month.parse().ok()?, day.parse().ok()?);
                Date::new(2024, month, day).ok()?;
                Some(Self::Yearly { month, day })
            }
        }
    }
}

impl FromYaml for Deadline {
    fn shape() -> Shape {
        Shape::Form(&keys::DEADLINE)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = decoder.text(node)?;
        let deadline = Self::parse(&text.text);
        if deadline.is_none() {
            let message = format!("“{}”不是期限的写法", text.text);
            let fault = Diagnostic::error("invalid-deadline", text.place, message);
            decoder.report(fault.with_hint("写成“3个月”“30日”或“8月31日”"));
        }
        deadline
    }
}

/// How long replies may take, by role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadlines {
    /// 主办、独办、分办、联合: the final reply.
    pub reply: Deadline,
    /// 会办: the opinion to the lead unit.
    pub co_handling: Deadline,
    /// 二次办理: the second reply.
    pub second: Deadline,
}

impl Default for Deadlines {
    /// 3 months for a reply, 1 month for a co-handling opinion and for a second reply, as most local
    /// rules have it.
    fn default() -> Self {
        Self {
            reply: Deadline::Months(3),
            co_handling: Deadline::Months(1),
            second: Deadline::Months(1),
        }
    }
}

impl Deadlines {
    /// The rule for a role; nothing for what is not handled.
    pub fn of(&self, role: HandlingRole) -> Option<Deadline> {
        match role {
            HandlingRole::CoHandling => Some(self.co_handling),
            HandlingRole::Second => Some(self.second),
            HandlingRole::Publication => None,
            _ => Some(self.reply),
        }
    }
}

impl FromYaml for Deadlines {
    fn shape() -> Shape {
        Shape::Mapping(&keys::DEADLINES)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::DEADLINES)?;
        let usual = Self::default();
        let deadlines = Self {
            reply: fields.optional("reply").unwrap_or(usual.reply),
            co_handling: fields.optional("co_handling").unwrap_or(usual.co_handling),
            second: fields.optional("second").unwrap_or(usual.second),
        };
        fields.finish();
        Some(deadlines)
    }
}

impl Handling {
    /// The last day, extensions included; nothing while the assignment's day is not known.
    pub fn due_on(&self, role: HandlingRole, deadlines: &Deadlines) -> Option<Date> {
        let by_rule = || deadlines.of(role)?.due_on(self.assigned_on?);
        self.extended_to.or(self.due_on).or_else(by_rule)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_end_on_a_day_that_there_is() {
        let table = [
            ("2022-11-30", "3个月", "2023-02-28"),
            ("2023-11-30", "3个月", "2024-02-29"),
            ("2024-02-29", "1个月", "2024-03-29"),
            ("2023-12-31", "6个月", "2024-06-30"),
            ("2024-01-30", "30日", "2024-02-29"),
            ("2022-08-31", "8月31日", "2022-08-31"),
            ("2022-09-01", "8月31日", "2023-08-31"),
        ];
        for (assigned, rule, expected) in table {
            let assigned: Date = assigned.parse().expect("a date");
            let due = Deadline::parse(rule).and_then(|it| it.due_on(assigned));
            assert_eq!(due, expected.parse().ok(), "{assigned} {rule}");
        }
    }

    #[test]
    fn due_dates_follow_their_rules() {
        let assigned = jiff::civil::date(2022, 11, 30);
        let table = [
            ("3个月", Some("2023-02-28")),
            ("30日", Some("2022-12-30")),
            ("8月31日", Some("2023-08-31")),
            ("13月1日", None),
            ("三个月", None),
            ("0个月", None),
        ];
        for (text, expected) in table {
            let due = Deadline::parse(text).and_then(|it| it.due_on(assigned));
            let due = due.map(|date| date.to_string());
            assert_eq!(due.as_deref(), expected, "{text}");
        }
    }
}
