// The child processes around import_picture(): forked from this one, or started from the program's file.
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/durable_file.h"
#include "content/fail.h"
#include "content/file_descriptor.h"
#include "content/media_confine.h"
#include "content/media_import.h"
#include "content/media_wire.h"
#include "content/sha256.h"

namespace content {
namespace {

namespace fs = std::filesystem;

std::size_t most_of(PictureUse use) { return use == PictureUse::Glance ? kGlanceLimit : kAnswerLimit; }

std::size_t files_of(PictureUse use) { return use == PictureUse::Glance ? 1 : 3; }

std::string_view word_of(PictureUse use) {
  switch (use) {
    case PictureUse::Poster: return "poster";
    case PictureUse::Glance: return "glance";
    case PictureUse::Ordinary: break;
  }
  return "ordinary";
}

PictureUse use_from(std::string_view word) {
  if (word == "poster") return PictureUse::Poster;
  return word == "glance" ? PictureUse::Glance : PictureUse::Ordinary;
}

int decode_into(int pipe, std::span<const std::byte> bytes, const std::string& name, const ImportOptions& options) {
  try {
    std::string answer;
    try {
      answer = print_answer(import_picture(bytes, name, options));
    } catch (const Error& error) {
      answer = print_refusal(error.text());
    }
    write_all(pipe, std::as_bytes(std::span(answer.data(), answer.size())), name);
    return 0;
  } catch (...) {
    return 1;
  }
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

[[noreturn]] void refuse_file(const fs::path& file, std::string_view zh, std::string_view en) {
  fail({"“" + file.string() + "”" + std::string(zh), file.string() + " " + std::string(en)});
}

void refuse_large(const fs::path& file, std::int64_t size, const ImportLimits& limits) {
  if (size <= limits.file_bytes) return;
  const std::string limit = std::to_string(limits.file_bytes / 1'000'000);
  fail({"图片“" + file.string() + "”超过 " + limit + " MB。请先缩小。",
        "The picture " + file.string() + " is larger than " + limit + " MB. Reduce it first."});
}

// Open for reading, certainly a file and not too large. A pipe is not waited for.
FileDescriptor open_picture(const fs::path& file, const ImportLimits& limits) {
  FileDescriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (opened.get() < 0) {
    switch (errno) {
      case ELOOP: refuse_file(file, "是绕回自己的链接。请给出图片文件本身。", "is a link that leads to itself. Name the picture's file itself.");
      case ENOENT:
      case ENOTDIR: refuse_file(file, "不在了。请检查路径，或把 U 盘插好。", "is not there. Check the path, or plug the stick in.");
      case EACCES:
      case EPERM: refuse_file(file, "没有读取的权限。请换到自己的文件夹再选。", "may not be read by you. Copy it to a folder of your own.");
      default: throw_file_error(FileDeed::Open, file, errno);
    }
  }
  struct stat status {};
  if (::fstat(opened.get(), &status) != 0) throw_file_error(FileDeed::Open, file, errno);
  if (!S_ISREG(status.st_mode)) refuse_file(file, "不是图片文件。请给出图片文件本身。", "is not a file. Name the picture's file itself.");
  refuse_large(file, status.st_size, limits);
  return opened;
}

std::string read_open_file(int file, const std::string& name, const ImportLimits& limits) {
  std::string text;
  std::vector<char> chunk(1U << 18U);
  for (;;) {
    const ssize_t count = ::read(file, chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw_file_error(FileDeed::Read, name, errno);
    if (count == 0) return text;
    text.append(chunk.data(), static_cast<std::size_t>(count));
    refuse_large(name, static_cast<std::int64_t>(text.size()), limits);
  }
}

// Another state: somebody wrote to it in between.
struct FileState {
  explicit FileState(int file) {
    struct stat status {};
    if (::fstat(file, &status) != 0) return;
    size = status.st_size;
    written = {status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
  }
  bool operator==(const FileState&) const = default;
  std::int64_t size = -1;
  std::pair<std::int64_t, std::int64_t> written{};
};

struct Pipe {
  Pipe() {
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0) throw_file_error(FileDeed::Create, "pipe", errno);
    reading = FileDescriptor(ends[0]);
    writing = FileDescriptor(ends[1]);
  }
  FileDescriptor reading{-1};
  FileDescriptor writing{-1};
};

// What posix_spawn() is to do before the program runs: the picture as standard input, the pipe as standard output, nothing else.
class SpawnFiles {
 public:
  SpawnFiles(int picture, int answer) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_adddup2(&actions_, picture, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions_, answer, STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
  }
  ~SpawnFiles() { ::posix_spawn_file_actions_destroy(&actions_); }
  SpawnFiles(const SpawnFiles&) = delete;
  SpawnFiles& operator=(const SpawnFiles&) = delete;
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

pid_t start_child(const fs::path& program, int picture, int answer, const std::string& name, const ImportOptions& options) {
  const SpawnFiles files(picture, answer);
  std::vector<std::string> words{program.string(),
                                 kPictureChildVerb,
                                 name,
                                 std::string(word_of(options.use)),
                                 std::to_string(options.limits.file_bytes),
                                 std::to_string(options.limits.pixels),
                                 std::to_string(options.limits.side_px),
                                 std::to_string(options.limits.memory_bytes),
                                 std::to_string(options.limits.time.count())};
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  std::string language = "LANG=C.UTF-8";
  char* environment[] = {language.data(), nullptr};
  pid_t process = -1;
  const int fault = ::posix_spawn(&process, program.c_str(), files.get(), nullptr, arguments.data(), environment);
  if (fault != 0) throw_file_error(FileDeed::Create, program, fault);
  return process;
}

std::int64_t number_in(const char* text) { return std::strtoll(text, nullptr, 10); }

}  // namespace

ImportedSource import_picture_isolated(const fs::path& file, const ImportOptions& options) {
  const FileDescriptor opened = open_picture(file, options.limits);
  const std::string name = file.filename().string();
  const std::string text = read_open_file(opened.get(), name, options.limits);
  Pipe pipe;
  const pid_t process = ::fork();
  if (process < 0) throw_file_error(FileDeed::Create, "process", errno);
  if (process == 0) {
    confine_decoder(options.limits);
    ::_exit(decode_into(pipe.writing.get(), std::as_bytes(std::span(text.data(), text.size())), name, options));
  }
  const Child child(process);
  pipe.writing.reset();
  const std::optional<std::string> answer = read_answer(pipe.reading.get(), std::chrono::steady_clock::now() + options.limits.time, most_of(options.use));
  if (!answer || answer->empty()) fail_decoding(name);
  return {parse_answer(*answer, name, files_of(options.use)), options.use == PictureUse::Glance ? std::string() : sha256_hex(text)};
}

ImportedSource import_picture_by_program(const fs::path& program, const fs::path& file, const ImportOptions& options,
                                         const std::atomic<bool>& stop) {
  const FileDescriptor opened = open_picture(file, options.limits);
  const FileState before(opened.get());
  const std::string name = file.filename().string();
  Pipe pipe;
  const Child child(start_child(program, opened.get(), pipe.writing.get(), name, options));
  pipe.writing.reset();
  const std::optional<std::string> answer = read_answer(pipe.reading.get(), std::chrono::steady_clock::now() + options.limits.time, most_of(options.use), &stop);
  if (!answer || answer->empty()) fail_decoding(name);
  ImportedSource picture{parse_answer(*answer, name, files_of(options.use)), {}};
  if (options.use == PictureUse::Glance) return picture;
  // The file that the child had, whatever lies under its name by now.
  picture.source_hash = sha256_file("/proc/self/fd/" + std::to_string(opened.get()));
  if (FileState(opened.get()) != before) refuse_file(file, "正在被别的程序改写。请等它写完再导入。", "is being written to. Wait until that is done, then import it.");
  return picture;
}

int picture_child_main(int argc, char** argv) {
  constexpr int kArguments = 9;
  if (argc != kArguments) return 2;
  const std::string name = argv[2];
  ImportOptions options;
  options.use = use_from(argv[3]);
  options.limits.file_bytes = number_in(argv[4]);
  options.limits.pixels = number_in(argv[5]);
  options.limits.side_px = static_cast<int>(number_in(argv[6]));
  options.limits.memory_bytes = number_in(argv[7]);
  options.limits.time = std::chrono::seconds(number_in(argv[8]));
  confine_decoder(options.limits);
  std::string text;
  try {
    text = read_open_file(STDIN_FILENO, name, options.limits);
  } catch (const Error& error) {
    const std::string answer = print_refusal(error.text());
    const ssize_t told = ::write(STDOUT_FILENO, answer.data(), answer.size());
    ::_exit(told > 0 ? 0 : 1);
  }
  ::_exit(decode_into(STDOUT_FILENO, std::as_bytes(std::span(text.data(), text.size())), name, options));
}

}  // namespace content
