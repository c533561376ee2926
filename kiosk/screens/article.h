// One article, read in pages: the text turns, the picture and the code stay.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screen.h"
#include "kiosk/take_along.h"
#include "kiosk/ui/flow.h"
#include "kiosk/ui/page_turner.h"
#include "kiosk/widgets/page_frame.h"

namespace kiosk {

class ArticleScreen final : public Screen {
 public:
  explicit ArticleScreen(Target target) : target_(std::move(target)) {}

  std::string_view name() const override { return "article"; }
  bool enter(const Context& context) override;
  Action draw(ui::Canvas& canvas, const Context& context) override;
  bool is_for_reading() const override { return true; }

 private:
  // What the pages were set for; they are set anew when it changes.
  struct Setting {
    float width = 0;
    float height = 0;
    bool large = false;
    ui::Modes modes;
    friend bool operator==(const Setting&, const Setting&) = default;
  };

  void fetch_next(const Context& context, const content::Article& article);
  void set_pages(ui::Canvas& canvas, const Context& context, ui::Rect body);
  int page_of(std::size_t block, std::size_t byte) const;
  int page_count() const { return static_cast<int>(flow_.pages.size()); }

  Action draw_landscape(ui::Canvas& canvas, const Context& context, const PageAreas& areas);
  Action draw_portrait(ui::Canvas& canvas, const Context& context, const PageAreas& areas);
  float draw_title(ui::Canvas& canvas, ui::Rect box, float size) const;
  void draw_body(ui::Canvas& canvas, const Context& context, ui::Rect body, ui::Rect swipe);
  void draw_code(ui::Canvas& canvas, const Context& context, ui::Rect box, float words_x) const;
  Action draw_next(ui::Canvas& canvas, const Context& context, ui::Rect row) const;
  Action draw_next_card(ui::Canvas& canvas, const Context& context, ui::Rect card) const;
  void draw_sizes(ui::Canvas& canvas, const Context& context, ui::Rect box) const;
  void draw_bars(ui::Canvas& canvas, const Context& context, ui::Rect room, bool from_left) const;
  Action draw_turn(ui::Canvas& canvas, const Context& context, ui::Rect previous, ui::Rect next);
  Action open_next() const;

  Target target_;
  std::string title_;
  std::string kicker_;
  std::string caption_;
  TakeAlong code_;
  std::string body_;
  content::MediaId picture_;
  content::ArticleCategory category_ = content::ArticleCategory::Activity;
  content::RecordId next_;
  std::string next_title_;
  std::vector<ui::FlowBlock> blocks_;
  bool blocks_changed_ = false;

  Setting setting_;
  ui::Flow flow_;
  ui::PageTurner turner_;
};

}  // namespace kiosk
