"""`talkoot show policy=` and `talkoot show region=`: a timeline, a place."""

from pathlib import Path

from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.scenarios.shapes import Folder, Strict, chosen

BESIDE_BARS = 34  # columns: whose hours, how many


class Pictures(Strict):
    """Which policies, and where their pictures are kept."""

    policies: list[PolicyConfig] = chosen("policy", [], "of conf/policy, or ./mine.yaml")
    results: Folder = "results"


def show_policies(typed: list[str]) -> None:
    """Print each policy's phases and timeline; keep the pictures."""
    from talkoot.sim.experiment.store.parts import write_whole
    from talkoot.sim.show.style import as_png
    from talkoot.sim.show.terminal import terminal
    from talkoot.sim.show.timeline import WIDTH, timeline_figure, timeline_text

    from .asking import shaped

    question_asked = shaped(typed, Pictures, "show")
    page = terminal()
    for policy in question_asked.policies:
        print(timeline_text(policy, min(WIDTH, page.width - BESIDE_BARS)))
        path = Path(question_asked.results) / f"show-{policy.name}" / "timeline.png"
        write_whole(path, as_png(timeline_figure(policy), policy.model_dump(mode="json")))
        print(f"Picture: {path}\n")


def show_region(typed: list[str]) -> None:
    """Print a region's figures and where they are from, settlements, and which seat is near."""
    import numpy as np

    from talkoot.agents.joining import within_reach
    from talkoot.agents.parameters import parameters
    from talkoot.scenarios.region import read_region
    from talkoot.sim.show.table_region import figures_table
    from talkoot.sim.show.terminal import terminal, titled

    from .asking import question_asked

    asked = question_asked("run", typed)[1]
    config = asked.region
    p = parameters()
    region = read_region(config, p)
    people = region.population
    km = region.road_km(p)[:, list(region.seats)].min(1)
    print(f"{region.title}: {config.purpose}")
    print(f"  inhabitants          {people.sum():,} in {people.size} settlements and around them")
    within = people[within_reach(p, km)].sum() / people.sum()
    print(f"  groups               {len(region.seats)}; {100 * within:.0f} % of inhabitants within")
    print(f"                       {p.reach_km:g} km by road of a seat\n")
    terminal().print(figures_table(region, config.trend, asked.economy))
    table = titled("", "settlement", ">inhabitants", ">groups", ">nearest seat, km")
    for k in np.argsort(-people, kind="stable")[:40]:
        seats = region.seats.count(int(k))
        far = f"{km[k]:.0f}" + ("" if within_reach(p, km[k]) else " (out of reach)")
        table.add_row(region.settlements[k], f"{people[k]:,}", str(seats or ""), far)
    terminal().print(table)
