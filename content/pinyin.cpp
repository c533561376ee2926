#include "content/pinyin.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>

#include <unicode/translit.h>
#include <unicode/normalizer2.h>

#include "content/error.h"
#include "content/pinyin_words.h"
#include "content/search_text.h"

namespace content {
namespace {

// Every toneless syllable that a name may have, ü written v; a blank before and after each.
constexpr std::string_view kSyllables =
    " a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng "
    "cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu "
    "cuan cui cun cuo da dai dan dang dao de den deng di dian diao die ding diu dong dou du duan dui dun duo e ei en "
    "eng er fa fan fang fei fen feng fiao fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan "
    "guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian "
    "jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken keng kong kou ku kua kuai kuan "
    "kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan "
    "lun luo lv lve ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang "
    "nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nun nuo nv nve o ou pa pai pan pang pao "
    "pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun "
    "ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang "
    "shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta "
    "tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu "
    "xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan "
    "yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhua "
    "zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo ";

constexpr std::size_t kGivenSyllables = 64;  // of a given reading; no name is longer
constexpr std::size_t kSortUnits = 1000;  // more of a text does not decide its place in a list

std::vector<std::string_view> split(std::string_view words) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    if (end > begin) parts.push_back(words.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

int tone_of(char32_t mark) {
  switch (mark) {
    case 0x0304: return 1;
    case 0x0301: return 2;
    case 0x030C: return 3;
    case 0x0300: return 4;
    default: return 0;
  }
}

// Letters of a reading without marks, the tone that each letter carries, and where a new syllable surely begins.
struct Spelled {
  std::string letters;
  std::vector<int> tones;
  std::vector<bool> breaks;  // before letter i
};

Spelled spell(const icu::UnicodeString& latin) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString parts = icu::Normalizer2::getNFDInstance(status)->normalize(latin, status);
  Spelled spelled;
  bool gap = true;
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    auto c = static_cast<char32_t>(parts.char32At(i));
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    if (c >= U'a' && c <= U'z') {
      spelled.letters.push_back(static_cast<char>(c));
      spelled.tones.push_back(0);
      spelled.breaks.push_back(gap);
      gap = false;
    } else if (!spelled.letters.empty() && !gap && tone_of(c) != 0) {
      spelled.tones.back() = tone_of(c);
    } else if (!spelled.letters.empty() && !gap && (c == 0x0308 || c == U':')) {
      if (spelled.letters.back() == 'u') spelled.letters.back() = 'v';
    } else {
      if (!spelled.letters.empty() && !gap && c >= U'1' && c <= U'5') spelled.tones.back() = static_cast<int>(c - U'0');
      gap = true;
    }
  }
  return spelled;
}

std::string join(const Spelled& spelled, std::size_t begin, std::size_t end) {
  std::string syllable = spelled.letters.substr(begin, end - begin);
  const int tone = *std::max_element(spelled.tones.begin() + static_cast<std::ptrdiff_t>(begin),
                                     spelled.tones.begin() + static_cast<std::ptrdiff_t>(end));
  if (tone != 0) syllable.push_back(static_cast<char>('0' + tone));
  return syllable;
}

bool is_syllable(std::string_view letters) {
  return kSyllables.find(' ' + std::string(letters) + ' ') != std::string_view::npos;
}

// Cuts the letters into exactly `count` syllables that respect the breaks; empty when that cannot be done.
std::vector<std::string> cut(const Spelled& spelled, std::size_t count) {
  const std::size_t size = spelled.letters.size();
  if (count == 0 || count > kGivenSyllables || size < count || size > count * 6) return {};
  // next[n][i]: end of the syllable at letter i when n syllables are left; 0 = impossible.
  std::vector<std::vector<std::size_t>> next(count + 1, std::vector<std::size_t>(size + 1, 0));
  next[0][size] = 1;
  for (std::size_t left = 1; left <= count; ++left) {
    for (std::size_t i = 0; i < size; ++i) {
      for (std::size_t end = i + 1; end <= std::min(size, i + 6) && (end == i + 1 || !spelled.breaks[end - 1]); ++end) {
        if (next[left - 1][end] != 0 && is_syllable(spelled.letters.substr(i, end - i))) next[left][i] = end;
      }
    }
  }
  if (next[count][0] == 0) return {};
  std::vector<std::string> syllables;
  for (std::size_t i = 0, left = count; left > 0; --left) {
    syllables.push_back(join(spelled, i, next[left][i]));
    i = next[left][i];
  }
  return syllables;
}

std::unique_ptr<icu::Transliterator> make_transliterator(const char* id) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
  if (U_FAILURE(status) || !made) {
    throw Error(std::string("ICU has no transliteration ") + id + "; install Debian's libicu72 with its full data.");
  }
  return made;
}

struct WordTable {
  std::unordered_map<std::u32string_view, std::vector<std::string_view>> words;
  std::size_t longest = 0;

  explicit WordTable(std::span<const WordReading> readings) {
    for (const WordReading& entry : readings) {
      words.emplace(entry.word, split(entry.readings));
      longest = std::max(longest, entry.word.size());
    }
  }

  // Length of the longest word at `at`, its readings put into `out`; 0 when none begins there.
  std::size_t apply(std::u32string_view text, std::size_t at, std::vector<std::string>& out) const {
    for (std::size_t length = std::min(longest, text.size() - at); length > 0; --length) {
      const auto found = words.find(text.substr(at, length));
      if (found == words.end()) continue;
      for (std::size_t i = 0; i < length; ++i) out[at + i] = found->second[i];
      return length;
    }
    return 0;
  }
};

}  // namespace

struct PinyinReader::State {
  std::unique_ptr<icu::Transliterator> latin = make_transliterator("Han-Latin");
  std::unique_ptr<icu::Transliterator> names = make_transliterator("Han-Latin/Names");
  WordTable words{kWordReadings};
  WordTable surnames{kSurnameReadings};
  std::unordered_map<char32_t, std::string> single;  // ICU is asked once a character: it is slow

  const std::string& read_single(char32_t code_point) {
    const auto [entry, fresh] = single.try_emplace(code_point);
    if (fresh) {
      const auto read = transliterate(*latin, std::u32string_view(&code_point, 1));
      if (read.size() == 1) entry->second = read[0];
    }
    return entry->second;
  }

  // One syllable a character, or nothing when ICU does not read every one of them.
  static std::vector<std::string> transliterate(const icu::Transliterator& rules, std::u32string_view text) {
    icu::UnicodeString latin_text;
    for (const char32_t c : text) latin_text.append(static_cast<UChar32>(c));
    rules.transliterate(latin_text);
    const Spelled spelled = spell(latin_text);
    std::vector<std::string> syllables;
    for (std::size_t begin = 0; begin < spelled.letters.size();) {
      std::size_t end = begin + 1;
      while (end < spelled.letters.size() && !spelled.breaks[end]) ++end;
      syllables.push_back(join(spelled, begin, end));
      begin = end;
    }
    if (syllables.size() != text.size()) syllables.clear();
    return syllables;
  }

  void read_plain(std::u32string_view text, std::vector<std::string>& out) {
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t taken = words.apply(text, i, out);
      if (taken == 0 && is_han(text[i])) out[i] = read_single(text[i]);
      i += std::max<std::size_t>(taken, 1);
    }
  }

  // Only the surname: a given name's characters are read as anywhere else.
  void read_surname(std::u32string_view text, std::vector<std::string>& out) {
    if (text.size() < 2 || !is_han(text[0]) || surnames.apply(text, 0, out) != 0) return;
    const std::size_t length = std::min<std::size_t>(text.size(), 3);
    const auto read = transliterate(*names, text.substr(0, length));
    if (read.empty()) return;
    out[0] = read[0];
    // A compound surname is read together (尉迟 yù chí); then the first character alone reads differently.
    const auto alone = transliterate(*names, std::u32string(1, text[0]) + U"一一");
    if (length > 1 && alone.size() == 3 && alone[0] != read[0]) out[1] = read[1];
  }
};

PinyinReader::PinyinReader() : state_(std::make_unique<State>()) {}
PinyinReader::~PinyinReader() = default;
PinyinReader::PinyinReader(PinyinReader&&) noexcept = default;
PinyinReader& PinyinReader::operator=(PinyinReader&&) noexcept = default;

std::vector<std::string> PinyinReader::readings(std::u32string_view text, NameKind kind, std::string_view given_pinyin) {
  std::vector<std::string> out(text.size());
  state_->read_plain(text, out);
  if (kind == NameKind::Person) state_->read_surname(text, out);
  if (given_pinyin.empty()) return out;

  const auto han = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_han));
  const auto given = cut(spell(icu::UnicodeString::fromUTF8(
      icu::StringPiece(given_pinyin.data(), static_cast<int32_t>(std::min<std::size_t>(given_pinyin.size(), 4000))))), han);
  for (std::size_t i = 0, next = 0; i < text.size() && !given.empty(); ++i) {
    if (!is_han(text[i])) continue;
    const std::string& syllable = given[next++];
    // Without a tone in the given reading, keep ICU's when it is the same syllable.
    if (syllable.back() > '9' && out[i].starts_with(syllable) && out[i].size() == syllable.size() + 1) continue;
    out[i] = syllable;
  }
  return out;
}

std::string PinyinReader::sort_key(std::string_view text, NameKind kind, std::string_view given_pinyin) {
  const std::u32string units = code_points(fold_text(text, kSortUnits));
  const auto read = readings(units, kind, given_pinyin);
  std::string syllables;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!read[i].empty()) {
      syllables.append(read[i]).push_back(' ');
    } else if (is_key(units[i])) {
      syllables.push_back(static_cast<char>(units[i]));
    } else {
      syllables.append("\x7f");  // after z: no reading known
      icu::UnicodeString(static_cast<UChar32>(units[i])).toUTF8String(syllables);
    }
  }
  return syllables.append(1, '\x01').append(text);
}

std::string sort_key(std::string_view text, NameKind kind, std::string_view given_pinyin) {
  return PinyinReader().sort_key(text, kind, given_pinyin);
}

}  // namespace content
