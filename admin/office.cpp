#include "admin/office.h"

#include <algorithm>
#include <cstdlib>

#include "admin/messages.h"
#include "content/error.h"

namespace admin {
namespace {

using content::Error;
using content::Language;

template <typename... Values>
Error failure(const Sentence& sentence, const Values&... values) {
  return Error(tell(Language::Chinese, sentence, values...), tell(Language::English, sentence, values...));
}

std::string kind_words(bool chinese) {
  std::string words;
  for (const content::KindSpec& spec : content::all_kinds()) {
    words += (words.empty() ? "" : chinese ? "、" : ", ") + std::string(spec.word);
    if (chinese) words += "（" + std::string(spec.zh) + "）";
  }
  return words;
}

content::Record only_one(std::vector<content::Record> found, const content::KindSpec& spec, const std::string& title) {
  if (found.size() == 1) return std::move(found.front());
  if (found.empty()) {
    throw Error(tell(Language::Chinese, messages::kNoSuchRecord, title, spec.zh, spec.word),
                tell(Language::English, messages::kNoSuchRecord, title, spec.word, spec.word));
  }
  throw Error(tell(Language::Chinese, messages::kSeveralRecords, found.size(), spec.zh, title),
              tell(Language::English, messages::kSeveralRecords, found.size(), spec.word, title));
}

}  // namespace

std::filesystem::path usual_database() {
  const auto folder = [](const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::filesystem::path() : std::filesystem::path(value);
  };
  std::filesystem::path data = folder("XDG_DATA_HOME");
  if (data.empty() && !folder("HOME").empty()) data = folder("HOME") / ".local" / "share";
  return data.empty() ? data : data / "shuangyong-window" / "office.db";
}

std::unique_ptr<content::OfficeStore> open_office(Context& context) {
  if (context.db.empty()) throw failure(messages::kNoHome);
  content::OfficeStore::Opened opened = content::OfficeStore::open(context.db);
  if (opened.store == nullptr) throw Error(opened.sentence);
  if (!opened.sentence.zh.empty()) context.warn(Sentence{"{}", "{}"}, context.pick(opened.sentence));
  return std::move(opened.store);
}

const content::KindSpec& kind_named(const std::string& word) {
  if (const content::KindSpec* spec = content::find_kind(word)) return *spec;
  throw Error(tell(Language::Chinese, messages::kUnknownKind, word, kind_words(true)),
              tell(Language::English, messages::kUnknownKind, word, kind_words(false)));
}

content::Person person_named(const content::OfficeStore& office, const std::string& name) {
  if (!name.empty()) {
    if (auto person = office.find_person(name)) return *person;
    throw failure(messages::kUnknownPerson, name);
  }
  const std::vector<content::Person> people = office.people();
  const auto editor = [](const content::Person& person) { return person.role == content::Role::Editor; };
  if (std::count_if(people.begin(), people.end(), editor) != 1) throw failure(messages::kWhoIsIt);
  return *std::find_if(people.begin(), people.end(), editor);
}

content::Person reviewer_named(const content::OfficeStore& office, const std::string& name) {
  content::Person person = person_named(office, name);
  if (content::review_round(person.role) == 0) throw failure(messages::kNotReviewer, person.name);
  return person;
}

content::Record record_named(const content::OfficeStore& office, const content::KindSpec& spec,
                             const std::string& title) {
  return only_one(office.find_by_title(spec.kind, title), spec, title);
}

content::Record trashed_record(const content::OfficeStore& office, const content::KindSpec& spec,
                               const std::string& title) {
  std::vector<content::Record> found = office.list_trash();
  std::erase_if(found,
                [&](const content::Record& record) { return record.kind != spec.kind || title_of(record) != title; });
  return only_one(std::move(found), spec, title);
}

std::vector<content::Record> selected(const content::OfficeStore& office, const Selection& selection,
                                      const std::vector<content::ReviewState>& states) {
  const bool named = !selection.kind.empty() && !selection.names.empty();
  if (selection.all == named) throw failure(messages::kAllOrNames);
  std::vector<content::Record> records;
  if (named) {
    const content::KindSpec& spec = kind_named(selection.kind);
    for (const std::string& name : selection.names) records.push_back(record_named(office, spec, name));
    return records;
  }
  for (const content::KindSpec& spec : content::all_kinds()) {
    if (!selection.kind.empty() && &kind_named(selection.kind) != &spec) continue;
    for (content::Record& record : office.list(spec.kind)) {
      if (std::find(states.begin(), states.end(), record.state) != states.end()) records.push_back(std::move(record));
    }
  }
  return records;
}

std::string kind_name(const Context& context, content::Kind kind) { return context.word(content::kind_spec(kind)); }

std::string title_of(const content::Record& record) {
  return content::title_of(content::kind_spec(record.kind), record.body);
}

}  // namespace admin
