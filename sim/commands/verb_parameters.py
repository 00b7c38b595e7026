"""`talkoot parameters`: the table, or the rows that match a word."""


def help_text() -> str:
    """Return what `talkoot parameters --help` prints."""
    return (
        "Every parameter with value, unit, range, status and source.\n\n"
        "usage: talkoot parameters [WORD ...]   rows whose name, area, status or meaning has it"
    )


def main(typed: list[str]) -> None:
    """Print the parameter table, or the rows in which every word typed occurs."""
    from talkoot.agents.parameters import ABOUT
    from talkoot.scenarios.errors import Complaint, InputError, nearest
    from talkoot.sim.show.terminal import terminal, titled

    table = titled("")
    table.caption = "Change one: talkoot compare parameters.NAME=VALUE"
    for heading in ("name", "value", "unit", "range", "status", "source", "meaning"):
        table.add_column(heading, justify="right" if heading in ("value", "range") else "left")
    for about in ABOUT.values():
        text = f"{about.name} {about.area} {about.status} {about.meaning}".lower()
        if all(word.lower() in text for word in typed):
            table.add_row(
                about.name,
                f"{about.value:g}",
                about.unit,
                f"{about.low:g} to {about.high:g}",
                about.status,
                about.source,
                about.meaning,
            )
    if not table.rows:
        found, expected = " ".join(typed), nearest(typed[-1], ABOUT)
        raise InputError([Complaint("parameters", found, "no parameter has it", expected)])
    terminal().print(table)
