// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only.
#include <string>
#include <utility>

#include "base/check.h"

namespace gatehouse::saml::sp {

/// Adds checks to a list, each with what was wanted and what came.
class CheckList {
public:
    explicit CheckList(Checks& checks)
        : m_checks(checks) {}
    bool add(std::string name, bool ok, std::string expected, std::string actual, std::string cure, std::string spec) {
        m_checks.push_back({std::move(name), ok ? Check::Status::Ok : Check::Status::Fail, std::move(expected),
                            std::move(actual), ok ? std::string() : std::move(cure), std::move(spec)});
        return ok;
    }
    [[nodiscard]] bool holds() const { return firstFailure(m_checks) == nullptr; }
    void warn(std::string name, std::string expected, std::string actual, std::string cure, std::string spec) {
        m_checks.push_back({std::move(name), Check::Status::Warn, std::move(expected), std::move(actual),
                            std::move(cure), std::move(spec)});
    }
    void skip(std::string name, std::string why) {
        m_checks.push_back({std::move(name), Check::Status::Skipped, {}, std::move(why), {}, {}});
    }

private:
    Checks& m_checks;
};

} // namespace gatehouse::saml::sp
