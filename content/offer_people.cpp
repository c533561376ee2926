#include <algorithm>
#include <array>
#include <utility>

#include "content/offer_read.h"
#include "content/utf8.h"

namespace content::offers {
namespace {

struct WhoWord {
  std::string_view word;
  Who who;
};
// A longer word stands before the ones that it contains.
constexpr std::array<WhoWord, 37> kWhoNames{{{"烈士、因公牺牲、病故军人遗属", Who::Bereaved},
                                             {"病故军人遗属", Who::Bereaved},
                                             {"军人遗属", Who::Bereaved},
                                             {"烈士遗属", Who::Bereaved},
                                             {"烈士家属", Who::Bereaved},
                                             {"遗属", Who::Bereaved},
                                             {"烈属", Who::Bereaved},
                                             {"三属", Who::Bereaved},
                                             {"优待证持有人", Who::CardHolder},
                                             {"优待证持证人", Who::CardHolder},
                                             {"持证人", Who::CardHolder},
                                             {"优抚对象", Who::CardHolder},
                                             {"现役军人家属", Who::MilitaryFamily},
                                             {"军人家属", Who::MilitaryFamily},
                                             {"军属", Who::MilitaryFamily},
                                             {"随军家属", Who::MilitaryFamily},
                                             {"家属", Who::MilitaryFamily},
                                             {"残疾军人", Who::Disabled},
                                             {"伤残军人", Who::Disabled},
                                             {"退役军人", Who::Veteran},
                                             {"退伍军人", Who::Veteran},
                                             {"复员军人", Who::Veteran},
                                             {"转业军人", Who::Veteran},
                                             {"退役士兵", Who::Veteran},
                                             {"退役", Who::Veteran},
                                             {"退伍", Who::Veteran},
                                             {"老兵", Who::Veteran},
                                             {"消防救援人员", Who::FireRescue},
                                             {"消防救援", Who::FireRescue},
                                             {"消防员", Who::FireRescue},
                                             {"现役军人", Who::Serving},
                                             {"现役", Who::Serving},
                                             {"官兵", Who::Serving},
                                             {"军官", Who::Serving},
                                             {"士兵", Who::Serving},
                                             {"武警", Who::Serving},
                                             {"军人", Who::Serving}}};

struct ProofWord {
  std::string_view word;
  Proof proof;
};
constexpr std::array<ProofWord, 18> kProofNames{{{"残疾军人证", Proof::DisabilityCard},
                                                 {"伤残军人证", Proof::DisabilityCard},
                                                 {"残军证", Proof::DisabilityCard},
                                                 {"消防救援人员证", Proof::FireRescueCard},
                                                 {"消防救援证", Proof::FireRescueCard},
                                                 {"消防员证", Proof::FireRescueCard},
                                                 {"消防证", Proof::FireRescueCard},
                                                 {"军属证明", Proof::FamilyProof},
                                                 {"军属证", Proof::FamilyProof},
                                                 {"家属证", Proof::FamilyProof},
                                                 {"优待证", Proof::BenefitCard},
                                                 {"军官证", Proof::ServiceCard},
                                                 {"士兵证", Proof::ServiceCard},
                                                 {"警官证", Proof::ServiceCard},
                                                 {"现役军人证", Proof::ServiceCard},
                                                 {"军人证", Proof::ServiceCard},
                                                 {"光荣牌", Proof::HonourPlaque},
                                                 {"烈属证", Proof::BereavedCard}}};

// Walks over the text, longest words first, so that 残疾军人证 is not taken for 军人证.
template <typename Words, typename Found, typename Other>
void walk_words(std::string_view text, const Words& words, Found found, Other other) {
  while (!text.empty()) {
    const auto hit = std::ranges::find_if(words, [text](const auto& known) { return text.starts_with(known.word); });
    if (hit == words.end()) {
      other(text[0]);
      text.remove_prefix(1);
    } else {
      found(*hit);
      text.remove_prefix(hit->word.size());
    }
  }
}

template <typename T>
std::vector<T> in_order(std::vector<T> values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

}  // namespace

std::vector<Who> find_who(std::string_view text) {
  std::vector<Who> who;
  walk_words(
      text, kWhoNames, [&who](const WhoWord& known) { who.push_back(known.who); }, [](char) {});
  return in_order(std::move(who));
}

std::vector<Proof> find_proofs(std::string_view text) {
  std::vector<Proof> proofs;
  walk_words(
      text, kProofNames, [&proofs](const ProofWord& known) { proofs.push_back(known.proof); }, [](char) {});
  return in_order(std::move(proofs));
}

std::string without_who(std::string_view text) {
  std::string rest;
  walk_words(
      text, kWhoNames, [](const WhoWord&) {}, [&rest](char c) { rest += c; });
  return replace_all(std::move(rest), "、", "");
}

}  // namespace content::offers
