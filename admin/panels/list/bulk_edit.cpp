#include "admin/panels/list/bulk_edit.h"

#include <fmt/format.h>

#include "admin/desk/button.h"
#include "admin/desk/choice.h"
#include "admin/desk/look.h"
#include "admin/editors/field_editor.h"
#include "admin/panels/form/picture_picker.h"
#include "admin/panels/list/bulk_bar.h"
#include "admin/workspace/deeds.h"

namespace admin {

using content::Field;

namespace {

// A title or a key of many records cannot be the same.
std::vector<const Field*> alike_fields(const content::KindSpec& spec) {
  std::vector<const Field*> fields;
  for (const Field& field : spec.fields) {
    const bool names = field.key == spec.title_key || field.type == content::FieldType::Pinyin || field.type == content::FieldType::Plane;
    if (!names && !field.is_english()) fields.push_back(&field);
  }
  return fields;
}

class BulkEdit : public desk::Layer {
 public:
  BulkEdit(const content::KindSpec& spec, std::vector<content::RecordId> records) : spec_(spec), records_(std::move(records)), fields_(alike_fields(spec)) {
    for (const Field* field : fields_) options_.push_back({.words = std::string(field->zh)});
  }

  bool dims() const override { return true; }

  bool draw(desk::Desk& desk) override {
    ui::Canvas& canvas = desk.canvas();
    const float height = std::min(canvas.size().h - 80, 250 + field_height_);
    const ui::Rect box = ui::centred(canvas.bounds(), {620, height});
    canvas.shadow(box, ui::Elevation::Dialog, desk::size::kDialogRadius);
    canvas.fill(box, desk::color::kPaper, desk::size::kDialogRadius);
    canvas.text({box.x + 28, box.y + 20, box.w - 56, 36}, fmt::format("修改选中的 {} 条{}", records_.size(), spec_.zh), desk::bold(19));
    const ui::Rect drop{box.x + 28, box.y + 72, box.w - 56, desk::size::kControl};
    if (const auto chosen = desk::drop_down(desk, drop, options_, chosen_, {.label = "要改的一项"}, "选要改的一项")) {
      chosen_ = static_cast<int>(*chosen);
      value_ = nullptr;
      editors_.forget();
    }
    if (chosen_ >= 0) {
      const Field& field = *fields_[static_cast<std::size_t>(chosen_)];
      const nlohmann::json body = nlohmann::json::object();
      field_height_ = editors_.edit(desk, {drop.x, drop.bottom() + 20, drop.w, 0}, field, value_, {.kind = spec_.kind,
                                     .body = &body,
                                     .prefix = "批量",
                                     .pick_picture = [&desk](std::function<void(content::MediaId)> chosen) { desk.show(make_picture_picker(std::move(chosen))); }}).height;
    }
    return draw_foot(desk, {box.x + 28, box.bottom() - 62, box.w - 56, desk::size::kBigButton});
  }

 private:
  bool draw_foot(desk::Desk& desk, ui::Rect row) {
    float right = row.right();
    const bool empties = chosen_ >= 0 && value_.is_null();
    const std::string words = empties ? fmt::format("清空 {} 条的这一项", records_.size()) : fmt::format("改 {} 条", records_.size());
    if (desk::button_from_right(desk, words, right, row.y, {.kind = desk::ButtonKind::Save, .enabled = chosen_ >= 0, .label = "改选中的"}, row.h)) {
      const Field& field = *fields_[static_cast<std::size_t>(chosen_)];
      return !desk.attempt([&] { tell_outcome(desk, "已修改", desk.office().deeds().set_field(records_, field.key, value_, Unfit::Skip)); });
    }
    if (desk::button_from_right(desk, "先不改", right, row.y, {}, row.h)) return false;
    desk.canvas().text({row.x, row.y, right - row.x - 8, row.h}, "改过的要重新提交审核", desk::second());
    return true;
  }

  const content::KindSpec& spec_;
  std::vector<content::RecordId> records_;
  std::vector<const Field*> fields_;
  std::vector<desk::Option> options_;
  int chosen_ = -1;
  nlohmann::json value_;
  editors::FieldEditors editors_;
  float field_height_ = 0;
};

}  // namespace

std::unique_ptr<desk::Layer> make_bulk_edit(const content::KindSpec& spec, std::vector<content::RecordId> records) {
  return std::make_unique<BulkEdit>(spec, std::move(records));
}

}  // namespace admin
