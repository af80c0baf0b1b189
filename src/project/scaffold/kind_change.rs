//! A letter carried over to another kind: what belonged to the old kind goes, what the new one
//! needs is asked for.

use crate::facts::yaml::{Editor, Written};
use crate::facts::{KindNeeds, OutcomeRule};

/// The kind of the new letter.
#[derive(Debug, Clone, Copy)]
pub struct NewKind<'a> {
    /// Its name.
    pub name: &'a str,
    /// What its letters must say.
    pub needs: KindNeeds,
}

/// Keys that say for one letter what its kind says for all, or that only some kinds have.
const OF_THE_KIND: [&[&str]; 18] = [
    &["title"],
    &["addressees"],
    &["head"],
    &["opening"],
    &["closing"],
    &["sign_offs"],
    &["seal"],
    &["remarks"],
    &["copied_to"],
    &["issuers"],
    &["signatories"],
    &["issuer_mark"],
    &["class_mark"],
    &["count_line"],
    &["feedback"],
    &["disclosure"],
    &["proposal", "lead_unit"],
    &["proposal", "separate_handlers"],
];

/// A key that a kind needs, and what tells the clerk to fill it in.
struct Blank {
    path: &'static [&'static str],
    comment: &'static str,
    /// What stands there in curly brackets, which hold no comment.
    in_brackets: &'static str,
    is_needed: fn(&KindNeeds) -> bool,
}

const BLANKS: [Blank; 6] = [
    Blank {
        path: &["proposal", "proposers"],
        comment: "# 提案者，例：[张三委员]",
        in_brackets: "[]",
        is_needed: |needs| needs.proposers,
    },
    Blank {
        path: &["proposal", "lead_unit"],
        comment: "# 主办单位，例：省法院",
        in_brackets: "\"\"",
        is_needed: |needs| needs.lead_unit,
    },
    Blank {
        path: &["proposal", "merged_with"],
        comment: "# 一并办理的提案号，例：[\"20220023\"]",
        in_brackets: "[]",
        is_needed: |needs| needs.merged_with,
    },
    Blank {
        path: &["outcome"],
        comment: "# 办理结果分类，例：A",
        in_brackets: "[]",
        is_needed: |needs| needs.outcome == OutcomeRule::Required,
    },
    Blank {
        path: &["issuers"],
        comment: "# 发文的几个机关，例：[主办单位, 联合单位]",
        in_brackets: "[]",
        is_needed: |needs| needs.issuers,
    },
    Blank {
        path: &["previous_reply"],
        comment: "# 前次答复，例：{ document_number: 某函〔2022〕1号, issued_on: 2022-05-20 }",
        in_brackets: "[]",
        is_needed: |needs| needs.previous_reply,
    },
];

/// Takes out what belonged to the old kind, comments included; gives the keys that are gone.
pub(super) fn drop_old(editor: &mut Editor, needs: &KindNeeds) -> Vec<String> {
    editor.remove_head_comments();
    let outcome: &[&str] = &["outcome"];
    let wants_none = needs.outcome == OutcomeRule::None;
    let needless = wants_none.then_some(outcome);
    let paths = OF_THE_KIND.into_iter().chain(needless);
    let removed = paths.filter(|path| editor.remove_with_comments(path));
    removed.map(|path| path.join(".")).collect()
}

/// Adds what the new kind needs and the file does not ask for yet; gives the added keys.
///
/// `is_there` tells the keys that stay in the file, filled in or not.
pub(super) fn add_blanks(
    editor: &mut Editor,
    needs: &KindNeeds,
    is_there: impl Fn(&Editor, &[&str]) -> bool,
) -> Vec<&'static str> {
    let needed = BLANKS.iter().filter(|blank| (blank.is_needed)(needs));
    let mut added = Vec::new();
    for blank in needed {
        if let Some((key, above)) = blank.path.split_last()
            && !is_there(editor, blank.path)
            && add(editor, above, key, blank)
        {
            added.push(*key);
        }
    }
    added
}

/// Adds an empty key before the period or, in the proposal, behind the last key; in brackets, where
/// the last key may be one that is removed, before the body.
fn add(editor: &mut Editor, above: &[&str], key: &str, blank: &Blank) -> bool {
    let is_in_brackets = editor.is_in_brackets(above);
    let (empty, before) = match (above.is_empty(), is_in_brackets) {
        (true, _) => (blank.comment, Some("period")),
        (false, true) => (blank.in_brackets, Some("body")),
        (false, false) => (blank.comment, None),
    };
    editor.insert(above, key, &Written::Yaml(empty.to_owned()), before)
}
