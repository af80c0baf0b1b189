//! Commands about facts: `import` brings them in, `impact` and `trace` tell where they are printed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::WorkspaceFolder;

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(in crate::cli) struct Import {
    /// 统计表：.xlsx、.csv、.tsv
    #[arg(value_name = "文件", help_heading = "参数")]
    pub(in crate::cli) file: PathBuf,
    /// 用哪个对应表（content/imports 里的名字）；不写就用与统计表同名的，或者仅有的一个
    #[arg(long, value_name = "名字")]
    pub(in crate::cli) mapping: Option<String>,
    /// 不问，直接写入
    #[arg(long, short = 'y')]
    pub(in crate::cli) yes: bool,
    /// 另外按行列出文件里的改动
    #[arg(long)]
    pub(in crate::cli) diff: bool,
    #[command(flatten)]
    pub(in crate::cli) workspace: WorkspaceFolder,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(in crate::cli) struct Impact {
    /// 和 Git 里的哪个版本比较
    #[arg(
        value_name = "版本",
        help_heading = "参数",
        default_value = "HEAD",
        hide_default_value = true
    )]
    pub(in crate::cli) revision: String,
    /// 不和版本比较，而是试一个值：数据编号@期间=新值；可写几次
    #[arg(long, value_name = "数据编号@期间=新值", conflicts_with = "revision")]
    pub(in crate::cli) set: Vec<String>,
    /// 格式：text，json，markdown
    #[arg(
        long,
        value_name = "格式",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(in crate::cli) format: ImpactFormat,
    #[command(flatten)]
    pub(in crate::cli) workspace: WorkspaceFolder,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ImpactFormat {
    Text,
    Json,
    Markdown,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(in crate::cli) struct Trace {
    /// 信件的编号；不写就是全部
    #[arg(value_name = "编号", help_heading = "参数")]
    pub(in crate::cli) letters: Vec<String>,
    /// 只列一项数据：数据的编号
    #[arg(long, value_name = "数据编号")]
    pub(in crate::cli) figure: Option<String>,
    /// 格式：table 表格，json，csv
    #[arg(
        long,
        value_name = "格式",
        default_value = "table",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(in crate::cli) format: TraceFormat,
    #[command(flatten)]
    pub(in crate::cli) workspace: WorkspaceFolder,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum TraceFormat {
    Table,
    Json,
    Csv,
}
