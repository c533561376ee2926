// A kind's fields together with their English texts: behind each field marked `translatable` stands one more of the kind's
// fields, made here from its description, whose value lies in the body's object "english" under the field's key.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "content/kinds.h"

namespace content::kinds {

// "name" → english.name · 商户名称（英文） · "Merchant in English" · name_en, 商户名称英文, 英文商户名称, 店名（英文） …
// Texts of one line stay so; of a list (slogan, honours, outlets, labels) the English text has one line an item.
template <const auto& kBase>
class WithEnglish {
  static constexpr int kLettersPerChar = 4;  // of English for one Chinese character, with room to spare
  static constexpr std::size_t kOwnAliases = 4;

  struct Joined {
    std::string_view first;
    std::string_view second;
  };
  static constexpr std::size_t kTexts = 3 + std::tuple_size_v<decltype(Field::aliases)>;
  using Texts = std::array<Joined, kTexts>;  // key, zh, en, aliases

  static constexpr Texts texts_of(const Field& field) {
    Texts texts{{{kEnglishPrefix, field.key},
                 {field.zh, "（英文）"},
                 {field.en, " in English"},
                 {field.key, "_en"},
                 {field.zh, "英文"},
                 {"英文", field.zh},
                 {field.en, " (English)"}}};
    for (std::size_t i = 0; 3 + kOwnAliases + i < kTexts; ++i) {
      if (!field.aliases[i].empty()) texts[3 + kOwnAliases + i] = {field.aliases[i], "（英文）"};
    }
    return texts;
  }

  static constexpr std::size_t count_translatable() {
    std::size_t count = 0;
    for (const Field& field : kBase) count += field.translatable ? 1U : 0U;
    return count;
  }

  static constexpr std::size_t count_bytes() {
    std::size_t bytes = 0;
    for (const Field& field : kBase) {
      if (!field.translatable) continue;
      for (const Joined& text : texts_of(field)) bytes += text.first.size() + text.second.size();
    }
    return bytes;
  }

  static constexpr auto kBytes = [] {
    std::array<char, count_bytes()> bytes{};
    std::size_t at = 0;
    for (const Field& field : kBase) {
      if (!field.translatable) continue;
      for (const Joined& text : texts_of(field)) {
        for (const char c : text.first) bytes[at++] = c;
        for (const char c : text.second) bytes[at++] = c;
      }
    }
    return bytes;
  }();

  static constexpr Field english_field(const Field& field, std::size_t& at) {
    std::array<std::string_view, kTexts> words;
    std::size_t next = 0;
    for (const Joined& text : texts_of(field)) {
      const std::size_t size = text.first.size() + text.second.size();
      words[next++] = std::string_view(kBytes.data() + at, size);
      at += size;
    }
    Field english{.key = words[0], .zh = words[1], .en = words[2]};
    for (std::size_t i = 0; i + 3 < kTexts; ++i) english.aliases[i] = words[3 + i];
    english.type = field.type == FieldType::Text ? FieldType::Text : FieldType::LongText;
    english.max_chars = field.max_chars * kLettersPerChar * (field.count > 0 ? field.count : 1);
    english.help_zh = "给看英文的访客；不填则显示中文，并标注“中文”。列表一行对一项。";
    english.help_en = "For visitors who read English; empty: the Chinese with its mark. Of a list, one line an item.";
    return english;
  }

 public:
  static constexpr auto kFields = [] {
    std::array<Field, kBase.size() + count_translatable()> fields{};
    std::size_t next = 0;
    std::size_t at = 0;
    for (const Field& field : kBase) {
      fields[next++] = field;
      if (field.translatable) fields[next++] = english_field(field, at);
    }
    return fields;
  }();
};

}  // namespace content::kinds
