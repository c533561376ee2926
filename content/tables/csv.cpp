#include "content/tables/csv.h"

namespace content::tables {
namespace {

class Reader {
 public:
  Reader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool at_end() const { return at_ >= text_.size(); }
  bool open_quote() const { return open_quote_; }

  CsvRow next(int number) {
    CsvRow row{number, at_, at_, {}};
    do {
      row.cells.push_back(cell());
    } while (take(separator_));
    row.end = at_;
    skip_line_end();
    return row;
  }

 private:
  bool take(char c) {
    if (at_end() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool at_cell_end() const { return at_end() || text_[at_] == separator_ || text_[at_] == '\n' || text_[at_] == '\r'; }

  std::string cell() {
    if (take('"')) return quoted_cell();
    const std::size_t begin = at_;
    while (!at_cell_end()) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  // After the closing quote, stray characters up to the separator are kept: hand-made files have them.
  std::string quoted_cell() {
    std::string out;
    for (;;) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) {
        open_quote_ = true;
        out += text_.substr(at_);
        at_ = text_.size();
        return out;
      }
      out += text_.substr(at_, quote - at_);
      at_ = quote + 1;
      if (take('"')) {
        out += '"';
        continue;
      }
      while (!at_cell_end()) out += text_[at_++];
      return out;
    }
  }

  void skip_line_end() {
    take('\r');
    take('\n');
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  bool open_quote_ = false;
};

bool needs_quotes(std::string_view cell) {
  if (cell.empty()) return false;
  return cell.find_first_of(",;\t\"\r\n") != std::string_view::npos || cell.front() == ' ' || cell.back() == ' ';
}

}  // namespace

CsvText parse_csv(std::string_view text, char separator, std::size_t max_rows) {
  CsvText csv;
  Reader reader(text, separator);
  while (!reader.at_end() && (max_rows == 0 || csv.rows.size() < max_rows)) {
    csv.rows.push_back(reader.next(static_cast<int>(csv.rows.size()) + 1));
    if (reader.open_quote()) csv.open_quote_row = csv.rows.back().number;
  }
  return csv;
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    if (!needs_quotes(cells[i])) {
      line += cells[i];
      continue;
    }
    line += '"';
    for (const char c : cells[i]) {
      if (c == '"') line += '"';
      line += c;
    }
    line += '"';
  }
  return line + "\r\n";
}

}  // namespace content::tables
