// Pictures of the office's library as small frames; a click shows one large.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "admin/desk/desk.h"
#include "content/office_store.h"

namespace admin {

class Thumbs {
 public:
  explicit Thumbs(Workspace& office) : office_(office) {}

  // Fills the box, cropped about its focus; a click opens it large. `label` names it on the screen.
  void draw(desk::Desk& desk, ui::Rect box, const content::MediaId& id, std::string_view label, ui::Color frame, float width);
  // What visitors hear read aloud; "（没有说明）" without.
  std::string alt(const content::MediaId& id);

 private:
  const std::optional<content::StoredMedia>& find(const content::MediaId& id);

  Workspace& office_;
  std::unordered_map<std::string, std::optional<content::StoredMedia>> known_;   // what an id shows never changes
};

}  // namespace admin
