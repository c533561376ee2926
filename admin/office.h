// What several commands do with the office's database: open it, find people, kinds and records.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "admin/context.h"
#include "content/kinds.h"
#include "content/office_store.h"

namespace admin {

// $XDG_DATA_HOME/shuangyong-window/office.db, else below $HOME/.local/share; empty when neither is set.
std::filesystem::path usual_database();

// Throws Error with the database's own sentence when it is missing, newer, foreign or damaged; says so when it was
// brought up to date.
std::unique_ptr<content::OfficeStore> open_office(Context& context);

// By word or name, Chinese or English. Throws Error that lists the kinds.
const content::KindSpec& kind_named(const std::string& word);

// The person called `name`; an empty name means the only editor. Throws Error.
content::Person person_named(const content::OfficeStore& office, const std::string& name);
// The same for someone who reviews. Throws Error for an editor.
content::Person reviewer_named(const content::OfficeStore& office, const std::string& name);

// The record of the kind with exactly this title. Throws Error when there is none or more than one.
content::Record record_named(const content::OfficeStore& office, const content::KindSpec& spec,
                             const std::string& title);

// The same for one in the trash.
content::Record trashed_record(const content::OfficeStore& office, const content::KindSpec& spec,
                               const std::string& title);

// Records that a command is for: all of every kind, or those named.
struct Selection {
  bool all = false;
  std::string kind;
  std::vector<std::string> names;
};
// Throws Error unless exactly one of both is given. With `all`, records in other states than `states` are left out.
std::vector<content::Record> selected(const content::OfficeStore& office, const Selection& selection,
                                      const std::vector<content::ReviewState>& states);

// "商户", "Merchant"
std::string kind_name(const Context& context, content::Kind kind);
std::string title_of(const content::Record& record);

}  // namespace admin
