"""What Python says to a model, checked by the shapes that check what is typed."""

import secrets
from collections.abc import Mapping
from typing import Any

import numpy as np
from pydantic import BaseModel

from talkoot.agents.parameters import ABOUT, Parameters

from .catalogue import in_shape, read_named
from .errors import Complaint, InputError, nearest
from .question_run import Life
from .region import read_region
from .schema import EconomyConfig, RegionConfig, TheoryConfig, VentureConfig
from .schema_policy import PolicyConfig

DOOR = "PeerNetworkModel"
SEED_BITS = 48
"""Of a drawn seed; whole in every table that keeps numbers as floats."""
BY_NAME: dict[str, type[BaseModel]] = {
    "region": RegionConfig,
    "theory": TheoryConfig,
    "economy": EconomyConfig,
    "policy": PolicyConfig,
}


def life_of(given: Mapping[str, Any], changed: Mapping[str, Any]) -> Life:
    """Return the world that arguments ask for.

    Parameters
    ----------
    given : by argument: region, theory, economy, policy (names), ventures (list of names), firms
        (None = the region's own), months, seed or rng (None = one is drawn), replication, without
        (list of names)
    changed : values of the parameter table, by name; anything else in it is no argument

    InputError tells everything that is wrong, in the words of the command line.

    >>> asked = {"region": "kainuu", "theory": "thinking_together", "economy": "baseline",
    ...          "policy": "pbas", "ventures": [], "firms": 200, "months": 12, "seed": 1,
    ...          "rng": None, "replication": 0, "without": []}
    >>> life_of(asked, {"wage_eur": 3000}).region.firms
    200
    """
    complaints = [
        Complaint(DOOR, name, "no such argument", nearest(name, [*given, *ABOUT]))
        for name in changed
        if name not in ABOUT
    ]
    content = {name: plain(value) for name, value in given.items() if name not in ("firms", "rng")}
    content["seed"] = _seed(given["seed"], given["rng"], complaints)
    content["parameters"] = {k: plain(value) for k, value in changed.items() if k in ABOUT}
    content["scenario"] = None
    for kind, shape in BY_NAME.items():
        content[kind] = _chosen(kind, given[kind], shape, complaints)
    unread = {kind for kind in BY_NAME if content[kind] is None}
    listed = content["ventures"]
    if not isinstance(listed, list):
        complaints.append(Complaint(DOOR, "ventures", repr(listed), "a list of names"))
        listed = []
    ventures = [_chosen("venture", name, VentureConfig, complaints) for name in listed]
    content["ventures"] = [venture for venture in ventures if venture]
    if content["region"] and given["firms"] is not None:
        content["region"]["firms"] = plain(given["firms"])
    life = None
    try:
        life = in_shape(content, DOOR, Life)
    except InputError as error:
        for one in error.complaints:
            key = one.key.removeprefix("region.").removeprefix("parameters.")  # Python's keys
            complaints += [] if one.key in unread else [one._replace(key=key)]
    complaints += [c.placed(DOOR, None) for c in region_complaints(content["region"])]
    if complaints or life is None:
        raise InputError(complaints)
    return life


def _seed(seed: Any, rng: Any, complaints: list[Complaint]) -> Any:
    """Return the seed under either of Mesa's names for it, or draw one."""
    if seed is not None and rng is not None:
        complaints.append(Complaint(DOOR, "rng", f"{rng!r} beside seed={seed!r}", "one of the two"))
    given = rng if seed is None else seed
    return secrets.randbits(SEED_BITS) if given is None else plain(given)


def region_complaints(region: Any, p: Parameters | None = None) -> list[Complaint]:
    """Return what is wrong with a region's places, births and seats, if it has its shape."""
    try:
        whole = region if isinstance(region, RegionConfig) else in_shape(region, "", RegionConfig)
        read_region(whole, p)
    except InputError as error:
        return [complaint for complaint in error.complaints if complaint.file]
    return []


def plain(value: Any) -> Any:
    """Return NumPy's numbers as Python's, so that a tool's draws pass like typed ones.

    >>> type(plain(np.int64(3))).__name__, plain([np.float64(0.5)])
    ('int', [0.5])
    """
    if isinstance(value, np.generic):
        return value.item()
    return [plain(one) for one in value] if isinstance(value, list | tuple) else value


def _chosen(
    kind: str, name: Any, shape: type[BaseModel], complaints: list[Complaint]
) -> dict[str, Any] | None:
    """Return what a name or a YAML file's path stands for; complain if there is none."""
    if not isinstance(name, str):
        expected = "a name (talkoot show), or the path of a YAML file"
        complaints.append(Complaint(DOOR, kind, repr(name), expected))
        return None
    try:
        return read_named(kind, name, shape).model_dump()
    except InputError as error:
        complaints += error.complaints
        return None
