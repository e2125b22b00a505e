"""Documents that crash, hang or eat memory: each is named, no other is harmed, the deadline holds."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

import pytest

from pipeline.errors import DocumentError, EncryptedError, MemoryLimitError, TimeLimitError, WorkerCrashError
from pipeline.running.faults import InternalError
from pipeline.running.workers import Limits, Outcome, Pool
from tests.running import readers

LIMITS = Limits(seconds=4.0, memory_mb=256, tasks=20)
CPU_SHORT = Limits(seconds=600.0, memory_mb=256)


def outcomes(tasks: list[str], limits: Limits = LIMITS, workers: int = 2) -> dict[str, object]:
    found: list[Outcome[str, object]] = list(Pool(readers.read, limits, workers).run(tasks))
    assert Counter(outcome.task for outcome in found) == Counter(tasks), "one outcome a task"
    return {outcome.task: outcome.result for outcome in found}


@pytest.mark.parametrize(
    ("task", "expected", "words"),
    [
        ("sleep_long", TimeLimitError, "4 s"),
        ("loop_in_c", TimeLimitError, "4 s"),
        ("spin", TimeLimitError, "4 s"),
        ("eat_memory", MemoryLimitError, "256 MB"),
        ("abort_at_the_limit", MemoryLimitError, "256 MB"),
        ("hide_memory_error", MemoryLimitError, "256 MB"),
        ("crash", WorkerCrashError, "SIGSEGV"),
        ("vanish", WorkerCrashError, "exit 7"),
        ("get_killed", WorkerCrashError, "SIGKILL"),
        ("give_up", InternalError, "SystemExit: 3"),
        ("raise_unpicklable", InternalError, "_Unpicklable"),
        ("return_unpicklable", InternalError, "return_unpicklable"),
        ("recurse", InternalError, "RecursionError"),
        ("refuse", EncryptedError, "bí mật"),
    ],
)
def test_a_bad_document_is_named_and_harms_no_other(task: str, expected: type[DocumentError], words: str) -> None:
    innocent = [f"ok-{n}" for n in range(12)]
    results = outcomes([*innocent[:4], task, *innocent[4:]])
    error = results.pop(task)
    assert type(error) is expected
    assert words in error.message
    assert results == {name: name for name in innocent}


def test_all_sorts_at_once() -> None:
    bad = ["crash", "spin", "eat_memory", "give_up", "vanish", "raise_unpicklable", "refuse"]
    tasks = [task for n in range(8) for task in (f"ok-{n}", f"slow-{n}", f"{bad[n % len(bad)]}-{n}")]
    results = outcomes(tasks)
    failed = {task for task, result in results.items() if isinstance(result, DocumentError)}
    assert failed == {task for task in tasks if not task.startswith(("ok", "slow"))}


def test_a_large_answer_comes_whole_and_noise_of_libraries_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    results = outcomes(["big_answer", "noisy"])
    assert len(str(results["big_answer"])) == 8 << 20
    assert results["noisy"] == "noisy"
    assert capfd.readouterr() == ("", "")


def test_an_answer_that_waits_while_the_caller_is_busy_is_not_overdue() -> None:
    limits = Limits(seconds=2.0, memory_mb=256)
    results = []
    for outcome in Pool(readers.read, limits, 2).run(["ok-1", "slow-2", "ok-3", "slow-4"]):
        results.append(outcome.result)
        time.sleep(2.5)
    assert sorted(map(str, results)) == ["ok-1", "ok-3", "slow-2", "slow-4"]


def test_workers_are_replaced_after_their_number_of_tasks() -> None:
    limits = Limits(seconds=5.0, memory_mb=256, tasks=3)
    pids = Counter(outcome.result for outcome in Pool(readers.pid, limits, 1).run(f"t{n}" for n in range(9)))
    assert sorted(pids.values()) == [3, 3, 3]


def test_tasks_are_taken_only_when_a_worker_is_free() -> None:
    taken: list[str] = []

    def tasks() -> Iterator[str]:
        for n in range(10):
            taken.append(f"ok-{n}")
            yield taken[-1]

    run = Pool(readers.read, LIMITS, 2).run(tasks())
    next(run)
    assert len(taken) <= 4
    run.close()


def test_the_kernel_ends_a_document_that_burns_cpu_when_the_supervisor_does_not_look() -> None:
    run = Pool(readers.read, Limits(seconds=1.0, memory_mb=256), 1)
    run._give("spin")
    (slot,) = run._slots
    slot.deadline += 600
    found: list[Outcome[str, object]] = []
    while not found:
        found = run._wait()
    run._end_all()
    (outcome,) = found
    assert isinstance(outcome.result, TimeLimitError)
    assert "CPU" in outcome.result.message


def test_what_a_worker_started_ends_with_it() -> None:
    before = _processes("sleep 600")
    assert isinstance(outcomes(["leave_a_child"], workers=1)["leave_a_child"], TimeLimitError)
    _wait_until(lambda: _processes("sleep 600") <= before)


def test_closing_the_run_ends_all_workers_at_once() -> None:
    pool = Pool(readers.read, Limits(seconds=60.0, memory_mb=256), 2)
    run = pool.run(["ok-1", "spin-1", "loop_in_c-2"])
    next(run)
    pids = [slot.pid for slot in pool._slots]
    run.close()
    assert not [pid for pid in pids if _alive(pid)]


def test_a_worker_that_is_killed_while_idle_costs_nothing() -> None:
    pool = Pool(readers.read, LIMITS, 2)
    results = []
    for outcome in pool.run([f"ok-{n}" for n in range(10)]):
        results.append(outcome.result)
        for slot in pool._slots:
            if slot.task is None:
                slot.kill()
                _wait_until(partial(_dead, slot.pid))
    assert sorted(map(str, results)) == sorted(f"ok-{n}" for n in range(10))


def _processes(command: str) -> set[int]:
    found = set()
    for entry in os.listdir("/proc"):
        with suppress(OSError, ValueError), open(f"/proc/{int(entry)}/cmdline", "rb") as file:
            if file.read().replace(b"\0", b" ").strip().decode() == command:
                found.add(int(entry))
    return found


def _dead(pid: int) -> bool:
    return not _alive(pid)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _wait_until(condition: Callable[[], bool], seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    assert condition()
