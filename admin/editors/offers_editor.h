// Offers as cards: the red plate as the screen will show it, what it is worth, for whom, with which proof, until when. A line
// above them takes a sentence: "持优待证九折，烟酒除外".
#pragma once

#include <array>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "admin/editors/fields.h"
#include "admin/workspace/offer_edit.h"

namespace admin::editors {

class OffersPart final : public Part {
 public:
  FieldEdit edit(Work& work);

 private:
  // What is half typed in a card.
  struct Card {
    FieldMemory from, until;
    Typed percent, amount, least;
    float height = 240;          // of the last frame
  };
  struct Tool {
    std::optional<std::size_t> off, up;
  };

  float draw_head(Work& work, ui::Rect row);
  float draw_sentence(Work& work, ui::Rect row);
  float draw_card(Work& work, ui::Rect row, std::size_t index, Tool& tool);
  void draw_plate(Work& work, ui::Rect plate, const content::Offer& offer) const;
  float draw_title(Work& work, ui::Rect row, std::size_t index);
  float draw_worth(Work& work, ui::Rect row, std::size_t index);
  float draw_people(Work& work, ui::Rect row, std::size_t index);
  float draw_details(Work& work, ui::Rect row, std::size_t index);
  float draw_problems(Work& work, ui::Rect row, std::size_t index);
  // True when it was left: the title follows now.
  bool number(Work& work, ui::Rect box, const std::string& item, std::int64_t& value, NumberKind kind, Typed& typed, std::string_view unit);
  void text(Work& work, ui::Rect box, const std::string& item, std::string& value, std::string_view hint);
  std::string item(const Work& work, std::size_t index) const;

  std::vector<content::Offer> offers_;
  std::deque<Card> cards_;
  std::string sentence_;
  bool unsure_ = false;          // the last sentence stayed words
  bool changed_ = false;
  bool left_ = false;
  bool active_ = false;
  bool gained_ = false;
};

}  // namespace admin::editors
