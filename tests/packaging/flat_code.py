"""Flat code that Numba needs, made from lists: ``make docs`` writes it, a test compares.

Kernels can neither loop over functions nor look a parameter up by name. What such a loop would do
is written out, one line per entry of the list of activities or of the month's schedule.
"""

import inspect
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from talkoot.agents.activity_list import ACTIVITIES

ROOT = Path(__file__).resolve().parents[2]

NUMBERS = '''\
"""Parameters of activities, by number. Made by `make docs` from activities.csv: change that."""

from .compiled import rule
from .parameters import Parameters


@rule
def minutes_of(p: Parameters, activity: int) -> float:
    """Return how many minutes of an evening an activity takes."""
    minutes = (
{% for name in activities %}
        p.minutes_{{ name }},
{% endfor %}
    )
    return minutes[activity]


@rule
def inclination(p: Parameters, activity: int) -> float:
    """Return how readily a group takes up an activity that is possible; 0 = never."""
    readiness = (
{% for name in activities %}
        p.inclination_{{ name }},
{% endfor %}
    )
    return readiness[activity]
'''

DISPATCH = '''\
"""Activities by number. Made by `make docs` from agents/activities.csv: change that."""

from talkoot.agents.columns import Firms, Groups, Ledger
from talkoot.agents.compiled import part
from talkoot.agents.parameters import Parameters
from talkoot.agents.scratch import Scratch

{% for name in activities | sort %}
from . import activity_{{ name }} as {{ name }}
{% endfor %}


@part
def look_for_activity(
    p: Parameters, activity: int, g: int, firms: Firms, groups: Groups, scratch: Scratch
) -> None:
    """See whether an activity is possible, who would begin it and how pressing it is."""
{% for name in activities %}
    {{ "if" if loop.first else "elif" }} activity == {{ loop.index0 }}:
        {{ name }}.look_for(p, g, firms, groups, scratch)
{% endfor %}


@part
def do_activity(
    p: Parameters,
    month: int,
    activity: int,
    g: int,
    firms: Firms,
    groups: Groups,
    ledger: Ledger,
    scratch: Scratch,
) -> float:
    """Do one activity; return what changed for who began it."""
{% for name in activities %}
    if activity == {{ loop.index0 }}:
        return {{ name }}.do(p, month, g, firms, groups, ledger, scratch)
{% endfor %}
    return 0.0
'''

MONTHS = '''\
"""The month, compiled: the schedule of month.py. Made by `make docs` from that: change it there."""

from talkoot.agents.columns import Array
from talkoot.agents.compiled import entry
from talkoot.agents.parameters import Parameters

from . import (
{% for module in modules %}
    {{ module }},
{% endfor %}
)
from .month import State


@entry
def run_months(p: Parameters, first: int, state: State, record: Array) -> None:
    """Advance by ``record.shape[0]`` months from month ``first``; (months, METRICS) float64."""
    environment, policy, types, firms, groups, ventures, ledger, scratch = state
    for m in range(record.shape[0]):
        month = first + m
{% for call in calls %}
{% if "list_active" in call %}
        # Rows of all who will ever be founded exist from the start; loops see the living only.
{% endif %}
        {{ call }}
{% endfor %}
'''


def flat(template: str, **told: object) -> str:
    """Return a template filled in, in the form that `ruff format` leaves."""
    page = Environment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    code = page.from_string(template).render(**told)
    ruff = [sys.executable, "-m", "ruff", "format", "--stdin-filename", "made.py", "-"]
    return subprocess.run(ruff, input=code, capture_output=True, text=True, check=True).stdout


def month_by_month() -> str:
    """Return sim/engine/months.py: one call for each line of the schedule."""
    schedule = import_module("talkoot.sim.engine.month").SCHEDULE
    calls, modules = [], set()
    for _, process in schedule:
        plain = getattr(process, "py_func", process)
        module = plain.__module__.rpartition(".")[2]
        modules.add(module)
        given = ", ".join(
            "record[m]" if name == "record" else name
            for name in inspect.signature(plain).parameters
        )
        call = f"{module}.{plain.__name__}({given})"
        if plain.__name__ == "list_active":
            call = f"active = scratch.active[: {call}]"
        calls.append(call)
    return flat(MONTHS, calls=calls, modules=sorted(modules))


FLAT: dict[str, Callable[[], str]] = {
    "agents/activity_numbers.py": lambda: flat(NUMBERS, activities=ACTIVITIES),
    "sim/engine/activity_dispatch.py": lambda: flat(DISPATCH, activities=ACTIVITIES),
    "sim/engine/months.py": month_by_month,
}
"""In the order in which they are made: each may be imported by what the next one reads."""

if __name__ == "__main__":
    for name, made in FLAT.items():
        (ROOT / name).write_text(made(), "utf-8")
