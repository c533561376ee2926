// The records of one kind, prepared so that a list of 20,000 filters, sorts and searches in a few milliseconds: each column's
// order, each filter's classes and each record's search keys are worked out once and kept up to date record by record.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "admin/workspace/list_columns.h"
#include "admin/workspace/search_keys.h"

namespace admin {

using Slot = std::uint32_t;  // a record's place in the index, for good
inline constexpr std::int32_t kNoClass = -1;

class ListIndex {
 public:
  struct Row {
    const content::Record* record = nullptr;
    bool there = false;                 // false: it lies in the trash
    Tab tab = Tab::Draft;
    std::int32_t days_left = 0;         // until its last day, today counts 0; kEndless without one
    std::int32_t person = 0;            // place in people()
    SearchKeys keys;
  };
  static constexpr std::int32_t kEndless = INT32_MAX;

  // The slots in the column's order; records without a value from `filled` on.
  struct Order {
    std::vector<Slot> slots;
    std::size_t filled = 0;
  };
  // The values of a field by which one may filter, and each slot's.
  struct Classes {
    const content::Field* field = nullptr;
    std::vector<std::string> values;    // as the body has them
    std::vector<std::int32_t> of;       // by slot; kNoClass: none
    std::unordered_map<std::string, std::int32_t> places{};  // of each value in `values`
  };

  // Both must outlive it. Prepares the usual columns.
  ListIndex(const content::KindSpec& spec, Records& records, content::Day today);

  const content::KindSpec& spec() const { return spec_; }
  const std::vector<ListColumn>& columns() const { return columns_; }
  const std::vector<Row>& rows() const { return rows_; }
  const std::vector<std::string>& people() const { return people_; }
  const std::vector<Classes>& classes() const { return classes_; }
  const Classes* classes_of(std::string_view field) const;
  // Prepared at the first call for a column: some 50 ms at 20,000 records. Unknown keys: the title's order.
  const Order& order(std::string_view column);
  // Slot of a record; nullopt: it is not of this kind.
  std::optional<Slot> slot_of(const content::RecordId& id) const;

  // A record of this kind is new or another than before.
  void take(const content::Record& record);
  // True when the record is one whose title cells of this list show, and the title is another now: read all again.
  bool renames(const content::Record& record) const;

 private:
  struct Keyed {
    Order order;
    std::vector<std::string> keys;      // by slot
  };
  std::string shown_title(const content::RecordId& id) const;
  void fill(Slot slot);
  void classify(Slot slot);
  void make_keys(Row& row);
  Keyed prepared(const ListColumn& column);
  bool before(const Keyed& keyed, Slot a, Slot b) const;
  void move(Keyed& keyed, const ListColumn& column, Slot slot);
  const ListColumn& column(std::string_view key) const;

  const content::KindSpec& spec_;
  const Records& records_;
  content::Day today_;
  std::vector<ListColumn> columns_;
  KeyMaker& key_maker_;
  SortKeys sort_keys_;
  std::vector<Row> rows_;
  std::unordered_map<content::RecordId, Slot> slots_;
  std::vector<std::string> people_;
  std::vector<Classes> classes_;
  std::map<std::string, Keyed, std::less<>> orders_;
  std::unordered_map<content::RecordId, std::string> shown_titles_;  // of records that cells refer to
};

}  // namespace admin
