#include "content/kinds/english.h"
#include "content/kinds/list.h"

namespace content::kinds {
namespace {

constexpr auto kFields = std::to_array<Field>({
    {.key = "name",
     .zh = "街名",
     .en = "Street",
     .aliases = {"名称", "街区", "街区名称"},
     .required = true,
     .max_chars = 20,
     .translatable = true},
    {.key = "short_name", .zh = "简称", .en = "Short name", .max_chars = 8, .translatable = true},
    {.key = "shops",
     .zh = "商户总数",
     .en = "Shops",
     .aliases = {"店铺总数", "总数"},
     .type = FieldType::Number,
     .required = true,
     .min = 0,
     .max = 100000},
    {.key = "target_percent",
     .zh = "目标",
     .en = "Target percent",
     .aliases = {"目标比例", "签约目标"},
     .type = FieldType::Number,
     .min = 1,
     .max = 100},
    {.key = "summary",
     .zh = "说明",
     .en = "Summary",
     .aliases = {"简介"},
     .type = FieldType::LongText,
     .max_chars = 400,
     .translatable = true},
    {.key = "diagram", .zh = "示意图", .en = "Diagram", .aliases = {"街区图"}, .type = FieldType::Media},
    {.key = "labels",
     .zh = "地图标注",
     .en = "Map labels",
     .aliases = {"标注"},
     .type = FieldType::Labels,
     .max_chars = 20,
     .count = 80,
     .translatable = true},
    kValidFrom,
    kValidUntil,
});

}  // namespace

// A double-support street. 街区
constinit const KindSpec kStreet{.kind = Kind::Street,
                                 .word = "street",
                                 .zh = "街区",
                                 .en = "Street",
                                 .title_key = "name",
                                 .key_fields = {"name"},
                                 .fields = WithEnglish<kFields>::kFields};

}  // namespace content::kinds
