#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]
use fuhan::document::*;
use fuhan::layout::{Fonts, PageStyle, layout};
use fuhan::source::{Source, Span};
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let text = std::fs::read_to_string("/work/shared/seed/letter-20220022.txt").unwrap();
    let source = Source::new("seed", text.clone());
    let span = Span::file(&source);
    let p = |t: &str| PlacedText::new(t, span.clone());
    let format = if args[1] == "letter" {
        HeadFormat::Letter
    } else {
        HeadFormat::Document
    };
    let lines: Vec<&str> = text.lines().filter(|l| !l.trim().is_empty()).collect();
    let mut blocks = vec![];
    for l in &lines[5..] {
        let inlines = vec![inline::Inline::plain(*l)];
        let h = l.starts_with("一、") || l.starts_with("二、") || l.starts_with("三、");
        blocks.push(if h {
            Block::Heading {
                level: Level::One,
                inlines,
                place: span.clone(),
            }
        } else {
            Block::Paragraph {
                inlines,
                place: span.clone(),
            }
        });
    }
    if args.len() > 3 {
        blocks.extend(blocks.clone().into_iter().take(args[3].parse().unwrap()));
    }
    let is_letter = format == HeadFormat::Letter;
    let cell = |t: &str| vec![inline::Inline::plain(t)];
    let table = Table {
        alignments: vec![TableAlignment::Unset; 4],
        head: vec![cell("指标"), cell("数值"), cell("同比增长"), cell("备注")],
        rows: (0..30)
            .map(|i| {
                vec![
                    cell(if i % 3 == 0 {
                        "查处知识产权案件总数量及其他各类相关行政执法案件"
                    } else {
                        "专利授权总量"
                    }),
                    cell(&format!("{}件", 1001 + i)),
                    cell("41.6%"),
                    cell("省市场监管局执法统计年报"),
                ]
            })
            .collect(),
        place: span.clone(),
    };
    let full = args.get(2).is_some_and(|a| a == "full");
    let doc = Document {
        header: Header {
            format,
            issuer_mark: IssuerMark {
                names: vec![p("湖北省知识产权局")],
                suffix: (!is_letter).then(|| "文件".to_owned()),
                size_in_points: None,
            },
            document_number: Some(DocumentNumber {
                code: "鄂知函".into(),
                year: 2022,
                serial: 12,
                place: span.clone(),
            }),
            signatories: if full && !is_letter {
                vec![p("张三"), p("欧阳明月"), p("李四")]
            } else {
                vec![]
            },
            class_mark: Some(ClassMark {
                text: p("B"),
                place: if is_letter {
                    ClassMarkPlace::BesideNumber
                } else {
                    ClassMarkPlace::TopRight
                },
            }),
            copy_number: full.then(|| p("000001")),
            classification: full.then(|| Classification {
                level: p("秘密"),
                term: Some("1年".into()),
            }),
            urgency: full.then(|| p("特急")),
        },
        main_part: MainPart {
            title: Title {
                lines: vec![
                    "关于对省政协十二届五次会议".to_owned(),
                    "第20220022号提案会办工作的意见".to_owned(),
                ],
                place: span.clone(),
            },
            addressees: Some(p(lines[4])),
            body: Body { blocks },
            annex_notes: if full {
                vec![
                    p("2021年全省知识产权保护情况统计表以及其他相关的需要说明的非常长的名称"),
                    p("知识产权协同保护典型案例"),
                ]
            } else {
                vec![]
            },
            closing_block: Some(ClosingBlock {
                sign_offs: vec![p("湖北省知识产权局")],
                issued_on: Some(jiff::civil::date(2022, 5, 20)),
                seal_space: if full {
                    SealSpace::Seal
                } else {
                    SealSpace::None
                },
            }),
            remarks: vec![p("（联系人：王某某，联系电话：027—00000000，㛃𬭎⽇日）")],
            annexes: if full {
                vec![Annex {
                    title: p("2021年全省知识产权保护情况统计表"),
                    body: Body {
                        blocks: vec![Block::Table(table)],
                    },
                }]
            } else {
                vec![]
            },
        },
        imprint: Imprint {
            copied_to: Some(p("省政协提案委员会，省人民政府办公厅")),
            printed_by: Some(p("湖北省知识产权局办公室")),
            printed_on: Some(jiff::civil::date(2022, 5, 21)),
        },
        place: span.clone(),
    };
    let fonts = Fonts::bundled();
    let style = PageStyle::default();
    let t = std::time::Instant::now();
    let checked = layout(&doc, &style, &fonts);
    println!("cold layout {:?}", t.elapsed());
    for d in &checked.diagnostics {
        println!("{:?} {} {}", d.severity, d.rule, d.message);
    }
    let pages = checked.value.unwrap();
    let t = std::time::Instant::now();
    let bytes = fuhan::export::pdf::pdf(&pages, &fonts).unwrap();
    println!("cold pdf {:?} {} bytes", t.elapsed(), bytes.len());
    let again = fuhan::export::pdf::pdf(&pages, &fonts).unwrap();
    assert_eq!(bytes, again);
    println!("{:#?}", pages.report);
    std::fs::write(format!("/tmp/layout-{}.pdf", args[1..].join("-")), &bytes).unwrap();
    std::fs::write(
        format!("/tmp/layout-{}.txt", args[1..].join("-")),
        fuhan::layout::dump::dump(&pages, &fonts),
    )
    .unwrap();
    let cpu = || {
        let s = std::fs::read_to_string("/proc/self/schedstat").unwrap();
        s.split(' ').next().unwrap().parse::<u64>().unwrap()
    };
    let n = 200;
    let c = cpu();
    for _ in 0..n {
        std::hint::black_box(layout(&doc, &style, &fonts));
    }
    println!("cpu layout {} us", (cpu() - c) / 1000 / u64::from(n));
    let c = cpu();
    for _ in 0..n {
        std::hint::black_box(fuhan::export::pdf::pdf(&pages, &fonts).unwrap());
    }
    println!("cpu pdf {} us", (cpu() - c) / 1000 / u64::from(n));

    let t = std::time::Instant::now();
    for _ in 0..n {
        std::hint::black_box(layout(&doc, &style, &fonts));
    }
    println!("warm layout {:?}", t.elapsed() / n);
    let t = std::time::Instant::now();
    for _ in 0..n {
        std::hint::black_box(fuhan::export::pdf::pdf(&pages, &fonts).unwrap());
    }
    println!("warm pdf {:?}", t.elapsed() / n);
}
