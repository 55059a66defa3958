// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/review_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/drafts/command.h"
#include "ui/drafts/diff_view.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::shell {
namespace {

QString actWord(drafts::Act act) {
    switch (act) {
    case drafts::Act::Create:
        return ReviewDialog::tr("Create");
    case drafts::Act::Update:
        return ReviewDialog::tr("Change");
    case drafts::Act::Delete:
        return ReviewDialog::tr("Delete");
    }
    return {};
}

QString rowText(const drafts::Draft& draft) {
    const QString what = ReviewDialog::tr("%1: %2").arg(actWord(draft.act), draft.title);
    return draft.subject.tenant.isEmpty() ? what : ReviewDialog::tr("%1 (%2)").arg(what, draft.subject.tenant);
}

} // namespace

ReviewDialog::ReviewDialog(client::AdminClient& client, drafts::Drafts& drafts, drafts::Changes& changes,
                           const Where& where, QWidget* parent)
    : QDialog(parent)
    , m_client(client)
    , m_drafts(drafts)
    , m_changes(changes)
    , m_where(where)
    , m_title(widgets::titleLabel({}, this))
    , m_busy(new widgets::BusyLine(tr("Applying"), this))
    , m_list(new QListWidget(this))
    , m_tabs(new QTabWidget(this)) {
    setWindowTitle(tr("Review and apply"));
    setObjectName(QStringLiteral("review"));
    resize(900, 580);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* band = new EnvironmentBand(this);
    band->setEnvironment(where.kind, where.tenant);
    column->addWidget(band);
    auto* page = new QVBoxLayout;
    page->setContentsMargins(theme::kPageMargin, theme::kPageMargin, theme::kPageMargin, theme::kPageMargin);
    page->setSpacing(theme::kFieldSpacing);
    column->addLayout(page, 1);
    page->addWidget(m_title);
    page->addWidget(m_busy);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(theme::kFieldSpacing);
    m_list->setAccessibleName(tr("Changes to apply"));
    m_list->setMinimumWidth(220);
    m_list->setMaximumWidth(280);
    m_list->setWordWrap(true);
    m_tabs->addTab(makeChanges(), tr("Changes"));
    m_tabs->addTab(makeCommands(), tr("As command"));
    m_tabs->setDocumentMode(true);
    middle->addWidget(m_list);
    middle->addWidget(m_tabs, 1);
    page->addLayout(middle, 1);
    page->addWidget(makeFoot());

    connect(m_list, &QListWidget::currentRowChanged, this, &ReviewDialog::showCurrent);
    connect(m_list, &QListWidget::itemChanged, this, &ReviewDialog::updateButtons);
    connect(&m_changes, &drafts::Changes::finished, this, &ReviewDialog::finished);
    fill();
    m_apply->setFocus();
}

QWidget* ReviewDialog::makeChanges() {
    auto* page = new QWidget(m_tabs);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, theme::kGroupSpacing, 0, 0);
    column->setSpacing(theme::kGroupSpacing);
    m_banner = new widgets::ErrorBanner(page);
    m_affects = widgets::mutedLabel({}, page);
    m_affects->setObjectName(QStringLiteral("review.affects"));
    m_conflicts = new QWidget(page);
    m_conflictRows = new QVBoxLayout(m_conflicts);
    m_conflictRows->setContentsMargins(0, 0, 0, 0);
    m_diff = new drafts::DiffView(tr("What changes"), page);
    m_diff->setObjectName(QStringLiteral("review.diff"));
    column->addWidget(m_banner);
    column->addWidget(m_conflicts);
    column->addWidget(m_diff, 1);
    column->addWidget(m_affects);
    return page;
}

QWidget* ReviewDialog::makeCommands() {
    auto* page = new QWidget(m_tabs);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, theme::kGroupSpacing, 0, 0);
    column->setSpacing(theme::kGroupSpacing);
    m_ctl = makeCommand(tr("Command line"), *column);
    m_curl = makeCommand(tr("API call"), *column);
    m_document = makeCommand(tr("Configuration document"), *column);
    return page;
}

QPlainTextEdit* ReviewDialog::makeCommand(const QString& title, QVBoxLayout& column) {
    auto* head = new QHBoxLayout;
    head->addWidget(widgets::sectionLabel(title, this));
    head->addStretch(1);
    auto* copy = new widgets::CopyButton(title, this);
    head->addWidget(copy);
    column.addLayout(head);
    auto* text = new QPlainTextEdit(this);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setAccessibleName(title);
    text->setFont(theme::codeFont(font()));
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    connect(text, &QPlainTextEdit::textChanged, copy, [copy, text] { copy->setValue(text->toPlainText()); });
    column.addWidget(text, 1);
    return text;
}

QWidget* ReviewDialog::makeFoot() {
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    m_discard = new QPushButton(tr("Discard this change"), foot);
    m_edit = new QPushButton(tr("Go on editing it"), foot);
    auto* back = new QPushButton(tr("Back"), foot);
    m_apply = new QPushButton(foot);
    m_apply->setObjectName(QStringLiteral("review.apply"));
    m_apply->setDefault(true);
    theme::setButtonKind(*m_apply, theme::ButtonKind::Primary);
    m_discard->setAutoDefault(false);
    m_edit->setAutoDefault(false);
    back->setAutoDefault(false);
    row->addWidget(m_discard);
    row->addWidget(m_edit);
    row->addStretch(1);
    row->addWidget(back);
    row->addWidget(m_apply);
    connect(m_discard, &QPushButton::clicked, this, &ReviewDialog::discardCurrent);
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const drafts::Draft* draft = current()) {
            const drafts::Subject subject = draft->subject;
            reject();
            emit editRequested(subject);
        }
    });
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &ReviewDialog::applyTicked);
    return foot;
}

void ReviewDialog::fill() {
    const QSignalBlocker quiet(m_list);
    const drafts::Subject shown = current() != nullptr ? current()->subject : drafts::Subject();
    m_list->clear();
    m_subjects.clear();
    int row = 0;
    for (const drafts::Draft& draft : m_drafts.ready()) {
        auto* item = new QListWidgetItem(rowText(draft), m_list);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
        m_subjects.push_back(draft.subject);
        if (draft.subject == shown) {
            row = m_list->count() - 1;
        }
    }
    m_list->setCurrentRow(m_subjects.empty() ? -1 : row);
    m_title->setText(tr("Review %n change(s)", nullptr, static_cast<int>(m_subjects.size())));
    showCurrent();
    updateButtons();
}

const drafts::Draft* ReviewDialog::current() const {
    const int row = m_list->currentRow();
    return row < 0 || row >= static_cast<int>(m_subjects.size())
               ? nullptr
               : m_drafts.find(m_subjects[static_cast<std::size_t>(row)]);
}

std::vector<drafts::Subject> ReviewDialog::ticked() const {
    std::vector<drafts::Subject> subjects;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked) {
            subjects.push_back(m_subjects[static_cast<std::size_t>(row)]);
        }
    }
    return subjects;
}

void ReviewDialog::showCurrent() {
    const drafts::Draft* draft = current();
    m_tabs->setEnabled(draft != nullptr);
    if (draft == nullptr) {
        m_diff->setLines({});
        return;
    }
    m_diff->setLines(drafts::difference(draft->base, draft->wanted, draft->secrets));
    m_ctl->setPlainText(drafts::asGatehousectl(*draft));
    m_curl->setPlainText(drafts::asApiCall(*draft, m_where.address));
    m_document->setPlainText(drafts::asDocument(*draft));
    showConflicts(*draft);
    showVerdict();
    showUsage(*draft);
}

void ReviewDialog::showVerdict() {
    const drafts::Draft* draft = current();
    if (draft == nullptr) {
        return;
    }
    if (const client::Failure* failure = m_changes.failureOf(draft->subject)) {
        widgets::ErrorText text = errorText(*failure);
        for (const client::api::FieldError& error : failure->errors) {
            text.what += QStringLiteral("\n%1: %2")
                             .arg(drafts::memberText(QString::fromStdString(error.pointer)),
                                  QString::fromStdString(error.message));
        }
        m_banner->showError(text);
    } else if (draft->lostSecret) {
        m_banner->showWarning(tr("Its secret was not kept when the program ended."),
                              tr("Edit it and enter the secret again."));
    } else {
        m_banner->dismiss();
    }
}

void ReviewDialog::showConflicts(const drafts::Draft& draft) {
    widgets::clearLayout(*m_conflictRows);
    const std::vector<drafts::Conflict> conflicts = m_changes.conflictsOf(draft.subject);
    m_conflicts->setVisible(!conflicts.empty());
    if (conflicts.empty()) {
        return;
    }
    m_conflictRows->addWidget(widgets::sectionLabel(tr("Somebody changed the same members meanwhile"), m_conflicts));
    for (const drafts::Conflict& conflict : conflicts) {
        auto* line = new QWidget(m_conflicts);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        auto* text = new QLabel(tr("%1: yours is %2, theirs is %3")
                                    .arg(drafts::memberText(conflict.pointer), drafts::valueText(conflict.mine),
                                         drafts::valueText(conflict.theirs)),
                                line);
        text->setWordWrap(true);
        auto* take = new QPushButton(tr("Take theirs"), line);
        take->setAutoDefault(false);
        take->setAccessibleName(tr("Take theirs of %1").arg(drafts::memberText(conflict.pointer)));
        row->addWidget(text, 1);
        row->addWidget(take);
        connect(take, &QPushButton::clicked, this, [this, subject = draft.subject, pointer = conflict.pointer] {
            m_changes.takeTheirs(subject, pointer);
            fill();
        });
        m_conflictRows->addWidget(line);
    }
    m_conflictRows->addWidget(widgets::mutedLabel(tr("Apply keeps yours."), m_conflicts));
}

void ReviewDialog::showUsage(const drafts::Draft& draft) {
    m_affects->clear();
    m_asking.drop();
    if (draft.act == drafts::Act::Create) {
        m_affects->setText(tr("New: nobody is affected yet."));
        return;
    }
    m_asking.run(m_client.call("GET", drafts::objectPath(draft.subject) + QStringLiteral("/usage")), this,
                 [this](const client::Outcome<client::Versioned<QJsonObject>>& usage) {
                     if (!usage) {
                         return; // a kind of object for which nobody counts
                     }
                     const auto count = [&usage](const char* name) {
                         return usage->value.value(QLatin1String(name)).toInt();
                     };
                     m_affects->setText(tr("Affects %1, %2 and %3.")
                                            .arg(tr("%n person(s)", nullptr, count("users")),
                                                 tr("%n open session(s)", nullptr, count("sessions")),
                                                 tr("%n app(s)", nullptr, count("apps"))));
                 });
}

void ReviewDialog::updateButtons() {
    const auto count = static_cast<int>(ticked().size());
    m_apply->setEnabled(count > 0 && !m_changes.isApplying());
    m_apply->setText(tr("Apply %n change(s)", nullptr, count));
    m_discard->setEnabled(current() != nullptr);
    m_edit->setEnabled(current() != nullptr);
}

void ReviewDialog::applyTicked() {
    m_apply->setEnabled(false);
    m_busy->setBusy(true);
    m_changes.apply(ticked());
}

void ReviewDialog::finished(int, int notApplied) {
    m_busy->setBusy(false);
    notApplied == 0 ? accept() : fill();
}

void ReviewDialog::discardCurrent() {
    if (const drafts::Draft* draft = current()) {
        const drafts::Subject subject = draft->subject;
        m_drafts.discard(subject);
        fill();
        if (m_subjects.empty()) {
            reject();
        }
    }
}

} // namespace gatehouse::ui::shell
