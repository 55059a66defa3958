// SPDX-License-Identifier: Apache-2.0
#include <semaphore>

#include <QtTest>

#include "base/environment.h"
#include "sandbox/hold.h"

namespace gatehouse::sandbox {

class HoldTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_news.clear();
        m_clock = std::make_unique<ManualClock>(fromMillis(1'000'000));
        http::CookieOptions cookies;
        cookies.secure = false;
        m_hold = std::make_unique<Hold>(*m_clock, cookies, [this](Hold::Change change, const HeldStep& step) {
            {
                const std::lock_guard lock(m_mutex);
                m_news.push_back(std::string(changeName(change)) + " " + step.told.step);
            }
            m_heard.release();
        });
    }
    void cleanup() {
        m_hold.reset();
        while (m_heard.try_acquire()) {
        }
    }

    void nothingIsHeldWhereNobodySwitchedItOn() {
        QVERIFY(!m_hold->any());
        QCOMPARE(keep("callback").body, std::string("the real answer"));
        QCOMPARE(m_hold->wait("acme", told("token"), real()).body, std::string("the real answer"));
        QVERIFY(m_hold->held("acme").empty());
    }
    void anotherTenantIsNotHeld() {
        m_hold->set("acme", true);
        QVERIFY(m_hold->any());
        QVERIFY(!m_hold->isOn("evil"));
        QCOMPARE(m_hold->keep("evil", "/sandbox/evil/held", told("callback"), real()).body,
                 std::string("the real answer"));
        QCOMPARE(m_hold->wait("evil", told("token"), real()).body, std::string("the real answer"));
    }
    void thePageThatWaitsSpeaksTheBrowsersLanguage() {
        m_hold->set("acme", true);
        Narration narration = told("callback");
        narration.language = web::Language::German;
        narration.key = "step.unmet";
        narration.value = "login_required";
        const http::Response page = m_hold->keep("acme", kPlace, narration, real());
        QVERIFY(page.body.find("Dieser Schritt wird angehalten") != std::string::npos);
        QVERIFY(page.body.find("mit dem Fehler login_required zur App") != std::string::npos);
        QVERIFY(page.body.find("This step") == std::string::npos);
    }
    void aBrowserGetsAPageThatWaitsUntilNext() {
        m_hold->set("acme", true);
        const http::Response page = keep("callback");
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.find("the real answer") == std::string::npos);
        QVERIFY(page.body.find("This step is held") != std::string::npos);
        QVERIFY(page.body.find("<script") == std::string::npos);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(poll(page).body.find("This step is held") != std::string::npos);
        }
        QVERIFY(m_hold->release("acme"));
        QCOMPARE(poll(page).body, std::string("the real answer"));
    }
    void theRealAnswerIsGivenOnce() {
        m_hold->set("acme", true);
        const http::Response page = keep("callback");
        QVERIFY(m_hold->release("acme"));
        const http::Response answer = poll(page);
        QCOMPARE(answer.status, 303);
        QCOMPARE(std::string(answer.headers.get("Location").value_or("")), std::string("https://app.example/?code=1"));
        const http::Response again = poll(page);
        QCOMPARE(again.status, 410);
        QVERIFY(!again.headers.get("Location"));
    }
    void anotherBrowserGetsNothing() {
        m_hold->set("acme", true);
        const http::Response page = keep("callback");
        QVERIFY(m_hold->release("acme"));
        http::Request request;
        request.path = addressOf(page);
        QCOMPARE(m_hold->poll(kPlace, request).status, 410); // no cookie
        request.headers.set("Cookie", "gatehouse_held=guessed");
        QCOMPARE(m_hold->poll(kPlace, request).status, 410);
        request.path = kPlace + "/guessed";
        QCOMPARE(m_hold->poll(kPlace, request).status, 410);
        request.path = kPlace;
        QCOMPARE(m_hold->poll(kPlace, request).status, 410);
        QCOMPARE(poll(page).body, std::string("the real answer")); // and it took nothing away
    }
    void aServersCallWaitsUntilNext() {
        m_hold->set("acme", true);
        Call call(*m_hold, "acme");
        m_heard.acquire(); // "held token"
        QVERIFY(!call.done);
        QCOMPARE(m_hold->held("acme").size(), std::size_t(1));
        QCOMPARE(m_hold->held("acme").front().told.step, std::string("token"));
        QVERIFY(m_hold->release("acme"));
        call.join();
        QCOMPARE(call.answer.body, std::string("the real answer"));
        QVERIFY(m_hold->held("acme").empty());
        QVERIFY(!m_hold->release("acme"));
    }
    void theOldestGoesFirstUnlessOneIsNamed() {
        m_hold->set("acme", true);
        const http::Response first = keep("authorize");
        const http::Response second = keep("callback");
        const http::Response third = keep("logout");
        const auto held = m_hold->held("acme");
        QCOMPARE(held.size(), std::size_t(3));
        QVERIFY(!m_hold->release("acme", "999"));
        QVERIFY(!m_hold->release("evil", held[1].id));
        QCOMPARE(m_hold->release("acme", held[1].id)->told.step, std::string("callback"));
        QCOMPARE(poll(second).body, std::string("the real answer"));
        QVERIFY(poll(first).body != "the real answer");
        QCOMPARE(m_hold->release("acme")->told.step, std::string("authorize"));
        QCOMPARE(m_hold->release("acme")->told.step, std::string("logout"));
        QCOMPARE(poll(third).body, std::string("the real answer"));
    }
    void switchingItOffLetsEverythingGo() {
        m_hold->set("acme", true);
        const http::Response page = keep("callback");
        Call call(*m_hold, "acme");
        m_heard.acquire();
        m_heard.acquire();
        m_hold->set("acme", false);
        call.join();
        QCOMPARE(call.answer.body, std::string("the real answer"));
        QVERIFY(!m_hold->any());
        QCOMPARE(poll(page).body, std::string("the real answer"));
    }
    void afterTenMinutesAStepIsGivenUpWithAnExplanation() {
        m_hold->set("acme", true);
        const http::Response page = keep("callback");
        Call call(*m_hold, "acme");
        m_heard.acquire();
        m_heard.acquire();
        m_clock->advance(Seconds(599));
        m_hold->expire();
        QCOMPARE(m_hold->held("acme").size(), std::size_t(2));
        m_clock->advance(Seconds(1));
        m_hold->expire();
        call.join();
        QCOMPARE(call.answer.status, 504);
        QVERIFY(call.answer.body.find("temporarily_unavailable") != std::string::npos);
        QVERIFY(call.answer.body.find("the real answer") == std::string::npos);
        const http::Response gone = poll(page);
        QCOMPARE(gone.status, 504);
        QVERIFY(gone.body.find("ten minutes") != std::string::npos);
        QVERIFY(!m_hold->release("acme"));
        QVERIFY(std::count(m_news.begin(), m_news.end(), "timed-out callback") == 1);
    }
    void anAnswerThatNobodyFetchesIsForgotten() {
        m_hold->set("acme", true);
        const http::Response page = keep("callback");
        QVERIFY(m_hold->release("acme"));
        m_clock->advance(Seconds(601));
        QCOMPARE(poll(page).status, 410);
    }
    void whatIsDroppedIsExplained() {
        m_hold->set("acme", true);
        const http::Response page = keep("callback");
        QCOMPARE(m_hold->drop("evil"), std::size_t(0));
        QCOMPARE(m_hold->drop("acme"), std::size_t(1));
        QCOMPARE(poll(page).status, 503);
    }
    void beyondAHundredStepsAreRefused() {
        m_hold->set("acme", true);
        m_hold->set("other", true);
        for (std::size_t i = 0; i < Hold::kMostSteps; ++i) {
            (void)keep("callback");
        }
        QCOMPARE(keep("callback").status, 503);
        QCOMPARE(m_hold->wait("acme", told("token"), real()).status, 503);
        QCOMPARE(m_hold->keep("other", "/sandbox/other/held", told("callback"), real()).status, 200);
        QCOMPARE(m_hold->releaseAll("acme"), Hold::kMostSteps);
        QCOMPARE(m_hold->held("other").size(), std::size_t(1));
    }
    void whatIsComputedLaterIsFetchedOnce() {
        m_hold->set("acme", true);
        std::binary_semaphore go(0);
        const http::Response page = m_hold->later("acme", kPlace, web::Language::English, [&] {
            go.acquire();
            return real();
        });
        QVERIFY(page.body.find("The app is waiting") != std::string::npos);
        QVERIFY(poll(page).body.find("The app is waiting") != std::string::npos);
        QVERIFY(m_hold->held("acme").empty()); // nothing to release
        QVERIFY(!m_hold->release("acme"));
        go.release();
        http::Response answer; // fetched once, however often it is looked at
        const auto fetched = [&] {
            if (answer.status != 303) {
                answer = poll(page);
            }
            return answer.body;
        };
        QTRY_COMPARE(fetched(), std::string("the real answer"));
        QCOMPARE(poll(page).status, 410);
    }
    void stoppingLetsEverybodyGoAndHoldsNothingAfterwards() {
        m_hold->set("acme", true);
        const http::Response page = keep("callback");
        Call call(*m_hold, "acme");
        m_heard.acquire();
        m_heard.acquire();
        m_hold->stop();
        call.join();
        QCOMPARE(call.answer.status, 503);
        QCOMPARE(poll(page).status, 503);
        m_hold->set("acme", true);
        QVERIFY(!m_hold->any());
        QCOMPARE(keep("callback").body, std::string("the real answer"));
        m_hold->stop();
    }

private:
    /// A server's call on a thread of its own.
    struct Call {
        Call(Hold& hold, const std::string& tenant)
            : thread([this, &hold, tenant] {
                answer = hold.wait(tenant, told("token"), real());
                done = true;
            }) {}
        ~Call() { join(); }
        void join() {
            if (thread.joinable()) {
                thread.join();
            }
        }
        http::Response answer;
        std::atomic<bool> done{false};
        std::thread thread;
    };
    static Narration told(const std::string& step) {
        Narration told;
        told.step = step;
        told.direction = "to-browser";
        told.from = "Gatehouse";
        told.to = "Browser";
        told.caption = "What.";
        return told;
    }
    static http::Response real() {
        http::Response response;
        response.status = 303;
        response.headers.set("Location", "https://app.example/?code=1");
        response.body = "the real answer";
        return response;
    }
    http::Response keep(const std::string& step) { return m_hold->keep("acme", kPlace, told(step), real()); }
    static std::string addressOf(const http::Response& page) {
        const std::string refresh(page.headers.get("Refresh").value_or(""));
        return refresh.substr(refresh.find('/'));
    }
    http::Response poll(const http::Response& page) {
        http::Request request;
        request.method = "GET";
        request.path = addressOf(page);
        const std::string cookie(page.headers.get("Set-Cookie").value_or(""));
        request.headers.set("Cookie", cookie.substr(0, cookie.find(';')));
        return m_hold->poll(kPlace, request);
    }

    const std::string kPlace = "/sandbox/acme/held";
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<Hold> m_hold;
    std::mutex m_mutex;
    std::vector<std::string> m_news;
    std::counting_semaphore<> m_heard{0};
};

} // namespace gatehouse::sandbox

QTEST_GUILESS_MAIN(gatehouse::sandbox::HoldTest)
#include "tst_hold.moc"
