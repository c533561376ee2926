#include "kiosk/ui/text_layout.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "kiosk/ui/text_clusters.h"
#include "kiosk/ui/utf8.h"

namespace ui {

namespace {

constexpr float kTolerance = 0.25F;   // u; a box measured with the same text always fits it
constexpr char32_t kEllipsis = U'…';
constexpr std::size_t kLongestUnit = 5;   // letters: min, years
constexpr std::u32string_view kPartDots = U"・·•";
constexpr std::u32string_view kNotBeforeDots = U"，、；：。,;:…";

// ICU does not know on which side of “ ” ‘ ’ a line may break; brackets of the same length in bytes tell it.
std::string with_brackets_for_quotes(std::string_view text) {
  std::string shadow(text);
  for (std::size_t at = 0; (at = shadow.find("\xE2\x80", at)) != std::string::npos; at += 3) {
    if (at + 2 >= shadow.size()) break;
    const char mark = shadow[at + 2];
    const bool apostrophe = mark == '\x99' && at + 3 < shadow.size() && std::isalpha(static_cast<unsigned char>(shadow[at + 3])) != 0;
    if (apostrophe || mark < '\x98' || mark > '\x9D' || mark == '\x9A' || mark == '\x9B') continue;
    const bool opens = mark == '\x98' || mark == '\x9C';
    shadow.replace(at, 3, opens ? "《" : "》");
  }
  return shadow;
}

// Clusters [begin, end) of one line.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool first = false;      // of its paragraph
  bool last = false;
};

}  // namespace

class TextLayouter::Breaker {
 public:
  Breaker() {
    UErrorCode status = U_ZERO_ERROR;
    iterator_.reset(icu::BreakIterator::createLineInstance(icu::Locale("zh@lb=strict"), status));
    if (U_FAILURE(status)) iterator_.reset();
  }

  void mark(std::string_view text, std::vector<Cluster>& clusters) {
    if (iterator_ == nullptr) {
      for (Cluster& cluster : clusters) cluster.may_break_before = true;
    } else {
      ask_icu(with_brackets_for_quotes(text), clusters);
    }
    for (std::size_t i = 1; i < clusters.size(); ++i) {
      const bool forbidden = is_closing(clusters[i].base);
      if (forbidden && clusters[i - 1].script != Script::Space) clusters[i].may_break_before = false;
      if (is_opening(clusters[i - 1].base) || is_unit(clusters, i)) clusters[i].may_break_before = false;
    }
  }

 private:
  // What stands right behind a number, or behind a blank after it, and is not parted from it: Han (2 分钟, 12 号) and a short
  // word of Latin letters (5 min, 500 g).
  static bool is_unit(const std::vector<Cluster>& clusters, std::size_t at) {
    const std::size_t blanks = clusters[at - 1].script == Script::Space ? 1 : 0;
    if (at < 1 + blanks) return false;
    const char32_t before = clusters[at - 1 - blanks].base;
    if (before < U'0' || before > U'9') return false;
    if (clusters[at].script == Script::Han) return true;
    std::size_t end = at;
    while (end < clusters.size() && end - at <= kLongestUnit && clusters[end].script == Script::Latin) ++end;   // no further: digits may be many
    return end > at && end - at <= kLongestUnit;
  }

  void ask_icu(const std::string& shadow, std::vector<Cluster>& clusters) {
    UErrorCode status = U_ZERO_ERROR;
    UText* walker = utext_openUTF8(nullptr, shadow.data(), static_cast<std::int64_t>(shadow.size()), &status);
    if (U_SUCCESS(status)) iterator_->setText(walker, status);
    std::size_t next = 0;
    for (std::int32_t at = iterator_->first(); U_SUCCESS(status) && at != icu::BreakIterator::DONE; at = iterator_->next()) {
      while (next < clusters.size() && clusters[next].begin < static_cast<std::size_t>(at)) ++next;
      if (next < clusters.size() && clusters[next].begin == static_cast<std::size_t>(at)) clusters[next].may_break_before = true;
    }
    utext_close(walker);
  }

  std::unique_ptr<icu::BreakIterator> iterator_;
};

namespace {

// One text on its way to lines.
class Setter {
 public:
  Setter(const LayoutRequest& request, TextSource& source, std::vector<Cluster> clusters)
      : request_(request), source_(source), clusters_(std::move(clusters)) {}

  std::vector<TextLine> lines() {
    split_into_spans();
    const auto limit = static_cast<std::size_t>(std::max(0, request_.max_lines));
    const bool cut = limit > 0 && spans_.size() > limit;
    if (cut) spans_.resize(limit);
    std::vector<TextLine> lines;
    for (std::size_t i = 0; i < spans_.size(); ++i) {
      lines.push_back(cut && i + 1 == spans_.size() ? cut_line(spans_[i]) : make_line(spans_[i], false));
    }
    return lines;
  }

 private:
  float em(float share) const { return share * request_.size; }
  bool endless() const { return request_.width <= 0; }

  // Where the line's first glyph stands, left of the box when a quote hangs out.
  float start_of(const Span& span) const {
    if (span.begin >= span.end) return 0;
    if (span.first && request_.style.indent) return em(2);
    const Cluster& head = clusters_[span.begin];
    const bool wide = head.advance > em(0.9F);
    const bool hangs = request_.style.hang_quotes && wide && head.script == Script::Punctuation && is_opening(head.base);
    return hangs ? -em(kHang) : 0;
  }

  float width_of(std::size_t begin, std::size_t end) const {
    while (end > begin && clusters_[end - 1].script == Script::Space) --end;
    float width = 0;
    for (std::size_t i = begin; i < end; ++i) {
      width += clusters_[i].advance;
      if (i > begin) width += gap_between(clusters_[i - 1], clusters_[i], request_.size, request_.style.tracking);
    }
    return width;
  }

  bool fits(const Span& span) const {
    return endless() || start_of(span) + width_of(span.begin, span.end) <= request_.width + kTolerance;
  }

  void split_into_spans() {
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= clusters_.size(); ++i) {
      if (i < clusters_.size() && clusters_[i].base != U'\n') continue;
      split_paragraph(begin, i);
      begin = i + 1;
    }
  }

  void split_paragraph(std::size_t begin, std::size_t end) {
    const std::size_t first_span = spans_.size();
    std::size_t at = begin;
    do {
      const std::size_t stop = end_of_line(at, end, at == begin);
      spans_.push_back({at, stop, at == begin, stop >= end});
      at = stop;
      while (at < end && clusters_[at].script == Script::Space) ++at;
    } while (at < end);
    spans_.back().last = true;
    relieve_last_line(first_span);
  }

  // The last allowed break that fits; inside a word only when the word alone is wider than a line.
  std::size_t end_of_line(std::size_t begin, std::size_t end, bool first) const {
    if (endless()) return end;
    const float room = request_.width + kTolerance - start_of({begin, end, first, false});
    std::size_t allowed = begin;
    float width = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (i > begin && clusters_[i].may_break_before) allowed = i;
      const float step = clusters_[i].advance + (i > begin ? gap_between(clusters_[i - 1], clusters_[i], request_.size, request_.style.tracking) : 0);
      // Spaces may stand out over the edge: nobody sees them.
      if (width + step > room && clusters_[i].script != Script::Space) {
        return allowed > begin ? allowed : cut_word(begin, i);
      }
      width += step;
    }
    return end;
  }

  // Inside a word, but not before a stop nor behind a bracket where that can be helped.
  std::size_t cut_word(std::size_t begin, std::size_t stop) const {
    std::size_t cut = std::max(stop, begin + 1);
    while (cut > begin + 1 && cut < clusters_.size() && (is_closing(clusters_[cut].base) || is_opening(clusters_[cut - 1].base))) --cut;
    return cut;
  }

  std::size_t words_in(const Span& span) const {
    return static_cast<std::size_t>(std::count_if(clusters_.begin() + static_cast<std::ptrdiff_t>(span.begin), clusters_.begin() + static_cast<std::ptrdiff_t>(span.end),
                                                  [](const Cluster& c) { return c.script == Script::Han || c.script == Script::Latin; }));
  }

  // A paragraph's last line that holds one character takes one more from the line above.
  void relieve_last_line(std::size_t first_span) {
    if (spans_.size() < first_span + 2) return;
    Span& last = spans_.back();
    Span& above = spans_[spans_.size() - 2];
    if (last.begin >= last.end || words_in(last) > 1) return;
    const bool one_latin_word = clusters_[last.begin].script == Script::Latin && last.end - last.begin > 1;
    if (one_latin_word) return;
    std::size_t cut = last.begin;
    while (cut > above.begin + 1) {
      --cut;
      if (clusters_[cut].may_break_before && words_in({cut, last.end, false, true}) > 1) break;
    }
    const Span longer{cut, last.end, false, true};
    if (cut <= above.begin + 1 || words_in({above.begin, cut, above.first, false}) < 2 || !fits(longer)) return;
    above.end = cut;
    last = longer;
  }

  // The rest of the paragraph as far as it fits with an ellipsis behind.
  TextLine cut_line(Span span) {
    const float dots = source_.advance(request_.style.face, kEllipsis) * request_.size;
    while (span.end < clusters_.size() && clusters_[span.end].base != U'\n') ++span.end;
    while (span.end > span.begin && !endless() && start_of(span) + width_of(span.begin, span.end) + dots > request_.width + kTolerance) --span.end;
    // Neither a comma nor an opening bracket stands before the dots.
    const auto out_of_place = [&](const Cluster& c) {
      return c.script == Script::Space || is_opening(c.base) || kNotBeforeDots.find(c.base) != std::u32string_view::npos;
    };
    while (span.end > span.begin && out_of_place(clusters_[span.end - 1])) --span.end;
    TextLine line = make_line(span, true);
    line.width += dots;
    align(line);
    return line;
  }

  // Without the blanks at its end, and without a dot between two parts (甲 ・ 乙) whose second part begins the next line.
  std::size_t seen_end(const Span& span) const {
    std::size_t end = span.end;
    const auto skip_blanks = [&] {
      while (end > span.begin && clusters_[end - 1].script == Script::Space) --end;
    };
    skip_blanks();
    const bool dot = end > span.begin + 2 && kPartDots.find(clusters_[end - 1].base) != std::u32string_view::npos && clusters_[end - 2].script == Script::Space;
    if (request_.style.verbatim || span.last || !dot) return end;
    --end;
    skip_blanks();
    return end;
  }

  TextLine make_line(const Span& span, bool ellipsis) {
    const std::size_t end = seen_end(span);
    TextLine line;
    line.ellipsis = ellipsis;
    line.begin = span.begin < clusters_.size() ? clusters_[span.begin].begin : text_end();
    line.end = end > span.begin ? clusters_[end - 1].end : line.begin;
    line.x = start_of(span);
    float x = 0;
    for (std::size_t i = span.begin; i < end; ++i) {
      const Cluster& cluster = clusters_[i];
      const bool fresh = i == span.begin;
      const float gap = fresh ? 0 : gap_between(clusters_[i - 1], cluster, request_.size, request_.style.tracking);
      const bool plain_gap = fresh || gap == em(request_.style.tracking);
      x += gap;
      if (fresh || !plain_gap || cluster.marked != line.runs.back().marked) {
        line.runs.push_back({cluster.begin, cluster.end, x, 0, cluster.marked});
      }
      x += cluster.advance;
      line.runs.back().end = cluster.end;
      line.runs.back().width = x - line.runs.back().x;
    }
    line.width = x;
    if (!ellipsis) align(line);
    return line;
  }

  void align(TextLine& line) const {
    if (endless() || request_.style.align == Align::Left) return;
    const float rest = request_.width - line.width;
    line.x = request_.style.align == Align::Centre ? rest / 2 : rest;
  }

  std::size_t text_end() const { return clusters_.empty() ? 0 : clusters_.back().end; }

  const LayoutRequest& request_;
  TextSource& source_;
  std::vector<Cluster> clusters_;
  std::vector<Span> spans_;
};

}  // namespace

TextLayouter::TextLayouter() : breaker_(std::make_unique<Breaker>()) {}

TextLayouter::~TextLayouter() = default;

TextBlock TextLayouter::layout(const LayoutRequest& request, TextSource& source) {
  TextBlock block;
  block.text = is_valid(request.text) ? std::string(request.text) : repaired(request.text);
  block.style = request.style;
  block.size = request.size;
  block.line_step = request.size * request.style.line;
  if (block.text.empty()) return block;
  std::vector<Cluster> clusters = clusters_of(request, block.text, source);
  if (request.width > 0) breaker_->mark(block.text, clusters);
  block.lines = Setter(request, source, std::move(clusters)).lines();
  for (const TextLine& line : block.lines) block.width = std::max(block.width, line.width);
  return block;
}

}  // namespace ui
