// What a screen may use, handed down by the app for one call. References are valid during the call only: keep ids.
#pragma once

#include "content/catalog.h"
#include "content/model.h"
#include "kiosk/config.h"
#include "kiosk/searcher.h"
#include "kiosk/texts.h"
#include "kiosk/tributes.h"
#include "kiosk/visitor.h"

namespace kiosk {

struct Context {
  const content::Catalog& catalog;  // the release on screen
  content::LocalMinute now;         // the city's wall clock
  const Texts& texts;               // visible strings in the visitor's language
  const Place& place;               // where this screen stands
  Visitor& visitor;                 // what this visitor chose and typed; wiped for the next
  Searcher& searcher;               // search on a worker
  Tributes& tributes;               // 致敬 counts of this screen
};

}  // namespace kiosk
