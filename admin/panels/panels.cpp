// The one list of the window's panels, in the navigation's order.
#include <fmt/format.h>

#include <array>
#include <vector>

#include "admin/panels/audit/audit_panel.h"
#include "admin/panels/kind_panels.h"
#include "admin/panels/media/media_panel.h"
#include "admin/panels/overview/overview_panel.h"
#include "admin/panels/panel.h"
#include "admin/panels/people/people_panel.h"
#include "admin/panels/publish/publish_panel.h"
#include "admin/panels/review/review_panel.h"
#include "admin/panels/street/street_panel.h"
#include "admin/panels/trash/trash_panel.h"

namespace admin {

namespace {

constexpr auto kPanels = std::to_array<PanelInfo>({
    {.id = "media", .title = "素材库", .icon = "image", .group = Group::Content, .badge = consents_due, .make = make_media_panel},
    {.id = "street-map", .title = "街区示意图", .icon = "map", .group = Group::Content, .badge = streets_badge, .make = make_street_panel},
    {.id = "review", .title = "审核", .icon = "check", .group = Group::Work, .offered = may_review, .badge = reviews_waiting, .make = make_review_panel},
    {.id = "publish", .title = "发布", .icon = "upload", .group = Group::Work, .offered = may_see_publishing, .badge = changes_prepared, .make = make_publish_panel},
    {.id = "people", .title = "用户与权限", .icon = "users", .group = Group::System, .offered = may_administer, .make = make_people_panel},
    {.id = "audit", .title = "操作日志", .icon = "list", .group = Group::System, .offered = may_audit, .make = make_audit_panel},
    {.id = "trash", .title = "回收站", .icon = "archive", .group = Group::System, .make = make_trash_panel},
});

// The kinds' panels come from their descriptions.
std::vector<PanelInfo> all_panels() {
  std::vector<PanelInfo> panels = kind_panels();
  panels.insert(panels.begin(), {.id = "overview", .title = "工作台", .icon = "home", .group = Group::Top, .make = make_overview_panel});
  panels.insert(panels.end(), kPanels.begin(), kPanels.end());
  return panels;
}
const std::vector<PanelInfo> kAllPanels = all_panels();

}  // namespace

std::span<const PanelInfo> panels() { return kAllPanels; }

UnderWay pictures_under_way(std::size_t left) {
  return {.title = fmt::format("还有 {} 张图没有导完，要关掉吗？", left),
          .sentence = "导完的都在素材库里；没有导完的不会留下，原来的文件没有动，下次再拖进来就行。",
          .act = "不导了，关掉"};
}

}  // namespace admin
