// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include "ui/panels/connections/connection_model.h"
#include "ui/panels/logins/flow_model.h"
#include "ui/panels/mapping/rules_model.h"
#include "ui/panels/tenants/tenant_model.h"
#include "ui/panels/users/user_model.h"
#include "ui/widgets/json_view.h"

namespace gatehouse::tests {

using namespace ui::panels;
using Mode = QAbstractItemModelTester::FailureReportingMode;
using ui::widgets::KeyRole;

namespace {

std::vector<admin::api::User> people(const QString& letters) {
    std::vector<admin::api::User> list;
    for (const QChar letter : letters) {
        admin::api::User user;
        user.id = QString(letter).toStdString();
        user.displayName = user.id;
        list.push_back(user);
    }
    return list;
}

QString keys(const QAbstractItemModel& model) {
    QString all;
    for (int row = 0; row < model.rowCount(); ++row) {
        all += model.index(row, 0).data(KeyRole).toString();
    }
    return all;
}

} // namespace

class TstModels : public QObject {
    Q_OBJECT
private slots:
    void everyChangeOfAListIsAnnouncedCorrectly() {
        users::UserModel model;
        const QAbstractItemModelTester tester(&model, Mode::QtTest);
        for (const char* step : {"", "abc", "abc", "xabc", "xac", "c", "cdef", "fedc", "fdc", "zzz", "ab", ""}) {
            QString letters = QLatin1String(step);
            if (letters == QLatin1String("zzz")) {
                letters = QStringLiteral("z");
            }
            model.setRows(make(letters));
            QCOMPARE(keys(model), letters);
        }
        model.appendRows(make(QStringLiteral("gh")));
        QCOMPARE(keys(model), QStringLiteral("gh"));
    }
    void aRowThatStaysKeepsItsPersistentIndex() {
        users::UserModel model;
        model.setRows(make(QStringLiteral("abc")));
        const QPersistentModelIndex b = model.index(1, 0);
        model.setRows(make(QStringLiteral("xyabc")));
        QCOMPARE(b.row(), 3);
        model.setRows(make(QStringLiteral("b")));
        QCOMPARE(b.row(), 0);
    }
    void anUpdateTouchesOneRowOnly() {
        users::UserModel model;
        model.setRows(make(QStringLiteral("abc")));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        admin::api::User user = *model.at(1);
        user.active = false;
        QVERIFY(model.updateRow(user));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 1);
        QCOMPARE(model.index(1, users::UserModel::State).data().toString(), QStringLiteral("Off"));
        user.id = "nobody";
        QVERIFY(!model.updateRow(user));
    }
    void everyModelPassesTheTester() {
        tenants::TenantModel tenantModel;
        connections::ConnectionModel connectionModel;
        logins::FlowModel flowModel;
        mapping::AttributeRulesModel attributeModel;
        mapping::RoleRulesModel roleModel;
        ui::widgets::JsonModel jsonModel;
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        for (QAbstractItemModel* model : std::initializer_list<QAbstractItemModel*>{
                 &tenantModel, &connectionModel, &flowModel, &attributeModel, &roleModel, &jsonModel}) {
            testers.push_back(std::make_unique<QAbstractItemModelTester>(model, Mode::QtTest));
            for (int column = 0; column < model->columnCount(); ++column) {
                QVERIFY(!model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
            }
            QVERIFY(!model->data({}, Qt::DisplayRole).isValid());
            QVERIFY(!model->data(model->index(99, 0), Qt::DisplayRole).isValid());
        }
        admin::api::Tenant tenant;
        tenant.slug = "acme";
        tenantModel.setRows({tenant});
        admin::api::Connection connection;
        connection.id = "c";
        connectionModel.setRows({connection});
        admin::api::Flow flow;
        flow.id = "f";
        flowModel.take(flow);
        flow.outcome = "success";
        flowModel.take(flow);
        QCOMPARE(flowModel.rowCount(), 1);
        flow.id = "g";
        flowModel.take(flow);
        QCOMPARE(keys(flowModel), QStringLiteral("gf"));
        attributeModel.setRows(mapping::usualRules());
        QVERIFY(attributeModel.move(0, 1));
        QVERIFY(!attributeModel.move(0, -1));
        attributeModel.remove(0);
        attributeModel.remove(99);
        roleModel.add({QStringLiteral("groups contains a"), {QStringLiteral("admin")}, {}});
        QVERIFY(roleModel.setData(roleModel.index(0, mapping::RoleRulesModel::Assign), QStringLiteral("a, b"),
                                  Qt::EditRole));
        QCOMPARE(roleModel.rows().front().assign, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QVERIFY(
            !roleModel.setData(roleModel.index(0, mapping::RoleRulesModel::Result), QStringLiteral("x"), Qt::EditRole));
        jsonModel.setValue(QJsonObject{{QStringLiteral("a"), QJsonArray{1, QJsonObject{{QStringLiteral("b"), true}}}}});
        QCOMPARE(jsonModel.rowCount(jsonModel.index(0, 0)), 2);
        jsonModel.setValue(QJsonValue::Null);
    }

private:
    static std::vector<admin::api::User> make(const QString& letters) { return people(letters); }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstModels)
#include "tst_models.moc"
