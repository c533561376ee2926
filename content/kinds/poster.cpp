#include "content/kinds/english.h"
#include "content/kinds/list.h"

namespace content::kinds {
namespace {

constexpr auto kFields = std::to_array<Field>({
    {.key = "title",
     .zh = "标题",
     .en = "Title",
     .aliases = {"名称"},
     .required = true,
     .max_chars = 40,
     .translatable = true},
    {.key = "slogan",
     .zh = "标语",
     .en = "Slogan",
     .aliases = {"口号"},
     .type = FieldType::TextList,
     .required = true,
     .max_chars = 16,
     .count = 2,
     .translatable = true,
     .help_zh = "一行或两行。",
     .help_en = "One or two lines."},
    {.key = "small_line", .zh = "小字", .en = "Small line", .aliases = {"落款"}, .max_chars = 40, .translatable = true},
    {.key = "theme",
     .zh = "主题",
     .en = "Theme",
     .type = FieldType::Ref,
     .ref = Kind::Theme,
     .help_zh = "填了主题，只在该主题期间展示。",
     .help_en = "With a theme: shown during that theme only."},
    {.key = "landscape", .zh = "横版图", .en = "Landscape picture", .aliases = {"横图"}, .type = FieldType::Media},
    {.key = "portrait", .zh = "竖版图", .en = "Portrait picture", .aliases = {"竖图"}, .type = FieldType::Media},
    {.key = "landscape_layout.text_plane", .zh = "横版文字区", .en = "Landscape text plane", .type = FieldType::Plane},
    {.key = "landscape_layout.calm_strip", .zh = "横版平静区", .en = "Landscape calm strip", .type = FieldType::Plane},
    {.key = "portrait_layout.text_plane", .zh = "竖版文字区", .en = "Portrait text plane", .type = FieldType::Plane},
    {.key = "portrait_layout.calm_strip", .zh = "竖版平静区", .en = "Portrait calm strip", .type = FieldType::Plane},
    {.key = "portrait_layout.pill", .zh = "竖版按钮区", .en = "Portrait button plane", .type = FieldType::Plane},
    {.key = "ground", .zh = "底色", .en = "Ground", .type = FieldType::Colour},
    {.key = "ink", .zh = "字色", .en = "Ink", .type = FieldType::Colour},
    {.key = "ink2", .zh = "次字色", .en = "Second ink", .type = FieldType::Colour},
    {.key = "pill_fill", .zh = "按钮底色", .en = "Button fill", .type = FieldType::Colour},
    {.key = "pill_text", .zh = "按钮字色", .en = "Button text", .type = FieldType::Colour},
    {.key = "weight",
     .zh = "权重",
     .en = "Weight",
     .type = FieldType::Number,
     .min = 1,
     .max = 5,
     .help_zh = "1 到 5，越大出现越多。",
     .help_en = "1 to 5; a larger one comes up more often."},
    kValidFrom,
    kValidUntil,
});

}  // namespace

// A poster or slogan of the attract loop. 海报
constinit const KindSpec kPoster{.kind = Kind::Poster,
                                 .word = "poster",
                                 .zh = "海报",
                                 .en = "Poster",
                                 .title_key = "title",
                                 .key_fields = {"title"},
                                 .fields = WithEnglish<kFields>::kFields};

}  // namespace content::kinds
