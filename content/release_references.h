// Closes a release in itself: what refers to nothing goes, what is not referred to goes.
#pragma once

#include <string>
#include <vector>

#include "content/language.h"
#include "content/release.h"

namespace content {

// Removes references to records that are not among content.records. Answers what was removed.
std::vector<Text> drop_lost_references(ReleaseContent& content);

// Removes references to records that are not among content.records, and media that no record references; media and records
// come out sorted by id. Answers what was removed, as BuiltRelease::dropped_references. Throws Error naming the records
// whose pictures are unknown, lack a size, or whose files are not in `pictures`.
std::vector<std::string> close_references(ReleaseContent& content, const PictureSources& pictures);

}  // namespace content
