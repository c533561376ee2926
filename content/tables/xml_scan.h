// Reads XML piece by piece with expat, never holding more of it than one tag. A document that declares a type or entities is
// refused, as is one nested deeper than any workbook or with a tag larger than any.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace content::tables {

// Of one start tag; names without their prefix ("r:id" is "id").
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  std::string_view get(std::string_view name) const;   // "" when it is not there

 private:
  const char** pairs_;
};

class XmlVisitor {
 public:
  virtual ~XmlVisitor() = default;
  virtual void open(std::string_view name, const XmlAttributes& attributes) = 0;   // name without its prefix
  virtual void close(std::string_view name) = 0;
  virtual void text(std::string_view piece) = 0;       // of one text there may be several
};

class XmlScan {
 public:
  // `file` names the file in sentences; the visitor must outlive it.
  XmlScan(XmlVisitor& visitor, std::string file);
  ~XmlScan();
  XmlScan(const XmlScan&) = delete;
  XmlScan& operator=(const XmlScan&) = delete;
  // Throws Error when the document is damaged or may not be read; what the visitor throws passes through.
  void feed(std::string_view piece);
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace content::tables
