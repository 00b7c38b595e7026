"""The values of an override that gives several: a,b  choice(a,b)  range(1,5)  glob(a*)  [a,b]."""

from typing import Any

from hydra.core.override_parser.types import Glob, IntervalSweep, Override, QuotedString

from talkoot.scenarios.catalogue import names
from talkoot.scenarios.errors import Complaint, nearest

from .sifted import TYPED


def values_of(override: Override, kind: str | None, complaints: list[Complaint]) -> list[Any]:
    """Return the values of a choice, a range or a list; a pattern picks from a kind's names."""
    value = override.value()
    if isinstance(value, Glob):
        listed: list[Any] = [value]
    elif override.is_sweep_override():
        listed = [_plain(one) for one in override.sweep_iterator()]
    else:
        listed = value if isinstance(value, list) else [value]
    values: list[Any] = []
    for one in listed:
        if not isinstance(one, Glob):
            values.append(one)
            continue
        found = one.filter(names(kind) if kind else [])
        if not found:
            expected = nearest("", names(kind)) if kind else "values"
            fault = "a pattern that fits nothing"
            complaints.append(Complaint(TYPED, str(override.input_line), fault, expected))
        values += [name for name in found if name not in values]
    return values


def policies_of(override: Override, complaints: list[Complaint]) -> list[Any]:
    """Return the policies named, one or several, however they are listed."""
    if isinstance(override.value(), IntervalSweep):
        wrong = Complaint(TYPED, str(override.input_line), "no names", "names, such as [a,b]")
        complaints.append(wrong)
        return []
    found = values_of(override, "policy", complaints)
    if any(isinstance(one, list) for one in found):
        wrong = Complaint(TYPED, str(override.input_line), "several lists", "one, such as [a,b]")
        complaints.append(wrong)
        return []
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, QuotedString):
        return value.text
    return [_plain(one) for one in value] if isinstance(value, list) else value
