// SPDX-License-Identifier: Apache-2.0
#include "ui/drafts/kept_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace gatehouse::ui::drafts {

QString writeKept(const QString& file, const QJsonArray& list) {
    QDir().mkpath(QFileInfo(file).absolutePath());
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly)) {
        return target.errorString();
    }
    target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    target.write(QJsonDocument(list).toJson(QJsonDocument::Compact));
    return target.commit() ? QString() : target.errorString();
}

QJsonArray readKept(const QString& file) {
    QFile source(file);
    if (file.isEmpty() || !source.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QJsonDocument::fromJson(source.readAll()).array();
}

} // namespace gatehouse::ui::drafts
