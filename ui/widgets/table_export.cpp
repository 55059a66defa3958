// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/table_export.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include "ui/widgets/masking.h"

namespace gatehouse::ui::widgets {

QByteArray csvField(const QString& text) {
    QString field = text;
    if (!field.isEmpty() && QStringLiteral("=+-@\t\r").contains(field.at(0))) {
        field.prepend(u'\'');
    }
    const bool quoted = field.contains(u'"') || field.contains(u',') || field.contains(u'\n') || field.contains(u'\r');
    if (quoted) {
        field.replace(u'"', QStringLiteral("\"\""));
        field = u'"' + field + u'"';
    }
    return field.toUtf8();
}

QByteArray csvLine(const QStringList& fields) {
    QByteArray line;
    for (const QString& field : fields) {
        line += csvField(field) + ',';
    }
    line.chop(1);
    return line + "\r\n";
}

QByteArray manifestText(const Manifest& manifest) {
    const QJsonObject object{{QStringLiteral("file"), manifest.file},
                             {QStringLiteral("sha256"), QString::fromLatin1(manifest.sha256.toHex())},
                             {QStringLiteral("bytes"), manifest.bytes},
                             {QStringLiteral("rows"), manifest.rows},
                             {QStringLiteral("madeAt"), manifest.madeAt.toUTC().toString(Qt::ISODate)},
                             {QStringLiteral("source"), manifest.source},
                             {QStringLiteral("filter"), manifest.filter}};
    return QJsonDocument(object).toJson();
}

QString manifestPath(const QString& path) {
    return path + QStringLiteral(".manifest.json");
}

struct ExportFile::Out {
    explicit Out(const QString& path)
        : file(path) {}
    QSaveFile file;
    QCryptographicHash hash{QCryptographicHash::Sha256};
    qint64 bytes = 0;
};

ExportFile::ExportFile(const QString& path, ExportFormat format, const QStringList& titles)
    : m_out(std::make_unique<Out>(path))
    , m_format(format) {
    if (m_out->file.open(QIODevice::WriteOnly) && format == ExportFormat::Csv) {
        write(csvLine(titles));
    }
}

ExportFile::~ExportFile() = default;

void ExportFile::write(const QByteArray& line) {
    m_out->file.write(line);
    m_out->hash.addData(line);
    m_out->bytes += line.size();
}

void ExportFile::add(const QStringList& cells, const QByteArray& json) {
    ++m_rows;
    if (m_out->file.isOpen()) {
        QStringList seen;
        for (const QString& cell : cells) {
            seen.append(presented(cell));
        }
        write(m_format == ExportFormat::Csv ? csvLine(seen) : presentedJson(json) + '\n');
    }
}

QString ExportFile::finish(const QString& source, const QString& filter) {
    const QString path = m_out->file.fileName();
    if (!m_out->file.commit()) {
        return m_out->file.errorString();
    }
    const Manifest manifest{
        QFileInfo(path).fileName(), m_out->hash.result(), m_out->bytes, m_rows, QDateTime::currentDateTimeUtc(), source,
        presented(filter)};
    QSaveFile beside(manifestPath(path));
    if (!beside.open(QIODevice::WriteOnly) || beside.write(manifestText(manifest)) < 0 || !beside.commit()) {
        return beside.errorString();
    }
    return {};
}

} // namespace gatehouse::ui::widgets
