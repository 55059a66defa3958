// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/scim/catalog_dialog.h"

#include <utility>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/scim/element_model.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/form.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::scim {

using client::toQString;

namespace {

constexpr QSize kSize(780, 760);

/// What stands between commas.
std::vector<std::string> listIn(const QLineEdit& field) {
    std::vector<std::string> out;
    for (const QString& each : field.text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const QString trimmed = each.trimmed(); !trimmed.isEmpty()) {
            out.push_back(trimmed.toStdString());
        }
    }
    return out;
}

void showList(QLineEdit& field, const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& each : texts) {
        list.append(toQString(each));
    }
    field.setText(list.join(QStringLiteral(", ")));
}

} // namespace

CatalogDialog::CatalogDialog(client::AdminClient& client, QString tenant, QWidget* parent)
    : QDialog(parent)
    , m_client(client)
    , m_tenant(std::move(tenant))
    , m_model(new ElementModel(this))
    , m_banner(new widgets::ErrorBanner(this))
    , m_url(new QLabel(this))
    , m_copyUrl(new widgets::CopyButton(tr("address"), this))
    , m_table(new widgets::FilterTable(tr("Data catalog"), widgets::FilterBy::Rows, this))
    , m_form(new widgets::Form(this))
    , m_name(new QLineEdit(this))
    , m_type(new widgets::ChoiceField(elementTypes(), this))
    , m_several(new QCheckBox(tr("A person may have several"), this))
    , m_values(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_use(new QLineEdit(this))
    , m_categories(new QLineEdit(this))
    , m_another(new QPushButton(tr("Describe another"), this))
    , m_save(new QPushButton(tr("Save"), this))
    , m_remove(new QPushButton(tr("Take out"), this)) {
    setObjectName(QStringLiteral("scim.catalog"));
    setWindowTitle(tr("Data catalog of %1").arg(m_tenant));
    resize(kSize);
    m_url->setFont(theme::codeFont(font()));
    m_url->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_url->setAccessibleName(tr("Address at which the catalog is published"));
    m_table->setModel(m_model);
    m_table->setColumnWidths({160, 150, -1, 70}, {ElementModel::Version});
    m_table->setEmptyContent(QStringLiteral("server"),
                             tr("Nothing is described yet. What you describe here, directories may write."));
    m_name->setObjectName(QStringLiteral("catalog.name"));
    m_remove->setToolTip(tr("Directories see and write it no more; what they wrote is not shown"));
    theme::setButtonKind(*m_save, theme::ButtonKind::Primary);
    theme::setButtonKind(*m_remove, theme::ButtonKind::Danger);
    auto* close = new QPushButton(tr("Close"), this);
    for (QPushButton* button : {m_another, m_save, m_remove, close}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
    }
    auto* address = new QHBoxLayout;
    address->addWidget(widgets::mutedLabel(tr("Published at:"), this));
    address->addWidget(m_url, 1);
    address->addWidget(m_copyUrl);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_another);
    foot->addWidget(m_remove);
    foot->addStretch(1);
    foot->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme::kFieldSpacing);
    column->addWidget(m_banner);
    column->addLayout(address);
    column->addWidget(m_table, 1);
    column->addWidget(makeForm());
    column->addLayout(foot);
    connect(m_table, &widgets::FilterTable::currentKeyChanged, this, &CatalogDialog::edit);
    connect(m_table, &widgets::FilterTable::retryRequested, this, &CatalogDialog::read);
    connect(m_another, &QPushButton::clicked, this, [this] {
        m_table->select({});
        edit({});
        m_name->setFocus();
    });
    connect(m_save, &QPushButton::clicked, this, &CatalogDialog::save);
    connect(m_remove, &QPushButton::clicked, this, &CatalogDialog::remove);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    edit({});
    read();
}

QWidget* CatalogDialog::makeForm() {
    m_card = new widgets::Card(tr("Element"), this);
    m_form->addRow(QStringLiteral("/name"), tr("&Name"), m_name, tr("Of the attribute, such as badgeNumber."));
    m_form->addRow(QStringLiteral("/type"), tr("&Type"), m_type);
    m_form->addRow(QStringLiteral("/multiValued"), tr("&Several"), m_several);
    m_form->addRow(QStringLiteral("/allowedValues"), tr("&Allowed values"), m_values,
                   tr("Of a text, with commas between them; empty for any."));
    m_form->addRow(QStringLiteral("/description"), tr("&Meaning"), m_description);
    m_form->addRow(QStringLiteral("/use"), tr("&Used for"), m_use, tr("With commas between them."));
    m_form->addRow(QStringLiteral("/categories"), tr("&Categories"), m_categories, tr("With commas between them."));
    m_card->body()->addWidget(m_form);
    m_card->body()->addWidget(m_save, 0, Qt::AlignTrailing);
    return m_card;
}

void CatalogDialog::read() {
    m_requests.ask(m_client.scimService(m_tenant), this, [this](const auto& outcome) {
        if (outcome) {
            const QString service = toQString(outcome->url);
            const QString url =
                service.left(service.lastIndexOf(QStringLiteral("/scim/"))) + QStringLiteral("/catalog");
            m_url->setText(url);
            m_copyUrl->setValue(url);
        }
    });
    m_table->setLoading(true);
    m_requests.ask(m_client.catalog(m_tenant), this, [this](auto outcome) {
        m_table->setLoading(false);
        if (!outcome) {
            m_table->showError(shell::errorText(outcome.error()));
            return;
        }
        m_table->clearError();
        m_model->setRows(std::move(outcome->items));
    });
}

void CatalogDialog::edit(const QString& id) {
    const client::api::CatalogElement* known = m_model->find(id);
    const client::api::CatalogElement element = known == nullptr ? client::api::CatalogElement() : *known;
    m_edited = known == nullptr ? QString() : id;
    m_form->clearErrors();
    m_banner->dismiss();
    m_name->setText(toQString(element.name));
    m_type->setValue(toQString(element.type));
    m_several->setChecked(element.multiValued);
    showList(*m_values, element.allowedValues);
    m_description->setText(toQString(element.description));
    showList(*m_use, element.use);
    showList(*m_categories, element.categories);
    for (QWidget* fixed : std::initializer_list<QWidget*>{m_name, m_type, m_several}) {
        fixed->setEnabled(known == nullptr); // values are stored by them
    }
    m_save->setText(known == nullptr ? tr("Describe it") : tr("Save"));
    m_save->setAccessibleName(m_save->text());
    m_remove->setEnabled(known != nullptr);
    m_another->setEnabled(known != nullptr);
}

void CatalogDialog::refuse(const client::Failure& failure) {
    m_form->showErrors(shell::fieldErrors(failure));
    m_banner->showError(shell::errorText(failure));
}

void CatalogDialog::save() {
    client::api::CatalogElement element;
    element.id = m_edited.toStdString();
    element.name = m_name->text().trimmed().toStdString();
    element.type = m_type->value().toStdString();
    element.multiValued = m_several->isChecked();
    element.allowedValues = listIn(*m_values);
    element.description = m_description->text().trimmed().toStdString();
    element.use = listIn(*m_use);
    element.categories = listIn(*m_categories);
    m_save->setEnabled(false);
    auto answer = m_edited.isEmpty() ? m_client.createCatalogElement(m_tenant, element)
                                     : m_client.replaceCatalogElement(m_tenant, element);
    m_requests.ask(std::move(answer), this, [this](const auto& outcome) {
        m_save->setEnabled(true);
        if (!outcome) {
            refuse(outcome.error());
            return;
        }
        m_table->select({});
        edit({});
        read();
    });
}

void CatalogDialog::remove() {
    m_requests.ask(m_client.deleteCatalogElement(m_tenant, m_edited), this, [this](const auto& outcome) {
        if (!outcome) {
            refuse(outcome.error());
            return;
        }
        m_table->select({});
        edit({});
        read();
    });
}

} // namespace gatehouse::ui::panels::scim
