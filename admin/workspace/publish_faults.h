// What keeps one record's content off the screens: the field rules, characters without a glyph, pictures that are not there, a
// person shown without having agreed.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "admin/inspection.h"
#include "content/release.h"

namespace admin {

struct PublishFault {
  std::string field;        // key
  content::MediaId media;   // the picture that it is about; may be empty
  std::string title;        // 何守诚的照片没有肖像授权
  std::string fix;          // 去补授权书
  std::string way = "改好";  // 补上授权书
  std::string rule;         // that a reviewer may let pass with a reason; empty: nobody may
  std::string hash;         // of the content that it was found in; with a rule
};

class PublishFaults {
 public:
  // All must outlive it. `content`: whose pictures may be used; `pictures`: where their files are looked for.
  PublishFaults(const content::OfficeStore& office, const content::MediaStore& library, const content::ReleaseContent& content,
                const content::PictureSources& pictures, content::Day today);

  // In the order of the fields.
  std::vector<PublishFault> of(const content::ReleaseRecord& record) const;

 private:
  void check_picture(const content::ReleaseRecord& record, const content::Field& field, const std::string& id,
                     std::vector<PublishFault>& faults) const;
  void check_consent(const content::ReleaseRecord& record, const content::Field& field, const std::string& id,
                     std::vector<PublishFault>& faults) const;

  const content::OfficeStore& office_;
  Inspection inspection_;
  const content::PictureSources& pictures_;
  content::Day today_;
  std::unordered_map<std::string, const content::Media*> media_;
};

}  // namespace admin
