//! What the operator must mend: paths, permissions, options.

use std::io;
use std::path::{Path, PathBuf};

/// A failure that no change of content can mend; its text is Chinese and names the remedy.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no workspace.
    #[error("在“{}”和它的上级文件夹里找不到 content/office.yaml\n提示：请先进入工作区；新建工作区用 fuhan init", .0.display())]
    NoWorkspace(PathBuf),
    /// A file or folder could not be read.
    #[error("读不了“{}”：{source}\n提示：请检查文件是否存在、有没有读的权限", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// An output could not be written; what was there before is still there.
    #[error("写不了“{}”：{source}\n提示：请检查文件夹有没有写的权限、磁盘有没有空间；原有文件没有改动", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file that would be made is there already.
    #[error("“{}”已经存在，没有改动\n提示：请换一个名字，或先把它移走", .0.display())]
    Exists(PathBuf),
    /// There are no such letters.
    #[error("没有编号为“{id}”的信件\n提示：{hint}")]
    NoSuchLetter {
        /// As asked for.
        id: String,
        /// What there is.
        hint: String,
    },
    /// The manifest cannot be understood.
    #[error(
        "output/manifest.json 内容已损坏：{0}\n提示：请从版本库恢复它；或删去它再运行 fuhan build，认不出是不是手工改过的输出会保留，核对后用 --force 覆盖"
    )]
    Manifest(String),
    /// A font that the office asks for cannot be used.
    #[error("{0}")]
    Font(String),
    /// A letter's name cannot be a file's name.
    #[error("“{0}”不能作信件的编号\n提示：编号用作文件名，只用字母、数字、汉字、“-”和“_”")]
    BadId(String),
    /// An option has a value that does not fit.
    #[error("{0}")]
    Option(String),
    /// A letter cannot be sealed or corrected.
    #[error("{0}")]
    Seal(String),
    /// The workspace's history cannot be read.
    #[error(
        "{0}\n提示：impact 要和 Git 里的一个版本比较；不用 Git 时可以写 --set 数据编号@期间=新值"
    )]
    Git(String),
    /// A letter has no PDF yet.
    #[error("信件“{0}”还没有 PDF\n提示：请先 fuhan build；要量一个文件，写它的全名，以 .pdf 结尾")]
    NotBuilt(String),
    /// A PDF cannot be measured.
    #[error("“{}”量不了：{reason}\n提示：请换一个有文字、没有加密的 PDF", path.display())]
    Unmeasurable {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// A statistics sheet cannot be read.
    #[error("“{}”{reason}", path.display())]
    Table {
        /// The file.
        path: PathBuf,
        /// Why, and what to do.
        reason: String,
    },
    /// A file was changed while the program was waiting for an answer.
    #[error("“{}”在这期间被改过，没有写入\n提示：请重新运行", .0.display())]
    Changed(PathBuf),
    /// The PDF writer refused pages that the layout had made.
    #[error(
        "信件 {id} 的 PDF 写不出来：{reason}\n提示：这是程序的错误，请把信件和这条消息一起报告"
    )]
    Pdf {
        /// The letter.
        id: String,
        /// Why.
        reason: String,
    },
}

impl Error {
    /// A read error for `path`.
    pub fn read(path: &Path, source: io::Error) -> Self {
        Self::Read {
            path: path.to_owned(),
            source,
        }
    }

    /// A write error for `path`.
    pub fn write(path: &Path, source: io::Error) -> Self {
        Self::Write {
            path: path.to_owned(),
            source,
        }
    }
}
