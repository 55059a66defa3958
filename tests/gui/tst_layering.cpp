// SPDX-License-Identifier: Apache-2.0
// What ui/ may include: Qt, itself, base and admin/api; widgets nothing above them; a panel no other panel.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace gatehouse::tests {

class TstLayering : public QObject {
    Q_OBJECT
private slots:
    void everyIncludePointsDownwards() {
        const QString root = QStringLiteral(GATEHOUSE_SOURCE_UI);
        static const QRegularExpression include(QStringLiteral("#include \"([^\"]+)\""));
        QStringList wrong;
        int files = 0;
        QDirIterator it(root, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString path = file.fileName().mid(root.size() + 1);
            const QString text = QString::fromUtf8(file.readAll());
            ++files;
            if (text.count(u'\n') > 400) {
                wrong.append(path + QStringLiteral(" is longer than 400 lines"));
            }
            for (const QRegularExpressionMatch& match : include.globalMatch(text)) {
                if (!allowed(path, match.captured(1))) {
                    wrong.append(path + QStringLiteral(" includes ") + match.captured(1));
                }
            }
        }
        QVERIFY(files > 60);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

private:
    static bool allowed(const QString& from, const QString& to) {
        if (!to.startsWith(QLatin1String("ui/"))) {
            return to.startsWith(QLatin1String("base/")) || to.startsWith(QLatin1String("admin/api/"));
        }
        const QString layer = from.section(u'/', 0, 0);
        const QString target = to.section(u'/', 1, 1);
        if (layer == QLatin1String("theme")) {
            return target == QLatin1String("theme");
        }
        if (layer == QLatin1String("client")) {
            return target == QLatin1String("client");
        }
        if (layer == QLatin1String("widgets")) {
            return target == QLatin1String("widgets") || target == QLatin1String("theme");
        }
        if (layer == QLatin1String("drafts")) {
            return target != QLatin1String("panels") && target != QLatin1String("shell");
        }
        if (layer == QLatin1String("shell")) {
            return target != QLatin1String("panels");
        }
        const bool registry = from.count(u'/') == 1;
        return registry || target != QLatin1String("panels") || to.section(u'/', 2, 2) == from.section(u'/', 1, 1);
    }
};

} // namespace gatehouse::tests

QTEST_GUILESS_MAIN(gatehouse::tests::TstLayering)
#include "tst_layering.moc"
