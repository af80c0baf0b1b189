//! Commands about letters: `new`, `build`, `seal`, `status`.

use clap::{Args, ValueEnum};

use super::WorkspaceFolder;

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(in crate::cli) struct New {
    /// 信件的编号，也是输出的文件名，通常用提案号
    #[arg(value_name = "编号", help_heading = "参数")]
    pub(in crate::cli) id: String,
    /// 模板的名字，例如 `lead_reply`（默认）、`co_handling_opinion`
    #[arg(long, value_name = "模板")]
    pub(in crate::cli) kind: Option<String>,
    /// 承接哪一封旧信：照抄它的章节，换到新的期间，列出还没有数值的数据
    #[arg(long, value_name = "编号")]
    pub(in crate::cli) from: Option<String>,
    /// 新的期间，例如 2022年；不写就是旧信的下一年
    #[arg(long, value_name = "期间", requires = "from")]
    pub(in crate::cli) period: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) workspace: WorkspaceFolder,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(in crate::cli) struct Build {
    /// 信件的编号；不写就是全部
    #[arg(value_name = "编号", help_heading = "参数")]
    pub(in crate::cli) letters: Vec<String>,
    /// 只核对输出是否最新，不写文件；总用随附字体
    #[arg(long, conflicts_with = "force")]
    pub(in crate::cli) check: bool,
    /// 全部重新生成，手工改过的输出也覆盖
    #[arg(long)]
    pub(in crate::cli) force: bool,
    /// 说明每封信为什么重新生成
    #[arg(long)]
    pub(in crate::cli) explain: bool,
    /// 另做审阅本“编号.审阅.pdf”：每个数字带出处的批注，给签发的人看
    #[arg(long, conflicts_with_all = ["check", "watch", "prune", "explain"])]
    pub(in crate::cli) review: bool,
    /// 另做公开本“编号.公开.md”和“编号.公开.pdf”：去掉电话等个人信息、内部数据、不公开的附件，列出去掉了什么
    #[arg(long, conflicts_with_all = ["check", "watch", "prune", "explain", "review", "archive"])]
    pub(in crate::cli) public: bool,
    /// 每次保存后自动重新生成，按 Ctrl-C 结束
    #[arg(long, conflicts_with_all = ["check", "force", "prune"])]
    pub(in crate::cli) watch: bool,
    /// 删去已经没有信件的输出（手工改过的除外）
    #[arg(long, conflicts_with = "check")]
    pub(in crate::cli) prune: bool,
    /// 另外生成归档 PDF（PDF/A-2a、PDF/UA-1），文件名是 编号.archive.pdf
    #[arg(long, conflicts_with = "check")]
    pub(in crate::cli) archive: bool,
    /// 归档 PDF 里附上信里用到的数据和数字台账（改为 PDF/A-3a）
    #[arg(long, requires = "archive")]
    pub(in crate::cli) attach: bool,
    /// 用哪里的字体：system 先用系统的，bundled 只用随附的
    #[arg(long, value_name = "来源", hide_possible_values = true)]
    pub(in crate::cli) fonts: Option<FontsFrom>,
    /// 同时用几个线程；不写就是全部处理器
    #[arg(long, value_name = "个数")]
    pub(in crate::cli) jobs: Option<usize>,
    #[command(flatten)]
    pub(in crate::cli) workspace: WorkspaceFolder,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum FontsFrom {
    System,
    Bundled,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(in crate::cli) struct Seal {
    /// 信件的编号
    #[arg(value_name = "编号", help_heading = "参数")]
    pub(in crate::cli) letter: String,
    /// 发文字号
    #[arg(long, value_name = "文号", required_unless_present = "amend")]
    pub(in crate::cli) number: Option<String>,
    /// 成文日期，例如 2022-05-20
    #[arg(long, value_name = "日期", required_unless_present = "amend")]
    pub(in crate::cli) date: Option<String>,
    /// 签发人
    #[arg(long, value_name = "姓名", required_unless_present = "amend")]
    pub(in crate::cli) signer: Option<String>,
    /// 起草更正函：列出发出以后变了的数据
    #[arg(long, conflicts_with_all = ["number", "date", "signer"])]
    pub(in crate::cli) amend: bool,
    /// 封存的归档 PDF 里附上信里用到的数据和数字台账（改为 PDF/A-3a）
    #[arg(long, conflicts_with = "amend")]
    pub(in crate::cli) attach: bool,
    #[command(flatten)]
    pub(in crate::cli) workspace: WorkspaceFolder,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(in crate::cli) struct Status {
    /// 照哪一天算剩余天数，例如 2023-05-20；不写就是今天
    #[arg(long, value_name = "日期")]
    pub(in crate::cli) today: Option<String>,
    /// 格式：table 表格，json，markdown
    #[arg(
        long,
        value_name = "格式",
        default_value = "table",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(in crate::cli) format: LedgerFormat,
    #[command(flatten)]
    pub(in crate::cli) workspace: WorkspaceFolder,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum LedgerFormat {
    Table,
    Json,
    Markdown,
}
