// import_picture_isolated(): the child process around import_picture().
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/durable_file.h"
#include "content/fail.h"
#include "content/file_descriptor.h"
#include "content/media_import.h"
#include "content/sha256.h"

namespace content {
namespace {

namespace fs = std::filesystem;

// What the child writes into the pipe: one tag, then for an error the sentence, for a picture three files, each a
// header followed by its bytes. Both ends are the same program on the same machine, so numbers go as they lie in memory.
constexpr char kErrorTag = 'E';
constexpr char kPictureTag = 'P';
constexpr std::size_t kFiles = 3;
constexpr std::size_t kAnswerLimit = 400'000'000;

struct FileHeader {
  std::int32_t width = 0;
  std::int32_t height = 0;
  std::uint64_t bytes = 0;
};

void set_limit(__rlimit_resource_t what, rlim_t value) {
  const rlimit limit{value, value};
  ::setrlimit(what, &limit);
}

void confine(const ImportLimits& limits) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#ifndef __SANITIZE_ADDRESS__
  set_limit(RLIMIT_AS, static_cast<rlim_t>(limits.memory_bytes));
#endif
  set_limit(RLIMIT_CPU, static_cast<rlim_t>(limits.time.count()));
  // A write to a file fails instead of ending the process: the libraries try to make temporary files and do without.
  ::signal(SIGXFSZ, SIG_IGN);
  set_limit(RLIMIT_FSIZE, 0);
  set_limit(RLIMIT_CORE, 0);
  // The decoders' own messages are not for the person in front of the screen.
  const int null = ::open("/dev/null", O_RDWR);
  if (null >= 0) ::dup2(null, STDERR_FILENO);
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

[[noreturn]] void run_child(int pipe, std::span<const std::byte> bytes, const std::string& name, const ImportOptions& options) {
  confine(options.limits);
  int status = 0;
  try {
    std::string answer;
    try {
      answer = print_answer(import_picture(bytes, name, options));
    } catch (const Error& error) {
      answer = kErrorTag + std::string(error.what());
    }
    write_all(pipe, std::as_bytes(std::span(answer.data(), answer.size())), name);
  } catch (...) {
    status = 1;
  }
  ::_exit(status);
}

// A child process; killed and reaped when it is no longer wanted.
class Child {
 public:
  explicit Child(pid_t process) : process_(process) {}
  ~Child() {
    ::kill(process_, SIGKILL);
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

 private:
  pid_t process_;
};

// All that the child writes until it ends; nullopt when it takes too long or writes too much.
std::optional<std::string> read_answer(int pipe, std::chrono::steady_clock::time_point deadline) {
  std::string answer;
  std::vector<char> chunk(1U << 18U);
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) return std::nullopt;
    pollfd wait{pipe, POLLIN, 0};
    if (::poll(&wait, 1, static_cast<int>(left.count())) <= 0) continue;
    const ssize_t count = ::read(pipe, chunk.data(), chunk.size());
    if (count < 0 && errno != EINTR) return std::nullopt;
    if (count == 0) return answer;
    if (count > 0) answer.append(chunk.data(), static_cast<std::size_t>(count));
    if (answer.size() > kAnswerLimit) return std::nullopt;
  }
}

[[noreturn]] void fail_decoding(const std::string& name) {
  fail({"图片“" + name + "”无法在限定的内存和时间内读出，可能已损坏。请换用原图或重新导出。",
        "The picture " + name + " could not be read within the limits of memory and time; it may be damaged. Use the "
        "original or export it again."});
}

// The child may have been taken over by a hostile file, so its answer is checked like any other input.
std::optional<ImportedFile> take_file(std::string_view& answer, MediaSize size, int side_px) {
  FileHeader header;
  if (answer.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, answer.data(), sizeof header);
  answer.remove_prefix(sizeof header);
  if (header.bytes > answer.size() || header.width < 1 || header.height < 1 || header.width > side_px || header.height > side_px) {
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

ImportedPicture parse_answer(std::string_view answer, const std::string& name) {
  if (answer.starts_with(kErrorTag)) throw Error(std::string(answer.substr(1)));
  if (!answer.starts_with(kPictureTag)) fail_decoding(name);
  answer.remove_prefix(1);
  ImportedPicture picture;
  for (std::size_t i = 0; i < kFiles; ++i) {
    std::optional<ImportedFile> file = take_file(answer, static_cast<MediaSize>(i), 3840);
    if (!file) fail_decoding(name);
    picture.files.push_back(std::move(*file));
  }
  return picture;
}

std::string read_picture_file(const fs::path& file, const ImportLimits& limits) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) throw_file_error(FileDeed::Open, file, errno);
  if (!S_ISREG(status.st_mode)) {
    fail({file.string() + " 不是图片文件。请给出图片文件本身。", file.string() + " is not a file. Name the picture's file itself."});
  }
  if (status.st_size > limits.file_bytes) {
    const std::string limit = std::to_string(limits.file_bytes / 1'000'000);
    fail({"图片“" + file.string() + "”超过 " + limit + " MB。请先缩小。",
          "The picture " + file.string() + " is larger than " + limit + " MB. Reduce it first."});
  }
  return read_text(file, static_cast<std::size_t>(limits.file_bytes));
}

}  // namespace

ImportedPicture import_picture_isolated(const fs::path& file, const ImportOptions& options) {
  const std::string text = read_picture_file(file, options.limits);
  const std::string name = file.filename().string();
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0) throw_file_error(FileDeed::Create, "pipe", errno);
  const FileDescriptor reading(ends[0]);
  FileDescriptor writing(ends[1]);
  const pid_t process = ::fork();
  if (process < 0) throw_file_error(FileDeed::Create, "process", errno);
  if (process == 0) run_child(ends[1], std::as_bytes(std::span(text.data(), text.size())), name, options);
  const Child child(process);
  writing.reset();
  const std::optional<std::string> answer = read_answer(reading.get(), std::chrono::steady_clock::now() + options.limits.time);
  if (!answer || answer->empty()) fail_decoding(name);
  return parse_answer(*answer, name);
}

}  // namespace content
