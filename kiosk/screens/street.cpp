#include "kiosk/screens/street.h"

#include <algorithm>
#include <utility>

#include "kiosk/widgets/chinese_mark.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr float kDisc = 28;
constexpr float kFramed = 24;   // u: a frame in high contrast and the air within take of a row's height

}  // namespace

std::size_t StreetScreen::selected_row() const {
  const auto found = std::ranges::find(rows_, selected_, &Row::id);
  return found == rows_.end() ? 0 : static_cast<std::size_t>(found - rows_.begin());
}

std::optional<std::size_t> StreetScreen::selected_pin() const {
  const auto& pins = map_.pins();
  const auto found = std::ranges::find(pins, selected_row(), &MapPin::row);
  if (found == pins.end()) return std::nullopt;
  return static_cast<std::size_t>(found - pins.begin());
}

// The map shows it and the list turns to its page.
void StreetScreen::select(std::size_t row) {
  selected_ = rows_[row].id;
  page_to_selected_ = true;
  if (rows_[row].at) map_.reveal(*rows_[row].at);
}

void StreetScreen::show_page_of_selected(const Layout& layout) {
  if (!page_to_selected_ || rows_.empty()) return;
  page_to_selected_ = false;
  page_ = static_cast<int>(selected_row()) / layout.rows_per_page;
  if (turner_.page_count() == page_count(layout)) {
    turner_.go_to(page_);
  } else {
    // The turner learns how many pages there are when it draws; go_to() would stop at what it knows.
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
  show_on_map(context);
  draw_page_frame(canvas, context, {.section = ui::Section::Street,
                                    .section_icon = "shop",
                                    .section_title = context.texts("section.street"),
                                    .search_hint = context.texts("search.hint.shops")});
  const Layout layout = lay_out(canvas, context);
  // A change of mode changes how many rows a page takes.
  if (turner_.page_count() != page_count(layout)) page_to_selected_ = true;
  Action action = Stay{};
  draw_coverage(canvas, context, layout);
  keep(action, draw_map(canvas, context, layout));
  keep(action, draw_list(canvas, context, layout));
  draw_shelf(canvas, context, layout);
  keep(action, draw_dock(canvas, context, layout.areas, context.texts("search.hint.shops")));
  draw_sheet(canvas, context);
  if (changed_) canvas.request_frame();
  return action;
}

Action StreetScreen::draw_list(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  if (rows_.empty()) {
    draw_empty(canvas, context, layout);
    return Stay{};
  }
  Action action = Stay{};
  const int per_page = layout.rows_per_page;
  show_page_of_selected(layout);
  std::optional<std::size_t> tapped;
  // Room around the rows so that the selected one's shadow is whole.
  const auto turn = turner_.begin(canvas, "shops", layout.list.inset(-20, -12), page_count(layout));
  if (pending_page_) turner_.go_to(*std::exchange(pending_page_, std::nullopt));
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    const auto first = static_cast<std::size_t>(page.index * per_page);
    const std::size_t end = std::min(first + static_cast<std::size_t>(per_page), rows_.size());
    for (std::size_t i = first; i < end; ++i) {
      const Rect box{layout.list.x, layout.list.y + static_cast<float>(i - first) * layout.row_height, layout.list.w, layout.row_height};
      const bool last = i + 1 == end || rows_[i + 1].id == selected_;
      if (draw_row(canvas, context, rows_[i], box, last)) tapped = i;
    }
    canvas.pop_offset();
  }
  turner_.end(canvas);
  if (tapped && rows_[*tapped].id == selected_) action = open_selected();
  if (tapped) select(*tapped);
  return action;
}

bool StreetScreen::draw_row(ui::Canvas& canvas, const Context& context, const Row& row, Rect box, bool last) const {
  const ui::Touch touch = canvas.touch(row.label, box);
  const auto& color = canvas.color();
  const bool selected = row.id == selected_;
  const bool high_contrast = canvas.theme().modes.high_contrast;
  const bool lit = high_contrast && (selected || touch.pressed);
  if (high_contrast) {
    const Rect frame = box.inset(0, 4);
    canvas.fill(frame, lit ? color.control : color.paper0, ui::radius::kCard);
    canvas.outline(frame, color.control, ui::stroke::kHighContrast, ui::radius::kCard);
  } else if (selected) {
    canvas.shadow(box.inset(0, 1), ui::Elevation::Selected, ui::radius::kCard);
    canvas.fill(box.inset(0, 1), touch.pressed ? color.paper2 : color.paper0, ui::radius::kCard);
  } else {
    if (touch.pressed) canvas.fill(box.inset(0, 2), color.paper2, ui::radius::kCard);
    if (!last) canvas.fill({box.x, box.bottom() - 2, box.w, 2}, color.line);
  }
  const ui::Point disc{box.x + 49, box.centre().y};
  const float radius = canvas.theme().modes.large_text ? kDisc + 5 : kDisc;
  canvas.disc(disc, radius, selected ? color.red_plane : row.closed && !high_contrast ? color.ink3 : color.pine_plane);
  if (high_contrast && !lit) canvas.ring(disc, radius, color.ink, 3);
  const ui::TextStyle number{.face = Face::SansBold, .size = row.number.size() > 2 ? 25.0F : 29.0F, .color = color.white, .align = Align::Centre};
  canvas.text({disc.x - radius - 8, disc.y - radius, 2 * radius + 16, 2 * radius}, row.number, number);
  const Rect words{box.x + 100, box.y, box.w - 122, box.h};
  draw_row_words(canvas, context, row, words, lit ? color.paper0 : color.ink, lit ? color.paper0 : color.red);
  if (touch.focused) canvas.focus_ring(box, ui::radius::kCard);
  return touch.tapped;
}

// Name and offer left, distance and state right. A long name takes two lines before it is cut; the shop's page has it whole.
void StreetScreen::draw_row_words(ui::Canvas& canvas, const Context& context, const Row& row, Rect area, ui::Color words,
                                  ui::Color offer_color) const {
  const auto& color = canvas.color();
  const bool lit = words == color.paper0;
  const ui::TextStyle distance{.face = Face::Sans, .size = 26, .color = lit ? words : color.ink2, .align = Align::Right};
  const ui::TextStyle state{.face = Face::SansMedium, .size = 26, .color = lit ? words : row.open ? color.pine : color.ink2, .align = Align::Right};
  const float side = std::max(canvas.measure(row.distance, distance), canvas.measure(row.state, state));
  const float scale = canvas.theme().text_size(30) / 30;
  const float mark = row.offer_chinese ? chinese_mark_width(canvas, context.texts) + 12 : 0;
  ui::TextStyle offer{.face = Face::SansBold, .size = 31, .color = offer_color, .line = 1.3F};
  // A long offer has the second line to itself; distance and state then share the first.
  const std::string both = row.distance + (row.distance.empty() || row.state.empty() ? "" : " ・ ") + row.state;
  offer.size = 25;
  const bool alone = side > 0 && canvas.measure(row.offer, offer) + mark > area.w - side - 20;
  offer.size = 31;
  // A name too long for two lines gets the whole width instead; they share the offer's line.
  const float both_width = canvas.measure(both, state) + 20;
  const ui::TextStyle small{.face = Face::SansBold, .size = 27, .line = 1.18F};
  const bool long_name = side > 0 && !alone && canvas.measure(row.name, small) > area.w - side - 20 &&
                         canvas.layout(row.name, small, area.w - side - 20).lines.size() > 2;
  const float width = area.w - (side > 0 && !long_name ? (alone ? both_width : side + 20) : 0);
  const float offer_room = (alone ? area.w : long_name ? area.w - both_width : width) - mark;

  ui::TextStyle name{.face = Face::SansBold, .size = 34, .color = words, .line = 1.18F};
  const float wide = canvas.measure(row.name, name);
  if (wide > width) name.size = std::max(28.0F, name.size * width / wide * 0.99F);
  const bool one_line = canvas.measure(row.name, name) <= width;
  if (!one_line) name.size = 27;
  ui::TextBlock block = canvas.layout(row.name, name, width, one_line ? 1 : 2);
  const float offer_wide = canvas.measure(row.offer, offer);
  if (offer_wide > offer_room) offer.size = std::max(25.0F, offer.size * offer_room / offer_wide * 0.99F);

  const bool tight = area.h < 124 * scale;
  float offer_height = row.offer.empty() ? 0 : (tight ? 37 : 42) * scale;
  const float gap = row.offer.empty() ? 0 : 3;
  float name_height = one_line ? (tight ? 39 : 44) * scale : block.height();
  if (!one_line && name_height + gap + offer_height > area.h - kFramed) {   // closer, so that they stay clear of the frame
    name.size = 25, name.line = 1.1F;
    block = canvas.layout(row.name, name, width, 2);
    name_height = block.height();
    offer_height = std::min(offer_height, 32 * scale);
  }
  const float top = area.centre().y - (name_height + gap + offer_height) / 2;
  if (one_line) {
    canvas.text({area.x, top, width + 2, name_height}, row.name, name);
  } else {
    canvas.draw(block, {area.x, top});
  }
  const float offer_top = top + name_height + gap;
  if (mark > 0) chinese_mark(canvas, context.texts, {area.x, offer_top + (offer_height - chinese_mark_height(canvas)) / 2});
  canvas.text({area.x + mark, offer_top, offer_room + 2, offer_height}, row.offer, offer);
  if (alone || long_name) {
    canvas.text({area.right() - both_width, alone ? top : offer_top, both_width, alone ? 44 * scale : offer_height}, both, state);
    return;
  }
  const float middle = area.centre().y;
  canvas.text({area.right() - side - 4, middle - 46 * scale, side + 4, 48 * scale}, row.distance, distance);
  canvas.text({area.right() - side - 4, middle + 1, side + 4, 48 * scale}, row.state, state);
}

}  // namespace kiosk
