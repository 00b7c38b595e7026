"""Random lines as a hurried, a foreign or a hostile hand would type them; the same for a number."""

import random
from collections.abc import Iterator

from talkoot.agents.elements import ELEMENTS
from talkoot.agents.parameters import ABOUT
from talkoot.scenarios.names import shipped
from talkoot.scenarios.schema_world import RegionConfig, Synthetic
from talkoot.sim.commands.verbs import PURPOSES, QUESTIONS
from talkoot.sim.inputs.declarations import GROUPS, keys_of

COMPOSED = tuple(QUESTIONS)
"""Verbs that ask a question."""
LOOKING = [verb for verb in PURPOSES if verb not in (*QUESTIONS, "new")]
"""Verbs that read a few keys of their own, run nothing and write little."""
NUMBERS = [
    "0",
    "-1",
    "1",
    "2",
    "2.5",
    "12",
    "60",
    "600",
    "601",
    "nan",
    "inf",
    "-inf",
    "1e308",
    "1e999",
    "1e-400",
    "99999999999999999999",
    "-0.0",
    "007",
    "1_000",
    "1,5",
    "0x10",
]
TEXTS = [
    "null",
    "None",
    "true",
    "False",
    "yes",
    "kainuu",
    "Kainuu",
    "kanuu",
    "pbas",
    "[]",
    "{}",
    "[pbas]",
    "[pbas,pbas]",
    "[[pbas]]",
    "[a",
    "{a:1}",
    "{a:{b:[c]}}",
    "'quoted'",
    '"x',
    "ä",
    "数",
    "../up",
    "/etc/passwd",
    "./no.yaml",
    "no.csv",
    "con",
    "$HOME",
    "${oc.env:HOME}",
    "${seed}",
    "glob(*)",
    "range(1,3)",
    "interval(0,1)",
    "choice(1,2)",
    "shuffle(1,2)",
    "int(3)",
    "str(3)",
    "1,2",
    "a=b",
    ":",
    "#",
]
TEXTS += ["", "a b", "\n", "\t", "\x00", "x" * 300, "[" * 40]
FORMS = ["{k}={v}"] * 12 + [" {k} = {v} "]
FORMS += [
    "+{k}={v}",
    "++{k}={v}",
    "~{k}",
    "--{k}",
    "--{k}={v}",
    "{k}:{v}",
    "{k}",
    "={v}",
    "{k}=",
    "-{k}",
    "{k}.{v}",
    "{k}.x={v}",
    "{k}@{v}={v}",
    "hydra.{k}={v}",
    "hydra/{k}={v}",
    "{v}",
]
KINDS = ("region", "policy", "economy", "scenario", "theory", "venture", "trial", "calibration")


def typed_lines(count: int, seed: int) -> Iterator[tuple[str, list[str]]]:
    """Yield verbs with what is typed after them."""
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")
        verb = chance.choice(COMPOSED) if chance.random() < 0.85 else chance.choice(LOOKING)
        yield verb, [override(chance, verb) for _ in range(chance.choice((0, 1, 1, 1, 2, 3, 5)))]


def override(chance: random.Random, verb: str) -> str:
    """Return one word of a line."""
    key = _key(chance, verb)
    return chance.choice(FORMS).format(k=_misspelt(chance, key), v=_value(chance, key))


def _key(chance: random.Random, verb: str) -> str:
    known = ["region", "policy", "study", "results"]
    if verb in COMPOSED:
        known = [*keys_of(chance.choice(QUESTIONS[verb]))]
    dotted = [
        f"parameters.{chance.choice(list(ABOUT))}",
        f"region.{chance.choice(list(RegionConfig.model_fields))}",
        f"region.synthetic.{chance.choice(list(Synthetic.model_fields))}",
        f"{chance.choice(GROUPS)}.{chance.choice(('name', 'title', 'purpose', 'shocks'))}",
    ]
    return chance.choice(known if chance.random() < 0.6 else dotted)


def _misspelt(chance: random.Random, key: str) -> str:
    if chance.random() < 0.9 or len(key) < 3:
        return key
    at = chance.randrange(len(key) - 1)
    return key[:at] + key[at + 1] + key[at] + key[at + 2 :]


def _value(chance: random.Random, key: str) -> str:
    """Return a value: often one that could be meant, otherwise anything."""
    last = key.split(".")[-1]
    if last in ABOUT and chance.random() < 0.7:
        about = ABOUT[last]
        return f"{about.low + chance.uniform(-0.5, 1.5) * (about.high - about.low):g}"
    if chance.random() < 0.5:
        kind = {"policies": "policy", "baseline": "policy", "ventures": "venture"}.get(last, last)
        if kind in KINDS:
            names = chance.sample(shipped(kind), k=min(2, len(shipped(kind))))
            return f"[{','.join(names)}]" if last.endswith("s") else names[0]
        if last == "without":
            return f"[{chance.choice(list(ELEMENTS))}]"
    return chance.choice(NUMBERS if chance.random() < 0.5 else TEXTS)
