// A window with one preview in it and what is shown there, for the previews' tests.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "admin/preview/preview.h"
#include "admin/workspace/workspace.h"
#include "content/days.h"
#include "kiosk/ui/null_backend.h"
#include "kiosk/ui/session.h"

namespace tests {

using admin::PreviewWish;
using content::Kind;
using nlohmann::json;

inline constexpr content::Day kDesignDay{std::chrono::year(2026), std::chrono::month(7), std::chrono::day(30)};
inline constexpr ui::Rect kBox{20, 60, 510, 287};

inline content::LocalMinute at(content::Day day) { return content::minute_at(day, 626); }

inline json shop_body(const std::string& name) {
  return {{"name", name}, {"category", "餐饮"}, {"address", "江滩双拥街 12 号"}, {"phone", "5550 0112"},
          {"pledge", {{"number", name}, {"words", "进门一杯热茶。"}, {"owner", "许明远"}, {"signed_on", "2026-02-18"}, {"until", "2028-02-28"},
                      {"verified_by", "周蓓"}, {"verified_on", "2026-05-03"}}},
          {"offers", {{{"kind", "pay_ratio"}, {"pay_percent", 80}, {"title", "全单八折"}, {"proof_line", "凭优待证"}, {"who", {"veteran"}},
                       {"proofs", {"benefit_card"}}, {"cards", "any_province"}}}}};
}

inline json city_body() { return {{"name", "江城市"}, {"campaign", "创建全国双拥模范城"}, {"welcome", "江城一家亲"}}; }

// A window with one preview in it, and a mouse.
struct Desktop {
  admin::Workspace office{{.db = "office.db", .outbox = "/nowhere", .now_ms = [] { return 1785378360000; }}, content::OfficeStore::in_memory()};
  ui::NullBackend window{{1600, 900}};
  ui::Session session{{.fonts = {}, .pixels_per_u = 1.0F, .arrows_move_focus = false}, window};
  admin::Previews previews{office, window};
  ui::ItemLog items;
  ui::TextLog texts;
  double seconds = 1;

  Desktop() {
    session.install(&items);
    session.install(&texts);
  }

  admin::Preview& preview() { return previews.get("inspector"); }

  template <typename Draw>
  void frame(Draw&& draw) {
    previews.work();
    session.set_fixed_clock(seconds += 0.05);
    session.frame(draw);
  }
  template <typename Draw>
  void settle(Draw&& draw) {
    for (int i = 0; i < 400; ++i) {
      frame(draw);
      if (i > 3 && !previews.pending()) return;
    }
    FAIL("the preview never comes to rest");
  }
  void show(const PreviewWish& wish, ui::Rect box = kBox) {
    settle([&](ui::Canvas& canvas) {
      preview().show(wish);
      preview().draw(canvas, box, 8);
    });
  }
  bool shows(std::string_view words) { return preview().texts().contains(words); }
};

inline PreviewWish shop_wish(json body, content::Day day = kDesignDay) {
  return {.kind = Kind::Merchant, .record = {"018f0000-0000-7000-8000-000000000001"}, .body = std::move(body), .minute = at(day)};
}

}  // namespace tests
