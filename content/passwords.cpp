#include "content/passwords.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "content/error.h"
#include "content/utf8.h"

namespace content {
namespace {

// The ones that are tried first everywhere, and those that clerks in China are known to choose.
constexpr std::array<std::string_view, 24> kWellKnown{
    "12345678",  "123456789", "1234567890", "87654321", "11111111", "88888888", "66666666",  "00000000",
    "password",  "password1", "passw0rd",   "qwertyui", "qwerty123", "1qaz2wsx", "1q2w3e4r", "abc12345",
    "abcd1234",  "a1234567",  "woaini1314", "iloveyou", "admin123", "admin888", "administrator", "5201314520"};

// 34567890, hgfedcba, aaaaaaaa
bool is_run(std::string_view text) {
  const int step = text.size() < 2 ? 0 : text[1] - text[0];
  if (step < -1 || step > 1) return false;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] - text[i - 1] != step) return false;
  }
  return true;
}

void need_sodium() {
  if (sodium_init() < 0) throw Error("加密库 libsodium 不能启动；请重新安装它。", "The library libsodium does not start; install it again.");
}

struct Limits {
  unsigned long long rounds;
  std::size_t memory;   // bytes
};

Limits limits_of(PasswordCost cost) {
  if (cost == PasswordCost::Least) return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
  return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
}

// Empty: there is not enough memory.
std::string hash_with(std::string_view password, const Limits& limits) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  return crypto_pwhash_str(hash.data(), password.data(), password.size(), limits.rounds, limits.memory) == 0 ? hash.data() : std::string();
}

}  // namespace

std::optional<Text> password_fault(std::string_view password, std::string_view name) {
  const std::size_t length = count_chars(password);
  if (length < kShortestPassword) {
    return Text{"密码至少要 8 个字符；可以用几个词连成一句。", "A password needs at least 8 characters; a few words in a row will do."};
  }
  if (length > kLongestPassword) return Text{"密码最多 128 个字符。", "A password has at most 128 characters."};
  const std::string plain = ascii_lower(password);
  const bool known = std::ranges::find(kWellKnown, plain) != kWellKnown.end();
  const bool own_name = !name.empty() && plain.find(ascii_lower(name)) != std::string::npos && length < count_chars(name) + kShortestPassword;
  if (known || own_name || is_run(plain)) {
    return Text{"这个密码太容易猜到；请换一个别人想不到的。", "This password is easily guessed; choose one that nobody would think of."};
  }
  return std::nullopt;
}

std::string hash_password(std::string_view password, PasswordCost cost) {
  need_sodium();
  std::string hash = hash_with(password, limits_of(cost));
  if (hash.empty()) {
    throw Error("内存不够，密码没有设置；请关掉别的程序再试。", "There is not enough memory; the password was not set. Close other programs and try again.");
  }
  return hash;
}

bool password_agrees(std::string_view password, const std::string& hash) {
  need_sodium();
  if (crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0) return true;
  // The library answers a wrong password and a lack of memory alike; whether there is the memory, another hash of that cost tells.
  for (const PasswordCost cost : {PasswordCost::Moderate, PasswordCost::Least}) {
    const Limits limits = limits_of(cost);
    if (crypto_pwhash_str_needs_rehash(hash.c_str(), limits.rounds, limits.memory) != 0 || !hash_with(password, limits).empty()) continue;
    throw Error("内存不够，没能核对密码；密码不一定错。请关掉别的程序再试。", "There is not enough memory to check the password, which may be right. Close other programs and try again.");
  }
  return false;
}

}  // namespace content
