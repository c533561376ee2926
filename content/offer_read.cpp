#include "content/offer_read.h"

#include <algorithm>
#include <array>
#include <utility>

#include "content/utf8.h"

namespace content::offers {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

struct DigitWord {
  std::string_view word;
  int digit;
};
constexpr std::array<DigitWord, 11> kDigitWords{{{"零", 0},
                                                 {"一", 1},
                                                 {"二", 2},
                                                 {"两", 2},
                                                 {"三", 3},
                                                 {"四", 4},
                                                 {"五", 5},
                                                 {"六", 6},
                                                 {"七", 7},
                                                 {"八", 8},
                                                 {"九", 9}}};

// The digit, Chinese or ASCII, that ends right before `at`; its length in bytes.
std::optional<std::pair<int, std::size_t>> digit_before(std::string_view text, std::size_t at) {
  if (at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9') return std::pair(text[at - 1] - '0', std::size_t{1});
  for (const DigitWord& known : kDigitWords) {
    if (at >= known.word.size() && text.substr(at - known.word.size(), known.word.size()) == known.word)
      return std::pair(known.digit, known.word.size());
  }
  return std::nullopt;
}

// The pay-ratio whose last digit ends at `end`: 8, 85, 8.5, 八, 八五, 八点五. `begin` is set to its start.
std::optional<int> percent_before(std::string_view text, std::size_t end, std::size_t& begin) {
  std::vector<int> digits;
  std::size_t at = end;
  bool point = false;
  while (const auto digit = digit_before(text, at)) {
    digits.insert(digits.begin(), digit->first);
    at -= digit->second;
    for (const std::string_view dot : {std::string_view("."), std::string_view("点")}) {
      if (digits.size() == 1 && at >= dot.size() && text.substr(at - dot.size(), dot.size()) == dot) {
        point = true;
        at -= dot.size();
      }
    }
  }
  begin = at;
  if (digits.empty() || digits.size() > 2 || (point && digits.size() != 2)) return std::nullopt;
  const int percent = digits.size() == 1 ? digits[0] * 10 : digits[0] * 10 + digits[1];
  return percent >= 1 && percent <= 99 ? std::optional(percent) : std::nullopt;
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [text](std::string_view word) { return text.find(word) != kNowhere; });
}

std::optional<Worth> read_discount(std::string_view text) {
  constexpr std::string_view kFold = "折";
  constexpr std::string_view kHalf = "半价";
  Worth worth{.kind = OfferKind::PayRatio};
  if (const std::size_t half = text.find(kHalf); half != kNowhere && text.find(kFold) == kNowhere) {
    worth.pay_percent = 50;
    worth.begin = half;
    worth.end = half + kHalf.size();
  } else {
    const std::size_t fold = text.find(kFold);
    if (fold == kNowhere) return std::nullopt;
    const auto percent = percent_before(text, fold, worth.begin);
    if (!percent) return std::nullopt;
    worth.pay_percent = *percent;
    worth.end = fold + kFold.size();
  }
  const std::string_view before = text.substr(0, worth.begin);
  const bool range = before.ends_with("-") || before.ends_with("~") || before.ends_with("至") || before.ends_with("到");
  const bool open_end = text.substr(worth.end).starts_with("起") || before.ends_with("低至") ||
                        before.ends_with("最低") || contains_any(text, {"以上", "左右"});
  if (range || open_end) {
    worth.kind = OfferKind::Other;
    worth.from_percent = range ? 0 : std::exchange(worth.pay_percent, 0);
    worth.pay_percent = 0;
  }
  return worth;
}

// The plain amount at the start of the text and its length.
std::pair<std::optional<std::int64_t>, std::size_t> amount_at(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && ((text[length] >= '0' && text[length] <= '9') || text[length] == '.')) ++length;
  return {read_fen(text.substr(0, length)), length};
}

// 满100减20元, 满100元立减20, 立减20元
std::optional<Worth> read_amount_off(std::string_view text) {
  constexpr std::string_view kReach = "满";
  constexpr std::string_view kOff = "减";
  const std::size_t off = text.find(kOff);
  if (off == kNowhere) return std::nullopt;
  const auto [amount, length] = amount_at(text.substr(off + kOff.size()));
  if (!amount || *amount <= 0) return std::nullopt;
  Worth worth{.kind = OfferKind::AmountOff, .amount_fen = *amount, .begin = off, .end = off + kOff.size() + length};
  if (text.substr(0, off).ends_with("立")) worth.begin -= std::string_view("立").size();
  if (text.substr(worth.end).starts_with("元")) worth.end += std::string_view("元").size();
  const std::size_t reach = text.find(kReach);
  if (reach == kNowhere || reach > off) return worth;
  const auto [from, ignored] = amount_at(text.substr(reach + kReach.size()));
  if (!from) return std::nullopt;
  worth.from_fen = *from;
  worth.begin = reach;
  return worth;
}

// The kind whose word comes first.
std::optional<Worth> read_by_word(std::string_view text) {
  using Word = std::pair<std::string_view, OfferKind>;
  constexpr std::array<Word, 12> kWords{{{"优先", OfferKind::Priority},
                                         {"免排队", OfferKind::Priority},
                                         {"不用排队", OfferKind::Priority},
                                         {"绿色通道", OfferKind::Priority},
                                         {"免费", OfferKind::Free},
                                         {"免单", OfferKind::Free},
                                         {"免收", OfferKind::Free},
                                         {"免门票", OfferKind::Free},
                                         {"免票", OfferKind::Free},
                                         {"赠", OfferKind::Gift},
                                         {"送", OfferKind::Gift},
                                         {"免", OfferKind::Free}}};
  Worth worth;
  worth.begin = kNowhere;
  for (const auto& [word, kind] : kWords) {
    const std::size_t at = text.find(word);
    if (at == kNowhere || at >= worth.begin) continue;
    worth.kind = kind;
    worth.begin = at;
    worth.end = at + word.size();
  }
  if (worth.begin == kNowhere) return std::nullopt;
  return worth;
}

}  // namespace

std::optional<Worth> read_worth(std::string_view text) {
  if (contains_any(text, {"不打折", "不享受", "不参加", "不参与", "无优惠"})) return std::nullopt;
  const auto by_word = read_by_word(text);
  const auto discount = read_discount(text);
  const bool gift_first =
      by_word && by_word->kind == OfferKind::Gift && (!discount || by_word->begin < discount->begin);
  if (gift_first) return by_word;
  if (const auto amount_off = read_amount_off(text)) return amount_off;
  return discount ? discount : by_word;
}

std::optional<std::int64_t> read_fen(std::string_view text) {
  const std::size_t dot = text.find('.');
  const std::string_view yuan = text.substr(0, dot);
  const std::string_view fen = dot == kNowhere ? std::string_view() : text.substr(dot + 1);
  const auto digits = [](std::string_view part) {
    return std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
  };
  if (yuan.empty() || yuan.size() > 9 || fen.size() > 2 || (dot != kNowhere && fen.empty()) || !digits(yuan) ||
      !digits(fen))
    return std::nullopt;
  return std::stoll(std::string(yuan)) * 100 +
         (fen.empty() ? 0 : std::stoll(std::string(fen) + (fen.size() == 1 ? "0" : "")));
}

std::optional<Cards> find_cards(std::string_view text) {
  if (contains_any(text, {"限本地", "限本市", "限本省", "仅本地", "仅本市"})) return Cards::LocalOnly;
  if (contains_any(text, {"外省可用", "外省优待证可用", "外省也可用", "全国通用", "全国优待证", "跨省通用",
                          "各省优待证", "外地优待证可用"}))
    return Cards::AnyProvince;
  return std::nullopt;
}

std::string_view find_proof_phrase(std::string_view text, std::size_t limit) {
  const std::string_view region = text.substr(0, limit);
  std::size_t begin = kNowhere;
  for (const std::string_view marker : {std::string_view("凭"), std::string_view("持"), std::string_view("出示")}) {
    begin = std::min(begin, region.find(marker));
  }
  if (begin == kNowhere) return {};
  std::size_t end = kNowhere;
  for (const std::string_view last :
       {std::string_view("证件"), std::string_view("证明"), std::string_view("证"), std::string_view("牌")}) {
    const std::size_t at = region.rfind(last);
    if (at != kNowhere && at > begin && (end == kNowhere || at + last.size() > end)) end = at + last.size();
  }
  return end == kNowhere ? std::string_view() : region.substr(begin, end - begin);
}

}  // namespace content::offers
