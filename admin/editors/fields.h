// What the editors of single types share, and their list. Forms use field_editor.h.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "admin/desk/calendar.h"
#include "admin/desk/field.h"
#include "admin/editors/field_editor.h"
#include "admin/editors/library_picture.h"

namespace admin::editors {

class PickList;

// A picture that was asked for and may be chosen in a later frame.
struct PictureWish {
  std::size_t place = 0;                       // in a list
  std::optional<content::MediaId> chosen;
};

// The part of an editor that is more than one control: hours, offers.
class Part {
 public:
  virtual ~Part() = default;
};

// Words that are read as a value: what stands there while they cannot be.
struct Typed {
  std::string text;
  bool writing = false;       // the caret is in it, or it could not be read
  bool unread = false;        // left with words that mean nothing
};

// What stood in the item when the draft was kept, taken up again.
void recall(Typed& typed, const HeldByItem* held, std::string_view item);
// Keeps with the draft what stands in the item while it is no value; `readable`: it is one.
void keep_held(const Typed& typed, HeldByItem* held, std::string_view item, bool readable);
// Items got other names (a row was taken off): what was held is not theirs.
void forget_held(HeldByItem* held);

class FieldMemory {
 public:
  Typed typed;
  std::string adding;                          // the empty row at the end of a list
  std::shared_ptr<desk::Calendar> calendar;
  std::shared_ptr<PickList> list;
  std::vector<std::string> suggestions;        // words that others of the kind have here
  std::shared_ptr<PictureWish> wish;
  std::map<std::string, std::optional<LibraryPicture>> pictures;   // looked up, by id; none: the library has no such picture
  double pictures_until = 0;                   // session seconds: looked up again then
  std::unique_ptr<Part> part;
  std::vector<std::unique_ptr<FieldMemory>> rows;   // of lists
  FieldMemory& row(std::size_t index);
};

// One field in one frame.
struct Work {
  desk::Desk& desk;
  ui::Rect area;
  const content::Field& field;
  nlohmann::json& value;
  const FieldContext& context;
  std::span<const content::Problem> problems;
  FieldMemory& memory;
  std::string item;                            // the name of its item on the screen
  desk::FieldFrame frame;                      // label, counter, first problem
  std::string sentence;                        // of the frame

  bool enabled() const { return !context.read_only; }
  content::Day today() const;
};

// Sets it, null where nothing is left; true when it is another than before.
bool put(nlohmann::json& value, nlohmann::json next);
std::string text_of(const nlohmann::json& value);
// The problems of a part: "offers[1]" and everything below it.
std::vector<const content::Problem*> problems_under(std::span<const content::Problem> problems, std::string_view key);
// "多了 5 个字", or the reason and the advice.
std::string words_of(const content::Problem& problem);
// The sentences of the problems of the whole field that name one of its controls, below one another: of parts that have no sentence of
// their own. Answers their height.
float draw_held(Work& work, ui::Point top, float width, std::string_view item_start);
// The frame's sentence in red, where it has none yet.
void complain(Work& work, std::string sentence);

// --- one file each --------------------------------------------------------------------------------------------------
FieldEdit edit_text(Work& work);          // Text, LongText, Phone, Url, Pinyin
FieldEdit edit_body(Work& work);          // LongText of an article
FieldEdit edit_number(Work& work);        // Number, Year, Money, Fraction, Degrees
FieldEdit edit_date(Work& work);
FieldEdit edit_yes_no(Work& work);
FieldEdit edit_enum(Work& work);
FieldEdit edit_enum_list(Work& work);
FieldEdit edit_months(Work& work);
FieldEdit edit_icon(Work& work);
FieldEdit edit_colour(Work& work);
FieldEdit edit_plane(Work& work);
FieldEdit edit_ref(Work& work);
FieldEdit edit_picture(Work& work);       // Media, MediaList
FieldEdit edit_text_list(Work& work);     // TextList, Hosts
FieldEdit edit_honours(Work& work);
FieldEdit edit_outlets(Work& work);
FieldEdit edit_labels(Work& work);
FieldEdit edit_hours(Work& work);
FieldEdit edit_offers(Work& work);

// A day in a box: typed, or picked from a calendar. `item` names it. Nullopt in `day`: none.
struct DayEdit {
  bool changed = false;
  bool left = false;
  bool active = false;
  bool gained = false;
  bool unread = false;      // what is written there is no day
};
DayEdit day_box(desk::Desk& desk, ui::Rect box, std::string_view item, std::optional<content::Day>& day, content::Day today,
                FieldMemory& memory, desk::FieldState state, bool enabled, HeldByItem* held = nullptr);
// A number in a box, the same way.
struct NumberEdit {
  bool changed = false;
  bool left = false;
  bool active = false;
  bool gained = false;
  bool unread = false;
};
enum class NumberKind { Whole, Money, Real };
NumberEdit number_box(desk::Desk& desk, ui::Rect box, std::string_view item, nlohmann::json& value, NumberKind kind,
                      Typed& typed, const desk::TextFieldLook& look, HeldByItem* held = nullptr);

}  // namespace admin::editors
