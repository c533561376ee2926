#include "content/tables/csv.h"

#include <limits>
#include <utility>

namespace content::tables {
namespace {

constexpr std::size_t kRowsBetweenLooks = 4'096;

class Reader {
 public:
  Reader(std::string_view text, char separator, std::size_t columns) : text_(text), separator_(separator), columns_(columns) {}

  bool at_end() const { return at_ >= text_.size(); }
  bool open_quote() const { return open_quote_; }
  bool too_wide() const { return too_wide_; }

  CsvRow next(int number) {
    CsvRow row{number, at_, at_, {}};
    do {
      std::string words = cell();
      if (row.cells.size() < columns_) row.cells.push_back(std::move(words));
      else too_wide_ = too_wide_ || !words.empty();
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
  std::size_t columns_;
  std::size_t at_ = 0;
  bool too_wide_ = false;
  bool open_quote_ = false;
};

bool needs_quotes(std::string_view cell) {
  if (cell.empty()) return false;
  return cell.find_first_of(",;\t\"\r\n") != std::string_view::npos || cell.front() == ' ' || cell.back() == ' ';
}

}  // namespace

CsvText parse_csv(std::string_view text, char separator, const CsvWish& wish) {
  CsvText csv;
  Reader reader(text, separator, wish.limits != nullptr ? wish.limits->columns : std::numeric_limits<std::size_t>::max());
  std::size_t cells = 0;
  while (!reader.at_end() && (wish.max_rows == 0 || csv.rows.size() < wish.max_rows)) {
    csv.is_stopped = wish.go_on && csv.rows.size() % kRowsBetweenLooks == 0 && !wish.go_on();
    csv.is_too_large = wish.limits != nullptr && (csv.rows.size() >= wish.limits->rows || cells > wish.limits->cells);
    if (csv.is_stopped || csv.is_too_large) break;
    csv.rows.push_back(reader.next(static_cast<int>(csv.rows.size()) + 1));
    cells += csv.rows.back().cells.size();
    if (reader.open_quote()) csv.open_quote_row = csv.rows.back().number;
  }
  csv.is_too_wide = reader.too_wide();
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
