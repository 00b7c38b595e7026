"""`talkoot new`: a region of one's own, from a commented template."""

from .typed import keys_of_shape, shaped


def help_text() -> str:
    """Return what `talkoot new --help` prints."""
    from talkoot.scenarios.user_region import NewConfig

    return keys_of_shape(
        "new",
        "Write a commented template of a region into my/region; it runs as it is.",
        NewConfig,
        "talkoot new region=valtimo towns=[Valtimo,Nurmes,Lieksa] country=FI",
    )


def main(typed: list[str]) -> None:
    """Write the two files and say what to do next."""
    from talkoot.scenarios.user_region import NewConfig, write_template

    config = shaped(typed, NewConfig, "new")
    page, table = write_template(config)
    print(f"Written: {page}\n         {table}\n")
    print("Next")
    print(
        f"  1. Put your settlements into {table.name}; names are looked up, numbers may be empty."
    )
    print(f"  2. Put your figures into {page.name}, with where they are from.")
    print(f"  3. talkoot explain compare region={config.region}     what is understood")
    print(f"  4. talkoot compare region={config.region} replications=10")
