"""What a study leaves in its folder: tables, and one HTML page with the answer first, or a picture.

The page holds all it needs: figures, assumptions, limits.
"""

from pathlib import Path
from typing import Any

from talkoot.agents.parameters import ABOUT
from talkoot.sim.answers.answer import CAVEATS, Answer
from talkoot.sim.answers.basis import BASES
from talkoot.sim.answers.credibility import card
from talkoot.sim.answers.hours import unused_in
from talkoot.sim.answers.lines import work_by_line
from talkoot.sim.answers.ranking import benefit_keur, ratio_withheld
from talkoot.sim.answers.robustness import Robustness, opening
from talkoot.sim.answers.sweep import SweepAnswer
from talkoot.sim.answers.three_words import needed_in_words
from talkoot.sim.answers.typical import carried_in_words
from talkoot.sim.experiment.store.parts import write_whole
from talkoot.sim.experiment.store.table_files import csv_of, write_table
from talkoot.sim.experiment.store.view import read

from .figure_effects import effects_figure, plane_figure
from .figure_map import map_figure
from .figure_sweep import sweep_figure
from .figure_time import time_figure
from .figure_worlds import worlds_figure
from .pages import filled_in
from .sections import FURTHER, REGION_AND_MEMBERS, Section, cell
from .style import as_data_uri, as_png
from .table_answer import THREE_WORDS


def write_report(answer: Answer, robust: Robustness | None = None, numbered: bool = False) -> Path:
    """Write a report, effects and ranking into the study's folder; return the report's path.

    ``robust`` is what other worlds say; ``numbered`` puts the scenario's number into the files'
    names, for one of a sweep.
    """
    suffix = f"-{answer.scenario}" if numbered else ""
    write_tables(answer, suffix)
    path = answer.folder / f"report{suffix}.html"
    write_whole(path, page(answer, pictures(answer, robust), robust).encode())
    return path


def write_sweep(answer: SweepAnswer) -> Path:
    """Write effects, ranking and sweep.png into a sweep's folder; return the picture's path."""
    write_tables(answer)
    path = answer.folder / "sweep.png"
    write_whole(path, as_png(sweep_figure(answer), answer.provenance))
    return path


def write_tables(answer: Answer | SweepAnswer, suffix: str = "") -> None:
    """Write effects and ranking into a study's folder; ``suffix`` as ``write_table`` has it."""
    for name, table in (("effects", answer.effects), ("ranking", answer.ranking)):
        how = csv_of(answer.config)
        write_table(answer.folder, name, table, how, answer.provenance, suffix)


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
    return filled_in(
        "report.html",
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
        lines={policy: work_by_line(answer, policy) for policy in answer.policies()},
        sections=[filled(section, answer) for section in REGION_AND_MEMBERS],
        further=[filled(section, answer) for section in FURTHER],
        carried=carried_in_words(answer),
        changed=[(ABOUT[name], value) for name, value in answer.config["parameters"].items()],
    )


def filled(section: Section, answer: Answer) -> dict[str, Any]:
    """Return a table of differences as the page has it."""
    rows = [
        {"policy": policy, "cells": [cell(answer, policy, one) for one in section.columns]}
        for policy in section.policies(answer)
    ]
    title, note = (
        text.format(baseline=answer.baseline) for text in (section.page_title, section.note)
    )
    headings = [one.heading for one in section.columns]
    return {"title": title, "note": note, "headings": headings, "rows": rows}
