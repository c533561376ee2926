// What becomes of what is written and of what goes on beside the window, when it closes or somebody else sits down.
#include <algorithm>
#include <utility>

#include "admin/preview/preview.h"
#include "admin/shell/shell.h"
#include "admin/workspace/drafts.h"
#include "admin/workspace/picture_drops.h"

namespace admin {

// Somebody else's panels and places are not theirs.
void Shell::change_hands(const content::Person& person) {
  const bool works = std::ranges::any_of(made_, [](const auto& one) { return one.second->under_way().has_value(); });
  if (!panels_kept_ || works) left_behind_[last_person_] = {.panels = std::move(made_), .unsaved = !panels_kept_};
  made_.clear();
  showing_ = nullptr;
  panel_ = nullptr;
  panels_kept_ = true;
  if (const auto theirs = left_behind_.find(person.name); theirs != left_behind_.end()) {
    made_ = std::move(theirs->second.panels);
    left_behind_.erase(theirs);
  }
}

// Whatever panel shows, with the whole patience even after a refusal.
bool Shell::keep_everything() {
  office_.store().forget_refusals();
  bool kept = last_person_.empty() || desk_.attempt([this] { office_.drafts().keep_all(); });
  if (!office_.signed_in()) return kept && panels_kept_;
  panels_kept_ = true;
  for (const auto& [id, panel] : made_) panels_kept_ = panel->keep(desk_) && panels_kept_;
  return kept && panels_kept_;
}

// Of whoever sits here or sat here before.
std::optional<UnderWay> Shell::under_way() const {
  const auto of = [](const std::map<std::string_view, std::unique_ptr<Panel>>& panels) {
    std::optional<UnderWay> found;
    for (const auto& [id, panel] : panels) {
      if (!found) found = panel->under_way();
    }
    return found;
  };
  std::optional<UnderWay> found = of(made_);
  for (const auto& [person, left] : left_behind_) {
    if (!found) found = of(left.panels);
  }
  const std::size_t pictures = office_.picture_drops().left();
  return found || pictures == 0 ? found : pictures_under_way(pictures);
}

// Everything that was written; the desk says what is not.
bool Shell::all_safe() {
  const bool behind = std::ranges::any_of(left_behind_, [](const auto& one) { return one.second.unsaved; });
  return keep_everything() && !behind;
}

bool Shell::close() {
  const bool safe = all_safe();
  session_.wake();
  if (!safe) {
    unkept_ = desk_.failure().empty() ? "有人锁屏前写的还没有存进数据库。" : desk_.failure();
    return false;
  }
  if ((cut_off_ = under_way())) return false;
  if (panel_ != nullptr && office_.signed_in()) panel_->leave(desk_);
  return true;
}

void Shell::ask_before_cutting_off() {
  if (!cut_off_) return;
  const UnderWay work = *std::exchange(cut_off_, std::nullopt);
  if (!asking_.expired()) return;
  const auto open = std::make_shared<bool>(true);
  asking_ = open;
  desk_.ask({.title = work.title,
             .sentence = work.sentence,
             .safe = "再等等",
             .act = work.act,
             .danger = work.danger,
             .done = [this, open](const std::string&) { gives_up_ = all_safe(), session_.wake(); }});
}

void Shell::ask_before_loss() {
  if (unkept_.empty()) return;
  const std::string why = std::exchange(unkept_, {});
  if (!asking_.expired()) return;
  const auto open = std::make_shared<bool>(true);
  asking_ = open;
  desk_.ask({.title = "还有没存上的内容，要关掉吗？",
             .sentence = why + "管理台正在再试，存上了再关就不会丢；现在关掉，没存上的找不回来。",
             .safe = "再等等",
             .act = "不存了，关掉",
             .danger = true,
             .done = [this, open](const std::string&) { gives_up_ = true, session_.wake(); }});
}

}  // namespace admin
