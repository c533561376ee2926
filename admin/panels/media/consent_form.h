// Who is on the picture and whether they agreed: the fields of one consent, for one picture or for many at once.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "admin/desk/desk.h"
#include "admin/desk/calendar.h"
#include "content/media_facts.h"

namespace admin::media {

class ConsentForm {
 public:
  // Draws from the area's top; answers the height. `required`: a figure of the honour roll shows it. `paper` is asked for by
  // `choose_paper`; empty: the paper is not offered here.
  float draw(desk::Desk& desk, ui::Rect area, content::MediaFacts& facts, std::function<void()> choose_paper = {});
  void forget();

 private:
  void draw_states(desk::Desk& desk, ui::Rect row, content::MediaFacts& facts) const;
  float draw_given(desk::Desk& desk, ui::Rect area, content::MediaFacts& facts, const std::function<void()>& choose_paper);
  void draw_day(desk::Desk& desk, ui::Rect box, std::string_view label, std::optional<content::Day>& day, std::string& typed);
  void draw_paper(desk::Desk& desk, ui::Rect box, content::MediaFacts& facts, const std::function<void()>& choose_paper) const;

  std::string typed_on_;       // half-written days
  std::string typed_until_;
  std::unique_ptr<desk::Calendar> calendar_;
};

// A dialog that registers one consent for several pictures.
std::unique_ptr<desk::Layer> make_consent_dialog(int pictures, std::function<void(const content::MediaFacts&)> done);

}  // namespace admin::media
