//! Where a title breaks: at the sense, into lines of the right shape.

use super::boundary::{Break, boundaries};
use crate::text::width::{Width, width};

/// The most lines of a title.
const MOST_LINES: usize = 4;

/// The widest line that looks well, in cells; a wider one is taken if nothing else is possible.
const COMFORTABLE: f64 = 18.0;

/// Words that are not broken; a title has few others that could be.
const WORDS: &[&str] = &[
    "知识产权",
    "营商环境",
    "高质量",
    "人民政府",
    "人民代表",
    "代表大会",
    "政治协商",
    "委员会",
    "人大常委会",
    "关于",
    "会议",
    "提案",
    "建议",
    "会办",
    "主办",
    "协办",
    "办理",
    "答复",
    "意见",
    "情况",
    "工作",
    "复函",
    "报告",
    "通知",
    "请示",
    "省政协",
    "市政协",
    "政协",
    "人大",
    "代表",
    "委员",
    "政府",
    "加强",
    "推进",
    "推动",
    "促进",
    "建设",
    "发展",
    "保护",
    "管理",
    "服务",
    "改革",
    "创新",
    "经济",
    "社会",
    "教育",
    "文化",
    "卫生",
    "医疗",
    "农村",
    "农业",
    "乡村",
    "振兴",
    "生态",
    "环境",
    "安全",
    "企业",
    "产业",
    "科技",
    "人才",
    "养老",
    "交通",
    "城市",
    "进一步",
    "若干",
    "提升",
    "完善",
    "优化",
    "实施",
    "支持",
    "解决",
    "问题",
    "落实",
    "次会议",
    "培育",
    "运用",
    "地理标志",
    "高价值",
    "专利",
    "商标",
    "版权",
    "计划",
    "监督",
    "检查",
    "重点",
    "任务",
    "分工",
    "方案",
    "规划",
    "合并",
    "印发",
    "助力",
    "工程",
    "科学",
    "绿化",
    "国土",
    "文明",
    "贯彻",
    "措施",
    "机制",
    "体系",
    "质量",
    "水平",
    "能力",
    "资源",
    "资金",
    "项目",
    "平台",
    "中心",
    "市场",
    "监督管理",
    "市场监管",
    "人力资源",
    "社会保障",
    "食品",
    "药品",
    "学校",
    "中小学",
    "学生",
    "教师",
    "儿童",
    "青少年",
    "老年人",
    "残疾人",
    "居民",
    "农民",
    "群众",
    "社区",
    "街道",
    "道路",
    "公路",
    "铁路",
    "停车",
    "河道",
    "水库",
    "水源",
    "污染",
    "治理",
    "垃圾",
    "分类",
    "历史",
    "文物",
    "旅游",
    "体育",
    "网络",
    "数字",
    "数据",
    "智能",
    "信息",
    "人工智能",
    "金融",
    "税收",
    "就业",
    "创业",
    "保险",
    "救助",
    "法治",
    "司法",
    "执法",
    "公安",
    "消防",
    "应急",
    "加快",
    "深化",
    "扩大",
    "规范",
    "健全",
    "建立",
    "开展",
    "全面",
    "统筹",
    "协同",
    "联合",
    "结合",
    "融合",
    "示范",
    "试点",
    "重大",
    "基层",
    "基础设施",
    "设施",
    "补助",
    "补贴",
    "政策",
    "民营",
    "小微企业",
    "中小企业",
    "开放",
    "园区",
    "开发区",
    "森林",
    "林业",
    "渔业",
    "粮食",
    "耕地",
    "土地",
    "住房",
    "物业",
    "小区",
    "改造",
    "能源",
    "新能源",
    "节能",
    "低碳",
    "营养",
    "改善",
    "国家",
    "全国",
    "全省",
    "全市",
    "全县",
];

/// Characters that never begin a line of a title.
const NOT_FIRST: &str = "的了和与及等之或";

/// Characters that hardly ever end a line of a title.
const NOT_LAST: &str = "对与和及在向由将以从为";

/// Endings of a body's name, after which a line may well end.
const BODY_ENDINGS: &str = "局厅府委院部办协会";

/// A title's line-break candidates with their price.
struct Candidates {
    /// Width in cells up to each character.
    widths: Vec<f64>,
    /// Price of a break before each character; absent where none is possible.
    prices: Vec<Option<f64>>,
}

/// Breaks a title into one to four lines, each at most `widest` cells wide; `names` of bodies stay
/// whole.
pub(super) fn title_lines(title: &str, widest: usize, names: &[&str]) -> Vec<String> {
    let characters: Vec<char> = title.chars().collect();
    let total = cells(title);
    if total <= COMFORTABLE.min(widest as f64) || characters.is_empty() {
        return vec![title.to_owned()];
    }
    let widest = widest as f64;
    let open = Candidates::new(&characters, names, Pairs::Open);
    let whole = Candidates::new(&characters, names, Pairs::Whole);
    // The title of a book or of a proposal that is wider than a line must be broken somewhere.
    let ends = whole
        .best_of_counts(total, widest)
        .or_else(|| open.best_of_counts(total, widest))
        .unwrap_or_else(|| open.filled(widest));
    split(&characters, &ends)
}

/// Whether what stands between two marks, such as 《》, may be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pairs {
    /// Never.
    Whole,
    /// Where the sense breaks, at a price.
    Open,
}

/// The width of a text in cells.
pub(super) fn cells(text: &str) -> f64 {
    text.chars().map(character_cells).sum()
}

fn character_cells(character: char) -> f64 {
    match width(character) {
        Width::Full => 1.0,
        Width::Half => 0.5,
        Width::Natural => 0.62,
    }
}

fn split(characters: &[char], ends: &[usize]) -> Vec<String> {
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let ends = ends
        .iter()
        .copied()
        .chain(std::iter::once(characters.len()));
    let line = |(start, end): (usize, usize)| characters[start..end].iter().collect::<String>();
    starts
        .zip(ends)
        .map(line)
        .map(|line| line.trim().to_owned())
        .collect()
}

impl Candidates {
    fn new(characters: &[char], names: &[&str], pairs: Pairs) -> Self {
        let widths = std::iter::once(0.0)
            .chain(characters.iter().scan(0.0, |sum, character| {
                *sum += character_cells(*character);
                Some(*sum)
            }))
            .collect();
        Self {
            widths,
            prices: prices(characters, names, pairs),
        }
    }

    /// The cheapest breaks; one line more than needed may give the better shape, more never do.
    fn best_of_counts(&self, total: f64, widest: f64) -> Option<Vec<usize>> {
        let needed = (total / COMFORTABLE).ceil() as usize;
        (needed.max(2)..=MOST_LINES.min(needed + 1))
            .filter_map(|count| self.best(count, widest))
            .min_by(|one, other| one.0.total_cmp(&other.0))
            .map(|(_, ends)| ends)
    }

    /// The cheapest breaks into `count` lines and their price.
    fn best(&self, count: usize, widest: f64) -> Option<(f64, Vec<usize>)> {
        let mut best: Option<(f64, Vec<usize>)> = None;
        self.visit(count, widest, &mut Vec::new(), &mut best);
        best
    }

    fn visit(
        &self,
        count: usize,
        widest: f64,
        ends: &mut Vec<usize>,
        best: &mut Option<(f64, Vec<usize>)>,
    ) {
        let start = ends.last().copied().unwrap_or(0);
        if ends.len() + 1 == count {
            if self.width(start, self.prices.len()) <= widest {
                self.offer(ends, best);
            }
            return;
        }
        for end in start + 1..self.prices.len() {
            if self.width(start, end) > widest {
                break;
            }
            if self.prices[end].is_some() {
                ends.push(end);
                self.visit(count, widest, ends, best);
                ends.pop();
            }
        }
    }

    fn offer(&self, ends: &[usize], best: &mut Option<(f64, Vec<usize>)>) {
        let price = self.price(ends);
        if best.as_ref().is_none_or(|(cheapest, _)| price < *cheapest) {
            *best = Some((price, ends.to_vec()));
        }
    }

    fn width(&self, start: usize, end: usize) -> f64 {
        self.widths[end] - self.widths[start]
    }

    /// Breaks against the sense, lines of unlike width or wrong shape, and each further line cost.
    fn price(&self, ends: &[usize]) -> f64 {
        let mut widths = Vec::with_capacity(ends.len() + 1);
        let mut start = 0;
        for end in ends
            .iter()
            .copied()
            .chain(std::iter::once(self.prices.len()))
        {
            widths.push(self.width(start, end));
            start = end;
        }
        let breaks: f64 = ends.iter().filter_map(|end| self.prices[*end]).sum();
        let wide: f64 = widths
            .iter()
            .map(|width| (width - COMFORTABLE).max(0.0) * 3.0)
            .sum();
        breaks + wide + shape_price(&widths) + imbalance(&widths) + ends.len() as f64 * 3.0
    }

    /// Lines as full as they can be, for a title that no four lines can hold.
    fn filled(&self, widest: f64) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut start = 0;
        while self.width(start, self.prices.len()) > widest {
            let fits = |end: &usize| self.width(start, *end) <= widest;
            let candidates = (start + 1..self.prices.len()).take_while(fits);
            let end = candidates.clone().filter(|end| self.prices[*end].is_some());
            start = end.last().or(candidates.last()).unwrap_or(start + 1);
            ends.push(start);
        }
        ends
    }
}

/// Trapezium: ever wider or ever narrower; diamond: wider, then narrower (7.3.1).
fn shape_price(widths: &[f64]) -> f64 {
    let steps: Vec<f64> = widths.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let equal = steps.iter().filter(|step| step.abs() < 0.9).count();
    let is_hourglass = steps.windows(2).any(|pair| pair[0] < 0.0 && pair[1] > 0.0);
    equal as f64 * 3.0 + if is_hourglass { 20.0 } else { 0.0 }
}

/// Lines may differ, yet none should be a stump.
fn imbalance(widths: &[f64]) -> f64 {
    let mean = widths.iter().sum::<f64>() / widths.len() as f64;
    let spread: f64 = widths.iter().map(|width| (width - mean).abs()).sum();
    spread / mean * 3.0
}

/// What a break inside 《》 costs more than one outside.
const PAIR_PRICE: f64 = 8.0;

fn prices(characters: &[char], names: &[&str], pairs: Pairs) -> Vec<Option<f64>> {
    let boundaries = boundaries(characters);
    let inside = inside_words(characters, names);
    (0..characters.len())
        .map(|index| {
            let is_free = index > 0
                && boundaries[index].r#break == Break::Free
                && !NOT_FIRST.contains(characters[index])
                && !is_inside_number(characters, index);
            let is_in_pair = is_free && is_inside_pair(characters, index);
            let pair = if is_in_pair { PAIR_PRICE } else { 0.0 };
            let own = || match inside[index] {
                true => 15.0,
                false => price(characters, index),
            };
            (is_free && !(is_in_pair && pairs == Pairs::Whole)).then(|| own() + pair)
        })
        .collect()
}

/// How little the sense breaks before a character.
fn price(characters: &[char], index: usize) -> f64 {
    let follows = |word: &str| begins(&characters[index..], word);
    let precedes = |word: &str| ends(&characters[..index], word);
    if follows("关于") || is_before_number(characters, index) || precedes("会议") {
        0.0
    } else if "、，；：》”）".contains(characters[index - 1]) || characters[index - 1] == ' '
    {
        0.5
    } else if precedes("政协") || precedes("人大") || precedes("提案") || precedes("建议") {
        1.0
    } else if precedes("关于") || NOT_LAST.contains(characters[index - 1]) {
        9.0
    } else if BODY_ENDINGS.contains(characters[index - 1]) || precedes("的") {
        2.0
    } else if WORDS.iter().any(|word| follows(word) || precedes(word)) {
        2.5
    } else {
        6.0
    }
}

/// Whether 第…号 begins here.
fn is_before_number(characters: &[char], index: usize) -> bool {
    characters[index] == '第' && characters.get(index + 1).is_some_and(char::is_ascii_digit)
}

/// Inside 第…号 and 〔…〕 a title is never broken.
fn is_inside_number(characters: &[char], index: usize) -> bool {
    let is_after_mark = characters[index - 1] == '第' && characters[index].is_ascii_digit();
    is_after_mark || is_between(characters, index, ('〔', '〕'))
}

/// Inside 《…》 and “…” a title is broken only if it does not find room on a line.
fn is_inside_pair(characters: &[char], index: usize) -> bool {
    let pairs = [('《', '》'), ('“', '”')];
    let mut pairs = pairs.into_iter();
    pairs.any(|pair| is_between(characters, index, pair))
}

fn is_between(characters: &[char], index: usize, (open, close): (char, char)) -> bool {
    let before = &characters[..index];
    let opened = before.iter().rposition(|character| *character == open);
    let closed = before.iter().rposition(|character| *character == close);
    opened > closed && characters[index..].contains(&close)
}

/// Which places lie inside one of the names or of the known words.
fn inside_words(characters: &[char], names: &[&str]) -> Vec<bool> {
    let mut inside = vec![false; characters.len()];
    for start in 0..characters.len() {
        let longest = WORDS
            .iter()
            .chain(names)
            .filter(|word| begins(&characters[start..], word))
            .map(|word| word.chars().count())
            .max();
        let end = start + longest.unwrap_or(1);
        inside[start + 1..end.max(start + 1)].fill(true);
    }
    inside
}

fn begins(text: &[char], word: &str) -> bool {
    let mut characters = text.iter();
    word.chars()
        .all(|character| characters.next() == Some(&character))
}

fn ends(text: &[char], word: &str) -> bool {
    let mut characters = text.iter().rev();
    word.chars()
        .rev()
        .all(|character| characters.next() == Some(&character))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(title: &str, expected: &[&str]) {
        assert_eq!(title_lines(title, 20, &[]), expected);
    }

    #[test]
    fn a_short_title_stays_on_one_line() {
        check("关于开展培训的通知", &["关于开展培训的通知"]);
    }

    #[test]
    fn a_reply_breaks_before_the_number_of_its_proposal() {
        check(
            "关于对省政协十二届五次会议第20220022号提案会办工作的意见",
            &[
                "关于对省政协十二届五次会议",
                "第20220022号提案会办工作的意见",
            ],
        );
    }

    #[test]
    fn no_line_begins_with_a_particle_or_breaks_a_number_or_quotation() {
        for title in [
            "南山省知识产权局关于省政协十三届四次会议第20260118号提案会办意见的函",
            "关于省十四届人大二次会议第123号《关于加强知识产权司法保护的建议》的答复",
            "南山省教育厅关于印发〔2026〕年度工作要点和任务分工及责任清单等文件的通知",
        ] {
            for line in title_lines(title, 20, &[]) {
                assert!(cells(&line) <= 20.0, "{line}");
                assert!(
                    !NOT_FIRST.contains(line.chars().next().expect("not empty")),
                    "{line}"
                );
                assert_eq!(
                    line.matches('《').count(),
                    line.matches('》').count(),
                    "{line}"
                );
            }
        }
    }

    #[test]
    fn lines_make_no_hourglass() {
        let title = "南山省知识产权局关于省政协十三届四次会议第20260118号提案会办意见的函";
        let widths: Vec<f64> = title_lines(title, 20, &[])
            .iter()
            .map(|line| cells(line))
            .collect();
        assert!(shape_price(&widths) < 20.0, "{widths:?}");
    }

    #[test]
    fn a_quoted_title_wider_than_a_line_is_broken_at_the_sense() {
        check(
            "关于省政协十三届四次会议第20260118号提案《关于进一步加强高价值专利培育与知识产权保护工作的建议》会办意见的函",
            &[
                "关于省政协十三届四次会议",
                "第20260118号提案《关于进一步加强高价值",
                "专利培育与知识产权保护工作的建议》",
                "会办意见的函",
            ],
        );
    }

    #[test]
    fn a_session_and_the_name_of_a_body_stay_whole() {
        let title = "南山省推进专利产业办公室关于省政协十三届四次会议第20260118号提案会办意见的函";
        for line in title_lines(title, 20, &["南山省推进专利产业办公室"]) {
            assert!(
                !line.starts_with("会议") && !line.ends_with("关于"),
                "{line}"
            );
            assert_eq!(line.contains("南山省"), line.contains("办公室"), "{line}");
        }
    }

    #[test]
    fn a_title_longer_than_four_lines_is_filled() {
        let title = "甲乙丙丁戊己庚辛壬癸".repeat(10);
        assert!(title_lines(&title, 20, &[]).len() > 4);
        assert_eq!(title_lines(&title, 20, &[]).concat(), title);
    }
}
