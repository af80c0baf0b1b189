//! `fuhan explain`: a rule's page; `fuhan check --list`: all rules in a line each.

use super::args::Explain;
use super::{End, terminal};
use crate::error::Error;
use crate::lint::{self, GROUPS, RULES, Rule};
use crate::text::nearest;

pub(super) fn run(arguments: &Explain) -> Result<End, Error> {
    let rule = known(&arguments.rule)?;
    terminal::line(rule.page.trim_end());
    terminal::line(&format!(
        "\n## 级别\n\n{}。确有理由不改的，在那一行写“允许 {}：理由”作注释：YAML 里写成 `# 允许 …`，\
         Markdown 里写成 `<!-- 允许 … -->`，模板里写成 `{{# 允许 … #}}`。",
        rule.severity.as_chinese(),
        rule.name
    ));
    Ok(End::Clean)
}

/// Prints every rule under the title of its group: name, severity, title.
pub(super) fn list() {
    for group in &GROUPS {
        terminal::line(&format!("{}（{}条）", group.title, group.rules.len()));
        for rule in group.rules {
            let severity = rule.severity.as_chinese();
            terminal::line(&format!("  {:<36}{severity}  {}", rule.name, rule.title));
        }
    }
    terminal::error_line(&format!(
        "共{}条规则，用 fuhan explain 规则 查看说明",
        RULES.len()
    ));
}

/// The rule of a name that the user typed.
pub(super) fn known(name: &str) -> Result<&'static Rule, Error> {
    lint::rule(name).ok_or_else(|| {
        let names = RULES.iter().map(|rule| rule.name);
        let hint = nearest::suggestion(name, names)
            .unwrap_or_else(|| "用 fuhan check --list 列出全部规则".to_owned());
        Error::Option(format!("没有名为“{name}”的规则\n提示：{hint}"))
    })
}
