#include "kiosk/ui/word_breaks.h"

#include <algorithm>
#include <cstdint>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "kiosk/ui/text_clusters.h"
#include "kiosk/ui/utf8.h"

namespace ui {

class WordBreaks::Iterator {
 public:
  Iterator() {
    UErrorCode status = U_ZERO_ERROR;
    breaker_.reset(icu::BreakIterator::createWordInstance(icu::Locale("zh"), status));
    if (U_FAILURE(status)) breaker_.reset();
  }

  std::size_t following(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    return ask(text, [at](icu::BreakIterator& breaker) { return breaker.following(static_cast<std::int32_t>(at)); }, next_cluster(text, at));
  }

  std::size_t preceding(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    return ask(text, [at](icu::BreakIterator& breaker) { return breaker.preceding(static_cast<std::int32_t>(at)); }, previous_cluster(text, at));
  }

 private:
  template <typename Question>
  std::size_t ask(std::string_view text, const Question& question, std::size_t otherwise) {
    if (breaker_ == nullptr) return otherwise;
    UErrorCode status = U_ZERO_ERROR;
    UText* walker = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    if (U_SUCCESS(status)) breaker_->setText(walker, status);
    const std::int32_t found = U_SUCCESS(status) ? question(*breaker_) : icu::BreakIterator::DONE;
    utext_close(walker);
    return found == icu::BreakIterator::DONE ? otherwise : std::min(text.size(), static_cast<std::size_t>(found));
  }

  std::unique_ptr<icu::BreakIterator> breaker_;
};

namespace {

bool blank_at(std::string_view text, std::size_t at) {
  return at < text.size() && script_of(next_character(text, at)) == Script::Space;
}

}  // namespace

WordBreaks::WordBreaks() : iterator_(std::make_unique<Iterator>()) {}

WordBreaks::~WordBreaks() = default;

TextSpan WordBreaks::word_at(std::string_view text, std::size_t at) {
  if (text.empty()) return {};
  const std::size_t inside = at >= text.size() ? previous_cluster(text, text.size()) : at;
  const std::size_t end = iterator_->following(text, inside);
  return {iterator_->preceding(text, end), end};
}

std::size_t WordBreaks::next(std::string_view text, std::size_t at) {
  std::size_t found = iterator_->following(text, at);
  while (blank_at(text, found)) found = iterator_->following(text, found);
  return found;
}

std::size_t WordBreaks::previous(std::string_view text, std::size_t at) {
  std::size_t found = iterator_->preceding(text, at);
  while (found > 0 && blank_at(text, found)) found = iterator_->preceding(text, found);
  return found;
}

}  // namespace ui
