// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace gatehouse::http {

/// Beast's push parser, for the framing of the body. It reads the head a second time after the guard: a message is
/// served only if both accept it.
class RequestParser {
public:
    enum class State { NeedMore, Complete, Invalid, TooLarge };

    RequestParser();
    ~RequestParser();
    /// Makes ready for the next message.
    void reset(std::size_t maxHeaderBytes, std::size_t maxBodyBytes);
    /// Takes what it can of `input`, which begins with the head the first time, and says how much that was.
    State put(std::string_view input, std::size_t& consumed);
    /// How Beast understood the head; valid once put() took it.
    [[nodiscard]] bool chunked() const;
    [[nodiscard]] std::size_t declaredLength() const; ///< zero if none
    [[nodiscard]] std::string takeBody();

private:
    class Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace gatehouse::http
