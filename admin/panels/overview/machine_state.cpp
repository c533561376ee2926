#include <fcntl.h>
#include <spdlog/fmt/fmt.h>
#include <unistd.h>

#include <algorithm>

#include "admin/panels/overview/overview_panel.h"
#include "admin/workspace/cell_words.h"
#include "admin/workspace/records.h"
#include "content/days.h"
#include "content/durable_file.h"
#include "content/error.h"
#include "content/release.h"

namespace admin {
namespace {

namespace fs = std::filesystem;

fs::path backup_folder(const Workspace& office) { return fs::absolute(office.db()).parent_path() / "备份"; }

// office-2026-07-30-1026.db
std::string backup_name(std::int64_t now_ms) {
  std::string clock = clock_words(now_ms);
  std::erase(clock, ':');
  if (clock.size() < 4) clock.insert(0, "0");
  return "office-" + content::day_to_iso(city_day(now_ms)) + "-" + clock + ".db";
}

}  // namespace

void MachineState::look(Workspace& office) {
  const fs::path outbox = office.outbox();
  disk_ = disk_room(outbox);
  std::error_code fault;
  if (!fs::exists(outbox, fault)) {
    outbox_fine_ = true;
    outbox_ = "还没有，第一次发布时建立";
  } else {
    outbox_fine_ = ::faccessat(AT_FDCWD, outbox.c_str(), W_OK | X_OK, AT_EACCESS) == 0;
    const auto releases = content::list_releases(outbox);
    outbox_ = !outbox_fine_ ? "不能写，请检查权限" : releases.empty() ? "空的" : fmt::format("{} 期，最新是第 {} 期", releases.size(), releases.back());
  }
  std::string newest;
  for (const auto& entry : fs::directory_iterator(backup_folder(office), fault)) {
    if (entry.path().extension() == ".db") newest = std::max(newest, entry.path().filename().string());
  }
  backup_ = newest.empty() ? "还没有备份" : newest;
}

void MachineState::check_database(Workspace& office) {
  if (running_.valid()) return;
  check_ = "正在检查";
  running_ = std::async(std::launch::async, [db = office.db()]() -> std::string {
    try {
      const auto opened = content::OfficeStore::open(db);
      if (opened.store == nullptr) return opened.sentence.zh;
      const auto faults = opened.store->verify();
      return faults.empty() ? std::string() : faults.front().zh;
    } catch (const content::Error& error) {
      return error.text().zh;
    } catch (const std::exception& error) {
      return fmt::format("没有查完（{}）", error.what());
    }
  });
}

bool MachineState::poll() {
  if (!running_.valid() || running_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return false;
  const std::string fault = running_.get();
  check_fine_ = fault.empty();
  check_ = fault.empty() ? "逐页查过，没有问题" : fault;
  return true;
}

void MachineState::back_up(Workspace& office) {
  const fs::path folder = backup_folder(office);
  content::make_folders(folder);
  office.store().backup(folder / backup_name(office.now_ms()));
  look(office);
}

}  // namespace admin
