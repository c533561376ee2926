#include "content/kinds.h"

#include <algorithm>

#include "content/kinds/list.h"
#include "content/utf8.h"

namespace content {
namespace {

// Referred to before referring.
constexpr std::array<std::reference_wrapper<const KindSpec>, 11> kAllKinds{
    kinds::kCity, kinds::kStage,  kinds::kTheme,  kinds::kSeries,   kinds::kArticle, kinds::kPoster,
    kinds::kFilm, kinds::kFigure, kinds::kStreet, kinds::kMerchant, kinds::kProduct};

std::string folded(std::string_view text) { return ascii_lower(without_blanks(fold_width(text))); }

}  // namespace

bool Field::answers_to(std::string_view header) const {
  const std::string wanted = folded(header);
  if (wanted.empty()) return false;
  const auto same = [&wanted](std::string_view name) { return !name.empty() && folded(name) == wanted; };
  return same(zh) || same(en) || same(key) || std::ranges::any_of(aliases, same);
}

const Field* KindSpec::find_field(std::string_view key) const {
  const auto found = std::ranges::find(fields, key, &Field::key);
  return found == fields.end() ? nullptr : &*found;
}

const Field* KindSpec::find_header(std::string_view header) const {
  // A label beats another field's alias.
  const std::string wanted = folded(header);
  const auto label = std::ranges::find_if(fields, [&](const Field& field) { return folded(field.zh) == wanted; });
  if (label != fields.end()) return &*label;
  const auto found = std::ranges::find_if(fields, [&](const Field& field) { return field.answers_to(header); });
  return found == fields.end() ? nullptr : &*found;
}

const KindSpec& kind_spec(Kind kind) {
  return std::ranges::find_if(kAllKinds, [kind](const KindSpec& spec) { return spec.kind == kind; })->get();
}

std::span<const std::reference_wrapper<const KindSpec>> all_kinds() { return kAllKinds; }

const KindSpec* find_kind(std::string_view word) {
  const std::string wanted = folded(word);
  const auto found = std::ranges::find_if(kAllKinds, [&wanted](const KindSpec& spec) {
    return wanted == spec.word || wanted == folded(spec.en) || wanted == spec.zh;
  });
  return found == kAllKinds.end() ? nullptr : &found->get();
}

}  // namespace content
