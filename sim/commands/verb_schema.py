"""`talkoot schema`: JSON schema of what a YAML file may say, for editors."""

KINDS = ("region", "policy", "economy", "venture", "scenario", "theory")


def help_text() -> str:
    """Return what `talkoot schema --help` prints."""
    return (
        "JSON schema of a kind of YAML file, for editors that complete and check while you type.\n"
        "\nusage: talkoot schema KIND > KIND.json          KIND: "
        + ", ".join(KINDS)
        + "\n\nThe shipped ones stand in docs/schema. In VS Code (YAML extension) begin a file with"
        "\n  # yaml-language-server: $schema=../../docs/schema/policy.json"
    )


def main(typed: list[str]) -> None:
    """Print the schema of one kind."""
    from talkoot.scenarios.errors import Complaint, InputError, nearest

    if len(typed) != 1 or typed[0] not in KINDS:
        found = " ".join(typed) or "nothing"
        raise InputError([Complaint("schema", "kind", found, nearest(found, KINDS))])
    print(schema_of(typed[0]), end="")


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
