// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/together.h"

#include <latch>
#include <thread>

namespace gatehouse::flows {

void together(int count, const std::function<void(int)>& work) {
    std::latch ready(count);
    std::vector<std::thread> threads;
    threads.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i) {
        threads.emplace_back([&, i] {
            ready.arrive_and_wait();
            work(i);
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
}

std::vector<Answer> answersOf(int count, const std::function<Answer(int)>& ask) {
    std::vector<Answer> answers(static_cast<std::size_t>(count));
    together(count, [&](int i) { answers[std::size_t(i)] = ask(i); });
    return answers;
}

Outcome outcomeOf(const std::vector<Answer>& answers) {
    Outcome out;
    for (const Answer& answer : answers) {
        out.won += answer.status == 200 || !answer.at("code").empty() ? 1 : 0;
        out.failed += answer.status >= 500 ? 1 : 0;
    }
    return out;
}

} // namespace gatehouse::flows
