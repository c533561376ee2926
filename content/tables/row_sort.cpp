#include "content/tables/row_sort.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "content/tables/cell_text.h"
#include "content/utf8.h"

namespace content::tables {
namespace {

constexpr std::array<std::string_view, 8> kTotals = {"合计", "总计",   "小计",  "共计",
                                                     "总数", "总户数", "Total", "TOTAL"};
constexpr std::array<std::string_view, 22> kSigners = {
    "填表人",   "填报人",   "制表人",   "制表", "审核人",   "审核",       "审批",     "负责人",
    "经办人",   "联系人",   "签字",     "盖章", "单位盖章", "单位(盖章)", "填报单位", "填表日期",
    "填报日期", "制表日期", "分管领导", "备注", "注",       "说明"};
constexpr std::array<std::string_view, 12> kDistrictEnds = {"区", "县",   "市",   "镇", "乡", "街道",
                                                            "街", "社区", "片区", "路", "村", "园区"};
constexpr std::array<std::string_view, 10> kCounted = {"一、", "二、", "三、", "四、", "五、",
                                                       "六、", "七、", "八、", "九、", "十、"};

std::string folded(std::string_view cell) {
  std::string text = fold_width(one_line(cell));
  std::erase(text, ' ');
  return text;
}

template <typename Words>
bool begins(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

// "填表人：张三", "审核 :", or the word alone.
bool signed_line(std::string_view text) {
  return std::any_of(kSigners.begin(), kSigners.end(), [&](std::string_view word) {
    if (!text.starts_with(word)) return false;
    const std::string_view rest = text.substr(word.size());
    return rest.empty() || rest.starts_with(':') || rest.starts_with("(盖章)") || rest.starts_with("(签");
  });
}

// 合计, 合计120家, "共 120 家": a total and not a shop called 共和面馆.
bool total_line(std::string_view text) {
  if (text.starts_with("共") && text.size() > 3 && text[3] >= '0' && text[3] <= '9') return true;
  return std::any_of(kTotals.begin(), kTotals.end(), [&](std::string_view word) {
    if (!text.starts_with(word)) return false;
    const std::string_view rest = text.substr(word.size());
    return rest.empty() || rest.starts_with(':') || rest.starts_with('(') || (rest[0] >= '0' && rest[0] <= '9');
  });
}

// 滨江区, 江滩双拥街(12家), 一、城中区, and the same with the city before it.
bool district_name(std::string_view text) {
  if (begins(text, kCounted) || text.starts_with('(')) return true;
  const std::string_view name = text.substr(0, text.find_first_of("(:"));
  return std::any_of(kDistrictEnds.begin(), kDistrictEnds.end(),
                     [&](std::string_view end) { return name.ends_with(end); });
}

}  // namespace

RowSort sort_of_row(const std::vector<std::string>& cells, std::size_t title_index, std::size_t header_cells,
                    std::size_t header_columns) {
  std::size_t filled = 0;
  std::size_t first = cells.size();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (trimmed(cells[i]).empty()) continue;
    ++filled;
    first = std::min(first, i);
  }
  if (filled == 0) return RowSort::Blank;
  if (header_cells >= 2 && header_cells * 2 > header_columns) return RowSort::Header;
  const std::string text = folded(cells[first]);
  const bool titled = title_index < cells.size() && !trimmed(cells[title_index]).empty();
  // A total may stand in the title's own column, a record's serial number before its title never reads 合计.
  if (total_line(text) || (titled && total_line(folded(cells[title_index])))) return RowSort::Total;
  if (signed_line(text) && (first != title_index || filled < 3)) return RowSort::Signature;
  if (filled == 1 && header_columns >= 3 && (first != title_index || (first == 0 && district_name(text))))
    return RowSort::District;
  return RowSort::Record;
}

Text words_for(RowSort sort) {
  switch (sort) {
    case RowSort::Header:
      return {"重复的表头", "the header again"};
    case RowSort::District:
      return {"分区或说明行", "a heading inside the table"};
    case RowSort::Total:
      return {"合计行", "a total"};
    case RowSort::Signature:
      return {"填表、审核签字行", "a signature line"};
    case RowSort::Record:
    case RowSort::Blank:
      break;
  }
  return {};
}

}  // namespace content::tables
