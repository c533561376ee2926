// The list of one kind as a panel shows it: what it is filtered by and sorted by, which page, which records are selected, and
// the words of its cells.
//
// Main thread only. Call follow() once a frame before reading.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "admin/workspace/list_index.h"

namespace admin {

// 到期: until the record's last day.
enum class Validity { Any, Within30, Within90, Over };

struct ListFilter {
  Tab tab = Tab::All;
  std::string words{};                                             // typed by the clerk, see search_keys.h
  std::map<std::string, std::string, std::less<>> fields{};        // field's key → the value it must have
  Validity validity = Validity::Any;
  std::string person{};                                            // who changed it last; empty: anybody

  bool operator==(const ListFilter&) const = default;
  bool any() const { return *this != ListFilter{}; }
};

struct ListOrder {
  std::string column{};   // key of a ListColumn; empty: last changed first
  bool descending = false;

  bool operator==(const ListOrder&) const = default;
};

// One filter taken off alone, and how many records are found then.
struct Loosening {
  enum class What { Tab, Words, Field, Validity, Person } what = What::Tab;
  std::string field{};  // Field: its key
  int finds = 0;
};

class RecordList {
 public:
  // Both must outlive it.
  RecordList(const content::KindSpec& spec, Workspace& office, Records& records);

  const content::KindSpec& spec() const { return spec_; }
  // Takes in what changed in the office and what was set here; true when the rows are others than before.
  bool follow();

  const ListFilter& filter() const { return filter_; }
  void set_filter(ListFilter filter);     // goes to the first page
  void clear_filter() { set_filter({}); }
  void loosen(const Loosening& loosening);
  const ListOrder& order() const { return order_; }
  void set_order(ListOrder order);
  // A click on a column's head: that column rising, then falling.
  void turn_order(std::string_view column);

  // Columns shown, in order; the title is always the first.
  const std::vector<ListColumn>& columns() const { return columns_; }
  const std::vector<ListColumn>& possible() const { return index_->columns(); }
  void show_columns(const std::vector<std::string>& keys);
  // Takes a column in or out, and keeps the choice for this person. Throws Error when it cannot be kept; it shows all the same.
  void turn_column(std::string_view key);

  // The values of a field that occur, with their words, by the field's own order or by pinyin.
  struct Choice {
    std::string value;
    std::string words;
  };
  const std::vector<Choice>& choices(std::string_view field);
  // Fields with at least two values to choose from, and not so many that a list of them helps nobody.
  std::vector<const content::Field*> filters() const;
  std::vector<std::string> people() const;

  // All that the filter leaves, in order.
  std::size_t size() const { return hits_.size(); }
  const content::Record& at(std::size_t place) const { return *index_->rows()[hits_[place]].record; }
  std::optional<std::size_t> place_of(const content::RecordId& id) const;
  // Records of each tab that the other filters leave.
  const TabCounts& tab_counts() const { return tab_counts_; }
  std::size_t total() const { return total_; }
  // When nothing is left: each single filter whose absence finds something, the smallest number first.
  const std::vector<Loosening>& loosenings() const { return loosenings_; }
  std::string words_of(const Loosening& loosening) const;   // 街区“江滩双拥街”

  std::string cell(const content::Record& record, const ListColumn& column) const;
  bool over(const content::Record& record) const;           // its last day is past

  // Pages count from 0.
  void set_page_rows(std::size_t rows);
  std::size_t page_rows() const { return page_rows_; }
  std::size_t page() const { return page_; }
  std::size_t pages() const { return std::max<std::size_t>(1, (hits_.size() + page_rows_ - 1) / page_rows_); }
  void go_to_page(std::size_t page);
  std::size_t page_begin() const { return page_ * page_rows_; }
  std::size_t page_end() const { return std::min(hits_.size(), page_begin() + page_rows_); }

  // The row under the keyboard's cursor, the one that the inspector shows.
  const std::optional<content::RecordId>& current() const { return current_; }
  void set_current(std::optional<content::RecordId> id);    // turns to its page
  void step(int rows);                                      // ↑↓; stays at the ends

  // Checkboxes. What a filter hides is not selected any more, so that nothing unseen is changed.
  const std::set<content::RecordId>& selection() const { return selection_; }
  bool selected(const content::RecordId& id) const { return selection_.contains(id); }
  void select(const content::RecordId& id, bool on);
  void select_page(bool on);
  void select_all();
  void select_none() { selection_.clear(); }

 private:
  void read_again();
  std::vector<Choice> make_choices(const ListIndex::Classes& classes);
  void sift();
  void keep_in_sight();

  const content::KindSpec& spec_;
  Workspace& office_;
  Records& records_;
  content::Day today_{};
  std::unique_ptr<ListIndex> index_;
  std::vector<ListColumn> columns_;
  std::map<std::string, std::vector<Choice>, std::less<>> choices_;
  std::vector<std::string> column_keys_;
  std::int64_t version_ = 0;
  bool stale_ = true;
  ListFilter filter_;
  ListOrder order_;
  std::vector<Slot> hits_;
  TabCounts tab_counts_{};
  std::size_t total_ = 0;
  std::vector<Loosening> loosenings_;
  std::size_t page_rows_ = 15;
  std::size_t page_ = 0;
  std::optional<content::RecordId> current_;
  std::set<content::RecordId> selection_;
};

}  // namespace admin
