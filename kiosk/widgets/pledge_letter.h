// The owner's pledge on letter paper: their own words in 文楷, name seal, owner and dates.
#pragma once

#include <string>
#include <vector>

#include "content/model.h"
#include "kiosk/texts.h"
#include "kiosk/ui/canvas.h"

namespace kiosk {

class PledgeLetter {
 public:
  void show(const content::Merchant& merchant, content::LocalMinute now, const Texts& texts);
  bool empty() const { return words_.empty() && owner_.empty() && dates_.empty(); }
  // The paper is drawn by the letter; `inner` is where words stand, in u. True when the visitor wants to see the signed
  // letter itself (its picture).
  bool draw_tall(ui::Canvas& canvas, const Texts& texts, ui::Rect paper, ui::Rect inner);   // landscape's left column
  bool draw_wide(ui::Canvas& canvas, const Texts& texts, ui::Rect paper);                   // a band, from 200 u of height on

  // The four characters of the square seal in reading order; a short name is filled up with 之印 or 印, as seals are.
  static std::vector<std::string> seal_characters(std::string_view name, const Texts& texts);

 private:
  void draw_paper(ui::Canvas& canvas, ui::Rect paper) const;
  void draw_seal(ui::Canvas& canvas, ui::Rect box) const;
  float draw_title(ui::Canvas& canvas, const Texts& texts, ui::Point left_middle, float room) const;
  bool draw_view(ui::Canvas& canvas, ui::Point right_middle) const;
  float view_width(ui::Canvas& canvas) const;
  ui::TextBlock lay_owner(const ui::Canvas& canvas, float width, ui::Align align) const;
  void draw_owner(ui::Canvas& canvas, const ui::TextBlock& owner, ui::Rect box) const;
  float draw_foot(ui::Canvas& canvas, ui::Rect row, bool really) const;
  float read_width(ui::Canvas& canvas, float least) const;
  bool draw_words(ui::Canvas& canvas, ui::Rect area, ui::TextStyle style, ui::Rect button, float share_above = 0, bool one_more = false);

  std::string title_;
  std::string words_;
  bool chinese_ = false;     // the words, for an English visitor
  std::string owner_;
  std::string dates_;        // 2024 年 2 月签约　有效至 2027 年 2 月
  std::string until_;
  std::string stale_;        // 待复核, or empty
  std::string read_on_;
  std::string read_again_;
  std::string view_;         // 看原件; empty without a picture
  std::vector<std::string> seal_;
  std::size_t page_ = 0;
};

}  // namespace kiosk
