// The kiosk inside the office's window: its own screens, drawn by its own code into a picture that a panel shows.
//
//   Previews previews(office, window);                         // one for the window; the shell's
//   Preview& preview = previews.get("inspector");
//   loop: previews.work();                                     // between two frames of the window
//         session.frame(… preview.show({…}); preview.draw(canvas, box); …)
//
// show() may be called in every frame; nothing is drawn anew unless something changed. While somebody types the newest draft
// is drawn, some frames late where the machine is slow: never more than half of the time goes into previews. Main thread only.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "admin/workspace/preview_catalog.h"
#include "admin/workspace/shown_when.h"
#include "content/model.h"
#include "kiosk/ui/backend.h"
#include "kiosk/ui/canvas.h"
#include "kiosk/ui/item_log.h"
#include "kiosk/ui/theme.h"

namespace admin {

struct PreviewWish {
  PreviewBase base = PreviewBase::Approved;
  content::Kind kind = content::Kind::City;
  content::RecordId record{};
  std::optional<nlohmann::json> body{};   // a draft; nullopt: the record as the base has it
  std::string field{};                    // key of the field being written
  content::LocalMinute minute{};          // of the city's clock
  ui::Modes modes{};
  bool portrait = false;
  friend bool operator==(const PreviewWish&, const PreviewWish&) = default;
};

class Preview {
 public:
  // Both outlive it.
  Preview(PreviewBases& bases, ui::Backend& window);
  ~Preview();
  Preview(const Preview&) = delete;
  Preview& operator=(const Preview&) = delete;

  void show(PreviewWish wish);
  // What was drawn last, over the whole box; its shape should be aspect(). Asks for a frame when there is news to come.
  void draw(ui::Canvas& canvas, ui::Rect box, float radius = 0);
  // Width over height.
  float aspect() const { return wish_.portrait ? 1080.0F / 1920.0F : 1920.0F / 1080.0F; }

  // From now on it runs like a kiosk that one may touch, until play(false): then the record's page comes back.
  void play(bool playing);
  bool playing() const { return playing_; }
  // The pointer, in fractions of the picture; outside 0–1 it is nowhere.
  void touch(ui::Point at, bool down);
  void wheel(float steps);

  // Why the screens do not show the record at that minute; nullopt when they do.
  const std::optional<NotShown>& not_shown() const { return not_shown_; }
  // What is drawn is not yet what was asked for: it changed, or a picture is on its way.
  bool pending() const;
  // Words and their places (u of the kiosk) as drawn last.
  const ui::TextLog& texts() const { return texts_; }
  ui::Size size_u() const { return wish_.portrait ? ui::Size{1080, 1920} : ui::Size{1920, 1080}; }
  // "merchant"
  std::string_view screen_name() const;
  // The pixels as drawn last; none without OpenGL.
  ui::Pixels capture();
  // Rises with every frame that was drawn.
  std::uint64_t version() const { return version_; }

 private:
  friend class Previews;
  struct Screen;   // session, kiosk and the texture they draw into

  // Between frames: draws what is due. True when there is something new to see.
  bool work();
  std::optional<std::chrono::milliseconds> due_in() const;
  void follow_base() { looked_ = false; }
  ui::PixelSize render_size() const;
  void update();
  void open_page();
  void draw_frame(bool drawn);

  PreviewBases& bases_;
  ui::Backend& window_;
  PreviewWish wish_;
  PreviewCatalog catalog_;
  std::unique_ptr<Screen> screen_;
  ui::TextLog texts_;
  std::optional<NotShown> not_shown_;
  bool wished_ = false;
  bool dirty_ = false;
  bool looked_ = true;            // false: the base may have changed
  bool seen_ = false;             // drawn into the window since the last work()
  bool playing_ = false;
  bool running_ = false;          // the kiosk's clock
  bool page_lost_ = true;
  ui::Point finger_{-1, -1};
  bool finger_down_ = false;
  ui::PixelSize box_px_;          // as drawn in the window last
  ui::PixelSize drawn_px_;
  std::chrono::steady_clock::time_point rest_until_{};
  double seconds_ = 1;            // of the kiosk's clock while nobody plays
  std::uint64_t version_ = 0;
};

// The previews of one window. A name is a place: the inspector, the two of the publish panel, the large view.
class Previews {
 public:
  Previews(Workspace& office, ui::Backend& window);
  ~Previews();

  Preview& get(std::string_view name);
  PreviewBases& bases() { return bases_; }
  // Between two frames of the window. True when a frame is wanted that shows what is new.
  bool work();
  std::optional<std::chrono::milliseconds> due_in() const;
  bool pending() const;
  // All screens closed, their memory given back; pictures come back when drawn again.
  void clear() { previews_.clear(); }

 private:
  PreviewBases bases_;
  ui::Backend& window_;
  std::map<std::string, std::unique_ptr<Preview>, std::less<>> previews_;
  std::chrono::steady_clock::time_point looked_{};
};

}  // namespace admin
