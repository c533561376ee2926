#include "kiosk/take_along.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "kiosk/merchant_words.h"
#include "kiosk/ui/qr.h"

namespace kiosk {
namespace {

constexpr std::size_t kLongestHost = 253;   // RFC 1035
constexpr std::size_t kLongestLabel = 63;

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Printable ASCII without blanks, quotes, and the backslash that browsers turn into a slash.
bool plain_byte(char c) { return c > ' ' && c < 0x7F && c != '\\' && c != '"' && c != '<' && c != '>'; }

bool plain_label(std::string_view label) {
  if (label.empty() || label.size() > kLongestLabel || label.front() == '-' || label.back() == '-') return false;
  if (label.size() >= 4 && label.substr(2, 2) == "--") return false;   // punycode: letters that look like others
  return std::ranges::all_of(label, [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

// At least two labels, the last of letters: never an address in numbers.
bool plain_host(std::string_view host) {
  if (host.size() > kLongestHost) return false;
  int labels = 0;
  for (std::string_view rest = host;; ++labels) {
    const auto dot = rest.find('.');
    const std::string_view label = rest.substr(0, dot);
    if (!plain_label(label)) return false;
    if (dot == std::string_view::npos) return labels > 0 && std::ranges::all_of(label, is_letter);
    rest.remove_prefix(dot + 1);
  }
}

bool within(std::string_view host, std::string_view allowed) {
  if (!plain_host(allowed) || !host.ends_with(allowed)) return false;
  return host.size() == allowed.size() || host[host.size() - allowed.size() - 1] == '.';
}

bool fits_a_code(const std::string& text) { return ui::encode_qr(text).has_value(); }

TakeAlong link_along(const std::string& link, const content::City& city) {
  const auto host = allowed_host(link, city.link_hosts);
  return host && fits_a_code(link) ? TakeAlong{{link}, *host} : TakeAlong{};
}

// RFC 2426, 2.3: what would end a value or a line.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\\' || c == ',' || c == ';') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

// Telephones dial digits; blanks only cost room.
std::string dialled(std::string_view phone) {
  std::string out(phone);
  std::erase(out, ' ');
  return escaped(out);
}

enum class Detail { Full, NoNote, NoPosition, NoAddress };

std::string contact(const content::Merchant& merchant, const content::Catalog& catalog, content::LocalMinute now, Detail detail) {
  const std::string name = escaped(merchant.name);
  std::string card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:" + name + "\r\nFN:" + name + "\r\n";
  if (!merchant.phone.empty()) card += "TEL:" + dialled(merchant.phone) + "\r\n";
  if (detail != Detail::NoAddress && !merchant.address.empty()) card += "ADR:;;" + escaped(merchant.address) + ";" + escaped(catalog.city.name) + "\r\n";
  if (detail != Detail::NoPosition && merchant.latitude && merchant.longitude) {
    char position[48];
    std::snprintf(position, sizeof position, "GEO:%.5f;%.5f\r\n", *merchant.latitude, *merchant.longitude);   // 5 places: a metre
    card += position;
  }
  const content::Offer* offer = first_offer(merchant, now);
  if (detail == Detail::Full && offer != nullptr) {
    const std::string between = offer->proof_line.empty() || offer->title.empty() ? "" : " ";
    card += "NOTE:" + escaped(offer->proof_line + between + offer->title) + "\r\n";
  }
  return card + "END:VCARD";
}

}  // namespace

std::optional<std::string> allowed_host(std::string_view link, std::span<const std::string> hosts) {
  constexpr std::string_view kScheme = "https://";
  if (link.size() <= kScheme.size() || !std::ranges::all_of(link, plain_byte)) return std::nullopt;
  std::string host;
  for (std::size_t i = 0; i < kScheme.size(); ++i) {
    if (lower(link[i]) != kScheme[i]) return std::nullopt;
  }
  for (const char c : link.substr(kScheme.size())) {
    if (c == '/' || c == '?' || c == '#') break;
    host += lower(c);   // '@', ':' and '%' are in no plain host
  }
  const bool allowed = plain_host(host) && std::ranges::any_of(hosts, [&](const std::string& one) { return within(host, one); });
  return allowed ? std::optional(host) : std::nullopt;
}

TakeAlong take_along(const content::Merchant& merchant, const content::Catalog& catalog, content::LocalMinute now) {
  const bool placed = merchant.latitude && merchant.longitude;
  if (merchant.name.empty() || (merchant.phone.empty() && merchant.address.empty() && !placed)) return {};
  TakeAlong along;
  for (const Detail detail : {Detail::Full, Detail::NoNote, Detail::NoPosition}) {
    std::string text = contact(merchant, catalog, now, detail);
    if (fits_a_code(text) && (along.texts.empty() || text != along.texts.back())) along.texts.push_back(std::move(text));
  }
  // An address too long for any code: the position leads there as well.
  if (along.empty() && placed) along.texts.push_back(contact(merchant, catalog, now, Detail::NoAddress));
  std::erase_if(along.texts, [](const std::string& text) { return !fits_a_code(text); });
  return along;
}

TakeAlong take_along(const content::Product& product, const content::City& city) { return link_along(product.order_link, city); }
TakeAlong take_along(const content::Article& article, const content::City& city) { return link_along(article.link, city); }
TakeAlong take_along(const content::Figure& figure, const content::City& city) { return link_along(figure.link, city); }

}  // namespace kiosk
