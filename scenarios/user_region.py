"""Files of one's own to begin from: a region from a template, other kinds as copies."""

import re
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from pydantic import Field, field_validator

from .errors import TYPED, Complaint, InputError
from .facts import sparse_means
from .gazetteer import find, nearest_towns
from .names import MY, names, place_of
from .schema_world import FEWEST_BIRTHS, MOST_BIRTHS
from .shapes import Name, Strict

COUNTRIES = ("FI", "SE", "NO", "DK", "IS", "FO", "AX", "GB", "ES")
EXAMPLE = ("Ilomantsi", "Lieksa", "Nurmes")


class NewConfig(Strict):
    """What `talkoot new` makes: one of the first five."""

    region: Name | None = Field(None, description="a region: its name, and that of its files")
    policy: Name | None = Field(None, description="a policy: its name, and that of its file")
    economy: Name | None = Field(None, description="an economy: shocks from outside")
    venture: Name | None = Field(None, description="a kind of joint venture")
    roster: str | None = Field(
        None,
        description="a list of your own entrepreneurs, a CSV file in any encoding, with any "
        "separator and decimal mark: checked if it is there, otherwise begun; region= says whose "
        "settlements its rows must name",
    )
    like: Name | None = Field(
        None, description="of a policy, economy or venture: the one to begin from (talkoot show)"
    )
    title: str | None = Field(None, description="of a region, as reports call it; empty = its name")
    towns: list[str] = Field(
        default=list(EXAMPLE), min_length=1, max_length=1000, description="of a region: settlements"
    )
    country: str | None = Field(None, description="where to look them up: FI, SE, NO, GB, ES, …")

    @field_validator("country")
    @classmethod
    def _known_country(cls, value: str | None) -> str | None:
        if value is not None and value not in COUNTRIES:
            raise ValueError(f"{value!r} is none of {', '.join(COUNTRIES)}")
        return value


def write_copy(kind: str, name: str, like: str) -> Path:
    """Write my/KIND/NAME.yaml, a copy of another one under the new name; return its path.

    If the name is taken or there is nothing to begin from, raise InputError and write nothing.
    """
    path = MY / kind / f"{name}.yaml"
    complaints = _taken(kind, name, path)
    try:
        source, _ = place_of(kind, like)
    except InputError as error:
        complaints += error.complaints
    if complaints:
        raise InputError(complaints)
    text = re.sub(r"(?m)^name: *[a-z0-9_-]+", f"name: {name}", source.read_text("utf-8"), count=1)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"# Begun as a copy of {like}; name must stay the file's name.\n{text}", "utf-8"
    )
    return path


def write_template(config: NewConfig) -> tuple[Path, Path]:
    """Write my/region/NAME.yaml and NAME.csv; return their paths.

    If the name is taken or towns are in no gazetteer, raise InputError and write nothing.
    """
    name, folder = str(config.region), MY / "region"
    page, table = folder / f"{name}.yaml", folder / f"{name}.csv"
    complaints = _taken("region", name, page, table)
    countries = set()
    for town in config.towns:
        if place := find(town, config.country):
            countries.add(place.country)
            continue
        found = f"no settlement {town!r} in the gazetteer"
        near = nearest_towns(town, config.country)
        complaints.append(Complaint(TYPED, "towns", found, near))
    if complaints:
        raise InputError(complaints)
    title = config.title or name.replace("_", " ").replace("-", " ").title()
    country = config.country or (countries.pop() if len(countries) == 1 else "")
    folder.mkdir(parents=True, exist_ok=True)
    templates = Environment(
        loader=PackageLoader("talkoot.scenarios"),
        autoescape=False,
        trim_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    for path, template in ((table, "settlements.csv"), (page, "region.yaml")):
        text = templates.get_template(template).render(
            name=name, title=title, towns=config.towns, country=country,
            means=sparse_means(), fewest=FEWEST_BIRTHS, most=MOST_BIRTHS,
        )  # fmt: skip
        path.write_text(text, "utf-8")
    return page, table


def _taken(kind: str, name: str, *paths: Path) -> list[Complaint]:
    wrong = [
        Complaint(str(path), kind, "is there already", "another name, or remove it first")
        for path in paths
        if path.exists()
    ]
    if not wrong and name in names(kind):
        wrong.append(Complaint(TYPED, kind, f"the name {name!r} is taken", "another name"))
    return wrong
