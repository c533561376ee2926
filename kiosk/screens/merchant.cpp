#include "kiosk/screens/merchant.h"

#include <algorithm>
#include <cctype>

#include "content/hours_text.h"
#include "content/schedule.h"
#include "kiosk/merchant_words.h"
#include "kiosk/nearby.h"
#include "kiosk/said.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Rect;

}  // namespace

bool MerchantScreen::enter(const Context& context) {
  const content::Merchant* merchant = context.catalog.find_merchant(target_.record);
  if (merchant == nullptr || !content::merchant_shown(*merchant, context.now)) return false;
  const Texts& texts = context.texts;
  const auto state = content::open_state(merchant->hours, context.now);
  english_ = texts.language() == ui::Language::English;
  name_ = said_name(*merchant, "name", merchant->name, merchant->pinyin, texts);
  sign_name_ = merchant->name;
  picture_ = merchant->picture.empty() ? merchant->thumb : merchant->picture;
  sign_ = merchant->picture.empty() ? std::array<float, 4>{} : merchant->sign;
  open_words_ = open_words(state, context.now, texts);
  open_ = state.state == content::OpenState::State::Open;
  category_ = category_words(merchant->category, texts);
  any_province_ = takes_cards_of_any_province(*merchant, context.now);
  plate_.show(*merchant, context.now, texts);
  letter_.show(*merchant, context.now, texts);
  take_ = take_along(*merchant, context.catalog, context.now);
  fetch_lines(context, *merchant);
  fetch_pictures(*merchant);
  fetch_neighbours(context);
  const auto* street = context.catalog.find_street(merchant->street);
  on_map_ = street != nullptr && content::visible(*street, context.now);
  return true;
}

void MerchantScreen::fetch_lines(const Context& context, const content::Merchant& merchant) {
  lines_.clear();
  const auto add = [&](std::string_view icon, Said words) {
    if (!words.empty()) lines_.push_back({icon, std::move(words.text), words.chinese});
  };
  const content::Hours& hours = merchant.hours;
  if (!hours.known) {
    add("clock", said(merchant, "hours", hours.text, context.texts));
  } else {
    add("clock", {english_ ? content::hours_words_en(hours) : content::hours_words_zh(hours)});
  }
  add("phone", {merchant.phone});
  const std::string address = said_name(merchant, "address", merchant.address, {}, context.texts);
  std::string way = way_words(context.place, merchant, context.texts);
  const bool both = !address.empty() && !way.empty();
  if (both && english_) way.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(way.front())));   // goes on in the line
  add("pin", {both ? address + (english_ ? ", " : "，") + way : address + way});
  add("bus", said(merchant, "transit", merchant.transit, context.texts));
}

void MerchantScreen::fetch_pictures(const content::Merchant& merchant) {
  pictures_.clear();
  if (!picture_.empty()) pictures_.push_back(picture_);
  pictures_.insert(pictures_.end(), merchant.gallery.begin(), merchant.gallery.end());
  has_gallery_ = !merchant.gallery.empty();
  if (!merchant.pledge.picture.empty()) pictures_.push_back(merchant.pledge.picture);
}

void MerchantScreen::fetch_neighbours(const Context& context) {
  neighbours_.clear();
  for (const content::RecordId& id : target_.neighbours) {
    const auto* merchant = context.catalog.find_merchant(id);
    if (merchant != nullptr && content::merchant_shown(*merchant, context.now)) neighbours_.push_back(id);
  }
  const auto here = std::ranges::find(neighbours_, target_.record);
  if (here == neighbours_.end()) neighbours_.clear();
  place_ = neighbours_.empty() ? 0 : static_cast<std::size_t>(here - neighbours_.begin());
}

// With little room (`brief`) what leads to the shop comes first; the hours of today stand in the tags.
std::vector<MerchantScreen::Line> MerchantScreen::lines(bool brief) const {
  std::vector<Line> all = lines_;
  const Said& conditions = plate_.conditions();
  if (!conditions.empty()) all.insert(all.begin(), {"info", conditions.text, conditions.chinese});
  if (!brief) return all;
  constexpr std::array<std::string_view, 5> kOrder{"pin", "phone", "clock", "info", "bus"};
  std::ranges::stable_sort(all, {}, [&](const Line& line) { return std::ranges::find(kOrder, line.icon) - kOrder.begin(); });
  return all;
}

Action MerchantScreen::draw(ui::Canvas& canvas, const Context& context) {
  draw_page_frame(canvas, context, {.section = ui::Section::Street,
                                    .section_icon = "shop",
                                    .section_title = context.texts("section.street"),
                                    .search_hint = context.texts("search.hint.shops")});
  const Plan plan = this->plan(canvas, context);
  Action action = draw_storefront(canvas, context, plan);
  draw_name(canvas, plan.name, plan.name_size);
  draw_tags(canvas, context, plan.tags, true);
  if (plan.clock) {
    canvas.text({plan.areas.header.right() - 300, 45, 300, 88}, clock_text(context.now),
                {.face = Face::Sans, .size = 56, .color = canvas.color().ink, .align = ui::Align::Right});
  }
  const bool second = plan.two_leaves && second_leaf_;
  // In low reach the lines and the code stand above the line on both leaves.
  const bool lines_above = plan.areas.low && !plan.body.contains(plan.lines.origin());
  const bool code_above = plan.areas.low && !plan.body.contains(plan.code.origin());
  const auto all = lines(plan.two_leaves || plan.areas.low);
  const auto here = std::span(all).first(std::min(plan.lines_here, all.size()));
  if (!second) plate_.draw(canvas, context.texts, plan.plate);
  if (!second || lines_above) draw_lines(canvas, context, here, plan.lines, true);
  if (shows_code() && (!second || code_above)) draw_code(canvas, context, plan);
  if (second) keep(action, draw_second_leaf(canvas, context, plan));
  if (plan.letter.h > 0) keep(action, draw_letter(canvas, context, plan.letter, plan.letter_tall));
  keep(action, draw_shelf(canvas, context, plan));
  keep(action, draw_dock(canvas, context, plan.areas, context.texts("search.hint.shops")));
  return action;
}

Action MerchantScreen::draw_letter(ui::Canvas& canvas, const Context& context, Rect box, bool tall) {
  const bool view = tall ? letter_.draw_tall(canvas, context.texts, box, {box.x + 56, box.y, box.w - 112, box.h})
                         : letter_.draw_wide(canvas, context.texts, box);
  return view && !pictures_.empty() ? open_pictures(pictures_.size() - 1) : Action{Stay{}};
}

// The letter, and the lines that the first leaf had no room for.
Action MerchantScreen::draw_second_leaf(ui::Canvas& canvas, const Context& context, const Plan& plan) {
  const auto all = lines(true);
  const auto rest = std::span(all).subspan(std::min(plan.lines_here, all.size()));
  const bool letter = plan.letter.h <= 0 && !letter_.empty();
  Rect box = plan.body;
  if (!rest.empty() && letter) {
    const bool beside = plan.body.w > 1100;
    const float share = beside ? box.w * 0.6F : box.h * 0.58F;
    const Rect room = beside ? box.after(share + 40) : box.below(share + 24);
    draw_lines(canvas, context, rest, room, true);
    box = beside ? box.left(share) : box.top(share);
  } else if (!rest.empty()) {
    draw_lines(canvas, context, rest, box, true);
  }
  return letter ? draw_letter(canvas, context, box, false) : Action{Stay{}};
}

Action MerchantScreen::open_pictures(std::size_t first) const {
  return Open{ScreenKind::Pictures,
              {.record = target_.record, .series = {}, .filter = {}, .neighbours = {}, .pictures = pictures_, .picture = first}};
}

}  // namespace kiosk
