// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <QTranslator>

namespace gatehouse::ui::shell {

/// A catalogue of translations/. lupdate writes a class of a nested namespace without it, tr() asks with it: what is
/// not found under the whole name is looked up under the class alone.
class Catalogue final : public QTranslator {
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char* context, const char* source, const char* disambiguation,
                                    int n) const override {
        QString found = QTranslator::translate(context, source, disambiguation, n);
        if (found.isNull() && context != nullptr) {
            const std::string_view whole(context);
            const std::size_t colons = whole.rfind("::");
            if (colons != std::string_view::npos) {
                found = QTranslator::translate(context + colons + 2, source, disambiguation, n);
            }
        }
        return found;
    }
};

} // namespace gatehouse::ui::shell
