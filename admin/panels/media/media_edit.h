// What is being changed about one picture, until it is saved; and saving it.
#pragma once

#include <string>

#include "admin/desk/desk.h"
#include "admin/workspace/media_list.h"

namespace admin::media {

struct MediaEdit {
  content::MediaLook look;
  content::MediaFacts facts;

  static MediaEdit of(const MediaRow& row);
  bool changes_look(const MediaRow& row) const;   // records that show it will need their reviews again
  bool changes_facts(const MediaRow& row) const;
};

// Saves, with undo on the window's stack and in the toast. Answers the id that the picture has now; the old one when it failed.
std::optional<content::MediaId> save_picture(desk::Desk& desk, const MediaRow& row, const MediaEdit& edit);
// The same facts of consent for many pictures.
void save_consents(desk::Desk& desk, const std::vector<content::MediaId>& ids, const content::MediaFacts& consent);
void trash_pictures(desk::Desk& desk, const std::vector<content::MediaId>& ids);

// How many records would need their reviews again when this picture looks different.
int reopened_by(const MediaRow& row);

}  // namespace admin::media
