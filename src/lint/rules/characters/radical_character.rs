//! ⼀, ⻢: radicals that look like characters.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// ⼀, ⻢: radicals that look like characters.
pub(crate) const RADICAL_CHARACTER: Rule = Rule {
    name: "radical-character",
    title: "部首字符冒充汉字",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("radical_character.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.odd_marks() {
        let found = view.char(at);
        if !matches!(found, '\u{2e80}'..='\u{2fdf}') {
            continue;
        }
        let message = format!("“{found}”是部首字符（U+{:04X}），不是汉字", found as u32);
        let finding = findings.at(at..at + 1, message);
        match radical(found) {
            Some(right) => finding
                .hint(format!("改为“{right}”"))
                .replace(at..at + 1, right.to_string()),
            None => finding.hint("换成同形的汉字"),
        };
    }
}

/// The character that a radical looks like.
fn radical(found: char) -> Option<char> {
    const KANGXI: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";
    const SIMPLIFIED: &[(char, char)] = &[
        ('⺠', '民'),
        ('⻅', '见'),
        ('⻆', '角'),
        ('⻉', '贝'),
        ('⻋', '车'),
        ('⻓', '长'),
        ('⻔', '门'),
        ('⻘', '青'),
        ('⻙', '韦'),
        ('⻚', '页'),
        ('⻛', '风'),
        ('⻜', '飞'),
        ('⻝', '食'),
        ('⻢', '马'),
        ('⻣', '骨'),
        ('⻤', '鬼'),
        ('⻥', '鱼'),
        ('⻦', '鸟'),
        ('⻨', '麦'),
        ('⻩', '黄'),
        ('⻬', '齐'),
        ('⻮', '齿'),
        ('⻰', '龙'),
        ('⻳', '龟'),
        ('⺟', '母'),
        ('⻄', '西'),
        ('⺫', '目'),
        ('⻁', '虎'),
    ];
    if let Some((_, right)) = SIMPLIFIED.iter().find(|(radical, _)| *radical == found) {
        return Some(*right);
    }
    KANGXI.chars().nth((found as usize).checked_sub(0x2f00)?)
}
