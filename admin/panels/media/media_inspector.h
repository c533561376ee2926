// The library's right side: one picture large, what a crop keeps, who agreed, what it says to those who cannot see, where it is used.
#pragma once

#include <map>
#include <string>

#include "admin/desk/marks.h"
#include "admin/desk/scroll.h"
#include "admin/panels/media/consent_form.h"
#include "admin/panels/media/focus_box.h"
#include "admin/panels/media/media_edit.h"

namespace admin::media {

// What the clerk wants of the panel.
struct InspectorWish {
  bool close = false;
  bool replace = false;                 // choose a file that takes the picture's place
  bool choose_paper = false;            // choose the scan of the consent
  bool trash = false;
  bool restore = false;
  std::optional<content::MediaId> saved{};  // the id that the picture has now
};

class MediaInspector {
 public:
  InspectorWish draw(desk::Desk& desk, ui::Rect box, const MediaRow& row);
  // What was changed and not yet saved stays with its picture until the window closes.
  bool has_changes(const MediaRow& row) const;
  void set_paper(const content::MediaId& picture, const content::MediaId& paper);
  // Facts that nobody else sees are saved; false when something could not be: it stays with its picture.
  bool save_facts(desk::Desk& desk, const MediaList& list);

 private:
  MediaEdit& edit_of(const MediaRow& row);
  float draw_head(desk::Desk& desk, ui::Rect row, const MediaRow& picture, InspectorWish& wish) const;
  float draw_picture(desk::Desk& desk, ui::Rect area, const MediaRow& row, MediaEdit& edit);
  float draw_consent(desk::Desk& desk, ui::Rect area, const MediaRow& row, MediaEdit& edit, InspectorWish& wish);
  float draw_words(desk::Desk& desk, ui::Rect area, MediaEdit& edit) const;
  float draw_uses(desk::Desk& desk, ui::Rect area, const MediaRow& row, InspectorWish& wish) const;
  void draw_bar(desk::Desk& desk, ui::Rect bar, const MediaRow& row, const MediaEdit& edit, InspectorWish& wish);

  std::map<std::string, MediaEdit> edits_;   // by picture id
  std::string shown_;
  FocusBox focus_;
  ConsentForm consent_;
  desk::ScrollArea scroll_;
};

// "2.1 MB"
std::string byte_words(std::int64_t bytes);
// Red where the honour roll is held back, amber soon, pine when all is well, grey where nobody asked.
desk::Tone consent_tone(const MediaRow& row);

}  // namespace admin::media
