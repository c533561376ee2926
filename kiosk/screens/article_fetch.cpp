// What the reader shows of its article, in the visitor's language.
#include <algorithm>

#include "content/schedule.h"
#include "kiosk/article_text.h"
#include "kiosk/said.h"
#include "kiosk/screens/article.h"
#include "kiosk/words.h"

namespace kiosk {

bool ArticleScreen::enter(const Context& context) {
  const auto* article = context.catalog.find_article(target_.record);
  if (article == nullptr || !content::visible(*article, context.now)) return false;
  const Texts& texts = context.texts;
  const Said body = said(*article, "body", article->body, texts);
  title_ = said(*article, "title", article->title, texts).text;
  chinese_ = body.chinese;
  const Said caption = said(*article, "caption", article->caption, texts);
  caption_ = caption.text;
  caption_chinese_ = caption.chinese;
  code_ = take_along(*article, context.catalog.city);
  picture_ = article->picture;
  pictures_.clear();
  if (!picture_.empty()) pictures_.push_back(picture_);
  pictures_.insert(pictures_.end(), article->gallery.begin(), article->gallery.end());
  category_ = article->category;
  const std::string day = article_day(article->published, context.now, texts);
  const Said kicker = said(*article, "kicker", article->kicker, texts);
  kicker_ = kicker.empty() || (kicker.chinese && !chinese_) ? texts.format("home.place", {texts(text_key(category_)), day})
                                                           : texts.format("publicity.three", {texts(text_key(category_)), day, kicker.text});
  if (body_ != body.text || blocks_.empty()) {
    body_ = body.text;
    blocks_ = article_blocks(body_);
    blocks_changed_ = true;
  }
  fetch_next(context, *article);
  return true;
}

// What the office put after it, else the next of the list it was opened from.
void ArticleScreen::fetch_next(const Context& context, const content::Article& article) {
  next_ = {};
  next_title_.clear();
  const auto offer = [&](const content::RecordId& id) {
    const auto* next = id.empty() || id == article.id ? nullptr : context.catalog.find_article(id);
    if (next == nullptr || !content::visible(*next, context.now)) return false;
    next_ = id;
    const Said title = said(*next, "title", next->title, context.texts);
    next_title_ = title.text;
    next_chinese_ = title.chinese;
    return true;
  };
  if (offer(article.read_next)) return;
  auto place = std::ranges::find(target_.neighbours, article.id);
  while (place != target_.neighbours.end() && ++place != target_.neighbours.end()) {
    if (offer(*place)) return;
  }
}

}  // namespace kiosk
