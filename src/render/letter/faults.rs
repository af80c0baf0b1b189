//! What keeps a letter from being rendered before a text of it is touched.

use crate::diagnostic::Diagnostic;
use crate::facts::{Letter, OutcomeRule, Section};
use crate::render::template::Template;
use crate::render::workspace::Renderer;

/// Most entries that a list of a letter may have, so that loops over lists end.
const LONGEST_LIST: usize = 500;

impl Renderer {
    /// The letter's rule wins, then the office's, then the template's.
    fn outcome_rule(&self, letter: &Letter, template: &Template) -> OutcomeRule {
        let marks = [&letter.class_mark, &self.office.class_mark];
        let mut marks = marks.into_iter().flatten();
        let own = marks.find_map(|mark| mark.kinds.get(&template.kind).copied());
        own.or(template.front.outcome).unwrap_or_default()
    }

    pub(super) fn outcome_fault(&self, letter: &Letter, template: &Template) -> Option<Diagnostic> {
        match (self.outcome_rule(letter, template), &letter.outcome) {
            // An office without classes has none to ask for.
            (OutcomeRule::Required, None) if self.office.classes(letter).is_empty() => None,
            (OutcomeRule::Required, None) => Some(
                Diagnostic::error(
                    "missing-outcome",
                    letter.place.clone(),
                    "这种信件要写办理结果分类，信件里没有",
                )
                .with_hint("请加一行 outcome: 分类字母；本单位这种信不写分类，在 office.yaml 的 class_mark.kinds 里写 none"),
            ),
            (OutcomeRule::None, Some(outcome)) => Some(
                Diagnostic::error(
                    "needless-outcome",
                    outcome.place.clone(),
                    "这种信件不写办理结果分类",
                )
                .with_hint("请删去 outcome"),
            ),
            _ => None,
        }
    }

    pub(super) fn unknown_kind(&self, letter: &Letter) -> Diagnostic {
        let message = format!("没有“{}”这种模板", letter.kind.text);
        let hint = crate::text::nearest::suggestion(&letter.kind.text, self.kinds())
            .unwrap_or_else(|| {
                format!(
                    "现有的模板：{}",
                    self.kinds().collect::<Vec<_>>().join("、")
                )
            });
        Diagnostic::error("unknown-kind", letter.kind.place.clone(), message).with_hint(hint)
    }
}

/// A joint letter (联合行文) has several issuers.
pub(super) fn joint_fault(letter: &Letter, template: &Template) -> Option<Diagnostic> {
    let sign_offs = letter.sign_offs.as_ref().map_or(0, Vec::len);
    let is_several = letter.issuers.len() > 1 || sign_offs > 1;
    if template.front.is_joint != Some(true) || is_several {
        return None;
    }
    let message = "联合答复要有两个以上的发文机关";
    let fault = Diagnostic::error("missing-issuers", letter.place.clone(), message);
    Some(fault.with_hint("请写“issuers: [主办单位, 联合单位]”，主办单位在前"))
}

/// A letter to those who made the proposal must name them, or say that it goes to somebody else.
pub(super) fn proposers_fault(letter: &Letter, template: &Template) -> Option<Diagnostic> {
    if !template.is_for_proposers() || !letter.proposal.proposers.is_empty() {
        return None;
    }
    let message = "这种信写给提案者，信件里没有“proposal.proposers”，印不出主送";
    let place = letter.kind.place.clone();
    Some(Diagnostic::error("missing-proposers", place, message).with_hint(
        "在 proposal 里写上“proposers: [张三委员]”；写给别人的写 addressees，不要主送的写“addressees: []”",
    ))
}

/// A reply for one of several proposals that are handled together (并案) names the others.
pub(super) fn merged_fault(letter: &Letter, template: &Template) -> Option<Diagnostic> {
    if !template.is_merged() || !letter.proposal.merged_with.is_empty() {
        return None;
    }
    let message = "并案答复没有写和哪几件一并办理";
    let place = letter.kind.place.clone();
    Some(
        Diagnostic::error("missing-merged", place, message).with_hint(
            "在 proposal 里写上“merged_with: [提案号]”；不是并案的，把 kind 改成 lead_reply 等",
        ),
    )
}

pub(super) fn list_faults(letter: &Letter) -> Option<Diagnostic> {
    fn count(sections: &[Section]) -> usize {
        sections
            .iter()
            .map(|section| 1 + count(&section.sections))
            .sum()
    }
    let lengths = [
        letter.introduction.len(),
        letter.next_steps.len(),
        letter.addressees.as_ref().map_or(0, Vec::len),
        letter.proposal.proposers.len(),
        letter.proposal.co_handlers.len(),
        count(&letter.sections),
    ];
    lengths
        .iter()
        .any(|length| *length > LONGEST_LIST)
        .then(|| {
            let message = format!("信件里有一个列表超过 {LONGEST_LIST} 项");
            Diagnostic::error("list-too-long", letter.place.clone(), message)
                .with_hint("请拆成几封信")
        })
}
