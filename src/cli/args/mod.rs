//! What can be typed: commands and options, with their help in Chinese.
//!
//! The commands themselves are here; what each of them takes is in the file of its family.

mod checking;
mod complaint;
mod facts;
mod letters;
mod setup;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Args, Parser, Subcommand};

use super::terminal;
pub(super) use checking::{Check, Explain, FindingFormat, Measure, MeasureFormat};
use complaint::complaint;
pub(super) use facts::{Impact, ImpactFormat, Import, Trace, TraceFormat};
pub(super) use letters::{Build, FontsFrom, LedgerFormat, New, Seal, Status};
pub(super) use setup::{Completions, Fonts, Init, Schema};

const HELP: &str = "\
{about-with-newline}
用法：{usage}

{all-args}{after-help}";

/// 复函：从有出处的数据生成政协提案、人大建议的答复公文，输出 Markdown 和 PDF，版面按 GB/T 9704-2012。
#[derive(Debug, Parser)]
#[command(
    name = "fuhan",
    version,
    help_template = HELP,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_help_heading = "命令",
    subcommand_value_name = "命令",
    next_help_heading = "选项",
    after_help = "例：fuhan build            生成全部信件\n    fuhan check            检查全部信件，不生成\n    fuhan build --help     查看一个命令的说明"
)]
pub(super) struct Arguments {
    /// 要做的事。
    #[command(subcommand)]
    pub(super) command: Command,
    /// 显示说明
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    /// 显示版本
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// 新建工作区：放好能直接生成的示例
    #[command(help_template = HELP, after_help = "例：fuhan init 我的复函")]
    Init(Init),
    /// 新建一封信件
    #[command(help_template = HELP, after_help = "例：fuhan new 20230117 --kind lead_reply\n    fuhan new 20230117 --from 20220022")]
    New(New),
    /// 生成信件的 Markdown 和 PDF
    #[command(
        help_template = HELP,
        after_help = "例：fuhan build                 生成全部信件（没有变化的不重新生成）\n    fuhan build 20220022        只生成一封\n    fuhan build --explain       说明每封信为什么重新生成\n    fuhan build --public 20220022  做公开本，列出去掉了什么\n    fuhan build --check         只核对输出是否最新，不写文件（用于 CI）\n\n退出码：0 全部生成；1 有内容要改、有输出过期或被手工改过；2 要由操作者处理"
    )]
    Build(Build),
    /// 检查数据、信件、模板和版面，校对文字；也能校对任何文本
    #[command(
        help_template = HELP,
        after_help = "例：fuhan check                       检查工作区的全部信件\n    fuhan check 20220022              只检查一封\n    fuhan check --text 来函.md 材料/  校对文本文件和文件夹，不用工作区；“-”是标准输入\n    fuhan check --fix                 改正有把握的错误；先看改动用 --diff\n    fuhan check --format sarif        给代码平台用\n    fuhan check --list                列出全部校对规则\n\n退出码：0 没有错误；1 有错误（用了 --severity 时，有那一级以上的问题）；2 要由操作者处理"
    )]
    Check(Check),
    /// 说明改动的影响：哪些数据变了，哪些信、哪些句子、哪几页跟着变
    #[command(
        help_template = HELP,
        after_help = "例：fuhan impact                                     和上一次提交相比\n    fuhan impact v1.0                                和版本 v1.0 相比\n    fuhan impact --set cases_investigated@2021年=1002  假如这项数据是1002\n    fuhan impact origin/main --format markdown       写成合并请求的评论"
    )]
    Impact(Impact),
    /// 从统计表（.xlsx、.csv）导入数据：先列出每处改动的旧值和新值，再写进 content/facts
    #[command(
        help_template = HELP,
        after_help = "例：fuhan import 2022年统计.xlsx                    列出改动，问过再写\n    fuhan import 2022年统计.xlsx --mapping figures  用 content/imports/figures.yaml\n    fuhan import 2022年统计.csv --yes               不问就写\n    fuhan import 2022年统计.xlsx --diff             按行列出文件里的改动\n\n哪一列、哪一行是哪项数据，写在 content/imports/名字.yaml；写法见 README“从统计表导入”\n\n退出码：0 已写入，或没有变化；1 有改动没有写入，或统计表、对应表、数据有错；2 要由操作者处理"
    )]
    Import(Import),
    /// 封存一封发出的信：留存发出的文件和当时的数据，以后不再重新生成
    #[command(
        help_template = HELP,
        after_help = "例：fuhan seal 20220022 --number 鄂知函〔2022〕15号 --date 2022-05-20 --signer 张三\n    fuhan seal 20220022 --amend     数据变了，起草更正函"
    )]
    Seal(Seal),
    /// 列出信里印出的每个数字：在哪一页哪一行、是哪项数据、出处在哪里
    #[command(
        help_template = HELP,
        after_help = "例：fuhan trace 20220022                     一封信的数据台账\n    fuhan trace 20220022 --format csv > 台账.csv\n    fuhan trace --figure patents_granted     哪些信、哪一页、哪一句印了这项数据"
    )]
    Trace(Trace),
    /// 量一量已经生成的 PDF（别的程序生成的也行）合不合 GB/T 9704-2012
    #[command(
        help_template = HELP,
        after_help = "例：fuhan measure 20220022               量一封信件的 PDF\n    fuhan measure 别处的公文.pdf         量任何一个有文字的 PDF\n    fuhan measure output/20220022.pdf   工作区里的信按本单位的设定量\n    fuhan measure 20220022 --format json\n\n退出码：0 全部合；1 有不合的；2 文件读不了或是扫描件"
    )]
    Measure(Measure),
    /// 办理台账：每封信的承办、期限、状态和缺什么
    #[command(
        help_template = HELP,
        after_help = "例：fuhan status\n    fuhan status --today 2023-05-20\n    fuhan status --format markdown > 台账.md"
    )]
    Status(Status),
    /// 说明一条校对规则：查什么、为什么、正反例、依据
    #[command(help_template = HELP, after_help = "例：fuhan explain doubled-word")]
    Explain(Explain),
    /// 查看各字体用的是哪个字库；查看随附字体的许可
    #[command(help_template = HELP, after_help = "例：fuhan fonts\n    fuhan fonts --licenses")]
    Fonts(Fonts),
    /// 让编辑器边写 YAML 边补全、检查：写出各种文件的 JSON Schema
    #[command(
        help_template = HELP,
        after_help = "例：fuhan schema                 写 schemas/ 和 .vscode/settings.json（已有的不改，告诉你加什么）\n    fuhan schema --modelines     另在每个 YAML 文件第一行写上用哪个模式\n    fuhan schema --print letter  只打印信件的模式\n    fuhan schema --markdown      打印全部键的说明"
    )]
    Schema(Schema),
    /// 打印命令行补全脚本：bash、zsh、fish、powershell、elvish
    #[command(
        help_template = HELP,
        after_help = "例：fuhan completions bash > ~/.local/share/bash-completion/completions/fuhan\n    fuhan completions zsh > ~/.zfunc/_fuhan\n    fuhan completions fish > ~/.config/fish/completions/fuhan.fish\n    fuhan completions powershell >> $PROFILE"
    )]
    Completions(Completions),
}

/// Where the workspace is.
#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(super) struct WorkspaceFolder {
    /// 工作区的文件夹；不写就从当前文件夹往上找
    #[arg(
        short = 'C',
        long = "workspace",
        value_name = "文件夹",
        default_value = ".",
        hide_default_value = true
    )]
    pub(super) folder: PathBuf,
}

/// Reads the command line; on failure, and after help was shown, gives the exit code.
pub(super) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, ExitCode> {
    Arguments::try_parse_from(arguments).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // The one word of help that clap does not let us write.
            let help = error.to_string().replace("[OPTIONS]", "[选项]");
            terminal::line(help.trim_end());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            terminal::error_line(error.to_string().trim_end());
            ExitCode::from(2)
        }
        _ => {
            terminal::error(&complaint(&error));
            ExitCode::from(2)
        }
    })
}
