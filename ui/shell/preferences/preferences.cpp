// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/preferences/preferences.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/shell/preferences/desktop_features.h"
#include "ui/shell/preferences/shortcut_page.h"
#include "ui/shell/settings.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/form.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::shell {
namespace {

constexpr int kListWidth = 190;
const auto kThemes = {std::pair{"desktop", theme::Choice::Desktop}, std::pair{"light", theme::Choice::Light},
                      std::pair{"dark", theme::Choice::Dark}, std::pair{"contrast", theme::Choice::HighContrast}};

QVBoxLayout* columnOf(QWidget* page) {
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(24, 20, 24, 12);
    column->setSpacing(theme::kFieldSpacing);
    return column;
}

} // namespace

Preferences::Preferences(theme::Theme& theme, Shortcuts& shortcuts, DesktopFeatures& features, QWidget* parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_pages(new QStackedWidget(this)) {
    setWindowTitle(tr("Preferences"));
    resize(760, 560);
    m_list->setAccessibleName(tr("Pages of preferences"));
    m_list->setFixedWidth(kListWidth);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize(QSize(theme::kIconSize, theme::kIconSize));
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_list);
    middle->addWidget(m_pages, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAccessibleName(tr("Close preferences"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(16, 8, 16, 12);
    foot->addWidget(buttons);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addLayout(foot);
    addPage(QStringLiteral("appearance"), tr("Appearance"), QStringLiteral("contrast"), makeAppearance(theme));
    addPage(QStringLiteral("language"), tr("Language and times"), QStringLiteral("clock"), makeLanguage());
    addPage(QStringLiteral("keyboard"), tr("Keyboard"), QStringLiteral("command"), new ShortcutPage(shortcuts, this));
    addPage(QStringLiteral("desktop"), tr("Desktop"), QStringLiteral("session"), makeDesktop(features));
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(0);
}

void Preferences::addPage(const QString& id, const QString& title, const QString& icon, QWidget* page) {
    auto* item = new QListWidgetItem(theme::icon(icon), title, m_list);
    item->setData(Qt::UserRole, id);
    item->setSizeHint(QSize(kListWidth - 8, 36));
    m_pages->addWidget(page);
}

void Preferences::showPage(const QString& id) {
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == id) {
            m_list->setCurrentRow(row);
        }
    }
}

QWidget* Preferences::makeAppearance(theme::Theme& theme) {
    auto* page = new QWidget(m_pages);
    QVBoxLayout* column = columnOf(page);
    column->addWidget(widgets::sectionLabel(tr("Appearance"), page));
    auto* form = new widgets::Form(page);
    auto* look = new widgets::ChoiceField({{QStringLiteral("desktop"), tr("As the desktop")},
                                           {QStringLiteral("light"), tr("Light")},
                                           {QStringLiteral("dark"), tr("Dark")},
                                           {QStringLiteral("contrast"), tr("High contrast")}},
                                          form);
    for (const auto& [word, choice] : kThemes) {
        if (choice == theme.choice()) {
            look->setValue(QLatin1String(word));
        }
    }
    connect(look, &QComboBox::currentIndexChanged, &theme, [look, &theme] {
        for (const auto& [word, choice] : kThemes) {
            if (look->value() == QLatin1String(word)) {
                theme.choose(choice);
            }
        }
    });
    form->addRow(QStringLiteral("/look"), tr("Colours"), look);
    auto* size = new widgets::ChoiceField({}, form);
    for (int percent = 80; percent <= 200; percent += percent < 120 ? 10 : 20) {
        size->addItem(tr("%1 %").arg(percent), QString::number(percent));
    }
    size->setValue(QString::number(theme.textScale()));
    connect(size, &QComboBox::currentIndexChanged, &theme, [size, &theme] {
        theme.setTextScale(size->value().toInt());
        openSettings().setValue(QStringLiteral("look/textScale"), theme.textScale());
    });
    connect(&theme, &theme::Theme::textScaleChanged, size, [size](int percent) {
        const QSignalBlocker quiet(size);
        size->setValue(QString::number(percent));
    });
    form->addRow(QStringLiteral("/size"), tr("Text size"), size, tr("Ctrl++ and Ctrl+- change it anywhere."));
    column->addWidget(form);
    auto* still = new QCheckBox(tr("Reduce motion: nothing moves or fades"), page);
    still->setAccessibleName(tr("Reduce motion"));
    still->setChecked(
        openSettings().value(QStringLiteral("look/reducedMotion")).toBool()); // the desktop's wish counts too
    connect(still, &QCheckBox::toggled, page, [](bool on) {
        theme::setReducedMotion(on);
        openSettings().setValue(QStringLiteral("look/reducedMotion"), on);
    });
    column->addWidget(still);
    column->addStretch(1);
    return page;
}

QWidget* Preferences::makeLanguage() {
    auto* page = new QWidget(m_pages);
    QVBoxLayout* column = columnOf(page);
    column->addWidget(widgets::sectionLabel(tr("Language and times"), page));
    auto* form = new widgets::Form(page);
    auto* language = new widgets::ChoiceField({{QString(), tr("As the desktop")},
                                               {QStringLiteral("en"), QStringLiteral("English")},
                                               {QStringLiteral("de"), QStringLiteral("Deutsch")},
                                               {QStringLiteral("ar"), QStringLiteral("العربية")}},
                                              form);
    language->setValue(openSettings().value(QStringLiteral("look/language")).toString());
    connect(language, &QComboBox::currentIndexChanged, page,
            [language] { openSettings().setValue(QStringLiteral("look/language"), language->value()); });
    form->addRow(QStringLiteral("/language"), tr("Language"), language, tr("From the next start on."));
    auto* times = new widgets::ChoiceField(
        {{QStringLiteral("local"), tr("Local time")}, {QStringLiteral("utc"), tr("UTC")}}, form);
    times->setValue(widgets::clock() == widgets::Clock::Utc ? QStringLiteral("utc") : QStringLiteral("local"));
    connect(times, &QComboBox::currentIndexChanged, this, [this, times] {
        if ((times->value() == QLatin1String("utc")) != (widgets::clock() == widgets::Clock::Utc)) {
            emit clockToggled();
        }
    });
    form->addRow(QStringLiteral("/times"), tr("Times"), times, tr("Hovering over a time always shows both."));
    column->addWidget(form);
    column->addStretch(1);
    return page;
}

QWidget* Preferences::makeDesktop(DesktopFeatures& features) {
    auto* page = new QWidget(m_pages);
    QVBoxLayout* column = columnOf(page);
    column->addWidget(widgets::sectionLabel(tr("What this desktop has"), page));
    column->addWidget(widgets::mutedLabel(tr("Gatehouse works without any of these."), page));
    auto* rows = new QVBoxLayout;
    rows->setSpacing(14);
    column->addLayout(rows);
    column->addStretch(1);
    const auto fill = [page, rows, &features] {
        widgets::clearLayout(*rows);
        for (const DesktopFeatures::Feature& feature : features.list()) {
            auto* row = new QWidget(page);
            auto* across = new QHBoxLayout(row);
            across->setContentsMargins(0, 0, 0, 0);
            across->setSpacing(10);
            across->addWidget(
                new widgets::StatusGlyph(feature.present ? widgets::Status::Ok : widgets::Status::Skipped, 18, row), 0,
                Qt::AlignTop);
            auto* texts = new QVBoxLayout;
            texts->setSpacing(2);
            texts->addWidget(new QLabel(feature.name, row));
            texts->addWidget(widgets::mutedLabel(feature.sentence, row));
            across->addLayout(texts, 1);
            rows->addWidget(row);
        }
    };
    fill();
    connect(&features, &DesktopFeatures::changed, page, fill);
    return page;
}

} // namespace gatehouse::ui::shell
