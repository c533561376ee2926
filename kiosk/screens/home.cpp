#include "kiosk/screens/home.h"

#include <algorithm>

#include "kiosk/pictures.h"
#include "kiosk/widgets/name_line.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

// Of a 4:5 portrait.
constexpr Rect kHeadAndShoulders{0.1F, 0.12F, 0.8F, 0.64F};
constexpr float kLeastDoor = 250;
constexpr float kLeastSmallDoor = 360;   // with the large disc

}  // namespace

Action HomeScreen::draw(ui::Canvas& canvas, const Context& context) {
  const PageAreas areas = page_areas(canvas);
  canvas.fill(canvas.bounds(), canvas.color().paper1);
  draw_brand(canvas, context);
  Action action = areas.landscape ? draw_landscape(canvas, context, areas) : draw_portrait(canvas, context, areas);
  keep(action, draw_home_dock(canvas, context, areas));
  return action;
}

void HomeScreen::draw_brand(ui::Canvas& canvas, const Context& context) const {
  const auto& color = canvas.color();
  const float right = canvas.size().w - ui::space::kMargin;
  canvas.mark({55, 37, 90, 90}, color.red, color.gold, color.red);
  canvas.text({164, 36, 700, 62}, context.texts("product.name"), {.face = Face::Serif, .size = 46, .color = color.ink});
  canvas.text({164, 88, 900, 44}, city_line_, {.face = Face::Sans, .size = 26.5F, .color = color.ink2});
  const float clock = canvas.text({right - 360, 36, 360, 100}, clock_text(context.now),
                                  {.face = Face::Sans, .size = canvas.landscape() ? 68.0F : 75.0F, .color = color.ink,
                                   .align = Align::Right});
  if (!canvas.landscape()) return;
  const Rect date{right - clock - 24 - 400, 44, 400, 40};
  const ui::TextStyle style{.face = Face::Sans, .size = 26, .color = color.ink2, .align = Align::Right};
  canvas.text(date, date_, style);
  canvas.text(date.moved(0, 36), lunar_date_, style);
}

Action HomeScreen::draw_landscape(ui::Canvas& canvas, const Context& context, const PageAreas& areas) {
  Action action = Stay{};
  const auto& color = canvas.color();
  const float width = canvas.size().w;
  const float bottom = areas.dock.y - 44;
  const bool small = !small_doors_.empty();
  const float doors_bottom = small ? bottom - 152 - 28 : bottom;

  // The today column keeps its width; doors share what is left.
  const Rect today{width - ui::space::kMargin - 428, 152, 428, doors_bottom - 152};
  const bool has_today = !today_.empty();
  const float doors_right = has_today ? today.x - 32 : width - ui::space::kMargin;
  keep(action, draw_doors(canvas, context, {ui::space::kMargin, 152, doors_right - ui::space::kMargin, doors_bottom - 152}));
  if (has_today) {
    canvas.text({today.x, 158, 200, 48}, context.texts("home.today"), {.face = Face::Serif, .size = 38, .color = color.ink});
    canvas.text({today.x + 110, 161, today.w - 110, 42}, feast_,
                {.face = Face::Sans, .size = 26, .color = color.ink2, .align = Align::Right});
    canvas.fill({today.x, 204, today.w, 2}, color.ink);
    const float step = 179.5F;
    for (std::size_t i = 0; i < today_.size(); ++i) {
      const Rect row{today.x, 229 + static_cast<float>(i) * step, today.w, 132};
      if (i > 0) canvas.fill({row.x, row.y - 25, row.w, 2}, color.line);
      keep(action, draw_today_row(canvas, context, today_[i], row, 132));
    }
  }
  const auto small_count = static_cast<float>(std::max<std::size_t>(small_doors_.size(), 1));
  const float cell = (width - 2 * ui::space::kMargin - (small_count - 1) * 20) / small_count;
  for (std::size_t i = 0; i < small_doors_.size(); ++i) {
    const Rect box{ui::space::kMargin + static_cast<float>(i) * (cell + 20), bottom - 152, cell, 152};
    keep(action, draw_small_door(canvas, small_doors_[i], box, false));
  }
  return action;
}

// Four panels side by side; on a narrow stage two above two.
Action HomeScreen::draw_doors(ui::Canvas& canvas, const Context& context, Rect area) {
  Action action = Stay{};
  const std::size_t count = std::max<std::size_t>(doors_.size(), 1);
  const bool one_row = area.w / static_cast<float>(count) > kLeastDoor;
  const std::size_t columns = one_row ? count : (count + 1) / 2;
  const std::size_t rows = (count + columns - 1) / columns;
  const float door = (area.w - static_cast<float>(columns - 1) * 20) / static_cast<float>(columns);
  const float height = (area.h - static_cast<float>(rows - 1) * 20) / static_cast<float>(rows);
  for (std::size_t i = 0; i < doors_.size(); ++i) {
    const Rect box{area.x + static_cast<float>(i % columns) * (door + 20), area.y + static_cast<float>(i / columns) * (height + 20), door, height};
    keep(action, draw_door(canvas, context, doors_[i], box));
  }
  return action;
}

Action HomeScreen::draw_portrait(ui::Canvas& canvas, const Context& context, const PageAreas& areas) {
  Action action = Stay{};
  const auto& color = canvas.color();
  const float left = ui::space::kMargin;
  const float width = canvas.size().w - 2 * left;
  canvas.text({left, 162, 120, 50}, context.texts("home.today"), {.face = Face::Serif, .size = 38, .color = color.ink});
  canvas.text({left + 104, 165, 560, 44}, context.texts.format("home.place", {date_, lunar_date_}),
              {.face = Face::Sans, .size = 27, .color = color.ink2});
  canvas.text({left + width - 360, 165, 360, 44}, feast_,
              {.face = Face::Sans, .size = 27, .color = color.ink2, .align = Align::Right});
  canvas.fill({left, 214, width, 2}, color.ink);

  const float half = (width - 20) / 2;
  float top = 240;
  if (!today_.empty()) {
    keep(action, draw_today_lead(canvas, context, today_[0], {left, top, width, 248}));
    top += 272;
  }
  if (today_.size() > 1) {
    for (std::size_t i = 1; i < std::min<std::size_t>(today_.size(), 3); ++i) {
      const Rect row{left + static_cast<float>(i - 1) * (half + 20), top + 21, half, 124};
      canvas.fill({row.x, top, row.w, 2}, color.line);
      keep(action, draw_today_row(canvas, context, today_[i], row, 124));
    }
    top += 188;
  }

  const bool small = !small_doors_.empty();
  const float bottom = areas.dock.y - 28 - (small ? 208 + 20 : 0);
  const auto rows = static_cast<float>((doors_.size() + 1) / 2);
  const float height = (bottom - top - (rows - 1) * 20) / std::max(rows, 1.0F);
  for (std::size_t i = 0; i < doors_.size(); ++i) {
    const bool alone = i + 1 == doors_.size() && i % 2 == 0;
    const Rect box{left + static_cast<float>(i % 2) * (half + 20), top + static_cast<float>(i / 2) * (height + 20),
                   alone ? width : half, height};
    keep(action, draw_door(canvas, context, doors_[i], box));
  }
  const auto count = static_cast<float>(std::max<std::size_t>(small_doors_.size(), 1));
  const float cell = (width - (count - 1) * 20) / count;
  for (std::size_t i = 0; i < small_doors_.size(); ++i) {
    const Rect box{left + static_cast<float>(i) * (cell + 20), bottom + 20, cell, 208};
    keep(action, draw_small_door(canvas, small_doors_[i], box, true));
  }
  return action;
}

Action HomeScreen::draw_door(ui::Canvas& canvas, const Context& context, const Door& door, Rect box) const {
  const ui::Touch touch = canvas.touch(door.title, box);
  const auto& color = canvas.color();
  // The very frame of the touch already shows it.
  const float least = touch.pressed ? 0.4F : 0.0F;
  const float press = std::max(least, canvas.animate("press " + door.title, touch.pressed ? 1 : 0,
                                                     touch.pressed ? ui::motion::kPress : ui::motion::kRelease));
  // Pressed: inset to 97.5 %, 14 % black.
  const Rect drawn = box.inset(box.w * 0.0125F * press, box.h * 0.0125F * press);
  const bool tall = box.h > box.w * 1.25F;
  auto picture = picture_source(context.catalog, tall ? door.tall : door.wide, std::max(box.w, box.h) * canvas.pixels_per_u());
  if (!tall) picture.focus_y = 1;   // the plain ground below is the title's
  canvas.shadow(drawn, ui::Elevation::Card, ui::radius::kDoor);
  const ui::Color ground = door.dark ? color.pine_dark : color.gold50;
  canvas.picture(drawn, picture, {.radius = ui::radius::kDoor, .placeholder = ground});

  const ui::Color title = door.dark ? color.white : color.ink;
  const ui::Color fact = door.dark ? color.cream : color.ink2;
  const float title_y = drawn.bottom() - 105;
  const float room = drawn.w - 26 - 78;
  ui::TextStyle style{.face = Face::Serif, .size = tall ? 53.0F : 60.0F, .color = title};
  if (const float width = canvas.measure(door.title, style); width > room) style.size *= room / width;
  canvas.text({drawn.x + 26, title_y - 44, room + 2, 88}, door.title, style);
  canvas.text({drawn.x + 26, title_y + 38, drawn.w - 48, 48}, door.fact, {.face = Face::Sans, .size = 27, .color = fact});
  const ui::Point ring{drawn.right() - 48, title_y};
  canvas.ring(ring, 26, fact.with_alpha(0.8F), 2);
  canvas.icon("next", ring, 33, title);
  if (press > 0) canvas.fill(drawn, ui::Color{0, 0, 0, 255}.with_alpha(0.14F * press), ui::radius::kDoor);
  if (touch.focused) canvas.focus_ring(box, ui::radius::kDoor);
  return touch.tapped ? Action{Open{door.screen, {}}} : Action{Stay{}};
}

Action HomeScreen::draw_today_row(ui::Canvas& canvas, const Context& context, const Today& today, Rect row,
                                  float picture) const {
  const ui::Touch touch = canvas.touch(today.label, row.inset(0, -8));
  const auto& color = canvas.color();
  if (touch.pressed) canvas.fill(row.inset(-12, -12), color.paper2, ui::radius::kCard);
  const auto source = picture_source(context.catalog, today.picture, picture * canvas.pixels_per_u());
  canvas.picture({row.x, row.y, picture, picture}, source,
                 {.radius = ui::radius::kThumb, .crop = today.screen == ScreenKind::Figure ? kHeadAndShoulders : ui::Rect{0, 0, 1, 1}});
  const Rect words{row.x + picture + 22, row.y, row.w - picture - 22, row.h};
  const float middle = row.centre().y;
  canvas.text({words.x, middle - 66, words.w, 44}, today.label, {.face = Face::Sans, .size = 25, .color = color.ink2});
  const ui::TextStyle title{.face = Face::SansBold, .size = 33, .color = color.ink};
  if (canvas.measure(today.title, title) > words.w) {
    // A long headline takes the second line's place.
    canvas.paragraph({words.x, middle - 18, words.w, 88}, today.title,
                     {.face = Face::SansBold, .size = 31, .color = color.ink, .line = 1.32F, .hang_quotes = true}, 2);
  } else {
    canvas.text({words.x, middle - 24, words.w, 50}, today.title, title);
    canvas.text({words.x, middle + 20, words.w, 46}, today.line, {.face = Face::Sans, .size = 27, .color = color.ink});
  }
  if (touch.focused) canvas.focus_ring(row.inset(-8), ui::radius::kCard);
  return touch.tapped ? Action{Open{today.screen, today.target}} : Action{Stay{}};
}

Action HomeScreen::draw_today_lead(ui::Canvas& canvas, const Context& context, const Today& today, Rect box) const {
  const ui::Touch touch = canvas.touch(today.label, box);
  const auto& color = canvas.color();
  if (touch.pressed) canvas.fill(box.inset(-12, -12), color.paper2, ui::radius::kCard);
  const Rect picture = box.left(420);
  canvas.picture(picture, picture_source(context.catalog, today.picture, 420 * canvas.pixels_per_u()),
                 {.radius = ui::radius::kCard});
  const Rect words = box.after(420 + 32);
  canvas.text({words.x, box.y + 10, words.w, 48}, today.label, {.face = Face::Sans, .size = 27, .color = color.ink2});
  canvas.paragraph({words.x, box.y + 64, words.w, 130}, today.title,
                   {.face = Face::Serif, .size = 46, .color = color.ink, .line = 1.28F, .hang_quotes = true}, 2);
  canvas.text({words.x, box.y + 194, words.w, 46}, today.line,
              {.face = Face::SansMedium, .size = 28, .color = color.gold_text});
  if (touch.focused) canvas.focus_ring(box.inset(-8), ui::radius::kCard);
  return touch.tapped ? Action{Open{today.screen, today.target}} : Action{Stay{}};
}

Action HomeScreen::draw_small_door(ui::Canvas& canvas, const SmallDoor& door, Rect box, bool stacked) const {
  const ui::Touch touch = canvas.touch(door.title, box);
  const auto& color = canvas.color();
  canvas.shadow(box, ui::Elevation::Card, ui::radius::kCard);
  canvas.fill(box, touch.pressed ? color.paper2 : color.paper0, ui::radius::kCard);
  const bool narrow = box.w < kLeastSmallDoor;
  const ui::Point icon = stacked ? ui::Point{box.centre().x, box.y + 77} : ui::Point{box.x + (narrow ? 50.0F : 74.0F), box.centre().y};
  canvas.disc(icon, stacked ? 46.0F : narrow ? 36.0F : 44.0F, color.paper2);
  canvas.icon(door.icon, icon, 46, color.red);
  if (stacked) {
    canvas.text({box.x + 8, box.y + 132, box.w - 16, 56}, door.title,
                {.face = Face::SansBold, .size = 31, .color = color.ink, .align = Align::Centre});
  } else {
    const float left = box.x + (narrow ? 98.0F : 144.0F);
    const float room = box.right() - left - 10;
    draw_name(canvas, {left, narrow ? box.centre().y - 27 : box.y + 32, room, 54}, door.title,
              {.face = Face::SansBold, .size = 35, .color = color.ink}, 28);
    if (!narrow) canvas.text({left, box.y + 78, room, 46}, door.line, {.face = Face::Sans, .size = 26, .color = color.ink2});
  }
  if (touch.focused) canvas.focus_ring(box, ui::radius::kCard);
  return touch.tapped ? Action{Open{ScreenKind::Publicity, {.record = {}, .series = door.series, .filter = {}, .neighbours = {}}}}
                      : Action{Stay{}};
}

}  // namespace kiosk
