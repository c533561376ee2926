// All shortcuts on one sheet (key `?`).
#pragma once

#include <memory>

#include "admin/desk/desk.h"

namespace admin {

std::unique_ptr<desk::Layer> make_key_sheet();

}  // namespace admin
