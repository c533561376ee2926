// What is wrong with the content, beyond what a single record's own rules say: the field rules, characters without a
// glyph, references and pictures that are not there, pictures of people on the honour roll who have not agreed. Used by check for
// every draft and by publish for what goes out.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "admin/context.h"
#include "admin/glyphs.h"
#include "content/language.h"
#include "content/lint/field_rules.h"
#include "content/media_store.h"
#include "content/office_store.h"

namespace admin {

struct Inspected {
  std::string rule;  // "" = not a matter of a rule: it cannot be let pass
  content::Text sentence;
  std::string field{};  // key of the field that it is about
};

inline constexpr std::string_view kGlyphRule = "missing_glyph";

class Inspection {
 public:
  // Both must outlive it. `today` on the city's calendar: consents end; absent = by the clock.
  Inspection(const content::OfficeStore& office, const content::MediaStore& library, std::optional<content::Day> today = {});

  // The field rules and the glyphs, without what was let pass for exactly this body; and the consents.
  std::vector<Inspected> blockers(const content::Record& record) const;
  // The same with what was let pass.
  std::vector<Inspected> findings(const content::Record& record) const;
  // Pictures of a figure whose person has not agreed to be shown, in the words of what to do. Cannot be let pass.
  std::vector<Inspected> consents(const content::Record& record) const;
  // References to records and pictures that are not there.
  std::vector<Inspected> losses(const content::Record& record) const;

 private:
  void check_glyphs(const content::Field& field, const nlohmann::json& value, std::vector<Inspected>& found) const;
  void check_consent(const content::Field& field, const std::string& id, std::vector<Inspected>& found) const;
  void check_picture(const content::Field& field, const std::string& id, std::vector<Inspected>& found) const;

  const content::OfficeStore& office_;
  const content::MediaStore& library_;
  content::lint::FieldRules rules_;
  Glyphs glyphs_;
  content::Day today_;
};

// One line about what keeps a record back, with the rule's name where it can be let pass.
void tell_blocker(Context& context, const std::string& kind, const std::string& title, const Inspected& blocker);

}  // namespace admin
