"""Measures of what is put in (C15): what a launch costs, what follows it, what advice takes."""

from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.schema import PolicyConfig

from .panel import Panel
from .register import metric

ADVISER_YEAR_HOURS = 1600.0
GROUPS_OF_A_PROJECT = 2  # as in Lapland: two groups, 50 firms
CASE = "joint_handover"


def launch_cost(panel: Panel) -> float:
    """Return what ERDF pays in the first year for a project of two groups, kEUR."""
    paid = metric(panel, "public_erdf_eur")[:12].sum() / 1e3
    return float(paid * GROUPS_OF_A_PROJECT / panel.group_sizes.size)


def handover_share(panel: Panel) -> float:
    """Return the share of an adviser's year that a group gets after the hand-over."""
    last = read_named("policy", CASE, PolicyConfig).phases[-1]
    return 12.0 * last.adviser_hours / ADVISER_YEAR_HOURS


def clients_per_adviser(panel: Panel) -> float:
    """Return the single clients seen per adviser's year of one-on-one hours, in the first year."""
    first = read_named("policy", CASE, PolicyConfig).phases[0]
    hours = 12.0 * first.one_on_one_hours * panel.group_sizes.size
    seen = metric(panel, "advice_sessions")[:12].sum()
    return float(seen * ADVISER_YEAR_HOURS / hours)
