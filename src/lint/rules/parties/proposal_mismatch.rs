//! Session or number in the text is not that of the letter's proposal.

use super::session_mismatch::mentions;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::{Check, LetterView, Rule};
use crate::text::numerals::chinese_numeral;

/// Session or number in the text is not that of the letter's proposal.
pub(crate) const PROPOSAL_MISMATCH: Rule = Rule {
    name: "proposal-mismatch",
    title: "届次、编号与信件数据不符",
    severity: Severity::Error,
    check: Check::Letter(check),
    page: include_str!("proposal_mismatch.md"),
};

fn check(view: &LetterView<'_>, findings: &mut Findings<'_>) {
    let proposal = &view.letter().proposal;
    let number = proposal.number.as_str().trim_start_matches('0');
    let session = session(u64::from(proposal.term), u64::from(proposal.session));
    for mention in mentions(view.text()) {
        let is_own = mention.number.trim_start_matches('0') == number;
        if is_own && mention.session != session {
            let message = format!("这里写的是“{}”，信件数据是“{session}”", mention.session);
            findings.at(mention.range, message).hint(HINT);
        } else if !is_own && view.title().contains(&mention.range.start) {
            let message = format!(
                "标题里是第{}号，信件数据是第{}号",
                mention.number,
                proposal.number.as_str()
            );
            findings.at(mention.range, message).hint(HINT);
        }
    }
}

const HINT: &str = "核对届次和编号；用 {{ proposal.term }}{{ proposal.session }}第{{ proposal.number }}号 打印就不会不同";

fn session(term: u64, session: u64) -> String {
    format!(
        "{}届{}次会议",
        chinese_numeral(term),
        chinese_numeral(session)
    )
}
