"""Pages of `talkoot show` about the model: parameters, a month, columns, schemas, the ODD."""

from talkoot.scenarios.errors import TYPED, Complaint, InputError, nearest

from .verb_show import SCHEMAS


def parameters(words: list[str]) -> None:
    """Print the parameter table, or the rows in which every word typed occurs."""
    from talkoot.agents.parameters import ABOUT
    from talkoot.scenarios.arrays import arrays
    from talkoot.sim.show.terminal import terminal, titled

    table = titled("", "name", ">value", "unit", ">range", "status", "source", "meaning")
    table.caption = "Change one: talkoot compare parameters.NAME=VALUE"
    for one in ABOUT.values():
        text = f"{one.name} {one.area} {one.status} {one.meaning}".lower()
        if all(word.lower() in text for word in words):
            span = f"{one.low:g} to {one.high:g}"
            about = one.status, one.source, one.meaning
            table.add_row(one.name, f"{one.value:g}", one.unit, span, *about)
    for array in arrays():
        text = f"{array.name} {array.status} {array.meaning}".lower()
        if all(word.lower() in text for word in words):
            varied = f"; varied by {array.contrast}" if array.contrast else ""
            values, span = f"{array.least:g} to {array.most:g}", f"{array.low:g} to {array.high:g}"
            about = array.status, array.source, array.meaning + varied
            table.add_row(array.name, values, array.unit, span, *about)
    if not table.rows:
        said, expected = " ".join(words), nearest(words[-1], ABOUT)
        raise InputError([Complaint("parameters", said, "no parameter has it", expected)])
    terminal().print(table)


def schedule(words: list[str]) -> None:
    """Print what happens in a month: phase, process, and what it does."""
    from talkoot.sim.engine.month import SCHEDULE

    _nothing_more(words)
    before = ""
    for phase, process in SCHEDULE:
        if phase != before:
            print(phase)
            before = phase
        said = " ".join((process.__doc__ or "").split("\n\n")[0].split())
        print(f"  {process.__name__:<26}{said}")


def fields(words: list[str]) -> None:
    """Print results/README.md."""
    from talkoot.sim.show.pages import results_page

    _nothing_more(words)
    print(results_page(), end="")


def odd(words: list[str]) -> None:
    """Print docs/ODD.md."""
    from talkoot.sim.show.odd import odd

    _nothing_more(words)
    print(odd(), end="")


def schema(words: list[str]) -> None:
    """Print the JSON schema of one kind."""
    if len(words) != 1 or words[0] not in SCHEMAS:
        said = " ".join(words) or "nothing"
        raise InputError([Complaint("schema", "kind", said, nearest(said, SCHEMAS))])
    print(schema_of(words[0]), end="")


def schema_of(kind: str) -> str:
    """Return the JSON schema of a kind, as text.

    >>> '"like"' in schema_of("policy")
    True
    """
    import json

    from talkoot.scenarios.likeness import PolicyFile
    from talkoot.scenarios.schema import NAMED

    shape = PolicyFile if kind == "policy" else NAMED[kind]
    return json.dumps(shape.model_json_schema(), indent=1, ensure_ascii=False) + "\n"


def _nothing_more(words: list[str]) -> None:
    if words:
        raise InputError([Complaint(TYPED, words[0], "cannot be used here", "no key")])


PAGES = {page.__name__: page for page in (parameters, schedule, fields, schema, odd)}
