// Chinese by the system's input method, end to end: pinyin keys in a real window, through three reviews, onto a kiosk beside it.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "content/office_store.h"
#include "tests/journeys/kiosk_program.h"
#include "tests/journeys/office_window.h"
#include "tests/journeys/window_finger.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using content::Kind;
using content::OfficeStore;
using content::Record;
using content::Role;
using journeys::awaits;
using journeys::InputMethod;
using journeys::OfficeWindow;

namespace {

constexpr const char* kPassword = "lvse-shan-7";
constexpr const char* kWanted = "拥军";
constexpr std::string_view kKeys = "yongjun";
constexpr const char* kEmptyName = "0 / 40";   // the count beside the name's field

const nlohmann::json kCity{{"name", "江城市"},          {"campaign", "创建全国双拥模范城"}, {"publicity_title", "江城在行动"},
                           {"honour_title", "榜样"},    {"products_title", "把日子种出来"}, {"service_phone", "5550 0100"},
                           {"welcome", "江城一家亲"}};

nlohmann::json shop(const content::RecordId& street) {
  return {{"name", "面馆"},
          {"street", street.text},
          {"category", "餐饮"},
          {"address", "江滩双拥街 12 号"},
          {"phone", "5550 0112"},
          {"offers", {{{"kind", "pay_ratio"}, {"pay_percent", 80}, {"title", "全单八折"}, {"who", {"veteran"}}, {"proofs", {"benefit_card"}}}}},
          {"pledge", {{"number", "JT-001"}, {"signed_on", "2026-02-18"}, {"words", "说到做到。"}}}};
}

void fill_office(const fs::path& db) {
  const auto store = OfficeStore::create(db);
  store->make_first_administrator("admin", kPassword, content::PasswordCost::Least);
  for (const auto& [name, role] : {std::pair{"liang", Role::Editor}, {"shen", Role::First}, {"fang", Role::Second}, {"he", Role::Third}}) {
    store->add_person(name, role, "admin");
    store->set_password(name, kPassword, "admin", content::PasswordCost::Least);
  }
  const Record city = store->create(Kind::City, kCity, "liang");
  const Record street = store->create(Kind::Street, {{"name", "江滩双拥街"}, {"shops", 10}, {"target_percent", 80}}, "liang");
  store->create(Kind::Merchant, shop(street.id), "liang");
  for (const Record& record : {city, street}) {
    store->submit(record.id, record.hash, "liang");
    for (const char* reviewer : {"shen", "fang", "he"}) store->approve(record.id, record.hash, reviewer);
  }
}

Record merchant_in(const fs::path& db) { return OfficeStore::open(db).store->list(Kind::Merchant).front(); }

bool run_admin(const fs::path& db, const std::string& words) {
  return std::system((std::string(SHUANGYONG_ADMIN) + " --db '" + db.string() + "' " + words + " >/dev/null 2>&1").c_str()) == 0;
}

bool stands(const OfficeWindow& window, const std::string& words) {
  for (const auto& text : window.look().value("texts", nlohmann::json::array())) {
    if (text == words) return true;
  }
  return false;
}

// As a person does: again while nothing follows (a click right after a page change does not count).
bool click_until(OfficeWindow& window, std::string_view label, const std::function<bool()>& follows) {
  for (int attempt = 0; attempt < 5; ++attempt) {
    if (!window.click(label)) return awaits(follows);
    if (awaits(follows, std::chrono::seconds(attempt < 2 ? 5 : 10))) return true;
  }
  return false;
}

bool has_caret(const OfficeWindow& window, std::string_view field) { return window.look().value("caret", "") == field; }

// A key that comes before the caret does is lost, as with any program.
void write(OfficeWindow& window, std::string_view field, std::string_view ascii, const std::string& shown) {
  REQUIRE(click_until(window, field, [&] { return has_caret(window, field); }));
  window.type(ascii);
  REQUIRE(awaits([&] { return stands(window, shown); }));
}

void sign_in(OfficeWindow& window) {
  std::string discs;
  for (std::size_t i = 0; i < std::string_view(kPassword).size(); ++i) discs += "•";
  write(window, "姓名", "liang", "liang");
  write(window, "密码", kPassword, discs);
  window.press("Return");
  REQUIRE(awaits([&] { return window.look().value("panel", "") != "entry"; }));
}

// Composing first, then what stands in the field.
bool clear(OfficeWindow& window, std::string_view field) {
  if (!click_until(window, field, [&] { return has_caret(window, field); })) return false;
  for (std::size_t i = 0; i < kKeys.size() + 2; ++i) window.press("BackSpace");
  window.press("ctrl+a");
  window.press("BackSpace");
  return awaits([&] { return stands(window, kEmptyName); });
}

enum class Came { Wanted, Letters, Other, NotYet };

// What stands in the empty field after `keys`.
Came what_came(const OfficeWindow& window, std::string_view keys) {
  const auto seen = window.look();
  Came came = Came::Other;
  for (const auto& text : seen.value("texts", nlohmann::json::array())) {
    const auto words = text.get<std::string>();
    if (words == kWanted) return Came::Wanted;
    if (words == keys) return Came::Letters;
    if (words == kEmptyName || (!words.empty() && keys.starts_with(words))) came = Came::NotYet;
  }
  return came;
}

Came await_what_comes(const OfficeWindow& window, std::string_view keys) {
  Came came = Came::NotYet;
  awaits([&] { return (came = what_came(window, keys)) != Came::NotYet; }, std::chrono::seconds(10));
  return came;
}

// Which candidate it is belongs to the input method: one is taken, looked at, and when it is another the next time the next one is.
void write_by_pinyin(OfficeWindow& window, std::string_view field) {
  std::string tried;
  for (int attempt = 0, candidate = 1; attempt < 10; ++attempt) {
    REQUIRE(clear(window, field));
    const std::string keys = std::string(kKeys) + std::to_string(candidate);
    window.type(keys);
    Came came = await_what_comes(window, keys);
    // A candidate of the first syllable alone: the rest is still to be taken.
    for (int rest = 0; rest < 2 && came == Came::NotYet; ++rest) {
      window.press("space");
      came = await_what_comes(window, keys);
    }
    if (came == Came::Wanted) return;
    tried += keys + (came == Came::Letters ? " as letters, " : came == Came::Other ? " as another word, " : " not at all, ");
    if (came == Came::Letters) window.press("ctrl+space");   // it was not on
    else candidate = candidate % 3 + 1;
  }
  CAPTURE(window.look().dump());
  FAIL("拥军 did not come: " << tried);
}

void write_and_submit(OfficeWindow& window) {
  REQUIRE(click_until(window, "导航 双拥街商户", [&] { return window.sees("商户 面馆"); }));
  REQUIRE(click_until(window, "商户 面馆", [&] { return window.sees("整页编辑"); }));
  REQUIRE(click_until(window, "整页编辑", [&] { return window.sees("商户名称") && !window.sees("整页编辑"); }));
  write_by_pinyin(window, "商户名称");
  REQUIRE(click_until(window, "保存并提交", [&] { return stands(window, "第 2 版"); }));
}

}  // namespace

TEST_CASE("a clerk writes 拥军 by pinyin keys, three people agree, and the kiosk beside the office shows it") {
  REQUIRE_MESSAGE(InputMethod::installed(), "install the packages that tests/run names: dbus, fcitx5, fcitx5-pinyin");
  const tests::TemporaryFolder folder;
  const fs::path db = folder / "office" / "office.db";
  const fs::path outbox = folder / "outbox";
  fill_office(db);
  const InputMethod input(folder / "input");
  {
    OfficeWindow window(folder.path(), db, outbox, input.environment());
    CAPTURE(window.said());
    sign_in(window);
    write_and_submit(window);
  }
  const Record written = merchant_in(db);
  REQUIRE(written.body.at("name").get<std::string>() == kWanted);
  REQUIRE(written.state == content::ReviewState::First);
  for (const char* reviewer : {"shen", "fang", "he"}) {
    REQUIRE(run_admin(db, std::string("sheet --waiting --for ") + reviewer + " --to '" + (db.parent_path() / (std::string(reviewer) + ".html")).string() + "'"));
    REQUIRE(run_admin(db, std::string("approve --all --as ") + reviewer));
  }
  REQUIRE(run_admin(db, "publish --to '" + outbox.string() + "' --by he"));

  const auto report = folder / "items.json";
  const journeys::RunningKiosk kiosk(folder.path(), {"--release", outbox.string(), "--state", (folder / "state").string(), "--item-log", report.string(),
                                                     "--windowed", "1280x720"});
  journeys::WindowFinger finger(kiosk, report);
  // Without posters there is the picture that invites to touch.
  REQUIRE(finger.until([](const nlohmann::json& seen) { return seen.value("release", 0) == 1 && seen["screen"] != "home"; }, std::chrono::seconds(60)));
  REQUIRE(finger.tap_at(0.5, 0.5));
  REQUIRE(finger.until_screen("home"));
  REQUIRE(awaits([&] { return !finger.label_with("双拥街").empty(); }));
  REQUIRE(finger.tap_to(finger.label_with("双拥街"), "street"));
  CAPTURE(finger.look().dump());
  CHECK(awaits([&] { return !finger.label_with(kWanted).empty(); }));
}
