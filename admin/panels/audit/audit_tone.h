// Colours of deeds in the audit panel.
#pragma once

#include "admin/desk/marks.h"
#include "admin/workspace/audit_words.h"

namespace admin {

constexpr desk::Tone tone_of(DeedTone tone) {
  switch (tone) {
    case DeedTone::Good: return desk::Tone::Pine;
    case DeedTone::Sent: return desk::Tone::Indigo;
    case DeedTone::Back: return desk::Tone::Amber;
    case DeedTone::Grave:
    case DeedTone::Failed: return desk::Tone::Red;
    case DeedTone::Plain: break;
  }
  return desk::Tone::Grey;
}

}  // namespace admin
