// Workbooks (.xlsx) made in a test: sheets of cells as their XML, and archives with whatever parts.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tests {

// An archive with these parts; `password` encrypts them.
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts, const std::string& password = {});

// One cell's XML: a text of its own, a number in a style, or anything else between <c r="…"> and </c>.
struct XmlCell {
  std::string attributes;   // t="s" s="2"
  std::string inside;       // <v>12</v>
};
XmlCell text_cell(const std::string& words);
XmlCell number_cell(const std::string& digits, int style = 0);
XmlCell shared_cell(int index);
XmlCell nothing_cell();

struct XmlSheet {
  std::string name = "Sheet1";
  std::vector<std::vector<XmlCell>> rows{};
  std::string state{};                   // "hidden"
  std::vector<std::string> merges{};     // A1:C1
  std::vector<int> hidden_rows{};        // from 1
};

struct XmlBook {
  std::vector<XmlSheet> sheets{};
  std::vector<std::string> shared{};             // each the XML inside <si>
  std::vector<std::string> formats{};            // number formats; style 1 is the first
  bool from_1904 = false;
};

std::string workbook_of(const XmlBook& book);
// One sheet of texts.
std::string workbook_of(const std::vector<std::vector<std::string>>& rows);

}  // namespace tests
