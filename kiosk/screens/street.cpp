#include "kiosk/screens/street.h"

#include <algorithm>
#include <utility>

#include "kiosk/pictures.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr float kRowLandscape = 136;
constexpr float kRowPortrait = 146;
constexpr float kMapPortrait = 519;
constexpr float kLeastMapPortrait = 260;
constexpr float kMapTopPortrait = 368;
constexpr float kCardWidth = 686;
constexpr float kCardHeight = 168;

}  // namespace

StreetScreen::Layout StreetScreen::lay_out(const ui::Canvas& canvas) const {
  Layout layout;
  layout.areas = page_areas(canvas);
  const PageAreas& areas = layout.areas;
  if (areas.landscape) {
    const float width = std::clamp(areas.content.w * 0.3822F, 520.0F, 642.0F);
    const float top = areas.content.y + 20;
    layout.row_height = kRowLandscape;
    layout.list = {areas.content.x - 22, top, width, areas.content.bottom() - top};
    const float map_left = layout.list.right() + 34;
    layout.map = {map_left, top, areas.content.right() - map_left, layout.list.h};
  } else {
    const float list_bottom = areas.shelf.y - 24;
    const float room = list_bottom - kMapTopPortrait - 20;
    const float map = std::clamp(room - 4 * kRowPortrait, kLeastMapPortrait, kMapPortrait);
    layout.row_height = kRowPortrait;
    layout.map = {0, kMapTopPortrait, canvas.size().w, map};
    layout.list = {34, layout.map.bottom() + 20, canvas.size().w - 68, list_bottom - layout.map.bottom() - 20};
  }
  layout.rows_per_page = std::max(1, static_cast<int>(layout.list.h / layout.row_height + 0.02F));
  return layout;
}

std::size_t StreetScreen::selected_row() const {
  const auto found = std::ranges::find(rows_, selected_, &Row::id);
  return found == rows_.end() ? 0 : static_cast<std::size_t>(found - rows_.begin());
}

void StreetScreen::select(std::size_t row) {
  selected_ = rows_[row].id;
  if (rows_[row].at) map_.reveal(*rows_[row].at);
}

void StreetScreen::show_page_of_selected(int rows_per_page) {
  if (!page_to_selected_ || rows_.empty()) return;
  page_to_selected_ = false;
  page_ = static_cast<int>(selected_row()) / rows_per_page;
  const int pages = (static_cast<int>(rows_.size()) + rows_per_page - 1) / rows_per_page;
  // The turner learns how many pages there are when it draws; go_to() would stop at what it knows.
  if (turner_.page() != page_ || turner_.page_count() != pages) {
    turner_.reset();
    pending_page_ = page_;
  }
}

// A turned page selects its first shop, so that the map always shows the page's pins and one of them large.
void StreetScreen::follow_page(int rows_per_page) {
  if (turner_.page() == page_ || rows_.empty()) return;
  page_ = turner_.page();
  select(std::min(static_cast<std::size_t>(page_ * rows_per_page), rows_.size() - 1));
}

Action StreetScreen::open_selected() const {
  std::vector<content::RecordId> neighbours;
  for (const Row& row : rows_) neighbours.push_back(row.id);
  return Open{ScreenKind::Merchant, {.record = selected_, .series = {}, .filter = {}, .neighbours = std::move(neighbours)}};
}

Action StreetScreen::draw(ui::Canvas& canvas, const Context& context) {
  if (std::exchange(changed_, false)) fetch(context);
  draw_page_frame(canvas, context, {.section = ui::Section::Street,
                                    .section_icon = "shop",
                                    .section_title = context.texts("section.street"),
                                    .search_hint = context.texts("search.hint.shops")});
  const Layout layout = lay_out(canvas);
  Action action = Stay{};
  draw_coverage(canvas, context, layout);
  keep(action, draw_map(canvas, context, layout));
  keep(action, draw_list(canvas, layout));
  draw_shelf(canvas, context, layout);
  keep(action, draw_dock(canvas, context, layout.areas, context.texts("search.hint.shops")));
  draw_sheet(canvas, context);
  if (changed_) canvas.request_frame();
  return action;
}

void StreetScreen::draw_coverage(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  const auto& color = canvas.color();
  const PageAreas& areas = layout.areas;
  const bool wide = areas.landscape;
  const bool meter = coverage_.meter.shops > 0;
  draw_header_title(canvas, context, layout);
  if (!meter) return;
  const float right = wide ? areas.header.right() - 204 : areas.header.right();
  const float track_width = wide ? std::min(620.0F, right - layout.map.x) : 640;
  const Rect track = wide ? Rect{right - track_width, 98, track_width, 28} : Rect{areas.header.x, 287, track_width, 28};
  ui::coverage_meter(canvas, track, coverage_.meter);

  const ui::TextStyle bold{.face = Face::SansBold, .size = wide ? 34.0F : 36.0F, .color = color.ink};
  const ui::TextStyle plain{.face = Face::Sans, .size = wide ? 27.0F : 29.0F, .color = color.ink};
  const float count = canvas.measure(coverage_.signed_count, bold);
  const float all = canvas.measure(coverage_.of_all, plain);
  const float words_left = wide ? track.x : right - count - all;
  const float words_middle = wide ? 67.0F : 218.0F;
  canvas.text({words_left, words_middle - 26, count + 4, 52}, coverage_.signed_count, bold);
  canvas.text({words_left + count, words_middle - 25, all + 4, 52}, coverage_.of_all, plain);

  const float middle = wide ? 67.0F : 302.0F;
  ui::TextStyle target = plain;
  target.face = Face::SansBold;
  target.color = color.red;
  target.size = wide ? 28.0F : 30.0F;
  float x = right - canvas.measure(coverage_.target, target);
  canvas.text({x, middle - 25, 200, 50}, coverage_.target, target);
  ui::TextStyle label = plain;
  label.color = color.ink2;
  x -= canvas.measure(context.texts("street.target"), label) + 8;
  canvas.text({x, middle - 25, 200, 50}, context.texts("street.target"), label);
  ui::TextStyle percent = bold;
  percent.color = color.pine;
  if (!wide) percent.size = 37;
  x -= canvas.measure(coverage_.percent, percent) + (wide ? 20.0F : 28.0F);
  canvas.text({x, middle - 26, 200, 52}, coverage_.percent, percent);
}

void StreetScreen::draw_header_title(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  const PageAreas& areas = layout.areas;
  const auto& color = canvas.color();
  ui::TextStyle style{.face = Face::Serif, .size = areas.landscape ? 60.0F : 58.0F, .color = color.ink};
  const float room = areas.landscape ? layout.map.x - areas.header.x + 150 : 620;
  const float wide = canvas.measure(street_name_, style);
  if (wide > room) style.size = std::max(40.0F, style.size * room / wide);
  const float middle = areas.landscape ? 89.0F : 217.0F;
  canvas.text({areas.header.x, middle - 44, room, 88}, street_name_, style);
  if (areas.landscape) {
    canvas.text({areas.header.right() - 300, middle - 44, 300, 88}, clock_text(context.now),
                {.face = Face::Sans, .size = 56, .color = color.ink, .align = Align::Right});
  }
}

Action StreetScreen::draw_list(ui::Canvas& canvas, const Layout& layout) {
  if (rows_.empty()) {
    draw_empty(canvas, layout);
    return Stay{};
  }
  Action action = Stay{};
  const int per_page = layout.rows_per_page;
  const int pages = (static_cast<int>(rows_.size()) + per_page - 1) / per_page;
  show_page_of_selected(per_page);
  std::optional<std::size_t> tapped;
  // Room around the rows so that the selected one's shadow is whole.
  const auto turn = turner_.begin(canvas, "shops", layout.list.inset(-20, -20), pages);
  if (pending_page_) turner_.go_to(*std::exchange(pending_page_, std::nullopt));
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    const auto first = static_cast<std::size_t>(page.index * per_page);
    const std::size_t end = std::min(first + static_cast<std::size_t>(per_page), rows_.size());
    for (std::size_t i = first; i < end; ++i) {
      const Rect box{layout.list.x, layout.list.y + static_cast<float>(i - first) * layout.row_height, layout.list.w, layout.row_height};
      const bool last = i + 1 == end || rows_[i + 1].id == selected_;
      if (draw_row(canvas, rows_[i], box, rows_[i].id == selected_, last)) tapped = i;
    }
    canvas.pop_offset();
  }
  turner_.end(canvas);
  if (tapped && rows_[*tapped].id == selected_) action = open_selected();
  if (tapped) select(*tapped);
  return action;
}

bool StreetScreen::draw_row(ui::Canvas& canvas, const Row& row, Rect box, bool selected, bool last) const {
  const ui::Touch touch = canvas.touch(row.label, box);
  const auto& color = canvas.color();
  if (selected) {
    canvas.shadow(box.inset(0, 1), ui::Elevation::Selected, ui::radius::kCard);
    canvas.fill(box.inset(0, 1), touch.pressed ? color.paper2 : color.paper0, ui::radius::kCard);
  } else {
    if (touch.pressed) canvas.fill(box.inset(0, 2), color.paper2, ui::radius::kCard);
    if (!last) canvas.fill({box.x, box.bottom() - 2, box.w, 2}, color.line);
  }
  const float middle = box.centre().y;
  const ui::Point disc{box.x + 49, middle};
  canvas.disc(disc, 28, selected ? color.red_plane : row.closed ? color.ink3 : color.pine_plane);
  canvas.text({disc.x - 28, disc.y - 28, 56, 56}, row.number,
              {.face = Face::SansBold, .size = 29, .color = color.white, .align = Align::Centre});

  const float right = box.right() - 22;
  const ui::TextStyle distance{.face = Face::Sans, .size = 26, .color = color.ink2, .align = Align::Right};
  const ui::TextStyle state{.face = Face::SansMedium, .size = 26, .color = row.open ? color.pine : color.ink2, .align = Align::Right};
  canvas.text({right - 200, middle - 46, 200, 50}, row.distance, distance);
  canvas.text({right - 200, middle + 2, 200, 50}, row.state, state);
  const float side = std::max(canvas.measure(row.distance, distance), canvas.measure(row.state, state));
  const float left = box.x + 100;
  const float width = right - side - 20 - left;
  canvas.text({left, middle - 47, width, 50}, row.name, {.face = Face::SansBold, .size = 34, .color = color.ink});
  canvas.text({left, middle, width, 50}, row.offer, {.face = Face::SansBold, .size = 31, .color = color.red});
  if (touch.focused) canvas.focus_ring(box, ui::radius::kCard);
  return touch.tapped;
}

void StreetScreen::draw_empty(ui::Canvas& canvas, const Layout& layout) {
  const Rect area = layout.list.inset(22, 12);
  const float height = canvas.paragraph({area.x, area.y, area.w, 0}, empty_words_,
                                        {.face = Face::Serif, .size = 46, .color = canvas.color().ink, .line = 1.34F}, 3);
  float y = area.y + height + 32;
  std::optional<std::size_t> tapped;
  for (std::size_t i = 0; i < lifts_.size() && y + ui::touch::kButton <= area.bottom() + 12; ++i) {
    if (ui::button(canvas, lifts_[i].label, {area.x, y, area.w, ui::touch::kButton}, {.text_size = 31, .radius = ui::radius::kCard})) tapped = i;
    y += ui::touch::kButton + 16;
  }
  if (tapped) {
    lifted_ = lifts_[*tapped].filter;
    changed_ = true;
  }
}

Action StreetScreen::draw_map(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const bool wide = layout.areas.landscape;
  std::vector<MapPin> pins;
  std::vector<std::size_t> rows;
  const auto first = static_cast<std::size_t>(page_ * layout.rows_per_page);
  for (std::size_t i = first; i < std::min(first + static_cast<std::size_t>(layout.rows_per_page), rows_.size()); ++i) {
    if (!rows_[i].at) continue;
    pins.push_back({rows_[i].pin_label, rows_[i].number, *rows_[i].at, rows_[i].closed, rows_[i].id == selected_});
    rows.push_back(i);
  }
  MapFrame frame{.box = layout.map, .radius = wide ? ui::radius::kCard : 0.0F, .buttons_in_row = !wide};
  if (wide && !rows_.empty()) {
    const float width = std::min(kCardWidth, layout.map.w - 56);
    frame.card = {layout.map.x + 28, layout.map.bottom() - 28 - kCardHeight, width, kCardHeight};
  }
  const auto tapped = map_.draw(canvas, context, frame, pins);
  Action action = Stay{};
  if (frame.card.w > 0 && draw_card(canvas, context, rows_[selected_row()], frame.card)) action = open_selected();
  if (tapped) {
    if (pins[*tapped].selected) keep(action, open_selected());
    select(rows[*tapped]);
  }
  return action;
}

bool StreetScreen::draw_card(ui::Canvas& canvas, const Context& context, const Row& row, Rect card) const {
  const ui::Touch touch = canvas.touch(context.texts.format("street.open_shop", {row.name}), card);
  const auto& color = canvas.color();
  canvas.shadow(card, ui::Elevation::Selected, ui::radius::kCard);
  canvas.fill(card, touch.pressed ? color.paper2 : color.paper0, ui::radius::kCard);
  const Rect picture{card.x + 18, card.y + 25, 150, 118};
  const auto source = picture_source(context.catalog, row.picture, picture.w * canvas.pixels_per_u());
  if (source.empty()) {
    canvas.fill(picture, color.pine50, ui::radius::kThumb);
    canvas.icon("shop", picture.centre(), 60, color.pine);
  } else {
    canvas.picture(picture, source, {.radius = ui::radius::kThumb, .placeholder = color.pine50});
  }
  const float left = picture.right() + 22;
  const float width = card.right() - 116 - left;
  const bool tag = row.any_province;
  const float top = card.y + (tag ? 16.0F : 40.0F);
  canvas.text({left, top, width, 50}, row.name, {.face = Face::SansBold, .size = 34, .color = color.ink});
  const ui::TextStyle where{.face = Face::Sans, .size = 27, .color = color.ink2};
  const bool whole = row.walk.empty() || canvas.measure(row.where, where) <= width;
  canvas.text({left, top + 43, width, 46}, whole ? row.where : row.walk, where);
  if (tag) ui::tag(canvas, {left, card.y + 105}, context.texts("shop.any_province"), ui::TagKind::Gold);
  const ui::Point arrow{card.right() - 62, card.centre().y};
  canvas.disc(arrow, 36, touch.pressed ? color.red_pressed : color.red_plane);
  canvas.icon("next", arrow, 38, color.white);
  if (touch.focused) canvas.focus_ring(card, ui::radius::kCard);
  return touch.tapped;
}

}  // namespace kiosk
