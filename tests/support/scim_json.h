// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <QFile>

#include "json/json.h"

/// JSON for the tests of core/scim.
namespace gatehouse::scim::testing {

/// Apostrophes for quotes: the meta-object compiler cannot read raw strings.
inline std::string q(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}
inline json::Value value(const std::string& text) {
    return json::parse(q(text), {4U << 20U, 32}).value();
}
inline json::Object object(const std::string& text) {
    return value(text).as_object();
}
/// A file of tests/data/scim.
inline json::Value vectors(const std::string& name) {
    QFile file(QStringLiteral(GATEHOUSE_TEST_DATA "/scim/") + QString::fromStdString(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return json::parse(file.readAll().toStdString(), {4U << 20U, 32}).value_or(json::Value());
}
inline std::string text(const json::Object& object, const char* name) {
    return std::string(json::stringMember(object, name).value_or(""));
}
/// "ok", or the reason why not.
template <class T>
std::string reason(const Result<T>& result) {
    return result ? "ok" : result.error().reason;
}

} // namespace gatehouse::scim::testing
