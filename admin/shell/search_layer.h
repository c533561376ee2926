// Ctrl K: everything the office has, found by characters, pinyin or initials; Enter opens it.
#pragma once

#include <memory>

#include "admin/desk/desk.h"

namespace admin {

std::unique_ptr<desk::Layer> make_search_layer();

}  // namespace admin
