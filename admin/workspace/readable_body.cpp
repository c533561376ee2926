#include "admin/workspace/readable_body.h"

#include <charconv>
#include <exception>
#include <functional>
#include <string>
#include <string_view>

#include "content/catalog_build.h"
#include "content/days.h"
#include "content/kinds.h"
#include "content/record.h"

namespace admin {
namespace {

using content::Fault;
using content::Kind;
using nlohmann::json;

bool can_be_read(Kind kind, const json& body) {
  try {
    content::Catalog catalog;
    content::add_record(catalog, kind, {}, 0, body);
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

using Test = std::function<bool(const json& value)>;

// The part of `value` that passes, built up piece by piece. Null when nothing does.
json passing(const json& value, const Test& test) {
  if (test(value)) return value;
  if (!value.is_structured()) return nullptr;
  json kept = value.is_object() ? json::object() : json::array();
  if (!test(kept)) return nullptr;
  for (const auto& [key, part] : value.items()) {
    const auto with = [&](const json& piece) {
      json whole = kept;
      if (whole.is_object()) whole[key] = piece;
      else whole.push_back(piece);
      return whole;
    };
    const json piece = passing(part, [&](const json& candidate) { return test(with(candidate)); });
    if (!piece.is_null()) kept = with(piece);
  }
  return kept;
}

// The value at a problem's key, "offers[1].pay_percent"; null when there is none.
json* at_path(json& body, std::string_view path) {
  json* here = &body;
  while (!path.empty()) {
    if (path.front() == '.') path.remove_prefix(1);
    if (!path.empty() && path.front() == '[') {
      std::size_t index = 0;
      const auto end = path.find(']');
      if (end == std::string_view::npos || !here->is_array()) return nullptr;
      std::from_chars(path.data() + 1, path.data() + end, index);
      if (index >= here->size()) return nullptr;
      here = &(*here)[index];
      path.remove_prefix(end + 1);
      continue;
    }
    const auto name = path.substr(0, path.find_first_of(".["));
    const auto found = here->is_object() ? here->find(std::string(name)) : here->end();
    if (!here->is_object() || found == here->end()) return nullptr;
    here = &*found;
    path.remove_prefix(name.size());
  }
  return here;
}

// Values that would be read but that no screen expects. What is left becomes null, which reads as absent.
void drop_impossible(const content::KindSpec& spec, json& body) {
  for (const content::Problem& problem : content::validate(spec, body)) {
    const bool wrong = problem.fault == Fault::WrongType || problem.fault == Fault::UnknownWord || problem.fault == Fault::OutOfRange;
    json* value = wrong ? at_path(body, problem.key) : nullptr;
    // Too many of a list are shown as they are; of a wrong part the rest may still be right.
    if (value != nullptr && !value->is_structured()) *value = nullptr;
  }
}

// nulls inside lists would be elements of a wrong type.
void drop_nulls(json& value) {
  if (!value.is_structured()) return;
  for (auto part = value.begin(); part != value.end();) {
    drop_nulls(*part);
    if (part->is_null()) part = value.erase(part);
    else ++part;
  }
}

void fill_days(Kind kind, json& body, content::Day today) {
  const bool span = kind == Kind::Stage || kind == Kind::Theme;
  for (const char* key : {"first", "last", "published"}) {
    if (std::string_view(key) == "published" ? kind != Kind::Article : !span) continue;
    const auto found = body.find(key);
    const bool given = found != body.end() && found->is_string() && content::day_from_iso(found->get<std::string>());
    if (!given) body[key] = content::day_to_iso(today);
  }
}

}  // namespace

json readable_body(Kind kind, const json& body, content::Day today) {
  json kept = body.is_object() ? body : json::object();
  try {
    drop_impossible(content::kind_spec(kind), kept);
  } catch (const std::exception&) {
    // so wrong that not even its faults can be told: what can be read of it is found below
  }
  drop_nulls(kept);
  fill_days(kind, kept, today);
  if (can_be_read(kind, kept)) return kept;
  json least = json::object();
  fill_days(kind, least, today);
  json found = passing(kept, [&](const json& candidate) {
    json whole = least;
    if (candidate.is_object()) whole.update(candidate);
    return can_be_read(kind, whole);
  });
  if (!found.is_object()) return least;
  fill_days(kind, found, today);
  return found;
}

}  // namespace admin
