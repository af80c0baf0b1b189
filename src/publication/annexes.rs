//! Annexes that are not published: those that the letter says so of, and the feedback form.

use super::{Removal, RemovalPlace};
use crate::diagnostic::Diagnostic;
use crate::document::{Annex, Block, Body, Document, Inline, MainPart, PlacedText};
use crate::facts::{AnnexContent, Disclosure, Letter, PublicSettings};

/// Takes internal annexes out, or what the office says into their place; the feedback form, which
/// stands after the letter's own annexes, goes in any case.
pub(super) fn withdraw(
    document: &mut Document,
    letter: &Letter,
    settings: &PublicSettings,
    removals: &mut Vec<Removal>,
) -> Vec<Diagnostic> {
    let main_part = &mut document.main_part;
    let notes = std::mem::take(&mut main_part.annex_notes);
    let mut bound = std::mem::take(&mut main_part.annexes).into_iter();
    let mut is_shifted = false;
    for (index, note) in notes.into_iter().enumerate() {
        let own = letter.annexes.get(index);
        let is_separate = own.is_some_and(|own| matches!(own.content, AnnexContent::Separate));
        let annex = if is_separate { None } else { bound.next() };
        if own.is_some_and(|own| own.disclosure == Disclosure::Public) {
            keep(main_part, note, annex);
            continue;
        }
        let word = settings.annex.as_ref().filter(|_| own.is_some());
        removals.push(removal(&note, word));
        match word {
            Some(word) => {
                let annex = annex.map(|annex| placeholder(&annex, word));
                keep(main_part, PlacedText::new(word, note.place), annex);
            }
            None => is_shifted |= own.is_some(),
        }
    }
    if let ([_], [only]) = (&*main_part.annex_notes, &mut *main_part.annexes) {
        only.number = None;
    }
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

/// Keeps an annex under the number that its name then has in the annex note.
fn keep(main_part: &mut MainPart, note: PlacedText, annex: Option<Annex>) {
    main_part.annex_notes.push(note);
    let number = Some(main_part.annex_notes.len());
    let annex = annex.map(|annex| Annex { number, ..annex });
    main_part.annexes.extend(annex);
}

fn removal(title: &PlacedText, word: Option<&String>) -> Removal {
    Removal {
        what: "附件".to_owned(),
        text: title.text.clone(),
        replacement: word.cloned().unwrap_or_default(),
        place: RemovalPlace::Written(title.place.clone()),
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
        number: annex.number,
        title: PlacedText::new(word, place),
        body: Body {
            blocks: vec![paragraph],
        },
    }
}
