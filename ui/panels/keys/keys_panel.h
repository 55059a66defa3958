// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/panel.h"

class QPushButton;
class QTabBar;
class QTimer;
class QToolButton;

namespace gatehouse::ui::widgets {
class DetailPane;
class FilterTable;
class TypedConfirmation;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::keys {

class KeyDetail;
class KeyModel;
class KeyTimeline;

/// The keys that a tenant's tokens are signed with, and those of the front door: their life, who has fetched them,
/// rotation and emergency.
class KeysPanel final : public shell::Panel {
    Q_OBJECT
public:
    explicit KeysPanel(shell::Services services, QWidget* parent = nullptr);

    void refresh() override;
    void reveal(const QString& kid) override;
    [[nodiscard]] QString currentObject() const override;
    void takeEvent(const client::Event& event) override;
    void poll() override { refresh(); }
    void showcase() override;

protected:
    void tenantChanged() override;

private:
    /// Whose keys are shown.
    enum Ring { OfTenant, OfFrontDoor };

    QWidget* makeList();
    void makeDetail();
    void makeRotation(QWidget* list);
    void makeRings();
    /// Whose calls those of the ring are: the tenant's slug, empty at the front door.
    [[nodiscard]] QString ring() const;
    /// Shows the front door's ring to those who may see it. Asked once: each refusal is on record.
    void lookForFrontDoor();
    /// Nothing is shown until the ring has been read.
    void forget();
    void offerAlgorithms();
    void showSelected(const QString& kid);
    void showButtons();
    void readEvidence();
    /// The current key of an algorithm, or nullptr.
    [[nodiscard]] const client::api::Key* currentOf(const std::string& algorithm) const;
    /// The key that others must have before this one may go.
    [[nodiscard]] client::api::Key evidenceKey() const;

    void rotate(const std::string& algorithm);
    void makeCurrent();
    void makeCurrentAnyway();
    void retire();
    void revoke();
    void showImpact(const QPointer<widgets::TypedConfirmation>& box);
    [[nodiscard]] QStringList whoLacks() const;
    void activate(bool force, const QString& reason);
    void done(const client::Outcome<client::api::Key>& outcome, const QString& sentence);

    KeyModel* m_model;
    KeyTimeline* m_timeline;
    QTabBar* m_rings;
    widgets::FilterTable* m_table;
    widgets::DetailPane* m_pane;
    KeyDetail* m_detail;
    QPushButton* m_rotate;
    QPushButton* m_more;
    QPushButton* m_current;
    QPushButton* m_retire;
    QPushButton* m_revoke;
    QToolButton* m_events;
    QTimer* m_tick;
    client::api::Key m_shown;
    client::Latest m_reading;
    client::Latest m_evidence;
    client::Latest m_frontDoor;
    bool m_askedForFrontDoor = false;
};

} // namespace gatehouse::ui::panels::keys
