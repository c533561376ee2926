#include "kiosk/article_text.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "content/days.h"
#include "content/emphasis.h"
#include "kiosk/widgets/page_frame.h"

namespace kiosk {
namespace {

constexpr std::string_view kWideBlank = "\u3000";
constexpr int kCharactersPerMinute = 250;

// Length of the blank at the text's start, 0 when there is none.
std::size_t blank_at(std::string_view text) {
  if (text.starts_with(kWideBlank)) return kWideBlank.size();
  return !text.empty() && (text[0] == ' ' || text[0] == '\t' || text[0] == '\r') ? 1 : 0;
}

std::string_view trimmed(std::string_view text) {
  while (const auto blank = blank_at(text)) text.remove_prefix(blank);
  while (!text.empty()) {
    if (text.ends_with(kWideBlank)) {
      text.remove_suffix(kWideBlank.size());
    } else if (text.back() == ' ' || text.back() == '\t' || text.back() == '\r') {
      text.remove_suffix(1);
    } else {
      break;
    }
  }
  return text;
}

void add(std::vector<ui::FlowBlock>& blocks, ui::FlowBlock::Kind kind, std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return;
  content::EmphasisedText read = content::read_emphasis(text);
  ui::FlowBlock& block = blocks.emplace_back(ui::FlowBlock{.kind = kind, .text = std::move(read.text)});
  for (const content::BoldWords& bold : read.bold) block.bold.push_back({bold.begin, bold.end});
}

// Texts pasted from a page without line breaks keep their paragraphs' indents.
void add_paragraphs(std::vector<ui::FlowBlock>& blocks, std::string_view line) {
  constexpr std::string_view kIndent = "\u3000\u3000";
  for (auto cut = line.find(kIndent); cut != std::string_view::npos; cut = line.find(kIndent)) {
    add(blocks, ui::FlowBlock::Kind::Paragraph, line.substr(0, cut));
    line.remove_prefix(cut + kIndent.size());
  }
  add(blocks, ui::FlowBlock::Kind::Paragraph, line);
}

void add_line(std::vector<ui::FlowBlock>& blocks, std::string_view line) {
  using Kind = ui::FlowBlock::Kind;
  const std::pair<std::string_view, Kind> marks[] = {{"### ", Kind::Heading}, {"## ", Kind::Heading}, {"# ", Kind::Heading},
                                                     {"> ", Kind::Quote},     {"- ", Kind::ListItem}};
  for (const auto& [mark, kind] : marks) {
    if (line.starts_with(mark)) {
      add(blocks, kind, line.substr(mark.size()));
      return;
    }
  }
  add_paragraphs(blocks, line);
}

}  // namespace

std::vector<ui::FlowBlock> article_blocks(std::string_view body) {
  std::vector<ui::FlowBlock> blocks;
  while (!body.empty()) {
    const auto end = body.find('\n');
    add_line(blocks, trimmed(body.substr(0, end)));
    body = end == std::string_view::npos ? std::string_view{} : body.substr(end + 1);
  }
  return blocks;
}

int reading_minutes(std::string_view body) {
  int characters = 0;
  for (const auto& block : article_blocks(body)) {
    characters += static_cast<int>(std::ranges::count_if(
        block.text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U && byte != ' '; }));
  }
  return std::max(1, (characters + kCharactersPerMinute - 1) / kCharactersPerMinute);
}

std::string article_day(content::Day day, content::LocalMinute now, const Texts& texts) {
  const std::string month = month_name(day.month(), texts);
  const std::string date = std::to_string(static_cast<unsigned>(day.day()));
  if (day.year() == content::day_of(now).year()) return texts.format("publicity.day", {month, date});
  return texts.format("publicity.date", {std::to_string(static_cast<int>(day.year())), month, date});
}

}  // namespace kiosk
