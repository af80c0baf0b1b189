//! A character that no font has is told where it was typed, and nowhere else.

use crate::workspace::Workspace;

/// Fonts have no glyph for it.
const RARE: &str = "𲎯";

#[test]
fn a_measure_is_named_by_its_own_place_only() {
    let workspace = Workspace::small();
    workspace.replace("content/facts/a.yaml", "共查处", &format!("共查{RARE}处"));
    let texts = ["missing-glyph", "U+323AF", "content/facts/a.yaml:10:"];
    let run = workspace.run(&["build"]).fails(1, &texts);
    assert!(!run.stderr.contains(":::"), "{}", run.stderr);
}

#[test]
fn what_a_template_prints_of_a_letter_is_told_in_the_letter() {
    let letter = "content/letters/example_lead_reply.yaml";
    for (from, place) in [("示例一委员", "9:"), ("关于进一步完善", "8:")] {
        let workspace = Workspace::copy(".");
        workspace.replace(letter, from, &format!("{RARE}{from}"));
        let place = format!("{letter}:{place}");
        let run = workspace
            .run(&["build", "--fonts", "bundled"])
            .fails(1, &["missing-glyph", &place]);
        assert!(!run.stderr.contains("templates/"), "{}", run.stderr);
    }
}

#[test]
fn what_a_part_prints_is_told_in_the_part() {
    let workspace = Workspace::small().with("templates/_part.md", format!("甲{RARE}\n\n"));
    workspace.replace(
        "templates/note.md",
        "{% for",
        "{% include \"_part.md\" %}{% for",
    );
    let texts = ["missing-glyph", "templates/_part.md:1:2"];
    workspace.run(&["build"]).fails(1, &texts);
}

#[test]
fn what_a_letter_prints_of_the_office_is_told_in_the_office() {
    let workspace = Workspace::small();
    workspace.replace(
        "content/office.yaml",
        "name: 甲",
        &format!("name: {RARE}甲"),
    );
    let texts = ["missing-glyph", "content/office.yaml:1:7"];
    workspace.run(&["build"]).fails(1, &texts);
}
