// Readings that hang on the word. ICU 72 knows four such words; these are the ones that stand in names, addresses and
// offers. The longest word that covers a character wins; one reading a character, tones as digits.
#pragma once

#include <array>
#include <string_view>

namespace content {

struct WordReading {
  std::u32string_view word;
  std::string_view readings;  // separated by blanks, as many as the word has characters
};

inline constexpr auto kWordReadings = std::to_array<WordReading>({
    // One character: ICU's choice is the rarer one in names, or it has none.
    {U"长", "chang2"}, {U"𠮷", "ji2"}, {U"曾", "ceng2"}, {U"乐", "le4"},
    {U"重庆", "chong2 qing4"}, {U"重阳", "chong2 yang2"}, {U"重逢", "chong2 feng2"}, {U"重新", "chong2 xin1"},
    {U"重建", "chong2 jian4"}, {U"重温", "chong2 wen1"}, {U"重复", "chong2 fu4"}, {U"重返", "chong2 fan3"},
    {U"银行", "yin2 hang2"}, {U"商行", "shang1 hang2"}, {U"行业", "hang2 ye4"}, {U"行情", "hang2 qing2"},
    {U"行长", "hang2 zhang3"}, {U"车行", "che1 hang2"}, {U"琴行", "qin2 hang2"}, {U"茶行", "cha2 hang2"},
    {U"布行", "bu4 hang2"}, {U"米行", "mi3 hang2"}, {U"粮行", "liang2 hang2"}, {U"药行", "yao4 hang2"},
    {U"建行", "jian4 hang2"}, {U"工行", "gong1 hang2"}, {U"农行", "nong2 hang2"}, {U"中行", "zhong1 hang2"},
    {U"支行", "zhi1 hang2"}, {U"分行", "fen1 hang2"}, {U"总行", "zong3 hang2"}, {U"央行", "yang1 hang2"},
    {U"拍卖行", "pai1 mai4 hang2"}, {U"五金行", "wu3 jin1 hang2"}, {U"电器行", "dian4 qi4 hang2"},
    {U"音乐", "yin1 yue4"}, {U"乐器", "yue4 qi4"}, {U"乐队", "yue4 dui4"}, {U"乐团", "yue4 tuan2"},
    {U"乐曲", "yue4 qu3"}, {U"乐章", "yue4 zhang1"}, {U"乐谱", "yue4 pu3"}, {U"声乐", "sheng1 yue4"},
    {U"器乐", "qi4 yue4"}, {U"民乐", "min2 yue4"}, {U"军乐", "jun1 yue4"}, {U"鼓乐", "gu3 yue4"},
    {U"家长", "jia1 zhang3"}, {U"校长", "xiao4 zhang3"}, {U"店长", "dian4 zhang3"}, {U"会长", "hui4 zhang3"},
    {U"连长", "lian2 zhang3"}, {U"班长", "ban1 zhang3"}, {U"排长", "pai2 zhang3"}, {U"营长", "ying2 zhang3"},
    {U"团长", "tuan2 zhang3"}, {U"师长", "shi1 zhang3"}, {U"军长", "jun1 zhang3"}, {U"首长", "shou3 zhang3"},
    {U"队长", "dui4 zhang3"}, {U"舰长", "jian4 zhang3"}, {U"机长", "ji1 zhang3"}, {U"站长", "zhan4 zhang3"},
    {U"院长", "yuan4 zhang3"}, {U"所长", "suo3 zhang3"}, {U"局长", "ju2 zhang3"}, {U"市长", "shi4 zhang3"},
    {U"县长", "xian4 zhang3"}, {U"镇长", "zhen4 zhang3"}, {U"村长", "cun1 zhang3"}, {U"部长", "bu4 zhang3"},
    {U"成长", "cheng2 zhang3"}, {U"生长", "sheng1 zhang3"}, {U"长大", "zhang3 da4"}, {U"长辈", "zhang3 bei4"},
    {U"长子", "zhang3 zi3"}, {U"长者", "zhang3 zhe3"}, {U"学长", "xue2 zhang3"}, {U"增长", "zeng1 zhang3"},
    {U"厦门", "xia4 men2"}, {U"六安", "lu4 an1"}, {U"台州", "tai1 zhou1"}, {U"蚌埠", "beng4 bu4"},
    {U"东阿", "dong1 e1"}, {U"单县", "shan4 xian4"}, {U"乐亭", "lao4 ting2"}, {U"乐清", "yue4 qing1"},
    {U"浚县", "xun4 xian4"}, {U"番禺", "pan1 yu2"}, {U"都江堰", "du1 jiang1 yan4"}, {U"成都", "cheng2 du1"},
    {U"首都", "shou3 du1"}, {U"都市", "du1 shi4"}, {U"古都", "gu3 du1"}, {U"大都会", "da4 du1 hui4"},
    {U"大夫", "dai4 fu5"}, {U"便宜", "pian2 yi5"}, {U"朝阳", "chao2 yang2"}, {U"朝鲜", "chao2 xian3"},
    {U"西藏", "xi1 zang4"}, {U"藏族", "zang4 zu2"}, {U"藏文", "zang4 wen2"}, {U"沈阳", "shen3 yang2"},
    {U"秘鲁", "bi4 lu3"}, {U"车厢", "che1 xiang1"}, {U"调味", "tiao2 wei4"}, {U"调料", "tiao2 liao4"},
    {U"空调", "kong1 tiao2"}, {U"调理", "tiao2 li3"}, {U"调解", "tiao2 jie3"}, {U"理发", "li3 fa4"},
    {U"美发", "mei3 fa4"}, {U"剪发", "jian3 fa4"}, {U"洗发", "xi3 fa4"}, {U"染发", "ran3 fa4"},
    {U"烫发", "tang4 fa4"}, {U"护发", "hu4 fa4"}, {U"头发", "tou2 fa4"}, {U"答应", "da1 ying4"},
    {U"还有", "hai2 you3"}, {U"还是", "hai2 shi4"}, {U"还在", "hai2 zai4"}, {U"会计", "kuai4 ji4"},
    {U"参差", "cen1 ci1"}, {U"人参", "ren2 shen1"}, {U"海参", "hai3 shen1"}, {U"党参", "dang3 shen1"},
    {U"西洋参", "xi1 yang2 shen1"}, {U"出差", "chu1 chai1"}, {U"差旅", "chai1 lv3"}, {U"快乐", "kuai4 le4"},
    {U"剧场", "ju4 chang3"}, {U"假期", "jia4 qi1"}, {U"放假", "fang4 jia4"}, {U"节假日", "jie2 jia4 ri4"},
    {U"休假", "xiu1 jia4"}, {U"暑假", "shu3 jia4"}, {U"寒假", "han2 jia4"}, {U"教书", "jiao1 shu1"},
    {U"模样", "mu2 yang4"}, {U"模具", "mu2 ju4"}, {U"处方", "chu3 fang1"}, {U"相片", "xiang4 pian4"},
    {U"照相", "zhao4 xiang4"}, {U"血压", "xue4 ya1"}, {U"露天", "lu4 tian1"}, {U"传记", "zhuan4 ji4"},
    {U"尽管", "jin3 guan3"}, {U"当铺", "dang4 pu4"}, {U"铺面", "pu4 mian4"}, {U"店铺", "dian4 pu4"},
    {U"商铺", "shang1 pu4"}, {U"肉铺", "rou4 pu4"}, {U"药铺", "yao4 pu4"}, {U"面铺", "mian4 pu4"},
    {U"十八里铺", "shi2 ba1 li3 pu4"}, {U"铺子", "pu4 zi5"}, {U"为人民", "wei4 ren2 min2"}, {U"为您", "wei4 nin2"},
    {U"一卡通", "yi1 ka3 tong1"}, {U"数码", "shu4 ma3"}, {U"数学", "shu4 xue2"}, {U"种植", "zhong4 zhi2"},
    {U"石头", "shi2 tou5"}, {U"石油", "shi2 you2"}, {U"石榴", "shi2 liu5"}, {U"葫芦", "hu2 lu5"},
    {U"黄埔", "huang2 pu3"}, {U"大埔", "da4 bu4"}, {U"陈皮", "chen2 pi2"}, {U"亲家", "qing4 jia5"},
});

// A person's first characters where ICU's list of surnames is silent or differs from the usual reading.
inline constexpr auto kSurnameReadings = std::to_array<WordReading>({
    {U"朴", "piao2"}, {U"华", "hua4"}, {U"曾", "zeng1"}, {U"区", "ou1"}, {U"盖", "ge3"}, {U"乐", "yue4"},
    {U"缪", "miao4"}, {U"逄", "pang2"}, {U"员", "yun4"}, {U"召", "shao4"}, {U"尉", "wei4"}, {U"尉迟", "yu4 chi2"},
    {U"万俟", "mo4 qi2"}, {U"长孙", "zhang3 sun1"}, {U"单于", "chan2 yu2"}, {U"澹台", "tan2 tai2"},
    {U"欧阳", "ou1 yang2"}, {U"令狐", "ling2 hu2"}, {U"宇文", "yu3 wen2"}, {U"皇甫", "huang2 fu3"},
});

}  // namespace content
