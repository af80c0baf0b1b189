//! Traditional characters (繁体字) and the standard ones (规范字) that stand for them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// Pairs of characters, the traditional one first; `#` begins a remark.
const LIST: &str = include_str!("traditional.txt");

/// The first character of the list's block of Unicode, and how many there are in it.
const FIRST: u32 = 0x4e00;
const COUNT: usize = 0x5200;

/// What the list says, and a bit for each character that it says something of: most characters of a text
/// are not in it, and a bit is found sooner than a place in a map.
struct Table {
    standard: FxHashMap<char, char>,
    bits: Vec<u64>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let lines = LIST.lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.flat_map(str::split_whitespace).filter_map(|pair| {
        let mut characters = pair.chars();
        Some((characters.next()?, characters.next()?))
    });
    let mut table = Table {
        standard: FxHashMap::default(),
        bits: vec![0; COUNT / 64],
    };
    for (traditional, standard) in pairs {
        let (word, bit) = place(traditional);
        table.bits[word] |= bit;
        table.standard.insert(traditional, standard);
    }
    table
});

fn place(character: char) -> (usize, u64) {
    let index = (character as u32).wrapping_sub(FIRST) as usize;
    (index / 64, 1 << (index % 64))
}

/// The traditional characters of a text: where each stands, and the standard one.
///
/// Characters that the list of standard characters has restored for names, such as 昇, are none.
pub fn traditional(text: &[char]) -> impl Iterator<Item = (usize, char)> {
    let table = &*TABLE;
    let bits = table.bits.as_slice();
    let is_listed = move |character: char| {
        let (word, bit) = place(character);
        bits.get(word).is_some_and(|bits| bits & bit != 0)
    };
    let listed = text
        .iter()
        .enumerate()
        .filter(move |(_, it)| is_listed(**it));
    listed.filter_map(|(index, it)| Some((index, *table.standard.get(it)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_characters_are_found_with_their_standard_ones() {
        let text: Vec<char> = "非遗傳承人李昇，乾坤，Ａ𬭎".chars().collect();
        assert_eq!(traditional(&text).collect::<Vec<_>>(), [(2, '传')]);
    }

    #[test]
    fn no_standard_character_is_in_the_list_as_traditional() {
        let standard: Vec<char> = TABLE.standard.values().copied().collect();
        assert_eq!(traditional(&standard).count(), 0);
        assert!(TABLE.standard.len() > 2000);
    }
}
