// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::xml {

/// `text` as the content of an element or of an attribute in double quotes: markup and white space but the blank are
/// written as references, so that no reader normalises it; what XML 1.0 cannot hold becomes U+FFFD. `text` is UTF-8.
[[nodiscard]] std::string escaped(std::string_view text);
/// ` name="value"`, or nothing where the value is empty.
[[nodiscard]] std::string attribute(std::string_view name, std::string_view value);
/// `<name>text</name>`
[[nodiscard]] std::string element(std::string_view name, std::string_view text);

} // namespace gatehouse::xml
