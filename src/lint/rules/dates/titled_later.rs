//! 关于市政协2024年全会第112号提案的答复 signed in 2023: the title names a year to come.

use jiff::civil::Date;

use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// Reports a year in the letter's own title that is later than its date of issue.
pub(super) fn titled_later(view: &TextView<'_>, issued: Date, findings: &mut Findings<'_>) {
    let title = view.reply().title.clone();
    let year = |number: &&Number| {
        let year = view.words(number.digits.clone()).parse::<i16>();
        number.is_year(view.chars())
            && view.char(number.digits.end) == '年'
            && year.is_ok_and(|year| year > issued.year())
            && view.date_at(number.digits.start).is_none()
            && !view.in_title(number.digits.start)
    };
    let paper = |at: usize| view.has_any(&(at..title.end), &["提案", "建议"]);
    let later = view.numbers_in(title.clone()).iter().find(year);
    if let Some(later) = later.filter(|it| paper(it.digits.end)) {
        let text = view.words(later.range());
        findings
            .at(
                later.range(),
                format!("标题里的“{text}”晚于落款的日期{issued}"),
            )
            .hint("核对年份和成文日期");
    }
}
