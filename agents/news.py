"""News: items that an owner may have heard of, a grant or an offer, passed on in ordinary talks.

An owner's ``news`` is a bit mask. What is *rival* serves the listener at the teller's expense (a
grant with few places): competitors keep it to themselves as they keep contacts. The rest is told to
anybody. Nobody knows any item unless somebody was told (a trial seeds items), and then no draw is
made.
"""

from typing import Final

from .chance import uniform
from .compiled import rule
from .parameters import Parameters

NEWS_ITEMS: Final = 8
RIVAL_ITEMS: Final = 4
"""The first items are rival, the others not."""


@rule
def is_rival_item(item: int) -> bool:
    """Tell whether one who hears of an item takes something away from one who tells it.

    >>> is_rival_item(0), is_rival_item(RIVAL_ITEMS)
    (True, False)
    """
    return item < RIVAL_ITEMS


@rule
def chance_to_tell(p: Parameters, item: int, trust: float, novelty: float, rivals: bool) -> float:
    """Return the chance that an item comes up in one talk and is told.

    >>> from talkoot.agents.parameters import parameters
    >>> p = parameters(news_per_talk=0.2, rival_sharing=0.5)
    >>> chance_to_tell(p, 0, 1.0, 1.0, True), chance_to_tell(p, RIVAL_ITEMS, 1.0, 1.0, True)
    (0.1, 0.2)
    """
    sharing = p.rival_sharing if rivals and is_rival_item(item) else 1.0
    return p.news_per_talk * trust * novelty * sharing


@rule
def news_heard(
    p: Parameters,
    unknown: int,
    key: int,
    month: int,
    purpose: int,
    talk: int,
    trust: float,
    novelty: float,
    rivals: bool,
) -> int:
    """Return the bit mask of items heard in one talk; ``unknown`` are those only the other knows.

    The listener's own draw decides, one for each talk and item.
    """
    heard = 0
    for item in range(NEWS_ITEMS):
        if (unknown >> item) & 1 == 0:
            continue
        chance = chance_to_tell(p, item, trust, novelty, rivals)
        if uniform(key, month, purpose, talk * NEWS_ITEMS + item) < chance:
            heard |= 1 << item
    return heard
