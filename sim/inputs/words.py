"""What was typed, word by word: overrides of known keys; for the rest, what to type instead.

Hydra's grammar is read by Hydra. Words of its command line, and of other programs', are not obeyed
in part or passed over: each is answered with what does the same here.
"""

import re
from collections.abc import Mapping
from typing import Any

from hydra.core.override_parser.overrides_parser import OverridesParser
from hydra.core.override_parser.types import (
    Glob,
    IntervalSweep,
    Override,
    OverrideType,
    QuotedString,
)
from hydra.errors import HydraException, OverrideParseException

from talkoot.agents.parameters import ABOUT
from talkoot.scenarios.errors import TYPED, Complaint, near, nearest
from talkoot.scenarios.names import names
from talkoot.scenarios.schema import RegionConfig

from .given import POLICIES, Given, Interval, Several, own_word

MULTIRUN = ("-m", "--multirun")
CHOSEN_BY_NAME = ("region", "policy", "economy", "scenario", "theory", "trial")
WHERE = "results=FOLDER and study=NAME"
OF_HYDRA = {
    "launcher": "engine=processes or engine=dask (docs/clusters.md)",
    "sweeper": "design=latin_hypercube or design=sobol, with key=interval(low,high)",
    **dict.fromkeys(("run.", "sweep", "output", "job.chdir"), WHERE),
}
OWN_FILES = "files of your own in my/, or a path: region=./mine.yaml"
LOOK = "talkoot show compare …: each value, and where it is from; --cfg job: as YAML"
TAKING = {
    **dict.fromkeys(("cfg", "c", "package", "p"), LOOK),
    **dict.fromkeys(("shell-completion", "sc"), "talkoot completion bash, zsh or fish"),
    **dict.fromkeys(("config-dir", "cd", "config-path", "cp", "config-name", "cn"), OWN_FILES),
    "experimental-rerun": "the study's line again, which goes on (talkoot studies)",
}
"""Options of Hydra's that take a value, and what does the same here."""
OPTIONS = TAKING | {
    **dict.fromkeys(("resolve", "info", "i"), LOOK),
    **dict.fromkeys(("m", "multirun"), "talkoot compare key=a,b, for several values"),
    "hydra-help": "talkoot {0} --help",
    **dict.fromkeys(("run", "r"), "the same line without it"),
    "version": "talkoot --version",
}
INNER: dict[str, Mapping[str, Any]] = {"parameters": ABOUT, "region": RegionConfig.model_fields}
MOST_BRACKETS = 20
"""In one word: Hydra's parser calls itself for each."""
CALLED = re.compile(r"(region|theory|economy)\.(name|title|purpose)|region\.(facts|places)")
"""What a result is called by, which follows from the file that was chosen."""
BRACKETS = {")": "(", "]": "[", "}": "{"}


def given_by(
    typed: list[str], known: Mapping[str, Any], verb: str, complaints: list[Complaint]
) -> list[Given]:
    """Return what the words say of known keys; complain about every other word.

    ``known`` are the keys that may stand first in a word, each with its default.

    >>> wrong: list[Complaint] = []
    >>> known = {"seed": 1, "months": 12}
    >>> [one.key for one in given_by(["seed=2", "--months", "24"], known, "run", wrong)]
    ['seed']
    >>> print(wrong[0])
    command line: --months 24: keys have no dashes; expected months=24
    """
    left = list(typed)
    found: dict[str, Override] = {}
    while left:
        word = left.pop(0)
        if word in MULTIRUN and verb == "compare":
            continue
        if wrong := _elsewhere(word, left, known, verb):
            complaints.append(wrong)
        elif override := parsed(word, complaints):
            key = override.key_or_group = own_word(str(override.key_or_group), known)
            if wrong := _unfit(override, known, verb, found.get(key)):
                complaints.append(wrong)
            else:
                found[key] = override
    read = (_given(override, verb, complaints) for override in found.values())
    return [one for one in read if one is not None]


def _given(override: Override, verb: str, complaints: list[Complaint]) -> Given | None:
    """Return what a word says: one value, or several where that makes scenarios."""
    key, text, value = override.key_or_group, str(override.input_line), override.value()
    if key in POLICIES:
        if (names := _policies(override, complaints)) is None:
            return None
        if key == "policy" and len(names) > 1:
            complaints.append(Complaint(TYPED, text, f"{len(names)} policies", "one of them"))
        return Given(key, names if key == "policies" else next(iter(names), None), text)
    if not override.is_sweep_override():
        return Given(key, _plain(value), text)
    if verb != "compare":
        told = "one, or talkoot compare, which takes several values of a key"
        complaints.append(Complaint(TYPED, text, "several values", told))
        return None
    if isinstance(value, IntervalSweep):
        whole = isinstance(value.start, int) and isinstance(value.end, int)
        return Given(key, Interval(float(value.start or 0), float(value.end or 0), whole), text)
    return Given(key, Several(_values(override, key, complaints)), text)


def _values(override: Override, kind: str, complaints: list[Complaint]) -> list[Any]:
    """Return the values of a choice, a range or a list; a pattern picks from a kind's names."""
    value = override.value()
    if isinstance(value, Glob):
        matching = value.filter(names(kind) if kind in CHOSEN_BY_NAME else [])
        if not matching:
            expected = nearest("", names(kind)) if kind in CHOSEN_BY_NAME else "values"
            fault = "a pattern that fits nothing"
            complaints.append(Complaint(TYPED, str(override.input_line), fault, expected))
        return matching
    if not override.is_sweep_override():
        return [_plain(one) for one in (value if isinstance(value, list) else [value])]
    values: list[Any] = []
    for one in override.sweep_iterator():
        picked = one.filter(names(kind)) if isinstance(one, Glob) else [_plain(one)]
        values += [name for name in picked if not isinstance(one, Glob) or name not in values]
    return values


def _policies(override: Override, complaints: list[Complaint]) -> list[Any] | None:
    """Return the policies named, one or several, however they are listed."""
    text = str(override.input_line)
    if isinstance(override.value(), IntervalSweep):
        complaints.append(Complaint(TYPED, text, "no names", "names, such as [a,b]"))
        return None
    listed = _values(override, "policy", complaints)
    if not any(isinstance(one, list) for one in listed):
        return listed
    complaints.append(Complaint(TYPED, text, "several lists", "one, such as [a,b]"))
    return None


def _plain(value: Any) -> Any:
    if isinstance(value, QuotedString):
        return value.text
    if isinstance(value, dict):
        return {str(_plain(key)): _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value


def parsed(text: str, complaints: list[Complaint]) -> Override | None:
    """Return an override as Hydra's grammar reads it; complain if it does not."""
    if max(text.count(bracket) for bracket in "[{(") > MOST_BRACKETS:
        found = f"more than {MOST_BRACKETS} brackets"
        complaints.append(Complaint(TYPED, text.partition("=")[0], found, "key=value or key=[a,b]"))
        return None
    override = _read(text)
    if override is None:
        key, _, value = text.partition("=")
        quoted = f"{key}={_in_quotes(value)}"
        expected = f"'{quoted}'" if _read(quoted) else "key=value or key=[a,b]"
        complaints.append(Complaint(TYPED, text, "cannot be read", expected))
    return override


def _read(text: str) -> Override | None:
    try:
        return OverridesParser.create().parse_override(text)
    except (OverrideParseException, HydraException):
        return None


def _in_quotes(value: str) -> str:
    if value.startswith("[") and value.endswith("]"):
        return f"[{','.join(_in_quotes(one.strip()) for one in value[1:-1].split(','))}]"
    return '"' + value.strip("\"'") + '"'


def _unfit(
    override: Override, known: Mapping[str, Any], verb: str, before: Override | None
) -> Complaint | None:
    """Return what is wrong with a word that Hydra can read."""
    text, key = str(override.input_line), str(override.key_or_group)
    value = text.partition("=")[2]
    head = key.split(".")[0]
    if head not in known:
        inner = next((group for group, keys in INNER.items() if group in known and key in keys), "")
        expected = f"{inner}.{key}" if inner else nearest(head, known)
        return Complaint(TYPED, key or text, "no such key", expected)
    if CALLED.fullmatch(key):
        expected = f"{head}=NAME, or a file of your own with a name of its own (docs/worlds.md)"
        return Complaint(TYPED, key, "a result is called by what is run", expected)
    if override.type is OverrideType.DEL:
        expected = f"{key}=VALUE; a key that is left out has its default"
        return Complaint(TYPED, text, "no key can be taken away", expected)
    if override.type is not OverrideType.CHANGE or override.package is not None:
        return Complaint(TYPED, text, "a key and a value are enough", f"{key}={value}")
    if not value.strip():
        return Complaint(TYPED, key, "no value", f"{key}=VALUE, or the key left out")
    if "${" in value:
        return Complaint(TYPED, key, f"{value} is not looked up", "the value itself")
    if before is not None:
        first = str(before.input_line).partition("=")[2]
        several = f", or {key}={first},{value}: several" if verb == "compare" else ""
        return Complaint(TYPED, key, f"typed twice, {first} and {value}", f"it once{several}")
    return None


def _elsewhere(word: str, left: list[str], known: Mapping[str, Any], verb: str) -> Complaint | None:
    """Return what to type instead of a word that is no key=value; take what belongs to it."""
    bare = word.lstrip("+~")
    if re.match(r"hydra[./=@]", bare):
        what, key = bare[len("hydra.") :], bare.partition("=")[0]
        told = (told for begin, told in OF_HYDRA.items() if what.startswith(begin))
        expected = next(told, f"keys of talkoot {verb} --help")
        return Complaint(TYPED, key, "keys of Hydra itself are not obeyed", expected)
    if word.startswith("-"):
        return _option(word, left, known, verb)
    if _is_open(word) is not False:
        return _torn(word, left)
    if spaced := _with_spaces(word, left):
        shown, key, value = spaced
        return Complaint(TYPED, shown, "no spaces around =", f"{key}={value}")
    if "=" in word or word.startswith("~"):
        return None
    key, colon, value = word.partition(":")
    if colon and key.split(".")[0] in known:
        return Complaint(TYPED, word, "keys and values are joined by =", f"{key}={value}")
    return Complaint(TYPED, word or "''", "no key", _key_for(word, known))


def _option(word: str, left: list[str], known: Mapping[str, Any], verb: str) -> Complaint:
    """Return what to type instead of an option; take the value that belongs to it."""
    name, equals, value = word.lstrip("-").partition("=")
    key, dot, rest = name.replace("-", "_").partition(".")
    if name in OPTIONS and key not in known:
        if name in TAKING and not equals and _is_value(left, "install="):
            word = f"{word} {left.pop(0)}"
        return Complaint(TYPED, word, "no option of Talkoot's", OPTIONS[name].format(verb))
    meant = near(key, _with_both(known))
    if not meant:
        return Complaint(TYPED, word, "no option of Talkoot's", nearest(key, known))
    switch = isinstance(known.get(meant[0]), bool)
    if not equals and (left[:1] in (["true"], ["false"]) if switch else _is_value(left)):
        value = left.pop(0)
        word = f"{word} {value}"
    value = value or ("true" if switch else "VALUE")
    return Complaint(TYPED, word, "keys have no dashes", f"{meant[0]}{dot}{rest}={value}")


def _with_both(known: Mapping[str, Any]) -> list[str]:
    """Return the keys that can be typed: of a verb that has one of POLICIES, both."""
    return [*known, *(POLICIES if any(key in known for key in POLICIES) else ())]


def _is_value(left: list[str], begin: str = "") -> bool:
    """Tell whether the next word, which may begin so, can only be the value of the one before."""
    word = left[0].removeprefix(begin) if left else "="
    return "=" not in word and not re.match(r"-+[A-Za-z]", word)


def _with_spaces(word: str, left: list[str]) -> tuple[str, str, str] | None:
    """Return the words of `key = value`, key and value; take them from those that are left."""
    if "=" not in word and left and left[0].startswith("="):
        taken = [left.pop(0)]
        if taken == ["="] and left:
            taken.append(left.pop(0))
        return " ".join([word, *taken]), word, "".join(taken)[1:] or "VALUE"
    if re.fullmatch(r"[\w.]+=", word) and _is_value(left) and re.match(r"[-\w.\[]", left[0]):
        value = left.pop(0)
        return f"{word} {value}", word[:-1], value
    return None


def _is_open(text: str) -> bool | None:
    """Tell whether a bracket or quote is left open; None if one closes that was not opened."""
    stack: list[str] = []
    quote = ""
    for letter in text:
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'":
            quote = letter
        elif letter in "([{":
            stack.append(letter)
        elif letter in ")]}" and (not stack or stack.pop() != BRACKETS[letter]):
            return None
    return bool(quote or stack)


def _torn(word: str, left: list[str]) -> Complaint:
    """Complain about a bracket or quote without its other half; take words up to that half."""
    for k in range(len(left) + 1):
        joined = " ".join([word, *left[:k]])
        if _is_open(joined) is False:
            del left[:k]
            return Complaint(TYPED, joined, "spaces tear it apart", f"'{joined}', in quotes")
    key = word.partition("=")[0]
    expected = f"brackets and quotes in pairs, such as '{key}=[a,b]'"
    return Complaint(TYPED, word, "half a pair of brackets or quotes", expected)


def _key_for(word: str, known: Mapping[str, Any]) -> str:
    """Return the override that a lonely word may stand for."""
    for kind in CHOSEN_BY_NAME:
        if kind in _with_both(known) and word in names(kind):
            return f"{kind}={word}"
    meant = near(word, known)
    if meant:
        return f"{meant[0]}={'true' if isinstance(known[meant[0]], bool) else 'VALUE'}"
    return "key=value"
