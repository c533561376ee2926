// A merchant list as a district's office sends it, on its way through the import.
#include <fmt/format.h>

#include <array>

#include "admin/shot_stage.h"
#include "content/durable_file.h"
#include "content/kinds.h"
#include "content/tables/cells.h"
#include "content/tables/csv.h"
#include "content/tables/office_surroundings.h"

namespace admin {

namespace {

namespace tables = content::tables;
using content::Kind;
using Cells = std::vector<std::string>;

const Cells kHeader{"店名", "所属街区", "经营类别", "地址", "优惠内容", "联系电话", "到期日期", "营业时间", "对象", "备注"};
constexpr std::array<std::string_view, 8> kKeys{"name", "street", "category", "address", "offers", "phone", "pledge.until", "hours"};

std::filesystem::path save(Workspace& office, const std::string& name, const std::vector<Cells>& rows) {
  std::string text = "\xEF\xBB\xBF";
  for (const Cells& row : rows) text += tables::csv_line(row);
  const auto file = office.db().parent_path() / name;
  content::write_durably(file, text);
  return file;
}

// What the office has, as its own table would say it.
std::vector<Cells> shops_there(Workspace& office) {
  const content::KindSpec& spec = content::kind_spec(Kind::Merchant);
  const tables::OfficeNames names(office.store());
  std::vector<Cells> rows;
  for (const content::Record& shop : office.store().list(Kind::Merchant)) {
    Cells cells;
    for (const std::string_view key : kKeys) {
      const nlohmann::json* value = content::value_at(shop.body, key);
      cells.push_back(value == nullptr ? "" : tables::write_cell(*spec.find_field(key), *value, names));
    }
    cells.emplace_back("全部");
    rows.push_back(std::move(cells));
  }
  return rows;
}

// Most shops as they are, some changed, some new, some wrong: what a quarter's list looks like.
std::vector<Cells> quarter(std::vector<Cells> rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i % 5 == 1) rows[i][6] = "2027/3/31";
    if (i % 17 == 4) rows[i][5] = "1.87632E+10";
    if (i % 23 == 9) rows[i][1] = "和平";
    if (i % 31 == 12) rows[i][6] = "2027年2月30日";
    if (i % 11 == 3) {
      rows[i][0] += "（二店）";
      rows[i][3] += "旁";
    }
  }
  rows.insert(rows.begin(), kHeader);
  rows.insert(rows.begin(), Cells{"江城市双拥商户登记表（七月）"});
  rows.push_back({"合计", "", "", "", "", "", "", "", "", fmt::format("{} 家", rows.size() - 2)});
  rows.push_back({"填表人：周蓓"});
  return rows;
}

std::vector<Cells> all_bad(std::size_t count) {
  std::vector<Cells> rows{kHeader};
  for (std::size_t i = 0; i < count; ++i) {
    rows.push_back({fmt::format("江城市滨江区和平里双拥示范街区退役军人创业孵化基地第{}号便民综合服务商店", i + 1), "没有这条街", "", "和平里双拥街 1 号", "持优待证九折", "电话待补", "尽快", "节假日不休"});
  }
  return rows;
}

ShotStop stop(const std::string& name, const std::string& person, const std::filesystem::path& file, std::vector<std::string> taps = {}) {
  return {.name = name, .person = person, .target = {.panel = "merchant", .record = {}, .field = file.string(), .view = "import"}, .taps = std::move(taps)};
}

}  // namespace

std::vector<ShotStop> import_stops(Workspace& office) {
  const std::string editor = cast_of(office.store()).editor;
  const auto list = save(office, "全市商户登记表_7月.csv", quarter(shops_there(office)));
  const auto one = save(office, "一家.csv", {kHeader, {"拾光茶舍", "", "茶饮", "江滩双拥街 3 号", "持优待证九折"}});
  const auto bad = save(office, "全是问题.csv", all_bad(500));
  const auto unknown = save(office, "列名都不认识.csv", {{"招牌上的字", "卖什么", "打哪个号"}, {"拾光茶舍", "茶饮", "5550 0102"}, {"月台影院", "影院", "5550 0103"}});
  const auto locked = office.db().parent_path() / "加密的名单.xlsx";
  content::write_durably(locked, std::string("\xD0\xCF\x11\xE0", 4) + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32));
  return {stop("admin-import-file", editor, {}),
          stop("admin-import-refused", editor, locked),
          stop("admin-import-columns", editor, list),
          stop("admin-import-unknown", editor, unknown),
          stop("admin-import", editor, list, {"试运行"}),
          stop("admin-import-cell", editor, list, {"试运行", "第 12 行 街区"}),
          stop("admin-import-all-bad", editor, bad, {"试运行"}),
          stop("admin-import-one", editor, one, {"试运行"}),
          stop("admin-import-done", editor, one, {"试运行", "写入"})};
}

}  // namespace admin
