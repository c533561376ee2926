#include <doctest/doctest.h>

#include <fstream>

#include "admin/workspace/audit_list.h"
#include "admin/workspace/audit_words.h"
#include "admin/workspace/records.h"
#include "tests/support/temporary_folder.h"

using namespace content;
using nlohmann::json;

namespace {

json shop(const std::string& phone, const std::string& pledge = "全单九折。家里有人当兵，就是我家的亲人。") {
  return {{"name", "渡口面馆"}, {"category", "餐饮"}, {"address", "江滩路 1 号"}, {"phone", phone}, {"pledge", {{"words", pledge}}}};
}

AuditEntry entry(const char* deed, const char* kind = "", const char* change = "") {
  AuditEntry entry;
  entry.deed = deed;
  entry.kind = kind;
  entry.change = change;
  return entry;
}

struct Office {
  Office() : desk({.db = folder.path() / "office.db"}, OfficeStore::create(folder.path() / "office.db")) {
    store().add_person("梁秋", Role::Editor);
    store().add_person("沈明", Role::First);
    desk.sign_in(*store().find_person("梁秋"));
  }
  OfficeStore& store() { return desk.store(); }
  AuditEntry last() { return store().audit({.limit = 1}).front(); }
  std::string line() {
    desk.records().refresh();
    return admin::change_line(last(), desk.records());
  }
  tests::TemporaryFolder folder;
  admin::Workspace desk;
};

}  // namespace

TEST_CASE("a line of the log says in the office's words what was done") {
  Office office;
  Record record = office.store().create(Kind::Merchant, shop("5550 0111"), "梁秋");
  CHECK(admin::object_words(office.last()) == "商户");
  CHECK(office.line().empty());
  record = office.store().edit(record.id, record.revision, shop("5550 0112"), "梁秋");
  CHECK(office.line() == "电话：5550 0111 → 5550 0112");
  record = office.store().edit(record.id, record.revision, shop("", "新的承诺"), "梁秋");
  CHECK(office.line() == "改 2 处");
  record = office.store().edit(record.id, record.revision, shop("5550 0112"), "梁秋");
  office.store().submit(record.id, record.hash, "梁秋");
  CHECK(office.line() == "等一审");
  office.store().approve(record.id, record.hash, "沈明", "电话核过");
  CHECK(office.line() == "一审通过：“电话核过”");
  CHECK(admin::deed_word(office.last().deed).zh == "通过");
  CHECK(admin::deed_word("something_new").zh == "其他");
  CHECK(admin::object_words(entry("add_person")) == "用户");
  CHECK(admin::change_line(entry("role", "", R"({"role":["editor","first"]})"), office.desk.records()) == "编辑 → 初审");
}

TEST_CASE("a long text is told by what changed in it") {
  Office office;
  Record record = office.store().create(Kind::Merchant, shop("1234567", "来店里坐坐，进门一杯热茶，全单九折。家里有人当兵，就是我家的亲人，逢年过节都欢迎。"), "梁秋");
  record = office.store().edit(record.id, record.revision, shop("1234567", "来店里坐坐，进门一杯热茶，全单八折。家里有人当兵，就是我家的亲人，逢年过节都欢迎。"), "梁秋");
  office.desk.records().refresh();
  const auto details = admin::change_details(office.last(), office.desk.records());
  REQUIRE(details.size() == 1);
  CHECK(details[0].before.starts_with("……"));
  CHECK(details[0].before.find("九折") != std::string::npos);
  CHECK(details[0].after.find("八折") != std::string::npos);
  CHECK(details[0].after.size() < 90);
}

TEST_CASE("broken values in a line are shown, not trusted") {
  Office office;
  for (const char* change : {"", "{", "[]", "{\"name\":1}", "{\"name\":[1]}", "{\"name\":[1,[2]]}"}) {
    const AuditEntry line = entry("edit", "merchant", change);
    CHECK_NOTHROW(admin::change_line(line, office.desk.records()));
    CHECK_NOTHROW(admin::change_details(line, office.desk.records()));
  }
}

TEST_CASE("the log is paged, filtered, and leads back to what was before") {
  Office office;
  Record record = office.store().create(Kind::Merchant, shop("1"), "梁秋");
  for (int i = 2; i <= 30; ++i) record = office.store().edit(record.id, record.revision, shop(std::to_string(i)), i % 2 == 0 ? "沈明" : "梁秋");
  admin::AuditList log(office.desk);
  log.show({.span = admin::AuditSpan::All}, 0, 10);
  CHECK(log.lines().size() == 10);
  CHECK(log.has_next());
  CHECK(log.lines()[0].number == log.lines()[1].number + 1);
  log.show({.span = admin::AuditSpan::All, .person = "沈明", .deed = "edit"}, 1, 10);
  CHECK(log.lines().size() == 5);
  CHECK_FALSE(log.has_next());
  log.show({.span = admin::AuditSpan::Today}, 0, 10);
  CHECK(log.lines().size() == 10);

  const AuditEntry newest = log.lines().front();
  CHECK(log.revision_before(newest) == 29);
  CHECK(log.revision_before(log.lines()[5]) == 24);
  CHECK(log.story(newest).size() == 30);
  log.show({.span = admin::AuditSpan::All, .deed = "create"}, 0, 10);
  REQUIRE(log.lines().size() == 1);
  CHECK_FALSE(log.revision_before(log.lines().front()));
  log.check();
  REQUIRE(log.checked());
  CHECK_FALSE(log.checked()->fault);

  const auto file = office.folder.path() / "log.csv";
  log.show({.span = admin::AuditSpan::All}, 0, 10);
  CHECK(log.export_to(file) == 32);
  std::ifstream in(file);
  std::string line;
  int lines = 0;
  while (std::getline(in, line)) ++lines;
  CHECK(lines == 33);
}
