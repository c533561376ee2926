// Draws the editors of one kind's fields to a PNG file, for a person to lay beside the design:
//   admin_field_sheet OUT.png KIND OFFICE_FOLDER [LABEL …]
// KIND "hours" shows a merchant's opening hours and offers as on admin-hours-offers. The LABELs are clicked first.
#include <imgui.h>

#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "admin/desk/desk.h"
#include "admin/desk/field.h"
#include "admin/editors/field_editor.h"
#include "admin/workspace/records.h"
#include "admin/workspace/workspace.h"
#include "content/record.h"
#include "kiosk/ui/item_log.h"
#include "kiosk/ui/png_write.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/window.h"
#include "tests/support/clerk.h"

namespace {

using nlohmann::json;

constexpr const char* kHoursBody = R"({"name":"渡口面馆","hours":{"known":true,"week":[
  [{"from":390,"to":840},{"from":990,"to":1290}],[{"from":390,"to":840},{"from":990,"to":1290}],[{"from":390,"to":840},{"from":810,"to":1290}],
  [{"from":390,"to":1290}],[{"from":390,"to":1290}],[{"from":390,"to":1320}],[]],
  "special":[{"day":"2026-08-01","spans":[{"from":360,"to":1320}]},{"day":"2027-02-06","spans":[]}]},
  "offers":[{"kind":"pay_ratio","pay_percent":80,"title":"全单八折","cards":"any_province","proof_line":"凭优待证","who":["serving","veteran","military_family","bereaved"],
  "proofs":["benefit_card","service_card"],"validity":{"until":"2027-02-28"}},
  {"kind":"free","title":"逢八一建军节春节免单一碗面","cards":"local_only","who":["serving","veteran"],"validity":{"until":"2027-06-30"}}]})";

struct Sheet {
  admin::desk::Desk& desk;
  const content::KindSpec& spec;
  json body;
  admin::editors::FieldEditors editors;
  std::vector<content::Problem> problems{};

  float field(const content::Field& field, ui::Rect area) {
    const json* found = content::value_at(body, field.key);
    json value = found == nullptr ? json() : *found;
    std::vector<content::Problem> own;
    for (const content::Problem& problem : problems) {
      if (problem.key.starts_with(field.key)) own.push_back(problem);
    }
    const auto edit = editors.edit(desk, area, field, value, {.kind = spec.kind, .body = &body}, own);
    if (edit.changed) content::set_value(body, field.key, value);
    return edit.height;
  }

  void draw(ui::Canvas& canvas, bool hours) {
    desk.begin(canvas);
    canvas.fill(canvas.bounds(), admin::desk::color::kPaper);
    if (hours) {
      field(*spec.find_field("hours"), {40, 30, 640, 0});
      field(*spec.find_field("offers"), {720, 30, 684, 0});
    } else {
      columns();
    }
    desk.draw_layers();
    desk.end();
  }

  void columns() {
    float y = 30;
    float x = 40;
    for (const content::Field& one : spec.fields) {
      if (one.is_english() || one.type == content::FieldType::Hours || one.type == content::FieldType::Offers) continue;
      if (y > 960) y = 30, x += 460;
      y += field(one, {x, y, 420, 0}) + 14;
    }
  }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "admin_field_sheet OUT.png KIND OFFICE_FOLDER [LABEL …]\n";
    return 2;
  }
  const bool hours = std::string(argv[2]) == "hours";
  const content::KindSpec* spec = content::find_kind(hours ? "merchant" : argv[2]);
  if (spec == nullptr) return 2;
  ui::WindowBackend backend({.mode = ui::WindowMode::Hidden, .size = {1440, 1080}});
  ui::Session session({.fonts = {}, .pixels_per_u = 1.0F, .arrows_move_focus = false}, backend);
  ui::ItemLog items;
  session.install(&items);
  const auto db = std::filesystem::path(argv[3]) / "office.db";
  admin::Workspace office({.db = db, .now_ms = [] { return tests::kDesignMs; }}, std::move(content::OfficeStore::open(db).store));
  office.sign_in({.name = "梁秋", .role = content::Role::Editor});
  admin::desk::Desk desk(office, session);
  Sheet sheet{desk, *spec, json::object(), {}, {}};
  if (hours) sheet.body = json::parse(kHoursBody);
  else if (const auto records = office.records().of(spec->kind); !records.empty()) sheet.body = records.front()->body;
  sheet.problems = content::validate(*spec, sheet.body);
  double now = 1;
  const auto frames = [&](int count) {
    for (int i = 0; i < count; ++i) {
      session.set_fixed_clock(now += 0.05);
      session.frame([&](ui::Canvas& canvas) { sheet.draw(canvas, hours); });
      std::this_thread::sleep_for(std::chrono::milliseconds(15));
    }
  };
  frames(30);
  for (int i = 4; i < argc; ++i) {
    const auto box = items.find(argv[i]);
    if (!box) {
      std::cerr << "no item " << argv[i] << "\n";
      continue;
    }
    ImGui::SetCurrentContext(session.context());
    ImGui::GetIO().AddMousePosEvent(box->centre().x, box->centre().y);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    frames(3);
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    frames(5);
  }
  ui::write_png(argv[1], session.capture());
  return 0;
}
