// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/users/import_dialog.h"

#include <algorithm>
#include <utility>

#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::users {

using client::toQString;

namespace {

constexpr QSize kSize(820, 640);
constexpr std::size_t kPreviewed = 20;
constexpr int kRowHeight = 28;
enum Page { Choice, Columns, Run };

QTableWidget* makeTable(const char* name, const QStringList& titles, QWidget* parent) {
    auto* table = new QTableWidget(0, static_cast<int>(titles.size()), parent);
    table->setObjectName(QLatin1String(name));
    table->setHorizontalHeaderLabels(titles);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    return table;
}

void setRow(QTableWidget& table, int row, const QStringList& cells) {
    for (int column = 0; column < cells.size(); ++column) {
        auto* item = new QTableWidgetItem(cells[column]);
        item->setToolTip(cells[column]);
        table.setItem(row, column, item);
    }
}

QString actText(const std::string& act) {
    return act == "create"   ? ImportDialog::tr("New")
           : act == "update" ? ImportDialog::tr("Changed")
           : act == "same"   ? ImportDialog::tr("The same")
           : act == "skip"   ? ImportDialog::tr("Left alone")
                             : ImportDialog::tr("Refused");
}

} // namespace

ImportDialog::ImportDialog(client::AdminClient& client, QString tenant, QWidget* parent)
    : QDialog(parent)
    , m_client(client)
    , m_tenant(std::move(tenant))
    , m_banner(new widgets::ErrorBanner(this))
    , m_pages(new QStackedWidget(this))
    , m_columns(makeTable("import.columns", {tr("Column"), tr("For example"), tr("Is")}, this))
    , m_keep(new QCheckBox(tr("Leave people who are there already as they are"), this))
    , m_expected(new QLabel(this))
    , m_rows(makeTable("import.preview", {tr("Line"), tr("Who"), tr("What becomes of it"), tr("Why not")}, this))
    , m_progress(new QProgressBar(this))
    , m_counts(new QLabel(this))
    , m_refused(makeTable("import.refused", {tr("Line"), tr("Who"), tr("Why it was refused")}, this))
    , m_save(new QPushButton(tr("Save the refused rows…"), this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_go(new QPushButton(tr("Import"), this))
    , m_close(new QPushButton(tr("Close"), this)) {
    setObjectName(QStringLiteral("user.import"));
    setWindowTitle(tr("Import people from a list"));
    resize(kSize);
    m_pages->addWidget(makeChoice());
    m_pages->addWidget(makeColumns());
    m_pages->addWidget(makeRun());
    m_go->setObjectName(QStringLiteral("import.go"));
    theme::setButtonKind(*m_go, theme::ButtonKind::Primary);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_save);
    foot->addStretch(1);
    foot->addWidget(m_close);
    foot->addWidget(m_stop);
    foot->addWidget(m_go);
    for (QPushButton* button : {m_save, m_stop, m_go, m_close}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
    }
    for (QPushButton* button : {m_save, m_stop, m_go}) {
        button->hide();
    }
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme::kFieldSpacing);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    column->addLayout(foot);
    connect(m_save, &QPushButton::clicked, this, &ImportDialog::saveRefused);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stopping = true; // at the end of the transaction under way
        m_stop->setEnabled(false);
    });
    connect(m_go, &QPushButton::clicked, this, &ImportDialog::begin);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

QWidget* ImportDialog::makeChoice() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setSpacing(theme::kFieldSpacing);
    auto* sentence = widgets::mutedLabel(
        tr("A CSV file in UTF-8, as a spreadsheet or another directory writes it. Its first line names the columns; a "
           "user name or an e-mail address says who somebody is. Nothing is written before you have seen what would "
           "become of the first rows."),
        page);
    auto* choose = new QPushButton(tr("Choose a file…"), page);
    choose->setObjectName(QStringLiteral("import.choose"));
    choose->setAccessibleName(choose->text());
    theme::setButtonKind(*choose, theme::ButtonKind::Primary);
    column->addWidget(sentence);
    column->addWidget(choose, 0, Qt::AlignLeading);
    column->addStretch(1);
    connect(choose, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    return page;
}

QWidget* ImportDialog::makeColumns() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kFieldSpacing);
    m_columns->setAccessibleName(tr("What each column is"));
    m_columns->setColumnWidth(0, 200);
    m_columns->setColumnWidth(1, 240);
    m_rows->setAccessibleName(tr("What would become of the first rows"));
    m_rows->setColumnWidth(0, 60);
    m_rows->setColumnWidth(1, 240);
    m_rows->setColumnWidth(2, 150);
    m_keep->setAccessibleName(m_keep->text());
    m_expected->setWordWrap(true);
    m_expected->setTextFormat(Qt::PlainText);
    column->addWidget(widgets::sectionLabel(tr("What each column is"), page));
    column->addWidget(m_columns, 2);
    column->addWidget(m_keep);
    column->addWidget(widgets::sectionLabel(tr("What would become of the first rows"), page));
    column->addWidget(m_expected);
    column->addWidget(m_rows, 3);
    connect(m_keep, &QCheckBox::toggled, this, &ImportDialog::preview);
    return page;
}

QWidget* ImportDialog::makeRun() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kFieldSpacing);
    m_progress->setAccessibleName(tr("Rows taken in"));
    m_progress->setFormat(tr("%v of %m rows", "progress: %v and %m are numbers"));
    m_counts->setObjectName(QStringLiteral("import.counts"));
    m_counts->setWordWrap(true);
    m_counts->setTextFormat(Qt::PlainText);
    m_refused->setAccessibleName(tr("Refused rows"));
    m_refused->setColumnWidth(0, 60);
    m_refused->setColumnWidth(1, 240);
    column->addWidget(m_progress);
    column->addWidget(m_counts);
    column->addWidget(m_refused, 1);
    column->addStretch(0);
    return page;
}

void ImportDialog::chooseFile() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Import people from a list"), {},
                                                      tr("Lists (*.csv *.txt *.tsv);;All files (*)"));
    if (!path.isEmpty()) {
        openFile(path);
    }
}

void ImportDialog::openFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_banner->showError({tr("%1 cannot be opened.").arg(path), file.errorString(), {}});
        return;
    }
    ImportList list;
    if (const QString problem = list.read(file.readAll()); !problem.isEmpty()) {
        m_banner->showError({problem, {}, {}});
        return;
    }
    m_banner->dismiss();
    m_list = std::move(list);
    m_next = 0;
    m_report = {};
    m_pages->setCurrentIndex(Columns);
    fillColumns();
}

void ImportDialog::fillColumns() {
    const QStringList titles = m_list.titles();
    m_columns->setRowCount(static_cast<int>(titles.size()));
    for (int row = 0; row < m_columns->rowCount(); ++row) {
        const auto column = static_cast<std::size_t>(row);
        setRow(*m_columns, row, {titles[row], m_list.example(column)});
        std::vector<std::pair<QString, QString>> choices{{QString(), tr("left out")}};
        for (const std::string& member : admin::api::importMembers()) {
            choices.emplace_back(toQString(member), toQString(member));
        }
        const QString attribute = QStringLiteral("attributes.") + titles[row].trimmed();
        choices.emplace_back(attribute, tr("attribute “%1”").arg(titles[row].trimmed()));
        auto* choice = new widgets::ChoiceField(choices, m_columns);
        choice->setAccessibleName(tr("What the column %1 is").arg(titles[row]));
        choice->setValue(toQString(m_list.members()[column]));
        m_columns->setCellWidget(row, 2, choice);
        connect(choice, &QComboBox::activated, this, [this, choice, column] {
            m_list.setMember(column, choice->value().toStdString());
            mappingChanged();
        });
    }
    m_save->hide();
    m_stop->hide();
    m_go->setText(tr("Import %Ln rows", nullptr, static_cast<int>(m_list.rows())));
    m_go->setAccessibleName(m_go->text());
    m_go->show();
    mappingChanged();
}

void ImportDialog::mappingChanged() {
    m_go->setEnabled(m_list.namesPeople());
    if (!m_list.namesPeople()) {
        m_previewing.drop();
        m_rows->setRowCount(0);
        m_expected->setText(tr("No column says who somebody is: one has to be userName or email."));
        return;
    }
    preview();
}

void ImportDialog::preview() {
    client::api::UserImport part;
    part.rows = m_list.part(0, kPreviewed);
    part.existing = m_keep->isChecked() ? "skip" : "update";
    part.dryRun = true;
    m_requests.askLatest(m_previewing, m_client.importUsers(m_tenant, part), this, [this](const auto& outcome) {
        if (!outcome) {
            m_banner->showError(shell::errorText(outcome.error()));
            return;
        }
        m_banner->dismiss();
        showPreview(*outcome);
    });
}

void ImportDialog::showPreview(const client::api::UserImportReport& report) {
    m_expected->setText(tr("Of the first %1: %2 new, %3 changed, %4 the same, %5 refused. Nothing is written yet.")
                            .arg(report.rows.size())
                            .arg(report.created)
                            .arg(report.updated)
                            .arg(report.same + report.skipped)
                            .arg(report.refused));
    m_rows->setRowCount(static_cast<int>(report.rows.size()));
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        const client::api::UserImported& each = report.rows[static_cast<std::size_t>(row)];
        setRow(*m_rows, row, {QString::number(each.line), toQString(each.name), actText(each.act), reasonText(each)});
    }
}

void ImportDialog::begin() {
    m_previewing.drop();
    m_pages->setCurrentIndex(Run);
    m_progress->setMaximum(static_cast<int>(m_list.rows()));
    m_go->hide();
    m_save->hide();
    m_stopping = false;
    m_stop->setEnabled(true);
    m_stop->show();
    m_close->setEnabled(false);
    m_banner->dismiss();
    showCounts();
    sendNext();
}

void ImportDialog::sendNext() {
    if (m_next >= m_list.rows()) {
        finish();
        return;
    }
    if (m_stopping) {
        stopped(tr("Stopped. What was taken in stays; Go on takes in the rest."));
        return;
    }
    client::api::UserImport part;
    part.rows = m_list.part(m_next, admin::api::kImportRows);
    part.existing = m_keep->isChecked() ? "skip" : "update";
    m_requests.ask(m_client.importUsers(m_tenant, part), this, [this](const auto& outcome) {
        if (!outcome) {
            const widgets::ErrorText error = shell::errorText(outcome.error());
            stopped(tr("Not all was taken in. Go on takes in the rest."));
            m_banner->showError(error);
            return;
        }
        took(*outcome);
        sendNext();
    });
}

void ImportDialog::took(const client::api::UserImportReport& report) {
    m_next += report.rows.size();
    m_report.created += report.created;
    m_report.updated += report.updated;
    m_report.same += report.same;
    m_report.skipped += report.skipped;
    m_report.refused += report.refused;
    std::copy_if(report.rows.begin(), report.rows.end(), std::back_inserter(m_report.rows),
                 [](const client::api::UserImported& row) { return row.act == "refuse"; });
    emit imported();
    showCounts();
}

void ImportDialog::showCounts() {
    m_progress->setValue(static_cast<int>(m_next));
    m_counts->setText(tr("%1 new, %2 changed, %3 the same, %4 left alone, %5 refused.")
                          .arg(m_report.created)
                          .arg(m_report.updated)
                          .arg(m_report.same)
                          .arg(m_report.skipped)
                          .arg(m_report.refused));
    m_refused->setVisible(!m_report.rows.empty());
    const int known = m_refused->rowCount();
    m_refused->setRowCount(static_cast<int>(m_report.rows.size()));
    for (int row = known; row < m_refused->rowCount(); ++row) {
        const client::api::UserImported& each = m_report.rows[static_cast<std::size_t>(row)];
        setRow(*m_refused, row, {QString::number(each.line), toQString(each.name), reasonText(each)});
    }
}

void ImportDialog::stopped(const QString& sentence) {
    m_stop->hide();
    m_close->setEnabled(true);
    m_save->setVisible(!m_report.rows.empty());
    m_go->setText(tr("Go on"));
    m_go->setAccessibleName(m_go->text());
    m_go->show();
    m_counts->setText(m_counts->text() + u' ' + sentence);
}

void ImportDialog::finish() {
    m_stop->hide();
    m_close->setEnabled(true);
    m_save->setVisible(!m_report.rows.empty());
    m_counts->setText(tr("Done.") + u' ' + m_counts->text());
}

void ImportDialog::saveRefused() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the refused rows"), QStringLiteral("refused.csv"),
                                                      tr("Lists (*.csv)"));
    if (path.isEmpty()) {
        return;
    }
    QSaveFile file(path);
    const QByteArray text = m_list.refusedCsv(m_report.rows);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        m_banner->showError({tr("%1 cannot be written.").arg(path), file.errorString(), {}});
    }
}

} // namespace gatehouse::ui::panels::users
