//! `fuhan build --public`: makes public copies and lists on the terminal what was taken out.
//!
//! The list names what is not to be published, so it is never written to a file.

use super::{End, terminal};
use crate::build::Options;
use crate::build::outputs::Outcome;
use crate::build::public::{PublicCopy, SUFFIX, State, public};
use crate::error::Error;
use crate::project::Project;
use crate::publication::Removal;
use crate::source::Span;

pub(super) fn run(project: &Project, options: &Options) -> Result<End, Error> {
    let bar = terminal::Bar::new();
    let made = public(project, options, &bar);
    bar.finish();
    let (copies, shared) = made?;
    let own = copies.iter().flat_map(|copy| copy.diagnostics.clone());
    let mut all: Vec<_> = shared.into_iter().chain(own).collect();
    all.dedup();
    terminal::diagnostics(all);
    copies.iter().for_each(|copy| print(copy, project));
    let is_sound = |copy: &PublicCopy| {
        !matches!(
            copy.state,
            State::Failed | State::Unready(_) | State::Put(Outcome::Edited(_))
        )
    };
    let is_clean = !copies.is_empty() && copies.iter().all(is_sound);
    Ok(if is_clean { End::Clean } else { End::Findings })
}

fn print(copy: &PublicCopy, project: &Project) {
    let letter = &copy.letter;
    let name = format!("{letter}{SUFFIX}");
    let count = copy.removed.len();
    terminal::line(&match &copy.state {
        State::Put(Outcome::Edited(files)) => format!(
            "{letter}  {}被手工改过，没有覆盖（要覆盖用 --force）",
            files.join("、")
        ),
        State::Put(Outcome::Overwritten(files)) => format!(
            "{name}  已生成，去掉了{count}处，覆盖了手工改过的 {}",
            files.join("、")
        ),
        State::Put(Outcome::Unchanged) => format!("{name}  无变化，去掉了{count}处"),
        State::Put(_) => format!("{name}  已生成，去掉了{count}处"),
        State::Withheld(reason) | State::Unready(reason) => {
            format!("{letter}  没有公开本：{reason}")
        }
        State::Failed => format!("{letter}  有错，没有生成公开本"),
    });
    for (removal, place) in &copy.removed {
        terminal::line(&line(removal, place));
    }
    let is_stale = matches!(
        copy.state,
        State::Withheld(_) | State::Unready(_) | State::Failed
    );
    let old = project.output().join(format!("{name}.md"));
    if is_stale && old.exists() {
        terminal::error_line(&format!("以前的公开本还在，请不要再用：{}", old.display()));
    }
}

fn line(removal: &Removal, place: &Span) -> String {
    let Removal {
        what,
        text,
        replacement,
        ..
    } = removal;
    let position = place.position();
    let place = format!(
        "{}:{}:{}",
        place.source().path(),
        position.line,
        position.column
    );
    match replacement.is_empty() {
        true => format!("    删去 {what}：{text}（{place}）"),
        false => format!("    {what}：{text} → {replacement}（{place}）"),
    }
}
