"""Between meetings online: social media and the memo site."""

from talkoot.agents.acquaintances import chance_to_read_site, looks_in
from talkoot.agents.at_the_table import idea_after_post, know_how_of_ideas
from talkoot.agents.chance import uniform
from talkoot.agents.columns import NOBODY, POSTS_ANSWERED, SEATS, Firms, Groups, Ledger
from talkoot.agents.compiled import kernel
from talkoot.agents.contacts import N_CONTACTS, contacts_from_channel
from talkoot.agents.learning import learnt_from_text
from talkoot.agents.meeting import keenness
from talkoot.agents.parameters import Parameters
from talkoot.agents.problems import severity_after_answer
from talkoot.agents.purposes import CHANNEL, POST, READ
from talkoot.agents.requests import chance_to_answer_post
from talkoot.agents.scratch import Scratch
from talkoot.agents.topics import PRODUCT, SALES
from talkoot.scenarios.policy_arrays import Policy

from .process_contacts import could_tell
from .process_problems import has_lived_like
from .tracker_events import count_event


@kernel
def use_channel(
    p: Parameters,
    month: int,
    policy: Policy,
    firms: Firms,
    groups: Groups,
    ledger: Ledger,
    scratch: Scratch,
) -> None:
    """Let members tell contacts in their closed group on social media, look at ideas, and answer.

    Who belongs looks in. A post about a product idea gets feedback from all who do; one about a
    problem an answer from somebody who has lived through its kind.
    """
    for g in range(groups.key.size):
        k = groups.phase[g]
        if k == NOBODY or groups.size[g] < 2 or policy.channel[groups.arm[g], k] == 0:
            continue
        know_how = 0.0
        looking = 0
        for s in range(SEATS):
            scratch.begun[s] = 0
            i = groups.member[g, s]
            if i == NOBODY:
                continue
            if not looks_in(firms.belonging[i], uniform(firms.key[i], month, CHANNEL)):
                continue
            scratch.begun[s] = 1
            looking += 1
            know_how += know_how_of_ideas(firms.expertise[i, PRODUCT], firms.expertise[i, SALES])
        if looking < 2:
            continue
        for s in range(SEATS):
            if scratch.begun[s] == 0:
                continue
            i = groups.member[g, s]
            trust = 0.0
            for o in range(SEATS):
                if o != s and scratch.begun[o] == 1:
                    trust += groups.trust[g, s, o]
            trust /= looking - 1
            for kind in range(N_CONTACTS):
                worth = 0.0
                for o in range(SEATS):
                    if o == s or scratch.begun[o] == 0:
                        continue
                    j = groups.member[g, o]
                    worth += could_tell(p, i, j, kind, groups.trust[g, o, s], firms)
                firms.contacts[i, kind] += contacts_from_channel(p, worth / (looking - 1))
            if firms.need_topic[i] != NOBODY and firms.way_known[i] == 0:
                answer_post(p, month, g, i, firms, groups, ledger, scratch)
            if firms.idea[i] > 0.0:
                own = know_how_of_ideas(firms.expertise[i, PRODUCT], firms.expertise[i, SALES])
                firms.idea[i] = idea_after_post(
                    p, firms.idea[i], (know_how - own) / (looking - 1), trust
                )


@kernel
def answer_post(
    p: Parameters,
    month: int,
    g: int,
    i: int,
    firms: Firms,
    groups: Groups,
    ledger: Ledger,
    scratch: Scratch,
) -> None:
    """Let the keenest of those looking in who have lived through it answer a member's post."""
    keenest = 1.0
    helper = NOBODY
    for o in range(SEATS):
        j = groups.member[g, o]
        if scratch.begun[o] == 0 or j == i or not has_lived_like(j, i, firms):
            continue
        chance = chance_to_answer_post(p, groups.trust[g, o, firms.seat[i]])
        u = uniform(firms.key[j], month, POST, 0, firms.key[i])
        if u < chance and keenness(u, chance) < keenest:
            keenest = keenness(u, chance)
            helper = j
    if helper == NOBODY:
        return
    t = firms.need_topic[i]
    known = firms.expertise[helper, t]
    firms.severity[i] = severity_after_answer(p, firms.severity[i], known)
    firms.way_known[i] = 1
    count_event(ledger, POSTS_ANSWERED, i, g, other=helper, subject=t)


@kernel
def read_site(p: Parameters, month: int, firms: Firms, groups: Groups) -> None:
    """Let members with a problem read the memos of their own group and of those linked with it."""
    for g in range(groups.key.size):
        if groups.phase[g] == NOBODY:
            continue
        for s in range(SEATS):
            i = groups.member[g, s]
            if i == NOBODY or firms.need_topic[i] == NOBODY:
                continue
            if uniform(firms.key[i], month, READ) >= chance_to_read_site(p):
                continue
            t = firms.need_topic[i]
            level = groups.memo_level[g, t]
            # Linked groups of the same arm share their memo sites; others have their own only.
            if groups.linked[g] == 1:
                for h in range(groups.key.size):
                    if groups.linked[h] == 1 and groups.arm[h] == groups.arm[g]:
                        level = max(level, groups.memo_level[h, t])
            firms.expertise[i, t] += learnt_from_text(p, firms.expertise[i, t], level)
