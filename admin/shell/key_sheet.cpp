#include "admin/shell/key_sheet.h"

#include <array>
#include <string_view>

#include "admin/desk/button.h"
#include "admin/desk/marks.h"

namespace admin {

namespace {

struct KeyWords {
  std::string_view key, words;
};

// DESIGN-2 §16. 发布 has none on purpose.
constexpr std::array<KeyWords, 21> kKeys{{{"Ctrl K", "搜索一切"}, {"N", "新建"}, {"?", "全部快捷键"}, {"↑ ↓", "换一条"}, {"空格", "看大图 / 预览"}, {"Enter", "打开"},
                                          {"A", "通过"}, {"B", "退回，光标进意见"}, {"J / K", "下一处 / 上一处改动"}, {"Ctrl S", "保存"}, {"Ctrl ↵", "提交"}, {"F8", "下一处问题"},
                                          {"Ctrl B", "粗体（正文里）"}, {"Ctrl 1", "小标题（正文里）"}, {"Ctrl P", "只看预览"}, {"Ctrl Z", "撤销"}, {"Ctrl Y", "重做"}, {"Ctrl A", "全选"}, {"Delete", "放进回收站"}, {"Tab", "下一项"}, {"Esc", "关掉最上面一层"}}};

class KeySheet final : public desk::Layer {
 public:
  bool dims() const override { return true; }
  bool draw(desk::Desk& desk) override {
    ui::Canvas& canvas = desk.canvas();
    const ui::Rect box = ui::centred(canvas.bounds(), {860, 474});
    canvas.shadow(box, ui::Elevation::Dialog, desk::size::kDialogRadius);
    canvas.fill(box, desk::color::kPaper, desk::size::kDialogRadius);
    canvas.text({box.x + 32, box.y + 20, 400, 40}, "键盘", desk::bold(20));
    canvas.text({box.x + 92, box.y + 22, 500, 40}, "不用鼠标也能审完一天的稿", desk::second());
    constexpr int kColumns = 3;
    const float width = (box.w - 64) / kColumns;
    for (std::size_t i = 0; i < kKeys.size(); ++i) {
      const float x = box.x + 32 + width * static_cast<float>(i % kColumns);
      const float y = box.y + 96 + 44 * static_cast<float>(i / kColumns);
      desk::key_cap(desk, {x, y}, kKeys[i].key);
      canvas.text({x + 84, y - 14, width - 88, 28}, kKeys[i].words, desk::words());
    }
    desk::notice(desk, {box.x + 32, box.bottom() - 72, box.w - 64, 40}, "单字母只在列表上有效，输入时不起作用；发布没有快捷键。审核、发布、人员的改动不能用 Ctrl Z 撤销。", desk::Tone::Grey);
    return !desk::icon_button(desk, "关上", "close", {box.right() - 52, box.y + 20, 34, 34});
  }
};

}  // namespace

std::unique_ptr<desk::Layer> make_key_sheet() { return std::make_unique<KeySheet>(); }

}  // namespace admin
