//! Edits of one file, each by what an editor can do.

use super::*;

const FILE: &str = "\
# 数据
figures:
  cases:            # 执法
    name: 案件
    by_period:
      2021年: { value: 1001, growth: 41.6% }   # 年报

  # 专利
  patents: { name: 专利, by_period: { 2021年: { value: 15.5万 } } }
list:
- 甲
- 乙
last: 丙
";

fn editor() -> Editor {
    Editor::new(&Source::new("a.yaml", FILE)).expect("the file is right")
}

#[test]
fn values_are_replaced_where_they_stand() {
    let mut editor = editor();
    assert!(editor.set(
        &["figures", "cases", "by_period", "2021年", "value"],
        "1002"
    ));
    assert!(!editor.set(&["figures", "case"], "1"));
    let text = editor.finish();
    assert_eq!(text, FILE.replace("1001", "1002"));
}

#[test]
fn keys_are_added_behind_the_last_one() {
    let mut editor = editor();
    let value = "{ value: 2 }";
    assert!(editor.add(&["figures", "cases", "by_period"], "2022年", value));
    assert!(editor.add(&["figures", "patents", "by_period"], "2022年", value));
    assert!(editor.add(
        &["figures", "cases", "by_period", "2021年"],
        "as_of",
        "2021-12-31"
    ));
    let expected = FILE
        .replace(
            "41.6% }   # 年报\n",
            "41.6%, as_of: 2021-12-31 }   # 年报\n      2022年: { value: 2 }\n",
        )
        .replace("15.5万 } }", "15.5万 }, 2022年: { value: 2 } }");
    assert_eq!(editor.finish(), expected);
}

#[test]
fn keys_are_removed_with_their_values() {
    let mut editor = editor();
    assert!(editor.remove(&["figures", "cases", "by_period", "2021年", "value"]));
    assert!(editor.remove(&["figures", "patents"]));
    assert!(editor.remove(&["list"]));
    let text = editor.finish();
    let expected = FILE
        .replace("value: 1001, ", "")
        .replace(
            "  patents: { name: 专利, by_period: { 2021年: { value: 15.5万 } } }\n",
            "",
        )
        .replace("list:\n- 甲\n- 乙\n", "");
    assert_eq!(text, expected);
}

#[test]
fn values_are_cleared_with_a_comment() {
    let mut editor = editor();
    assert!(editor.clear(&["list"], "   # 填"));
    assert_eq!(
        editor.finish(),
        FILE.replace("list:\n- 甲\n- 乙\n", "list:   # 填\n")
    );
}
