// SPDX-License-Identifier: Apache-2.0
// What a screen reader asks a scroll area for.
#include <QAccessible>
#include <QScrollArea>
#include <QScrollBar>
#include <QtTest>

#include "ui/shell/accessible_scroll_area.h"

namespace gatehouse::tests {

class TstScrollArea : public QObject {
    Q_OBJECT
private slots:
    void aScrollBarThatWentIsAskedForWithoutHarm() {
        ui::shell::makeScrollAreasSafeToRead();
        QScrollArea area;
        auto* tall = new QWidget;
        tall->setMinimumSize(2000, 2000);
        area.setWidget(tall);
        area.resize(200, 200);
        area.show();
        QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(&area);
        QVERIFY(heard != nullptr);
        QCOMPARE(heard->role(), QAccessible::Client);
        QTRY_VERIFY(heard->childCount() > 1); // what is in it, and the scroll bars
        const int before = heard->childCount();
        QVERIFY(heard->child(before - 1) != nullptr);
        tall->setMinimumSize(10, 10);
        tall->resize(10, 10);
        QTRY_VERIFY(!area.verticalScrollBar()->isVisible());
        const int now = heard->childCount();
        QVERIFY((heard->child(before - 1) != nullptr) == (before <= now)); // a reader asks that counted before
        QVERIFY(heard->child(now) == nullptr);
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstScrollArea)
#include "tst_scroll_area.moc"
