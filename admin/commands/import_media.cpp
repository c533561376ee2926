#include <algorithm>
#include <filesystem>
#include <vector>

#include "admin/commands/commands.h"
#include "admin/commands/options.h"
#include "admin/pictures.h"
#include "content/error.h"

namespace admin::commands {
namespace {

namespace fs = std::filesystem;

struct Values {
  std::vector<std::string> paths;
  std::string poster_folder = "posters";
  std::string by;
  void add_to(CLI::App& verb, const Context& context) {
    verb.add_option("PATHS", paths, context.pick(messages::kImportMediaPaths))->required()->option_text(" ");
    verb.add_option("--poster-folder", poster_folder, context.pick(messages::kPosterFolderOption))->option_text("NAME");
    add_by(verb, context, by);
  }
};

struct Found {
  fs::path file;
  std::string source;  // below the folder that was named; a file that was named itself: its name
};

// Sorted, so that ids and messages come in the same order everywhere.
std::vector<Found> pictures_at(const fs::path& path) {
  std::error_code code;
  if (!fs::exists(path, code)) {
    throw content::Error(tell(content::Language::Chinese, messages::kNoSuchPath, path.string()),
                         tell(content::Language::English, messages::kNoSuchPath, path.string()));
  }
  if (!fs::is_directory(path, code)) return {{path, path.filename().string()}};
  std::vector<Found> found;
  for (const fs::directory_entry& entry :
       fs::recursive_directory_iterator(path, fs::directory_options::skip_permission_denied)) {
    if (entry.is_regular_file(code) && is_picture_name(entry.path())) {
      found.push_back({entry.path(), entry.path().lexically_relative(path).generic_string()});
    }
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.source < b.source; });
  return found;
}

struct Counts {
  int fresh = 0;
  int replaced = 0;
  int same = 0;
  int failed = 0;
};

void keep_one(Context& context, PictureImporter& importer, const Found& found, Counts& counts) {
  try {
    const PictureImporter::Kept kept = importer.keep(found.file, found.source);
    if (kept.deed == PictureDeed::Same) {
      ++counts.same;
      return;
    }
    ++(kept.deed == PictureDeed::New ? counts.fresh : counts.replaced);
    const content::MediaFile& full = kept.media.media.files.back();
    context.say(messages::kPictureKept, found.source, full.width, full.height);
  } catch (const content::Error& refusal) {
    ++counts.failed;
    context.warn(messages::kProblemPrefix, context.pick(refusal.text()));
    context.exit_code = Exit::WrongContent;
  }
}

void run(Context& context, const Values& values) {
  const auto office = open_office(context);
  const content::Person person = person_named(*office, values.by);
  PictureImporter importer(context.db, *office, person.name, values.poster_folder);
  Counts counts;
  for (const std::string& path : values.paths) {
    const std::vector<Found> pictures = pictures_at(path);
    if (pictures.empty()) context.say(messages::kNoPictures, path);
    for (const Found& found : pictures) keep_one(context, importer, found, counts);
  }
  context.say(messages::kPictureCounts, counts.fresh, counts.replaced, counts.same, counts.failed);
}

}  // namespace

void add_import_media(CLI::App& app, Context& context) {
  add_verb<Values>(app, context, "import-media", messages::kImportMediaHelp, run);
}

}  // namespace admin::commands
