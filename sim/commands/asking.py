"""From a typed line to what it asks, checked."""

from typing import Any, TypeVar

from pydantic import BaseModel

from talkoot.scenarios.catalogue import in_shape
from talkoot.scenarios.errors import TYPED, Complaint, InputError
from talkoot.sim.inputs.compose import Composed
from talkoot.sim.inputs.declarations import keys_in, keys_of
from talkoot.sim.inputs.given import Given
from talkoot.sim.inputs.plans import Comparison, comparison_of
from talkoot.sim.inputs.questions import question_of
from talkoot.sim.inputs.words import given_by

from .verbs import CHOOSING, question_in

Shape = TypeVar("Shape", bound=BaseModel)


def question_asked(verb: str, typed: list[str]) -> tuple[str, Any]:
    """Return which question a line asks, and what, in its shape; raise InputError with all faults.

    >>> question_asked("run", ["show=story", "months=12"])[1].months
    12
    """
    question, given, wrong = read_words(verb, typed)
    return question, question_of(question, given, wrong=wrong)


def comparison(typed: list[str]) -> Comparison:
    """Return the plans of a line of `talkoot compare`; raise InputError with all faults."""
    _, given, wrong = read_words("compare", typed)
    return comparison_of(given, wrong=wrong)


def read_words(verb: str, typed: list[str]) -> tuple[str, list[Given], list[Complaint]]:
    """Return a line's question, what it says of the keys, and what cannot be understood."""
    wrong: list[Complaint] = []
    question, words = question_in(verb, typed)
    known = {key.name: key.unsaid for key in keys_of(question).values()}
    known |= dict([CHOOSING[verb]]) if verb in CHOOSING else {}
    return question, given_by(words, known, verb, wrong), wrong


def shaped(typed: list[str], shape: type[Shape], verb: str) -> Shape:
    """Return the keys of a verb that asks no question in their shape, or raise InputError."""
    made = Composed(verb)
    keys = keys_in(shape)
    given = given_by(typed, {key.name: key.unsaid for key in keys.values()}, verb, made.complaints)
    made.content = {one.key: one.value for one in given}
    for name in made.content:
        if name in keys and keys[name].shape is not None:
            made.put(keys[name], made.content[name], ())
    try:
        config = in_shape(made.content, TYPED, shape)
    except InputError as error:
        raise InputError([*made.complaints, *error.complaints]) from None
    if made.complaints:
        raise InputError(made.complaints)
    return config
