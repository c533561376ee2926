#include "content/release_manifest.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <functional>
#include <map>
#include <optional>

#include "content/blobs.h"
#include "content/durable_file.h"
#include "content/fail.h"
#include "content/sha256.h"

namespace content {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBlobFolder = "blobs/";
constexpr std::string_view kLastKey = "# manifest ";
constexpr std::size_t kChannelLimit = 64;

std::string blob_line(const std::string& sha256) {
  return sha256 + "  " + std::string(kBlobFolder) + blob_name(sha256).generic_string() + "\n";
}

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  Number number{};
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size() || number < 1) return std::nullopt;
  return number;
}

bool is_channel(std::string_view text) {
  return !text.empty() && text.size() <= kChannelLimit && std::ranges::all_of(text, [](unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
  });
}

// 2026-07-30T02:26:00Z, and a day that the calendar has.
bool is_utc_time(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-ddTdd:dd:ddZ";
  const bool shaped = text.size() == kShape.size() && std::ranges::equal(text, kShape, [](char c, char shape) {
    return shape == 'd' ? c >= '0' && c <= '9' : c == shape;
  });
  if (!shaped) return false;
  const auto digits = [text](std::size_t at, std::size_t length) {
    unsigned number = 0;
    for (const char c : text.substr(at, length)) number = number * 10 + static_cast<unsigned>(c - '0');
    return number;
  };
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(digits(0, 4))), std::chrono::month(digits(5, 2)),
                                         std::chrono::day(digits(8, 2))};
  return date.ok() && digits(11, 2) < 24 && digits(14, 2) < 60 && digits(17, 2) < 60;
}

bool is_sequence(std::string_view text) {
  const auto number = parse_number<std::int64_t>(text);
  return number && *number <= kLastSequence;
}

[[noreturn]] void fail_incomplete() {
  fail({"发布清单尚不完整。请等待传送完成，或重新复制。",
        "The release's manifest is not complete. Wait until it has arrived whole, or copy it again."});
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Manifest read() {
    read_end();
    while (!text_.empty()) {
      ++line_;
      const std::size_t end = text_.find('\n');
      if (end == std::string_view::npos) fail_line({"不完整", "is cut off"});
      read_line(text_.substr(0, end));
      text_.remove_prefix(end + 1);
    }
    check_whole();
    return std::move(manifest_);
  }

 private:
  [[noreturn]] void fail_line(const Text& what) const {
    const std::string line = std::to_string(line_);
    fail({"发布清单第 " + line + " 行" + what.zh + "。请重新复制或重新发布。",
          "The release's manifest, line " + line + ", " + what.en + ". Copy the release again, or publish it again."});
  }

  // The last line proves all before it; without it the manifest is not complete.
  void read_end() {
    const std::size_t length = kLastKey.size() + 64 + 1;
    if (text_.size() < length) fail_incomplete();
    const std::string_view last = text_.substr(text_.size() - length);
    const std::string_view rest = text_.substr(0, text_.size() - length);
    if (!last.starts_with(kLastKey) || last.back() != '\n') fail_incomplete();
    if (last.substr(kLastKey.size(), 64) != sha256_hex(rest)) {
      fail({"发布清单在传送途中被改动或损坏。请重新复制或重新发布。",
            "The release's manifest was altered or damaged on its way. Copy the release again, or publish it again."});
    }
    text_ = rest;
  }

  void read_line(std::string_view line) {
    if (line.starts_with("# ")) {
      read_key(line.substr(2));
    } else {
      read_blob(line);
    }
  }

  void read_key(std::string_view line) {
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos || blank == 0) fail_line({"没有值", "has no value"});
    const std::string_view key = line.substr(0, blank);
    if (!keys_.emplace(key, line.substr(blank + 1)).second) {
      fail_line({"重复写了“" + std::string(key) + "”", "gives '" + std::string(key) + "' a second time"});
    }
  }

  void read_blob(std::string_view line) {
    if (line.size() < 66 || !is_sha256_hex(line.substr(0, 64))) {
      fail_line({"开头不是 SHA-256", "does not begin with a SHA-256"});
    }
    const std::string sha256(line.substr(0, 64));
    if (std::string(line) + "\n" != blob_line(sha256)) {
      const std::string path(line.substr(66));
      fail_line({"的路径“" + path + "”不是该文件应在的位置",
                 "names the path '" + path + "', which is not this file's place among the blobs"});
    }
    if (!manifest_.blobs.empty() && manifest_.blobs.back() >= sha256) fail_line({"次序不对", "is out of order"});
    manifest_.blobs.push_back(sha256);
  }

  std::string value(std::string_view key, bool (*is_good)(std::string_view)) const {
    const auto found = keys_.find(key);
    if (found == keys_.end() || !is_good(found->second)) {
      fail({"发布清单缺少有效的“" + std::string(key) + "”。请重新发布。",
            "The release's manifest has no valid '" + std::string(key) + "'. Publish the release again."});
    }
    return std::string(found->second);
  }

  template <typename Number>
  Number number(std::string_view key) const {
    return *parse_number<Number>(value(key, [](std::string_view text) { return parse_number<Number>(text).has_value(); }));
  }

  void check_whole() {
    manifest_.format = number<int>("format");
    if (manifest_.format > kReleaseFormat) {
      const std::string format = std::to_string(manifest_.format);
      fail({"发布格式为 " + format + "，比本程序新。请更新程序。",
            "The release has format " + format + ", which is newer than this program. Update the program."});
    }
    manifest_.sequence = *parse_number<std::int64_t>(value("sequence", is_sequence));
    manifest_.needs = number<int>("needs");
    manifest_.channel = value("channel", is_channel);
    manifest_.made = value("made", is_utc_time);
    if (keys_.contains("best-before")) manifest_.best_before = value("best-before", is_utc_time);
    manifest_.content_db = value("content", is_sha256_hex);
    if (!std::ranges::binary_search(manifest_.blobs, manifest_.content_db)) {
      fail({"发布清单没有列出自己的数据库。请重新发布。",
            "The release's manifest does not list its own database. Publish the release again."});
    }
  }

  std::string_view text_;
  int line_ = 0;
  std::map<std::string, std::string_view, std::less<>> keys_;
  Manifest manifest_;
};

}  // namespace

std::string print_manifest(const Manifest& manifest) {
  if (!is_channel(manifest.channel)) {
    fail({"频道名由 1 至 64 个字母、数字、-、_ 和 . 组成；“" + manifest.channel + "”不是。",
          "A channel is 1 to 64 letters, digits, '-', '_' and '.'; '" + manifest.channel + "' is not one."});
  }
  if (!is_utc_time(manifest.made) || !(manifest.best_before.empty() || is_utc_time(manifest.best_before))) {
    fail({"发布的时间应写成 2026-07-30T02:26:00Z 的样子。",
          "A release's times are written as 2026-07-30T02:26:00Z."});
  }
  if (manifest.sequence < 1 || manifest.sequence > kLastSequence) {
    fail({"期号 " + std::to_string(manifest.sequence) + " 不在 1 到 " + std::to_string(kLastSequence) + " 之间；请检查发布目录里的文件夹。",
          "Release numbers go from 1 to " + std::to_string(kLastSequence) + ", not to " + std::to_string(manifest.sequence) + "; look at the folders in the outbox."});
  }
  std::string text = "# format " + std::to_string(manifest.format) + "\n# channel " + manifest.channel +
                     "\n# sequence " + std::to_string(manifest.sequence) + "\n# made " + manifest.made + "\n";
  if (!manifest.best_before.empty()) text += "# best-before " + manifest.best_before + "\n";
  text += "# needs " + std::to_string(manifest.needs) + "\n# content " + manifest.content_db + "\n";
  for (const std::string& sha256 : manifest.blobs) text += blob_line(sha256);
  return text + std::string(kLastKey) + sha256_hex(text) + "\n";
}

Manifest parse_manifest(std::string_view text) { return Reader(text).read(); }

Manifest read_manifest(const fs::path& release_dir) {
  const fs::path file = release_dir / "manifest.txt";
  Manifest manifest = parse_manifest(read_text(file, kManifestLimit));
  if (release_dir.filename() != sequence_name(manifest.sequence)) {
    const std::string owner = sequence_name(manifest.sequence);
    fail({file.string() + " 属于发布 " + owner + "，不属于这个文件夹。请重新复制。",
          file.string() + " belongs to release " + owner + ", not to this folder. Copy the release again."});
  }
  return manifest;
}

std::string sequence_name(std::int64_t sequence) {
  std::string digits = std::to_string(sequence);
  if (digits.size() < 8) digits.insert(0, 8 - digits.size(), '0');
  return digits;
}

std::int64_t parse_sequence_name(std::string_view name) {
  if (name.size() < 8 || !std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; })) return 0;
  const std::int64_t sequence = parse_number<std::int64_t>(name).value_or(0);
  return sequence <= kLastSequence && sequence_name(sequence) == name ? sequence : 0;
}

}  // namespace content
