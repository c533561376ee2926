#include "content/kinds/english.h"
#include "content/kinds/list.h"

namespace content::kinds {
namespace {

constexpr auto kFields = std::to_array<Field>({
    {.key = "title",
     .zh = "标题",
     .en = "Title",
     .aliases = {"片名", "名称"},
     .required = true,
     .max_chars = 60,
     .translatable = true},
    {.key = "summary",
     .zh = "说明",
     .en = "Summary",
     .aliases = {"简介"},
     .type = FieldType::LongText,
     .max_chars = 400,
     .translatable = true},
    {.key = "length_s",
     .zh = "时长秒",
     .en = "Length in seconds",
     .aliases = {"时长"},
     .type = FieldType::Number,
     .min = 1,
     .max = 36000},
    {.key = "picture", .zh = "图片", .en = "Picture", .aliases = {"封面"}, .type = FieldType::Media},
    {.key = "file", .zh = "文件", .en = "File", .type = FieldType::Media},
    kValidFrom,
    kValidUntil,
});

}  // namespace

// A film. 专题片
constinit const KindSpec kFilm{.kind = Kind::Film,
                               .word = "film",
                               .zh = "专题片",
                               .en = "Film",
                               .title_key = "title",
                               .key_fields = {"title"},
                               .fields = WithEnglish<kFields>::kFields};

}  // namespace content::kinds
