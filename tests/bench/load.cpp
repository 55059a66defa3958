// SPDX-License-Identifier: Apache-2.0
#include "load.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace gatehouse::bench {
namespace {

double percentile(const std::vector<double>& sorted, double share) {
    return sorted.empty() ? 0 : sorted[std::min(sorted.size() - 1, std::size_t(share * double(sorted.size())))];
}

Measured summarize(std::vector<double> times, Clock::duration duration) {
    std::sort(times.begin(), times.end());
    Measured out;
    out.count = times.size();
    out.seconds = std::chrono::duration<double>(duration).count();
    out.perSecond = double(out.count) / out.seconds;
    out.p50 = percentile(times, 0.50);
    out.p95 = percentile(times, 0.95);
    out.p99 = percentile(times, 0.99);
    return out;
}

double millisBetween(Clock::time_point from, Clock::time_point to) {
    return std::chrono::duration<double, std::milli>(to - from).count();
}

/// Runs `each(work, times)` on every worker until it returns, while the caller keeps the borders of the counted time.
std::vector<double> onWorkers(int workers, const MakeWork& make,
                              const std::function<void(const Work&, std::vector<double>&)>& each,
                              const std::function<void()>& meanwhile) {
    std::vector<double> all;
    std::mutex mutex;
    std::vector<std::thread> threads;
    threads.reserve(std::size_t(workers));
    for (int i = 0; i < workers; ++i) {
        threads.emplace_back([&, i] {
            const Work work = make(i);
            std::vector<double> times;
            each(work, times);
            const std::scoped_lock lock(mutex);
            all.insert(all.end(), times.begin(), times.end());
        });
    }
    meanwhile();
    for (std::thread& thread : threads) {
        thread.join();
    }
    return all;
}

} // namespace

Measured runFlatOut(int workers, std::chrono::milliseconds warmUp, std::chrono::milliseconds duration,
                    const MakeWork& make, const std::function<void()>& atStart, const std::function<void()>& atEnd) {
    const Clock::time_point from = Clock::now() + warmUp;
    const Clock::time_point until = from + duration;
    const auto each = [&](const Work& work, std::vector<double>& times) {
        for (Clock::time_point begun = Clock::now(); begun < until;) {
            work();
            const Clock::time_point ended = Clock::now();
            if (ended >= from && ended < until) {
                times.push_back(millisBetween(begun, ended));
            }
            begun = ended;
        }
    };
    return summarize(onWorkers(workers, make, each,
                               [&] {
                                   std::this_thread::sleep_until(from);
                                   if (atStart) {
                                       atStart();
                                   }
                                   std::this_thread::sleep_until(until);
                                   if (atEnd) {
                                       atEnd();
                                   }
                               }),
                     duration);
}

Measured runPaced(int workers, double perSecond, std::chrono::milliseconds duration, const MakeWork& make,
                  const std::function<void()>& atStart, const std::function<void()>& atEnd) {
    const Clock::time_point from = Clock::now() + std::chrono::milliseconds(300);
    const Clock::time_point until = from + duration;
    const auto interval = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(1 / perSecond));
    std::atomic<long> next{0};
    const auto each = [&](const Work& work, std::vector<double>& times) {
        for (;;) {
            const Clock::time_point due = from + interval * next.fetch_add(1);
            if (due >= until) {
                return;
            }
            std::this_thread::sleep_until(due);
            work();
            times.push_back(millisBetween(due, Clock::now()));
        }
    };
    return summarize(onWorkers(workers, make, each,
                               [&] {
                                   std::this_thread::sleep_until(from);
                                   if (atStart) {
                                       atStart();
                                   }
                                   std::this_thread::sleep_until(until);
                                   if (atEnd) {
                                       atEnd();
                                   }
                               }),
                     duration);
}

} // namespace gatehouse::bench
