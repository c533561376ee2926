#include "content/media_wire.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include "content/fail.h"
#include "content/sha256.h"

namespace content {
namespace {

// One tag; then for a refusal the Chinese sentence, a zero byte and the English one, for a picture its files, each a header
// followed by its bytes. Numbers go as they lie in memory.
constexpr char kRefusalTag = 'E';
constexpr char kPictureTag = 'P';
constexpr std::size_t kRefusalLimit = 4'000;
constexpr int kLongestSide_px = 3840;
constexpr std::chrono::milliseconds kLookForStop{40};

struct FileHeader {
  std::int32_t width = 0;
  std::int32_t height = 0;
  std::uint64_t bytes = 0;
};

std::optional<ImportedFile> take_file(std::string_view& answer, MediaSize size) {
  FileHeader header;
  if (answer.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, answer.data(), sizeof header);
  answer.remove_prefix(sizeof header);
  if (header.bytes > answer.size() || header.width < 1 || header.height < 1 || header.width > kLongestSide_px || header.height > kLongestSide_px) {
    return std::nullopt;
  }
  const std::string_view text = answer.substr(0, header.bytes);
  answer.remove_prefix(header.bytes);
  const bool is_jpeg = text.starts_with("\xFF\xD8\xFF");
  if (!is_jpeg && !text.starts_with("\x89PNG\r\n\x1A\n")) return std::nullopt;
  const auto bytes = std::as_bytes(std::span(text.data(), text.size()));
  ImportedFile file;
  file.file = MediaFile{size, sha256_hex(bytes), header.width, header.height, is_jpeg ? "jpeg" : "png"};
  file.bytes.assign(bytes.begin(), bytes.end());
  return file;
}

}  // namespace

void fail_decoding(const std::string& name) {
  fail({"图片“" + name + "”无法在限定的内存和时间内读出，可能已损坏。请换用原图或重新导出。",
        "The picture " + name + " could not be read within the limits of memory and time; it may be damaged. Use the "
        "original or export it again."});
}

std::string print_answer(const ImportedPicture& picture) {
  std::string answer(1, kPictureTag);
  for (const ImportedFile& file : picture.files) {
    const FileHeader header{file.file.width, file.file.height, file.bytes.size()};
    answer.append(reinterpret_cast<const char*>(&header), sizeof header);
    answer.append(reinterpret_cast<const char*>(file.bytes.data()), file.bytes.size());
  }
  return answer;
}

std::string print_refusal(const Text& why) { return kRefusalTag + why.zh + '\0' + why.en; }

ImportedPicture parse_answer(std::string_view answer, const std::string& name, std::size_t files) {
  if (answer.starts_with(kRefusalTag)) {
    const std::size_t middle = answer.find('\0');
    if (middle == std::string_view::npos || answer.size() > kRefusalLimit) fail_decoding(name);
    throw Error(std::string(answer.substr(1, middle - 1)), std::string(answer.substr(middle + 1)));
  }
  if (!answer.starts_with(kPictureTag)) fail_decoding(name);
  answer.remove_prefix(1);
  ImportedPicture picture;
  for (std::size_t i = 0; i < files; ++i) {
    std::optional<ImportedFile> file = take_file(answer, static_cast<MediaSize>(i));
    if (!file) fail_decoding(name);
    picture.files.push_back(std::move(*file));
  }
  return picture;
}

std::optional<std::string> read_answer(int pipe, std::chrono::steady_clock::time_point deadline, std::size_t most,
                                       const std::atomic<bool>* stop) {
  std::string answer;
  std::vector<char> chunk(1U << 18U);
  for (;;) {
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0 || (stop != nullptr && *stop)) return std::nullopt;
    if (stop != nullptr) left = std::min(left, kLookForStop);
    pollfd wait{pipe, POLLIN, 0};
    if (::poll(&wait, 1, static_cast<int>(left.count())) <= 0) continue;
    const ssize_t count = ::read(pipe, chunk.data(), chunk.size());
    if (count < 0 && errno != EINTR) return std::nullopt;
    if (count == 0) return answer;
    if (count > 0) answer.append(chunk.data(), static_cast<std::size_t>(count));
    if (answer.size() > most) return std::nullopt;
  }
}

}  // namespace content
