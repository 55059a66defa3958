// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/mapping/batch_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/panels/mapping/batch_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::mapping {

namespace {

constexpr int kListHeight = 220;

} // namespace

BatchView::BatchView(QWidget* parent)
    : QWidget(parent)
    , m_model(new BatchModel(this))
    , m_sentence(new QLabel(this))
    , m_unchanged(new QPushButton(theme::icon(QStringLiteral("status-ok"), theme::Tone::Ok), {}, this))
    , m_changed(new QPushButton(theme::icon(QStringLiteral("status-warning"), theme::Tone::Warning), {}, this))
    , m_blocked(new QPushButton(theme::icon(QStringLiteral("status-failed"), theme::Tone::Error), {}, this))
    , m_close(new QPushButton(tr("Close the list"), this))
    , m_table(new widgets::FilterTable(tr("Logins under this mapping"), widgets::FilterBy::Rows, this)) {
    setObjectName(QStringLiteral("mapping.batch"));
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("mapping.batch.sentence"));
    m_unchanged->setObjectName(QStringLiteral("mapping.batch.unchanged"));
    m_changed->setObjectName(QStringLiteral("mapping.batch.changed"));
    m_blocked->setObjectName(QStringLiteral("mapping.batch.blocked"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_unchanged);
    row->addWidget(m_changed);
    row->addWidget(m_blocked);
    row->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kGroupSpacing);
    column->addLayout(row);
    column->addWidget(m_table);
    m_table->setFixedHeight(kListHeight);
    m_table->setModel(m_model);
    m_table->setColumnWidths({100, 180, 110, -1, 118}, {BatchModel::Reference});
    m_table->sortBy(BatchModel::Time, Qt::DescendingOrder);
    connect(m_unchanged, &QPushButton::clicked, this, [this] { showList("unchanged"); });
    connect(m_changed, &QPushButton::clicked, this, [this] { showList("changed"); });
    connect(m_blocked, &QPushButton::clicked, this, [this] { showList("blocked"); });
    connect(m_close, &QPushButton::clicked, this, [this] {
        m_table->hide();
        m_close->hide();
    });
    connect(m_table, &widgets::FilterTable::opened, this, &BatchView::loginRequested);
    showNothing({});
}

void BatchView::showNothing(const QString& sentence) {
    m_sentence->setText(sentence);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_unchanged, m_changed, m_blocked, m_close, m_table}) {
        widget->hide();
    }
}

void BatchView::showRunning() {
    m_sentence->setText(tr("Running the last logins against this mapping …"));
}

void BatchView::showResult(const admin::api::BatchReplay& result) {
    m_result = result;
    if (result.total == 0) {
        showNothing(tr("No login of this provider is recorded yet. Make a sign-in and it is tried here too."));
        return;
    }
    m_sentence->setText(tr("Against the last %n login(s): %1 unchanged, %2 changed, %3 blocked.", nullptr,
                           static_cast<int>(result.total))
                            .arg(result.unchanged)
                            .arg(result.changed)
                            .arg(result.blocked));
    const auto offer = [](QPushButton* button, const QString& text, bool there) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setVisible(there);
    };
    offer(m_unchanged, tr("Show %n unchanged", nullptr, static_cast<int>(result.unchanged)), result.unchanged > 0);
    offer(m_changed, tr("Show %n changed", nullptr, static_cast<int>(result.changed)), result.changed > 0);
    offer(m_blocked, tr("Show %n blocked", nullptr, static_cast<int>(result.blocked)), result.blocked > 0);
    if (m_table->isVisible()) {
        const std::string verdict = m_model->rowCount() > 0 ? m_model->at(0)->verdict : std::string("changed");
        showList(verdict.c_str());
    }
}

void BatchView::showList(const char* verdict) {
    std::vector<admin::api::ReplayItem> items;
    for (const admin::api::ReplayItem& item : m_result.items) {
        if (item.verdict == verdict) {
            items.push_back(item);
        }
    }
    m_table->setVisible(!items.empty());
    m_close->setVisible(!items.empty());
    m_model->setRows(std::move(items));
}

} // namespace gatehouse::ui::panels::mapping
