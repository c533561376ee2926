// What a visitor takes along on the phone: the text of a page's code, and where it leads.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/catalog.h"
#include "content/model.h"

namespace kiosk {

struct TakeAlong {
  // What the code may hold, fullest first: the panel draws the fullest whose modules are still large enough to be read.
  // Each fits a code. Empty: there is nothing to take along, or all is too long for a code; then there is none, nor words for it.
  std::vector<std::string> texts;
  std::string host;   // of a link: stands beside the code, so that one sees where it leads; empty for a contact

  bool empty() const { return texts.empty(); }
};

// Contact and place as a vCard 3.0 (RFC 2426), which a phone understands without a network: name, telephone, address, position and the
// offer that holds now, in the shop's own words, for it is the shop that must recognise them.
TakeAlong take_along(const content::Merchant& merchant, const content::Catalog& catalog, content::LocalMinute now);
TakeAlong take_along(const content::Product& product, const content::City& city);   // its order link
TakeAlong take_along(const content::Article& article, const content::City& city);   // its address
TakeAlong take_along(const content::Figure& figure, const content::City& city);     // its link

// The host of a link that the office allowed; nullopt for every other text. Allowed: https, one of `hosts` or a name below it, in
// plain ASCII; no user, no port, no address in numbers, no punycode, and nothing that a reader and a browser understand differently.
std::optional<std::string> allowed_host(std::string_view link, std::span<const std::string> hosts);

}  // namespace kiosk
