//! 提案（第58号建议）, 各位代表对政协提案工作: one kind of paper or proposer beside the other in one phrase.

use super::role_mismatch::HINT;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::reply::{Addressee, Whom};

/// 关于冬季旅游的提案（第58号建议）: one paper is of one kind. A proposal may be called 《……的建议》.
pub(super) fn numbered_otherwise(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const LONGEST: usize = 12;
    for at in view.places('提') {
        let open = at + 2;
        if !view.is_at(at, "提案（") {
            continue;
        }
        let number = view.numbers_in(open..open + LONGEST).first();
        let end = number
            .map(|it| it.digits.end)
            .filter(|end| view.is_at(*end, "号建议）"));
        if end.is_some() && !view.in_quotes(at) {
            findings
                .at(at..at + 2, "这里是“提案”，编号却是“建议”的")
                .hint(HINT);
        }
    }
}

/// 市人大代表提出的“加强岸线保护”提案: the paper's name stands between its maker and its kind.
pub(super) fn named_between(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const LONGEST: usize = 40;
    for open in view.places_of_any(&['“', '《']) {
        let wrong = match view.one_of_before(open, &["人大代表提出的", "政协委员提出的"])
        {
            Some("人大代表提出的") => "提案",
            Some(_) => "议案",
            None => continue,
        };
        let Some(close) = (open..open + LONGEST).find(|at| view.is_any_at(*at, "”》")) else {
            continue;
        };
        let kind = close + 1 + usize::from(view.char(close + 1) == '的');
        // 政协委员、人大代表提出的…: what several have made.
        let (maker, others) = match wrong {
            "提案" => ("人大代表", ["政协", "委员"]),
            _ => ("政协委员", ["人大", "代表"]),
        };
        let is_of_both = view.has_any(&view.sentence(open), &others);
        if view.is_at(kind, wrong) && !is_of_both {
            findings
                .at(
                    kind..kind + 2,
                    format!("提出的是{maker}，这里却是“{wrong}”"),
                )
                .hint(HINT);
        }
    }
}

/// 感谢各位代表对政协提案办理工作的理解: the deputies have to do with their own papers.
pub(super) fn mixed_thanks(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const WORDS: [(&str, &str, usize); 7] = [
        ("代表对提案工作", "委员", 2),
        ("代表对提案办理", "委员", 2),
        ("代表对政协提案", "委员", 2),
        ("代表对政协工作", "委员", 2),
        ("委员对人大代表建议", "代表", 2),
        ("委员对人大建议", "代表", 2),
        ("委员对人大工作", "代表", 2),
    ];
    let whole = 0..view.chars().len();
    let found = WORDS.iter().flat_map(|(words, other, length)| {
        let places = view.each(whole.clone(), words);
        places.map(move |start| (start, *other, *length))
    });
    for (start, other, length) in found {
        // 各位代表、委员对人大建议和政协提案 thanks both.
        let sentence = view.sentence(start);
        let is_of_both = view.has_any(&(sentence.start..start), &[other])
            || view.has_any(
                &(start + length..sentence.end),
                &["建议、", "和建议", "、提案", "和提案", "和政协", "、政协"],
            );
        if !is_of_both && !view.in_quotes(start) {
            let text = view.words(start..start + length);
            findings
                .at(
                    start..start + length,
                    format!("这里是“{text}”，说的却是另一个会的工作"),
                )
                .hint(format!("如果说的就是它，改为“{other}”"))
                .suggest(start..start + length, other);
        }
    }
}

/// 陈丽华代表：…感谢各位政协委员对…的关心, 您在县政协会议上提出的: what is said to the reader is of the other meeting.
pub(super) fn said_to_reader(
    view: &TextView<'_>,
    addressee: &Addressee,
    findings: &mut Findings<'_>,
) {
    let (words, own): ([&str; 11], [&str; 2]) = match addressee.whom {
        Whom::Deputies => (
            [
                "感谢各位政协委员对",
                "感谢广大政协委员对",
                "您在县政协会议上",
                "您在市政协会议上",
                "您在区政协会议上",
                "您在省政协会议上",
                "政协提案办理情况征询意见表",
                "您作为市政协委员",
                "您作为县政协委员",
                "您作为区政协委员",
                "您作为省政协委员",
            ],
            ["人大", "代表"],
        ),
        Whom::Members => (
            [
                "感谢各位人大代表对",
                "感谢广大人大代表对",
                "您在县人大会议上",
                "您在市人大会议上",
                "您在区人大会议上",
                "您在省人大会议上",
                "代表建议办理情况征询意见表",
                "您作为市人大代表",
                "您作为县人大代表",
                "您作为区人大代表",
                "您作为省人大代表",
            ],
            ["政协", "委员"],
        ),
        Whom::Unit => return,
    };
    titled_otherwise(view, addressee, findings);
    let body = addressee.line.end..view.chars().len();
    for word in words {
        for start in view.each(body.clone(), word) {
            let end = start + word.chars().count();
            // 感谢各位人大代表、政协委员 thanks both.
            if !view.has_any(&(end..view.clause(end).end), &own) {
                let line = view.words(addressee.line.clone());
                findings
                    .at(
                        start..end,
                        format!("这封信写给“{line}”，这里说的是另一个会"),
                    )
                    .hint(HINT);
            }
        }
    }
}

/// 刘志远委员：您提出的《关于…的议案》: a member of the conference makes no motion (议案).
fn titled_otherwise(view: &TextView<'_>, addressee: &Addressee, findings: &mut Findings<'_>) {
    const TITLE: &str = "议案》";
    let opening = view.reply().opening.clone();
    let place = view.find(opening, TITLE);
    if let Some(at) = place.filter(|_| addressee.whom == Whom::Members) {
        findings
            .at(at..at + 2, "政协委员提的是提案，这里却是“议案”")
            .hint(HINT);
    }
}
