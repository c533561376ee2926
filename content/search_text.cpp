#include "content/search_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "content/error.h"

namespace content {
namespace {

constexpr char32_t kDiaeresis = 0x0308;

class Folder {
 public:
  Folder(std::string_view text, std::size_t limit) : text_(text), limit_(limit) {
    UErrorCode status = U_ZERO_ERROR;
    fold_ = icu::Normalizer2::getNFKCCasefoldInstance(status);
    decompose_ = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status)) throw Error("Unicode data of ICU could not be loaded; reinstall the package libicu72.");
  }

  std::vector<TextUnit> run() {
    const auto size = static_cast<int32_t>(text_.size());
    units_.reserve(text_.size() / 2 + 1);
    for (int32_t i = 0; i < size && units_.size() < limit_;) {
      begin_ = static_cast<std::size_t>(i);
      UChar32 code_point = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
      U8_NEXT_OR_FFFD(text_.data(), i, size, code_point);
#pragma GCC diagnostic pop
      end_ = static_cast<std::size_t>(i);
      take(static_cast<char32_t>(code_point));
    }
    return std::move(units_);
  }

 private:
  void take(char32_t code_point) {
    if (code_point < 0x80) {
      if (code_point >= U'A' && code_point <= U'Z') code_point += U'a' - U'A';
      is_key(code_point) ? push(code_point) : void(gap_ = true);
    } else if (code_point >= 0x4E00 && code_point <= 0x9FFF) {
      push(code_point);
    } else {
      take_rare(code_point);
    }
  }

  void take_rare(char32_t code_point) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString folded =
        decompose_->normalize(fold_->normalize(icu::UnicodeString(static_cast<UChar32>(code_point)), status), status);
    if (folded.isEmpty() || U_FAILURE(status)) {
      gap_ = true;
      return;
    }
    for (int32_t i = 0; i < folded.length() && units_.size() < limit_; i = folded.moveIndex32(i, 1)) {
      take_part(folded.char32At(i));
    }
  }

  void take_part(UChar32 part) {
    if (u_isalnum(part) || is_han(static_cast<char32_t>(part))) {
      push(static_cast<char32_t>(part));
    } else if (u_getCombiningClass(part) != 0) {
      mark(static_cast<char32_t>(part));
    } else {
      gap_ = true;
    }
  }

  // A combining mark belongs to the unit before it; on a u it tells ü from u.
  void mark(char32_t code_point) {
    if (units_.empty() || gap_) return;
    if (code_point == kDiaeresis && units_.back().code_point == U'u') units_.back().code_point = U'v';
    units_.back().end = end_;
  }

  void push(char32_t code_point) {
    units_.push_back({.code_point = code_point, .begin = begin_, .end = end_, .gap = gap_});
    gap_ = false;
  }

  std::string_view text_;
  std::size_t limit_;
  const icu::Normalizer2* fold_ = nullptr;
  const icu::Normalizer2* decompose_ = nullptr;
  std::vector<TextUnit> units_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool gap_ = false;
};

}  // namespace

std::vector<TextUnit> fold_text(std::string_view utf8, std::size_t limit) { return Folder(utf8, limit).run(); }

std::u32string code_points(const std::vector<TextUnit>& units) {
  std::u32string text;
  text.reserve(units.size());
  for (const TextUnit& unit : units) text.push_back(unit.code_point);
  return text;
}

bool is_han(char32_t code_point) {
  return u_hasBinaryProperty(static_cast<UChar32>(code_point), UCHAR_IDEOGRAPHIC) != 0;
}

}  // namespace content
