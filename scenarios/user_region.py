"""A template for a region of one's own: a commented YAML file and a table of settlements."""

from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from pydantic import Field, field_validator

from .catalogue import MY, names
from .errors import Complaint, InputError
from .facts import sparse_means
from .gazetteer import find, nearest_towns
from .schema import Name, Strict
from .schema_world import FEWEST_BIRTHS, MOST_BIRTHS

COUNTRIES = ("FI", "SE", "NO", "DK", "IS", "FO", "AX", "GB", "ES")
EXAMPLE = ("Ilomantsi", "Lieksa", "Nurmes")


class NewConfig(Strict):
    """What `talkoot new` is told."""

    region: Name = Field(description="its name, and the name of its files")
    title: str | None = Field(None, description="as reports call it; empty = from the name")
    towns: list[str] = Field(
        default=list(EXAMPLE), min_length=1, max_length=1000, description="its settlements"
    )
    country: str | None = Field(None, description="where to look them up: FI, SE, NO, GB, ES, …")

    @field_validator("country")
    @classmethod
    def _known_country(cls, value: str | None) -> str | None:
        if value is not None and value not in COUNTRIES:
            raise ValueError(f"{value!r} is none of {', '.join(COUNTRIES)}")
        return value


def write_template(config: NewConfig) -> tuple[Path, Path]:
    """Write my/region/NAME.yaml and NAME.csv; return their paths.

    Raises
    ------
    InputError
        The name is taken, or towns are in no gazetteer; nothing is written then.
    """
    folder = MY / "region"
    page, table = folder / f"{config.region}.yaml", folder / f"{config.region}.csv"
    complaints = _taken(config.region, page, table)
    for town in config.towns:
        if find(town, config.country) is None:
            found = f"no settlement {town!r} in the gazetteer"
            near = nearest_towns(town, config.country)
            complaints.append(Complaint("command line", "towns", found, near))
    if complaints:
        raise InputError(complaints)
    title = config.title or config.region.replace("_", " ").replace("-", " ").title()
    towns = {town: find(town, config.country) for town in config.towns}
    countries = {town.country for town in towns.values() if town}
    country = config.country or (countries.pop() if len(countries) == 1 else "")
    folder.mkdir(parents=True, exist_ok=True)
    for path, template in ((table, "settlements.csv"), (page, "region.yaml")):
        text = rendered(
            template, name=config.region, title=title, towns=config.towns, country=country,
            means=sparse_means(), fewest=FEWEST_BIRTHS, most=MOST_BIRTHS,
        )  # fmt: skip
        path.write_text(text, "utf-8")
    return page, table


def _taken(name: str, *paths: Path) -> list[Complaint]:
    complaints = [
        Complaint(str(path), "region", "is there already", "another name, or remove it first")
        for path in paths
        if path.exists()
    ]
    if not complaints and name in names("region"):
        found = f"the name {name!r} is taken"
        complaints.append(Complaint("command line", "region", found, "another name"))
    return complaints


def rendered(template: str, **values: object) -> str:
    """Return a template of this package filled in."""
    text = (files(__package__) / "templates" / template).read_text("utf-8")
    environment = Environment(
        autoescape=False, trim_blocks=True, keep_trailing_newline=True, undefined=StrictUndefined
    )
    return environment.from_string(text).render(**values)
