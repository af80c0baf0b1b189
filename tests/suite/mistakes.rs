//! What a clerk reads after a slip: the place, what is wrong, what to do; and no output.

use crate::workspace::Workspace;

/// Asserts that a build fails for the clerk, says all of `texts`, and writes nothing.
fn refused(workspace: &Workspace, texts: &[&str]) {
    workspace.run(&["build"]).fails(1, texts);
    assert_eq!(workspace.outputs(), Vec::<String>::new());
}

#[test]
fn a_deleted_figure_names_the_measure_that_misses_it() {
    let workspace = Workspace::small();
    workspace.replace("content/facts/a.yaml", "  cases:\n", "  others:\n");
    refused(
        &workspace,
        &[
            "unknown-figure",
            "“cases”",
            "content/facts/a.yaml:10:",
            "提示",
        ],
    );
}

#[test]
fn markdown_in_prose_is_refused_where_it_was_typed() {
    let workspace = Workspace::small();
    workspace.replace(
        "content/facts/a.yaml",
        "{{ figure.cases }}",
        "{{ figure.cases }}，做到**三个到位**",
    );
    refused(
        &workspace,
        &["markdown-in-prose", "粗体", "content/facts/a.yaml:10:"],
    );
}

#[test]
fn a_misspelt_key_is_answered_with_the_right_one() {
    let workspace = Workspace::small();
    workspace.replace("content/facts/a.yaml", "value:", "valeu:");
    refused(
        &workspace,
        &[
            "unknown-key",
            "“valeu”",
            "“value”",
            "content/facts/a.yaml:7:",
        ],
    );
}

#[test]
fn a_misspelt_figure_is_answered_with_the_nearest() {
    let workspace = Workspace::small();
    workspace.replace("content/facts/a.yaml", "figure.cases", "figure.caes");
    refused(
        &workspace,
        &[
            "unknown-figure",
            "“caes”",
            "是否想写“cases”",
            "content/facts/a.yaml:10:",
        ],
    );
}

#[test]
fn a_misspelt_filter_is_answered_with_its_place() {
    let workspace = Workspace::small();
    workspace.replace(
        "content/facts/a.yaml",
        "{{ figure.cases }}",
        "{{ period | uper }}",
    );
    refused(
        &workspace,
        &[
            "unknown-filter",
            "“uper”",
            "“upper”",
            "content/facts/a.yaml:10:",
        ],
    );
    let workspace = Workspace::small();
    workspace.replace(
        "templates/note.md",
        "section.markdown",
        "section.markdown | trimm",
    );
    refused(
        &workspace,
        &["unknown-filter", "templates/note.md:4:", "“trimm”"],
    );
}

#[test]
fn a_misspelt_argument_is_answered_with_the_nearest() {
    for (text, message, hint) in [
        (
            "say(id=`cases`, perod=`2021年`)",
            "“say”没有“perod”这个参数",
            "“period”",
        ),
        (
            "period | trim(pta=`年`)",
            "“trim”没有“pta”这个参数",
            "“pat”",
        ),
        (
            "period | upper(by=1)",
            "“upper”没有“by”这个参数",
            "不带参数",
        ),
        ("say(id=`cases`, digits=-1)", "digits 是小数位数", "正整数"),
    ] {
        let workspace = Workspace::small();
        let print = format!("{{{{ {text} }}}}");
        workspace.replace("content/facts/a.yaml", "{{ figure.cases }}", &print);
        refused(&workspace, &[message, hint, "content/facts/a.yaml:10:"]);
    }
}

#[test]
fn a_figure_is_not_taken_apart() {
    for text in [
        "{{ figure.cases | truncate(length=3) }}",
        "{{ figure.cases[0:1] }}",
        "{{ name.cases | length }}",
        "{{ figure.cases | split(pat=`]`) | first }}",
        "{% if `2021` in figure.cases %}甲{% endif %}",
        "{% if figure.cases is starting_with(pat=`1`) %}甲{% endif %}",
    ] {
        let workspace = Workspace::small();
        workspace.replace("content/facts/a.yaml", "{{ figure.cases }}", text);
        refused(&workspace, &["compared-figure", "content/facts/a.yaml:10:"]);
    }
}

#[test]
fn the_same_key_twice_shows_both_places() {
    let workspace = Workspace::small();
    workspace.replace(
        "content/facts/a.yaml",
        "measures:",
        "  cases: { name: 甲, unit: 件 }\nmeasures:",
    );
    refused(
        &workspace,
        &[
            "duplicate-key",
            "“cases”",
            "content/facts/a.yaml:8:",
            "content/facts/a.yaml:3:",
        ],
    );
}

#[test]
fn a_full_width_colon_is_answered_with_the_right_one() {
    let workspace = Workspace::small();
    workspace.replace("content/letters/a.yaml", "period: 2021年", "period：2021年");
    refused(&workspace, &["content/letters/a.yaml:4:", "全角冒号"]);
}

#[test]
fn an_undefined_variable_is_seen_even_in_a_condition() {
    for text in [
        "{{ subjekt }}",
        "{% if subjekt %}甲{% endif %}",
        "{% if proposal.subjekt %}甲{% endif %}",
    ] {
        let workspace = Workspace::small();
        workspace.replace("templates/note.md", "{% for", &format!("{text}{{% for"));
        refused(
            &workspace,
            &["undefined-variable", "templates/note.md:4:", "subjekt"],
        );
    }
}

#[test]
fn printing_what_a_letter_does_not_say_is_an_error() {
    let workspace = Workspace::small();
    workspace.replace("templates/note.md", "{% for", "{{ outcome }}{% for");
    refused(
        &workspace,
        &[
            "undefined-variable",
            "templates/note.md:4:4",
            "“outcome”",
            "信件 a",
        ],
    );
}

#[test]
fn printing_a_map_is_an_error() {
    let workspace = Workspace::small();
    workspace.replace("templates/note.md", "{% for", "{{ figure }}{% for");
    refused(&workspace, &["map-printed", "templates/note.md:4:4"]);
}

#[test]
fn printing_nothing_or_a_list_is_an_error() {
    let workspace = Workspace::small();
    workspace.replace(
        "templates/note.md",
        "{% for",
        "甲{{ proposal.proposer_list | first }}{% for",
    );
    refused(&workspace, &["empty-print", "templates/note.md:4:"]);
    let workspace = Workspace::small();
    workspace.replace("templates/note.md", "{% for", "{{ addressee_list }}{% for");
    refused(&workspace, &["map-printed", "templates/note.md:4:1"]);
    let workspace = Workspace::small();
    workspace.replace("content/facts/a.yaml", "共查处", "甲{{ none }}共查处");
    refused(&workspace, &["empty-print", "content/facts/a.yaml:10:15"]);
}

#[test]
fn a_figure_without_a_value_for_the_period_says_which_periods_there_are() {
    let workspace = Workspace::small();
    workspace.replace("content/letters/a.yaml", "period: 2021年", "period: 2022年");
    refused(
        &workspace,
        &["2022年", "2021年", "“cases”", "content/facts/a.yaml:10:"],
    );
}

#[test]
fn a_character_that_no_font_has_is_named() {
    let workspace = Workspace::small();
    workspace.replace("content/letters/a.yaml", "某单位", "某单\u{2fa1d}");
    refused(
        &workspace,
        &["missing-glyph", "U+2FA1D", "content/letters/a.yaml:3:"],
    );
}

#[test]
fn template_files_outside_the_workspace_and_the_environment_cannot_be_read() {
    let workspace = Workspace::small();
    workspace.replace(
        "templates/note.md",
        "{% for",
        "{% include \"../../etc/passwd\" %}{% for",
    );
    refused(&workspace, &["templates/note.md"]);
    let workspace = Workspace::small();
    workspace.replace(
        "templates/note.md",
        "{% for",
        "{{ get_env(name=\"HOME\") }}{% for",
    );
    refused(&workspace, &["unknown-function", "templates/note.md:4:4"]);
    let workspace = Workspace::small();
    workspace.replace("templates/note.md", "{% for", "{{ __tera_context }}{% for");
    refused(&workspace, &["undefined-variable"]);
}

#[test]
fn templates_cannot_loop_without_end() {
    let endless = [
        "{% for a in range(end=100000000) %}{{ a }}{% endfor %}",
        "{% for a in sections %}{% for b in sections %}{% for c in sections %}{% endfor %}{% endfor %}{% endfor %}",
        "{% include \"note.md\" %}",
        "{% for a in proposal.subject %}{% endfor %}",
    ];
    for text in endless {
        let workspace = Workspace::small();
        workspace.replace("templates/note.md", "{% for", &format!("{text}{{% for"));
        refused(&workspace, &["templates/note.md"]);
    }
}

#[test]
fn hostile_yaml_is_answered_in_bounded_time() {
    let nested = "[".repeat(200_000);
    let bomb =
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\n";
    let large = "# 甲\n".repeat(10_000_000);
    for (text, said) in [
        (nested.as_str(), "层"),
        (bomb, "&"),
        (large.as_str(), "兆字节"),
    ] {
        let workspace = Workspace::small().with("content/facts/b.yaml", text);
        refused(&workspace, &["content/facts/b.yaml", said]);
    }
}

#[test]
fn a_file_that_is_not_utf8_is_named() {
    let workspace = Workspace::small().with("content/facts/b.yaml", b"figures: \xc4\xe3\xba\xc3");
    refused(&workspace, &["content/facts/b.yaml:1:10", "UTF-8"]);
}

#[test]
fn markdown_outside_the_subset_is_refused_at_its_place() {
    let workspace = Workspace::small();
    workspace.replace("templates/note.md", "{% for", "1. 加快建设\n\n{% for");
    refused(&workspace, &["markdown-subset", "加快建设"]);
}

#[test]
fn prose_of_facts_is_text_and_not_markup() {
    let workspace = Workspace::small();
    workspace.replace(
        "content/facts/a.yaml",
        "共查处",
        "5*3*2，1. <签章>&nbsp;$4$共查处",
    );
    workspace.run(&["build"]).success();
    let pdf = workspace.bytes("output/a.pdf");
    let text = crate::pdf_text::squeezed(&pdf);
    assert!(
        text.contains("5*3*2，1.<签章>&nbsp;$4$共查处案件1001件"),
        "{text}"
    );
}

#[test]
fn a_figure_that_a_filter_robs_of_its_origin_is_refused() {
    let workspace = Workspace::small();
    workspace.replace(
        "content/facts/a.yaml",
        "{{ figure.cases }}",
        "{{ figure.cases | upper }}",
    );
    refused(&workspace, &["broken-origin"]);
}

#[test]
fn one_bad_letter_does_not_stop_the_others() {
    let workspace = Workspace::small();
    let letter = workspace.read("content/letters/a.yaml");
    workspace.write(
        "content/letters/b.yaml",
        letter.replace("measures: [work]", "measures: [wrok]"),
    );
    let run = workspace
        .run(&["build"])
        .fails(1, &["“wrok”", "“work”", "content/letters/b.yaml"]);
    assert!(run.stdout.contains("a  已生成"), "{}", run.stdout);
    assert_eq!(workspace.outputs(), ["a.md", "a.pdf", "manifest.json"]);
}

#[test]
fn a_letter_that_is_not_utf8_does_not_stop_the_others() {
    let workspace = Workspace::copy("province");
    workspace.write("content/letters/046_second.yaml", b"kind: \xff\n");
    let run = workspace.run(&["build"]);
    let run = run.fails(1, &["content/letters/046_second.yaml:1:7", "not-utf8"]);
    assert!(run.stdout.contains("046  已生成"), "{run:?}");
    assert!(!workspace.path().join("output/046_second.md").exists());
}

#[test]
fn a_letter_that_is_not_read_is_named() {
    for (name, message, hint) in [
        ("b.YAML", "以“.YAML”结尾，不会被读取", "改成“.yaml”"),
        (
            "2022/b.yaml",
            "文件放在了子文件夹里，没有读取",
            "请移到上一层文件夹",
        ),
        ("b c.yaml", "“b c”不能作信件的编号", "请改文件名"),
        ("a.公开.yaml", "“a.公开”不能作信件的编号", "请改文件名"),
    ] {
        let workspace = Workspace::small();
        let letter = workspace.read("content/letters/a.yaml");
        let path = format!("content/letters/{name}");
        workspace.write(&path, &letter);
        for command in ["build", "check"] {
            workspace.run(&[command]).fails(1, &[message, hint, &path]);
        }
        assert!(!workspace.bytes("output/a.pdf").is_empty());
    }
}

#[test]
fn markup_in_a_template_is_refused_where_it_was_typed() {
    for (markup, message) in [
        ("**重**点", "正文里有强调"),
        ("- 甲", "项目符号列表"),
        ("[甲]: 乙", "链接的定义"),
        ("##甲", "后面要空一格"),
    ] {
        let workspace = Workspace::small();
        let template = workspace.read("templates/note.md");
        workspace.write(
            "templates/note.md",
            template.trim_end().to_owned() + "\n\n" + markup + "\n",
        );
        refused(&workspace, &[message, "templates/note.md:"]);
    }
}

#[test]
fn a_template_that_no_letter_uses_is_looked_at() {
    let workspace = Workspace::small();
    let unused = "---\ntitle: 关于{{ nonesuch }}的说明\n---\n正文。\n";
    workspace.write("templates/unused.md", unused);
    let sound = "---\ntitle: 说明\nopening: '{% include \"zz.md\" %}'\n---\n正文。\n";
    workspace.write("templates/sound.md", sound);
    workspace.write("templates/zz.md", "开头。\n");
    for command in ["build", "check"] {
        workspace.run(&[command]).fails(
            1,
            &["undefined-variable", "“nonesuch”", "templates/unused.md:2:"],
        );
    }
    assert!(!workspace.bytes("output/a.pdf").is_empty());
}

#[test]
fn an_empty_print_in_an_included_part_is_named_there() {
    for print in ["{{ [document_number] | join(sep=`、`) }}", "{{ [1, 2] }}"] {
        let workspace = Workspace::small();
        let template = workspace.read("templates/note.md");
        let included = template.trim_end().to_owned() + "\n\n{% include \"_tail.md\" %}\n";
        workspace.write("templates/note.md", included);
        workspace.write("templates/_tail.md", format!("末段。\n\n附：{print}\n"));
        refused(&workspace, &["templates/_tail.md:3:"]);
    }
}
