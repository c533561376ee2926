#include "admin/workspace/workspace.h"

#include <chrono>
#include <utility>

#include "admin/workspace/checks.h"
#include "admin/workspace/deeds.h"
#include "admin/workspace/drafts.h"
#include "admin/workspace/picture_drops.h"
#include "admin/workspace/records.h"
#include "admin/workspace/undo_stack.h"
#include "content/error.h"

namespace admin {

Workspace::Workspace(Options options, std::unique_ptr<content::OfficeStore> store)
    : options_(std::move(options)), store_(std::move(store)), library_(options_.db) {}

Workspace::~Workspace() = default;

Records& Workspace::records() {
  if (records_ == nullptr) records_ = std::make_unique<Records>(*this);
  return *records_;
}

UndoStack& Workspace::undo_stack() {
  if (undo_stack_ == nullptr) undo_stack_ = std::make_unique<UndoStack>(*this);
  return *undo_stack_;
}

Deeds& Workspace::deeds() {
  if (deeds_ == nullptr) deeds_ = std::make_unique<Deeds>(*this, records(), undo_stack());
  return *deeds_;
}

Drafts& Workspace::drafts() {
  if (drafts_ == nullptr) drafts_ = std::make_unique<Drafts>(*this, records(), deeds());
  return *drafts_;
}

Checks& Workspace::checks() {
  if (checks_ == nullptr) checks_ = std::make_unique<Checks>(*this, records());
  return *checks_;
}

PictureDrops& Workspace::picture_drops() {
  if (picture_drops_ == nullptr) picture_drops_ = std::make_unique<PictureDrops>(*this);
  return *picture_drops_;
}

std::filesystem::path Workspace::outbox() const {
  if (!options_.outbox.empty()) return options_.outbox;
  if (const auto chosen = store_->setting("outbox"); chosen && !chosen->empty()) return *chosen;
  return std::filesystem::absolute(options_.db).parent_path().parent_path() / "outbox";
}

std::int64_t Workspace::now_ms() const {
  if (options_.now_ms) return options_.now_ms();
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

const content::Person& Workspace::person() const {
  if (!person_) throw content::Error("还没有人登录；请先登录。", "Nobody is signed in; sign in first.");
  return *person_;
}

int Workspace::review_round() const { return person_ ? content::review_round(person_->role) : 0; }

bool Workspace::may(Right right) const { return person_ && content::may(person_->role, right); }

}  // namespace admin
