#include "admin/workspace/pasted_paths.h"

#include <algorithm>
#include <string>

namespace admin {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBlanks = " \t\r\v\f";
constexpr std::string_view kFileAddress = "file://";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    if (low < 0 || (high == 0 && low == 0)) {
      decoded += text[i];
    } else {
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return decoded;
}

class Reader {
 public:
  explicit Reader(const fs::path& home) : home_(home) {}

  void read_line(std::string_view line) {
    line = trimmed(line);
    if (line.empty() || line.front() == '#') return;
    if (line == "copy" || line == "cut" || line.starts_with("x-special/")) return;
    if (line.front() == '"' || line.front() == '\'') {
      read_quoted(line);
    } else {
      take(line);
    }
  }
  std::vector<fs::path> paths;

 private:
  // 'a b.jpg' "c.jpg" d.jpg
  void read_quoted(std::string_view line) {
    while (!line.empty()) {
      const char quote = line.front();
      const bool is_quoted = quote == '"' || quote == '\'';
      const std::size_t end = is_quoted ? line.find(quote, 1) : line.find_first_of(kBlanks);
      take(line.substr(is_quoted ? 1 : 0, end == std::string_view::npos ? end : end - (is_quoted ? 1 : 0)));
      if (end == std::string_view::npos) return;
      line = trimmed(line.substr(end + 1));
    }
  }

  void take(std::string_view word) {
    if (word.empty()) return;
    fs::path path;
    if (word.starts_with(kFileAddress)) {
      word.remove_prefix(kFileAddress.size());
      const std::size_t slash = word.find('/');   // what stands before it is the host
      if (slash == std::string_view::npos) return;
      path = percent_decoded(word.substr(slash));
    } else if (word == "~" || word.starts_with("~/")) {
      path = home_ / word.substr(std::min<std::size_t>(word.size(), 2));
    } else {
      path = std::string(word);
    }
    path = path.lexically_normal();
    if (std::ranges::find(paths, path) == paths.end()) paths.push_back(std::move(path));
  }

  const fs::path& home_;
};

}  // namespace

std::vector<fs::path> pasted_paths(std::string_view text, const fs::path& home) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Reader reader(home);
  while (!text.empty()) {
    const std::size_t end = text.find_first_of(std::string_view("\n\0", 2));
    reader.read_line(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return std::move(reader.paths);
}

}  // namespace admin
