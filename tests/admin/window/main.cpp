#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <string_view>

#include "content/media_import.h"

// Pictures are decoded by a process of the program itself; here that is this one.
int main(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == content::kPictureChildVerb) return content::picture_child_main(argc, argv);
  return doctest::Context(argc, argv).run();
}
