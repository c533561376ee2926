#include "admin/panels/street/street_panel.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "admin/desk/button.h"
#include "admin/desk/choice.h"
#include "admin/desk/field.h"
#include "admin/desk/marks.h"
#include "admin/desk/scroll.h"
#include "admin/editors/library_picture.h"
#include "admin/panels/street/street_canvas.h"
#include "admin/preview/preview_card.h"
#include "admin/workspace/deeds.h"
#include "admin/workspace/records.h"
#include "admin/workspace/street_plan.h"
#include "admin/workspace/typed_values.h"
#include "content/kinds.h"
#include "content/record.h"
#include "kiosk/ui/picture_store.h"
#include "kiosk/ui/session.h"

namespace admin {
namespace {

namespace color = desk::color;
namespace size = desk::size;
using content::Kind;
using content::RecordId;
using ui::Rect;

constexpr float kTools = 230, kInspector = 330, kBar = 58, kFoot = 64, kListRow = 38;
constexpr float kStep = 1 / kDiagramWidthU * 4;       // of the arrow keys; Shift: ten of them
constexpr double kNudgeRest = 0.7;                    // seconds after the last arrow key until it is written

std::string text_at(const nlohmann::json& body, std::string_view key) {
  const nlohmann::json* value = content::value_at(body, key);
  return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

float number_at(const nlohmann::json& body, std::string_view key) {
  const nlohmann::json* value = content::value_at(body, key);
  return value != nullptr && value->is_number() ? value->get<float>() : 0;
}

std::vector<StreetLabel> labels_of(const nlohmann::json& body) {
  std::vector<StreetLabel> labels;
  const nlohmann::json* list = content::value_at(body, "labels");
  if (list == nullptr || !list->is_array()) return labels;
  for (const nlohmann::json& label : *list) {
    if (label.is_object()) labels.push_back({text_at(label, "text"), {number_at(label, "x"), number_at(label, "y")}, text_at(label, "role")});
  }
  return labels;
}

class StreetPanel final : public Panel {
 public:
  explicit StreetPanel(desk::Desk& desk) { choose_first(desk); }

  void enter(desk::Desk& desk, const desk::Target& target) override {
    const content::Record* record = desk.office().records().find(target.record);
    if (record == nullptr) return;
    if (record->kind == Kind::Street) open(record->id);
    if (record->kind != Kind::Merchant) return;
    open({text_at(record->body, "street")});
    chosen_ = record->id;
  }
  void leave(desk::Desk& desk) override { write_nudge(desk); }
  bool pending() const override { return pending_; }

  void draw(desk::Desk& desk, Rect area) override {
    pending_ = false;
    follow(desk);
    if (streets_.empty()) {
      desk::empty_words(desk, area, "还没有双拥街", "先在“双拥街”里建一条街，给它选一张示意图。", "map");
      return;
    }
    desk.canvas().fill(area, color::kGround);
    draw_tools(desk, area.left(kTools));
    draw_work(desk, {area.x + kTools, area.y, area.w - kTools - kInspector, area.h});
    draw_inspector(desk, {area.right() - kInspector, area.y, kInspector, area.h});
  }

 private:
  struct Nudge {
    RecordId shop;
    MapSpot spot;
    double at = 0;
  };

  static bool may_edit(desk::Desk& desk) { return desk.office().may(Right::Edit); }

  void choose_first(desk::Desk& desk) {
    std::size_t most = 0;
    for (const content::Record* street : desk.office().records().of(Kind::Street)) {
      const std::size_t shops = street_shops(desk.office(), street->id).size();
      if (!street_.empty() && shops <= most) continue;
      street_ = street->id;
      most = shops;
    }
  }

  void open(const RecordId& street) {
    if (street == street_) return;
    street_ = street;
    chosen_ = {};
    version_ = 0;
  }

  // What colleagues and the undo keys did since.
  void follow(desk::Desk& desk) {
    Records& records = desk.office().records();
    if (version_ == records.version()) return;
    version_ = records.version();
    streets_ = records.of(Kind::Street);
    const content::Record* street = records.find(street_);
    if ((street == nullptr || street->trashed) && !streets_.empty()) street_ = streets_.front()->id, street = streets_.front();
    shops_ = street_shops(desk.office(), street_);
    labels_ = street == nullptr ? std::vector<StreetLabel>{} : labels_of(street->body);
    diagram_ = {};
    const content::MediaId picture{street == nullptr ? std::string() : text_at(street->body, "diagram")};
    if (const auto found = picture.empty() ? std::nullopt : editors::library_picture(desk.office(), picture, 1600)) diagram_ = found->source;
    const bool there = std::ranges::any_of(shops_, [&](const StreetShop& shop) { return shop.id == chosen_; });
    if (!there) chosen_ = shops_.empty() ? RecordId{} : shops_.front().id;
    near_ = too_near(shops_, canvas_.aspect());
  }

  std::optional<std::size_t> place_of(const RecordId& id) const {
    const auto found = std::ranges::find(shops_, id, &StreetShop::id);
    return found == shops_.end() ? std::nullopt : std::optional<std::size_t>(static_cast<std::size_t>(found - shops_.begin()));
  }
  std::size_t placed() const {
    return static_cast<std::size_t>(std::ranges::count_if(shops_, [](const StreetShop& shop) { return shop.spot.has_value(); }));
  }
  bool is_near(std::size_t shop) const {
    return std::ranges::any_of(near_, [&](const auto& pair) { return pair.first == shop || pair.second == shop; });
  }

  void put(desk::Desk& desk, const RecordId& shop, std::optional<MapSpot> spot) {
    desk.attempt([&] { put_on_map(desk.office(), shop, spot); });
    version_ = 0;
  }

  void choose(desk::Desk& desk, const RecordId& shop) {
    if (shop != chosen_) write_nudge(desk);
    chosen_ = shop;
  }

  void undo(desk::Desk& desk) {
    write_nudge(desk);
    desk.attempt([&] { desk.toast(desk.office().deeds().undo()); });
    version_ = 0;
  }

  // --- left: what stands where ----------------------------------------------------------------------------------
  void draw_tools(desk::Desk& desk, Rect side) {
    ui::Canvas& canvas = desk.canvas();
    canvas.fill(side, color::kSide);
    canvas.line({side.right(), side.y}, {side.right(), side.bottom()}, color::kLine, 1);
    std::vector<desk::Option> options;
    int selected = -1;
    for (const content::Record* street : streets_) {
      if (street->id == street_) selected = static_cast<int>(options.size());
      options.push_back({.words = content::title_of(content::kind_spec(Kind::Street), street->body)});
    }
    const Rect control{side.x + 16, side.y + 12, side.w - 32, size::kControl};
    if (const auto chosen = desk::drop_down(desk, control, options, selected, {.prefix = "街区"})) open(streets_[*chosen]->id);
    const Rect list = scroll_.begin(desk, {side.x, control.bottom() + 12, side.w, side.bottom() - control.bottom() - 12}, "商户列表");
    float y = list.y;
    const std::size_t on_map = placed();
    if (on_map < shops_.size()) {
      draw_head(desk, {list.x + 16, y, list.w - 32, 34}, "还没放上去", std::to_string(shops_.size() - on_map), true);
      y += 38;
      for (std::size_t i = on_map; i < shops_.size(); ++i, y += kListRow + 6) draw_unplaced(desk, {list.x + 12, y, list.w - 24, kListRow}, i);
      y += 10;
    }
    draw_head(desk, {list.x + 16, y, list.w - 32, 34}, "已放 " + std::to_string(on_map) + " 家", "从西到东", false);
    y += 36;
    for (std::size_t i = 0; i < on_map; ++i, y += kListRow) draw_placed(desk, {list.x, y, list.w, kListRow}, i);
    scroll_.end(desk, y + 8);
  }

  static void draw_head(desk::Desk& desk, Rect row, const std::string& title, const std::string& note, bool warns) {
    desk.canvas().text(row, title, desk::bold(size::kText));
    if (!warns) desk.canvas().text(row, note, desk::right(desk::second()));
    else desk::chip(desk, {row.right() - desk::chip_width(desk, note), row.centre().y}, note, desk::Tone::Amber);
  }

  void draw_unplaced(desk::Desk& desk, Rect box, std::size_t shop) {
    ui::Canvas& canvas = desk.canvas();
    canvas.fill(box, shops_[shop].id == chosen_ ? color::kSelected : color::kPaper, size::kRadius);
    canvas.outline(box, color::kField, 1, size::kRadius);
    canvas.text({box.x + 14, box.y, box.w - 80, box.h}, shops_[shop].name, desk::words());
    canvas.text({box.x, box.y, box.w - 12, box.h}, shops_[shop].number, desk::right(desk::second()));
    const ui::Touch touch = canvas.touch("放 " + shops_[shop].name + " " + shops_[shop].number, box);
    if (touch.tapped) choose(desk, shops_[shop].id);
    if (!touch.pressed || !canvas.pointer().dragging || !may_edit(desk)) return;
    choose(desk, shops_[shop].id);
    carried_ = shops_[shop].id;
  }

  void draw_placed(desk::Desk& desk, Rect row, std::size_t shop) {
    ui::Canvas& canvas = desk.canvas();
    const bool selected = shops_[shop].id == chosen_;
    if (selected) canvas.fill(row, color::kSelected), canvas.fill(row.left(3), color::kRed);
    else if (desk.hovers(row)) canvas.fill(row, color::kHover);
    canvas.disc({row.x + 30, row.centre().y}, 12, selected ? color::kRed : color::kPine);
    canvas.text({row.x + 16, row.y, 28, row.h}, std::to_string(shop + 1), desk::centre(desk::bold(shop > 98 ? 10.5F : size::kSmall, color::kPaper)));
    canvas.text({row.x + 52, row.y, row.w - 88, row.h}, shops_[shop].name, selected ? desk::bold() : desk::words());
    if (is_near(shop)) canvas.icon("info", {row.right() - 22, row.centre().y}, 16, color::kAmberLine);
    if (canvas.touch(shops_[shop].name + " " + shops_[shop].number, row).tapped) choose(desk, shops_[shop].id);
  }

  // --- middle: the diagram ----------------------------------------------------------------------------------------
  void draw_work(desk::Desk& desk, Rect area) {
    ui::Canvas& canvas = desk.canvas();
    draw_bar(desk, area.top(kBar));
    const Rect foot{area.x, area.bottom() - kFoot, area.w, kFoot};
    const auto selected = place_of(chosen_);
    const StreetView view{.shops = shops_, .labels = labels_, .diagram = diagram_, .selected = selected,
                          .carried = carried_ ? place_of(*carried_) : std::nullopt, .snaps = snaps_, .locked = !may_edit(desk)};
    const Rect room{area.x + 16, area.y + kBar + 18, area.w - 32, area.h - kBar - kFoot - 18 - 96};
    take_arrows(desk);
    const std::optional<MapSpot> before = nudged(selected);
    const StreetCanvas::Answer answer = canvas_.draw(desk, room, view);
    if (!canvas.pointer().down) carried_.reset();
    if (before && selected) shops_[*selected].spot = before;
    if (answer.selected) choose(desk, shops_[*answer.selected].id);
    if (answer.moved) {
      nudge_.reset();
      const RecordId shop = shops_[answer.moved->first].id;
      chosen_ = shop;
      put(desk, shop, answer.moved->second);
    }
    draw_hints(desk, {area.x + 16, foot.y - 92, area.w - 32, 30});
    draw_near(desk, {area.x + 16, foot.y - 54, area.w - 32, 40});
    draw_foot(desk, foot);
    if (diagram_.width > 0 && desk.session().pictures().pending()) pending_ = true;
  }

  // While the arrow keys move a shop it stands where it will be written; answers where it stood.
  std::optional<MapSpot> nudged(std::optional<std::size_t> selected) {
    if (!nudge_ || !selected || shops_[*selected].id != nudge_->shop) return std::nullopt;
    return std::exchange(shops_[*selected].spot, nudge_->spot);
  }

  void draw_bar(desk::Desk& desk, Rect bar) {
    ui::Canvas& canvas = desk.canvas();
    canvas.fill(bar, color::kPaper);
    canvas.line({bar.x, bar.bottom()}, {bar.right(), bar.bottom()}, color::kLine, 1);
    canvas.text({bar.x + 20, bar.y, 300, bar.h}, "街区示意图", desk::bold(size::kPageTitle));
    float right = bar.right() - 16;
    if (desk::button_from_right(desk, "撤销", right, bar.y + 11, {.icon = "refresh", .enabled = may_edit(desk)})) undo(desk);
    const float words = canvas.measure("吸附到街边", desk::words()) + 10;
    right -= 44;
    if (desk::switch_box(desk, "吸附到街边", {right, bar.y, 40, bar.h}, snaps_, may_edit(desk))) snaps_ = !snaps_;
    canvas.text({right - words, bar.y, words, bar.h}, "吸附到街边", desk::words());
  }

  void draw_hints(desk::Desk& desk, Rect row) {
    float x = row.x;
    for (const auto& [key, words] : {std::pair{"← ↑ → ↓", "挪一点"}, {"Shift", "挪十倍"}, {"Delete", "拿下来"}}) {
      x += desk::key_cap(desk, {x, row.centre().y}, key) + 8;
      desk.canvas().text({x, row.y, 100, row.h}, words, desk::second());
      x += desk.canvas().measure(words, desk::second()) + 18;
    }
    desk.canvas().text(row, "圆点最小间距 64 u", desk::right(desk::second()));
  }

  void draw_near(desk::Desk& desk, Rect row) {
    near_ = too_near(shops_, canvas_.aspect());
    if (near_.empty()) return;
    const auto& [a, b] = near_.front();
    const std::string first = std::to_string(a + 1) + " 号“" + shops_[a].name + "”和 " + std::to_string(b + 1) + " 号“" + shops_[b].name + "”";
    const std::string rest = near_.size() > 1 ? first + "等 " + std::to_string(near_.size()) + " 处挨得太近" : first + "挨得太近";
    desk::notice(desk, row, rest + "，屏上会合成一个圆点。挪开一点，或点“自动排开”。", desk::Tone::Amber);
  }

  void draw_foot(desk::Desk& desk, Rect foot) {
    ui::Canvas& canvas = desk.canvas();
    canvas.fill(foot, color::kPaper);
    canvas.line({foot.x, foot.y}, {foot.right(), foot.y}, color::kLine, 1);
    const auto drafts = waiting();
    const std::string words = drafts.empty() ? "挪动随手保存；挪过的商户要重新三审。" : std::to_string(drafts.size()) + " 家是草稿，三审通过后才上屏。";
    float right = foot.right() - 20;
    const std::string submit = "把 " + std::to_string(drafts.size()) + " 家送去审核";
    if (!drafts.empty() && desk::button_from_right(desk, submit, right, foot.y + 13, {.kind = desk::ButtonKind::Review, .enabled = may_edit(desk), .label = "送去审核"}, size::kBigButton)) {
      send(desk, drafts);
    }
    if (desk::button_from_right(desk, "自动排开", right, foot.y + 13, {.enabled = may_edit(desk) && !near_.empty()}, size::kBigButton)) spread(desk);
    canvas.text({foot.x + 20, foot.y, std::max(0.0F, right - foot.x - 30), foot.h}, words, desk::second());
  }

  std::vector<RecordId> waiting() const {
    std::vector<RecordId> drafts;
    for (const StreetShop& shop : shops_) {
      if (shop.spot && shop.state == content::ReviewState::Draft) drafts.push_back(shop.id);
    }
    return drafts;
  }

  void send(desk::Desk& desk, const std::vector<RecordId>& drafts) {
    write_nudge(desk);
    desk.attempt([&] {
      const BulkOutcome outcome = desk.office().deeds().submit_all(drafts, Unfit::Skip);
      if (outcome.skipped.empty()) desk.toast("已把 " + std::to_string(outcome.done) + " 家送去一审。");
      else desk.toast("送去一审 " + std::to_string(outcome.done) + " 家；“" + outcome.skipped.front().title + "”没送：" + outcome.skipped.front().reason);
    });
    version_ = 0;
  }

  void spread(desk::Desk& desk) {
    write_nudge(desk);
    desk.attempt([&] {
      const int moved = put_on_map(desk.office(), shops_, spread_out(shops_, canvas_.aspect()));
      desk.toast("排开了 " + std::to_string(moved) + " 家。", [this, &desk] { undo(desk); });
    });
    version_ = 0;
  }

  // --- keys -------------------------------------------------------------------------------------------------------
  void take_arrows(desk::Desk& desk) {
    const auto shop = place_of(chosen_);
    if (nudge_ && desk.session().seconds() - nudge_->at > kNudgeRest) write_nudge(desk);
    if (nudge_) desk.canvas().request_frame_in(std::chrono::milliseconds(200));
    if (!shop || !may_edit(desk) || !shops_[*shop].spot) return;
    if (desk.shortcut({ui::Key::Delete})) {
      take_off(desk, *shop);
      return;
    }
    struct Way {
      ui::Key key;
      float x, y;
    };
    for (const Way& way : {Way{ui::Key::Left, -1, 0}, {ui::Key::Right, 1, 0}, {ui::Key::Up, 0, -1}, {ui::Key::Down, 0, 1}}) {
      for (const bool shift : {false, true}) {
        if (!desk.shortcut({.key = way.key, .ctrl = false, .shift = shift})) continue;
        const MapSpot from = nudge_ ? nudge_->spot : *shops_[*shop].spot;
        const float step = kStep * (shift ? 10.0F : 1.0F);
        nudge_ = Nudge{chosen_, {std::clamp(from.x + way.x * step, 0.02F, 0.98F), std::clamp(from.y + way.y * step * canvas_.aspect(), 0.02F, 0.98F)}, desk.session().seconds()};
      }
    }
  }

  void write_nudge(desk::Desk& desk) {
    if (!nudge_) return;
    const Nudge nudge = *std::exchange(nudge_, std::nullopt);
    put(desk, nudge.shop, nudge.spot);
  }

  void take_off(desk::Desk& desk, std::size_t shop) {
    nudge_.reset();
    const std::string name = shops_[shop].name;
    put(desk, shops_[shop].id, std::nullopt);
    desk.toast("“" + name + "”从示意图上拿下来了。", [this, &desk] { undo(desk); });
  }

  // --- right: the selected shop -----------------------------------------------------------------------------------
  void draw_inspector(desk::Desk& desk, Rect side) {
    ui::Canvas& canvas = desk.canvas();
    canvas.line({side.x, side.y}, {side.x, side.bottom()}, color::kLine, 1);
    const auto place = place_of(chosen_);
    if (!place) {
      desk::empty_words(desk, side, "没有选中商户", "点图上的圆点，或左边的一家。", "shop");
      return;
    }
    const StreetShop& shop = shops_[*place];
    const Rect inside = side.inset(22, 16);
    const float name = canvas.text({inside.x, inside.y, inside.w - 100, 34}, shop.name, desk::bold(19));
    desk::state_chip(desk, {inside.x + std::min(name, inside.w - 100) + 12, inside.y + 17}, shop.state);
    canvas.text({inside.x, inside.y + 36, inside.w, 26}, shop.number.empty() ? "地址里没有门牌号" : "门牌 " + shop.number, desk::second());
    float y = inside.y + 74;
    y += draw_numbers(desk, {inside.x, y, inside.w, 70}, *place);
    if (shop.spot && desk::button(desk, "从示意图上拿下来", {inside.x, y, 170, size::kButton}, {.enabled = may_edit(desk)})) take_off(desk, *place);
    if (shop.spot && desk::button(desk, "打开商户", {inside.x + 180, y, inside.w - 180, size::kButton})) desk.go({.panel = "merchant", .record = chosen_});
    y += 56;
    draw_preview(desk, {inside.x, y, inside.w, inside.bottom() - y}, *place);
  }

  float draw_numbers(desk::Desk& desk, Rect row, std::size_t place) {
    const float width = (row.w - 12) / 2;
    const std::optional<MapSpot> spot = nudge_ && nudge_->shop == shops_[place].id ? std::optional(nudge_->spot) : shops_[place].spot;
    const auto held = canvas_.held();
    const std::optional<MapSpot> now = held && held->first == place ? std::optional(held->second) : spot;
    const auto field = [&](float x, std::string_view label, std::string& text, bool& writing, float value) -> std::optional<float> {
      if (!writing) text = now ? real_words(std::round(static_cast<double>(value) * 1000) / 1000) : std::string();
      const desk::TextField edit = desk::text_field(desk, {x, row.y, width, row.h}, text, {.frame = {.label = label, .enabled = may_edit(desk)}});
      const bool ends = edit.edit.lost || edit.edit.entered || (writing && !edit.edit.active);
      writing = edit.edit.active && !edit.edit.entered;
      const auto number = ends ? read_typed_real(text) : std::nullopt;
      return number ? std::optional(static_cast<float>(std::clamp(*number, 0.02, 0.98))) : std::nullopt;
    };
    const MapSpot old = now.value_or(MapSpot{0.5F, 0.5F});
    const auto x = field(row.x, "横向位置", text_x_, writing_x_, old.x);
    const auto y = field(row.x + width + 12, "纵向位置", text_y_, writing_y_, old.y);
    const MapSpot wanted{x.value_or(old.x), y.value_or(old.y)};
    if ((x || y) && (std::abs(wanted.x - old.x) > 0.0006F || std::abs(wanted.y - old.y) > 0.0006F || !now)) {
      nudge_.reset();
      put(desk, shops_[place].id, wanted);
    }
    return 84;
  }

  // The kiosk's own map, with the shop where the mouse holds it now.
  void draw_preview(desk::Desk& desk, Rect area, std::size_t place) {
    ui::Canvas& canvas = desk.canvas();
    canvas.text({area.x, area.y, area.w, 30}, "屏上的样子", desk::bold(size::kText));
    const content::Record* record = desk.office().records().find(shops_[place].id);
    if (record == nullptr || desk.previews == nullptr) return;
    nlohmann::json body = record->body;
    const auto held = canvas_.held();
    std::optional<MapSpot> spot = nudge_ && nudge_->shop == record->id ? std::optional(nudge_->spot) : shops_[place].spot;
    if (held && held->first == place) spot = held->second;
    if (spot) {
      content::set_value(body, "map_x", spot->x);
      content::set_value(body, "map_y", spot->y);
    }
    Preview& preview = desk.previews->get("street-map");
    preview.show(preview_wish({.kind = Kind::Merchant, .record = record->id, .body = &body, .field = "map_x"}, look_, city_minute(desk.office())));
    const float height = look_.portrait ? std::min(area.h - 90, 420.0F) : area.w / preview.aspect();
    const float width = std::min(area.w, std::floor(height * preview.aspect()));
    const Rect box{area.x + std::floor((area.w - width) / 2), area.y + 36, width, std::floor(width / preview.aspect())};
    canvas.shadow(box, ui::Elevation::Card, size::kButtonRadius);
    preview.draw(canvas, box, size::kButtonRadius);
    float x = area.x;
    const auto chip = [&](std::string_view words, bool on) {
      const Rect place_of_chip{x, box.bottom() + 12, desk::toggle_width(desk, words), 28};
      x = place_of_chip.right() + 8;
      return desk::toggle(desk, words, place_of_chip, on);
    };
    if (chip("横屏", !look_.portrait)) look_.portrait = false;
    if (chip("竖屏", look_.portrait)) look_.portrait = true;
    if (chip("高对比", look_.high_contrast)) look_.high_contrast = !look_.high_contrast;
  }

  RecordId street_;
  RecordId chosen_;                               // shop
  std::optional<RecordId> carried_;               // from the list, by the mouse
  std::int64_t version_ = 0;                      // of the records that the rest was read from; 0: read anew
  std::vector<const content::Record*> streets_;
  std::vector<StreetShop> shops_;
  std::vector<StreetLabel> labels_;
  ui::PictureSource diagram_;
  std::vector<std::pair<std::size_t, std::size_t>> near_;
  StreetCanvas canvas_;
  std::optional<Nudge> nudge_;
  bool snaps_ = true;
  std::string text_x_, text_y_;
  bool writing_x_ = false, writing_y_ = false;
  desk::ScrollArea scroll_;
  PreviewLook look_{.portrait = true};
  bool pending_ = false;
};

}  // namespace

std::unique_ptr<Panel> make_street_panel(desk::Desk& desk) { return std::make_unique<StreetPanel>(desk); }

int streets_badge(Workspace& office) {
  int wanting = 0;
  for (const content::Record* shop : office.records().of(Kind::Merchant)) {
    const bool on_map = content::value_at(shop->body, "map_x") != nullptr && content::value_at(shop->body, "map_y") != nullptr;
    wanting += !on_map && !text_at(shop->body, "street").empty() ? 1 : 0;
  }
  return wanting;
}

}  // namespace admin
