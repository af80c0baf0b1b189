//! Personal data (个人信息) in a text: telephone numbers however their digits are set, identity
//! numbers, e-mail addresses, postcodes, addresses, bank cards and the like behind their labels.
//!
//! Proofreading and the public copy (公开本) look for them with this one piece.

mod account;
mod digits;
mod home;
mod identity;
mod labelled;
mod numbers;

use std::collections::BTreeSet;
use std::ops::Range;

use digits::{digits_of, local_part, squashed};
use labelled::{known_texts, marked};
use numbers::numbers;

/// What kind of personal data it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonalKind {
    /// 手机号码.
    Mobile,
    /// 固定电话, 400 and 800 numbers, with their extensions.
    Landline,
    /// 身份证号码, GB 11643.
    Identity,
    /// 电子邮箱.
    Email,
    /// 邮政编码.
    Postcode,
    /// 地址 behind its label.
    Address,
    /// Where somebody lives, down to the room or the household: 住书院路88号5栋2单元601室.
    Home,
    /// 银行卡号、护照号 and other numbers behind their labels.
    Account,
    /// A text that is known to be personal, such as a proposer's unit.
    KnownText,
    /// A person's name that is known.
    Name,
}

impl PersonalKind {
    /// What a clerk calls it.
    pub fn as_chinese(self) -> &'static str {
        match self {
            Self::Mobile => "手机号码",
            Self::Landline => "电话号码",
            Self::Identity => "身份证号码",
            Self::Email => "电子邮箱",
            Self::Postcode => "邮政编码",
            Self::Address => "地址",
            Self::Home => "家庭住址",
            Self::Account => "个人号码",
            Self::KnownText => "个人信息",
            Self::Name => "姓名",
        }
    }

    /// Whether it is a telephone number.
    pub fn is_phone(self) -> bool {
        matches!(self, Self::Mobile | Self::Landline)
    }
}

/// A piece of personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Personal {
    /// Its characters.
    pub range: Range<usize>,
    /// What it is.
    pub kind: PersonalKind,
}

/// Personal data that is known beforehand, wherever it stands.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Telephone numbers as plain digits.
    numbers: BTreeSet<String>,
    /// Texts such as an address or a unit.
    texts: Vec<(String, PersonalKind)>,
}

impl Known {
    /// Adds every telephone number in a text that is known to hold some, with its local part.
    pub fn add_phones(&mut self, text: &str) {
        let mut own = Self::default();
        own.add_found(&format!("电话：{text}"));
        let local = own.numbers.iter().filter_map(|it| local_part(it));
        self.numbers.extend(local.map(str::to_owned));
        self.numbers.extend(own.numbers);
    }

    /// Adds every telephone number that is found in a text.
    pub fn add_found(&mut self, text: &str) {
        let chars: Vec<char> = text.chars().collect();
        let found = find(&chars, &Self::default()).into_iter();
        let phones = found.filter(|it| it.kind.is_phone());
        self.numbers
            .extend(phones.map(|it| digits_of(&chars[it.range])));
    }

    /// Adds a text of a kind; one of a single character is too common to be looked for.
    pub fn add_text(&mut self, text: &str, kind: PersonalKind) {
        if text.chars().count() > 1 {
            self.texts.push((text.to_owned(), kind));
        }
    }

    /// The telephone numbers whose digits stand in a text in any form.
    pub fn numbers_in(&self, text: &str) -> Vec<&str> {
        let squashed = squashed(text);
        let numbers = self.numbers.iter().map(String::as_str);
        numbers.filter(|it| squashed.contains(it)).collect()
    }
}

/// Finds personal data, in order, without overlaps.
pub fn find(chars: &[char], known: &Known) -> Vec<Personal> {
    let mut found = known_texts(chars, known);
    // What its digits tell is known better than what its label does.
    found.extend(numbers(chars, known));
    found.extend(marked(chars));
    in_order(found)
}

/// Puts finds in order and leaves out those that overlap one before.
pub fn in_order(mut found: Vec<Personal>) -> Vec<Personal> {
    found.sort_by_key(|it| (it.range.start, std::cmp::Reverse(it.range.end)));
    let mut end = 0;
    found.retain(|it| {
        let is_new = it.range.start >= end;
        end = end.max(it.range.end);
        is_new
    });
    found
}

/// Whether a gap parts two numbers of one list.
pub fn is_list_gap(gap: &[char]) -> bool {
    const WIDEST: usize = 8;
    if gap.len() > WIDEST {
        return false;
    }
    let text: String = gap.iter().collect();
    matches!(
        text.trim(),
        "" | "、" | "，" | "," | "/" | "／" | "；" | ";" | "或" | "和" | "及" | "或者"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, PersonalKind)> {
        let chars: Vec<char> = text.chars().collect();
        let found = find(&chars, &Known::default()).into_iter();
        found
            .map(|it| (chars[it.range].iter().collect(), it.kind))
            .collect()
    }

    #[test]
    fn telephone_numbers_are_found_in_every_form() {
        let table = [
            ("手机13900001234。", "13900001234"),
            ("找139 0000 1234问", "139 0000 1234"),
            ("139-0000-1234", "139-0000-1234"),
            ("１３９００００１２３４", "１３９００００１２３４"),
            ("+86 13900001234", "+86 13900001234"),
            ("（+86-139-0000-1234）", "+86-139-0000-1234"),
            ("008613900001234", "008613900001234"),
            ("(027)87654321", "(027)87654321"),
            ("（027）8765 4321", "（027）8765 4321"),
            ("027—87654321转801", "027—87654321转801"),
            (
                "０２７－８７６５４３２１－８０１",
                "０２７－８７６５４３２１－８０１",
            ),
            ("0719-8765432", "0719-8765432"),
            ("+86 27 87654321", "+86 27 87654321"),
            ("400-800-1234", "400-800-1234"),
            ("4008001234", "4008001234"),
            ("一三九〇〇〇〇一二三四", "一三九〇〇〇〇一二三四"),
            ("1 3 9 0 0 0 0 1 2 3 4", "1 3 9 0 0 0 0 1 2 3 4"),
            ("联系电话：87654321", "87654321"),
            ("139\u{200b}0000\u{200b}1234", "139\u{200b}0000\u{200b}1234"),
        ];
        for (text, number) in table {
            let found = found(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!(found[0].0, number, "{text}");
            assert!(found[0].1.is_phone(), "{text}: {found:?}");
        }
    }

    #[test]
    fn several_numbers_are_parted() {
        let texts = |text| found(text).into_iter().map(|it| it.0).collect::<Vec<_>>();
        assert_eq!(
            texts("电话：027-87654321、87654322 13900001234"),
            ["027-87654321", "87654322", "13900001234"]
        );
        assert_eq!(
            texts("2021年027-87654321/13900001234"),
            ["027-87654321", "13900001234"]
        );
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "第20220022号提案",
            "2021年共1001件，同比增长41.6%",
            "13900001234元",
            "2022-05-20至2022-06-30",
            "（2021-2035年）",
            "鄂知函〔2022〕15号",
            "拨打12345热线",
            "40012345.67万元",
            "提案号20220022",
            "第01012345678号",
            "一二三四五六七八九",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn other_personal_data_is_found() {
        use PersonalKind::{Account, Address, Email, Home, Identity, Postcode};
        let table = [
            ("身份证11010519491231002X。", "11010519491231002X", Identity),
            ("110105 19491231 002X", "110105 19491231 002X", Identity),
            ("邮箱：a.b@c.gov.cn，", "a.b@c.gov.cn", Email),
            ("邮编：430071）", "430071", Postcode),
            ("地址：武汉市公正路9号；", "武汉市公正路9号", Address),
            (
                "账户（卡号6222020000001234567）",
                "6222020000001234567",
                Account,
            ),
            ("护照号为E12345678，", "E12345678", Account),
            ("车牌号鄂A12345）", "鄂A12345", Account),
            (
                "已补发（某农商银行6217000000001234567）",
                "6217000000001234567",
                Account,
            ),
            ("住址：和平路12号；", "和平路12号", Home),
            (
                "居住地为和平路12号3幢2单元501室。",
                "和平路12号3幢2单元501室",
                Home,
            ),
            (
                "其建行卡6217001234567890123。",
                "6217001234567890123",
                Account,
            ),
            (
                "打入其工行6222020000001234567。",
                "6222020000001234567",
                Account,
            ),
            (
                "老人（住和平路12号3幢2单元501室）",
                "和平路12号3幢2单元501室",
                Home,
            ),
            ("家住石桥镇柳林村六组23号，", "石桥镇柳林村六组23号", Home),
            (
                "现居住在惠民小区7号楼1单元302的王某",
                "惠民小区7号楼1单元302",
                Home,
            ),
        ];
        for (text, value, kind) in table {
            assert_eq!(found(text), [(value.to_owned(), kind)], "{text}");
        }
    }

    #[test]
    fn what_is_no_home_is_left_alone() {
        for text in [
            "住房保障科在和平路12号3幢2单元501室",
            "群众入住幸福小区12栋136户",
            "住柳林村的群众共120户，住三组、四组的23户",
            "病人住院楼3号楼5层301室",
            "住书院路的居民反映",
            "及时堵住3号楼2单元301室的漏点",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn accounts_of_offices_and_masked_numbers_are_left_alone() {
        assert_eq!(found("汇入单位账号6222020000001234567。"), []);
        assert_eq!(found("开户行：建设银行42001234567890123456"), []);
        assert_eq!(found("户名某某公司，某某银行6222020000001234567"), []);
        assert_eq!(found("卡号6222****4567，学籍号未填"), []);
    }

    #[test]
    fn known_numbers_are_found_without_their_area_code() {
        let mut known = Known::default();
        known.add_phones("（027）87654321");
        let chars: Vec<char> = "见8765 4321处".chars().collect();
        assert_eq!(find(&chars, &known).len(), 1);
        assert_eq!(
            known.numbers_in("甲０２７－８７６５４３２１"),
            ["02787654321", "87654321"]
        );
        assert!(known.numbers_in("甲87654322").is_empty());
    }
}
