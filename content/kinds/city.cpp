#include "content/kinds/list.h"

namespace content::kinds {
namespace {

constexpr auto kFields = std::to_array<Field>({
    {.key = "name",
     .zh = "城市",
     .en = "City",
     .aliases = {"城市名称", "名称", "name"},
     .required = true,
     .max_chars = 20},
    {.key = "campaign", .zh = "创建口号", .en = "Campaign", .required = true, .max_chars = 30},
    {.key = "publicity_title", .zh = "宣传标题", .en = "Publicity title", .required = true, .max_chars = 30},
    {.key = "honour_title", .zh = "光荣榜标题", .en = "Honour roll title", .required = true, .max_chars = 30},
    {.key = "products_title", .zh = "好物标题", .en = "Products title", .required = true, .max_chars = 30},
    {.key = "service_phone",
     .zh = "服务电话",
     .en = "Service phone",
     .aliases = {"咨询电话"},
     .type = FieldType::Phone,
     .max_chars = 30},
    {.key = "welcome", .zh = "欢迎语", .en = "Welcome", .max_chars = 30},
    {.key = "doors_tall",
     .zh = "竖门图",
     .en = "Tall door pictures",
     .type = FieldType::MediaList,
     .count = 4,
     .help_zh = "四张竖图，依次为宣传、光荣榜、双拥街、好物，每行一张。",
     .help_en = "Four tall pictures, in the order publicity, honour, street, products, one a line."},
    {.key = "doors_wide",
     .zh = "横门图",
     .en = "Wide door pictures",
     .type = FieldType::MediaList,
     .count = 4,
     .help_zh = "四张横图，依次为宣传、光荣榜、双拥街、好物，每行一张。",
     .help_en = "Four wide pictures, in the order publicity, honour, street, products, one a line."},
    {.key = "featured_figure",
     .zh = "推荐人物",
     .en = "Featured figure",
     .type = FieldType::Ref,
     .ref = Kind::Figure,
     .help_zh = "首页“今日人物”和光荣榜“本周人物”；不填则每天轮换。",
     .help_en = "Put forward on the home screen and the wall; without it they take turns."},
    {.key = "featured_merchant",
     .zh = "推荐商户",
     .en = "Featured merchant",
     .type = FieldType::Ref,
     .ref = Kind::Merchant,
     .help_zh = "首页“今日商户”；不填则每天轮换。",
     .help_en = "Put forward on the home screen; without it they take turns."},
    kValidFrom,
    kValidUntil,
});

}  // namespace

// The city itself; there is exactly one. 城市
constinit const KindSpec kCity{
    .kind = Kind::City, .word = "city", .zh = "城市", .en = "City", .title_key = "name", .fields = kFields};

}  // namespace content::kinds
