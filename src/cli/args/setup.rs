//! Commands that make a place to write ready: `init`, `fonts`, `schema`, `completions`.

use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::WorkspaceFolder;
use crate::schema;

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(in crate::cli) struct Init {
    /// 工作区的文件夹，没有就新建
    #[arg(
        value_name = "文件夹",
        help_heading = "参数",
        default_value = ".",
        hide_default_value = true
    )]
    pub(in crate::cli) folder: PathBuf,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(in crate::cli) struct Fonts {
    /// 打印随附字体的许可全文
    #[arg(long)]
    pub(in crate::cli) licenses: bool,
    #[command(flatten)]
    pub(in crate::cli) workspace: WorkspaceFolder,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(in crate::cli) struct Schema {
    /// 只打印一种文件的模式：facts、office、letter、import、template
    #[arg(
        long,
        value_name = "文件种类",
        hide_possible_values = true,
        value_parser = PossibleValuesParser::new(schema::kinds().map(|kind| kind.name)),
        conflicts_with_all = ["markdown", "modelines"]
    )]
    pub(in crate::cli) print: Option<String>,
    /// 打印全部键的说明（Markdown）
    #[arg(long, conflicts_with = "modelines")]
    pub(in crate::cli) markdown: bool,
    /// 在每个 YAML 文件第一行写上用哪个模式（已有的、封存的不改）
    #[arg(long)]
    pub(in crate::cli) modelines: bool,
    #[command(flatten)]
    pub(in crate::cli) workspace: WorkspaceFolder,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(in crate::cli) struct Completions {
    /// 哪种命令行：bash、zsh、fish、powershell、elvish
    #[arg(
        value_name = "命令行",
        help_heading = "参数",
        hide_possible_values = true
    )]
    pub(in crate::cli) shell: clap_complete::Shell,
}
