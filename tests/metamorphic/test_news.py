"""News moves nothing but who knows it, and competitors matter for what is rival only."""

import numpy as np

from talkoot.agents.columns import ACTIVE
from talkoot.agents.news import RIVAL_ITEMS

from ..reference import evening, people
from .faults import afterwards, instead
from .relation import asked, relation
from .worlds import differing, phase, policy

TALKATIVE = {"news_per_talk": 0.8, "talk_chance": 0.8}
NO_CONTACTS = {"contacts_per_talk": 0.0, "contacts_on_request": 0.0, "contacts_from_channel": 0.0}
"""What rivals keep to themselves of the market is no news."""
NEWS = "Firms.news"


def tell(item):
    """Tell an item to every fourth firm."""

    def seed(state):
        rows = np.flatnonzero(state.firms.status == ACTIVE)
        key = state.firms.key[rows]
        state.firms.news[rows[key % np.uint64(4) == 0]] = 1 << item

    return seed


def distracted(m):
    """Forget the evening's belonging over the news."""
    for f in m.firms:
        if f.news and f.group is not None:
            f.belonging *= 0.9


@relation(afterwards(evening, "note", distracted))
def news_moves_nothing_but_who_knows_it(live):
    found = differing(live(**TALKATIVE), live(after=tell(0), **TALKATIVE))
    return [name for name in found if name != NEWS] if NEWS in found else ["nobody heard"]


def always_rival(p, item, trust, novelty, rivals):
    """Treat every item as rival."""
    return p.news_per_talk * trust * novelty * (p.rival_sharing if rivals else 1.0)


@relation(instead(people, "chance_to_tell", always_rival))
def what_rivals_share_is_no_matter_for_what_is_not_rival(live):
    worlds = [
        live(after=tell(RIVAL_ITEMS), rival_sharing=share, **(TALKATIVE | NO_CONTACTS))
        for share in (0.0, 1.0)
    ]
    return [name for name in differing(*worlds) if name == NEWS]


def one_for_all(p, item, trust, novelty, rivals):
    """Tell anybody anything."""
    return p.news_per_talk * trust * novelty


@relation(instead(people, "chance_to_tell", one_for_all))
def rivals_who_share_nothing_tell_no_rival_item(live):
    alike = policy(phase())
    silent, open_ = (
        live(alike, after=tell(0), rival_sharing=share, **(TALKATIVE | NO_CONTACTS))
        for share in (0.0, 1.0)
    )
    heard = [int((world[NEWS] > 0).sum()) for world in (silent, open_)]
    return [] if heard[0] < heard[1] else [f"{heard} heard"]


test_relation = asked(__name__)
