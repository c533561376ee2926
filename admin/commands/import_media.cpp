#include <algorithm>
#include <filesystem>
#include <optional>
#include <vector>

#include "admin/commands/commands.h"
#include "admin/commands/options.h"
#include "admin/pictures.h"
#include "content/days.h"
#include "content/error.h"

namespace admin::commands {
namespace {

namespace fs = std::filesystem;

struct Values {
  std::vector<std::string> paths;
  std::string poster_folder = "posters";
  std::string by;
  std::string credit;
  std::string consent;
  std::string consent_by;
  std::string consent_until;
  std::string consent_note;
  void add_to(CLI::App& verb, const Context& context) {
    verb.add_option("PATHS", paths, context.pick(messages::kImportMediaPaths))->required()->option_text(" ");
    verb.add_option("--poster-folder", poster_folder, context.pick(messages::kPosterFolderOption))->option_text("NAME");
    verb.add_option("--credit", credit, context.pick(messages::kCreditOption))->option_text("TEXT");
    CLI::Option* consents = verb.add_option("--consent", consent, context.pick(messages::kConsentOption))->option_text("WORD");
    verb.add_option("--consent-by", consent_by, context.pick(messages::kConsentByOption))->option_text("NAME")->needs(consents);
    verb.add_option("--consent-until", consent_until, context.pick(messages::kConsentUntilOption))->option_text("DAY")->needs(consents);
    verb.add_option("--consent-note", consent_note, context.pick(messages::kConsentNoteOption))->option_text("TEXT")->needs(consents);
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

content::Error wrong_option(const Sentence& sentence, const std::string& value) {
  return {tell(content::Language::Chinese, sentence, value), tell(content::Language::English, sentence, value)};
}

// What the options say about every picture of this import; what they leave out stays as it is.
class Facts {
 public:
  explicit Facts(const Values& values) : values_(values) {
    if (!values.consent.empty() && values.consent != "none" && values.consent != "given") {
      throw wrong_option(messages::kBadConsent, values.consent);
    }
    if (values.consent_until.empty()) return;
    until_ = content::read_day(values.consent_until);
    if (!until_) throw wrong_option(messages::kBadConsentDay, values.consent_until);
  }

  void register_for(content::OfficeStore& office, const content::MediaId& id, const std::string& by) const {
    content::MediaFacts facts = office.media_facts(id);
    if (!values_.credit.empty()) facts.credit = values_.credit;
    if (!values_.consent.empty()) {
      facts.consent = values_.consent == "none" ? content::Consent::NotNeeded : content::Consent::Given;
      facts.consent_by = values_.consent_by;
      facts.consent_until = until_;
      facts.consent_note = values_.consent_note;
    }
    office.set_media_facts(id, facts, by);
  }

 private:
  const Values& values_;
  std::optional<content::Day> until_;
};

void keep_one(Context& context, content::OfficeStore& office, PictureImporter& importer, const Facts& facts, const Found& found,
              const std::string& by, Counts& counts) {
  try {
    const PictureImporter::Kept kept = importer.keep(found.file, found.source);
    facts.register_for(office, kept.media.media.id, by);
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
  const Facts facts(values);
  Counts counts;
  for (const std::string& path : values.paths) {
    const std::vector<Found> pictures = pictures_at(path);
    if (pictures.empty()) context.say(messages::kNoPictures, path);
    for (const Found& found : pictures) keep_one(context, *office, importer, facts, found, person.name, counts);
  }
  context.say(messages::kPictureCounts, counts.fresh, counts.replaced, counts.same, counts.failed);
}

}  // namespace

void add_import_media(CLI::App& app, Context& context) {
  add_verb<Values>(app, context, "import-media", messages::kImportMediaHelp, run);
}

}  // namespace admin::commands
