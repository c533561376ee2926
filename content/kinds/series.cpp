#include "content/kinds/english.h"
#include "content/kinds/list.h"

namespace content::kinds {
namespace {

constexpr auto kFields = std::to_array<Field>({
    {.key = "name",
     .zh = "名称",
     .en = "Name",
     .aliases = {"系列", "系列名称"},
     .required = true,
     .max_chars = 20,
     .translatable = true},
    {.key = "summary", .zh = "一句话", .en = "In one line", .aliases = {"简介"}, .max_chars = 12, .translatable = true},
    {.key = "icon", .zh = "图标", .en = "Icon", .type = FieldType::Icon, .max_chars = 40},
    {.key = "number", .zh = "序号", .en = "Number", .type = FieldType::Number, .min = 1, .max = 999},
    {.key = "picture", .zh = "图片", .en = "Picture", .type = FieldType::Media},
    kValidFrom,
    kValidUntil,
});

}  // namespace

// A series of articles. 系列
constinit const KindSpec kSeries{.kind = Kind::Series,
                                 .word = "series",
                                 .zh = "系列",
                                 .en = "Series",
                                 .title_key = "name",
                                 .key_fields = {"name"},
                                 .fields = WithEnglish<kFields>::kFields};

}  // namespace content::kinds
