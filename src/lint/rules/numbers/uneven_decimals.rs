//! 41.6% beside 23.56% in one sentence.

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule};

/// 41.6% beside 23.56% in one sentence.
pub(crate) const UNEVEN_DECIMALS: Rule = Rule {
    name: "uneven-decimals",
    title: "小数位数不一",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("uneven_decimals.md"),
};

/// 分别为98.5%、99.23%、97.8%: one of a series has more decimals than all others.
fn series(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let numbers = view.numbers();
    let mut next = 0;
    while let Some(first) = numbers.get(next) {
        let length = series_length(view, &numbers[next..]);
        let leads = [
            "分别为",
            "依次为",
            "分别达",
            "分别达到",
            "分别是",
            "依次是",
            "分别增长",
            "分别提高",
            "分别下降",
            "分别占",
        ];
        // 分别完成工业投资12.6亿元、…: the verb and its object may stand between.
        let is_each = || {
            let clause = view.clause(first.digits.start).start..first.digits.start;
            let near = clause.start.max(clause.end.saturating_sub(NEAR))..clause.end;
            view.has_any(&near, &["分别"]) && view.numbers_in(near).is_empty()
        };
        let is_led =
            length >= 3 && (view.one_of_before(first.digits.start, &leads).is_some() || is_each());
        let series = &numbers[next..next + length];
        let odd = || odd_one(view, series).or_else(|| shorter_one(view, series));
        if let Some(odd) = is_led.then(odd).flatten() {
            let text = view.words(odd.range());
            let places = |it: &Number| it.decimal(view.chars()).map_or(0, |value| value.scale());
            let is_shorter = series.iter().any(|it| places(it) > places(odd));
            let relation = if is_shorter { "少" } else { "多" };
            findings
                .at(
                    odd.range(),
                    format!("“{text}”的小数位数比同列别的数{relation}"),
                )
                .hint("同类数据保留同样的位数");
        }
        next += length;
    }
}

/// How far before a series 分别 stands at most.
const NEAR: usize = 10;

/// 占38.25%，…占27.40%，…占34.4%: one of the shares of a sentence has fewer decimals, where another one keeps its
/// zero.
fn of_shares(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let is_share = |it: &&Number| {
        it.is_percent(view.chars())
            && view
                .one_of_before(it.digits.start, &["占", "占比"])
                .is_some()
    };
    let shares: Vec<&Number> = view.numbers().iter().filter(is_share).collect();
    let one_sentence = |one: &&Number, next: &&Number| {
        view.sentence(one.digits.start) == view.sentence(next.digits.start)
    };
    for row in shares.chunk_by(one_sentence).filter(|row| row.len() > 2) {
        let row: Vec<Number> = row.iter().map(|it| (*it).clone()).collect();
        if let Some(odd) = shorter_one(view, &row) {
            let text = view.words(odd.range());
            findings
                .at(odd.range(), format!("“{text}”的小数位数比同列别的数少"))
                .hint("同类数据保留同样的位数");
        }
    }
}

/// 由61.3%提高到73.46%: the two values of one rate.
fn of_changes(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let chars = view.chars();
    for change in view.changes().iter().filter(|it| it.from.is_percent(chars)) {
        let places = |it: &Number| it.decimal(chars).map_or(0, |value| value.scale());
        let (from, to) = (places(&change.from), places(&change.to));
        // A whole per cent may have been meant so.
        // 由1.1%降至0.86%: a rate below one has as many digits that tell.
        let below_one = |it: &Number| it.decimal(chars).is_some_and(|value| value < Decimal::ONE);
        let is_as_close = below_one(&change.from) != below_one(&change.to);
        // 99.99%提升到99.9995%: nines tell how pure something is.
        let nearly_all = |it: &Number| {
            it.decimal(chars)
                .is_some_and(|value| value > Decimal::new(99, 0))
        };
        let is_purity = nearly_all(&change.from) && nearly_all(&change.to);
        if from.min(to) > 0 && from != to && !is_as_close && !is_purity {
            let longer = if from > to { &change.from } else { &change.to };
            let text = view.words(longer.range());
            findings
                .at(
                    longer.range(),
                    format!("“{text}”与前后比较的数小数位数不同"),
                )
                .hint("同类数据保留同样的位数");
        }
    }
}

/// How many numbers of one unit and scale 、 joins.
fn series_length(view: &TextView<'_>, numbers: &[Number]) -> usize {
    let is_joined = |pair: &&[Number]| {
        let (one, other) = (&pair[0], &pair[1]);
        let unit = |it: &Number| view.text(it.multiplier.start..it.unit.end);
        view.is_any_at(one.unit.end, "、和")
            && other.digits.start == one.unit.end + 1
            && unit(one) == unit(other)
            && !one.unit.is_empty()
    };
    1 + numbers.windows(2).take_while(is_joined).count()
}

/// 8.35%、12.10%和6.4%: the only one with fewer decimals, where another number keeps its zero.
fn shorter_one<'v>(view: &TextView<'_>, series: &'v [Number]) -> Option<&'v Number> {
    let places = |it: &Number| it.decimal(view.chars()).map_or(0, |value| value.scale());
    let most = series.iter().map(places).max()?;
    let mut shorter = series.iter().filter(|it| places(it) < most);
    let odd = shorter
        .next()
        .filter(|it| shorter.next().is_none() && places(it) > 0)?;
    let keeps_zero =
        |it: &Number| view.words(it.digits.clone()).ends_with('0') && places(it) == most;
    series.iter().any(keeps_zero).then_some(odd)
}

/// The only one with more decimals; a zero at the end may have been left out of a number with fewer.
fn odd_one<'v>(view: &TextView<'_>, series: &'v [Number]) -> Option<&'v Number> {
    let places = |it: &Number| it.decimal(view.chars()).map_or(0, |value| value.scale());
    let most = series.iter().map(places).max()?;
    let mut longest = series.iter().filter(|it| places(it) == most);
    let odd = longest.next().filter(|_| longest.next().is_none())?;
    let mut others = series.iter().map(places).filter(|it| *it != most);
    let first = others.next().filter(|it| *it > 0)?;
    others.all(|it| it == first).then_some(odd)
}

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    series(view, findings);
    of_changes(view, findings);
    of_shares(view, findings);
    for paragraph in view.paragraphs() {
        let rates = view
            .numbers_in(paragraph.range.clone())
            .iter()
            .filter(|number| is_growth(view, number));
        let rates: Vec<(&Number, u32)> = rates
            .filter_map(|n| Some((n, n.decimal(view.chars())?.scale())))
            .collect();
        let most = rates.iter().map(|rate| rate.1).max().unwrap_or(0);
        let odd = rates.iter().find(|rate| rate.1 > 0 && rate.1 < most);
        if let Some((number, places)) = odd {
            let text = view.words(number.range());
            findings
                .hint(
                    number.range(),
                    format!("增长率“{text}”有{places}位小数，同段别的有{most}位"),
                )
                .hint("同类数据保留同样的位数");
        }
    }
}

fn is_growth(view: &TextView<'_>, number: &Number) -> bool {
    number.is_percent(view.chars())
        && view
            .one_of_before(number.digits.start, &["同比增长", "同比下降", "环比增长"])
            .is_some()
}
