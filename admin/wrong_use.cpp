#include "admin/wrong_use.h"

#include <string_view>
#include <vector>

#include "admin/messages.h"

namespace admin {
namespace {

// CLI11 says "KIND is required" and "The following argument was not expected: --frob"; the names are all we take.
std::string before(std::string_view text, std::string_view mark) {
  return std::string(text.substr(0, text.find(mark)));
}
std::string after(std::string_view text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  return at == std::string_view::npos ? std::string(text) : std::string(text.substr(at + mark.size()));
}

}  // namespace

std::string wrong_use(const Context& context, const CLI::App& app, const CLI::ParseError& error) {
  const content::Language language = context.language();
  const std::string_view text = error.what();
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
    return tell(language, messages::kUnknownArgument, after(text, ": "));
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    const std::string name = before(text, " is required");
    if (name != "A subcommand") return tell(language, messages::kMissingArgument, name);
    const std::vector<std::string> unread = app.remaining();
    return unread.empty() ? tell(language, messages::kMissingCommand)
                          : tell(language, messages::kUnknownArgument, unread.front());
  }
  const bool value = dynamic_cast<const CLI::ConversionError*>(&error) != nullptr ||
                     dynamic_cast<const CLI::ValidationError*>(&error) != nullptr ||
                     dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr;
  return value ? tell(language, messages::kWrongValue, before(after(text, "Could not convert: "), ":"))
               : tell(language, messages::kWrongUse);
}

}  // namespace admin
