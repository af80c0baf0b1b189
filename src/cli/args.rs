//! What can be typed: commands and options, with their help in Chinese.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, Parser, Subcommand, ValueEnum};

use super::terminal;
use crate::diagnostic::Severity;
use crate::schema;

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

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(super) struct Init {
    /// 工作区的文件夹，没有就新建
    #[arg(
        value_name = "文件夹",
        help_heading = "参数",
        default_value = ".",
        hide_default_value = true
    )]
    pub(super) folder: PathBuf,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(super) struct New {
    /// 信件的编号，也是输出的文件名，通常用提案号
    #[arg(value_name = "编号", help_heading = "参数")]
    pub(super) id: String,
    /// 模板的名字，例如 `lead_reply`（默认）、`co_handling_opinion`
    #[arg(long, value_name = "模板")]
    pub(super) kind: Option<String>,
    /// 承接哪一封旧信：照抄它的章节，换到新的期间，列出还没有数值的数据
    #[arg(long, value_name = "编号")]
    pub(super) from: Option<String>,
    /// 新的期间，例如 2022年；不写就是旧信的下一年
    #[arg(long, value_name = "期间", requires = "from")]
    pub(super) period: Option<String>,
    #[command(flatten)]
    pub(super) workspace: WorkspaceFolder,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(super) struct Build {
    /// 信件的编号；不写就是全部
    #[arg(value_name = "编号", help_heading = "参数")]
    pub(super) letters: Vec<String>,
    /// 只核对输出是否最新，不写文件；总用随附字体
    #[arg(long, conflicts_with = "force")]
    pub(super) check: bool,
    /// 全部重新生成，手工改过的输出也覆盖
    #[arg(long)]
    pub(super) force: bool,
    /// 说明每封信为什么重新生成
    #[arg(long)]
    pub(super) explain: bool,
    /// 另做审阅本“编号.审阅.pdf”：每个数字带出处的批注，给签发的人看
    #[arg(long, conflicts_with_all = ["check", "watch", "prune", "explain"])]
    pub(super) review: bool,
    /// 另做公开本“编号.公开.md”和“编号.公开.pdf”：去掉电话等个人信息、内部数据、不公开的附件，列出去掉了什么
    #[arg(long, conflicts_with_all = ["check", "watch", "prune", "explain", "review", "archive"])]
    pub(super) public: bool,
    /// 每次保存后自动重新生成，按 Ctrl-C 结束
    #[arg(long, conflicts_with_all = ["check", "force", "prune"])]
    pub(super) watch: bool,
    /// 删去已经没有信件的输出（手工改过的除外）
    #[arg(long, conflicts_with = "check")]
    pub(super) prune: bool,
    /// 另外生成归档 PDF（PDF/A-2a、PDF/UA-1），文件名是 编号.archive.pdf
    #[arg(long, conflicts_with = "check")]
    pub(super) archive: bool,
    /// 归档 PDF 里附上信里用到的数据和数字台账（改为 PDF/A-3a）
    #[arg(long, requires = "archive")]
    pub(super) attach: bool,
    /// 用哪里的字体：system 先用系统的，bundled 只用随附的
    #[arg(long, value_name = "来源", hide_possible_values = true)]
    pub(super) fonts: Option<FontsFrom>,
    /// 同时用几个线程；不写就是全部处理器
    #[arg(long, value_name = "个数")]
    pub(super) jobs: Option<usize>,
    #[command(flatten)]
    pub(super) workspace: WorkspaceFolder,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(super) struct Impact {
    /// 和 Git 里的哪个版本比较
    #[arg(
        value_name = "版本",
        help_heading = "参数",
        default_value = "HEAD",
        hide_default_value = true
    )]
    pub(super) revision: String,
    /// 不和版本比较，而是试一个值：数据编号@期间=新值；可写几次
    #[arg(long, value_name = "数据编号@期间=新值", conflicts_with = "revision")]
    pub(super) set: Vec<String>,
    /// 格式：text，json，markdown
    #[arg(
        long,
        value_name = "格式",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: ImpactFormat,
    #[command(flatten)]
    pub(super) workspace: WorkspaceFolder,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ImpactFormat {
    Text,
    Json,
    Markdown,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(super) struct Import {
    /// 统计表：.xlsx、.csv、.tsv
    #[arg(value_name = "文件", help_heading = "参数")]
    pub(super) file: PathBuf,
    /// 用哪个对应表（content/imports 里的名字）；不写就用与统计表同名的，或者仅有的一个
    #[arg(long, value_name = "名字")]
    pub(super) mapping: Option<String>,
    /// 不问，直接写入
    #[arg(long, short = 'y')]
    pub(super) yes: bool,
    /// 另外按行列出文件里的改动
    #[arg(long)]
    pub(super) diff: bool,
    #[command(flatten)]
    pub(super) workspace: WorkspaceFolder,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(super) struct Seal {
    /// 信件的编号
    #[arg(value_name = "编号", help_heading = "参数")]
    pub(super) letter: String,
    /// 发文字号
    #[arg(long, value_name = "文号", required_unless_present = "amend")]
    pub(super) number: Option<String>,
    /// 成文日期，例如 2022-05-20
    #[arg(long, value_name = "日期", required_unless_present = "amend")]
    pub(super) date: Option<String>,
    /// 签发人
    #[arg(long, value_name = "姓名", required_unless_present = "amend")]
    pub(super) signer: Option<String>,
    /// 起草更正函：列出发出以后变了的数据
    #[arg(long, conflicts_with_all = ["number", "date", "signer"])]
    pub(super) amend: bool,
    /// 封存的归档 PDF 里附上信里用到的数据和数字台账（改为 PDF/A-3a）
    #[arg(long, conflicts_with = "amend")]
    pub(super) attach: bool,
    #[command(flatten)]
    pub(super) workspace: WorkspaceFolder,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(super) struct Trace {
    /// 信件的编号；不写就是全部
    #[arg(value_name = "编号", help_heading = "参数")]
    pub(super) letters: Vec<String>,
    /// 只列一项数据：数据的编号
    #[arg(long, value_name = "数据编号")]
    pub(super) figure: Option<String>,
    /// 格式：table 表格，json，csv
    #[arg(
        long,
        value_name = "格式",
        default_value = "table",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: TraceFormat,
    #[command(flatten)]
    pub(super) workspace: WorkspaceFolder,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum TraceFormat {
    Table,
    Json,
    Csv,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(super) struct Status {
    /// 照哪一天算剩余天数，例如 2023-05-20；不写就是今天
    #[arg(long, value_name = "日期")]
    pub(super) today: Option<String>,
    /// 格式：table 表格，json，markdown
    #[arg(
        long,
        value_name = "格式",
        default_value = "table",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: LedgerFormat,
    #[command(flatten)]
    pub(super) workspace: WorkspaceFolder,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LedgerFormat {
    Table,
    Json,
    Markdown,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(super) struct Fonts {
    /// 打印随附字体的许可全文
    #[arg(long)]
    pub(super) licenses: bool,
    #[command(flatten)]
    pub(super) workspace: WorkspaceFolder,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(super) struct Measure {
    /// 信件的编号，或者 PDF 文件（以 .pdf 结尾）
    #[arg(value_name = "编号或文件", help_heading = "参数")]
    pub(super) target: String,
    /// 输出的样子：table 表格，json 供程序读
    #[arg(
        long,
        value_name = "样子",
        default_value = "table",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(super) format: MeasureFormat,
    #[command(flatten)]
    pub(super) workspace: WorkspaceFolder,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum MeasureFormat {
    Table,
    Json,
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FontsFrom {
    System,
    Bundled,
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

/// What is wrong with the command line, in Chinese.
fn complaint(error: &clap::Error) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::UnknownArgument => format!("没有“{argument}”这个选项"),
        ErrorKind::InvalidSubcommand => {
            format!("没有“{}”这个命令", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => format!("缺少“{argument}”"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            format!("“{argument}”后面要写一个值")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("“{argument}”不能是“{value}”")
        }
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg);
            format!("“{argument}”和“{other}”不能一起用")
        }
        _ => format!("命令写法不对：{}", error.kind()),
    };
    format!("{message}\n提示：用 fuhan --help 或 fuhan 命令 --help 查看写法")
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(super) struct Check {
    /// 信件的编号；不写就是全部
    #[arg(value_name = "编号", help_heading = "参数", conflicts_with = "text")]
    pub(super) letters: Vec<String>,
    /// 校对文本文件（.md、.txt）或文件夹，不用工作区；“-”是标准输入
    #[arg(long, value_name = "文件", num_args = 1..)]
    pub(super) text: Vec<PathBuf>,
    /// 格式：full、concise、json、sarif、junit、github
    #[arg(
        long,
        value_name = "格式",
        default_value = "full",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: FindingFormat,
    /// 只看这一级以上的问题，有就以 1 退出：error、warning、hint
    #[arg(long, value_name = "级别", hide_possible_values = true)]
    pub(super) severity: Option<SeverityChoice>,
    /// 只用这些规则，用逗号分开
    #[arg(long, value_name = "规则", value_delimiter = ',')]
    pub(super) rule: Vec<String>,
    /// 不用这些规则，用逗号分开
    #[arg(long, value_name = "规则", value_delimiter = ',')]
    pub(super) exclude: Vec<String>,
    /// 改正有把握的错误，写回文件
    #[arg(long)]
    pub(super) fix: bool,
    /// 打印改动；不加 --fix 就只看不写
    #[arg(long)]
    pub(super) diff: bool,
    /// 列出全部校对规则
    #[arg(long)]
    pub(super) list: bool,
    #[command(flatten)]
    pub(super) workspace: WorkspaceFolder,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(super) struct Schema {
    /// 只打印一种文件的模式：facts、office、letter、import、template
    #[arg(
        long,
        value_name = "文件种类",
        hide_possible_values = true,
        value_parser = PossibleValuesParser::new(schema::kinds().map(|kind| kind.name)),
        conflicts_with_all = ["markdown", "modelines"]
    )]
    pub(super) print: Option<String>,
    /// 打印全部键的说明（Markdown）
    #[arg(long, conflicts_with = "modelines")]
    pub(super) markdown: bool,
    /// 在每个 YAML 文件第一行写上用哪个模式（已有的、封存的不改）
    #[arg(long)]
    pub(super) modelines: bool,
    #[command(flatten)]
    pub(super) workspace: WorkspaceFolder,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(super) struct Completions {
    /// 哪种命令行：bash、zsh、fish、powershell、elvish
    #[arg(
        value_name = "命令行",
        help_heading = "参数",
        hide_possible_values = true
    )]
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(super) struct Explain {
    /// 规则的名字，写在消息开头的方括号里
    #[arg(value_name = "规则", help_heading = "参数")]
    pub(super) rule: String,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FindingFormat {
    Full,
    Concise,
    Json,
    Sarif,
    Junit,
    Github,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SeverityChoice {
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
