// People at the review desk who do whatever comes to their minds, and a model that keeps its own books of who wrote and who approved
// what; of the store it believes only what a record says now.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "content/error.h"
#include "content/office_store.h"
#include "content/release.h"

namespace tests::review_storm {

using namespace content;

using Names = std::set<std::string>;

inline nlohmann::json body_of(const std::string& name, int words) {
  return {{"name", name}, {"summary", "第" + std::to_string(words) + "种说法"}, {"icon", "star"}, {"number", 1}};
}

struct Given {
  int round;
  std::string person;
  std::string hash;
};

// What the model knows of one record.
struct Book {
  std::string name;
  RecordId id;
  std::string hash;                     // its content now
  std::string published;                // hash that three people approved last
  Names authors;                        // of the content now, since it was last approved
  std::map<std::string, Names> wrote;   // who had a hand in each content that was not approved
  std::vector<Given> given;             // approvals of this very content in this pass
};

class Storm {
 public:
  explicit Storm(unsigned seed) : random_(seed), store_(OfficeStore::in_memory()) {
    static constexpr Role kRoles[] = {Role::Editor, Role::First, Role::First, Role::Second, Role::Third, Role::Second};
    store_->add_person("管理", Role::Administrator);
    store_->add_person("另管", Role::Administrator);
    for (std::size_t i = 0; i < std::size(kRoles); ++i) {
      people_.push_back("p" + std::to_string(i));
      store_->add_person(people_.back(), kRoles[i]);
      roles_[people_.back()] = kRoles[i];
    }
    roles_["管理"] = Role::Administrator;
    people_.push_back("管理");
  }

  void run(int steps) {
    for (int step = 0; step < steps; ++step) {
      try {
        one_step();
        check();
      } catch (const Error&) {
        ++refused_;
      }
    }
    check();  // also that what was refused left everything as it was
    check_release();
  }

  int approved() const { return approved_; }
  int refused() const { return refused_; }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  bool sometimes(int percent) { return below(100) < percent; }
  const std::string& anyone() { return people_[random_() % people_.size()]; }
  Book& any_book() { return books_[random_() % books_.size()]; }

  void one_step() {
    if (books_.size() < 2) return create();
    Book& book = any_book();
    switch (below(26)) {
      case 0: return edit(book);
      case 1: return undo(book);
      case 2: return revert(book);
      case 3: return trash_or_restore(book);
      case 4: return send_back(book);
      case 5: return change_role();
      case 6: return replay();
      case 7: return bulk();
      case 8: return publish();
      case 9: return open(book);
      case 10: return create();
      case 11:
      case 12:
      case 13: return sometimes(70) ? submit(book) : withdraw(book);
      default: return approve(book);
    }
  }

  void create() {
    if (books_.size() >= 3) return;
    const std::string name = "系列" + std::to_string(books_.size());
    const std::string person = anyone();
    const Record made = store_->create(Kind::Series, body_of(name, below(3)), person);
    Book book{.name = name, .id = made.id, .hash = {}, .published = {}, .authors = {}, .wrote = {}, .given = {}};
    changed(book, made, person);
    books_.push_back(std::move(book));
  }

  // The model's own account of who wrote what.
  void changed(Book& book, const Record& now, const std::string& person) {
    if (now.hash == book.hash) return;
    book.hash = now.hash;
    book.given.clear();
    if (now.hash == book.published) {
      book.authors.clear();
      return;
    }
    book.authors.insert(person);
    const Names& before = book.wrote[now.hash];
    book.authors.insert(before.begin(), before.end());
    book.wrote[now.hash] = book.authors;
  }

  void edit(Book& book) {
    const std::string person = anyone();
    const Record seen = *store_->get(book.id);
    changed(book, store_->edit(book.id, seen.revision - (sometimes(10) ? 1 : 0), body_of(book.name, below(3)), person), person);
  }
  void undo(Book& book) {
    const std::string person = anyone();
    changed(book, store_->undo(book.id, store_->get(book.id)->revision, person), person);
  }
  void revert(Book& book) {
    const std::string person = anyone();
    const std::int64_t revision = store_->get(book.id)->revision;
    changed(book, store_->revert(book.id, revision, 1 + below(static_cast<int>(revision)), person), person);
  }
  void trash_or_restore(Book& book) {
    const Record seen = *store_->get(book.id);
    const std::string person = anyone();
    if (seen.trashed) changed(book, store_->restore(book.id, seen.revision, person), person);
    else changed(book, store_->trash(book.id, seen.revision, person), person);
  }

  std::string some_hash(const Book& book) {
    if (!sometimes(12)) return book.hash;
    return content_hash(Kind::Series, body_of(book.name, below(3)));
  }

  void submit(Book& book) { store_->submit(book.id, some_hash(book), anyone()); book.given.clear(); }
  void withdraw(Book& book) {
    const Record now = store_->withdraw(book.id, some_hash(book), anyone());
    REQUIRE(book.given.empty());   // nobody had reviewed it
    REQUIRE(round_of(now.state) == 0);
    REQUIRE(now.state != ReviewState::Approved);
    REQUIRE(now.hash == book.hash);
  }
  void send_back(Book& book) {
    if (sometimes(70)) return;
    store_->send_back(book.id, some_hash(book), sometimes(90) ? "有错字" : " ", anyone());
    book.given.clear();
  }

  void approve(Book& book) {
    std::string person = anyone();
    const Record now = *store_->get(book.id);
    const int round = round_of(now.state);
    if (round == 0 && sometimes(80)) return submit(book);
    for (int tries = 0; sometimes(85) && tries < 20 && static_cast<int>(roles_[person]) != round; ++tries) person = anyone();
    approve_as(book, some_hash(book), person);
  }

  void approve_as(Book& book, const std::string& hash, const std::string& person) {
    asked_.push_back({book.id, hash, person});
    store_->approve(book.id, hash, person);
    took(book, hash, person);
  }

  // The store took an approval: was it right to?
  void took(Book& book, const std::string& hash, const std::string& person) {
    REQUIRE(hash == book.hash);
    REQUIRE_FALSE(book.authors.contains(person));
    const int round = static_cast<int>(book.given.size()) + 1;
    REQUIRE(round <= 3);
    REQUIRE(static_cast<int>(roles_[person]) == round);
    for (const Given& given : book.given) REQUIRE(given.person != person);
    book.given.push_back({round, person, hash});
    if (round < 3) return;
    book.published = hash;
    book.authors.clear();
    ++approved_;
  }

  struct Asked {
    RecordId id;
    std::string hash;
    std::string person;
  };
  void replay() {
    if (asked_.empty()) return;
    const Asked asked = asked_[random_() % asked_.size()];
    const auto book = std::ranges::find(books_, asked.id, &Book::id);
    approve_as(*book, asked.hash, asked.person);
  }

  void open(Book& book) {
    const std::string person = anyone();
    const std::string hash = some_hash(book);
    store_->note_opened(book.id, hash, person);
    if (hash == book.hash) opened_[{person, book.id.text}] = hash;
  }

  void bulk() {
    const std::string person = anyone();
    std::vector<SeenContent> seen;
    for (const Book& book : books_) seen.push_back({book.id, some_hash(book)});
    if (sometimes(70)) {
      for (Book& book : books_) {
        store_->note_opened(book.id, book.hash, person);
        opened_[{person, book.id.text}] = book.hash;
      }
    }
    const std::vector<BulkOutcome> outcomes = store_->approve_opened(seen, person);
    for (std::size_t i = 0; i < seen.size(); ++i) {
      if (outcomes[i].refusal) continue;
      REQUIRE(opened_[{person, seen[i].id.text}] == seen[i].hash);
      took(*std::ranges::find(books_, seen[i].id, &Book::id), seen[i].hash, person);
    }
  }

  void change_role() {
    if (sometimes(50)) return;
    const std::string person = people_[random_() % (people_.size() - 1)];  // not the administrator's own
    const Role role = static_cast<Role>(below(5));
    store_->set_role(person, role, sometimes(90) ? "管理" : "p0");
    roles_[person] = role;
  }

  void publish() {
    const std::string person = anyone();
    check_release();
    const auto attempt = [&] {
      store_->log_release({.sequence = ++sequence_, .manifest_hash = std::string(64, 'a'), .records = 0, .person = person});
    };
    if (roles_[person] == Role::Third) attempt();
    else CHECK_THROWS_AS(attempt(), Error);
  }

  // What is approved now is, for each record, the content that three people approved last, and no other.
  void check() {
    std::map<std::string, std::string> out;
    for (const Record& record : store_->approved(Kind::Series)) out[record.id.text] = content_hash(record.kind, record.body);
    expect(out);
  }
  void check_release() {
    std::map<std::string, std::string> out;
    for (const ReleaseRecord& record : approved_content(*store_).records) out[record.id.text] = content_hash(record.kind, record.body);
    expect(out);
  }
  void expect(const std::map<std::string, std::string>& out) {
    for (const Book& book : books_) {
      const auto found = out.find(book.id.text);
      if (found != out.end()) {
        REQUIRE_FALSE(book.published.empty());
        REQUIRE(found->second == book.published);
      } else {
        REQUIRE((book.published.empty() || store_->get(book.id)->trashed));
      }
    }
  }

  std::mt19937 random_;
  std::unique_ptr<OfficeStore> store_;
  std::vector<std::string> people_;
  std::map<std::string, Role> roles_;
  std::vector<Book> books_;
  std::vector<Asked> asked_;
  std::map<std::pair<std::string, std::string>, std::string> opened_;
  std::int64_t sequence_ = 0;
  int approved_ = 0;
  int refused_ = 0;
};

}  // namespace tests::review_storm
