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
    ui::Modes modes;
    friend bool operator==(const Setting&, const Setting&) = default;
  };

  void fetch_next(const Context& context, const content::Article& article);
  void set_pages(ui::Canvas& canvas, ui::Rect body);
  int page_of(std::size_t block, std::size_t byte) const;
  int page_count() const { return static_cast<int>(flow_.pages.size()); }

  Action draw_landscape(ui::Canvas& canvas, const Context& context, const PageAreas& areas);
  Action draw_portrait(ui::Canvas& canvas, const Context& context, const PageAreas& areas);
  void draw_kicker(ui::Canvas& canvas, const Context& context, ui::Rect row) const;
  float draw_title(ui::Canvas& canvas, ui::Rect box, float size) const;
  Action draw_picture(ui::Canvas& canvas, const Context& context, ui::Rect box, float radius) const;
  ui::Rect swipe_area(const ui::Canvas& canvas, ui::Rect area) const;
  void draw_body(ui::Canvas& canvas, ui::Rect body, ui::Rect swipe);
  Action draw_next(ui::Canvas& canvas, const Context& context, ui::Rect row) const;
  Action draw_next_card(ui::Canvas& canvas, const Context& context, ui::Rect card) const;
  // The size of the letters and, where the picture cannot be tapped, the button to it; returns the width used.
  float draw_tools(ui::Canvas& canvas, const Context& context, ui::Rect row, Action& action) const;
  Action draw_sizes(ui::Canvas& canvas, const Context& context, ui::Rect box) const;
  void draw_bars(ui::Canvas& canvas, const Context& context, ui::Rect room, bool from_left) const;
  Action draw_turn(ui::Canvas& canvas, const Context& context, ui::Rect previous, ui::Rect next);
  std::string_view turn_words(const Texts& texts) const;
  void draw_invitation(ui::Canvas& canvas, std::string_view words, ui::Rect picture) const;
  bool is_cramped(const ui::Canvas& canvas) const;
  bool picture_opens(const ui::Canvas& canvas) const;   // by a tap on itself; else the shelf has a button
  std::string pictures_words(const Texts& texts) const;
  Action open_next() const;
  Action see_pictures() const;

  Target target_;
  std::string title_;
  std::string kicker_;
  std::string caption_;
  TakeAlong code_;
  std::string body_;
  bool chinese_ = false;   // its text, on an English page
  bool caption_chinese_ = false;
  bool next_chinese_ = false;   // the title of what to read next
  content::MediaId picture_;
  std::vector<content::MediaId> pictures_;   // for the viewer: its own and the gallery
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
