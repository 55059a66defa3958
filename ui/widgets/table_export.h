// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace gatehouse::ui::widgets {

enum class ExportFormat { Csv, JsonLines };

/// One field of a CSV line (RFC 4180): quoted where it has to be. A cell that a spreadsheet would take for a formula
/// (it begins with = + - @, a tab or a carriage return) gets a leading apostrophe.
[[nodiscard]] QByteArray csvField(const QString& text);
/// One line with its CRLF.
[[nodiscard]] QByteArray csvLine(const QStringList& fields);

/// What stands beside an export: says what the file is and proves that it was not changed.
struct Manifest {
    QString file; ///< name, without folder
    QByteArray sha256;
    qint64 bytes = 0;
    qint64 rows = 0;
    QDateTime madeAt;
    QString source; ///< what was exported: "Audit log of acme"
    QString filter; ///< empty: everything
};
/// As JSON, indented, with a final newline.
[[nodiscard]] QByteArray manifestText(const Manifest& manifest);
/// "audit.csv" -> "audit.csv.manifest.json"
[[nodiscard]] QString manifestPath(const QString& path);

/// Writes an export line by line and, at the end, its manifest. Nothing is at `path` until finish(): a file that broke
/// off does not look like a whole one.
class ExportFile {
public:
    ExportFile(const QString& path, ExportFormat format, const QStringList& titles);
    ~ExportFile();
    ExportFile(const ExportFile&) = delete;
    ExportFile& operator=(const ExportFile&) = delete;

    /// `cells` are the line of a CSV, `json` that of a JSONL file; the other one is not looked at.
    void add(const QStringList& cells, const QByteArray& json);
    /// Empty, or why it could not be written, as the system says it.
    [[nodiscard]] QString finish(const QString& source, const QString& filter);
    [[nodiscard]] qint64 rows() const { return m_rows; }

private:
    void write(const QByteArray& line);

    struct Out;
    std::unique_ptr<Out> m_out;
    ExportFormat m_format;
    qint64 m_rows = 0;
};

} // namespace gatehouse::ui::widgets
