// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QCoreApplication>
#include <QString>

#include "admin/api/app.h"
#include "ui/widgets/form.h"

namespace gatehouse::ui::panels::apps {

/// What the broker would refuse of an app (core/apps), as far as it can be seen without asking it; in plain words, each
/// at its member.
struct FieldProblems {
    Q_DECLARE_TR_FUNCTIONS(FieldProblems)
public:
    /// Why a redirect address would not be taken; empty: it may.
    [[nodiscard]] static QString redirectAddress(const QString& text);
    [[nodiscard]] static std::vector<widgets::FieldError> trustedIssuers(const admin::api::App& app);
    [[nodiscard]] static std::vector<widgets::FieldError> resourceServers(const admin::api::App& app);
    [[nodiscard]] static std::vector<widgets::FieldError> authorizationDetails(const admin::api::App& app);
    [[nodiscard]] static std::vector<widgets::FieldError> sector(const admin::api::App& app);
};

} // namespace gatehouse::ui::panels::apps
