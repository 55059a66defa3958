// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>
#include <QToolButton>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace gatehouse::ui::shell {

/// What a rail entry wants to tell beside its name.
enum class Marker { None, Attention, Draft };

class RailButton final : public QToolButton {
    Q_OBJECT
public:
    RailButton(QString id, const QString& title, const QString& iconName, QWidget* parent);

    [[nodiscard]] const QString& id() const { return m_id; }
    void setMarker(Marker marker);
    void setCompact(bool compact);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_id;
    QString m_iconName;
    Marker m_marker = Marker::None;
    bool m_compact = false;
};

/// The panels at the left edge. Up and Down move between them; narrow windows show icons only, with tooltips.
class Rail final : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);

    /// Starts a group; its title can change (the tenant's name).
    void addSection(const QString& title);
    void setSectionTitle(int section, const QString& title);
    void addEntry(const QString& id, const QString& title, const QString& iconName);
    void setCurrent(const QString& id);
    void setMarker(const QString& id, Marker marker);
    void setCompact(bool compact);
    /// Puts the keyboard on the current entry.
    void focusCurrent();
    [[nodiscard]] bool isCompact() const { return m_compact; }

signals:
    void chosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QVBoxLayout* m_column;
    std::vector<QLabel*> m_sections;
    std::vector<RailButton*> m_buttons;
    bool m_compact = false;
};

} // namespace gatehouse::ui::shell
