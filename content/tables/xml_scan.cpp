#include "content/tables/xml_scan.h"

#include <expat.h>

#include <exception>

#include "content/error.h"
#include "content/tables/workbook_faults.h"

namespace content::tables {
namespace {

constexpr int kDeepest = 64;
// Between two events; expat looks at an unfinished tag again with every piece.
constexpr std::size_t kLargestTag = 1U << 20U;

std::string_view local(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (local(*pair) == name) return pair[1];
  }
  return {};
}

struct XmlScan::State {
  State(XmlVisitor& to, std::string name) : visitor(to), file(std::move(name)), parser(XML_ParserCreate(nullptr)) {
    if (parser == nullptr) throw std::bad_alloc();
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, &State::open, &State::close);
    XML_SetCharacterDataHandler(parser, &State::text);
    XML_SetCommentHandler(parser, [](void* user, const XML_Char*) { of(user).silent = 0; });
    XML_SetProcessingInstructionHandler(parser, [](void* user, const XML_Char*, const XML_Char*) { of(user).silent = 0; });
    XML_SetStartDoctypeDeclHandler(parser, [](void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
      of(user).guard([&] { throw damaged_workbook(of(user).file); });
    });
  }
  ~State() { XML_ParserFree(parser); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  static State& of(void* user) { return *static_cast<State*>(user); }
  static void open(void* user, const XML_Char* name, const XML_Char** attributes) {
    State& state = of(user);
    state.guard([&] {
      if (++state.depth > kDeepest) throw damaged_workbook(state.file);
      state.visitor.open(local(name), XmlAttributes(attributes));
    });
  }
  static void close(void* user, const XML_Char* name) {
    State& state = of(user);
    --state.depth;
    state.guard([&] { state.visitor.close(local(name)); });
  }
  static void text(void* user, const XML_Char* words, int length) {
    State& state = of(user);
    state.guard([&] { state.visitor.text({words, static_cast<std::size_t>(length)}); });
  }

  // No exception may cross expat.
  template <typename Act>
  void guard(Act&& act) {
    silent = 0;
    if (thrown) return;
    try {
      act();
    } catch (...) {
      thrown = std::current_exception();
      XML_StopParser(parser, XML_FALSE);
    }
  }

  void parse(std::string_view piece, bool last) {
    silent += piece.size();
    const XML_Status status = XML_Parse(parser, piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (thrown) std::rethrow_exception(thrown);
    if (status != XML_STATUS_OK || silent > kLargestTag) throw damaged_workbook(file);
  }

  XmlVisitor& visitor;
  std::string file;
  XML_Parser parser;
  int depth = 0;
  std::size_t silent = 0;   // bytes fed since the last event
  std::exception_ptr thrown;
};

XmlScan::XmlScan(XmlVisitor& visitor, std::string file) : state_(std::make_unique<State>(visitor, std::move(file))) {}
XmlScan::~XmlScan() = default;
void XmlScan::feed(std::string_view piece) { state_->parse(piece, false); }
void XmlScan::finish() { state_->parse({}, true); }

}  // namespace content::tables
