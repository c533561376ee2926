// Choosing one picture of the library for a record's field.
#pragma once

#include <functional>
#include <memory>

#include "admin/desk/desk.h"

namespace admin {

// `chosen` is called once, when a picture was clicked; never when the clerk closes it.
std::unique_ptr<desk::Layer> make_picture_picker(std::function<void(content::MediaId)> chosen);

}  // namespace admin
