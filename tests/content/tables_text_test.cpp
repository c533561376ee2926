#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "content/days.h"
#include "content/tables/cell_text.h"
#include "content/tables/csv.h"
#include "content/tables/encoding.h"

using namespace content::tables;

namespace {

std::vector<std::vector<std::string>> cells_of(std::string_view text, char separator = ',') {
  std::vector<std::vector<std::string>> out;
  for (const CsvRow& row : parse_csv(text, separator).rows) out.push_back(row.cells);
  return out;
}

using Cells = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("rows are read as RFC 4180 and Excel write them") {
  CHECK(cells_of("a,b\r\nc,d\r\n") == Cells{{"a", "b"}, {"c", "d"}});
  CHECK(cells_of("a,b\nc,d") == Cells{{"a", "b"}, {"c", "d"}});
  CHECK(cells_of("a,b\rc,d\r") == Cells{{"a", "b"}, {"c", "d"}});
  CHECK(cells_of("\"a,\"\"b\"\"\nc\",d") == Cells{{"a,\"b\"\nc", "d"}});
  CHECK(cells_of("a,,\n,,") == Cells{{"a", "", ""}, {"", "", ""}});
  CHECK(cells_of("a;b,c", ';') == Cells{{"a", "b,c"}});
  CHECK(cells_of("5\"pipe,\"x\" y") == Cells{{"5\"pipe", "x y"}});
  CHECK(cells_of("") == Cells{});
}

TEST_CASE("a row's number is the one Excel shows, line breaks in cells or not") {
  const CsvText csv = parse_csv("标题\n\n\"两\n行\",b\nc,d\n", ',');
  REQUIRE(csv.rows.size() == 4);
  CHECK(csv.rows[3].number == 4);
  CHECK(csv.rows[3].cells[0] == "c");
  CHECK(csv.open_quote_row == 0);
}

TEST_CASE("a quote that is never closed is found with its row") {
  CHECK(parse_csv("a,b\nc,\"d\ne,f\n", ',').open_quote_row == 2);
}

TEST_CASE("what is written as a row reads back as the same row") {
  const std::vector<std::string> cells = {"渡口面馆", "a,b", "say \"hi\"", "two\nlines", " blank ", "", "x;y\tz"};
  CHECK(cells_of(csv_line(cells)) == Cells{cells});
}

TEST_CASE("the encodings offices use are recognised") {
  const std::string text = "䶮光,𠮷㛃";
  CHECK(decode_sheet(text).encoding == Encoding::Utf8);
  CHECK(decode_sheet("\xEF\xBB\xBF" + text).text == text);
  const DecodedText gb = decode_sheet("\xC9\xCC\xBB\xA7\xC3\xFB\xB3\xC6,\x95\x34\x8A\x35");
  CHECK(gb.encoding == Encoding::Gb18030);
  CHECK(gb.bad.empty());
  CHECK(gb.text.starts_with("商户名称,"));
  const DecodedText wide = decode_sheet(std::string("\xFF\xFE\x4E\x53\x2C\x00\x31\x00", 8));
  CHECK(wide.encoding == Encoding::Utf16Le);
  CHECK(wide.text == "华,1");
  CHECK(decode_sheet(std::string("\xFE\xFF\x53\x4E\x00\x2C", 6)).text == "华,");
}

TEST_CASE("bytes that mean nothing are listed, never dropped silently") {
  const DecodedText utf8 = decode_sheet("渡口面馆,江滩双拥街\xFF,12");
  CHECK(utf8.encoding == Encoding::Utf8);
  REQUIRE(utf8.bad.size() == 1);
  CHECK(utf8.bad[0].hex == "FF");
  CHECK(utf8.text.substr(utf8.bad[0].offset).starts_with("\uFFFD,12"));
  const DecodedText gb = decode_sheet("\xC9\xCC\xBB\xA7\xFF,\xC3\xFB\xB3\xC6");
  CHECK(gb.encoding == Encoding::Gb18030);
  CHECK(gb.bad.size() == 1);
  CHECK(decode_sheet("\xC9\xCC\xBB\xA7\xC3").bad.size() == 1);  // cut in the middle of a character
}

TEST_CASE("a workbook, an old workbook and a picture are told from a text") {
  CHECK(recognise("") == SheetFile::Empty);
  CHECK(recognise("PK\x03\x04rest") == SheetFile::ExcelWorkbook);
  CHECK(recognise("\xD0\xCF\x11\xE0rest") == SheetFile::OldExcelWorkbook);
  CHECK(recognise(std::string_view("\x89PNG\0\0", 6)) == SheetFile::Binary);
  CHECK(recognise("名称,地址\n") == SheetFile::Text);
}

TEST_CASE("cells lose stray blanks and broken lines, texts keep their words") {
  CHECK(trimmed("\u3000 渡口面馆\u00A0\t") == "渡口面馆");
  CHECK(trimmed("a\r\nb\rc") == "a\nb\nc");
  CHECK(one_line(" 春和\n大药房 ") == "春和大药房");
  CHECK(one_line("江城市  军民同心") == "江城市 军民同心");
  CHECK(one_line("公交 8 路\n24 路") == "公交 8 路 24 路");
}

TEST_CASE("words for nothing are nothing, a guarded text stays text") {
  for (const char* word : {"", "无", "-", "—", "/", "暂无", "N/A"}) CHECK(says_nothing(word));
  CHECK_FALSE(says_nothing("无锡面馆"));
  for (const char* text : {"=1+1", "+86 123", "-", "@home", "'quoted", "无", "plain", "'=x"}) {
    CAPTURE(text);
    CHECK(unguarded(guarded(text)) == text);
  }
  CHECK(guarded("=HYPERLINK(1)") == "'=HYPERLINK(1)");
  CHECK(guarded("plain") == "plain");
}

TEST_CASE("dates are read in the ways offices write them") {
  for (const char* text : {"2026-07-30", "2026/7/30", "2026年7月30日", "2026.7.30", "２０２６－０７－３０", "20260730",
                           "46233", "2026/7/30 0:00:00", "2026 年 7 月 30 日", "2026-07-30T00:00:00", "46233.0"}) {
    CAPTURE(text);
    const auto day = read_date_cell(text);
    REQUIRE(day.has_value());
    CHECK(content::day_to_iso(*day) == "2026-07-30");
  }
  for (const char* text : {"2026-02-30", "26/7/30", "30/7/2026", "2026年7月", "七月", "2026-13-01", "", "1.5",
                           "2026-07-30 10:30", "999999"}) {
    CAPTURE(text);
    CHECK_FALSE(read_date_cell(text).has_value());
  }
}

TEST_CASE("phones keep every digit or are refused") {
  CHECK(read_phone("1.8763170669E+10").text == "18763170669");
  CHECK(read_phone("0７７２－０４６５６３４").text == "0772-0465634");
  CHECK(read_phone(" 5550\u30000100 ").text == "5550 0100");
  CHECK(read_phone("18763170669.0").text == "18763170669");
  CHECK(read_phone("1.87632E+10").fault == PhoneFault::LostDigits);
  CHECK(read_phone("1.8E+10").fault == PhoneFault::LostDigits);
  CHECK(read_phone("ask").fault == PhoneFault::Letters);
  CHECK(read_phone("见门口").fault == PhoneFault::Letters);
}

TEST_CASE("numbers and amounts are exact") {
  CHECK(read_fen("39.8") == 3980);
  CHECK(read_fen("¥39.80元") == 3980);
  CHECK(read_fen("１２８") == 12800);
  CHECK(read_fen("1,280.05") == 128005);
  CHECK(write_fen(128005) == "1280.05");
  for (const char* text : {"", "-1", "1.234", "abc", "1e3", "1."}) CHECK_FALSE(read_fen(text).has_value());
  CHECK(read_whole("1,234") == 1234);
  CHECK(read_whole("2026年") == 2026);
  CHECK(read_whole("80%") == 80);
  CHECK(read_whole("12.0") == 12);
  CHECK_FALSE(read_whole("12.5").has_value());
  CHECK_FALSE(read_whole("十二").has_value());
  CHECK(read_decimal("-15") == -15.0);
  CHECK(read_decimal("０.0714") == 0.0714);
  CHECK_FALSE(read_decimal("1e5").has_value());
  CHECK(write_decimal(0.0714) == "0.0714");
  CHECK(write_decimal(-15) == "-15");
}
