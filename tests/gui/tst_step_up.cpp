// SPDX-License-Identifier: Apache-2.0
// An act that wants a fresh sign-in waits for it and goes on by itself; how long the sign-in lasts is in sight.
#include <deque>

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "ui/client/step_up_transport.h"
#include "ui/connect/step_up.h"
#include "ui/shell/sign_in_clock.h"
#include "ui/shell/step_up_strip.h"

namespace gatehouse::tests {

using namespace ui;
using client::api::Call;
using client::api::Reply;

namespace {

/// Answers each call with the next of its answers, at once.
class Scripted final : public client::Transport {
public:
    QFuture<Reply> send(const Call& call) override {
        calls.push_back(call);
        QPromise<Reply> promise;
        promise.start();
        promise.addResult(answers.at(std::min(calls.size(), answers.size()) - 1));
        promise.finish();
        return promise.future();
    }
    std::vector<Reply> answers;
    std::vector<Call> calls;
};

Reply refusal(const char* challenge) {
    return {
        401,
        {{"www-authenticate", challenge}},
        R"({"type":"about:blank","title":"Sign in again","status":401,"detail":"","code":"insufficient_user_authentication"})"};
}

const char* const kChallenge =
    "Bearer error=\"insufficient_user_authentication\", acr_values=\"phr phrh\", max_age=\"900\"";

Reply done() {
    return {200, {}, "{}"};
}

Call change(const char* method = "PATCH") {
    return {method, "/admin/v1/tenants/acme/keys", {{"Idempotency-Key", "k-1"}}, "{}"};
}

QByteArray tokenSaying(const QByteArray& claims) {
    return "e30." + claims.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + ".c2ln";
}

} // namespace

class TstStepUp : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_inner.answers.clear();
        m_inner.calls.clear();
    }

    void theChallengeIsRead() {
        const auto challenge = client::challengeOf(refusal(kChallenge));
        QVERIFY(challenge);
        QCOMPARE(challenge->acrValues, QStringLiteral("phr phrh"));
        QCOMPARE(challenge->maxAge, 900);
    }

    void otherRefusalsAreNoChallenge_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("another status") << 403 << QByteArray(R"({"code":"insufficient_user_authentication"})");
        QTest::newRow("another code") << 401 << QByteArray(R"({"code":"token_invalid"})");
        QTest::newRow("no problem") << 401 << QByteArray("insufficient_user_authentication");
    }
    void otherRefusalsAreNoChallenge() {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QVERIFY(!client::challengeOf({status, {{"WWW-Authenticate", kChallenge}}, body.toStdString()}));
    }

    void anActWaitsForTheSignInAndIsDoneThen() {
        client::StepUpTransport transport(m_inner);
        QSignalSpy wanted(&transport, &client::StepUpTransport::wanted);
        m_inner.answers = {refusal(kChallenge), done()};
        const QFuture<Reply> answer = transport.send(change());
        QTRY_COMPARE(wanted.count(), 1);
        QVERIFY(!answer.isFinished());
        transport.repeat();
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result().status, 200);
        // The very same act: what makes it happen once only, goes with it.
        QCOMPARE(m_inner.calls.size(), std::size_t(2));
        QCOMPARE(m_inner.calls.back().headers, m_inner.calls.front().headers);
        QCOMPARE(m_inner.calls.back().body, m_inner.calls.front().body);
    }

    void whatIsRefusedAgainIsAnsweredSo() {
        client::StepUpTransport transport(m_inner);
        QSignalSpy wanted(&transport, &client::StepUpTransport::wanted);
        m_inner.answers = {refusal(kChallenge)};
        const QFuture<Reply> answer = transport.send(change());
        QTRY_COMPARE(wanted.count(), 1);
        transport.repeat();
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result().status, 401);
        QCOMPARE(wanted.count(), 1);
    }

    void whoWillNotIsToldOfTheRefusal() {
        client::StepUpTransport transport(m_inner);
        QSignalSpy wanted(&transport, &client::StepUpTransport::wanted);
        m_inner.answers = {refusal(kChallenge)};
        const QFuture<Reply> answer = transport.send(change());
        QTRY_COMPARE(wanted.count(), 1);
        transport.giveUp();
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result().status, 401);
        transport.repeat();
        QCOMPARE(m_inner.calls.size(), std::size_t(1));
    }

    void oneSignInIsForAllThatWaits() {
        client::StepUpTransport transport(m_inner);
        QSignalSpy wanted(&transport, &client::StepUpTransport::wanted);
        m_inner.answers = {refusal(kChallenge), refusal(kChallenge), done()};
        const QFuture<Reply> first = transport.send(change());
        const QFuture<Reply> second = transport.send(change("DELETE"));
        QTRY_COMPARE(wanted.count(), 2);
        transport.repeat();
        QTRY_VERIFY(first.isFinished() && second.isFinished());
        QCOMPARE(first.result().status, 200);
        QCOMPARE(second.result().status, 200);
    }

    void anActThatNobodyWaitsForAnyMoreIsNotDone() {
        client::StepUpTransport transport(m_inner);
        QSignalSpy wanted(&transport, &client::StepUpTransport::wanted);
        QSignalSpy gone(&transport, &client::StepUpTransport::notWantedAnyMore);
        m_inner.answers = {refusal(kChallenge), done()};
        QFuture<Reply> answer = transport.send(change());
        QTRY_COMPARE(wanted.count(), 1);
        answer.cancel();
        QTRY_COMPARE(gone.count(), 1);
        transport.repeat();
        QCOMPARE(m_inner.calls.size(), std::size_t(1));
    }

    void readingInTheBackgroundAsksNobody() {
        client::StepUpTransport transport(m_inner);
        QSignalSpy wanted(&transport, &client::StepUpTransport::wanted);
        m_inner.answers = {refusal(kChallenge)};
        const QFuture<Reply> answer = transport.send(change("GET"));
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result().status, 401);
        QCOMPARE(wanted.count(), 0);
    }

    void nothingIsOpenedBeforeThePersonAgrees() {
        client::StepUpTransport transport(m_inner);
        std::vector<QUrl> opened;
        auto token = std::make_shared<connect::TokenRenewal>(connect::SignedIn{"t", {}, 300, {}, {}, {}});
        connect::StepUp stepUp(transport, token, [&opened](const QUrl& url) { opened.push_back(url); });
        shell::StepUpStrip strip;
        QObject::connect(&stepUp, &connect::StepUp::wanted, &strip, &shell::StepUpStrip::ask);
        QObject::connect(&stepUp, &connect::StepUp::ended, &strip, &shell::StepUpStrip::end);
        QObject::connect(&strip, &shell::StepUpStrip::givenUp, &stepUp, &connect::StepUp::giveUp);
        m_inner.answers = {refusal(kChallenge)};
        const QFuture<Reply> answer = transport.send(change());
        QTRY_VERIFY(strip.isVisible());
        QVERIFY(opened.empty());
        const auto buttons = strip.findChildren<QPushButton*>();
        QCOMPARE(buttons.size(), 2);
        for (QPushButton* button : buttons) {
            if (button->text() == shell::StepUpStrip::tr("Not now")) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(!strip.isVisible());
        QVERIFY(opened.empty());
    }

    void aFailedSignInIsSaidAndTheActStillWaits() {
        shell::StepUpStrip strip;
        QSignalSpy asked(&strip, &shell::StepUpStrip::signInAsked);
        strip.ask();
        strip.complain(QStringLiteral("Nobody signed in."));
        QVERIFY(strip.isVisible());
        for (QPushButton* button : strip.findChildren<QPushButton*>()) {
            if (button->text() == shell::StepUpStrip::tr("Try again")) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QCOMPARE(asked.count(), 1);
    }

    void theTimeOfTheSignInIsReadFromTheToken() {
        QCOMPARE(connect::signInOf(tokenSaying(R"({"auth_time":1800000000})")).toSecsSinceEpoch(), 1800000000);
        for (const QByteArray& none : {QByteArray("ghat_x"), QByteArray("a.b.c"), tokenSaying(R"({})"),
                                       tokenSaying(R"({"auth_time":"now"})"), QByteArray()}) {
            QVERIFY2(!connect::signInOf(none).isValid(), none.constData());
        }
    }

    void theClockCountsDownAndSaysWhenItIsOver() {
        QDateTime now = QDateTime::fromSecsSinceEpoch(1800000000, Qt::UTC);
        shell::SignInClock clock(nullptr, [&now] { return now; });
        QVERIFY(!clock.isVisibleTo(nullptr));
        clock.setUntil(now.addSecs(125));
        QCOMPARE(clock.text(),
                 shell::SignInClock::tr("Fresh sign-in %1:%2").arg(QStringLiteral("2"), QStringLiteral("05")));
        now = now.addSecs(124);
        clock.tick();
        QCOMPARE(clock.text(),
                 shell::SignInClock::tr("Fresh sign-in %1:%2").arg(QStringLiteral("0"), QStringLiteral("01")));
        now = now.addSecs(1);
        clock.tick();
        QCOMPARE(clock.text(), shell::SignInClock::tr("Sign-in not fresh"));
        clock.setUntil({});
        QVERIFY(!clock.isVisibleTo(nullptr));
    }

private:
    Scripted m_inner;
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstStepUp)
#include "tst_step_up.moc"
