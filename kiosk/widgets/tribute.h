// 致敬: the one large disc on a figure's page, and 献花 for 英烈. Once per visitor; the rings expand once.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/context.h"
#include "kiosk/ui/canvas.h"

namespace kiosk {

class Tribute {
 public:
  // What it says and to whom; call from enter().
  void show(const Context& context, const content::Figure& figure);

  // Disc of `radius` with its rings about `centre`. A tap counts once and answers with a toast, which draw_toast() shows.
  void draw(ui::Canvas& canvas, const Context& context, ui::Point centre, float radius);
  // `offset` from the place where a toast usually stands.
  void draw_toast(ui::Canvas& canvas, ui::Point offset = {});
  float toast_width(const ui::Canvas& canvas) const;

  // Empty until somebody paid tribute on this screen, and always for 英烈.
  const std::string& count() const { return count_; }
  const std::string& count_words() const { return count_words_; }

 private:
  void draw_disc(ui::Canvas& canvas, ui::Point centre, float radius, const ui::Touch& touch) const;
  void draw_two_lines(ui::Canvas& canvas, ui::Point centre, float radius, std::string_view icon, ui::Color sign, ui::Color words) const;
  void draw_rings(ui::Canvas& canvas, ui::Point centre, float radius) const;
  void pay(ui::Canvas& canvas, const Context& context);
  void update(const Context& context);

  content::RecordId figure_;
  bool martyr_ = false;
  bool done_ = false;
  std::string pronoun_;
  std::string label_;
  std::string toast_;
  std::string count_;
  std::string count_words_;
  double since_ = -1;         // canvas seconds of the visitor's tribute
  double toast_since_ = -1;
};

}  // namespace kiosk
