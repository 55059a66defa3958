// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/mapping/claims_input.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_edit.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/presented_model.h"

namespace gatehouse::ui::panels::mapping {

using client::toQString;

namespace {

constexpr int kMostUnused = 8;
constexpr int kKindRole = Qt::UserRole + 1;
enum Kind { Written, Login, Persona };

bool looksLikeToken(const QString& text) {
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*$"));
    return shape.match(text).hasMatch();
}

} // namespace

std::optional<QJsonObject> peekClaims(const QString& token) {
    const QByteArray payload = token.section(u'.', 1, 1).toLatin1();
    const auto decoded = QByteArray::fromBase64Encoding(payload, QByteArray::Base64UrlEncoding);
    const QJsonDocument document = decoded ? QJsonDocument::fromJson(*decoded) : QJsonDocument();
    return document.isObject() ? std::optional<QJsonObject>(document.object()) : std::nullopt;
}

ClaimsInput::ClaimsInput(QWidget* parent)
    : QWidget(parent)
    , m_source(new QComboBox(this))
    , m_hint(widgets::mutedLabel({}, this))
    , m_text(new widgets::JsonEdit(tr("Claims or ID token"), this))
    , m_problem(new QLabel(this))
    , m_unusedTitle(widgets::mutedLabel(tr("Not used by any rule"), this))
    , m_unused(new QWidget(this))
    , m_unusedFlow(new widgets::FlowLayout(m_unused, 4)) {
    auto* shown = new widgets::PresentedModel(m_source);
    shown->setSourceModel(new QStandardItemModel(0, 1, shown));
    m_source->setModel(shown);
    m_source->setAccessibleName(tr("Where the claims come from"));
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_text->setPlaceholderText(tr("{ \"sub\": \"…\", \"email\": \"…\" } or an ID token"));
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_text->setWordWrapMode(QTextOption::WrapAnywhere);
    m_problem->setForegroundRole(QPalette::BrightText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_source);
    column->addWidget(m_hint);
    column->addWidget(m_text, 1);
    column->addWidget(m_problem);
    column->addWidget(m_unusedTitle);
    column->addWidget(m_unused);
    fillSources();
    setUnused({});
    connect(m_source, &QComboBox::activated, this, [this] {
        m_touched = true;
        sourcePicked();
    });
    connect(m_text, &widgets::JsonEdit::contentChanged, this, [this] {
        const QString why = problem();
        m_problem->setText(why);
        m_problem->setVisible(!why.isEmpty() && !m_text->toPlainText().trimmed().isEmpty());
        if (!m_filling) {
            m_touched = true;
            m_source->setCurrentIndex(written());
            m_hint->hide();
            emit edited();
        }
    });
}

void ClaimsInput::setPersonas(const std::vector<admin::api::Persona>& personas) {
    m_personas = personas;
    fillSources();
}

void ClaimsInput::setLogins(const std::vector<admin::api::Flow>& logins) {
    m_logins = logins;
    fillSources();
}

void ClaimsInput::pickLogin(const QString& flowId) {
    m_wantedLogin = flowId;
    fillSources();
}

QString ClaimsInput::login() const {
    return m_source->currentData(kKindRole).toInt() == Login ? m_source->currentData().toString() : QString();
}

void ClaimsInput::showArrived(const QJsonObject& claims) {
    if (!login().isEmpty()) {
        setClaims(claims);
    }
}

int ClaimsInput::written() const {
    return m_source->count() - 1;
}

void ClaimsInput::fillSources() {
    const QVariant shown = m_source->currentData();
    const int kind = m_source->currentData(kKindRole).toInt();
    m_source->clear();
    const auto add = [this](const char* icon, const QString& text, Kind what, const QString& key) {
        m_source->addItem(theme::icon(QLatin1String(icon)), text, key);
        m_source->setItemText(m_source->count() - 1, text); // addItem() says it in a role that does not pass the proxy
        m_source->setItemData(m_source->count() - 1, static_cast<int>(what), kKindRole);
    };
    for (const admin::api::Flow& flow : m_logins) {
        const QString when = widgets::clockTime(client::toDateTime(flow.startedAt)).section(u':', 0, 1); // no seconds
        const QString who = flow.user.empty() ? toQString(flow.reference) : toQString(flow.user);
        add(flow.outcome == "success" ? "status-ok" : "status-failed",
            tr("%1, %2", "who signed in, when").arg(who, when), Login, toQString(flow.id));
    }
    for (const admin::api::Persona& persona : m_personas) {
        add("user", tr("Persona: %1").arg(toQString(persona.name)), Persona, toQString(persona.name));
    }
    add("paste", tr("Written or pasted"), Written, {});

    const int wanted = m_wantedLogin.isEmpty() ? -1 : m_source->findData(m_wantedLogin);
    const int same = m_touched && kind != Written ? m_source->findData(shown) : -1;
    if (wanted >= 0) {
        m_wantedLogin.clear();
        m_touched = true;
        m_source->setCurrentIndex(wanted);
        sourcePicked();
    } else if (same >= 0) {
        m_source->setCurrentIndex(same);
    } else if (!m_touched && m_source->count() > 1) {
        m_source->setCurrentIndex(0);
        sourcePicked();
    } else {
        m_source->setCurrentIndex(written());
        m_hint->hide();
    }
}

void ClaimsInput::sourcePicked() {
    const int kind = m_source->currentData(kKindRole).toInt();
    if (kind == Login) {
        m_hint->setText(tr("What this login brought, as it was recorded."));
        m_hint->show();
        emit edited(); // the preview brings the claims
        return;
    }
    const auto persona = std::find_if(m_personas.begin(), m_personas.end(), [this](const admin::api::Persona& one) {
        return toQString(one.name) == m_source->currentData().toString();
    });
    if (kind != Persona || persona == m_personas.end()) {
        m_hint->hide();
        m_text->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_hint->setText(toQString(persona->title));
    m_hint->setVisible(!persona->title.empty());
    setClaims(client::toJsonObject(persona->claims));
    emit edited();
}

void ClaimsInput::setClaims(const QJsonObject& claims) {
    const QScopedValueRollback filling(m_filling, true);
    m_text->setObject(claims);
}

bool ClaimsInput::fill(admin::api::PreviewRequest& request) const {
    if (const QString flowId = login(); !flowId.isEmpty()) {
        request.flowId = flowId.toStdString();
        return true;
    }
    const QString text = m_text->toPlainText().trimmed();
    if (looksLikeToken(text)) {
        request.idToken = text.toStdString();
        return true;
    }
    if (const auto object = m_text->object()) {
        request.claims = client::toRawJson(*object);
        return true;
    }
    return false;
}

std::optional<QJsonObject> ClaimsInput::claims() const {
    const QString text = m_text->toPlainText().trimmed();
    return looksLikeToken(text) ? peekClaims(text) : m_text->object();
}

QString ClaimsInput::problem() const {
    if (!login().isEmpty()) {
        return {};
    }
    const QString text = m_text->toPlainText().trimmed();
    if (text.isEmpty()) {
        return tr("Nothing to preview yet. Paste a token or make one test sign-in.");
    }
    if (looksLikeToken(text)) {
        return peekClaims(text) ? QString() : tr("This looks like a token, but its claims cannot be read.");
    }
    const widgets::JsonProblem problem = m_text->problem();
    return problem.message.isEmpty()
               ? QString()
               : tr("Line %1, column %2: %3.").arg(problem.line).arg(problem.column).arg(problem.message);
}

void ClaimsInput::setUnused(const QStringList& names) {
    widgets::clearLayout(*m_unusedFlow);
    m_unusedTitle->setVisible(!names.isEmpty());
    m_unused->setVisible(!names.isEmpty());
    for (const QString& name : names.mid(0, kMostUnused)) {
        auto* button = new QPushButton(theme::icon(QStringLiteral("add")), name, m_unused);
        button->setToolTip(tr("Map the claim %1").arg(name));
        button->setAccessibleName(button->toolTip());
        connect(button, &QPushButton::clicked, this, [this, name] { emit mapRequested(name); });
        m_unusedFlow->addWidget(button);
        button->show();
    }
    m_unused->updateGeometry();
}

} // namespace gatehouse::ui::panels::mapping
