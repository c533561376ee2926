#include "kiosk/widgets/on_screen_keyboard.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "kiosk/ui/typed_keys.h"
#include "kiosk/ui/utf8.h"
#include "kiosk/ui/widgets_look.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Rect;

constexpr std::array<std::string_view, 3> kQwerty{"QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"};
constexpr std::array<std::string_view, 3> kAlphabet{"ABCDEFGHIJ", "KLMNOPQRS", "TUVWXYZ"};
constexpr std::array<std::string_view, 3> kDigits{"12345", "67890", ""};
constexpr int kKeysInRow = 10;

const std::array<std::string_view, 3>& rows_of(KeyboardLayout layout) {
  switch (layout) {
    case KeyboardLayout::Alphabet: return kAlphabet;
    case KeyboardLayout::Digits: return kDigits;
    case KeyboardLayout::Qwerty: break;
  }
  return kQwerty;
}

bool append(std::string& text, std::string_view more) {
  if (text.size() + more.size() > OnScreenKeyboard::kMostBytes) return false;
  text += more;
  return true;
}

bool erase_last(std::string& text) {
  if (text.empty()) return false;
  do {
    const bool continuation = (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80;
    text.pop_back();
    if (!continuation) break;
  } while (!text.empty());
  return true;
}

}  // namespace

bool OnScreenKeyboard::draw(ui::Canvas& canvas, const Context& context, Rect area) {
  const bool wide = canvas.landscape();
  bool changed = take_typed(context);
  if (wide) {
    // Of 1808 u: ten keys of 132 with gaps of 14, a gap of 44, the column of 318.
    const float unit = area.w / 1808;
    const Rect letters = area.left(1446 * unit);
    const float step = area.h / 3;
    const float height = step - (step < 92 ? 10 : 14);
    changed |= draw_letters(canvas, context, letters, step, height);
    const float x = area.x + 1490 * unit;
    const Rect top{x, area.y, area.right() - x, height};
    changed |= draw_side_keys(canvas, context, {top, top.moved(0, step), top.moved(0, 2 * step)});
    return changed;
  }
  const float step = area.h / 4;
  changed |= draw_letters(canvas, context, area, step, step - 12);
  const Rect row{area.x, area.y + 3 * step, area.w, step - 12};
  const float digits = row.w * 0.2355F;
  const float clear = row.w * 0.2541F;
  const Rect order{row.x + digits + 10, row.y, row.w - digits - clear - 20, row.h};
  changed |= draw_side_keys(canvas, context, {order, row.left(digits), Rect{row.right() - clear, row.y, clear, row.h}});
  return changed;
}

bool OnScreenKeyboard::draw_letters(ui::Canvas& canvas, const Context& context, Rect area, float row_step, float key_height) {
  const auto& rows = rows_of(context.visitor.keyboard);
  const bool digits = context.visitor.keyboard == KeyboardLayout::Digits;
  const bool wide = canvas.landscape();
  const float gap = wide ? 14 : 10;
  const float key_width = (area.w + gap) / kKeysInRow - gap;
  const float step = key_width + gap;
  // Rows two and three begin half a key further right; landscape's third a whole key.
  const std::array<float, 3> indent{0, step / 2, wide ? step : step / 2};
  std::string& typed = context.visitor.typed;
  bool changed = false;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const float y = area.y + static_cast<float>(row) * row_step;
    const float width = digits ? 2 * key_width + gap : key_width;
    float x = area.x + (digits ? 0 : indent[row]);
    for (std::size_t i = 0; i < rows[row].size(); ++i) {
      const std::string_view letter = rows[row].substr(i, 1);
      if (key(canvas, letter, letter, {x, y, width, key_height}, wide ? 42.0F : 45.0F)) changed |= append(typed, letter);
      x += width + gap;
    }
    if (row + 1 < rows.size()) continue;
    const float left = area.x + (wide ? 8 * step : 7.5F * step);
    const Rect box{left, y, area.right() - left, key_height};
    if (key(canvas, context.texts("search.key.backspace"), {}, box, 0)) changed |= erase_last(typed);
  }
  return changed;
}

bool OnScreenKeyboard::draw_side_keys(ui::Canvas& canvas, const Context& context, const std::array<Rect, 3>& boxes) {
  const Texts& texts = context.texts;
  Visitor& visitor = context.visitor;
  const bool alphabet = visitor.keyboard == KeyboardLayout::Alphabet;
  const bool digits = visitor.keyboard == KeyboardLayout::Digits;
  const auto order = texts(alphabet ? "search.key.qwerty" : "search.key.alphabet");
  if (key(canvas, order, order, boxes[0], 31)) visitor.keyboard = alphabet ? KeyboardLayout::Qwerty : KeyboardLayout::Alphabet;
  const auto other = texts(digits ? "search.key.letters" : "search.key.digits");
  if (key(canvas, other, other, boxes[1], 34)) visitor.keyboard = digits ? KeyboardLayout::Qwerty : KeyboardLayout::Digits;
  const auto clear = texts("search.key.clear");
  if (!key(canvas, clear, clear, boxes[2], 34) || visitor.typed.empty()) return false;
  visitor.typed.clear();
  return true;
}

// What a plugged-in keyboard typed since the last frame.
bool OnScreenKeyboard::take_typed(const Context& context) const {
  std::string& typed = context.visitor.typed;
  bool changed = false;
  const ui::TypedKeys keys = ui::typed_keys();
  for (const char32_t character : keys.characters) {
    if (character == U' ' && typed.empty()) continue;
    std::string one;
    ui::append_character(one, character < 0x80 ? static_cast<char32_t>(std::toupper(static_cast<int>(character))) : character);
    changed |= append(typed, one);
  }
  if (keys.erase) changed |= erase_last(typed);
  return changed;
}

// Pressed is ink (in high contrast yellow), and stays so for a moment after a quick tap. No face: the backspace arrow.
bool OnScreenKeyboard::key(ui::Canvas& canvas, std::string_view label, std::string_view face, Rect box, float size) const {
  const ui::Touch touch = canvas.touch(label, box.inset(-5, -5));
  const bool high_contrast = canvas.theme().modes.high_contrast;
  const ui::Look rest = ui::control_look(canvas.theme(), ui::LookState::Rest);
  const ui::Look pressed = ui::control_look(canvas.theme(), ui::LookState::Selected);
  const float lit = canvas.animate("key " + std::string(label), touch.pressed ? 1 : 0,
                                   touch.pressed ? std::chrono::milliseconds(1) : ui::motion::kRelease);
  const ui::Color words = lit > 0.4F ? pressed.words : rest.words;
  canvas.fill(box, ui::mix(rest.edge, pressed.edge, lit), ui::radius::kButton);
  const Rect plane = high_contrast ? box.inset(ui::stroke::kHighContrast) : Rect{box.x + 2, box.y + 2, box.w - 4, box.h - 6};
  canvas.fill(plane, ui::mix(rest.fill, pressed.fill, lit), ui::radius::kButton - 2);
  if (face.empty()) {
    canvas.icon("backspace", {box.centre().x, box.centre().y - 2}, 50, high_contrast && lit <= 0.4F ? rest.icon : words);
  } else {
    ui::TextStyle style{.face = Face::SansMedium, .size = size, .color = words, .align = ui::Align::Centre};
    if (const float wide = canvas.measure(face, style); wide > box.w - 20) style.size = std::max(25.5F, style.size * (box.w - 20) / wide);
    if (canvas.measure(face, style) <= box.w - 8) {
      canvas.text(box.inset(4, 0).moved(0, 1), face, style);
    } else {
      style.line = 1.1F;
      const ui::TextBlock block = canvas.layout(face, style, box.w - 8, 2);
      canvas.draw(block, {box.x + 4, box.centre().y + 1 - block.height() / 2});
    }
  }
  if (touch.focused) canvas.focus_ring(box, ui::radius::kButton);
  return touch.tapped;
}

}  // namespace kiosk
