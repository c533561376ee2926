// Typed reading of a JSON body: absent values answer their default, wrong ones throw Error naming record and field.
#pragma once

#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/model.h"
#include "content/words.h"

namespace content {

// A view of one object; the JSON must outlive it.
class BodyReader {
 public:
  BodyReader(const nlohmann::json& body, Kind kind, const RecordId& id);
  BodyReader(const nlohmann::json& body, std::string path);  // a part on its own; `path` names it in errors

  std::string text(std::string_view key) const;
  std::vector<std::string> texts(std::string_view key) const;
  int number(std::string_view key, int otherwise) const;
  std::int64_t long_number(std::string_view key, std::int64_t otherwise) const;
  std::vector<int> numbers(std::string_view key) const;
  float real(std::string_view key, float otherwise) const;
  template <typename Real>
  std::optional<Real> optional_real(std::string_view key) const {
    const std::optional<double> value = optional_double(key);
    return value ? std::optional<Real>(static_cast<Real>(*value)) : std::nullopt;
  }
  bool yes(std::string_view key) const;
  Day day(std::string_view key) const;  // throws when absent
  std::optional<Day> optional_day(std::string_view key) const;
  std::uint32_t colour(std::string_view key, std::uint32_t otherwise) const;
  std::array<float, 4> plane(std::string_view key) const;
  MediaId media(std::string_view key) const { return MediaId{id_text(key)}; }
  RecordId record(std::string_view key) const { return RecordId{id_text(key)}; }
  std::array<MediaId, 4> four_media(std::string_view key) const;
  std::vector<MediaId> media_list(std::string_view key) const;
  EnglishTexts texts_by_key(std::string_view key) const;  // an object whose values are texts

  template <typename Enum>
  Enum word(std::string_view key, Enum otherwise) const {
    const std::string value = text(key);
    if (value.empty()) return otherwise;
    const std::optional<Enum> found = enum_from_value<Enum>(value);
    if (!found) refuse(key, "不认识的词", "an unknown word");
    return *found;
  }
  template <typename Enum>
  std::vector<Enum> word_list(std::string_view key) const {
    std::vector<Enum> found;
    for (const std::string& value : texts(key)) {
      const std::optional<Enum> one = enum_from_value<Enum>(value);
      if (!one) refuse(key, "不认识的词", "an unknown word");
      found.push_back(*one);
    }
    return found;
  }

  BodyReader part(std::string_view key) const;                // an absent object reads as an empty one
  std::vector<BodyReader> parts(std::string_view key) const;  // objects of an array
  const nlohmann::json* find(std::string_view key) const;     // null when absent
  // Throws Error: "商户“兰州拉面”（id）的“offers[0].title”……".
  [[noreturn]] void refuse(std::string_view key, std::string_view zh, std::string_view en) const;

 private:
  std::string id_text(std::string_view key) const;
  std::optional<double> optional_double(std::string_view key) const;

  const nlohmann::json* body_;  // null reads as an empty object
  std::string path_;            // "pledge.", "offers[0].", or empty at the top
  std::string record_zh_;
  std::string record_en_;
};

// Also used by the checks.
Hours read_hours(const BodyReader& body);
Offer read_offer(const BodyReader& body);
// "#8E1719" → 0x8E1719
std::optional<std::uint32_t> colour_from(std::string_view text);

}  // namespace content
