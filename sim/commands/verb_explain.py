"""`talkoot explain`: what a line means and where each value is from; a policy's timeline."""

from typing import TYPE_CHECKING, Any

from talkoot.scenarios.shapes import Folder, Strict

from .teach import EXPLAINED

if TYPE_CHECKING:
    from .compose import Composed

BESIDE_BARS = 34  # columns: whose hours, how many


class Pictures(Strict):
    """Where `talkoot explain policy=` keeps its pictures."""

    results: Folder


def help_text() -> str:
    """Return what `talkoot explain --help` prints."""
    return (
        "Say what a line would do before it does it.\n\n"
        "usage: talkoot explain VERB [key=value ...]\n"
        "           the whole configuration, and file and line of each value\n"
        "       talkoot explain policy=NAME,NAME [results=FOLDER]\n"
        "           a policy's phases as a timeline, here and as a picture\n"
        "       talkoot explain region=NAME\n"
        "           settlements, firms, and where groups have their seats\n\n"
        f"VERB: {', '.join(EXPLAINED)}\n\n"
        "examples\n"
        "  talkoot explain compare scenario=microentre_2015_2019 months=48\n"
        "  talkoot explain policy=joint_handover\n"
        "  talkoot explain policy=./mine.yaml\n"
        "  talkoot explain region=lapland"
    )


def main(typed: list[str]) -> None:
    """Explain a verb's line, policies or a region."""
    from talkoot.scenarios.errors import Complaint, InputError, nearest

    from .sifted import POLICIES

    head = typed[0] if typed else ""
    key = head.partition("=")[0]
    if head in EXPLAINED:
        explain_line(head, typed[1:])
    elif key in POLICIES:
        explain_policies(typed)
    elif key == "region":
        explain_region(typed)
    else:
        known = [*EXPLAINED, "policy", "region"]
        found = head or "nothing to explain"
        raise InputError([Complaint("explain", key, found, nearest(key, known))])


def explain_line(verb: str, typed: list[str]) -> None:
    """Print every value of a verb's configuration with file and line, or what is wrong."""
    from rich.markup import escape

    from talkoot.sim.show.terminal import terminal, titled

    from . import configure
    from .compose import groups_of, layered

    judge: dict[str, Any] = {
        "compare": lambda typed: configure.comparison_from(typed).plan.base,
        "story": configure.story_from,
        "survey": configure.survey_from,
    }
    config = judge[verb](typed) if verb in judge else configure.run_from(typed, verb)
    made = layered(verb, typed)
    chosen = ("policies", "policy", "ventures", "baseline")
    told = [(key, made.content[key]) for key in chosen if made.content.get(key) is not None]
    told += [
        (key, value)
        for key, value in leaves(config.model_dump(mode="json"))
        if key.split(".")[0] not in chosen and not key.startswith("region.places.")
    ]
    print(f"talkoot {' '.join([verb, *typed])}\n")
    table = titled("")
    for heading in ("value", "where it is from"):
        table.add_column(heading)
    for key, value in sorted(told, key=lambda pair: pair[0].partition(".")[0] in groups_of(verb)):
        table.add_row(escape(f"{key} = {shown(value)}"), escape(origin(made, key)))
    terminal().print(table)


def origin(made: "Composed", key: str) -> str:
    """Return where a value comes from: file and line, command line, or the shape's default."""
    if key in made.origins or made.origin(key)[0] == "command line":
        file, line = made.origin(key)
        return file if line is None else f"{file}:{line}"
    return "default"


def leaves(content: Any, prefix: str = "") -> list[tuple[str, Any]]:
    """Return the values of nested content by dotted key.

    >>> leaves({"a": {"b": 1, "c": []}})
    [('a.b', 1), ('a.c', [])]
    """
    if isinstance(content, dict) and content:
        found = []
        for key, value in content.items():
            found += leaves(value, f"{prefix}.{key}" if prefix else str(key))
        return found
    if isinstance(content, list) and content and isinstance(content[0], dict):
        return [leaf for k, value in enumerate(content) for leaf in leaves(value, f"{prefix}.{k}")]
    return [(prefix, content)]


def shown(value: Any) -> str:
    """Return a value in words."""
    return str(value) if value is not None else "(empty)"


def explain_policies(typed: list[str]) -> None:
    """Print each policy's phases and timeline; keep the pictures."""
    from pathlib import Path

    from talkoot.scenarios.catalogue import read_named
    from talkoot.scenarios.errors import Complaint, InputError
    from talkoot.scenarios.schema import PolicyConfig
    from talkoot.scenarios.wording import complaints_of
    from talkoot.sim.experiment.store.parts import write_whole
    from talkoot.sim.show.style import as_png
    from talkoot.sim.show.terminal import terminal
    from talkoot.sim.show.timeline import WIDTH, timeline_figure, timeline_text

    from .choices import policies_of
    from .sifted import POLICIES, sifted

    complaints: list[Complaint] = []
    known = {"policies": None, "results": "results"}
    asked = [word for word in typed if word.partition("=")[0] in POLICIES]
    others = sifted([word for word in typed if word not in asked], known, "explain", complaints)
    folder = next((str(o.value()) for o in others if o.key_or_group == "results"), "results")
    complaints += complaints_of({"results": folder}, "command line", Pictures, {})
    policies = []
    for override in (one for word in asked for one in sifted([word], known, "explain", complaints)):
        for name in policies_of(override, complaints):
            try:
                policies.append(read_named("policy", str(name), PolicyConfig))
            except InputError as error:
                complaints += error.complaints
    if complaints:
        raise InputError(complaints)
    page = terminal()
    for policy in policies:
        print(timeline_text(policy, min(WIDTH, page.width - BESIDE_BARS)))
        path = Path(folder) / f"explain-{policy.name}" / "timeline.png"
        write_whole(path, as_png(timeline_figure(policy), policy.model_dump(mode="json")))
        print(f"Picture: {path}\n")


def explain_region(typed: list[str]) -> None:
    """Print a region's totals and settlements, and which seat is near."""
    import numpy as np

    from talkoot.agents.parameters import parameters
    from talkoot.scenarios.region import read_region
    from talkoot.sim.show.terminal import terminal, titled

    from .configure import run_from

    config = run_from(typed).region
    region = read_region(config)
    reach_km = parameters().reach_km
    people = region.population
    km = region.road_km()[:, list(region.seats)].min(1)
    births = 12.0 * region.births_per_month.sum()
    print(f"{region.title}: {config.purpose}")
    print(f"  inhabitants          {people.sum():,} in {people.size} settlements and around them")
    print(f"  firms                {region.firms:,}, {births:,.0f} founded a year, as many closed")
    print(f"  giving up later      x {region.closing_level.mean():.2f} (keeps the stock of firms)")
    within = people[km <= reach_km].sum() / people.sum()
    print(f"  groups               {len(region.seats)}; {100 * within:.0f} % of inhabitants within")
    print(f"                       {reach_km:g} km by road of a seat")
    table = titled("")
    for heading in ("settlement", "inhabitants", "groups", "nearest seat, km"):
        table.add_column(heading, justify="left" if heading == "settlement" else "right")
    for k in np.argsort(-people, kind="stable")[:40]:
        seats = region.seats.count(int(k))
        far = f"{km[k]:.0f}" + ("" if km[k] <= reach_km else " (out of reach)")
        table.add_row(region.settlements[k], f"{people[k]:,}", str(seats or ""), far)
    terminal().print(table)
