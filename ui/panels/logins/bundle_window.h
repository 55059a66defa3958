// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QWidget>

#include <tl/expected.hpp>

#include "admin/api/bundle.h"

namespace gatehouse::ui::panels::logins {

class FlowDetail;

/// A bundle as it was found in a file.
struct Bundle {
    admin::api::FlowBundle bundle;
    bool whole = false; ///< its digest fits: nothing was changed since it was written
    QString name;       ///< of the file, without its folder
};

/// Reads a .ghbundle; the error is a sentence for people.
[[nodiscard]] tl::expected<Bundle, QString> readBundle(const QString& file);
[[nodiscard]] tl::expected<Bundle, QString> bundleFrom(const QByteArray& text, const QString& name);

/// A window with one recorded login that came in a file, from whatever broker: read-only, and with no broker behind it.
/// Deletes itself when closed.
class BundleWindow final : public QWidget {
    Q_OBJECT
public:
    explicit BundleWindow(const Bundle& bundle, QWidget* parent = nullptr);
    [[nodiscard]] FlowDetail* detail() const { return m_detail; }

private:
    FlowDetail* m_detail;
};

} // namespace gatehouse::ui::panels::logins
