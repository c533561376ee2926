// A city with something on every page, published to an outbox: pictures that decode, galleries, allowed links, posters, a street with
// pins, an index to search. For storms and for whole visits in a real window.
#pragma once

#include <cstdint>
#include <filesystem>

namespace tests {

// Publishes the next release. Editions differ in what is there and in some of the words, so that open pages lose their record now
// and then. Returns its sequence.
std::int64_t publish_city(const std::filesystem::path& outbox, int edition);

}  // namespace tests
