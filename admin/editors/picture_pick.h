// A dialog of the library's pictures, found by name, to choose one from.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "admin/desk/desk.h"

namespace admin::editors {

std::unique_ptr<desk::Layer> make_picture_pick(desk::Desk& desk, std::string title, std::function<void(content::MediaId)> chosen);

}  // namespace admin::editors
