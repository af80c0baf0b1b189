//! Every key of a mapping (对应表), as `facts/keys/` has those of the other files.

use jiff::civil::Date;

use super::mapping::{Column, Encoding, Role, Table};
use super::mapping_values::{Delimiter, Figures, Keys, Rows};
use crate::facts::yaml::shape::ID;
use crate::facts::yaml::{Form, Key, Mapping, Shape};
use crate::facts::{Digits, FileKind, PlacedPeriod, Scale};
use crate::import::mapping::Head;
use crate::source::PlacedText;

/// The files of `content/imports/`.
pub static IMPORT_FILE: FileKind = FileKind {
    name: "import",
    title: "统计表的对应表",
    files: "content/imports/*.yaml",
    mapping: &MAPPING,
};

/// The file.
pub(super) static MAPPING: Mapping = Mapping {
    name: "import",
    owner: "对应表",
    keys: &[
        Key::optional::<PlacedText>("evidence", "写进每个改了的期间的出处"),
        Key::optional::<PlacedText>(
            "facts_file",
            "还没有的数据写进哪个文件，没有这个文件就新建：`content/facts/statistics.yaml`",
        )
        .shaped(|| Shape::Form(&FACTS_FILE)),
        Key::optional::<Encoding>("encoding", "CSV 的编码；不写就自动辨认"),
        Key::optional::<Delimiter>("delimiter", "CSV 的分隔符；不写就自动辨认"),
        Key::required::<Vec<Table>>("tables", "各张表"),
    ],
    rules: &[],
};

/// A file of facts.
static FACTS_FILE: Form = Form {
    name: "facts_file",
    title: "数据文件",
    pattern: "^content/facts/([^/.\\\\:][^/\\\\:]*/)*[^/.\\\\:][^/\\\\:]*\\.yaml$",
    may_be_number: false,
    examples: &["content/facts/statistics.yaml"],
};

/// One table.
pub(super) static TABLE: Mapping = Mapping {
    name: "import_table",
    owner: "一张表",
    keys: &[
        Key::optional::<PlacedText>(
            "sheet",
            "工作表名；只有一张看得见的表时可以不写；隐藏的表只有写了名字才读",
        ),
        Key::required::<Rows>("head_rows", "表头是第几行：`1`，或首尾两行 `[2, 3]`"),
        Key::optional::<u32>("last_row", "读到第几行；不写就到最后"),
        Key::required::<Keys>(
            "key",
            "行名在哪一列；几列合起来才是行名的写列表：`[类别, 指标]`",
        ),
        Key::optional::<PlacedPeriod>("period", "期间：列和行都没有说明时用"),
        Key::optional::<Date>("as_of", "截至日期，写进上一项的期间"),
        Key::optional::<PlacedText>(
            "sheet_unit",
            "表里数值的单位：别处都没有写时用。表头上方写着“单位：万元”的，不用写",
        ),
        Key::required::<Vec<Column>>("columns", "各列"),
        Key::required::<Figures>(
            "figures",
            "`数据的代号: 行名`；有几列行名的写列表；要写别的就写成一组键",
        ),
        Key::optional::<Vec<PlacedText>>("ignore", "不导入、也不用列出的行"),
    ],
    rules: &[],
};

/// One column.
pub(super) static COLUMN: Mapping = Mapping {
    name: "import_column",
    owner: "一列",
    keys: &[
        Key::required::<Head>(
            "head",
            "表头的文字；有几级的从上往下写：`[2021年, 同比]`，不写上级而只有一列的也行；`期间` 代表任何期间；也可以写列号：`C列`",
        ),
        Key::optional::<Role>("aspect", "这一列是什么"),
        Key::optional::<PlacedPeriod>("period", "这一列的期间"),
        Key::optional::<Date>("as_of", "这一列的截至日期"),
        Key::optional::<PlacedText>("evidence", "这一列的出处"),
        Key::optional::<PlacedText>(
            "sheet_unit",
            "这一列的单位；表头写着“（万元）”“（%）”的，不用写",
        ),
        Key::optional::<Scale>("scale", "换算成"),
        Key::optional::<Digits>("digits", "四舍五入到几位小数"),
    ],
    rules: &[],
};

/// One figure, if more than its row is said of it.
pub(super) static FIGURE: Mapping = Mapping {
    name: "import_figure",
    owner: "对应表的一项数据",
    keys: &[
        Key::required::<Head>("row", "行名；有几列行名的写列表"),
        Key::optional::<PlacedText>("name", "新数据的名称；不写就用行名"),
        Key::optional::<PlacedText>("unit", "新数据的单位；不写就用表里的"),
        Key::optional::<PlacedText>("coverage", "新数据的口径"),
        Key::optional::<PlacedText>("sheet_unit", "这一项在表里的单位"),
        Key::optional::<Scale>("scale", "这一项换算成"),
        Key::optional::<Digits>("digits", "这一项四舍五入到几位小数"),
        Key::optional::<PlacedText>("ranked_among", "位次一列只有数字时，在哪个范围里：`全国`"),
    ],
    rules: &[],
};

/// A text, or a list of one text at least.
pub(super) fn texts() -> Shape {
    let list = Shape::FilledList(Box::new(Shape::Text));
    Shape::Either(vec![Shape::Text, list])
}

/// The number of a row, or those of the first and the last.
pub(super) fn rows() -> Shape {
    let row = Shape::Whole {
        least: 1,
        most: None,
    };
    let list = Shape::FilledList(Box::new(row.clone()));
    Shape::Either(vec![row, list])
}

/// Figures by id.
pub(super) fn figures() -> Shape {
    let figure = Shape::Either(vec![texts(), Shape::Mapping(&FIGURE)]);
    Shape::Labelled(&ID, Box::new(figure))
}
