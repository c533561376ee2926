#include "content/hours_text.h"

#include <doctest/doctest.h>

using namespace content;

namespace {

struct Row {
  const char* written;
  const char* zh;  // "" = kept as text
};

}  // namespace

TEST_CASE("opening hours are read as offices write them, and printed so that they read back the same") {
  const Row rows[] = {
      {"每天 6:30-21:30", "每天 6:30 – 21:30"},
      {"09：00—21：30", "每天 9:00 – 21:30"},
      {"０９：００—２１：３０", "每天 9:00 – 21:30"},
      {"17:00-次日2:00", "每天 17:00 – 次日 2:00"},
      {"晚6点至次日凌晨2点", "每天 18:00 – 次日 2:00"},
      {"17:00-2:00", "每天 17:00 – 次日 2:00"},
      {"24小时", "每天 24 小时"},
      {"全天营业", "每天 24 小时"},
      {"10:00-24:00", "每天 10:00 – 24:00"},
      {"早8点至晚10点", "每天 8:00 – 22:00"},
      {"上午8点半至12点；下午2点半至6点", "每天 8:30 – 12:00、14:30 – 18:00"},
      {"下午2:00-6:00", "每天 14:00 – 18:00"},
      {"周一至周五 9:00-12:00, 14:00-18:00", "周一至周五 9:00 – 12:00、14:00 – 18:00；周六、周日休息"},
      {"周一至五 9:00-12:00", "周一至周五 9:00 – 12:00；周六、周日休息"},
      {"星期一至星期日：7:00~22:00", "每天 7:00 – 22:00"},
      {"周末 10:00-22:00", "周一至周五休息；周六、周日 10:00 – 22:00"},
      {"工作日 8:30-17:30，周六日 9:00-12:00", "周一至周五 8:30 – 17:30；周六、周日 9:00 – 12:00"},
      {"周五至周一 9:00-12:00", "周一、周五至周日 9:00 – 12:00；周二至周四休息"},
      {"每天 9:00-21:00；周日休息", "周一至周六 9:00 – 21:00；周日休息"},
      {"每天9:00-21:00，节假日不休", "每天 9:00 – 21:00"},
      {"每天 9:00-17:00；2026-10-01 休息；2026/10/2 10:00-12:00",
       "每天 9:00 – 17:00；2026-10-01 休息；2026-10-02 10:00 – 12:00"},
      {"每天 9:00-17:00；2026年10月1日至2026年10月2日 休息", "每天 9:00 – 17:00；2026-10-01 休息；2026-10-02 休息"},
      {"营业时间：10:00-20:00", "每天 10:00 – 20:00"},
      {"节假日不休", ""},
      {"节假日休息，其他时间 9:00-17:00", ""},
      {"9:00-5:00", ""},
      {"9-17", ""},
      {"25:00-26:00", ""},
      {"9:75-12:00", ""},
      {"9:00-12:00,11:00-14:00", ""},
      {"8:30-12:00 14:00-18:00", "每天 8:30 – 12:00、14:00 – 18:00"},
      {"面议", ""},
      {"周八 9:00-12:00", ""},
      {"10月1日休息", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    const Hours hours = read_hours_text(row.written);
    const std::string expected(row.zh);
    CHECK(hours.known == !expected.empty());
    if (!hours.known) {
      CHECK(hours.text == row.written);
      continue;
    }
    CHECK(hours_words_zh(hours) == expected);
    CHECK(hours_words_zh(read_hours_text(hours_words_zh(hours))) == expected);
  }
}

TEST_CASE("no words give no hours and no text") {
  for (const char* nothing : {"", "  ", "\n"}) {
    CHECK_FALSE(read_hours_text(nothing).known);
    CHECK(read_hours_text(nothing).text.empty());
  }
}

TEST_CASE("hours are said in English too") {
  CHECK(hours_words_en(read_hours_text("每天 6:30-21:30")) == "Daily 6:30 – 21:30");
  CHECK(hours_words_en(read_hours_text("周一至周五 17:00-次日2:00")) ==
        "Mon–Fri 17:00 – 2:00 (next day); Sat, Sun closed");
  CHECK(hours_words_en(read_hours_text("24小时")) == "Daily 24 hours");
}

TEST_CASE("any bytes at all are read as hours without harm") {
  for (int first = 1; first < 256; ++first) {
    for (const char* rest : {"", ":", "周", "9:0", "-", "\xE5\x91", "2026-", "年月日"}) {
      read_hours_text(std::string(1, static_cast<char>(first)) + rest);
      read_hours_text(rest + std::string(1, static_cast<char>(first)));
    }
  }
}
