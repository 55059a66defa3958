// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>

namespace gatehouse::console {

/// One console for each data directory or remote broker. A second start hands its files and addresses to the first,
/// which comes to the front, and ends. With them goes the launcher's token (xdg-activation), without which Wayland lets
/// nobody come to the front.
class SingleInstance final : public QObject {
    Q_OBJECT
public:
    /// `of` is the data directory or the address. The socket is below $XDG_RUNTIME_DIR, this user's alone.
    explicit SingleInstance(const QString& of, QObject* parent = nullptr);

    /// True if another console took them; then this one has nothing left to do. Waits a second at most.
    [[nodiscard]] bool handOver(const QStringList& filesAndAddresses);
    /// The same to whichever console runs, the newest first: a link in a ticket does not say whose it is.
    [[nodiscard]] static bool handOverToAnyone(const QStringList& filesAndAddresses);
    /// From now on this is the first. False where no socket can be had: the console works without.
    bool listen();
    /// Of the socket; empty where there is no folder for it.
    [[nodiscard]] const QString& path() const { return m_path; }

signals:
    /// Another start: come to the front and open these.
    void raised(const QStringList& filesAndAddresses);

private:
    void serve();

    QString m_path;
    QLocalServer m_server;
};

} // namespace gatehouse::console
