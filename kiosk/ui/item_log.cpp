#include "kiosk/ui/item_log.h"

#include <algorithm>

#include <imgui.h>
#include <imgui_internal.h>

namespace ui {

ItemLog::~ItemLog() { remove(); }

void ItemLog::install(ImGuiContext* context, float pixels_per_u) {
  if (context_ != context) remove();
  context_ = context;
  pixels_per_u_ = pixels_per_u;
  context->TestEngine = this;
  context->TestEngineHookItems = true;
}

void ItemLog::remove() {
  if (context_ != nullptr && context_->TestEngine == this) {
    context_->TestEngine = nullptr;
    context_->TestEngineHookItems = false;
  }
  context_ = nullptr;
}

void ItemLog::begin_frame() {
  boxes_.clear();
  items_.clear();
}

std::optional<Rect> ItemLog::find(std::string_view label) const {
  const auto found = std::find_if(items_.begin(), items_.end(), [label](const LoggedItem& item) { return item.label == label; });
  return found == items_.end() ? std::nullopt : std::optional(found->box);
}

std::vector<std::string> ItemLog::duplicates() const {
  std::map<std::string, int> counts;
  for (const LoggedItem& item : items_) ++counts[item.label];
  std::vector<std::string> twice;
  for (const auto& [label, count] : counts) {
    if (count > 1) twice.push_back(label);
  }
  return twice;
}

void ItemLog::item_box(std::uint32_t id, Rect pixels) {
  const float scale = 1 / pixels_per_u_;
  boxes_[id] = {pixels.x * scale, pixels.y * scale, pixels.w * scale, pixels.h * scale};
}

void ItemLog::item_label(std::uint32_t id, std::string_view label) {
  const auto box = boxes_.find(id);
  if (box == boxes_.end()) return;
  items_.push_back({std::string(label.substr(0, label.find("##"))), box->second, box->second});
}

void ItemLog::add(LoggedItem item) {
  item.label.resize(std::min(item.label.size(), item.label.find("##")));
  items_.push_back(std::move(item));
}

void ItemLog::mark_primary() {
  if (!items_.empty()) items_.back().primary = true;
}

void ItemLog::put_behind() {
  for (LoggedItem& item : items_) item.behind = true;
}

void TextLog::put_behind() {
  for (LoggedText& text : texts_) text.behind = true;
}

void TextLog::cover(Rect plane) {
  for (LoggedText& text : texts_) {
    const Rect& box = text.seen;
    if (box.x >= plane.x && box.right() <= plane.right() && box.y >= plane.y && box.bottom() <= plane.bottom()) text.covered = true;
  }
}

bool TextLog::contains(std::string_view part) const { return find(part) != nullptr; }

const LoggedText* TextLog::find(std::string_view part) const {
  const auto found = std::find_if(texts_.begin(), texts_.end(), [part](const LoggedText& text) { return text.text.find(part) != std::string::npos; });
  return found == texts_.end() ? nullptr : &*found;
}

std::string TextLog::all() const {
  std::string joined;
  for (const LoggedText& text : texts_) joined += text.text + "\n";
  return joined;
}

}  // namespace ui

#ifdef IMGUI_ENABLE_TEST_ENGINE
// Dear ImGui calls these four; every program that links it needs them.
namespace {
ui::ItemLog* log_of(ImGuiContext* context) { return static_cast<ui::ItemLog*>(context->TestEngine); }
}  // namespace

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& box, const ImGuiLastItemData* /*data*/) {
  ui::ItemLog* log = log_of(context);
  if (log == nullptr || id == 0) return;
  log->item_box(id, {box.Min.x, box.Min.y, box.GetWidth(), box.GetHeight()});
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* context, ImGuiID id, const char* label, ImGuiItemStatusFlags /*flags*/) {
  ui::ItemLog* log = log_of(context);
  if (log != nullptr && id != 0 && label != nullptr) log->item_label(id, label);
}

void ImGuiTestEngineHook_Log(ImGuiContext* /*context*/, const char* /*format*/, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext* /*context*/, ImGuiID /*id*/) { return nullptr; }
#endif
