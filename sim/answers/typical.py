"""How few members carry the sum of what all gain, in plain words."""

from .answer import Answer
from .headline import in_a_row


def carried_in_words(answer: Answer) -> list[str]:
    """Return a sentence on the members who gain most, policy by policy; nothing without groups.

    There is no share of a sum that may be chance.
    """
    told, untold = [], []
    for name in answer.networks:
        total = answer.effect(name, "members", "turnover_eur")
        if total["low"] > 0.0:
            top = answer.effect(name, "members", "top_gain_eur")
            told.append(carried(name, top["difference"] / total["difference"]))
        else:
            untold.append(name)
    sentences = []
    if told:
        who = "The 5 % of members who gain most in turnover carry"
        sentences.append(f"{who} {in_a_row(told)}.")
    if untold:
        sentences.append(f"Under {in_a_row(untold)} the sum may be chance.")
    return [" ".join(sentences)] if sentences else []


def carried(policy: str, share: float) -> str:
    """Return which share of a policy's sum the top carry.

    >>> carried("pbas", 0.5), carried("pbas", 1.5)
    ('50 % of the sum under pbas', '150 % of the sum under pbas (the others lose on balance)')
    """
    losing = " (the others lose on balance)" if share > 1.0 else ""
    return f"{100 * share:.0f} % of the sum under {policy}{losing}"
