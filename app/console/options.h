// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QString>
#include <QStringList>

namespace gatehouse::console {

/// The command line of `gatehouse` (docs, contract section 1).
struct Options {
    QString dataDir;       ///< empty: the user's own; with demo a fresh temporary one
    QString connect;       ///< address of a remote broker instead of one of our own
    QString tokenFile;     ///< its bearer token
    QString screenshot;    ///< folder for pictures of every panel
    QString listen;        ///< address of our own broker; empty: 127.0.0.1:8480
    QString outboundProxy; ///< http://host:port that our own broker calls identity providers through
    QString portable;      ///< folder for data and settings instead of the user's own
    QStringList things;    ///< files and gatehouse:// addresses to open
    bool resetLayout = false;
    bool demo = false;
    std::optional<int> passphraseFd;
};

/// What to do instead of starting: a text for the terminal and an exit code.
struct Refusal {
    QString text;
    int exitCode = 2;
};

/// Data and settings below that folder, and nowhere else.
void keepEverythingIn(const QString& folder);

/// Reads the arguments; gives a Refusal for --help, --version and for what cannot be meant.
[[nodiscard]] std::optional<Refusal> readOptions(const QStringList& arguments, Options& options);

} // namespace gatehouse::console
