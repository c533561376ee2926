#include "admin/panels/street/street_panel.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "admin/desk/button.h"
#include "admin/desk/choice.h"
#include "admin/desk/marks.h"
#include "admin/panels/street/street_canvas.h"
#include "admin/panels/street/street_list.h"
#include "admin/panels/street/street_side.h"
#include "admin/panels/street/street_work.h"
#include "admin/workspace/records.h"
#include "content/record.h"

namespace admin {
namespace {

namespace color = desk::color;
namespace size = desk::size;
using content::Kind;
using ui::Rect;

constexpr float kTools = 230, kInspector = 330, kBar = 58, kFoot = 64, kBelowMap = 96;

std::string street_of(const content::Record& shop) {
  const nlohmann::json* street = content::value_at(shop.body, "street");
  return street != nullptr && street->is_string() ? street->get<std::string>() : std::string();
}

class StreetPanel final : public Panel {
 public:
  explicit StreetPanel(desk::Desk& desk) : work_(desk) {}

  void enter(desk::Desk& desk, const desk::Target& target) override {
    const content::Record* record = desk.office().records().find(target.record);
    if (record == nullptr) return;
    if (record->kind == Kind::Street) work_.open(record->id);
    if (record->kind != Kind::Merchant) return;
    work_.open({street_of(*record)});
    work_.choose(desk, record->id);
  }

  void leave(desk::Desk& desk) override { work_.write_nudge(desk); }

  void draw(desk::Desk& desk, Rect area) override {
    work_.follow(desk, map_.aspect());
    if (work_.streets().empty()) {
      desk::empty_words(desk, area, "还没有双拥街", "先在“双拥街”里建一条街，给它选一张示意图。", "map");
      return;
    }
    desk.canvas().fill(area, color::kGround);
    if (const auto carried = list_.draw(desk, area.left(kTools), work_)) carried_ = carried;
    draw_work(desk, {area.x + kTools, area.y, area.w - kTools - kInspector, area.h});
    side_.draw(desk, {area.right() - kInspector, area.y, kInspector, area.h}, work_, map_);
  }

 private:
  void draw_work(desk::Desk& desk, Rect area) {
    draw_bar(desk, area.top(kBar));
    take_keys(desk);
    follow_choice();
    const Rect foot{area.x, area.bottom() - kFoot, area.w, kFoot};
    const StreetView view{.shops = work_.shops(), .labels = work_.labels(), .diagram = work_.diagram(), .selected = work_.chosen_place(),
                          .carried = carried_ ? work_.place_of(*carried_) : std::nullopt, .snaps = snaps_, .locked = !StreetWork::may_edit(desk)};
    const Rect room{area.x + 16, area.y + kBar + 18, area.w - 32, area.h - kBar - kFoot - 18 - kBelowMap};
    const StreetCanvas::Answer answer = map_.draw(desk, room, view);
    if (!desk.canvas().pointer().down) carried_.reset();
    const float below = std::min(map_.frame().bottom() + 8, foot.y - 92);
    draw_hints(desk, {area.x + 16, below, area.w - 32, 30});
    draw_near(desk, {area.x + 16, below + 38, area.w - 32, 40});
    draw_foot(desk, foot);
    // What is written reads the shops anew: last.
    const auto id_of = [&](std::size_t shop) { return work_.shops()[shop].id; };
    const auto moved = answer.moved ? std::optional(std::pair{id_of(answer.moved->first), answer.moved->second}) : std::nullopt;
    if (answer.selected) work_.choose(desk, id_of(*answer.selected)), shown_ = work_.chosen();
    if (!moved) return;
    work_.choose(desk, moved->first);
    work_.put(desk, moved->first, moved->second);
  }

  void draw_bar(desk::Desk& desk, Rect bar) {
    ui::Canvas& canvas = desk.canvas();
    canvas.fill(bar, color::kPaper);
    canvas.line({bar.x, bar.bottom()}, {bar.right(), bar.bottom()}, color::kLine, 1);
    canvas.text({bar.x + 20, bar.y, 300, bar.h}, "街区示意图", desk::bold(size::kPageTitle));
    const bool may = StreetWork::may_edit(desk);
    float right = bar.right() - 16;
    if (desk::button_from_right(desk, "撤销", right, bar.y + 11, {.icon = "refresh", .enabled = may})) work_.undo(desk);
    const float words = canvas.measure("吸附到街边", desk::words()) + 10;
    right -= 44;
    if (desk::switch_box(desk, "吸附到街边", {right, bar.y, 40, bar.h}, snaps_, may)) snaps_ = !snaps_;
    canvas.text({right - words, bar.y, words, bar.h}, "吸附到街边", desk::words());
  }

  void draw_hints(desk::Desk& desk, Rect row) const {
    float x = row.x;
    for (const auto& [key, words] : {std::pair{"← ↑ → ↓", "挪一点"}, {"Shift", "挪十倍"}, {"J K", "下一家、上一家"}, {"滚轮", "放大"}, {"Delete", "拿下来"}}) {
      if (x + 64 + desk.canvas().measure(words, desk::second()) > row.right()) break;   // a narrow window: the sheet of keys has them all
      x += desk::key_cap(desk, {x, row.centre().y}, key) + 8;
      desk.canvas().text({x, row.y, 100, row.h}, words, desk::second());
      x += desk.canvas().measure(words, desk::second()) + 18;
    }
    if (x + 170 > row.right()) return;
    const std::string least = "圆点最小间距 " + std::to_string(static_cast<int>(least_apart_u(work_.on_map()))) + " u";
    desk.canvas().text(row, least, desk::right(desk::second()));
  }

  void draw_near(desk::Desk& desk, Rect row) const {
    if (work_.near().empty()) return draw_crowd(desk, row);
    const auto& [a, b] = work_.near().front();
    const auto named = [&](std::size_t shop) { return std::to_string(shop + 1) + " 号“" + work_.shops()[shop].name + "”"; };
    const std::size_t count = work_.near().size();
    const std::string which = named(a) + "和 " + named(b) + (count > 1 ? "等 " + std::to_string(count) + " 处" : std::string());
    desk::notice(desk, row, which + "挨得太近，屏上会合成一个圆点。挪开一点，或点“自动排开”。", desk::Tone::Amber);
  }

  void draw_crowd(desk::Desk& desk, Rect row) const {
    const auto zoom = map_.closer();
    if (!zoom) return;
    const std::string percent = std::to_string(static_cast<int>(*zoom * 10 + 0.5F) * 10) + "%";
    desk.canvas().icon("info", {row.x + 10, row.centre().y}, 16, color::kInk3);
    desk.canvas().text(row.after(26), std::to_string(work_.on_map()) + " 家站得密：放大到 " + percent + " 左右再挪更准，滚轮或 + 键；0 看全图。", desk::second());
  }

  void draw_foot(desk::Desk& desk, Rect foot) {
    ui::Canvas& canvas = desk.canvas();
    canvas.fill(foot, color::kPaper);
    canvas.line({foot.x, foot.y}, {foot.right(), foot.y}, color::kLine, 1);
    const bool may = StreetWork::may_edit(desk);
    const auto drafts = work_.unsent();
    const std::string count = std::to_string(drafts.size());
    float right = foot.right() - 20;
    const desk::ButtonLook review{.kind = desk::ButtonKind::Review, .enabled = may, .label = "送去审核"};
    const bool send = !drafts.empty() && desk::button_from_right(desk, "把 " + count + " 家送去审核", right, foot.y + 12, review, size::kBigButton);
    const desk::ButtonLook plain{.enabled = may && !work_.near().empty()};
    const bool spread = desk::button_from_right(desk, "自动排开", right, foot.y + 12, plain, size::kBigButton);
    const std::string words = drafts.empty() ? "挪动随手保存；挪过的商户要重新三审。" : count + " 家是草稿，三审通过后才上屏。";
    canvas.text({foot.x + 20, foot.y, std::max(0.0F, right - foot.x - 30), foot.h}, words, desk::second());
    if (spread) work_.spread(desk, map_.aspect());
    if (send) work_.send(desk, drafts);
  }

  // From pin to pin, from west to east; the map follows.
  void walk(desk::Desk& desk) {
    const bool on = desk.shortcut({.key = ui::Key::J});
    const bool back = desk.shortcut({.key = ui::Key::K});
    const std::size_t pins = work_.on_map();
    if (on == back || pins == 0) return;
    const std::size_t now = work_.chosen_place().value_or(pins);
    const std::size_t to = now >= pins ? (on ? 0 : pins - 1) : (now + (on ? 1 : pins - 1)) % pins;
    work_.choose(desk, work_.shops()[to].id);
  }

  // Whoever was chosen in the list or by a key is brought into view.
  void follow_choice() {
    const auto shop = work_.chosen_place();
    if (work_.chosen() == shown_ || !shop) return;
    shown_ = work_.chosen();
    if (work_.shops()[*shop].spot) map_.reveal(*work_.shops()[*shop].spot);
  }

  void take_keys(desk::Desk& desk) {
    walk(desk);
    const auto shop = work_.chosen_place();
    if (!shop || !work_.shops()[*shop].spot || !StreetWork::may_edit(desk)) return;
    if (desk.shortcut({ui::Key::Delete})) return work_.take_off(desk, *shop);
    struct Way {
      ui::Key key;
      float x, y;
    };
    for (const Way& way : {Way{ui::Key::Left, -1, 0}, {ui::Key::Right, 1, 0}, {ui::Key::Up, 0, -1}, {ui::Key::Down, 0, 1}}) {
      if (desk.shortcut({.key = way.key})) work_.nudge(desk, way.x, way.y, map_.aspect());
      if (desk.shortcut({.key = way.key, .shift = true})) work_.nudge(desk, 10 * way.x, 10 * way.y, map_.aspect());
    }
  }

  StreetWork work_;
  StreetList list_;
  StreetCanvas map_;
  StreetSide side_;
  content::RecordId shown_;                    // the choice that the map was brought to
  std::optional<content::RecordId> carried_;   // out of the list, by the mouse
  bool snaps_ = true;
};

}  // namespace

std::unique_ptr<Panel> make_street_panel(desk::Desk& desk) { return std::make_unique<StreetPanel>(desk); }

int streets_badge(Workspace& office) {
  int wanting = 0;
  for (const content::Record* shop : office.records().of(Kind::Merchant)) {
    const bool on_map = content::value_at(shop->body, "map_x") != nullptr && content::value_at(shop->body, "map_y") != nullptr;
    wanting += !on_map && !street_of(*shop).empty() ? 1 : 0;
  }
  return wanting;
}

}  // namespace admin
