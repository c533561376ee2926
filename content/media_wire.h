// How a process that decodes a picture answers the one that asked: through a pipe, both being the same program on the same
// machine. Inside of content_import.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "content/language.h"
#include "content/media_store.h"

namespace content {

// Both sentences of a refusal, or the picture's files.
std::string print_answer(const ImportedPicture& picture);
std::string print_refusal(const Text& why);

// The child may have been taken over by a hostile file, so its answer is checked like any other input. Throws Error: the child's
// own refusal, or that the picture could not be read.
// `files`: as many as were asked for.
ImportedPicture parse_answer(std::string_view answer, const std::string& name, std::size_t files);

// The most bytes that a child may answer: three sizes of a picture, or the one of a glance.
inline constexpr std::size_t kAnswerLimit = 400'000'000;
inline constexpr std::size_t kGlanceLimit = 2'000'000;

// All that comes out of the pipe until its end; nullopt when it takes too long, is more than `most` bytes, or `stop` became true.
std::optional<std::string> read_answer(int pipe, std::chrono::steady_clock::time_point deadline, std::size_t most,
                                       const std::atomic<bool>* stop = nullptr);

[[noreturn]] void fail_decoding(const std::string& name);

}  // namespace content
