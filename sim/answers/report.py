"""One self-contained HTML page: the answer first, then figures, assumptions, limits."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment

from talkoot.agents.parameters import ABOUT
from talkoot.sim.experiment.store import read, write_whole

from .answer import CAVEATS, Answer, answer_of, headline
from .compare import OUTCOMES
from .figure_effects import effects_figure
from .figure_map import map_figure
from .figure_plane import plane_figure
from .figure_time import time_figure
from .ranking import ratio_withheld
from .style import as_data_uri
from .table import SHORT, SHOWN


def write_report(folder: Path) -> Path:
    """Write report.html and effects.csv into a study's folder; return the report's path."""
    answer = answer_of(folder)
    write_whole(folder / "effects.csv", answer.effects.to_csv(index=False).encode())
    path = folder / "report.html"
    write_whole(path, page(answer, pictures(answer)).encode())
    return path


def pictures(answer: Answer) -> dict[str, str]:
    """Return the figures as data URIs."""
    folder = answer.folder
    return {
        "effects": as_data_uri(effects_figure(answer)),
        "time": as_data_uri(time_figure(answer, read(folder, "months"))),
        "plane": as_data_uri(plane_figure(answer)),
        "map": as_data_uri(map_figure(answer, read(folder, "places"), read(folder, "members"))),
    }


def page(answer: Answer, drawn: dict[str, str]) -> str:
    """Return the report as HTML; everything that came from outside is escaped."""
    template = (files(__package__) / "templates" / "report.html").read_text("utf-8")
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["number"] = lambda value, digits=0: f"{value:z,.{digits}f}"
    environment.filters["signed"] = lambda value, digits=0: f"{value:+z,.{digits}f}"
    return environment.from_string(template).render(
        answer=answer,
        config=answer.config,
        headline=headline(answer),
        caveats=CAVEATS,
        pictures=drawn,
        ranking=[{**row, "withheld": ratio_withheld(row)} for _, row in answer.ranking.iterrows()],
        scopes=scopes(answer),
        shown=[SHORT[name] for name in SHOWN],
        changed=[(ABOUT[name], value) for name, value in answer.config["parameters"].items()],
    )


def scopes(answer: Answer) -> list[dict[str, Any]]:
    """Return the tables of differences: one for the region, one for members."""
    titles = {
        "region": "The whole region, net of displacement",
        "members": f"Members, against the same entrepreneurs under {answer.baseline}",
    }
    tables = []
    for scope, title in titles.items():
        rows = []
        for policy in answer.ranking["policy"]:
            if policy == answer.baseline or (scope == "members" and policy not in answer.networks):
                continue
            cells = [(answer.effect(policy, scope, name), OUTCOMES[name].digits) for name in SHOWN]
            rows.append({"policy": policy, "cells": cells})
        if rows:
            tables.append({"title": title, "rows": rows})
    return tables
