"""`talkoot story`: one entrepreneur's life under two policies, side by side."""

from .teach import keys_of


def help_text() -> str:
    """Return what `talkoot story --help` prints."""
    return keys_of(
        "story", "Tell one entrepreneur's life under two policies of the same luck, side by side."
    )


def main(typed: list[str]) -> None:
    """Live both policies and tell the entrepreneur's months, where they part, and the ends."""
    from talkoot.scenarios.errors import Complaint, InputError
    from talkoot.sim.answers.trace import live
    from talkoot.sim.api.progress import say_if_compiling
    from talkoot.sim.experiment.work.single import place_of
    from talkoot.sim.show.story import most_told, story
    from talkoot.sim.show.terminal import terminal, titled
    from talkoot.sim.show.words import Words

    from .configure import story_from

    config = story_from(typed)
    say_if_compiling()
    place = place_of(config)
    known = place.start.firms.key.size
    if config.entrepreneur is not None and config.entrepreneur >= known:
        wrong = f"{config.entrepreneur}"
        raise InputError(
            [Complaint("conf/story.yaml", "entrepreneur", wrong, f"a number below {known}")]
        )
    kinds = [venture.name for venture in config.ventures]
    one, other = (
        live(place, place.under(policy), config.months, kinds) for policy in config.policies
    )
    row = config.entrepreneur if config.entrepreneur is not None else most_told(one, other)
    words = Words(place.region, one.state)
    told = story(row, one, other, words)
    names = [policy.name for policy in config.policies]
    name = words.name(row)
    table = titled(f"{name[0].upper()}{name[1:]}", lines=True)
    for heading in ("month", *(f"under {policy}" for policy in names)):
        table.add_column(heading)
    for month, a, b in told.rows:
        mark = f"{month} ←" if month == told.parts else f"{month}"
        table.add_row(mark, a, b)
    for what, a, b in told.endings:
        table.add_row("end", f"{what}: {a}", f"{what}: {b}")
    terminal().print(table)
    if told.parts is None:
        print(f"The two lives are the same for {config.months} months.")
    else:
        print(f"The two lives part in month {told.parts} (←).")
