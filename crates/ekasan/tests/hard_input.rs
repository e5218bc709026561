//! Input that broke comparable libraries: nothing is lost, nothing panics, time grows with the text.
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    missing_docs,
    reason = "tests"
)]

mod support;

use std::time::{Duration, Instant};

fn shortest(text: &str) -> Duration {
    (0..3)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box((ekasan::parse(text), ekasan::sentences(text, None), ekasan::words(text)));
            start.elapsed()
        })
        .min()
        .unwrap()
}

/// Eight times the text may take at most forty times the time: far above noise, far below a square (64) of it.
fn assert_linear(name: &str, make: impl Fn(usize) -> String) {
    let (small, large) = (make(1_000), make(8_000));
    let ratio = shortest(&large).as_secs_f64() / shortest(&small).as_secs_f64().max(1e-4);
    assert!(ratio < 40.0, "{name}: eight times the text took {ratio:.0} times as long");
}

#[test]
fn time_grows_with_the_text() {
    let repeated = |piece: &'static str| move |n: usize| piece.repeat(n);
    assert_linear("syllable", repeated("ບັນດາ"));
    assert_linear("word", repeated("ด้านหน้า"));
    assert_linear("consonant", repeated("ส"));
    assert_linear("marks", |n| format!("ก{}", "่".repeat(n)));
    assert_linear("list marks", repeated("1."));
    assert_linear("digits", repeated("1"));
    assert_linear("digits and blanks", repeated("1 "));
    assert_linear("years", repeated("2024 "));
    assert_linear("letters", repeated("a"));
    assert_linear("letters and stops", repeated("a."));
    assert_linear("brackets", repeated("("));
    assert_linear("stops and open brackets", repeated(".["));
    assert_linear("stops and blanks", repeated("ກ. "));
    assert_linear("Thai pieces", repeated("มี "));
    assert_linear("open brackets and digits", repeated("(1 "));
    assert_linear("dates", repeated("5/8, "));
    assert_linear("symbols", repeated("35-NQ/TW, "));
    assert_linear("list of numbers", repeated("17, "));
    assert_linear("quotes", repeated("“"));
    assert_linear("open and closing quotes of two kinds", |n| format!("{}{}", "“".repeat(n), "ก’".repeat(n)));
    assert_linear("speech", repeated("ông A nói: “a b. c d” "));
    assert_linear("offices", repeated("Phó Chủ tịch UBND tỉnh, "));
    assert_linear("offices and a name", repeated("ທ່ານ ກວາງ, ເລຂາຄະນະພັກແຂວງ; "));
    assert_linear("units of the forces", repeated("Sư đoàn 317 "));
    assert_linear("ministries", repeated("ກະຊວງກະສິກຳ, ກ ແລະ ຂ, "));
    assert_linear("citations and verbs", repeated("Bộ Chính trị ban hành Nghị quyết số 35-NQ/TW "));
    assert_linear("table bars", repeated("| ກ |\n"));
    assert_linear("addresses", repeated("://"));
    assert_linear("mails", repeated("a@"));
    assert_linear("am", repeated("ໍ"));
    assert_linear("tones and am", repeated("້ຳ"));
    assert_linear("line ends", repeated("\n"));
    assert_linear("furniture", repeated("ທີ່ມາ\n"));
    assert_linear("headings", repeated("Video\nກ\n"));
    assert_linear("captions", repeated("ภาพ: ก\n"));
    assert_linear("places", repeated("ກວາງນິງ, "));
    assert_linear("counted lists", repeated("ชาย 12, หญิง 13 คน, "));
    assert_linear("shares of places", repeated("ກວາງນິງ 12, "));
    assert_linear("counted units in a bracket", repeated("6 อำเภอ (สอง 3, "));
    assert_linear("bodies", repeated("ຄະນະພັກແຂວງ"));
    assert_linear("persons", repeated("ຫງວຽນວັນກວາງ "));
    assert_linear("titles, names and offices", repeated("ທ່ານ ຫງວຽນວັນກວາງ, ເລຂາຄະນະພັກແຂວງ ກວາງນິງ 5 ຄົນ "));
    assert_linear("names of their own", |n| (0..n).map(|at| format!("ông Nguyễn Văn A{} và ", "n".repeat(at % 7 + 1))).collect());
    assert_linear("ordinals", repeated("ครั้งที่ 5 "));
    assert_linear("months", repeated("ตุลาคม "));
    assert_linear("roman", repeated("X"));
    assert_linear("percent", repeated("ร้อยละ 5 และ "));
    assert_linear("magnitudes", repeated("2 หมื่น 1 "));
    assert_linear("sums and magnitudes", repeated("1 ລ້ານ 2 ແສນ 3 "));
    assert_linear("names with hyphens", repeated("Bua-la-pha "));
    assert_linear("hyphens", repeated("A-ba-"));
    assert_linear("letters and hyphens", repeated("ba-"));
    assert_linear("former units", repeated("( ກວາງນິງ ເກົ່າ "));
    assert_linear("routes", repeated("ຮ່າໂນ້ຍ - ກວາງ "));
    assert_linear("communes of a province", repeated("Quảng Nam, ở Trà Nam, Trà Vân - "));
    assert_linear("names and ages", repeated("ທ້າວ ຈັນສີ (ກ ອາຍຸ 3 "));
    assert_linear("days of every year", repeated("mỗi năm ngày 3/2, 4/5, "));
    assert_linear("acts", repeated("พ.ร.บ.อาหาร และ พ.ศ. 2522 "));
    assert_linear("words for law and years", repeated("pháp luật Đất năm 2024 "));
    assert_linear("tags", repeated("Tags:\nchợ\n"));
    assert_linear("owners of pictures", repeated("chợ LÊ MAI\n"));
}

#[test]
fn separators_survive() {
    let page = ekasan::parse("ເປີດ 24/7 ຢູ່ https://a.vn/5/8 ວັນທີ 5/8");
    assert_eq!(page.normalized(), page.text());
    assert_eq!(page.dates().map(|date| page.surface(date.span)).collect::<Vec<_>>(), ["5/8"]);
}

#[test]
fn decomposed_vietnamese_is_composed() {
    let page = ekasan::parse("Ngày 5 tháng 8 năm 2024 tại tỉnh Quảng Nam");
    assert_eq!(page.places().next().unwrap().value.as_ref().unwrap().name, "Quảng Nam");
    assert_eq!(ekasan::normalize("Đaị Việt", ekasan::Profile::Canonical), "Đaị Việt");
}

#[test]
fn any_cut_of_a_text_parses() {
    let text = "ມະຕິເລກທີ 35-NQ/TW (ລົງວັນທີ 22/10/2018) ນ້ໍາ 7.393,17 ຕື້ ๒๕๖๗ ครั้งที่ ๕";
    for (at, _) in text.char_indices() {
        let _ = ekasan::parse(&text[at..]);
        let _ = ekasan::parse(&text[..at]);
    }
}

#[test]
fn characters_beyond_the_first_plane_do_not_move_offsets() {
    let record = ekasan::parse("😀😀 ປີ 2024").to_record();
    let json = serde_json::to_value(&record).unwrap();
    assert_eq!((json["mentions"][0]["start"].as_u64(), json["mentions"][0]["end"].as_u64()), (Some(6), Some(10)));
}

#[test]
fn dashes_and_curly_quotes_after_a_mention_do_not_hide_it() {
    for tail in ["–", "—", "”", "’", "…", "»"] {
        let page = ekasan::parse(&format!("ມະຕິ 35-NQ/TW{tail}"));
        assert_eq!(page.citations().count(), 1, "{tail}");
    }
}

#[test]
fn final_vowels_and_am_stay() {
    for word in ["ครู", "อยู่", "นำ", "ນ້ຳ", "ສັນຍາລັກ໌"] {
        assert_eq!(ekasan::normalize(word, ekasan::Profile::Canonical), word);
    }
}

#[test]
fn neighbours_do_not_change_a_mention() {
    for (before, after) in [("", ""), ("“", "”"), ("(", ")"), ("ກ ", " ກ"), ("\u{200b}", "\u{200b}"), ("…", ".")] {
        let page = ekasan::parse(&format!("{before}ປີ 2024{after}"));
        assert_eq!(page.dates().map(|date| date.value.as_ref().unwrap().edtf.clone()).collect::<Vec<_>>(), ["2024"], "{before:?}");
    }
}

#[test]
fn numbers_are_exact_whatever_their_separators() {
    let page = ekasan::parse("ມີ 1.922 ຄົນ, 316,000 ຄົນ ແລະ 7.393,17 ຕື້ກີບ");
    let values: Vec<_> = page.quantities().map(|quantity| quantity.value.as_ref().unwrap().value.clone()).collect();
    assert_eq!(values, ["1922", "316000", "7393170000000"]);
    let page = ekasan::parse("รวม 1 000 000 คน และ 1.234.567 คน กับ 5,000,000 - 10,000,000 บาท");
    let values: Vec<_> = page.quantities().map(|quantity| quantity.value.as_ref().unwrap().value.clone()).collect();
    assert_eq!(values, ["1000000", "1234567", "5000000", "10000000"]);
}

#[test]
fn tyre_sizes_phones_machines_and_versions_are_no_mentions() {
    for text in ["ຢາງ 205/55R16", "ໂທ 021 212345", "โทร. 02-123-4567", "192.168.1.10", "v1.2.3", "วันครบรอบ", "ngày", "may", "we to"]
    {
        let page = ekasan::parse(text);
        assert!(page.dates().next().is_none() && page.citations().next().is_none(), "{text}");
        assert!(page.quantities().next().is_none(), "{text}");
    }
}

#[test]
fn durations_are_no_dates() {
    for text in ["35 ปี", "วันครบรอบ 80 ปี", "94 ປີຜ່ານມາ"] {
        let page = ekasan::parse(text);
        assert!(page.dates().next().is_none(), "{text}");
        assert_eq!(page.quantities().next().unwrap().value.as_ref().unwrap().unit, "year");
    }
}

#[test]
fn nested_quotes_and_brackets_and_odd_bytes() {
    let nested = format!("{}35-NQ/TW{}", "“(".repeat(200), ")”".repeat(200));
    assert_eq!(ekasan::parse(&nested).citations().count(), 1);
    for text in ["", "ກ", "\u{ebb}\u{ebf}\u{eda}", "່້໊໋", "   ", "\0\0", "\u{feff}", "0", "๙", "/", "-", "(0)", "\n"] {
        let page = ekasan::parse(text);
        assert_eq!(page.text(), text);
    }
}

#[test]
fn a_line_of_ten_megabytes_parses() {
    let line = "ຄະນະພັກແຂວງ ກວາງນິງ ໄດ້ຈັດກອງປະຊຸມໃນວັນທີ 5/8/2024 ມີ 300 ຄົນ ".repeat(70_000);
    assert!(line.len() > 10_000_000);
    assert_eq!(ekasan::parse(&line).dates().count(), 70_000);
}

#[test]
fn hostile_html_is_read_in_time() {
    let parse = |html: &str| {
        (0..3)
            .map(|_| {
                let start = Instant::now();
                std::hint::black_box(ekasan::Parser::default().parse_html(html));
                start.elapsed()
            })
            .min()
            .unwrap()
    };
    let pieces = [
        "<div>",
        "<b>",
        "<p>ກ",
        "</div>",
        "<table><tr><td>",
        "<a href='",
        "<!--",
        "<script>",
        "&amp;",
        "<li>a",
        "<h1>ข่าว</h1>",
        "<p>ปี 2567 ",
        "</p></b>",
        "<td class=menu>",
        "<x-y z=1>",
        "<br>",
        "<article><p>ນ້ຳ</article>",
        "<svg><p>",
        "<img>",
        "\0<",
        "<time datetime=2024>",
    ];
    for piece in pieces {
        let (small, large) = (piece.repeat(2_000), piece.repeat(16_000));
        let ratio = parse(&large).as_secs_f64() / parse(&small).as_secs_f64().max(1e-4);
        assert!(ratio < 40.0, "{piece}: eight times the page took {ratio:.0} times as long");
    }
}

#[test]
fn a_place_in_the_html_is_what_is_printed_there() {
    let html = "<html><body><nav><a href=/>ໜ້າຫຼັກ</a></nav><article><h1>ຂ່າວ &amp; ບົດ</h1><p class=x>ໃນ<b>ວັນທີ 7\nສິງຫາ</b> 2024 ມີຜູ້ເຂົ້າຮ່ວມ 1.922 ຄົນ, \
                ແຂວງໄດ້ເປີດກອງປະຊຸມ &quot;ໃຫຍ່&quot; ຄັ້ງທີ 16.<p>ມະຕິ 35-NQ/TW</article>";
    let page = ekasan::Parser::default().parse_html(html);
    assert!(page.text().starts_with("ຂ່າວ & ບົດ\nໃນວັນທີ 7 ສິງຫາ 2024"));
    let place = |span| page.source_span(span).unwrap().of(html);
    assert_eq!(place(page.dates().next().unwrap().span), "7\nສິງຫາ</b> 2024");
    let symbol = page.citations().next().unwrap();
    assert_eq!(place(symbol.span), "35-NQ/TW");
    for mention in page.mentions() {
        assert!(page.source_span(mention.span()).is_some_and(|span| !span.of(html).is_empty()), "{mention:?}");
    }
}
