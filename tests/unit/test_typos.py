"""A hundred planted typos: the name that was meant is suggested first in at least 95."""

import random
import re
import string

from talkoot.agents.elements import ELEMENTS
from talkoot.agents.parameters import ABOUT
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.errors import nearest
from talkoot.scenarios.likeness import PolicyFile
from talkoot.scenarios.names import names
from talkoot.scenarios.question_compare import StudyConfig
from talkoot.scenarios.region import read_region
from talkoot.scenarios.schema import RegionConfig
from talkoot.scenarios.schema_policy import Phase


def families():
    towns = read_region(read_named("region", "microentre", RegionConfig)).settlements
    return [
        *(names(kind) for kind in ("region", "policy", "economy", "scenario", "venture", "theory")),
        list(ABOUT), list(ELEMENTS), list(towns),
        *(list(shape.model_fields) for shape in (Phase, PolicyFile, RegionConfig, StudyConfig)),
    ]  # fmt: skip


def misspelt(name, luck):
    """Return a name with one slip: a letter left out, doubled, replaced, or two swapped."""
    k = luck.randrange(len(name) - 1)
    slips = (
        name[:k] + name[k + 1 :],
        name[:k] + name[k] + name[k:],
        name[:k] + luck.choice(string.ascii_lowercase) + name[k + 1 :],
        name[:k] + name[k + 1] + name[k] + name[k + 2 :],
    )
    return luck.choice(slips)


def planted(n, seed=1):
    luck, found = random.Random(seed), []
    while len(found) < n:
        known = luck.choice(families_)
        name = luck.choice(known)
        typo = misspelt(name, luck)
        if typo not in known and len(name) > 3:
            found.append((typo, name, known))
    return found


families_ = families()


def first(phrase):
    return re.match(r"'([^']*)'", phrase).group(1) if phrase.startswith("'") else ""


def missed(suggest):
    return [(t, name) for t, name, known in planted(100) if first(suggest(t, known)) != name]


def test_at_least_95_of_100_typos_are_understood():
    assert len(missed(nearest)) <= 5, missed(nearest)


def test_suggestions_that_do_not_look_at_the_typo_are_found_out():
    assert len(missed(lambda typo, known: nearest("", known))) > 90
