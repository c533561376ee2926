#include "tests/journeys/file_drop.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <poll.h>

#include <chrono>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace journeys {

namespace {

constexpr long kVersion = 5;
constexpr std::chrono::seconds kPatience{20};

struct Closer {
  void operator()(Display* display) const { XCloseDisplay(display); }
};

// "file:///tmp/a%20b.png", each on a line of its own (RFC 2483).
std::string uri_list(std::span<const std::filesystem::path> files) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~/";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string list;
  for (const auto& file : files) {
    list += "file://";
    for (const char c : file.string()) {
      const auto byte = static_cast<unsigned char>(c);
      if (kPlain.find(c) != std::string_view::npos) list += c;
      else list += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
    }
    list += "\r\n";
  }
  return list;
}

// The program from which the files come.
class Source {
 public:
  Source(Window target, std::string list) : target_(target), list_(std::move(list)) {
    if (display_ == nullptr) throw std::runtime_error("no X display");
    own_ = XCreateSimpleWindow(display_.get(), DefaultRootWindow(display_.get()), 0, 0, 1, 1, 0, 0, 0);
  }

  void drop_at(int x, int y) {
    if (!knows_drops()) throw std::runtime_error("the window takes no files");
    XSetSelectionOwner(display_.get(), atom("XdndSelection"), own_, CurrentTime);
    int root_x = 0, root_y = 0;
    Window child = 0;
    XTranslateCoordinates(display_.get(), target_, DefaultRootWindow(display_.get()), x, y, &root_x, &root_y, &child);
    const auto from = static_cast<long>(own_);
    tell("XdndEnter", {from, kVersion << 24, static_cast<long>(atom("text/uri-list")), 0, 0});
    tell("XdndPosition", {from, 0, (static_cast<long>(root_x) << 16) | root_y, CurrentTime, static_cast<long>(atom("XdndActionCopy"))});
    if ((answer("XdndStatus") & 1) == 0) throw std::runtime_error("the window refuses the files");
    tell("XdndDrop", {from, 0, CurrentTime, 0, 0});
    if ((answer("XdndFinished") & 1) == 0) throw std::runtime_error("the window did not take the files");
  }

 private:
  Atom atom(const char* name) const { return XInternAtom(display_.get(), name, False); }

  bool knows_drops() const {
    Atom type = 0;
    int format = 0;
    unsigned long count = 0, rest = 0;
    unsigned char* data = nullptr;
    XGetWindowProperty(display_.get(), target_, atom("XdndAware"), 0, 1, False, AnyPropertyType, &type, &format, &count, &rest, &data);
    if (data != nullptr) XFree(data);
    return count > 0;
  }

  void tell(const char* what, std::initializer_list<long> data) {
    XEvent event{};
    event.xclient.type = ClientMessage;
    event.xclient.window = target_;
    event.xclient.message_type = atom(what);
    event.xclient.format = 32;
    std::size_t i = 0;
    for (const long value : data) event.xclient.data.l[i++] = value;
    XSendEvent(display_.get(), target_, False, NoEventMask, &event);
    XFlush(display_.get());
  }

  // Hands the list over meanwhile, if it is asked for. The second word of the window's answer.
  long answer(const char* awaited) {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    for (;;) {
      while (XPending(display_.get()) > 0) {
        XEvent event{};
        XNextEvent(display_.get(), &event);
        if (event.type == SelectionRequest) hand_over(event.xselectionrequest);
        if (event.type == ClientMessage && event.xclient.message_type == atom(awaited)) return event.xclient.data.l[1];
      }
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
      if (left.count() <= 0) throw std::runtime_error(std::string("no ") + awaited + " from the window");
      pollfd ready{ConnectionNumber(display_.get()), POLLIN, 0};
      poll(&ready, 1, static_cast<int>(left.count()));
    }
  }

  void hand_over(const XSelectionRequestEvent& request) {
    XChangeProperty(display_.get(), request.requestor, request.property, request.target, 8, PropModeReplace,
                    reinterpret_cast<const unsigned char*>(list_.data()), static_cast<int>(list_.size()));
    XEvent reply{};
    reply.xselection.type = SelectionNotify;
    reply.xselection.requestor = request.requestor;
    reply.xselection.selection = request.selection;
    reply.xselection.target = request.target;
    reply.xselection.property = request.property;
    reply.xselection.time = request.time;
    XSendEvent(display_.get(), request.requestor, False, NoEventMask, &reply);
    XFlush(display_.get());
  }

  std::unique_ptr<Display, Closer> display_{XOpenDisplay(nullptr)};
  Window target_;
  Window own_ = 0;
  std::string list_;
};

}  // namespace

void drop_files(const std::string& window, int x, int y, std::span<const std::filesystem::path> files) {
  Source(std::stoul(window), uri_list(files)).drop_at(x, y);
}

}  // namespace journeys
