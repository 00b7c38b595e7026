"""One self-contained HTML page: the answer first, then figures, assumptions, limits."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment

from talkoot.agents.parameters import ABOUT
from talkoot.sim.answers.answer import CAVEATS, Answer
from talkoot.sim.answers.basis import BASES
from talkoot.sim.answers.compare import DISPLAY, as_shown
from talkoot.sim.answers.credibility import card
from talkoot.sim.answers.hours import unused_in
from talkoot.sim.answers.ranking import benefit_keur, ratio_withheld
from talkoot.sim.answers.robustness import Robustness, opening
from talkoot.sim.answers.three_words import needed_in_words
from talkoot.sim.experiment.store.parts import write_whole
from talkoot.sim.experiment.store.table_files import csv_of, write_table
from talkoot.sim.experiment.store.view import read

from .figure_effects import effects_figure
from .figure_map import map_figure
from .figure_plane import plane_figure
from .figure_time import time_figure
from .figure_worlds import worlds_figure
from .style import as_data_uri
from .table_answer import COLUMNS_SHOWN, SHORT, THREE_WORDS


def write_report(answer: Answer, robust: Robustness | None = None, numbered: bool = False) -> Path:
    """Write a report, effects and ranking into the study's folder; return the report's path.

    ``robust`` is what other worlds say; ``numbered`` puts the scenario's number into the files'
    names, for one of a sweep.
    """
    suffix = f"-{answer.scenario}" if numbered else ""
    how = csv_of(answer.config)
    for name, table in (("effects", answer.effects), ("ranking", answer.ranking)):
        write_table(answer.folder, name, table, how, answer.provenance, suffix)
    path = answer.folder / f"report{suffix}.html"
    write_whole(path, page(answer, pictures(answer, robust), robust).encode())
    return path


def pictures(answer: Answer, robust: Robustness | None = None) -> dict[str, str]:
    """Return the figures as data URIs; those of tables that were not kept are left out."""
    tables = {
        name: read(answer.folder, name, answer.scenario)
        for name in ("months", "places", "members")
        if name in answer.config["keep"]
    }
    drawn = {"effects": effects_figure(answer), "plane": plane_figure(answer)}
    if "months" in tables:
        drawn["time"] = time_figure(answer, tables["months"])
    if tables.keys() >= {"places", "members"}:
        drawn["map"] = map_figure(answer, tables["places"], tables["members"])
    if robust is not None:
        drawn["worlds"] = worlds_figure(answer, robust)
    return {name: as_data_uri(picture, answer.provenance) for name, picture in drawn.items()}


def page(answer: Answer, drawn: dict[str, str], robust: Robustness | None = None) -> str:
    """Return the report as HTML; everything that came from outside is escaped."""
    template = (files(__package__) / "templates" / "report.html").read_text("utf-8")
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["number"] = lambda value, digits=0: f"{value:z,.{digits}f}"
    environment.filters["signed"] = lambda value, digits=0: f"{value:+z,.{digits}f}"
    return environment.from_string(template).render(
        answer=answer,
        config=answer.config,
        opening=opening(answer, robust),
        robust=robust,
        bases=BASES,
        card=card(robust),
        caveats=CAVEATS,
        needed=needed_in_words,
        words=THREE_WORDS,
        pictures=drawn,
        ranking=[
            {**row, "withheld": ratio_withheld(row), "keur": benefit_keur(row)}
            for _, row in answer.ranking.iterrows()
        ],
        unused=unused_in(answer),
        scopes=scopes(answer),
        shown=[SHORT[name] for name in COLUMNS_SHOWN],
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
            cells = [
                (as_shown(answer.effect(policy, scope, name)), DISPLAY[name].digits)
                for name in COLUMNS_SHOWN
            ]
            rows.append({"policy": policy, "cells": cells})
        if rows:
            tables.append({"title": title, "rows": rows})
    return tables
