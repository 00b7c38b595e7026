"""Cutting what is missing into orders of a few seconds, by how fast the last ones went."""

from collections import deque
from collections.abc import Iterable
from dataclasses import replace

from .orders import MOST_BYTES, Order, Task

FIRST_WAVES = 3  # of an order whose pace nobody knows
SHORTEST_S, USUAL_S, LONGEST_S = 2.0, 10.0, 60.0
MOST_ORDERS = 200  # per worker, as long as they stay below LONGEST_S
MOST_REPLICATIONS = 5_000  # of an order, so that its tables fit into memory


class Pending:
    """What is still to be done, and in which pieces.

    >>> pending = Pending([Task("a", "{}", 0, 9, "")], threads=1)
    >>> pending.take(workers=2)[0]
    (Task(key='a', changes='{}', first=0, last=2, line=''),)
    >>> pending.learn(0.5)
    >>> pending.take(workers=2)[0][0].last
    6
    """

    def __init__(self, tasks: Iterable[Task], threads: int) -> None:
        self._tasks = deque(tasks)
        self._alone: deque[Order] = deque()
        self._threads = threads
        self._left = count_replications(self._tasks)
        self._pace_s: float | None = None

    def __bool__(self) -> bool:
        return bool(self._tasks or self._alone)

    def learn(self, pace_s: float) -> None:
        """Hear how many seconds a replication takes a worker."""
        known = self._pace_s
        self._pace_s = pace_s if known is None else 0.5 * (known + pace_s)

    def take(self, workers: int) -> tuple[Order, bool]:
        """Return the next order, and whether it is to be done alone for safety."""
        if self._alone:
            return self._alone.popleft(), True
        most = self._size(workers)
        order: list[Task] = []
        taken = size = 0
        while self._tasks and taken < most and size < MOST_BYTES:
            task = self._tasks.popleft()
            (task,), rest = split((task,), most - taken)
            self._tasks.extendleft(rest)
            order.append(task)
            taken += len(task)
            size += task.size
        self._left -= taken
        return tuple(order), False

    def put_back(self, tasks: Order) -> None:
        """Take tasks back; they come first now."""
        self._tasks.extendleft(reversed(tasks))
        self._left += count_replications(tasks)

    def put_alone(self, order: Order) -> None:
        """Ask for an order that is done alone, before all others."""
        self._alone.append(order)

    @property
    def suspects_one(self) -> bool:
        """Tell whether the next order is a single replication that may kill its worker."""
        return bool(self._alone) and count_replications(self._alone[0]) == 1

    def _size(self, workers: int) -> int:
        """Return how many replications the next order has."""
        if self._pace_s is None:
            return FIRST_WAVES * self._threads
        left_s = self._left * self._pace_s / workers
        usual_s = max(USUAL_S, min(LONGEST_S, left_s / MOST_ORDERS))
        seconds = max(SHORTEST_S, min(usual_s, left_s / 2.0))
        fair = -(-self._left // workers)
        return max(1, min(int(seconds / max(self._pace_s, 1e-6)), fair, MOST_REPLICATIONS))


def split(order: Order, at: int) -> tuple[Order, Order]:
    """Return the first ``at`` replications of an order, and the rest.

    >>> task = Task("a", "{}", 0, 3, "")
    >>> [[(t.first, t.last) for t in side] for side in split((task, task), 5)]
    [[(0, 3), (0, 0)], [(1, 3)]]
    """
    before, after = [], []
    for task in order:
        middle = task.first + min(at, len(task))
        before.append(replace(task, last=middle - 1))
        after.append(replace(task, first=middle))
        at -= middle - task.first
    return tuple(filter(len, before)), tuple(filter(len, after))


def singles(order: Order) -> list[Order]:
    """Return an order's replications, each an order of its own."""
    return [
        (replace(task, first=replication, last=replication),)
        for task in order
        for replication in range(task.first, task.last + 1)
    ]


def count_replications(tasks: Iterable[Task]) -> int:
    """Return the number of replications."""
    return sum(map(len, tasks))
