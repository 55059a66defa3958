// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/help/help_window.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QLocale>
#include <QSplitter>
#include <QTextBrowser>
#include <QTextFrame>

#include "ui/theme/theme.h"

namespace gatehouse::ui::shell {
namespace {

const auto kFolder = QStringLiteral(":/gatehouse/help/");
const auto kOverview = QStringLiteral("overview");
const auto kSuffix = QStringLiteral(".md");

/// The first heading of a page.
QString titleOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString line = QString::fromUtf8(file.readLine()).trimmed();
    return line.remove(QLatin1String("# "));
}

QString languageCode() {
    return QLocale().name().section(u'_', 0, 0);
}

} // namespace

QString HelpWindow::pathOf(const QString& page) {
    for (const QString& folder : {kFolder + languageCode() + u'/', kFolder}) {
        if (QFile::exists(folder + page + kSuffix)) {
            return folder + page + kSuffix;
        }
    }
    return {};
}

HelpWindow::HelpWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_pages(new QListWidget(this))
    , m_text(new QTextBrowser(this)) {
    setWindowTitle(tr("Help"));
    resize(860, 640);
    auto* close = new QAction(this);
    close->setShortcut(QKeySequence::Close);
    connect(close, &QAction::triggered, this, &QWidget::close);
    addAction(close);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_pages);
    splitter->addWidget(m_text);
    splitter->setSizes({210, 650});
    splitter->setStretchFactor(1, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(splitter);
    m_pages->setAccessibleName(tr("Help pages"));
    m_pages->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Help text"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(20);
    QStringList names = QDir(kFolder).entryList({u'*' + kSuffix}, QDir::Files, QDir::Name);
    names.removeAll(kOverview + kSuffix);
    names.prepend(kOverview + kSuffix);
    for (QString name : names) {
        name.chop(kSuffix.size());
        auto* item = new QListWidgetItem(titleOf(pathOf(name)), m_pages);
        item->setData(Qt::UserRole, name);
    }
    connect(m_pages, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item != nullptr && item->data(Qt::UserRole).toString() != m_page) {
            showPage(item->data(Qt::UserRole).toString());
        }
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        if (url.scheme().startsWith(QLatin1String("http"))) {
            QDesktopServices::openUrl(url);
            return;
        }
        QString name = url.fileName();
        showPage(name.remove(kSuffix));
    });
}

void HelpWindow::showPage(const QString& page) {
    m_page = pathOf(page).isEmpty() ? kOverview : page;
    for (int at = 0; at < m_pages->count(); ++at) {
        if (m_pages->item(at)->data(Qt::UserRole).toString() == m_page) {
            m_pages->setCurrentRow(at);
        }
    }
    load();
}

void HelpWindow::load() {
    QFile file(pathOf(m_page));
    if (!file.open(QIODevice::ReadOnly)) {
        return;
    }
    m_text->setMarkdown(QString::fromUtf8(file.readAll()));
    m_text->moveCursor(QTextCursor::Start);
    setWindowTitle(tr("%1 – Gatehouse Help").arg(titleOf(file.fileName())));
}

void HelpWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

void HelpWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        load(); // link colours are set when the text is
    }
    QWidget::changeEvent(event);
}

} // namespace gatehouse::ui::shell
