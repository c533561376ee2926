#include "admin/panels/list/kind_panel.h"

#include <utility>

#include "admin/desk/look.h"
#include "admin/panels/form/form_page.h"
#include "admin/panels/list/import_page.h"
#include "admin/panels/list/inspector.h"
#include "admin/panels/list/list_view.h"
#include "admin/workspace/record_list.h"
#include "content/error.h"
#include "kiosk/ui/text_edit.h"

namespace admin {

using content::RecordId;

namespace {

class KindPanel : public Panel {
 public:
  KindPanel(desk::Desk& desk, const content::KindSpec& spec, std::string title)
      : desk_(&desk), spec_(spec), list_(spec, desk.office(), desk.office().records()), view_(std::move(title), spec.key_fields.front().empty()) {
    editor_.moved = [this](const RecordId& id) { follow_record(id); };
  }

  void enter(desk::Desk& desk, const desk::Target& target) override {
    view_.forget_leftovers();
    desk.attempt([&] { follow_target(desk, target); });
  }

  void leave(desk::Desk& desk) override {
    desk.attempt([&] { desk.office().drafts().keep_all(); });
    editor_.hide(desk);
    form_.close();
    desk.close_popup();
  }

  std::optional<UnderWay> under_way() const override {
    if (!import_.writing()) return {};
    return UnderWay{.title = "表格正在写入草稿，要关掉吗？",
                    .sentence = "写入的不会丢：管理台等它写完再关，大约几秒。",
                    .act = "写完就关",
                    .danger = false};
  }

  void draw(desk::Desk& desk, ui::Rect area) override {
    list_.follow();
    editor_.follow(desk);
    if (form_.is_open() && editor_.showing()) {
      if (!form_.draw(desk, area, editor_)) close_form(desk);
      return;
    }
    form_.close();
    if (import_.is_open()) {
      if (!import_.draw(desk, area)) import_.close();
      return;
    }
    if (!desk.dropped.empty() && is_table(desk.dropped.front())) return begin_import(desk, std::exchange(desk.dropped, {}).front());
    if (!editor_.showing() && list_.current() && inspecting_) desk.attempt([&] { editor_.show(desk, *list_.current()); });
    const bool drawer = desk.canvas().size().w < desk::size::kDrawerBelow;
    // What is done with the ticked ones stands in the bar that a drawer would cover.
    if (drawer && inspecting_ && list_.selection().size() > ticked_) close_inspector(desk);
    ticked_ = list_.selection().size();
    const bool inspects = inspecting_ && editor_.showing();
    const float width = std::min(desk::size::kInspector, area.w * 0.62F);
    obey(desk, view_.draw(desk, inspects && !drawer ? area.left(area.w - width) : area, list_));
    if (inspects && editor_.showing() && !form_.is_open()) draw_inspector(desk, {area.right() - width, area.y, width, area.h}, drawer);
  }

  bool pending() const override {
    if (import_.pending()) return true;
    if (!editor_.showing()) return false;
    return form_.is_open() ? form_.pending(*desk_) : inspector_.pending(*desk_);
  }

 private:
  void follow_target(desk::Desk& desk, const desk::Target& target) {
    if (target.view == "new") return begin_new(desk);
    if (target.view == "import") return begin_import(desk, target.field);
    if (target.view == "expired" || target.view == "expiring") {
      close_form(desk);
      list_.set_filter({.validity = target.view == "expired" ? Validity::Over : Validity::Within90});
    }
    if (target.record.empty()) return;
    if (import_.is_open()) {
      return import_.unless_lost(desk, "放弃这次导入，去看那一条？", "放弃", [this, &desk, target] {
        import_.close();
        desk.attempt([&] { follow_target(desk, target); });
      });
    }
    if (!list_.place_of(target.record)) list_.clear_filter();
    list_.set_current(target.record);
    inspecting_ = true;
    editor_.show(desk, target.record);
    if (target.view != "form" && target.view != "history" && target.field.empty()) return form_.close();
    form_.open(spec_);
    if (target.view == "history") form_.show_history();
    if (!target.field.empty()) form_.go_to(desk, editor_, target.field);
  }

  // After a deed gave the record another id, or took it away.
  void follow_record(const RecordId& id) {
    list_.follow();
    if (id.empty()) {
      form_.close();
    } else if (list_.place_of(id)) {
      list_.set_current(id);
    }
  }

  void begin_new(desk::Desk& desk) {
    desk.attempt([&] {
      editor_.show_new(desk, spec_.kind);
      form_.open(spec_);
      editor_.focus(desk, spec_.title_key);
    });
  }

  // `file` empty: the clerk chooses one.
  void begin_import(desk::Desk& desk, const std::filesystem::path& file) {
    if (!desk.office().may(Right::Edit)) return desk.toast("导入表格要由编辑来做。");
    import_.unless_lost(desk, "换一张表格？", "换表格", [this, &desk, file] {
      close_form(desk);
      import_.open(desk.office(), spec_);
      if (!file.empty()) import_.take(file);
      desk.canvas().request_frame();
    });
  }

  void close_form(desk::Desk& desk) {
    form_.close();
    ui::drop_caret(desk.canvas());
    const bool is_new = editor_.showing() && editor_.record(desk) == nullptr;
    if (is_new) {
      const bool written = editor_.draft(desk).any_dirty();
      const bool kept = editor_.hide(desk);
      view_.forget_leftovers();
      if (written && kept) desk.toast("写好的已存成草稿，列表上方可以接着写。");
    }
    inspecting_ = inspecting_ && list_.current().has_value();
  }

  void draw_inspector(desk::Desk& desk, ui::Rect box, bool drawer) {
    ui::Canvas& canvas = desk.canvas();
    if (drawer) {
      canvas.touch("抽屉", box);   // what lies below does not answer
      canvas.shadow(box, ui::Elevation::Selected, 0);
    }
    const Inspector::Answer answer = inspector_.draw(desk, box, editor_);
    const bool closed = drawer && desk.shortcut({ui::Key::Escape}) && !desk.layered();
    if (answer.wish == Inspector::Wish::Close || closed) close_inspector(desk);
    if (answer.wish != Inspector::Wish::Form && answer.wish != Inspector::Wish::History) return;
    form_.open(spec_);
    if (answer.wish == Inspector::Wish::History) form_.show_history();
    if (!answer.field.empty()) form_.go_to(desk, editor_, answer.field);
  }

  void close_inspector(desk::Desk& desk) {
    inspecting_ = false;
    editor_.hide(desk);
    view_.forget_leftovers();
  }

  void inspect(desk::Desk& desk, const RecordId& id) {
    desk.attempt([&] {
      inspecting_ = true;
      if (editor_.id() != id) inspector_.to_top();
      editor_.show(desk, id);
      desk.office().records().seen(id);
    });
  }

  void trash(desk::Desk& desk) {
    if (!list_.current()) return;
    inspect(desk, *list_.current());
    if (editor_.showing()) editor_.trash(desk);
  }

  void obey(desk::Desk& desk, const ListAnswer& answer) {
    using Wish = ListAnswer::Wish;
    switch (answer.wish) {
      case Wish::None: return;
      case Wish::Show: {
        const bool drawer = desk.canvas().size().w < desk::size::kDrawerBelow;
        // Walking with the arrow keys does not open a drawer over the list; it follows in one that is open.
        if (!drawer || inspecting_) return inspect(desk, answer.record);
        return;
      }
      case Wish::Preview:
        if (inspecting_ && editor_.showing()) return inspector_.enlarge(desk);
        return inspect(desk, answer.record);
      case Wish::Open:
        inspect(desk, answer.record);
        if (editor_.showing()) form_.open(spec_);
        return;
      case Wish::New: return begin_new(desk);
      case Wish::Import: return begin_import(desk, {});
      case Wish::Trash: return trash(desk);
      case Wish::Continue:
        inspect(desk, answer.record);
        if (editor_.showing()) form_.open(spec_);
        return view_.forget_leftovers();
      case Wish::Drop:
        desk.ask({.title = "不要这份草稿了？",
                  .sentence = "写了一半的内容会丢掉，找不回来；已保存的不受影响。",
                  .safe = "留着",
                  .act = "不要了",
                  .danger = true,
                  .done = [this, &desk, id = answer.record](const std::string&) {
                    desk.attempt([&] { desk.office().drafts().give_up(id); });
                    view_.forget_leftovers();
                  }});
        return;
    }
  }

  desk::Desk* desk_;
  const content::KindSpec& spec_;
  RecordList list_;
  ListView view_;
  RecordEditor editor_;
  Inspector inspector_;
  FormPage form_;
  ImportPage import_;
  bool inspecting_ = true;
  std::size_t ticked_ = 0;   // in the last frame
};

}  // namespace

std::unique_ptr<Panel> make_kind_panel(desk::Desk& desk, const content::KindSpec& spec, std::string title) {
  return std::make_unique<KindPanel>(desk, spec, std::move(title));
}

int kind_badge(Workspace& office, const content::KindSpec& spec) {
  const TabCounts counts = office.records().counts(spec.kind);
  if (const int round = office.review_round(); round > 0) return office.records().waiting(spec.kind, round);
  return counts.at(static_cast<std::size_t>(Tab::Draft)) + counts.at(static_cast<std::size_t>(Tab::Returned));
}

}  // namespace admin
