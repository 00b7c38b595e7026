"""Faults that no proof can notice, because the rule stays the same: each judged by hand.

The key is the rule's room and name, and what was changed, as `python -m tests.rules.power` prints
it, with a number where the same change can be made at several places; the value says why nobody
could tell.
"""

from collections.abc import Iterator

NEVER_EQUAL = "a draw has an odd 53rd bit and is never equal to a share that anybody writes"
MASKED_LATER = "mix takes its argument modulo 2**64 itself"
NOTHING_EITHER_WAY = "at the edge both branches give the same"

BY_RULE: dict[str, dict[str, str]] = {
    "activities.looks_at_the_same": {
        "activity  ->  other  (2)": "once what they work on is the same, it is one thing"
    },
    "arithmetic.logistic": {
        "x < -500.0  ->  x <= -500.0": "below 1e-217",
        "500.0  ->  550.0": "below 1e-217",
    },
    "arithmetic.pick_by_weight": {
        "total <= 0.0  ->  total < 0.0": "where nothing weighs, nothing is chosen either",
        "-1  ->  1  (2)": "something that weighs is always chosen",
        "1  ->  2  (2)": "something that weighs is always chosen",
    },
    "chance.random_bits": {
        "u64(actor_key) + (counter * u64(_GAMMA) & u64(MASK)) & u64(MASK)  ->  "
        "u64(actor_key) + (counter * u64(_GAMMA) & u64(MASK))": MASKED_LATER,
        "counter * u64(_GAMMA) & u64(MASK)  ->  counter * u64(_GAMMA)": MASKED_LATER,
        "first + u64(partner_key) + u64(_GAMMA) & u64(MASK)  ->  "
        "first + u64(partner_key) + u64(_GAMMA)": MASKED_LATER,
    },
    "chance.laplace": {"u < 0.5  ->  u <= 0.5": NOTHING_EITHER_WAY},
    "chance.normal": {
        "u < 0.02425  ->  u <= 0.02425": "both formulas are good to 1.2e-9 there",
        "u > 0.97575  ->  u >= 0.97575": "both formulas are good to 1.2e-9 there",
    },
    "chance._poisson_part": {
        "k <= mean  ->  k < mean": "at the mean itself a count is likely: the loop goes on",
        "chance > 1e-17  ->  chance >= 1e-17": "no sum changes by a term so small",
        "1e-17  ->  1.1000000000000002e-17": "no sum changes by a term so small",
    },
    "chance.poisson": {"rest > 0.0  ->  rest >= 0.0": "a part of mean 0 counts 0"},
    "kinds.lived_at_founding": {
        "uniform(key, 0, LIVED, draw) < chance_to_have_lived(p, months, know_how, frequency)  ->  "
        "uniform(key, 0, LIVED, draw) <= chance_to_have_lived(p, months, know_how, frequency)": (
            NEVER_EQUAL
        ),
        "uniform(key, 0, AT_HOME, topic) < p.at_home_share  ->  "
        "uniform(key, 0, AT_HOME, topic) <= p.at_home_share": NEVER_EQUAL,
    },
    "kinds.university_has_studied": {
        "uniform(UNIVERSITY, 0, STUDIED, topic * N_KINDS + kind) < p.university_kinds_share  ->  "
        "uniform(UNIVERSITY, 0, STUDIED, topic * N_KINDS + kind) <= p.university_kinds_share": (
            NEVER_EQUAL
        )
    },
    "founding.assets_at_founding": {
        "uniform(key, 0, ASSETS, asset) < shares[asset]  ->  "
        "uniform(key, 0, ASSETS, asset) <= shares[asset]": NEVER_EQUAL
    },
    "founding.never_hosts": {
        "uniform(key, 0, MIND, HOSTING) < p.never_hosts_share  ->  "
        "uniform(key, 0, MIND, HOSTING) <= p.never_hosts_share": NEVER_EQUAL
    },
    "founding.exports_at_founding": {
        "uniform(key, 0, MIND, EXPORTING) < p.exporting_at_founding * export_practice ** 2  ->  "
        "uniform(key, 0, MIND, EXPORTING) <= p.exporting_at_founding * export_practice ** 2": (
            NEVER_EQUAL
        )
    },
    "firm_closing.income_shortfall": {
        "income <= 0.0 or enough <= 0.0  ->  income <= 0.0": "an income under enough, itself "
        "not above 0, is not above 0 either",
        "enough <= 0.0  ->  enough < 0.0": "an income under enough = 0 is below 0 itself",
    },
    "learning.learnt": {"distance <= 0.0  ->  distance < 0.0": NOTHING_EITHER_WAY},
    "learning.expertise_after_month": {"gap > 0.0  ->  gap >= 0.0": NOTHING_EITHER_WAY},
    "meeting.neighbour": {
        "place - step + came  ->  place - step - came": "modulo came it is the same",
        "place - step + came  ->  place - step": "modulo came it is the same",
    },
    "news.news_heard": {
        "uniform(key, month, purpose, talk * NEWS_ITEMS + item) < chance  ->  "
        "uniform(key, month, purpose, talk * NEWS_ITEMS + item) <= chance": NEVER_EQUAL
    },
    "founding.as_in_country": {
        "edges  ->  moved": "there are as many of both",
        "z_size <= edges[0]  ->  z_size < edges[0]": NOTHING_EITHER_WAY,
        "z_size < edges[k + 1]  ->  z_size <= edges[k + 1]": NOTHING_EITHER_WAY,
    },
    "people.works_with_kin": {
        "uniform(key, 0, MIND, KIN) < p.kin_share  ->  "
        "uniform(key, 0, MIND, KIN) <= p.kin_share": NEVER_EQUAL
    },
    "people.children_from_years": {"u >= p.parents_share  ->  u > p.parents_share": NEVER_EQUAL},
}


def judged() -> Iterator[tuple[str, str]]:
    """Yield rule and change of every fault that was found to be none."""
    for rule, changes in BY_RULE.items():
        for change in changes:
            yield rule, change
