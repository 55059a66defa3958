// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gatehouse {

/// How code that waits for another thread (the store's commit) leaves its own thread free meanwhile. Whoever runs work
/// on stacks that can be left offers one; elsewhere there is none, and waiting blocks.
class Parking {
public:
    Parking() = default;
    Parking(const Parking&) = delete;
    Parking& operator=(const Parking&) = delete;

    /// Of the code that runs on this thread now, or nullptr.
    [[nodiscard]] static Parking* here();
    /// Leaves the thread until resume(), and goes on on whichever thread comes: hold no lock.
    virtual void park() = 0;
    /// Once for each park(), from any thread; it may come first.
    virtual void resume() = 0;

protected:
    ~Parking() = default;
    /// What here() gives on this thread from now on.
    static void enter(Parking* parking);
};

} // namespace gatehouse
