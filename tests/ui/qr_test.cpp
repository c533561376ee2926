#include "kiosk/ui/qr.h"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("a short address gives a small code with its three finders and timing lines") {
  const auto code = ui::encode_qr("https://example.invalid/s/1");
  REQUIRE(code);
  CHECK(code->side == 29);
  for (const auto& [x, y] : {std::pair{0, 0}, {22, 0}, {0, 22}}) {
    for (int i = 0; i < 7; ++i) {
      CHECK(code->at(x + i, y));
      CHECK(code->at(x + i, y + 6));
      CHECK(code->at(x, y + i));
      CHECK(code->at(x + 6, y + i));
    }
    CHECK(code->at(x + 3, y + 3));
    CHECK_FALSE(code->at(x + 1, y + 1));
  }
  for (int i = 8; i < 21; ++i) {
    CHECK(code->at(i, 6) == (i % 2 == 0));
    CHECK(code->at(6, i) == (i % 2 == 0));
  }
}

TEST_CASE("different texts give different codes, the same text the same") {
  CHECK(ui::encode_qr("甲")->dark == ui::encode_qr("甲")->dark);
  CHECK(ui::encode_qr("甲")->dark != ui::encode_qr("乙")->dark);
}

TEST_CASE("what fits no code of version 15 is refused") {
  CHECK(ui::encode_qr(std::string(400, 'a')));
  CHECK_FALSE(ui::encode_qr(std::string(500, 'a')));
  CHECK_FALSE(ui::encode_qr(""));
  CHECK_FALSE(ui::encode_qr(std::string("a\0b", 3)));
}
