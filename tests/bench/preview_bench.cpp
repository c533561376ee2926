// preview_bench OFFICE_DB [PNG_DIR]: what a keystroke costs until the preview shows it. Prints milliseconds; the office is only read.
// With PNG_DIR the previews are also written there. SHUANGYONG_LONG adds an office with 20,000 shops.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "admin/preview/preview.h"
#include "admin/workspace/workspace.h"
#include "content/days.h"
#include "content/record.h"
#include "kiosk/ui/png_write.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/window.h"

namespace {

using namespace std::chrono;
using admin::PreviewBase;
using content::Kind;

constexpr content::Day kToday{year(2026), month(7), day(30)};

double ms(const std::function<void()>& action) {
  const auto began = steady_clock::now();
  action();
  return duration<double, std::milli>(steady_clock::now() - began).count();
}

void print(const char* what, std::vector<double> times) {
  std::ranges::sort(times);
  std::printf("%-58s p50 %8.2f  p99 %8.2f ms\n", what, times[times.size() / 2], times[times.size() * 99 / 100]);
}

content::Record some_shop(content::OfficeStore& store) {
  const auto named = store.find_by_title(Kind::Merchant, "渡口面馆");
  return named.empty() ? store.list(Kind::Merchant).front() : named.front();
}

// Types a word letter by letter at a field's end, many times over.
void type_into(admin::PreviewBases& bases, const content::Record& shop, const char* key, const char* what) {
  admin::PreviewCatalog catalog(bases);
  catalog.show(PreviewBase::Approved, {}, kToday);
  nlohmann::json body = shop.body;
  std::printf("%-58s %12.2f ms\n", "  the first keystroke (copies the catalog)", ms([&] {
    catalog.show(PreviewBase::Approved, {{Kind::Merchant, shop.id, body}}, kToday);
  }));
  std::vector<double> times;
  const nlohmann::json* value = content::value_at(body, key);
  std::string text = value != nullptr ? value->get<std::string>() : "";
  for (int i = 0; i < 200; ++i) {
    text += static_cast<char>('a' + i % 26);
    if (i % 20 == 19) text.resize(text.size() - 20);
    content::set_value(body, key, text);
    times.push_back(ms([&] { catalog.show(PreviewBase::Approved, {{Kind::Merchant, shop.id, body}}, kToday); }));
  }
  print(what, times);
}

void measure_catalogs(admin::Workspace& office, const char* name) {
  std::printf("%s\n", name);
  admin::PreviewBases bases(office);
  std::printf("%-58s %12.2f ms\n", "  base of what is approved", ms([&] { bases.get(PreviewBase::Approved); }));
  std::printf("%-58s %12.2f ms\n", "  a look at what changed, nothing did", ms([&] { bases.look(); }));
  const content::Record shop = some_shop(office.store());
  type_into(bases, shop, "pledge.words", "  a keystroke in the pledge");
  type_into(bases, shop, "name", "  a keystroke in the name (its place is looked for)");
}

class Stage {
 public:
  explicit Stage(admin::Workspace& office)
      : window_({.mode = ui::WindowMode::Hidden, .size = {1600, 900}}),
        session_({.fonts = {}, .pixels_per_u = 1.0F, .arrows_move_focus = false}, window_),
        previews_(office, window_) {}

  admin::Preview& preview() { return previews_.get("bench"); }
  ui::Session& session() { return session_; }

  // One turn of the window's loop.
  void turn(const admin::PreviewWish& wish, ui::Rect box) {
    previews_.work();
    session_.frame([&](ui::Canvas& canvas) {
      canvas.fill(canvas.bounds(), canvas.color().paper2);
      preview().show(wish);
      preview().draw(canvas, box, 8);
    });
  }
  void settle(const admin::PreviewWish& wish, ui::Rect box) {
    for (int i = 0; i < 600; ++i) {
      turn(wish, box);
      if (i > 3 && !previews_.pending()) return;
      window_.wait_events(milliseconds(3));
    }
  }

 private:
  ui::WindowBackend window_;
  ui::Session session_;
  admin::Previews previews_;
};

struct Look {
  const char* name;
  ui::Rect box;
  bool portrait;
  ui::Modes modes;
};

void measure_pictures(admin::Workspace& office, const std::filesystem::path& folder) {
  std::printf("with pictures: from the keystroke to the drawn preview, and the window's own frame\n");
  Stage stage(office);
  const content::Record shop = some_shop(office.store());
  admin::PreviewWish wish{.kind = Kind::Merchant, .record = shop.id, .body = shop.body, .minute = content::minute_at(kToday, 626)};
  const Look looks[] = {{"inspector", {40, 40, 510, 287}, false, {}},
                        {"publish", {40, 40, 428, 241}, false, {}},
                        {"portrait", {40, 40, 270, 480}, true, {}},
                        {"large-words", {40, 40, 510, 287}, false, {.large_text = true, .high_contrast = true}},
                        {"large-view", {40, 20, 1440, 810}, false, {}}};
  for (const Look& look : looks) {
    wish.portrait = look.portrait;
    wish.modes = look.modes;
    std::printf("%-58s %12.2f ms\n", "  the first one", ms([&] { stage.turn(wish, look.box), stage.turn(wish, look.box); }));
    stage.settle(wish, look.box);
    if (!folder.empty()) ui::write_png(folder / (std::string("preview-") + look.name + ".png"), stage.session().capture());
    std::vector<double> times;
    std::string words = "进门一杯热茶";
    for (int i = 0; i < 40; ++i) {
      content::set_value(*wish.body, "pledge.words", words += "a");
      std::this_thread::sleep_for(milliseconds(60));
      times.push_back(ms([&] { stage.turn(wish, look.box), stage.turn(wish, look.box); }));
    }
    print((std::string("  ") + look.name).c_str(), times);
    std::vector<double> idle;
    for (int i = 0; i < 20; ++i) idle.push_back(ms([&] { stage.turn(wish, look.box); }));
    print("    of it a frame of the window alone", idle);
  }
}

void add_shops(content::OfficeStore& store, int count) {
  for (const auto& [name, role] : {std::pair{"梁秋", content::Role::Editor}, {"沈明", content::Role::First}, {"方晴", content::Role::Second},
                                   {"何川", content::Role::Third}}) {
    store.add_person(name, role);
  }
  content::OfficeStore::Batch batch(store);
  for (int i = 0; i < count; ++i) {
    const std::string name = "和平里" + std::to_string(i) + "号小店";
    const nlohmann::json body{{"name", name}, {"category", "餐饮"}, {"address", name}, {"phone", "5550 0112"},
                              {"pledge", {{"number", name}, {"words", "进门一杯热茶，全单八折，逢八一春节免单一碗。"}, {"owner", "许明远"},
                                          {"signed_on", "2026-02-18"}, {"until", "2028-02-28"}, {"verified_by", "周蓓"}, {"verified_on", "2026-05-03"}}},
                              {"offers", {{{"kind", "pay_ratio"}, {"pay_percent", 80}, {"title", "全单八折"}, {"who", {"veteran"}},
                                           {"proofs", {"benefit_card"}}, {"cards", "any_province"}}}}};
    const content::Record record = store.create(Kind::Merchant, body, "梁秋");
    store.submit(record.id, record.hash, "梁秋");
    for (const char* person : {"沈明", "方晴", "何川"}) store.approve(record.id, record.hash, person);
  }
  batch.commit();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const std::filesystem::path db = argv[1];
  auto opened = content::OfficeStore::open(db);
  if (opened.store == nullptr) return 1;
  admin::Workspace office({.db = db}, std::move(opened.store));
  measure_catalogs(office, "the office's own");
  measure_pictures(office, argc > 2 ? argv[2] : "");
  if (std::getenv("SHUANGYONG_LONG") == nullptr) return 0;
  admin::Workspace large({.db = "large.db"}, content::OfficeStore::in_memory());
  add_shops(large.store(), 20'000);
  measure_catalogs(large, "20,000 shops");
  return 0;
}
