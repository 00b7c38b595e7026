"""The proofs stand on the rules alone: nothing is compiled, no engine, no second implementation."""

import subprocess
import sys
import textwrap
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]

LOOK = """
    import sys
    from numba.core import event

    with event.install_recorder("numba:compile") as compiled:
        from tests.rules.proof import check_example
        from tests.rules.proofs import PROOFS

        for proof in PROOFS:
            for example in proof.examples:
                check_example(proof.rule, example)

    assert not compiled.buffer, compiled.buffer
    forbidden = ("talkoot.sim", "talkoot.scenarios", "tests.reference", "mesa")
    print(*(name for name in sys.modules if name.startswith(forbidden)))
"""


def test_nothing_else_is_imported_and_nothing_compiled():
    told = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(LOOK)],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stdout.strip()) == (0, ""), told.stdout + told.stderr
