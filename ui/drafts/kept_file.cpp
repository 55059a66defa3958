// SPDX-License-Identifier: Apache-2.0
#include "ui/drafts/kept_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace gatehouse::ui::drafts {

namespace {

/// Its owner's alone, and so are the folders above it that are not there yet.
void makePrivate(const QString& folder) {
    if (!QFileInfo::exists(folder)) {
        makePrivate(QFileInfo(folder).absolutePath());
        QDir().mkdir(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }
}

} // namespace

QString writeKept(const QString& file, const QJsonArray& list) {
    makePrivate(QFileInfo(file).absolutePath());
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
