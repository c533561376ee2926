// The dialog of a Question: 520 wide, the object's name in the title, verbs on the buttons.
#pragma once

#include <string>

#include "admin/desk/desk.h"

namespace admin::desk {

class QuestionLayer final : public Layer {
 public:
  explicit QuestionLayer(Question question) : question_(std::move(question)) {}
  bool draw(Desk& desk) override;
  bool dims() const override { return true; }

 private:
  bool draw_buttons(Desk& desk, ui::Rect box);

  Question question_;
  std::string reason_;
  bool asked_ = false;   // for the caret
};

}  // namespace admin::desk
