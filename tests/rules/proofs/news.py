"""News passed on in talks."""

from talkoot.agents.news import NEWS_ITEMS, RIVAL_ITEMS, chance_to_tell, is_rival_item, news_heard
from talkoot.agents.purposes import NEWS

from ..draws import key_drawing
from ..proof import Proof, eg, near
from ..strategies import whole

TOLD = {"news_per_talk": 0.2, "rival_sharing": 0.25, "trust": 0.5, "novelty": 0.8}
ALL_TOLD = {"news_per_talk": 1.0, "rival_sharing": 0.0, "trust": 1.0, "novelty": 1.0}
TALK = {"month": 4, "purpose": NEWS, "talk": 2}


def listener(u: float, item: int) -> int:
    """Return the key of a listener who draws ``u`` for an item in the talk above."""
    return key_drawing(u, NEWS, 2 * NEWS_ITEMS + item, 4)


PROOFS = (
    Proof(
        is_rival_item,
        [eg(item < 4, item=item) for item in range(NEWS_ITEMS)],
        between=(0, 1),
        claims={"the first half": lambda c: c() is (c.item < RIVAL_ITEMS)},
    ),
    Proof(
        chance_to_tell,
        [
            eg(0.08, item=0, rivals=False, **TOLD),
            eg(0.02, item=0, rivals=True, **TOLD),  # a grant has few places
            eg(0.02, item=3, rivals=True, **TOLD),
            eg(0.08, item=4, rivals=True, **TOLD),  # an offer has many
        ],
        rises_with="trust novelty news_per_talk rival_sharing",
        falls_with="rivals",
        between=(0.0, 1.0),
        swaps=("trust", "novelty"),
        claims={
            "what serves all is told to rivals too": lambda c: (
                c(item=RIVAL_ITEMS, rivals=True) == c(item=RIVAL_ITEMS, rivals=False)
            ),
            "what is rival, as contacts are": lambda c: near(
                c(item=0, rivals=True), c.rival_sharing * c(item=0, rivals=False)
            ),
        },
    ),
    Proof(
        news_heard,
        [
            # the chance is 0.08: who draws less for item 6 hears of it, who draws more does not
            eg(64, unknown=64, key=listener(0.07, 6), rivals=False, **TALK, **TOLD),
            eg(0, unknown=64, key=listener(0.09, 6), rivals=False, **TALK, **TOLD),
            eg(0, unknown=128, key=listener(0.07, 6), rivals=False, **TALK | TOLD | {"trust": 0.0}),
            eg(1, unknown=1, key=listener(0.07, 0), rivals=False, **TALK, **TOLD),
            eg(0, unknown=1, key=listener(0.07, 0), rivals=True, **TALK, **TOLD),  # 0.02 to a rival
            # everything is told, to rivals all but the first four
            eg(0b10110101, unknown=0b10110101, key=1, rivals=False, **TALK, **ALL_TOLD),
            eg(0b10110000, unknown=0b10110101, key=1, rivals=True, **TALK, **ALL_TOLD),
            eg(0, unknown=0, key=1, rivals=False, **TALK, **ALL_TOLD),
        ],
        between=(0, 255),
        claims={
            "only what the other knows": lambda c: c() & ~c.unknown == 0,
            "items do not hang on each other": lambda c: (
                c() == sum(c(unknown=c.unknown & 1 << item) for item in range(NEWS_ITEMS))
            ),
            "trust adds, and takes nothing away": lambda c, share: (
                c(trust=share * c.trust) & ~c() == 0
            ),
            "rivals hear no more": lambda c: c(rivals=True) & ~c(rivals=False) == 0,
        },
        where={"purpose": whole(90, 91)},
    ),
)
