// The options of the window on the command line.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "admin/app.h"
#include "admin/context.h"

namespace admin {

class WindowWish {
 public:
  void add_to(CLI::App& app, const Context& context);
  // Opens the window and answers when it is closed, or draws the shots. Throws Error, ui::Error.
  void open(const Context& context);

 private:
  ui::PixelSize parsed(const Context& context, const std::string& size) const;

  WindowOptions options_;
  float scale_ = 0;
  std::string windowed_;
  std::string size_;
};

}  // namespace admin
