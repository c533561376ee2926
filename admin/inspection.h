// What is wrong with the content, beyond what a single record's own rules say: the field rules, characters without a
// glyph, references and pictures that are not there. Used by check for every draft and by publish for what goes out.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "admin/glyphs.h"
#include "content/language.h"
#include "content/lint/field_rules.h"
#include "content/media_store.h"
#include "content/office_store.h"

namespace admin {

struct Inspected {
  std::string rule;  // "" = not a matter of a rule: it cannot be let pass
  content::Text sentence;
};

inline constexpr std::string_view kGlyphRule = "missing_glyph";

class Inspection {
 public:
  // Both must outlive it.
  Inspection(const content::OfficeStore& office, const content::MediaStore& library);

  // The field rules and the glyphs, without what was let pass for exactly this body.
  std::vector<Inspected> blockers(const content::Record& record) const;
  // The same with what was let pass.
  std::vector<Inspected> findings(const content::Record& record) const;
  // References to records and pictures that are not there.
  std::vector<Inspected> losses(const content::Record& record) const;

 private:
  void check_glyphs(const content::Field& field, const nlohmann::json& value, std::vector<Inspected>& found) const;
  void check_picture(const content::Field& field, const std::string& id, std::vector<Inspected>& found) const;

  const content::OfficeStore& office_;
  const content::MediaStore& library_;
  content::lint::FieldRules rules_;
  Glyphs glyphs_;
};

}  // namespace admin
