//! The proposal (提案), suggestion (建议) or motion (议案) that a letter answers.

use super::points::{PointCounts, Points};
use super::yaml::Words;
use crate::source::PlacedText;

/// What is answered; decides the words for it and for those who made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Matter {
    /// 政协提案, made by members (委员).
    #[default]
    Proposal,
    /// 人大代表建议、批评和意见, made by deputies (代表).
    Suggestion,
    /// 议案, made by deputies (代表).
    Motion,
}

impl Matter {
    /// As the YAML writes it.
    pub fn name(self) -> &'static str {
        self.word_of()
    }

    /// 提案, 建议 or 议案.
    pub fn word(self) -> &'static str {
        match self {
            Self::Proposal => "提案",
            Self::Suggestion => "建议",
            Self::Motion => "议案",
        }
    }

    /// What one who makes it is called: 委员 or 代表.
    pub fn member_word(self) -> &'static str {
        match self {
            Self::Proposal => "委员",
            Self::Suggestion | Self::Motion => "代表",
        }
    }

    /// What those who made it are called, groups included: 提案者 or 代表.
    pub fn proposer_word(self) -> &'static str {
        match self {
            Self::Proposal => "提案者",
            Self::Suggestion | Self::Motion => "代表",
        }
    }
}

/// The proposal (提案) or suggestion (建议) that is answered.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// What it is.
    pub matter: Matter,
    /// Whose, such as 省政协 or 县人大.
    pub body: PlacedText,
    /// 届, from 1.
    pub term: u32,
    /// 次, from 1.
    pub session: u32,
    /// How the session is called, such as 政协十四届全国委员会第一次会议, if not by the usual form.
    pub meeting: Option<PlacedText>,
    /// 提案号, as written.
    pub number: PlacedText,
    /// The number within its kind, such as 经济发展类001号.
    pub category: Option<PlacedText>,
    /// 案由.
    pub subject: PlacedText,
    /// 提案者; may be empty.
    pub proposers: Vec<Proposer>,
    /// How many there are, if the list does not name all.
    pub proposer_count: Option<u32>,
    /// 您, 你们 or another word, if not by the usual rule.
    pub pronoun: Option<PlacedText>,
    /// 主办单位.
    pub lead_unit: Option<PlacedText>,
    /// 会办单位; may be empty.
    pub co_handlers: Vec<CoHandler>,
    /// The other units of a separate handling (分办); may be empty.
    pub separate_handlers: Vec<PlacedText>,
    /// Numbers of the proposals handled together with this one (并案); may be empty.
    pub merged_with: Vec<PlacedText>,
    /// What it asks for, point by point; may be empty.
    pub points: Points,
    /// How many points there are, if they are only counted.
    pub point_counts: Option<PointCounts>,
}

/// One who made the proposal (提案者).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposer {
    /// What kind.
    pub kind: ProposerKind,
    /// A member's name without 委员, or a group's name; as written if it was a plain text.
    pub name: PlacedText,
    /// Personal data for the feedback form; never in a letter.
    pub phone: Option<PlacedText>,
    /// Where a member works.
    pub unit: Option<PlacedText>,
}

/// Kinds of proposers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProposerKind {
    /// A member (委员) or deputy (代表).
    Member,
    /// A democratic party's organization (民主党派).
    Party,
    /// A sector (界别).
    Sector,
    /// A special committee (专门委员会).
    Committee,
    /// A group (小组、代表团) or people's organization.
    Group,
}

/// A co-handling unit (会办单位).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoHandler {
    /// The unit.
    pub unit: PlacedText,
    /// What its opinion says for the reply; Tera prose.
    pub opinion: Option<PlacedText>,
    /// When the opinion came.
    pub received_on: Option<jiff::civil::Date>,
}

impl Proposal {
    /// Whether one person alone made it, who is then 您.
    pub fn is_of_one_person(&self) -> bool {
        let counted = self.proposer_count.is_none_or(|count| count == 1);
        let only = matches!(&self.proposers[..], [only] if only.kind == ProposerKind::Member);
        counted && only
    }

    /// 您 for one member or deputy, 你们 for several or for a group; nothing without proposers.
    pub fn pronoun(&self) -> Option<&str> {
        match (&self.pronoun, self.proposers.is_empty()) {
            (Some(own), _) => Some(&own.text),
            (None, true) => None,
            (None, false) if self.is_of_one_person() => Some("您"),
            (None, false) => Some("你们"),
        }
    }

    /// Everyone by name, joined, or 张三等6名委员 if there are more than are named; `counter` is the
    /// local word for 名.
    pub fn proposer_names(&self, counter: &str) -> Option<String> {
        let named = self.proposers.len();
        if named == 0 {
            return None;
        }
        match self.proposer_count {
            Some(count) if count as usize > named => {
                let names: Vec<_> = self.proposers.iter().map(|it| self.bare_name(it)).collect();
                let word = self.matter.member_word();
                Some(format!("{}等{count}{counter}{word}", names.join("、")))
            }
            _ => Some(self.all_names()),
        }
    }

    /// Members in a row share one 委员: 王密、李华委员.
    fn all_names(&self) -> String {
        let mut names = String::new();
        for (index, proposer) in self.proposers.iter().enumerate() {
            if index > 0 {
                names.push('、');
            }
            names.push_str(&proposer.name.text);
            let is_bare = |it: &Proposer| self.is_bare_member(it);
            let next_is_bare = self.proposers.get(index + 1).is_some_and(is_bare);
            if is_bare(proposer) && !next_is_bare {
                names.push_str(self.matter.member_word());
            }
        }
        names
    }

    fn is_bare_member(&self, proposer: &Proposer) -> bool {
        let has_word = proposer.name.text.ends_with(self.matter.member_word());
        proposer.kind == ProposerKind::Member && !has_word
    }

    fn bare_name<'p>(&self, proposer: &'p Proposer) -> &'p str {
        let name = proposer.name.text.as_str();
        name.strip_suffix(self.matter.member_word()).unwrap_or(name)
    }

    /// Names one by one, members with their word.
    pub fn proposer_list(&self) -> Vec<String> {
        let with_word = |it: &Proposer| {
            let word = if self.is_bare_member(it) {
                self.matter.member_word()
            } else {
                ""
            };
            format!("{}{word}", it.name.text)
        };
        self.proposers.iter().map(with_word).collect()
    }
}
