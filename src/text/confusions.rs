//! Characters that are typed or read for each other: by the same sound, nearly the same, or by look.

use std::sync::LazyLock;

use super::sounds;

/// Characters that look alike, a class a line; `#` begins a remark.
const LOOKS: &str = include_str!("look_alikes.txt");

/// How many classes a character can be in; the few further ones are left out.
const MOST: usize = 8;

/// How many sounds a character can have.
const MOST_SOUNDS: usize = MOST / 2;

/// Stands for a sound that a character does not have.
const NONE: Class = Class(0);

/// A class of characters that are taken for each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Class(u16);

/// Why the characters of a class are taken for each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// They are read as the same syllable, whatever the tone.
    Sound,
    /// Many speakers don't tell their syllables apart: z and zh, n and l, in and ing.
    NearSound,
    /// They look alike.
    Look,
}

/// The first class of characters that look alike; those before it are syllables.
const FIRST_LOOK: u16 = 1000;
/// The first class of syllables that sound nearly alike.
const FIRST_NEAR: u16 = 2000;

impl Class {
    /// The class as a number, for tables.
    pub fn number(self) -> u16 {
        self.0
    }

    /// The class and a side, to be kept in a table with the character on that side.
    pub fn on_side(self, is_after: bool) -> u32 {
        u32::from(self.0) << 1 | u32::from(is_after)
    }

    /// Why its characters are taken for each other.
    pub fn likeness(self) -> Likeness {
        match self.0 {
            FIRST_NEAR.. => Likeness::NearSound,
            FIRST_LOOK.. => Likeness::Look,
            _ => Likeness::Sound,
        }
    }
}

/// The classes of all characters.
struct Table {
    /// For each character of the basic plane its row, 0 for none.
    row_of: Vec<u16>,
    /// The classes of a character and how many they are.
    rows: Vec<([Class; MOST], usize)>,
    /// The sounds among them: most characters have one, which is told sooner than by a look through all classes.
    sounds: Vec<[Class; MOST_SOUNDS]>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        row_of: vec![0; 0x1_0000],
        rows: vec![([NONE; MOST], 0)],
        sounds: vec![[NONE; MOST_SOUNDS]],
    };
    let mut near: Vec<String> = Vec::new();
    for (number, (syllable, characters)) in (1..).zip(sounds::syllables()) {
        table.add(number, characters);
        let blurred = blurred(syllable);
        let known = near.iter().position(|it| *it == blurred);
        let class = known.unwrap_or(near.len());
        if known.is_none() {
            near.push(blurred);
        }
        table.add(numbered(FIRST_NEAR, class), characters);
    }
    let looks = LOOKS.lines().filter(|line| !line.starts_with('#'));
    for (number, characters) in looks.enumerate() {
        table.add(numbered(FIRST_LOOK, number), characters);
    }
    table
});

fn numbered(first: u16, number: usize) -> u16 {
    first + u16::try_from(number).unwrap_or(0)
}

impl Table {
    fn add(&mut self, class: u16, characters: &str) {
        for character in characters.chars() {
            let slot = &mut self.row_of[character as usize & 0xffff];
            if *slot == 0 {
                *slot = u16::try_from(self.rows.len()).unwrap_or(0);
                self.rows.push(([NONE; MOST], 0));
                self.sounds.push([NONE; MOST_SOUNDS]);
            }
            let row = usize::from(*slot);
            let (classes, count) = &mut self.rows[row];
            if *count < MOST && !classes[..*count].contains(&Class(class)) {
                classes[*count] = Class(class);
                *count += 1;
                self.add_sound(row, Class(class));
            }
        }
    }

    fn add_sound(&mut self, row: usize, class: Class) {
        let free = self.sounds[row].iter_mut().find(|sound| **sound == NONE);
        if let Some(sound) = free.filter(|_| class.likeness() == Likeness::Sound) {
            *sound = class;
        }
    }

    /// The row of a character.
    #[inline]
    fn row(&self, character: char) -> usize {
        let row = self.row_of.get(character as usize);
        usize::from(row.copied().unwrap_or(0))
    }
}

/// A syllable without what many speakers don't tell apart.
fn blurred(syllable: &str) -> String {
    let mut blurred = syllable.to_owned();
    for (written, spoken) in [("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l")] {
        if let Some(rest) = syllable.strip_prefix(written) {
            blurred = format!("{spoken}{rest}");
        }
    }
    if blurred.ends_with("ng") {
        blurred.pop();
    }
    blurred
}

/// The classes that a character is in.
#[inline]
pub fn classes(character: char) -> &'static [Class] {
    let (classes, count) = &TABLE.rows[TABLE.row(character)];
    &classes[..*count]
}

/// The syllables that a character can be read as.
#[inline]
pub fn sounds_of(character: char) -> impl Iterator<Item = Class> {
    let sounds = TABLE.sounds[TABLE.row(character)];
    sounds.into_iter().take_while(|sound| *sound != NONE)
}

/// Whether two characters can be read as the same syllable, whatever the tone.
///
/// Only the characters of GB 2312 have a sound here.
pub fn sound_alike(one: char, other: char) -> bool {
    sounds_of(one).any(|sound| sounds_of(other).any(|it| it == sound))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(one: char, other: char) -> Option<Likeness> {
        let shared = classes(one).iter().find(|it| classes(other).contains(it));
        shared.map(|class| class.likeness())
    }

    #[test]
    fn characters_share_the_class_of_what_they_have_alike() {
        assert_eq!(likeness('全', '权'), Some(Likeness::Sound));
        assert_eq!(likeness('因', '应'), Some(Likeness::NearSound));
        assert_eq!(likeness('南', '蓝'), Some(Likeness::NearSound));
        assert_eq!(likeness('末', '未'), Some(Likeness::Look));
        assert_eq!(likeness('全', '未'), None);
        assert_eq!(likeness('a', 'b'), None);
    }

    #[test]
    fn characters_of_one_syllable_sound_alike_in_any_tone_and_reading() {
        for (one, other) in [('历', '厉'), ('治', '制'), ('重', '众'), ('重', '虫')] {
            assert!(sound_alike(one, other), "{one}{other}");
        }
        assert!(sound_alike('行', '航') && sound_alike('行', '形'));
        assert!(!sound_alike('远', '进') && !sound_alike('啊', 'a'));
    }

    #[test]
    fn no_character_is_in_more_sounds_than_there_is_room_for() {
        let mut readings = std::collections::HashMap::<char, usize>::new();
        for character in sounds::syllables().flat_map(|(_, it)| it.chars()) {
            *readings.entry(character).or_default() += 1;
        }
        // A reading is a sound and a near sound.
        assert!(readings.values().all(|count| 2 * count <= MOST));
    }

    #[test]
    fn every_look_alike_has_another() {
        let lines = LOOKS.lines().filter(|line| !line.starts_with('#'));
        assert!(lines.into_iter().all(|line| line.chars().count() > 1));
    }
}
