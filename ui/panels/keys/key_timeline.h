// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QDateTime>
#include <QWidget>

#include "admin/api/key.h"

namespace gatehouse::ui::panels::keys {

/// The life of each token key as a bar: published ahead, signing, still proving. Times stand in their order, not to
/// scale: months of signing and the minutes in which two keys overlap are both to be seen. Up and Down walk through the
/// keys and say what happens with them. The table beside it holds the same in words.
class KeyTimeline final : public QWidget {
    Q_OBJECT
public:
    explicit KeyTimeline(QWidget* parent = nullptr);

    /// `now` is where the line stands.
    void setKeys(const std::vector<admin::api::Key>& keys, const QDateTime& now);
    void setCurrent(const QString& kid);
    [[nodiscard]] const std::vector<admin::api::Key>& keys() const { return m_keys; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void picked(const QString& kid);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] double rowHeight() const;
    [[nodiscard]] double headHeight() const;
    [[nodiscard]] double nameWidth() const;
    [[nodiscard]] double xOf(const QDateTime& time) const;
    [[nodiscard]] double xOfOpenEnd() const;
    void paintHead(QPainter& painter) const;
    void paintKey(QPainter& painter, const admin::api::Key& key, double top) const;
    void paintNow(QPainter& painter) const;
    void pick(int row);

    std::vector<admin::api::Key> m_keys;
    std::vector<QDateTime> m_times; ///< in order, each once
    QDateTime m_now;
    int m_current = -1;
};

} // namespace gatehouse::ui::panels::keys
