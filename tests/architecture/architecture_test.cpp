#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Include {
  std::string file;  // from the project's root
  std::string what;
};

std::vector<fs::path> sources(const std::string& room) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(SHUANGYONG_SOURCE) / room)) {
    const auto extension = entry.path().extension();
    if (extension == ".cpp" || extension == ".h") files.push_back(entry.path());
  }
  return files;
}

std::vector<Include> includes(const std::string& room) {
  static const std::regex pattern(R"re(^\s*#\s*include\s*[<"]([^>"]+)[>"])re");
  std::vector<Include> found;
  for (const auto& file : sources(room)) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      std::smatch match;
      if (std::regex_search(line, match, pattern)) {
        found.push_back({fs::relative(file, SHUANGYONG_SOURCE).string(), match[1]});
      }
    }
  }
  return found;
}

bool begins_with_any(const std::string& text, const std::vector<std::string>& heads) {
  return std::ranges::any_of(heads, [&](const std::string& head) { return text.starts_with(head); });
}

// Text of a C++ file without comments.
std::string without_comments(const fs::path& file) {
  std::ifstream in(file);
  std::string text, line;
  while (std::getline(in, line)) {
    const auto comment = line.find("//");
    text += line.substr(0, comment) + '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("each room includes only the rooms below it") {
  struct Wall { std::string room; std::vector<std::string> forbidden; };
  const Wall walls[] = {
      {"content", {"kiosk/", "admin/", "imgui", "GLFW/", "GL/", "X11/", "stb_image.h"}},
      {"kiosk/ui", {"content/", "admin/", "kiosk/screens", "kiosk/widgets", "kiosk/kiosk.h", "kiosk/context.h", "sqlite3", "SQLiteCpp", "vips/"}},
      {"kiosk", {"admin/", "vips/", "sqlite3", "SQLiteCpp"}},
  };
  for (const Wall& wall : walls) {
    const auto all = includes(wall.room);
    CHECK(all.size() > 20);
    for (const Include& include : all) {
      INFO(include.file << " includes " << include.what);
      CHECK_FALSE(begins_with_any(include.what, wall.forbidden));
    }
  }
}

TEST_CASE("only the picture import knows libvips") {
  for (const auto& room : {"content", "admin", "kiosk"}) {
    for (const Include& include : includes(room)) {
      if (!include.what.starts_with("vips/")) continue;
      INFO(include.file);
      CHECK(include.file.starts_with("content/media_"));
    }
  }
}

TEST_CASE("the kiosk has no network code") {
  for (const auto& room : {"kiosk", "content"}) {
    for (const Include& include : includes(room)) {
      INFO(include.file << " includes " << include.what);
      CHECK_FALSE(begins_with_any(include.what, {"sys/socket.h", "netdb.h", "arpa/", "netinet/", "curl/"}));
    }
  }
}

TEST_CASE("Dear ImGui stays inside the drawing library") {
  for (const Include& include : includes("kiosk")) {
    if (include.file.starts_with("kiosk/ui/")) continue;
    INFO(include.file << " includes " << include.what);
    CHECK_FALSE(include.what.starts_with("imgui"));
  }
}

TEST_CASE("the office's window draws through the drawing library, its logic does not draw") {
  const auto all = includes("admin");
  CHECK(all.size() > 100);
  for (const Include& include : all) {
    INFO(include.file << " includes " << include.what);
    CHECK_FALSE(begins_with_any(include.what, {"imgui", "GLFW/", "GL/", "X11/", "stb_", "sqlite3", "SQLiteCpp"}));
    if (include.file.starts_with("admin/workspace/") || include.file.starts_with("admin/commands/")) {
      CHECK_FALSE(begins_with_any(include.what, {"kiosk/ui/", "kiosk/screens/", "admin/desk/", "admin/panels/", "admin/editors/", "admin/shell/"}));
    }
    // A panel knows the toolkit and the office; the toolkit knows no panel.
    if (include.file.starts_with("admin/desk/")) {
      CHECK_FALSE(begins_with_any(include.what, {"admin/panels/", "admin/editors/", "admin/shell/", "admin/preview/"}));
    }
  }
}

TEST_CASE("every visible string of the kiosk stands in its table") {
  // A Han character is three bytes that begin with E3 to E9 in UTF-8.
  for (const auto& file : sources("kiosk")) {
    const auto name = fs::relative(file, SHUANGYONG_SOURCE).string();
    // The names by which --shots finds the sample city's records, and the window's title.
    if (name == "kiosk/stops.cpp" || name == "kiosk/ui/window.h" || name == "kiosk/options.cpp") continue;
    // The office's own words that the kiosk tells apart.
    if (name == "kiosk/words.h") continue;
    // Characters that fonts are tried with, and the marks of the line-break rules.
    if (name == "kiosk/ui/fonts.cpp" || name.starts_with("kiosk/ui/text_")) continue;
    const std::string text = without_comments(file);
    const auto han = std::ranges::find_if(text, [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return byte >= 0xE4 && byte <= 0xE9;
    });
    const auto at = static_cast<std::size_t>(han - text.begin());
    INFO(name << " has Chinese text: " << text.substr(at, std::min<std::size_t>(40, text.size() - at)));
    CHECK(han == text.end());
  }
}

// CMake would make two tests of it, and neither half is the name of one: both would pass without running anything.
TEST_CASE("no test has a semicolon in its name") {
  static const std::regex named(R"re(TEST_CASE\("([^"]*)")re");
  int tests = 0;
  for (const auto& file : sources("tests")) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      std::smatch match;
      if (!std::regex_search(line, match, named)) continue;
      ++tests;
      INFO(file.string() << ": " << match[1].str());
      CHECK(match[1].str().find(';') == std::string::npos);
    }
  }
  CHECK(tests > 500);
}
