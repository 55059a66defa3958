// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include <QNetworkAccessManager>
#include <QObject>
#include <QStringList>
#include <QUrl>

namespace gatehouse::console {

/// Signs some personas of the demo in at the demo app, as their browsers would, one after the other, so that pictures
/// show a console in use. What fails is left out: that a persona is refused is part of the picture.
class DemoSignIns final : public QObject {
    Q_OBJECT
public:
    explicit DemoSignIns(const QString& publicUrl, QObject* parent = nullptr);
    void start() { next(); }

signals:
    void finished();

private:
    void next();
    void choose(const QUrl& page);
    void get(const QUrl& url, const std::function<void(const QUrl&)>& arrived, int redirects = 0);

    QUrl m_login;
    QStringList m_personas;
    QString m_persona;
    std::unique_ptr<QNetworkAccessManager> m_browser; ///< a fresh one each: its cookies are the person's
};

} // namespace gatehouse::console
