// A table's columns beside the kind's fields, and what this person chose for such a table before.
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "admin/workspace/import_session.h"
#include "content/error.h"
#include "content/sha256.h"
#include "content/tables/cell_text.h"

namespace admin {

namespace tables = content::tables;
using content::Field;
using tables::GridRow;

namespace {

constexpr std::size_t kSamples = 3;
constexpr std::size_t kSampleRows = 200;   // looked at for samples

}  // namespace

// Columns that this person chose for a table with the same headers.
std::string ImportSession::preference_key() const {
  std::string names;
  if (const GridRow* header = tables::row_at(*grid_, layout_.header_row)) {
    for (const std::string& cell : header->cells) names += tables::one_line(cell) + '\n';
  }
  return fmt::format("import.{}.{}", spec_.word, content::sha256_hex(names).substr(0, 16));
}

// Columns right of the header's last one too, as far as this table has them.
void ImportSession::recall_columns() try {
  layout_.fields.resize(width(), nullptr);
  if (!office_.signed_in()) return;
  const auto kept = office_.store().preference(preference_key(), office_.person().name);
  const auto keys = nlohmann::json::parse(kept.value_or(""), nullptr, false);
  if (!keys.is_array()) return;
  for (std::size_t i = 0; i < std::min(keys.size(), layout_.fields.size()); ++i) layout_.fields[i] = keys[i].is_string() ? spec_.find_field(keys[i].get<std::string>()) : nullptr;
} catch (const content::Error& error) {
  spdlog::warn("import: the columns of last time are not known: {}", error.what());
}

void ImportSession::remember_columns() try {
  tables::Layout guessed = tables::guess_layout_at(spec_, *grid_, layout_.header_row);
  guessed.fields.resize(layout_.fields.size(), nullptr);
  const std::string key = preference_key();
  if (guessed.fields == layout_.fields && !office_.store().preference(key, office_.person().name)) return;
  nlohmann::json keys = nlohmann::json::array();
  for (const Field* field : layout_.fields) keys.push_back(field == nullptr ? "" : std::string(field->key));
  office_.store().set_preference(key, keys.dump(), office_.person().name);
} catch (const content::Error& error) {   // another is writing, or the disk is full: the trial goes on all the same
  spdlog::warn("import: the columns are not remembered: {}", error.what());
}

std::size_t ImportSession::width() const {
  std::size_t width = layout_.fields.size();
  for (std::size_t i = 0; i < std::min(grid_->rows.size(), kSampleRows); ++i) width = std::max(width, grid_->rows[i].cells.size());
  return width;
}

void ImportSession::list_columns() {
  columns_.clear();
  const std::size_t rows = std::min(grid_->rows.size(), kSampleRows);
  const GridRow* header = tables::row_at(*grid_, layout_.header_row);
  for (std::size_t column = 0; column < layout_.fields.size(); ++column) {
    FileColumn one{.index = column, .header = header == nullptr ? "" : tables::one_line(header->cell(column)), .samples = {}, .field = layout_.fields[column]};
    for (std::size_t i = 0; i < rows && one.samples.size() < kSamples; ++i) {
      if (grid_->rows[i].number <= layout_.header_row) continue;
      std::string sample = tables::one_line(grid_->rows[i].cell(column));
      if (!sample.empty() && std::ranges::find(one.samples, sample) == one.samples.end()) one.samples.push_back(std::move(sample));
    }
    if (!one.header.empty() || !one.samples.empty()) columns_.push_back(std::move(one));
  }
}

void ImportSession::set_header_row(int row) {
  if (writing()) return;
  tables::Layout layout = tables::guess_layout_at(spec_, *grid_, row);
  layout.corrections = std::move(layout_.corrections);
  layout.left_out = std::move(layout_.left_out);
  layout.same_for_all = std::move(layout_.same_for_all);
  layout_ = std::move(layout);
  ++layout_version_;
  recall_columns();
  list_columns();
}

void ImportSession::set_field(std::size_t column, const Field* field) {
  if (column >= layout_.fields.size() || writing()) return;
  ++layout_version_;
  if (field != nullptr) std::ranges::replace(layout_.fields, field, static_cast<const Field*>(nullptr));
  layout_.fields[column] = field;
  for (FileColumn& one : columns_) one.field = layout_.fields[one.index];
  if (step_ != ImportStep::Rows) return;
  if (can_try()) return try_rows();
  failure_ = no_title_words();
}

void ImportSession::set_same_for_all(const Field& field, const std::string& words) {
  if (writing()) return;
  layout_.same_for_all[&field] = words;
  ++layout_version_;
}

void ImportSession::back_to_columns() {
  if (!writing()) step_ = ImportStep::Columns;
}

std::vector<const Field*> ImportSession::missing() const {
  std::vector<const Field*> fields;
  for (const Field& field : spec_.fields) {
    if (field.required && std::ranges::find(layout_.fields, &field) == layout_.fields.end()) fields.push_back(&field);
  }
  return fields;
}

bool ImportSession::can_try() const {
  return std::ranges::find(layout_.fields, spec_.find_field(spec_.title_key)) != layout_.fields.end();
}

std::string ImportSession::no_title_words() const {
  return fmt::format("没有一列是“{}”，不能试也不能写入；请在“列的对应”里选好哪一列写的是它。", spec_.find_field(spec_.title_key)->zh);
}

}  // namespace admin
