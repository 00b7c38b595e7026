"""A study that is run, killed, resumed, extended, damaged, verified and read in any order.

Whatever happened, what is there is what an undisturbed study has, and what is gone was told.
"""

import contextlib
import io
import shutil
import signal
import tempfile
from functools import cache
from pathlib import Path

import pandas as pd
import psutil
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from talkoot.sim.answers.sweep import sweep_answer
from talkoot.sim.commands import verb_studies
from talkoot.sim.experiment.store.folder import (
    LOCK_FILE,
    SCENARIOS_FILE,
    STUDY_FILE,
    StoreError,
    parts_of,
    read_page,
)
from talkoot.sim.experiment.store.ledger import LEDGER, read_ledger
from talkoot.sim.experiment.store.view import read_all

from .sweeping import HANG_S, started, sweep, units, until, workers_of

MOST = 24
"""Replications of each of two scenarios."""
STUDY = ("policies=[no_support,one_on_one,pbas,joint_handover]", "engine=threads", "threads=1")
TABLES = ("outcomes", "months", "members", "places")
KEPT = (*STUDY, f"keep=[{','.join(TABLES)}]")


HOW = ["flip", "tear", "lose"]
PLACE = st.floats(0.0, 1.0, exclude_max=True)


def spoil(victim: Path, how: str, place: int) -> None:
    """Flip a bit of a file, leave its first bytes only, or take it away."""
    content = bytearray(victim.read_bytes())
    if how == "flip":
        content[place] ^= 1
        victim.write_bytes(content)
    elif how == "tear":
        victim.write_bytes(content[:place])
    else:
        victim.unlink()


@cache
def undisturbed() -> Path:
    """The folder of a study with every replication that nothing happened to."""
    folder = Path(tempfile.mkdtemp(prefix="undisturbed-"))
    sweep(folder, "answerable", *KEPT, f"replications={MOST}")
    return folder / "tiny"


@cache
def whole(table: str) -> pd.DataFrame:
    """A table of the undisturbed study."""
    return read_all(undisturbed(), table)


def first_of(table: str, have: set[tuple[int, int]]) -> pd.DataFrame:
    """What the undisturbed study has of some (scenario, replication)."""
    frame = whole(table)
    with_map = frame.assign(replication=0) if table == "places" else frame
    chosen = [pair in have for pair in zip(with_map.scenario, with_map.replication, strict=True)]
    return frame[chosen].reset_index(drop=True)


class AnyOrder(RuleBasedStateMachine):
    """``have`` is what must be there: by (key of the scenario, replication) its part's files."""

    def __init__(self) -> None:
        super().__init__()
        self.results = Path(tempfile.mkdtemp(prefix="any-order-"))
        self.study = self.results / "tiny"
        self.have: set[tuple[str, int]] = set()
        self.damaged: set[str] = set()

    def teardown(self) -> None:
        shutil.rmtree(self.results)

    @initialize(replications=st.integers(2, MOST))
    def begin(self, replications: int) -> None:
        """Have something that can be damaged."""
        self.run(replications)

    @rule(replications=st.integers(2, MOST))
    def run(self, replications: int) -> None:
        """Run, resume, extend, or ask for less; every damaged file is named."""
        told: list[str] = []
        outcome = sweep(
            self.results,
            "answerable",
            *KEPT,
            f"replications={replications}",
            damaged=told.extend,
        )
        assert (outcome.done, outcome.total) == (2 * replications, 2 * replications)
        named = " ".join(told)
        for name in self.damaged - {SCENARIOS_FILE, STUDY_FILE}:  # these are written anew
            assert name in named, f"{name} was put right in silence"
        assert len(told) == len(self.damaged - {SCENARIOS_FILE, STUDY_FILE})
        self.damaged = set()
        self.have |= {(key, r) for key in self.keys() for r in range(replications)}

    @rule(
        replications=st.integers(2, MOST),
        reached=st.floats(0.0, 1.0),
        how=st.sampled_from([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT]),
        engine=st.sampled_from(["threads", "processes"]),
    )
    def run_and_kill(
        self, replications: int, reached: float, how: signal.Signals, engine: str
    ) -> None:
        """Run in a process of its own, and end that by a real signal when some are finished."""
        asked = f"replications={replications}"
        process = started(
            self.results, "answerable", *KEPT, asked, f"engine={engine}", "processes=2"
        )
        goal = len(self.have) + reached * max(0, 2 * replications - len(self.have))
        until(
            lambda: (
                process.poll() is not None
                or ((self.study / LOCK_FILE).exists() and len(units(self.study)) >= goal)
            )
        )
        workers = workers_of(process.pid)
        process.send_signal(how)
        process.communicate(timeout=HANG_S)
        assert not psutil.wait_procs(workers, timeout=HANG_S)[1], "workers outlive the study"
        had_begun = (self.study / STUDY_FILE).exists()
        if had_begun:
            self.damaged -= {name for name in self.damaged if self.is_put_right(name)}
        else:
            self.damaged.discard(SCENARIOS_FILE)

    def is_put_right(self, name: str) -> bool:
        """Tell whether a run that was ended had come so far as to mend this."""
        if name == LEDGER:
            return not read_ledger(self.study).damaged
        if name == STUDY_FILE:
            with contextlib.suppress(StoreError):
                return bool(read_page(self.study))
            return False
        return name not in " ".join(self.verified()[1])

    @precondition(lambda self: self.is_whole())
    @rule(how=st.sampled_from(HOW), table=st.sampled_from(TABLES), where=PLACE)
    def damage_a_part(self, how: str, table: str, where: float) -> None:
        """Spoil a part's file; what it holds has to be computed again."""
        files = sorted(self.study.glob(f"parts/{table}-*"))
        victim = files[int(where * len(files))]
        held = {
            (key, r)
            for part in parts_of(self.study)
            if victim.name in [file.name for file in part.files]
            for key, ranges in part.units.items()
            for first, last in ranges
            for r in range(first, last + 1)
        }
        assert held <= self.have
        self.have -= held
        spoil(victim, how, int(where * victim.stat().st_size))
        self.damaged.add(victim.name)

    @precondition(lambda self: self.is_whole())
    @rule(how=st.sampled_from(["flip", "tear"]), where=PLACE)
    def damage_the_ledger(self, how: str, where: float) -> None:
        """Spoil a line's name of its part, or tear the ledger within a line.

        Of a ledger that is lost, or torn between lines, nothing is left that could be told.
        """
        ledger = self.study / LEDGER
        content = ledger.read_bytes()
        starts = [k for k in range(len(content)) if content.startswith(b'{"id": "', k)]
        spoil(ledger, how, starts[int(where * len(starts))] + 8)
        assert read_ledger(self.study).damaged
        self.damaged.add(LEDGER)
        self.have &= set(units(self.study))

    @precondition(lambda self: self.is_whole())
    @rule(page=st.sampled_from([SCENARIOS_FILE, STUDY_FILE]), where=PLACE)
    def tear_a_page(self, page: str, where: float) -> None:
        """Tear what says what is asked; a run writes it anew."""
        spoil(self.study / page, "tear", int(where * (self.study / page).stat().st_size))
        self.damaged.add(page)

    @invariant()
    def what_is_damaged_is_named(self) -> None:
        """Nothing else is named but what a kill left half-written."""
        if not (self.study / STUDY_FILE).exists():
            return
        code, lines = self.verified()
        half = [line for line in lines if line.endswith("not in the ledger")]
        assert code == (1 if self.damaged or half else 0), lines
        for name in self.damaged:
            assert any(name in line for line in lines), f"{name} is not named"

    def is_whole(self) -> bool:
        """Tell whether there is something that can be damaged, and all of it is sound."""
        return bool(self.have) and not self.damaged and (self.study / STUDY_FILE).exists()

    def verified(self) -> tuple[int, list[str]]:
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            try:
                code = verb_studies.main(["verify=true", "study=tiny", f"results={self.results}"])
            except StoreError as error:
                return 1, [str(error)]
        return code, said.getvalue().splitlines()

    @invariant()
    def what_is_read_is_the_undisturbed_studys(self) -> None:
        """Tables and answer are those of the undisturbed study, or say which file is damaged."""
        if not (self.study / STUDY_FILE).exists():
            return
        if self.damaged & {STUDY_FILE, SCENARIOS_FILE}:
            with pytest.raises(StoreError, match=r"damaged|cannot be read"):
                read_all(self.study, "outcomes")
            return
        asked = read_page(self.study)["replications"]
        numbers = {key: k for k, key in enumerate(self.keys())}
        have = {(numbers[key], r) for key, r in self.have if r < asked}
        for table in TABLES:
            if any(name.startswith(f"{table}-") for name in self.damaged):
                with pytest.raises(StoreError, match=f"damaged: {table}-"):
                    read_all(self.study, table)
                continue
            if any("-" in name for name in self.damaged):
                continue  # its part's other tables are still there
            expected = first_of(table, have)
            if expected.empty:
                continue
            pd.testing.assert_frame_equal(read_all(self.study, table), expected)
        if self.damaged or not have:
            return
        theirs = sweep_answer(undisturbed())
        ours = sweep_answer(self.study)
        if len(have) == 2 * MOST:
            pd.testing.assert_frame_equal(ours.effects, theirs.effects)
            pd.testing.assert_frame_equal(ours.ranking, theirs.ranking)

    @invariant()
    def nothing_is_lost_or_doubled(self) -> None:
        """What is finished is in the ledger once."""
        if not self.study.exists():
            return
        now = units(self.study)
        assert len(now) == len(set(now)), "doubled"
        assert self.have <= set(now), "lost"
        if not self.damaged:
            self.have = set(now)

    def keys(self) -> list[str]:
        return list(pd.read_parquet(self.study / SCENARIOS_FILE)["scenario"])


@pytest.mark.parametrize(
    ("examples", "steps"), [(6, 10), pytest.param(60, 20, marks=pytest.mark.torture)]
)
def test_in_any_order_the_whole_is_that_of_an_undisturbed_study(examples, steps):
    run_state_machine_as_test(
        AnyOrder,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            derandomize=True,
            database=None,
            deadline=None,
            phases=[Phase.generate],  # to shrink would be to kill for hours
            suppress_health_check=list(HealthCheck),
        ),
    )
