//! How a proposal (提案) is read, and that members and deputies are not mixed.

use super::keys;
use super::proposal::{CoHandler, Matter, Proposal, Proposer, ProposerKind};
use super::yaml::{Decoder, Fields, FromYaml, Node, Shape, Words};
use crate::diagnostic::Diagnostic;
use crate::source::PlacedText;

impl Words for Matter {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("proposal", Self::Proposal, "提案，由委员提出"),
        ("suggestion", Self::Suggestion, "建议，由代表提出"),
        ("motion", Self::Motion, "议案，由代表提出"),
    ];
}

impl FromYaml for Proposal {
    fn shape() -> Shape {
        Shape::Mapping(&keys::PROPOSAL)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::PROPOSAL)?;
        let proposal = proposal(&mut fields);
        if let Some(proposal) = &proposal {
            mixed_matter(proposal, &mut fields);
            proposer_count(proposal, &mut fields);
        }
        fields.finish();
        proposal
    }
}

fn proposal(fields: &mut Fields<'_, '_, '_>) -> Option<Proposal> {
    let matter = fields.optional("matter");
    let body: Option<PlacedText> = fields.required("body");
    let term = counted_from_one(fields, "term");
    let session = counted_from_one(fields, "session");
    let number = fields.required("number");
    let subject = fields.required("subject");
    Some(Proposal {
        meeting: fields.optional("meeting"),
        category: fields.optional("category"),
        proposers: fields.list("proposers"),
        proposer_count: fields.optional("proposer_count"),
        pronoun: fields.optional("pronoun"),
        lead_unit: fields.optional("lead_unit"),
        co_handlers: fields.list("co_handlers"),
        separate_handlers: fields.list("separate_handlers"),
        merged_with: fields.list("merged_with"),
        points: fields.list("points"),
        point_counts: fields.optional("point_counts"),
        matter: matter.unwrap_or_else(|| matter_of(body.as_ref())),
        body: body?,
        term: term?,
        session: session?,
        number: number?,
        subject: subject?,
    })
}

/// A people's congress (人大) gets suggestions unless the letter says motion.
fn matter_of(body: Option<&PlacedText>) -> Matter {
    match body {
        Some(body) if body.text.ends_with("人大") => Matter::Suggestion,
        _ => Matter::Proposal,
    }
}

fn counted_from_one(fields: &mut Fields<'_, '_, '_>, key: &'static str) -> Option<u32> {
    let number: u32 = fields.required(key)?;
    if number == 0 {
        let message = format!("“{key}”从1数起，这里是“0”");
        let place = fields.place_of(key);
        fields
            .decoder()
            .report(Diagnostic::error("not-a-number", place, message));
        return None;
    }
    Some(number)
}

/// 委员 make 提案 to 政协, 代表 make 建议 and 议案 to 人大; whatever crosses is an error.
fn mixed_matter(proposal: &Proposal, fields: &mut Fields<'_, '_, '_>) {
    let matter = proposal.matter;
    let (wrong_body, wrong_member) = match matter {
        Matter::Proposal => ("人大", "代表"),
        Matter::Suggestion | Matter::Motion => ("政协", "委员"),
    };
    let (word, name) = (matter.word(), matter.name());
    let complaint = |placed: &PlacedText, what: String| {
        let hint =
            "政协委员提出提案（matter: proposal）；人大代表提出建议（suggestion）或议案（motion）";
        Diagnostic::error("mixed-matter", placed.place.clone(), what).with_hint(hint)
    };
    let mut faults = Vec::new();
    if proposal.body.text.contains(wrong_body) {
        let body = &proposal.body;
        let what = format!("“{}”没有{word}（matter: {name}）", body.text);
        faults.push(complaint(body, what));
    }
    for proposer in &proposal.proposers {
        let is_member = proposer.kind == ProposerKind::Member;
        if is_member && proposer.name.text.ends_with(wrong_member) {
            let what = format!("{word}不由“{}”提出", proposer.name.text);
            faults.push(complaint(&proposer.name, what));
        }
    }
    for fault in faults {
        fields.decoder().report(fault);
    }
}

/// The count is of all proposers, so it cannot be less than are named.
fn proposer_count(proposal: &Proposal, fields: &mut Fields<'_, '_, '_>) {
    let (count, named) = (proposal.proposer_count, proposal.proposers.len());
    if let Some(count) = count.filter(|count| (*count as usize) < named.max(1)) {
        let message = format!("提案者列了{named}个，“proposer_count”却是“{count}”");
        let place = fields.place_of("proposer_count");
        let fault = Diagnostic::error("proposer-count", place, message);
        let hint = "写全部提案者的人数；都列出了就删去这一项";
        fields.decoder().report(fault.with_hint(hint));
    }
}

/// Keys of a proposer that is not a plain text, with the kind that each stands for.
const PROPOSER_KINDS: [(&str, ProposerKind); 5] = [
    ("member", ProposerKind::Member),
    ("party", ProposerKind::Party),
    ("sector", ProposerKind::Sector),
    ("committee", ProposerKind::Committee),
    ("group", ProposerKind::Group),
];

impl FromYaml for Proposer {
    fn shape() -> Shape {
        Shape::Either(vec![Shape::Text, Shape::Mapping(&keys::PROPOSER)])
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        if !node.is_mapping() {
            return decoder.text(node).map(plain_proposer);
        }
        let mut fields = decoder.fields(node, &keys::PROPOSER)?;
        let named = PROPOSER_KINDS.map(|(key, kind)| (kind, fields.optional::<PlacedText>(key)));
        let mut named: Vec<_> = named
            .into_iter()
            .filter_map(|(kind, name)| Some((kind, name?)))
            .collect();
        let (phone, unit) = (fields.optional("phone"), fields.optional("unit"));
        if named.len() != 1 {
            let message = "一个提案者要写一种名称，也只写一种";
            let hint = "写 member、party、sector、committee、group 当中的一个";
            let place = fields.place().clone();
            let fault = Diagnostic::error("conflicting-keys", place, message).with_hint(hint);
            fields.decoder().report(fault);
        }
        fields.finish();
        let (kind, name) = named.pop()?;
        Some(Self {
            kind,
            name,
            phone,
            unit,
        })
    }
}

/// A plain text is a person if it ends in 委员 or 代表 and names no more than one.
fn plain_proposer(name: PlacedText) -> Proposer {
    let has_word = name.text.ends_with("委员") || name.text.ends_with("代表");
    let is_one = !name.text.contains('等') && !name.text.contains('、');
    let kind = match has_word && is_one {
        true => ProposerKind::Member,
        false => ProposerKind::Group,
    };
    Proposer {
        kind,
        name,
        phone: None,
        unit: None,
    }
}

impl FromYaml for CoHandler {
    fn shape() -> Shape {
        Shape::Either(vec![Shape::Text, Shape::Mapping(&keys::CO_HANDLER)])
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        if !node.is_mapping() {
            let unit = decoder.text(node)?;
            return Some(Self {
                unit,
                opinion: None,
                received_on: None,
            });
        }
        let mut fields = decoder.fields(node, &keys::CO_HANDLER)?;
        let unit = fields.required("unit");
        let opinion = fields.optional("opinion");
        let received_on = fields.optional("received_on");
        fields.finish();
        Some(Self {
            unit: unit?,
            opinion,
            received_on,
        })
    }
}
