// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QString>

class QLabel;
class QPushButton;
class QToolButton;

namespace gatehouse::ui::widgets {

class CopyButton;
class StatusGlyph;

/// What went wrong, said to a person: cause, what it means or what to do next, and the reference that finds it in the
/// log.
struct ErrorText {
    QString what;
    QString next;
    QString reference; ///< request id or GH-XXXX-XXXX; copied by the banner
    bool retry = false;
    QString details = {}; ///< for whoever looks into it: shown on demand, with a copy button
};

/// A message above the content it is about. Hidden until there is something to say; never an overlay, never a dialog.
class ErrorBanner final : public QFrame {
    Q_OBJECT
public:
    explicit ErrorBanner(QWidget* parent = nullptr);

    void showError(const ErrorText& error);
    /// The same place for a caution that is not a failure.
    void showWarning(const QString& what, const QString& next = {});
    void dismiss();

signals:
    void retryRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fill(const ErrorText& error);

    bool m_warning = false;
    StatusGlyph* m_glyph;
    QLabel* m_what;
    QLabel* m_next;
    QLabel* m_reference;
    CopyButton* m_copy;
    QPushButton* m_retry;
    QToolButton* m_more;
    QLabel* m_details;
    CopyButton* m_copyDetails;
    QToolButton* m_close;
};

} // namespace gatehouse::ui::widgets
