// The office as the window works with it: the database, who is signed in and what they may do. No ImGui, no drawing.
//
// Main thread only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "content/media_store.h"
#include "content/office_store.h"
#include "content/rights.h"

namespace admin {

class Checks;
class Deeds;
class Drafts;
class PictureDrops;
class Records;
class UndoStack;

// What the window offers to whom; the store refuses the rest too.
using content::Right;

class Workspace {
 public:
  struct Options {
    std::filesystem::path db{};
    std::filesystem::path outbox{};                     // empty: the setting "outbox", else "outbox" beside the database's folder
    std::function<std::int64_t()> now_ms{};             // since 1970 UTC; empty: the system's clock
    content::PasswordCost cost = content::PasswordCost::Moderate;
  };

  Workspace(Options options, std::unique_ptr<content::OfficeStore> store);
  ~Workspace();
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

  content::OfficeStore& store() { return *store_; }
  const content::OfficeStore& store() const { return *store_; }
  const content::MediaStore& library() const { return library_; }
  const std::filesystem::path& db() const { return options_.db; }
  std::filesystem::path outbox() const;
  std::int64_t now_ms() const;
  content::PasswordCost password_cost() const { return options_.cost; }

  // All records in memory, read when they are first asked for. The shell refreshes them a few times a second; who writes
  // refreshes them at once.
  Records& records();
  // What the clerk does to records, with undo; what they are writing; what is wrong with it. Made when first asked for.
  UndoStack& undo_stack();
  Deeds& deeds();
  Drafts& drafts();
  Checks& checks();
  // Pictures on their way into fields of records.
  PictureDrops& picture_drops();

  // Nobody is signed in at first, and after lock().
  void sign_in(content::Person person) { person_ = std::move(person); }
  void lock() { person_.reset(); }
  bool signed_in() const { return person_.has_value(); }
  // Throws Error when nobody is signed in.
  const content::Person& person() const;
  bool may(Right right) const;
  // 1–3: the round that the signed-in person reviews; 0: none.
  int review_round() const;

 private:
  Options options_;
  std::unique_ptr<content::OfficeStore> store_;
  content::MediaStore library_;
  std::optional<content::Person> person_;
  std::unique_ptr<Records> records_;
  std::unique_ptr<UndoStack> undo_stack_;
  std::unique_ptr<Deeds> deeds_;
  std::unique_ptr<Drafts> drafts_;
  std::unique_ptr<Checks> checks_;
  std::unique_ptr<PictureDrops> picture_drops_;
};

}  // namespace admin
