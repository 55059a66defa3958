// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace gatehouse::ui::widgets {

/// A few lines in code type for a document that somebody pastes, or drops as a file. Tab leaves it. A dropped file
/// takes the place of what was there; one that is larger than `mostBytes` is left alone.
class PasteField final : public QPlainTextEdit {
    Q_OBJECT
public:
    PasteField(const QString& name, qint64 mostBytes, QWidget* parent = nullptr);
    /// False where it cannot be read or is too large; nothing changes then.
    bool openFile(const QString& path);

protected:
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    qint64 m_mostBytes;
};

} // namespace gatehouse::ui::widgets
