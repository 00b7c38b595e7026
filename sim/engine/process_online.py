"""Between meetings online: social media and the memo site."""

from talkoot.agents.acquaintances import chance_to_post, chance_to_read_site
from talkoot.agents.chance import uniform
from talkoot.agents.columns import NOBODY, SEATS, Firms, Groups
from talkoot.agents.compiled import kernel
from talkoot.agents.learning import learnt_from_memo, tips_from_channel
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import CHANNEL, READ
from talkoot.scenarios.policy_arrays import Policy


@kernel
def use_channel(p: Parameters, month: int, policy: Policy, firms: Firms, groups: Groups) -> None:
    """Let members pass tips in their closed group on social media: explicit, small, to all."""
    for g in range(groups.key.size):
        k = groups.phase[g]
        if k == NOBODY or groups.size[g] < 2 or policy.channel[groups.arm[g], k] == 0:
            continue
        for s in range(SEATS):
            i = groups.member[g, s]
            if i == NOBODY:
                continue
            if uniform(firms.key[i], month, CHANNEL) >= chance_to_post(firms.belonging[i]):
                continue
            trust = 0.0
            for o in range(SEATS):
                if o != s and groups.member[g, o] != NOBODY:
                    trust += groups.trust[g, o, s]
            firms.tips[i] += tips_from_channel(p, trust) / (groups.size[g] - 1)


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
            firms.expertise[i, t] += learnt_from_memo(p, firms.expertise[i, t], level)
