// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QString>

#include "admin/api/app_checks.h"

namespace gatehouse::ui::panels::apps {

/// What is wrong with a redirect address, in words.
struct RedirectWords {
    Q_DECLARE_TR_FUNCTIONS(RedirectWords)
public:
    /// "a slash (/)", "a zero width space (U+200B)", "the end of the address": also what nobody sees has a name.
    [[nodiscard]] static QString character(const admin::api::AddressCharacter& character);
    /// What differs: "The slash at the end differs."
    [[nodiscard]] static QString part(const std::string& slug);
    /// Why an address could not be registered either.
    [[nodiscard]] static QString problem(const std::string& slug);
    /// The address as rich text, left to right, with the character at `position` (from 1) set off; one that nobody sees
    /// is written as its number.
    [[nodiscard]] static QString marked(const QString& uri, qint64 position);
};

} // namespace gatehouse::ui::panels::apps
