//! What the operator must mend: paths, permissions, options.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A failure that no change of content can mend; its text is Chinese and names the remedy.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no workspace.
    #[error("在“{}”和它的上级文件夹里找不到 content/office.yaml\n提示：请先进入工作区；新建工作区用 fuhan init", .0.display())]
    NoWorkspace(PathBuf),
    /// A file or folder could not be read.
    #[error("读不了“{}”：{}\n提示：请检查文件是否存在、有没有读的权限", path.display(), reason(source))]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A pipe, a device or a socket stands where a file is wanted.
    #[error("“{}”不是普通文件（是管道、设备之类），没有读取\n提示：请换成普通的文件", .0.display())]
    NotAFile(PathBuf),
    /// An output could not be written; what was there before is still there.
    #[error("写不了“{}”：{}\n提示：请检查文件夹有没有写的权限、磁盘有没有空间；这个文件没有改动，别的输出可能已经是新的，再运行一次就补齐", path.display(), reason(source))]
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
    /// The result of a command could not be printed whole.
    #[error("结果没有全部输出：{0}\n提示：请检查输出到的文件和磁盘空间，再运行一次")]
    Output(String),
    /// The PDF writer refused pages that the layout had made.
    #[error(
        "信件 {id} 的 PDF 写不出来：{reason}\n提示：如果是单位自己的字体，请换一个字体文件或移走；否则是程序的错误，请把信件和这条消息一起报告"
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

/// Why the operating system refused something, in Chinese with its own words in brackets; its own words
/// alone if they are rare.
pub fn reason(error: &io::Error) -> String {
    match said(error) {
        Some(said) => format!("{said}（{error}）"),
        None => error.to_string(),
    }
}

fn said(error: &io::Error) -> Option<&'static str> {
    // What Linux calls ELOOP and EMFILE; the standard library has no stable names for them, and other
    // systems number other errors so.
    match error.raw_os_error().filter(|_| cfg!(target_os = "linux")) {
        Some(40) => return Some("链接指来指去，没有尽头"),
        Some(24) => return Some("打开的文件太多"),
        Some(_) => {}
        // A message of our own says what it has to say.
        None if error.get_ref().is_some() => return None,
        None => {}
    }
    Some(match error.kind() {
        ErrorKind::NotFound => "没有这个文件或文件夹",
        ErrorKind::PermissionDenied => "没有权限",
        ErrorKind::AlreadyExists => "已经有同名的文件或文件夹",
        ErrorKind::IsADirectory => "这是文件夹，不是文件",
        ErrorKind::NotADirectory => "路径里有一段是文件，不是文件夹",
        ErrorKind::DirectoryNotEmpty => "文件夹不是空的",
        ErrorKind::StorageFull => "磁盘没有空间了",
        ErrorKind::QuotaExceeded => "磁盘的配额用完了",
        ErrorKind::FileTooLarge => "文件太大",
        ErrorKind::ReadOnlyFilesystem => "磁盘是只读的",
        ErrorKind::InvalidFilename => "文件名太长，或者有不能用的字符",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "别的程序正在用它",
        ErrorKind::CrossesDevices => "不能跨磁盘移动",
        ErrorKind::StaleNetworkFileHandle => "网络文件夹断开了",
        ErrorKind::TimedOut => "等了太久没有回应",
        ErrorKind::UnexpectedEof => "没有读完就到了末尾",
        ErrorKind::BrokenPipe => "接收的程序已经退出",
        ErrorKind::OutOfMemory => "内存不够",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_systems_words_follow_the_chinese_ones() {
        let folder = std::env::temp_dir();
        let is_folder = std::fs::read(&folder).expect_err("a folder is no file");
        let message = Error::read(&folder, is_folder).to_string();
        let start = format!("读不了“{}”：这是文件夹，不是文件（", folder.display());
        assert!(message.starts_with(&start), "{message}");
        let missing = io::Error::from_raw_os_error(2);
        assert!(reason(&missing).starts_with("没有这个文件或文件夹（"));
    }

    #[test]
    fn a_message_of_our_own_stands_alone() {
        assert_eq!(
            reason(&io::Error::other("不是完好的文件")),
            "不是完好的文件"
        );
    }
}
