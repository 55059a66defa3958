// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <atomic>
#include <functional>
#include <semaphore>
#include <thread>
#include <vector>

#include "http/worker_pool.h"

using namespace gatehouse;
using http::JobStack;
using http::WorkerPool;

namespace {

class Work final : public http::Job {
public:
    explicit Work(std::function<void()> what)
        : m_what(std::move(what)) {}
    void run() noexcept override { m_what(); }

private:
    std::function<void()> m_what;
};

std::shared_ptr<Work> work(std::function<void()> what) {
    return std::make_shared<Work>(std::move(what));
}

/// Waits as the store does.
class Gate {
public:
    void wait() {
        m_parking = Parking::here();
        m_waits.release();
        if (m_parking != nullptr) {
            m_parking->park();
        } else {
            m_open.acquire();
        }
    }
    void untilSomebodyWaits() { m_waits.acquire(); }
    void open() {
        if (m_parking != nullptr) {
            m_parking->resume();
        } else {
            m_open.release();
        }
    }

private:
    Parking* m_parking = nullptr;
    std::counting_semaphore<1> m_waits{0};
    std::counting_semaphore<1> m_open{0};
};

} // namespace

class TestWorkerPool : public QObject {
    Q_OBJECT
private slots:
    void outsideOfAPoolThereIsNoParking() { QVERIFY(Parking::here() == nullptr); }

    void aParkedJobLeavesItsThreadToOthers() {
        if (!JobStack::isSupported()) {
            QSKIP("sanitizers do not know these stacks");
        }
        WorkerPool pool(1, 10);
        Gate gate;
        std::atomic<int> step{0};
        std::binary_semaphore other{0};
        std::binary_semaphore first{0};
        QVERIFY(pool.submit(work([&] {
            gate.wait();
            step = step == 1 ? 2 : -1;
            first.release();
        })));
        gate.untilSomebodyWaits();
        QVERIFY(pool.submit(work([&] {
            step = 1;
            other.release();
        })));
        other.acquire(); // the only worker was free
        gate.open();
        first.acquire();
        QCOMPARE(step.load(), 2);
    }

    void whatIsOnTheStackIsStillThereOnAnotherThread() {
        WorkerPool pool(4, 100);
        std::vector<std::unique_ptr<Gate>> gates;
        std::atomic<int> good{0};
        std::counting_semaphore<64> done{0};
        for (int i = 0; i < 4; ++i) {
            gates.push_back(std::make_unique<Gate>());
        }
        for (int i = 0; i < 4; ++i) {
            QVERIFY(pool.submit(work([&, i] {
                std::vector<int> mine(100, i);
                gates[std::size_t(i)]->wait();
                good += mine == std::vector<int>(100, i) ? 1 : 0;
                done.release();
            })));
        }
        for (const auto& gate : gates) {
            gate->untilSomebodyWaits();
        }
        for (auto gate = gates.rbegin(); gate != gates.rend(); ++gate) {
            (*gate)->open();
        }
        for (int i = 0; i < 4; ++i) {
            done.acquire();
        }
        QCOMPARE(good.load(), 4);
    }

    void resumingBeforeTheJobHasLeftLosesNothing() {
        if (!JobStack::isSupported()) {
            QSKIP("sanitizers do not know these stacks");
        }
        WorkerPool pool(2, 10000);
        std::atomic<int> finished{0};
        std::counting_semaphore<2000> done{0};
        for (int i = 0; i < 2000; ++i) {
            QVERIFY(pool.submit(work([&] {
                Parking* parking = Parking::here();
                parking->resume(); // first, from its own thread
                parking->park();
                ++finished;
                done.release();
            })));
        }
        for (int i = 0; i < 2000; ++i) {
            done.acquire();
        }
        QCOMPARE(finished.load(), 2000);
    }

    void stoppingWaitsForWhatIsParkedAndDropsWhatHasNotBegun() {
        Gate gate;
        std::atomic<int> finished{0};
        std::atomic<int> dropped{0};
        WorkerPool pool(1, 10);
        QVERIFY(pool.submit(work([&] {
            gate.wait();
            ++finished;
        })));
        gate.untilSomebodyWaits();
        std::thread opener([&] { gate.open(); });
        pool.stop();
        opener.join();
        QCOMPARE(finished.load(), 1);
        QVERIFY(!pool.submit(work([&] { ++dropped; })));
        QCOMPARE(dropped.load(), 0);
    }

    void aFullQueueRefuses() {
        WorkerPool pool(1, 1);
        std::binary_semaphore begun{0};
        std::binary_semaphore go{0};
        std::binary_semaphore last{0};
        QVERIFY(pool.submit(work([&] {
            begun.release();
            go.acquire();
        })));
        begun.acquire();
        QVERIFY(pool.submit(work([&] { last.release(); })));
        QVERIFY(!pool.submit(work([] {})));
        go.release();
        last.acquire();
    }
};

QTEST_GUILESS_MAIN(TestWorkerPool)
#include "tst_worker_pool.moc"
