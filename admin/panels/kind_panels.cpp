#include "admin/panels/kind_panels.h"

#include <algorithm>
#include <array>
#include <utility>

#include "admin/panels/list/kind_panel.h"
#include "content/kinds.h"

namespace admin {

namespace {

constexpr std::size_t kMostKinds = 32;

// What the navigation calls a kind; one without a line here has its own name.
struct Name {
  std::string_view word, title, icon;
};
constexpr std::array<Name, 11> kNames{{{"article", "宣传文章", "book"},
                                       {"figure", "光荣榜", "medal"},
                                       {"merchant", "双拥街商户", "shop"},
                                       {"product", "老兵好物", "jar"},
                                       {"street", "双拥街", "map"},
                                       {"poster", "海报", "image"},
                                       {"film", "专题片", "screen"},
                                       {"series", "文章系列", "list"},
                                       {"theme", "节日主题", "calendar"},
                                       {"stage", "创建阶段", "star"},
                                       {"city", "城市与首页", "home"}}};

const Name* name_of(const content::KindSpec& spec) {
  const auto found = std::ranges::find(kNames, spec.word, &Name::word);
  return found == kNames.end() ? nullptr : &*found;
}

std::string_view title_of(const content::KindSpec& spec) { return name_of(spec) == nullptr ? spec.zh : name_of(spec)->title; }

// Panels are made by plain functions; each kind has its own by its place in all_kinds().
template <std::size_t kPlace>
PanelInfo info_at() {
  const content::KindSpec& spec = content::all_kinds()[kPlace];
  return {.id = spec.word,
          .title = title_of(spec),
          .icon = name_of(spec) == nullptr ? "list" : name_of(spec)->icon,
          .group = Group::Content,
          .offered = nullptr,
          .badge = [](Workspace& office) { return kind_badge(office, content::all_kinds()[kPlace]); },
          .make = [](desk::Desk& desk) { return make_kind_panel(desk, content::all_kinds()[kPlace], std::string(title_of(content::all_kinds()[kPlace]))); }};
}

template <std::size_t... kPlaces>
std::vector<PanelInfo> infos(std::index_sequence<kPlaces...>) {
  std::vector<PanelInfo> panels;
  (void)((kPlaces < content::all_kinds().size() ? (panels.push_back(info_at<kPlaces>()), true) : false) && ...);
  return panels;
}

}  // namespace

std::vector<PanelInfo> kind_panels() {
  std::vector<PanelInfo> panels = infos(std::make_index_sequence<kMostKinds>());
  const auto place = [](const PanelInfo& info) { return std::ranges::find(kNames, info.id, &Name::word) - kNames.begin(); };
  std::ranges::stable_sort(panels, {}, place);
  return panels;
}

}  // namespace admin
