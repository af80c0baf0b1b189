//! Annexes that are not published: those that the letter says so of, and the feedback form.

use super::{Removal, RemovalPlace};
use crate::diagnostic::Diagnostic;
use crate::document::{Annex, Block, Body, Document, Inline, PlacedText};
use crate::facts::{Disclosure, Letter, PublicSettings};

/// Takes internal annexes out, or what the office says into their place; the feedback form, which
/// stands after the letter's own annexes, goes in any case.
pub(super) fn withdraw(
    document: &mut Document,
    letter: &Letter,
    settings: &PublicSettings,
    removals: &mut Vec<Removal>,
) -> Vec<Diagnostic> {
    let main_part = &mut document.main_part;
    let annexes = std::mem::take(&mut main_part.annexes);
    let mut is_shifted = false;
    for (index, annex) in annexes.into_iter().enumerate() {
        let own = letter.annexes.get(index);
        let is_form = own.is_none();
        if own.is_some_and(|own| own.disclosure == Disclosure::Public) {
            main_part.annexes.push(annex);
            continue;
        }
        let word = settings.annex.as_ref().filter(|_| !is_form);
        removals.push(removal(&annex, word));
        match word {
            Some(word) => main_part.annexes.push(placeholder(&annex, word)),
            None => is_shifted |= !is_form,
        }
    }
    let titles = main_part.annexes.iter();
    main_part.annex_notes = titles.map(|annex| annex.title.clone()).collect();
    let speaks_of_annex = super::walk::body_texts(document)
        .into_iter()
        .find(|text| text.contains("附件"));
    speaks_of_annex
        .filter(|_| is_shifted)
        .map(|text| {
            let message = format!("公开本里没有了附件，正文却提到附件：“{text}”");
            Diagnostic::error("public-annex", letter.place.clone(), message).with_hint(
                "在 office.yaml 写 public: { annex: 不公开 }，附件的位置就留着，印这几个字",
            )
        })
        .into_iter()
        .collect()
}

fn removal(annex: &Annex, word: Option<&String>) -> Removal {
    Removal {
        what: "附件".to_owned(),
        text: annex.title.text.clone(),
        replacement: word.cloned().unwrap_or_default(),
        place: RemovalPlace::Written(annex.title.place.clone()),
    }
}

/// An annex that keeps its number and says that it is not published.
fn placeholder(annex: &Annex, word: &str) -> Annex {
    let place = annex.title.place.clone();
    let paragraph = Block::Paragraph {
        inlines: vec![Inline::plain(word)],
        place: place.clone(),
    };
    Annex {
        title: PlacedText::new(word, place),
        body: Body {
            blocks: vec![paragraph],
        },
    }
}
