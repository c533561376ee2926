#include "tests/journeys/office_window.h"

#include <X11/Xlib.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "tests/journeys/file_drop.h"

namespace journeys {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string slurp(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

// What a command prints.
std::string answer_of(const std::string& command) {
  FILE* out = ::popen((command + " 2>/dev/null").c_str(), "r");
  std::string answer;
  char part[256];
  while (out != nullptr && std::fgets(part, sizeof part, out) != nullptr) answer += part;
  if (out != nullptr) ::pclose(out);
  while (!answer.empty() && answer.back() == '\n') answer.pop_back();
  return answer;
}

void write_settings(const fs::path& folder) {
  fs::create_directories(folder / "config" / "fcitx5" / "conf");
  for (const char* part : {"data", "cache", "run"}) fs::create_directories(folder / part);
  fs::permissions(folder / "run", fs::perms::owner_all);
  std::ofstream(folder / "config" / "fcitx5" / "profile")
      << "[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=pinyin\n[Groups/0/Items/0]\nName=keyboard-us\nLayout=\n"
         "[Groups/0/Items/1]\nName=pinyin\nLayout=\n[GroupOrder]\n0=Default\n";
  // Nothing that asks a server for words.
  std::ofstream(folder / "config" / "fcitx5" / "conf" / "pinyin.conf") << "CloudPinyinEnabled=False\n";
}

std::vector<std::string> own_places(const fs::path& folder) {
  return {"XDG_CONFIG_HOME=" + (folder / "config").string(), "XDG_DATA_HOME=" + (folder / "data").string(),
          "XDG_CACHE_HOME=" + (folder / "cache").string(), "XDG_RUNTIME_DIR=" + (folder / "run").string(), "LC_ALL=C.UTF-8"};
}

// A key whose release comes late on a busy machine would be written twice.
void stop_key_repeat() {
  const std::unique_ptr<Display, int (*)(Display*)> display(XOpenDisplay(nullptr), &XCloseDisplay);
  if (display != nullptr) XAutoRepeatOff(display.get());
}

const fs::path& prepared(const fs::path& folder) {
  write_settings(folder);
  return folder;
}

}  // namespace

bool awaits(const std::function<bool()>& holds, std::chrono::seconds limit) {
  const auto end = std::chrono::steady_clock::now() + limit;
  while (!holds()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return true;
}

Companion::Companion(std::vector<std::string> words, const std::vector<std::string>& environment, const fs::path& said) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  pid_ = ::fork();
  if (pid_ != 0) return;
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int out = ::open(said.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(out, STDERR_FILENO);
  for (const std::string& one : environment) ::putenv(const_cast<char*>(one.c_str()));
  // The graphics driver keeps what it allocates until the process ends.
  ::setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
  ::execvp(pointers.front(), pointers.data());
  ::_exit(127);
}

Companion::~Companion() {
  if (pid_ <= 0) return;
  ::kill(-pid_, SIGTERM);
  int status = 0;
  const bool ended = awaits([&] { return ::waitpid(pid_, &status, WNOHANG) == pid_; }, std::chrono::seconds(5));
  ::kill(-pid_, SIGKILL);
  if (!ended) ::waitpid(pid_, &status, 0);
}

bool Companion::alive() const { return ::kill(pid_, 0) == 0 && ::waitpid(pid_, nullptr, WNOHANG) == 0; }

bool InputMethod::installed() {
  return std::system("command -v fcitx5 dbus-run-session xprop xdotool >/dev/null 2>&1 && [ -e /usr/share/fcitx5/inputmethod/pinyin.conf ]") == 0;
}

InputMethod::InputMethod(const fs::path& folder)
    : folder_(prepared(folder)),
      program_(std::vector<std::string>{"dbus-run-session", "--", "fcitx5", "--replace"}, own_places(folder), folder / "fcitx5.log") {
  if (awaits([] { return answer_of("xprop -root XIM_SERVERS").find("fcitx") != std::string::npos; }, std::chrono::seconds(60))) return;
  throw std::runtime_error("fcitx5 does not come up: " + slurp(folder / "fcitx5.log"));
}

std::vector<std::string> InputMethod::environment() const {
  std::vector<std::string> places = own_places(folder_);
  places.emplace_back("XMODIFIERS=@im=fcitx");
  return places;
}

OfficeWindow::OfficeWindow(const fs::path& folder, const fs::path& db, const fs::path& outbox, std::vector<std::string> environment)
    : folder_(folder),
      program_(std::vector<std::string>{SHUANGYONG_ADMIN, "--db", db.string(), "--outbox", outbox.string(), "--windowed", "1600x900", "--scale", "1", "--item-log",
                (folder / "office-items.json").string()},
               environment, folder / "office.log") {
  stop_key_repeat();
  window_ = answer_of("timeout 60 xdotool search --sync --onlyvisible --pid " + std::to_string(program_.pid()));
  window_ = window_.substr(0, window_.find('\n'));
  if (window_.empty()) throw std::runtime_error("the office's window cannot be found: " + said());
  raise();
}

void OfficeWindow::drop(std::span<const fs::path> files) const { drop_files(window_, 640, 400, files); }

void OfficeWindow::raise() const { answer_of("timeout 10 xdotool windowraise " + window_ + " windowfocus --sync " + window_); }

std::string OfficeWindow::said() const { return slurp(folder_ / "office.log"); }

json OfficeWindow::look() const {
  std::ifstream in(folder_ / "office-items.json");
  auto seen = json::parse(in, nullptr, false);
  return seen.is_object() ? seen : json::object();
}

bool OfficeWindow::sees(std::string_view label) const {
  for (const auto& item : look().value("items", json::array())) {
    if (item[0] == label && item[3] > 0 && item[4] > 0 && item[5] == false) return true;
  }
  return false;
}

bool OfficeWindow::shows(std::string_view words) const {
  for (const auto& text : look().value("texts", json::array())) {
    if (text.get_ref<const std::string&>().find(words) != std::string::npos) return true;
  }
  return false;
}

bool OfficeWindow::stands(std::string_view words) const {
  const auto texts = look().value("texts", json::array());
  return std::find(texts.begin(), texts.end(), words) != texts.end();
}

bool OfficeWindow::until_item(std::string_view label, std::chrono::seconds limit) const {
  return awaits([&] { return sees(label); }, limit);
}

bool OfficeWindow::click(std::string_view label) {
  if (!until_item(label)) return false;
  // Where it stands may still change while a page settles: two frames must agree.
  json before;
  json box;
  const bool rests = awaits([&] {
    before = box;
    for (const auto& item : look().value("items", json::array())) {
      if (item[0] == label) box = item;
    }
    return !box.is_null() && box == before;
  });
  if (!rests) return false;
  const int x = static_cast<int>(box[1].get<double>() + box[3].get<double>() / 2);
  const int y = static_cast<int>(box[2].get<double>() + box[4].get<double>() / 2);
  const auto frame = look().value("frame", 0);
  answer_of("xdotool mousemove --window " + window_ + " " + std::to_string(x) + " " + std::to_string(y) + " mousedown 1");
  awaits([&] { return look().value("frame", 0) > frame; }, std::chrono::seconds(2));
  const auto down = look().value("frame", 0);
  answer_of("xdotool mouseup 1");
  return awaits([&] { return look().value("frame", 0) > down; }, std::chrono::seconds(5));
}

void OfficeWindow::wheel(int x, int y, int notches) const {
  const auto frame = look().value("frame", 0);
  const std::string at = std::to_string(x) + " " + std::to_string(y);
  answer_of("xdotool mousemove --window " + window_ + " " + at + " click --repeat " + std::to_string(std::abs(notches)) + " --delay 20 " + (notches > 0 ? "5" : "4"));
  awaits([&] { return look().value("frame", 0) > frame; }, std::chrono::seconds(2));
}

void OfficeWindow::press(std::string_view chord) const { answer_of("xdotool key --clearmodifiers " + std::string(chord)); }

void OfficeWindow::type(std::string_view ascii) const { answer_of("xdotool type --delay 25 '" + std::string(ascii) + "'"); }

}  // namespace journeys
