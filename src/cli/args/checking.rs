//! Commands that look for mistakes: `check` with `explain`, and `measure` for written PDFs.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::WorkspaceFolder;
use crate::diagnostic::Severity;

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(in crate::cli) struct Check {
    /// 信件的编号；不写就是全部
    #[arg(value_name = "编号", help_heading = "参数", conflicts_with = "text")]
    pub(in crate::cli) letters: Vec<String>,
    /// 校对文本文件（.md、.txt）或文件夹，不用工作区；“-”是标准输入
    #[arg(long, value_name = "文件", num_args = 1..)]
    pub(in crate::cli) text: Vec<PathBuf>,
    /// 格式：full、concise、json、sarif、junit、github
    #[arg(
        long,
        value_name = "格式",
        default_value = "full",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(in crate::cli) format: FindingFormat,
    /// 只看这一级以上的问题，有就以 1 退出：error、warning、hint
    #[arg(long, value_name = "级别", hide_possible_values = true)]
    pub(in crate::cli) severity: Option<SeverityChoice>,
    /// 只用这些规则，用逗号分开
    #[arg(long, value_name = "规则", value_delimiter = ',')]
    pub(in crate::cli) rule: Vec<String>,
    /// 不用这些规则，用逗号分开
    #[arg(long, value_name = "规则", value_delimiter = ',')]
    pub(in crate::cli) exclude: Vec<String>,
    /// 改正有把握的错误，写回文件
    #[arg(long)]
    pub(in crate::cli) fix: bool,
    /// 打印改动；不加 --fix 就只看不写
    #[arg(long)]
    pub(in crate::cli) diff: bool,
    /// 列出全部校对规则
    #[arg(long)]
    pub(in crate::cli) list: bool,
    #[command(flatten)]
    pub(in crate::cli) workspace: WorkspaceFolder,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum FindingFormat {
    Full,
    Concise,
    Json,
    Sarif,
    Junit,
    Github,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum SeverityChoice {
    Error,
    Warning,
    Hint,
}

impl From<SeverityChoice> for Severity {
    fn from(choice: SeverityChoice) -> Self {
        match choice {
            SeverityChoice::Error => Self::Error,
            SeverityChoice::Warning => Self::Warning,
            SeverityChoice::Hint => Self::Hint,
        }
    }
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(in crate::cli) struct Explain {
    /// 规则的名字，写在消息开头的方括号里
    #[arg(value_name = "规则", help_heading = "参数")]
    pub(in crate::cli) rule: String,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(in crate::cli) struct Measure {
    /// 信件的编号，或者 PDF 文件（以 .pdf 结尾）
    #[arg(value_name = "编号或文件", help_heading = "参数")]
    pub(in crate::cli) target: String,
    /// 输出的样子：table 表格，json 供程序读
    #[arg(
        long,
        value_name = "样子",
        default_value = "table",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(in crate::cli) format: MeasureFormat,
    #[command(flatten)]
    pub(in crate::cli) workspace: WorkspaceFolder,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum MeasureFormat {
    Table,
    Json,
}
