#include "admin/door_shot.h"

#include <cstdio>
#include <utility>

#include "kiosk/ui/png_write.h"

namespace admin {

void draw_door_shot(const WindowOptions& options) {
  ui::WindowBackend window({.mode = ui::WindowMode::Hidden, .size = options.shot_size});
  ui::Session session({.fonts = {}, .pixels_per_u = options.scale.value_or(1.0F), .arrows_move_focus = false}, window);
  OpenedOffice found;
  found.trouble = DoorTrouble::Damaged;
  found.sentence = "办公数据库“/home/office/双拥之窗/office/office.db”已损坏，没有动它（记录“渡口面馆”与它的校验值不符）；请用最近的备份恢复，损坏的文件请留着以便抢救。";
  found.backup = "/home/office/双拥之窗/office/备份/office-2026-07-30-0830.db";
  Door door(session, "/home/office/双拥之窗/office/office.db", std::move(found));
  for (int frame = 0; frame < 6; ++frame) {
    session.set_fixed_clock(1 + 0.05 * frame);
    door.frame();
  }
  const auto file = options.shots / "admin-door.png";
  ui::write_png(file, session.capture());
  std::printf("%s\n", file.c_str());
}

}  // namespace admin
