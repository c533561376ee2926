#include "content/lint/rule_table.h"

#include <array>

namespace content::lint {
namespace {

// Ordinals such as 第一次 or 第一锅 are no claim: 第一 counts with a rank before it, or at a phrase's end.
constexpr std::array<Rule, 9> kRules{{
    {"superlative", Scope::Selling,
     "国家级|世界级|最高级|宇宙级|最佳|最优|最好|最低价|最便宜|最大规模|最强|最先进|最正宗|最权威|顶级|顶尖|极品|"
     "独一无二|绝无仅有|史无前例|"
     "全网第一|(?:全国|全省|全市|全县|全城|世界|中国|行业|同类|销量|质量|品质|口碑|排名|服务)第一|第一(?:品牌|名店|"
     "大店|家)|第一(?=[，。！、；,.!; ]|$)|"
     "(?:全国|全省|全市|行业)唯一|[Nn][Oo]\\.1",
     "广告法第九条不许用这样的极限词", "superlatives like this are forbidden by article 9 of the Advertising Law",
     "请改成具体的事实", "say a fact instead"},
    {"military_supply", Scope::Selling,
     "特供|专供|内供|特需品|军需(?!要)|军服(?!务)|(?<!冠)军品(?![质牌味])|军队专用|部队专用|军用",
     "不得借军队名义推销，也不得自称特供、专供",
     "goods must not be sold in the name of the army, nor as “special supply”", "请删去这个词", "take the word out"},
    {"emblem", Scope::Selling, "国旗|国徽|国歌|军旗|军徽|军歌|党旗|党徽|八一军徽|军衔标志",
     "旗帜、徽章、国歌不得用于广告", "flags, emblems and anthems must not be used in advertisements", "请删去",
     "take it out"},
    {"hero", Scope::Selling, "雷锋|黄继光|董存瑞|邱少云|罗盛教|杨根思|刘胡兰|张思德|狼牙山五壮士|江姐|赵一曼|杨靖宇",
     "英雄烈士的姓名不得用于商业", "heroes' and martyrs' names must not be used in trade", "请删去姓名",
     "take the name out"},
    {"id_number", Scope::People,
     "(?<![0-9])[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9])|"
     "(?<![0-9])[1-9][0-9]{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}(?![0-9])",
     "是身份证号码", "is an identity card number", "请删去", "take it out", true},
    {"mobile", Scope::People, "(?<![0-9])1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9])", "是私人手机号码",
     "is a private mobile number", "请删去，或改成单位的固定电话", "take it out or give an office's number", true},
    {"unit_number", Scope::People,
     "(?<![0-9])[0-9]{5} ?部队|[〇零一二三四五六七八九]{5}部队|第?[0-9]{1,3} "
     "?(?:集团军|基地|航空兵师|合成旅|旅|舰队)|第[0-9]{1,3} ?(?:师|团(?![员结队圆建聚购体])|军(?!人|属|区|民))",
     "是部队番号", "is a military unit's number", "请写“某部”", "write 某部 instead"},
    {"home_address", Scope::People,
     "[0-9]+(?:号楼|栋|幢)[0-9一二三四五六七八九十]*(?:单元|[0-9]+(?:室|号))|[0-9一二三四五六七八九十]+单元[0-9]*|(?<!["
     "0-9])[0-9]{3,4}室|家住[^，。；,;]{0,24}[0-9]+号",
     "是家庭住址", "is a home address", "请只写到社区或街道", "name the community or street only"},
    {"id_number", Scope::Selling,
     "(?<![0-9])[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9])",
     "是身份证号码", "is an identity card number", "请删去", "take it out", true},
}};

}  // namespace

std::span<const Rule> rule_table() { return kRules; }

}  // namespace content::lint
