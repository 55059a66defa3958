// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "scim/sync/plan.h"

namespace gatehouse::scim::sync {

/// What became of a step.
struct Outcome {
    enum class State {
        Done,
        Refused, ///< the target will not take it as it is: asking again is no use
        Failed,  ///< it may be taken another time
        Still,   ///< the source has it after all: nothing was done
    };
    State state = State::Done;
    std::string detail; ///< what the target said
};
[[nodiscard]] std::string_view stateName(Outcome::State state); ///< "done", "refused", "failed", "still-there"

/// What the target can.
struct Abilities {
    bool patch = true;
};
/// What it says of itself (RFC 7643, 5); a service that says nothing is taken to know PATCH.
[[nodiscard]] Result<Abilities> readAbilities(Service& target);

/// Performs the steps of a plan at the target, one after the other, and keeps `links` up with what was done. Attributes
/// are written one operation each, with its path; members in parts of a hundred. What is there already (409) is found
/// by its externalId or name, and taken over if it is nobody else's. Whoever seems to be gone from the source is asked
/// for there before anything is ended: a list that moved while it was read ends nobody's access.
class Applier {
public:
    struct Parts {
        Service& target;
        Links& links;
        const ResourceType& users;
        const ResourceType& groups;
        Abilities abilities;
        /// Asks the source whether somebody, or a group, is really gone.
        std::function<Result<bool>(Kind, const std::string& id)> isGone;
        /// After each step; false: begin no more.
        std::function<bool(const Step&, const Outcome&)> settled;
    };
    explicit Applier(Parts parts);
    void run(const Plan& plan);

private:
    using Performed = Result<Outcome> (Applier::*)(const Step&);
    /// False: begin no more. `goesOn`: if it was done, another call says so.
    [[nodiscard]] bool settle(const Step& step, Performed how, bool goesOn = false);
    [[nodiscard]] bool nameManagers();
    [[nodiscard]] Result<Outcome> perform(const Step& step);
    [[nodiscard]] Result<Outcome> create(const Step& step);
    [[nodiscard]] Result<Outcome> fill(const Step& step);
    [[nodiscard]] Result<Outcome> takeOver(const Step& step, const Reply& conflict);
    [[nodiscard]] Result<Outcome> update(const Step& step, bool alsoMembers);
    [[nodiscard]] Result<Outcome> end(const Step& step);
    [[nodiscard]] Result<Reply> write(const Step& step);
    [[nodiscard]] Result<Reply> writeMembers(const Step& step);
    [[nodiscard]] Result<Reply> replaceWhole(const Step& step);
    void remember(const Step& step, const std::string& target);
    void rememberRefusal(const Step& step, const Outcome& outcome);
    [[nodiscard]] const ResourceType& typeOf(const Step& step) const;
    [[nodiscard]] std::string pathOf(const Step& step, const std::string& id) const;

    Parts m_parts;
    Ids m_ids;                       ///< at the source to at the target, of people and groups
    std::vector<Step> m_withManager; ///< made before their manager was
};

/// What a target would not take last time and would be sent again: nothing else has changed since.
[[nodiscard]] bool wasRefused(const Step& step, const Links& links);

} // namespace gatehouse::scim::sync
