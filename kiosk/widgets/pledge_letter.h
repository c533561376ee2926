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
  // The paper is drawn by the letter; `inner` is where words stand, in u.
  void draw_tall(ui::Canvas& canvas, ui::Rect paper, ui::Rect inner);   // landscape's left column
  void draw_wide(ui::Canvas& canvas, ui::Rect paper);                   // portrait's band

  // The four characters of the square seal in reading order; a short name is filled up with 之印 or 印, as seals are.
  static std::vector<std::string> seal_characters(std::string_view name, const Texts& texts);

 private:
  void draw_seal(ui::Canvas& canvas, ui::Rect box) const;
  void draw_words(ui::Canvas& canvas, ui::Rect area, ui::TextStyle style, ui::Rect button);

  std::string title_;
  std::string words_;
  std::string owner_;
  std::string dates_;        // 2024 年 2 月签约　有效至 2027 年 2 月
  std::string until_;
  std::string stale_;        // 待复核, or empty
  std::string read_on_;
  std::string read_again_;
  std::vector<std::string> seal_;
  std::size_t page_ = 0;
};

}  // namespace kiosk
