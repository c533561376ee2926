#include "kiosk/ui/fonts.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>
#include <imgui.h>

#include "kiosk/ui/error.h"
#include "kiosk/ui/utf8.h"
#include "tests/support/temporary_folder.h"

namespace {

// Fonts add themselves to an ImGui context.
class Context {
 public:
  Context() : context_(ImGui::CreateContext()) {}
  ~Context() { ImGui::DestroyContext(context_); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

 private:
  ImGuiContext* context_;
};

constexpr ui::Face kFaces[] = {ui::Face::Serif, ui::Face::Sans, ui::Face::SansMedium, ui::Face::SansBold, ui::Face::Kai};

}  // namespace

TEST_CASE("names with rare characters can be drawn in every face") {
  Context context;
  ui::Fonts fonts({});
  const std::string_view names = "㛃䶮𠮷𬱖㐂㙍𪚥龘叕犇甡嘦囍";
  CHECK(fonts.missing_in(names).empty());
  for (const ui::Face face : kFaces) {
    for (std::size_t at = 0; at < names.size();) {
      const char32_t character = ui::next_character(names, at);
      CAPTURE(static_cast<std::uint32_t>(character));
      CHECK(fonts.font_for(face, character) != nullptr);
      CHECK(fonts.advance(face, character) == doctest::Approx(1).epsilon(0.05));
    }
  }
}

TEST_CASE("every Han character of GB 18030's first planes is drawn by some installed font") {
  Context context;
  ui::Fonts fonts({});
  const std::pair<char32_t, char32_t> blocks[] = {{0x3400, 0x4DB5}, {0x4E00, 0x9FA5}, {0x9FA6, 0x9FBB}, {0x20000, 0x2A6D6}};
  std::size_t missing = 0;
  for (const auto& [first, last] : blocks) {
    for (char32_t character = first; character <= last; ++character) missing += fonts.can_draw(character) ? 0 : 1;
  }
  CHECK(missing == 0);
}

TEST_CASE("a rare font is opened only when one of its characters is wanted") {
  Context context;
  ui::Fonts fonts({});
  for (const ui::Face face : kFaces) fonts.advance(face, U'双');
  const std::size_t before = fonts.opened_files().size();
  CHECK(before <= 4);
  fonts.font_for(ui::Face::Serif, 0x2A6A5);
  CHECK(fonts.opened_files().size() > before);
}

TEST_CASE("controls and selectors need no font – a private character is missing") {
  Context context;
  ui::Fonts fonts({});
  CHECK(fonts.can_draw(U'\n'));
  CHECK(fonts.can_draw(0xFE0F));
  CHECK(fonts.missing_in("好\U000F1234\U000F1234\n") == std::vector<char32_t>{0xF1234});
  CHECK(fonts.advance(ui::Face::Sans, 0x200B) == 0);
  CHECK(fonts.font_for(ui::Face::Sans, 0xF1234) == nullptr);
}

TEST_CASE("without a Chinese font the error says what to install, and a damaged file is no font") {
  tests::TemporaryFolder folder;
  std::ofstream(folder.path() / "damaged.ttf") << "not a font at all";
  Context context;
  CHECK_THROWS_WITH_AS(ui::Fonts({.directories = {folder.path()}, .system_fonts = false}),
                       doctest::Contains("fonts-noto-cjk"), ui::Error);
}

TEST_CASE("a font that vanishes or breaks after it was listed gives way to the next") {
  const std::filesystem::path wenkai = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf";
  const std::filesystem::path hanazono = "/usr/share/fonts/truetype/hanazono/HanaMinA.ttf";
  if (!std::filesystem::exists(wenkai) || !std::filesystem::exists(hanazono)) return;
  tests::TemporaryFolder folder;
  std::filesystem::copy_file(wenkai, folder.path() / "wenkai.ttf");
  std::filesystem::copy_file(hanazono, folder.path() / "hanazono.ttf");
  Context context;
  ui::Fonts fonts({.directories = {folder.path()}, .system_fonts = false});   // opens 文楷 for the sans face
  CHECK(fonts.known_fonts() == 2);
  std::filesystem::resize_file(folder.path() / "hanazono.ttf", 40);
  CHECK(fonts.font_for(ui::Face::Serif, U'双') != nullptr);
  CHECK(fonts.opened_files().size() == 1);
}
