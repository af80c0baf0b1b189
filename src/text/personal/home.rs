//! Where somebody lives: 住书院路88号5栋2单元601室, 家住石桥镇柳林村六组23号.

use super::digits::digit;
use super::{Personal, PersonalKind};

/// Longest and shortest address that is looked for.
const LONGEST: usize = 45;
const SHORTEST: usize = 6;

/// What stands right behind 住 where it speaks of no home.
const OTHERS: &str = "房院建宅宿所址地户民校持满保";

/// What stands right before it there: 入住, 堵住.
const BEFORE: &str = "入安衣吃食记抓堵停守挡稳保捂扣拦盖封卡站顶靠接控锁留撑托围困";

/// What may stand between 住 and the address.
const LEADS: [&str; 8] = [
    "在",
    "于",
    "地为",
    "地是",
    "地址为",
    "地址是",
    "址为",
    "址是",
];

/// Houses and staircases, one of which stands before the room.
const HOUSES: [&str; 5] = ["栋", "幢", "单元", "号楼", "座"];

/// The home behind the 住 that stands at `at`.
pub(super) fn home(chars: &[char], at: usize) -> Option<Personal> {
    let char = |at: usize| chars.get(at).copied().unwrap_or('\n');
    let is_other = at > 0 && BEFORE.contains(char(at - 1));
    let is_at = |lead: &&&str| {
        lead.chars()
            .enumerate()
            .all(|(n, it)| char(at + 1 + n) == it)
    };
    let lead = LEADS.iter().find(is_at);
    let start = at + 1 + lead.map_or(0, |lead| lead.chars().count());
    if is_other || OTHERS.contains(char(start)) {
        return None;
    }
    let is_part = |it: &&char| it.is_alphanumeric() || matches!(**it, '-' | '－' | '—');
    let rest = chars.get(start..)?;
    let length = rest.iter().take(LONGEST).take_while(is_part).count();
    let address = &rest[..length];
    if !address.iter().any(|it| digit(*it).is_some()) {
        return None;
    }
    let length = household(address).or_else(|| room(address))?;
    (length >= SHORTEST).then_some(Personal {
        range: start..start + length,
        kind: PersonalKind::Home,
    })
}

/// The length of an address with a house and a room in it: 88号5栋2单元601室.
fn room(address: &[char]) -> Option<usize> {
    let (start, house_end) = last_house(address)?;
    let is_numbered = start > 0 && is_number(address[start - 1]);
    let is_room = |it: &&char| is_number(**it);
    let count = address[house_end..].iter().take_while(is_room).count();
    let end = house_end + count;
    let unit = address.get(end).copied().unwrap_or('\n');
    // 5栋136户 counts the households.
    let is_count = "户人套间平个名年月亩层米".contains(unit);
    let length = end + usize::from(unit == '室' || unit == '号');
    (is_numbered && count >= 2 && !is_count).then_some(length)
}

/// Where the last house or staircase begins and ends.
fn last_house(address: &[char]) -> Option<(usize, usize)> {
    let is_at = |at: usize, word: &str| {
        let end = at + word.chars().count();
        let found = address.get(at..end)?;
        word.chars().eq(found.iter().copied()).then_some((at, end))
    };
    let mut places = (0..address.len()).rev();
    places.find_map(|at| HOUSES.iter().find_map(|word| is_at(at, word)))
}

/// The length of an address with a village, its group and the number of the house.
fn household(address: &[char]) -> Option<usize> {
    let is_village = |it: &char| matches!(it, '村' | '屯' | '寨');
    let is_group = |it: &char| matches!(it, '组' | '社' | '队');
    let village = address.iter().position(is_village)?;
    let group = address[village..].iter().position(is_group)?;
    let start = village + group + 1;
    let digits = address[start..].iter().take_while(|it| is_number(**it));
    let end = start + digits.count();
    let is_numbered = end > start && address.get(end) == Some(&'号');
    is_numbered.then_some(end + 1)
}

/// A digit or the hyphen between two: 2-601.
fn is_number(character: char) -> bool {
    digit(character).is_some() || matches!(character, '-' | '－' | '—')
}
