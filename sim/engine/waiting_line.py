"""Lines of people who wait: each one's place in the line of a catchment, by keyed priority."""

from talkoot.agents.arithmetic import first_of, in_one_word, second_of
from talkoot.agents.columns import Array, Firms
from talkoot.agents.compiled import kernel
from talkoot.agents.scratch import Scratch


@kernel
def count_those_before(waiting: int, firms: Firms, scratch: Scratch) -> None:
    """Set each one's place in the line of its own catchment: how many have a lower priority.

    Those of equal priority have the same place. Reads the first ``waiting`` of ``rows`` and
    ``priority``; afterwards ``priority`` is sorted, and ``heard`` says who stands where.
    """
    who, priority = scratch.heard, scratch.priority
    # One word holds catchment and place in the queue, so that sorting moves both together.
    for a in range(waiting):
        who[a] = in_one_word(int(firms.catchment[scratch.rows[a]]), a)
    sort_by_line(waiting, who, priority)
    first, before = 0, 0
    for stands in range(waiting):
        same_line = stands > 0 and first_of(who[stands]) == first_of(who[stands - 1])
        if not same_line:
            first = stands
        if not same_line or priority[stands] != priority[stands - 1]:
            before = stands - first
        scratch.place[second_of(who[stands])] = before


@kernel
def sort_by_line(n: int, who: Array, priority: Array) -> None:
    """Sort the first ``n`` by catchment, the upper half of ``who``, then by ``priority``.

    Heapsort (Williams 1964): a kernel may not allocate, and a line can be as long as the region.
    """
    for root in range(n // 2 - 1, -1, -1):
        sink(root, n, who, priority)
    for last in range(n - 1, 0, -1):
        swap(0, last, who, priority)
        sink(0, last, who, priority)


@kernel
def sink(root: int, n: int, who: Array, priority: Array) -> None:
    """Let what stands at ``root`` of the heap sink below all that come after it."""
    while 2 * root + 1 < n:
        child = 2 * root + 1
        if child + 1 < n and comes_before(child, child + 1, who, priority):
            child += 1
        if not comes_before(root, child, who, priority):
            return
        swap(root, child, who, priority)
        root = child


@kernel
def comes_before(a: int, b: int, who: Array, priority: Array) -> bool:
    """Tell whether ``a`` comes before ``b``."""
    line_a, line_b = first_of(who[a]), first_of(who[b])
    return line_a < line_b or (line_a == line_b and priority[a] < priority[b])


@kernel
def swap(a: int, b: int, who: Array, priority: Array) -> None:
    """Let two change places."""
    who[a], who[b] = who[b], who[a]
    priority[a], priority[b] = priority[b], priority[a]
