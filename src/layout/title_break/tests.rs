//! How titles of real replies are broken.

use super::sense::NOT_FIRST;
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

#[test]
fn words_of_official_titles_stay_whole() {
    for (title, words) in [
        (
            "关于省政协十三届四次会议第0118号提案关于加快推进自由贸易试验区高质量发展的答复",
            &["自由贸易试验区", "高质量发展"][..],
        ),
        (
            "关于市十六届人大三次会议第56号建议关于完善居家社区养老服务体系和优化营商环境的答复",
            &["养老服务", "营商环境", "居家社区养老"],
        ),
        (
            "关于政协第十二届二次会议第231号提案关于推动义务教育优质均衡发展与加强乡村教师队伍建设的复函",
            &["义务教育", "优质均衡", "教师队伍"],
        ),
        (
            "关于县政协十届五次会议第17号提案关于加强农村基础设施和公共服务设施建设助力乡村振兴的答复",
            &["基础设施", "公共服务", "乡村振兴"],
        ),
        (
            "关于省政协十三届一次会议第0406号提案关于提高中小学校食堂食品安全监管水平的答复",
            &["中小学校", "食品安全"],
        ),
    ] {
        let lines = title_lines(title, 20, &[]);
        assert!((2..=4).contains(&lines.len()), "{lines:?}");
        for word in words {
            assert!(
                lines.iter().any(|line| line.contains(word)),
                "{word}: {lines:?}"
            );
        }
    }
}

#[test]
fn a_title_of_five_lines_keeps_its_words_too() {
    let title = "南山市林业局关于市政协九届三次会议第046号提案关于加快推进自由贸易试验区高质量发展和营商环境建设的协办意见的复函关于加强农村基础设施和公共服务设施建设助力乡村振兴";
    let lines = title_lines(title, 20, &[]);
    assert!(lines.len() > MOST_LINES);
    for word in ["自由贸易试验区", "高质量发展", "关于加强", "公共服务"] {
        assert!(
            lines.iter().any(|line| line.contains(word)),
            "{word}: {lines:?}"
        );
    }
}
