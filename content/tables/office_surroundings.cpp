#include "content/tables/office_surroundings.h"

#include "content/durable_file.h"
#include "content/tables/encoding.h"

namespace content::tables {
namespace {

constexpr std::size_t kLongestText = 1'000'000;  // bytes; the longest article is some 60,000 characters

CellFault no_such_file(const std::string& path) {
  return {{"找不到文件 " + path, "there is no file " + path},
          {"文件要放在表格旁边，路径从表格所在的文件夹写起",
           "put it beside the table and write its path from the table's folder"}};
}

bool stays_below(const std::filesystem::path& path) {
  if (path.empty() || path.is_absolute()) return false;
  for (const std::filesystem::path& part : path) {
    if (part == "..") return false;
  }
  return true;
}

}  // namespace

OfficeSurroundings::OfficeSurroundings(const OfficeStore& office, std::filesystem::path folder,
                                       std::function<std::optional<MediaId>(const std::string&)> bring_media)
    : office_(office), folder_(std::move(folder)), bring_media_(std::move(bring_media)) {}

OfficeSurroundings::Titles& OfficeSurroundings::titles(Kind kind) {
  const auto [place, fresh] = titles_.try_emplace(kind);
  if (fresh) {
    const KindSpec& spec = kind_spec(kind);
    for (const Record& record : office_.list(kind)) place->second[title_of(spec, record.body)].push_back(record.id);
  }
  return place->second;
}

void OfficeSurroundings::expect(Kind kind, const std::string& title) {
  std::vector<RecordId>& ids = titles(kind)[title];
  if (!ids.empty()) return;
  ids.push_back(RecordId::make());
  stand_ins_.emplace(ids.back().text, title);
}

std::variant<RecordId, CellFault> OfficeSurroundings::record(Kind kind, const std::string& title) {
  const Titles& known = titles(kind);
  const auto found = known.find(title);
  const KindSpec& spec = kind_spec(kind);
  const std::string zh(spec.zh);
  const std::string word(spec.word);
  if (found == known.end()) {
    return CellFault{{"没有叫“" + title + "”的" + zh, "there is no " + word + " “" + title + "”"},
                     {"请先导入" + zh + "，或改成已有的名称",
                      "import that " + word + " first, or write the name of one that is there"}};
  }
  if (found->second.size() > 1) {
    return CellFault{{"有 " + std::to_string(found->second.size()) + " 个" + zh + "都叫“" + title + "”",
                      "several " + word + " records are called “" + title + "”"},
                     {"请先给它们取不同的名称", "give them different names first"}};
  }
  return found->second.front();
}

std::variant<MediaId, CellFault> OfficeSurroundings::media(const std::string& source) {
  if (const auto known = media_.find(source); known != media_.end()) return known->second;
  std::optional<MediaId> id;
  if (const auto stored = office_.find_media(source)) id = stored->media.id;
  if (!id && bring_media_ && stays_below(source)) id = bring_media_(source);
  if (!id) {
    return CellFault{
        {"图片库里没有 " + source, "there is no picture " + source},
        {"请先用 import-media 导入图片，或检查路径", "import the pictures with import-media first, or check the path"}};
  }
  media_.emplace(source, *id);
  return *id;
}

std::variant<std::string, CellFault> OfficeSurroundings::text_file(const std::string& relative_path) {
  if (!stays_below(relative_path)) return no_such_file(relative_path);
  const std::filesystem::path path = folder_ / relative_path;
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return no_such_file(relative_path);
  if (std::filesystem::file_size(path, ignored) > kLongestText) {
    return CellFault{{"文件 " + relative_path + " 超过 1 MB", "the file " + relative_path + " is larger than 1 MB"},
                     {"请拆成几篇", "split it"}};
  }
  const std::string bytes = read_text(path, kLongestText);
  const DecodedText decoded = decode_sheet(bytes);
  if (recognise(bytes) != SheetFile::Text || !decoded.bad.empty()) {
    return CellFault{
        {"文件 " + relative_path + " 不是可读的文本", "the file " + relative_path + " is not a readable text"},
        {"请存成 UTF-8 文本", "save it as UTF-8 text"}};
  }
  return decoded.text;
}

OfficeNames::OfficeNames(const OfficeStore& office) {
  for (const KindSpec& spec : all_kinds()) {
    for (const Record& record : office.list(spec.kind)) titles_[record.id.text] = title_of(spec, record.body);
  }
  for (const StoredMedia& stored : office.all_media()) sources_[stored.media.id.text] = stored.source;
}

std::string OfficeNames::title(const RecordId& id) const {
  const auto found = titles_.find(id.text);
  return found == titles_.end() ? std::string() : found->second;
}

std::string OfficeNames::source(const MediaId& id) const {
  const auto found = sources_.find(id.text);
  return found == sources_.end() ? std::string() : found->second;
}

}  // namespace content::tables
