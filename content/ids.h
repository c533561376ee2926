// Strong ids. An id is a UUIDv7 in its 36-character lower-case text form (RFC 9562); the first 48 bits are the time of
// creation, so ids sort by age. An empty id means "none".
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>

namespace content {

// True for exactly 8-4-4-4-12 lower-case hex digits with version 7 and the RFC 9562 variant.
bool is_uuid_v7(std::string_view text);

// A fresh UUIDv7 from the wall clock and the system's random source. Ids made in one process never repeat and never
// sort before an earlier one, even when the clock steps back.
std::string make_uuid_v7();

template <typename Tag>
struct Id {
  std::string text;

  static Id make() { return Id{make_uuid_v7()}; }
  bool empty() const { return text.empty(); }
  auto operator<=>(const Id&) const = default;
};

using RecordId = Id<struct RecordTag>;
using MediaId = Id<struct MediaTag>;

}  // namespace content

template <typename Tag>
struct std::hash<content::Id<Tag>> {
  std::size_t operator()(const content::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.text); }
};
