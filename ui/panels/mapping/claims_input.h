// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QJsonObject>
#include <QWidget>

#include "admin/api/activity.h"
#include "admin/api/connection.h"
#include "admin/api/sandbox.h"

class QComboBox;
class QLabel;

namespace gatehouse::ui::widgets {
class FlowLayout;
class JsonEdit;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::mapping {

/// What arrived, or is imagined to arrive: a recorded login, a persona of the sandbox, or claims or an ID token written
/// or pasted. The text is never stored.
class ClaimsInput final : public QWidget {
    Q_OBJECT
public:
    explicit ClaimsInput(QWidget* parent = nullptr);

    void setPersonas(const std::vector<admin::api::Persona>& personas);
    /// Recorded logins of this provider, newest first.
    void setLogins(const std::vector<admin::api::Flow>& logins);
    /// Takes that login, now or when setLogins() brings it.
    void pickLogin(const QString& flowId);
    /// Id of the login that the claims are of; empty where they are not of one.
    [[nodiscard]] QString login() const;
    /// The claims that the picked login brought, as the broker has them.
    void showArrived(const QJsonObject& claims);
    /// Puts the input into the request: "flowId" for a login, "claims" for an object, "idToken" for a compact JWS.
    /// False: none of them.
    [[nodiscard]] bool fill(admin::api::PreviewRequest& request) const;
    /// The claims, where the text is an object or a token that can be read.
    [[nodiscard]] std::optional<QJsonObject> claims() const;
    void setClaims(const QJsonObject& claims);
    /// Claims to offer for mapping.
    void setUnused(const QStringList& names);
    /// Why there is no preview; empty: all well.
    [[nodiscard]] QString problem() const;

signals:
    void edited();
    void mapRequested(const QString& claim);

private:
    void fillSources();
    void sourcePicked();
    [[nodiscard]] int written() const;

    std::vector<admin::api::Flow> m_logins;
    std::vector<admin::api::Persona> m_personas;
    QString m_wantedLogin;
    bool m_touched = false; ///< somebody chose or wrote something
    QComboBox* m_source;
    QLabel* m_hint;
    widgets::JsonEdit* m_text;
    QLabel* m_problem;
    QLabel* m_unusedTitle;
    QWidget* m_unused;
    widgets::FlowLayout* m_unusedFlow;
    bool m_filling = false;
};

/// The claims of a compact JWS, unproven; for showing names only. nullopt if it is none.
[[nodiscard]] std::optional<QJsonObject> peekClaims(const QString& token);

} // namespace gatehouse::ui::panels::mapping
