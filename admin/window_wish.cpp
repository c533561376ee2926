#include "admin/window_wish.h"

#include <charconv>
#include <clocale>

#include "admin/messages.h"
#include "admin/shots.h"
#include "content/error.h"

namespace admin {

void WindowWish::add_to(CLI::App& app, const Context& context) {
  app.add_option("--outbox", options_.outbox, context.pick(messages::kWindowOutboxOption))->option_text("DIR");
  app.add_option("--windowed", windowed_, context.pick(messages::kWindowedOption))->option_text("WxH");
  app.add_option("--scale", scale_, context.pick(messages::kScaleOption))->option_text("X")->check(CLI::Range(1.0, 4.0));
  app.add_option("--shots", options_.shots, context.pick(messages::kShotsOption))->option_text("DIR");
  app.add_option("--size", size_, context.pick(messages::kSizeOption))->option_text("WxH");
  app.add_option("--only", options_.shots_only, context.pick(messages::kOnlyOption))->option_text("NAMES")->delimiter(',');
  app.add_option("--item-log", options_.item_log, context.pick(messages::kItemLogOption))->option_text("FILE");
}

ui::PixelSize WindowWish::parsed(const Context& context, const std::string& size) const {
  ui::PixelSize pixels;
  const char* end = size.data() + size.size();
  const auto width = std::from_chars(size.data(), end, pixels.w);
  const bool crossed = width.ec == std::errc() && width.ptr != end && *width.ptr == 'x';
  if (crossed) {
    const auto height = std::from_chars(width.ptr + 1, end, pixels.h);
    const bool whole = height.ec == std::errc() && height.ptr == end;
    if (whole && pixels.w >= 640 && pixels.h >= 480 && pixels.w <= 7680 && pixels.h <= 4320) return pixels;
  }
  throw content::Error(tell(context.language(), messages::kBadSize, size));
}

void WindowWish::open(const Context& context) {
  // The system's input method speaks to programs that took the locale on.
  if (std::setlocale(LC_CTYPE, "") == nullptr || MB_CUR_MAX < 4) std::setlocale(LC_CTYPE, "C.UTF-8");
  options_.db = context.db;
  if (!windowed_.empty()) options_.windowed = parsed(context, windowed_);
  if (!size_.empty()) options_.shot_size = parsed(context, size_);
  if (scale_ >= 1) options_.scale = scale_;
  if (!options_.shots.empty()) {
    draw_shots(options_);
  } else {
    App(options_).run();
  }
}

}  // namespace admin
