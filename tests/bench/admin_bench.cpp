// The office's list at 20,000 merchants: a change of filter, order or page, a search at each letter, a colleague's edit. Times
// are the thread's own, worst of many. Prints; never fails on a time. Argument: another number of merchants.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "admin/workspace/record_list.h"
#include "tests/admin/workspace/office_of_many.h"

namespace {

double now_ms() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double timed(const std::function<void()>& action) {
  const double start = now_ms();
  action();
  return now_ms() - start;
}

void print(const char* what, std::vector<double> times) {
  std::ranges::sort(times);
  std::printf("%-34s median %6.2f ms, worst %6.2f ms of %zu\n", what, times[times.size() / 2], times.back(), times.size());
}

}  // namespace

int main(int count, char** arguments) {
  const int merchants = count > 1 ? std::atoi(arguments[1]) : 20'000;
  const auto office = tests::office_with_people();
  content::OfficeStore& store = office->store();
  const std::vector<content::RecordId> streets{tests::add_street(store, "江滩双拥街").id, tests::add_street(store, "和平里双拥街").id};
  tests::add_merchants(store, merchants, 1, streets);
  std::unique_ptr<admin::Records> records;
  std::printf("%d merchants\n", merchants);
  std::printf("read into memory                   %.0f ms\n", timed([&] { records = std::make_unique<admin::Records>(*office); }));
  std::unique_ptr<admin::RecordList> list;
  std::printf("list prepared                      %.0f ms\n", timed([&] {
    list = std::make_unique<admin::RecordList>(content::kind_spec(content::Kind::Merchant), *office, *records);
  }));
  const auto page = [&] {
    std::size_t letters = 0;
    for (std::size_t i = list->page_begin(); i < list->page_end(); ++i) {
      for (const admin::ListColumn& column : list->columns()) letters += list->cell(list->at(i), column).size();
    }
    return letters;
  };

  std::vector<double> filters, orders, pages, searches, edits;
  const char* words[] = {"m", "mi", "mia", "mian", "miang", "面", "面馆", "j", "jt", "dukou 9", "zzz", "1", "渡口 医药"};
  for (int round = 0; round < 10; ++round) {
    for (int tab = 0; tab < static_cast<int>(admin::kTabs); ++tab) {
      filters.push_back(timed([&] {
        list->set_filter({.tab = static_cast<admin::Tab>(tab), .fields = {{"category", "餐饮"}}, .validity = round % 2 == 0 ? admin::Validity::Within90 : admin::Validity::Any});
        page();
      }));
    }
    for (const char* typed : words) searches.push_back(timed([&] { list->set_filter({.words = typed}), page(); }));
    list->clear_filter();
    for (const admin::ListColumn& column : std::vector(list->columns())) {
      orders.push_back(timed([&] { list->turn_order(column.key), page(); }));
      pages.push_back(timed([&] { list->go_to_page(list->pages() - 1), page(); }));
    }
    const content::Record record = list->at(static_cast<std::size_t>(round) * 7 % list->size());
    nlohmann::json body = record.body;
    body["name"] = "改名" + std::to_string(round);
    store.edit(record.id, record.revision, body, "周蓓");
    edits.push_back(timed([&] { records->refresh(), list->follow(), page(); }));
  }
  print("filter, with its page", filters);
  print("order, with its page", orders);
  print("page", pages);
  print("search", searches);
  print("another's edit taken in", edits);
}
