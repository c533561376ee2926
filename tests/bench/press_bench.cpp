// press_bench X Y: real presses on the X display at (X, Y) → the time until a pixel there has changed. 40 presses; prints
// p50 and p99. The window under the pointer must answer a press by looking different.
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <vector>

namespace {

using namespace std::chrono;

// A patch of 8 × 8 pixels as one number.
unsigned long patch(Display* display, int x, int y) {
  XImage* image = XGetImage(display, DefaultRootWindow(display), x, y, 8, 8, AllPlanes, ZPixmap);
  unsigned long sum = 0;
  for (int row = 0; row < 8; ++row) {
    for (int column = 0; column < 8; ++column) sum = sum * 31 + XGetPixel(image, column, row);
  }
  XDestroyImage(image);
  return sum;
}

// Milliseconds until the patch differs from `before`; negative when it has not within a second.
double wait_for_change(Display* display, int x, int y, unsigned long before, steady_clock::time_point since) {
  while (steady_clock::now() - since < seconds(1)) {
    if (patch(display, x, y) != before) return duration<double, std::milli>(steady_clock::now() - since).count();
  }
  return -1;
}

}  // namespace

int main(int argc, char** argv) {
  Display* display = argc == 3 ? XOpenDisplay(nullptr) : nullptr;
  if (display == nullptr) {
    std::fprintf(stderr, "press_bench X Y, on an X display\n");
    return 2;
  }
  const int x = std::atoi(argv[1]);
  const int y = std::atoi(argv[2]);
  std::vector<double> times;
  int silent = 0;
  for (int press = 0; press < 40; ++press) {
    XTestFakeMotionEvent(display, -1, x, y, CurrentTime);
    XSync(display, False);
    std::this_thread::sleep_for(milliseconds(400));  // the last press has faded
    const auto before = patch(display, x, y);
    const auto pressed = steady_clock::now();
    XTestFakeButtonEvent(display, 1, True, CurrentTime);
    XSync(display, False);
    const double took = wait_for_change(display, x, y, before, pressed);
    // Let go elsewhere, so that nothing opens.
    XTestFakeMotionEvent(display, -1, 5, 5, CurrentTime);
    XTestFakeButtonEvent(display, 1, False, CurrentTime);
    XSync(display, False);
    if (took < 0) ++silent;
    else times.push_back(took);
  }
  std::ranges::sort(times);
  if (times.empty()) {
    std::printf("press to changed pixel: nothing changed\n");
  } else {
    std::printf("press to changed pixel, %zu presses: p50 %.1f ms, p99 %.1f ms%s\n", times.size(), times[times.size() / 2],
                times[times.size() * 99 / 100], silent > 0 ? " (some presses changed nothing)" : "");
  }
  XCloseDisplay(display);
  return 0;
}
