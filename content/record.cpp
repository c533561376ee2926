#include "content/record.h"

#include "content/error.h"
#include "content/sha256.h"
#include "content/utf8.h"

namespace content {
namespace {

using nlohmann::json;

constexpr std::string_view kEnglish = kEnglishPrefix.substr(0, kEnglishPrefix.size() - 1);

// The next object's name; what follows "english." is one name, dots and all.
std::string_view take_part(std::string_view& key, std::string_view before) {
  const std::size_t dot = before == kEnglish ? std::string_view::npos : key.find('.');
  const std::string_view part = key.substr(0, dot);
  key = dot == std::string_view::npos ? std::string_view() : key.substr(dot + 1);
  return part;
}

bool is_nothing(const json& value) {
  return value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty()) ||
         (value.is_array() && value.empty()) || (value.is_object() && value.empty());
}

// `before` is the name of `object` itself, empty for the body.
void set_below(json& object, std::string_view before, std::string_view key, json value) {
  const std::string_view name = take_part(key, before);
  const std::string part(name);
  if (key.empty()) {
    if (is_nothing(value)) {
      object.erase(part);
    } else {
      object[part] = std::move(value);
    }
    return;
  }
  json inner = object.contains(part) && object[part].is_object() ? object[part] : json::object();
  set_below(inner, name, key, std::move(value));
  if (inner.empty()) {
    object.erase(part);
  } else {
    object[part] = std::move(inner);
  }
}

// Names compare without regard to blanks, width and ASCII case.
std::string folded_value(const json* value) {
  if (value == nullptr) return {};
  if (value->is_string()) return ascii_lower(without_blanks(fold_width(value->get_ref<const std::string&>())));
  return canonical_json(*value);
}

}  // namespace

Text Problem::sentence() const {
  const std::string zh_value = value.empty() ? "" : "“" + value + "”";
  const std::string en_value = value.empty() ? "" : " \"" + value + "\"";
  return {field.zh + zh_value + "：" + reason.zh + "；" + advice.zh + "。",
          field.en + en_value + ": " + reason.en + "; " + advice.en + "."};
}

std::string canonical_json(const json& body) {
  try {
    return body.dump();
  } catch (const json::exception&) {
    throw Error("内容里有不是 UTF-8 的文字，无法保存；请重新输入或换一种编码导入。",
                "The content holds text that is not UTF-8 and cannot be kept; type it again or import it with another "
                "encoding.");
  }
}

std::string content_hash(Kind kind, const json& body) {
  Sha256 hash;
  hash.update(kind_spec(kind).word);
  hash.update("\n");
  hash.update(canonical_json(body));
  return hash.hex();
}

const json* value_at(const json& body, std::string_view key) {
  const json* value = &body;
  std::string_view part;
  while (!key.empty()) {
    if (!value->is_object()) return nullptr;
    part = take_part(key, part);
    const auto found = value->find(std::string(part));
    if (found == value->end()) return nullptr;
    value = &*found;
  }
  return value;
}

void set_value(json& body, std::string_view key, json value) { set_below(body, {}, key, std::move(value)); }

std::string title_of(const KindSpec& spec, const json& body) {
  const json* title = value_at(body, spec.title_key);
  if (title == nullptr || !title->is_string()) return "（未命名）";
  return title->get<std::string>();
}

std::string natural_key(const KindSpec& spec, const json& body) {
  std::string key(spec.word);
  for (const std::string_view field : spec.key_fields) {
    if (field.empty()) continue;
    key += '\n';
    key += folded_value(value_at(body, field));
  }
  return key;
}

}  // namespace content
