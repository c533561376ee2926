// Prints how long a release of 10,000 merchants takes to build, verify, take in and load. Not a test: nothing fails on time.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "content/catalog.h"
#include "content/release.h"
#include "content/release_intake.h"
#include "tests/content/release_test_data.h"
#include "tests/support/temporary_folder.h"

namespace {

template <typename Work>
auto timed(const char* what, Work work) {
  const auto begin = std::chrono::steady_clock::now();
  auto result = work();
  const auto taken = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
  std::printf("%-60s %6lld ms\n", what, static_cast<long long>(taken.count()));
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  const int merchants = argc > 1 ? std::atoi(argv[1]) : 10'000;
  const tests::TemporaryFolder folder;
  const content::Blobs pictures = tests::sample_pictures(folder.path() / "pictures");
  const std::filesystem::path outbox = folder.path() / "outbox";
  content::Intake intake({.source = outbox, .state = folder.path() / "state"});
  std::printf("release of %d merchants\n", merchants);
  for (int edition = 1; edition <= 2; ++edition) {
    const content::ReleaseContent content = tests::sample_content(merchants, edition);
    const content::BuiltRelease built = timed(edition == 1 ? "build the first release" : "build the next, one line changed in each",
                                              [&] { return content::build_release(content, pictures, 0, outbox); });
    std::printf("%-60s %6lld KB\n", "  size of all its files", static_cast<long long>(built.bytes / 1024));
    timed("verify it", [&] { return content::verify_release(outbox, built.sequence).size(); });
    timed("take it in: copy, hash, sync, switch", [&] { return intake.poll().has_value(); });
    timed("look again when nothing changed", [&] { return intake.poll().has_value(); });
    timed("load it into a catalog", [&] { return content::Catalog::load(intake.current()->release_dir)->merchants.size(); });
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%-60s %6ld MB\n", "largest resident memory of all this", usage.ru_maxrss / 1024);
  return 0;
}
