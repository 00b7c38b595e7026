"""What a facilitator could write of a change that the model alone knows in numbers.

Nobody at a table sees by how much a severity fell. Where one word gives way to the next is a
matter of telling; nothing in the model reads it.
"""

from math import inf

GRADES = {
    "nearer": (
        (0.05, "hardly nearer a solution"),
        (0.2, "somewhat nearer a solution"),
        (0.5, "a good deal nearer a solution"),
        (inf, "most of the way to a solution"),
    ),
    "inclined": (
        (-0.03, "less inclined to it"),
        (0.03, "as inclined to it as before"),
        (0.08, "somewhat more inclined to it"),
        (inf, "much more inclined to it"),
    ),
    "surer": ((0.01, "no surer"), (0.03, "a little surer"), (inf, "surer")),
    "advice": ((0.02, "hardly anything"), (0.06, "something"), (inf, "a good deal")),
    "news": ((0.01, "hardly any"), (0.3, "some"), (inf, "much")),
    "seen": ((0.005, "hardly anything"), (0.02, "something"), (inf, "a good deal")),
    "known": ((0.03, "hardly better"), (0.15, "better"), (inf, "much better")),
}
"""Words for a change below a number, smallest first, by their name in `activities.csv`."""


def graded(name: str, change: float) -> str:
    """Return a change in the words of a grade.

    >>> [graded("nearer", change) for change in (0.02, 0.86)]
    ['hardly nearer a solution', 'most of the way to a solution']
    """
    return next(words for below, words in GRADES[name] if change < below)
