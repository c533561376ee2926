// Chinese names in Latin letters, for visitors who read no Chinese: Hanyu Pinyin without tones, by GB/T 28039 (persons)
// and, as far as a dictionary of words reaches, GB/T 16159 (all other names).
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace content {

// Making one is free; the first name costs about 0.2 s (ICU compiles its rules), later ones some microseconds. Remembers
// no name. One thread at a time.
class Romaniser {
 public:
  Romaniser();
  ~Romaniser();
  Romaniser(Romaniser&&) noexcept;
  Romaniser& operator=(Romaniser&&) noexcept;

  // "周念慈" → "Zhou Nianci", "欧阳建安" → "Ouyang Jian'an", "沈家和一家" → "Shen Jiahe Yijia": surname first, the given
  // name as one word; a name with · is read part by part. `given_pinyin` is the office's reading, see PinyinReader.
  // Empty when there is no Han character in the name, or one whose reading is not known.
  std::string person(std::string_view name, std::string_view given_pinyin = {});

  // "渡口面馆" → "Dukou Mianguan": a word of ICU's dictionary is one word. Two characters that no word holds are one
  // too; one alone joins the word before it (饺子馆 Jiaoziguan), and stands for itself where there is none. Letters and
  // digits stay as they are. Empty as for a person.
  std::string name(std::string_view name, std::string_view given_pinyin = {});

 private:
  struct State;
  State& state();
  std::unique_ptr<State> state_;
};

}  // namespace content
