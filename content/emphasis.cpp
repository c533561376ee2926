#include "content/emphasis.h"

namespace content {

namespace {

constexpr auto kNowhere = std::string_view::npos;

bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '*'; }

}  // namespace

BoldWords find_bold(std::string_view line, std::size_t from) {
  for (std::size_t open = line.find(kBoldMark, from); open != kNowhere; open = line.find(kBoldMark, open + 1)) {
    const std::size_t inside = open + kBoldMark.size();
    const std::size_t close = line.find(kBoldMark, inside + 1);
    if (close == kNowhere || inside >= line.size()) break;
    if (line.substr(inside, close - inside).find('\n') != kNowhere) continue;
    if (!is_blank(line[inside]) && !is_blank(line[close - 1])) return {open, close + kBoldMark.size()};
  }
  return {kNowhere, kNowhere};
}

EmphasisedText read_emphasis(std::string_view line) {
  EmphasisedText read;
  std::size_t at = 0;
  for (BoldWords found = find_bold(line, 0); found.begin != kNowhere; found = find_bold(line, at)) {
    read.text += line.substr(at, found.begin - at);
    const std::size_t begin = read.text.size();
    read.text += line.substr(found.begin + kBoldMark.size(), found.end - found.begin - 2 * kBoldMark.size());
    read.bold.push_back({begin, read.text.size()});
    at = found.end;
  }
  read.text += line.substr(at);
  return read;
}

}  // namespace content
