// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/mapping/claims_input.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/json_edit.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::mapping {

using client::toQString;

namespace {

constexpr int kMostUnused = 8;

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
    column->addWidget(widgets::sectionLabel(tr("Arrived"), this));
    column->addWidget(m_source);
    column->addWidget(m_hint);
    column->addWidget(m_text, 1);
    column->addWidget(m_problem);
    column->addWidget(m_unusedTitle);
    column->addWidget(m_unused);
    setPersonas({});
    setUnused({});
    connect(m_source, &QComboBox::activated, this, &ClaimsInput::personaPicked);
    connect(m_text, &widgets::JsonEdit::contentChanged, this, [this] {
        const QString why = problem();
        m_problem->setText(why);
        m_problem->setVisible(!why.isEmpty() && !m_text->toPlainText().trimmed().isEmpty());
        if (!m_filling) {
            m_source->setCurrentIndex(m_source->count() - 1);
            m_hint->hide();
        }
        emit edited();
    });
}

void ClaimsInput::setPersonas(const std::vector<admin::api::Persona>& personas) {
    const auto sameName = [](const admin::api::Persona& a, const admin::api::Persona& b) { return a.name == b.name; };
    if (m_source->count() > 0 &&
        std::equal(personas.begin(), personas.end(), m_personas.begin(), m_personas.end(), sameName)) {
        return; // read again: what is picked stays
    }
    const bool untouched = m_text->toPlainText().isEmpty();
    m_personas = personas;
    m_source->clear();
    for (const admin::api::Persona& persona : personas) {
        m_source->addItem(theme::icon(QStringLiteral("user")), tr("Persona: %1").arg(toQString(persona.name)));
    }
    m_source->addItem(theme::icon(QStringLiteral("paste")), tr("Written or pasted"));
    if (untouched && !personas.empty()) {
        m_source->setCurrentIndex(0);
        personaPicked();
    } else {
        m_source->setCurrentIndex(m_source->count() - 1);
        m_hint->hide();
    }
}

void ClaimsInput::personaPicked() {
    const auto at = static_cast<std::size_t>(m_source->currentIndex());
    if (at >= m_personas.size()) {
        m_hint->hide();
        m_text->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_hint->setText(toQString(m_personas[at].title));
    m_hint->setVisible(!m_personas[at].title.empty());
    setClaims(client::toJsonObject(m_personas[at].claims));
}

void ClaimsInput::setClaims(const QJsonObject& claims) {
    const QScopedValueRollback filling(m_filling, true);
    m_text->setObject(claims);
}

bool ClaimsInput::fill(admin::api::PreviewRequest& request) const {
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
