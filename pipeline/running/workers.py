"""A pool of worker processes in which one document cannot harm another.

Measured (ready-made pools lose innocent tasks when a worker crashes, or cannot end an endless loop): what holds
is one private socket and one task in flight a worker, a deadline, kill and respawn, and workers that are
replaced before leaks add up. Workers come from a fork server, which has the libraries loaded already.
"""

from __future__ import annotations

import os
import selectors
import time
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from pipeline.errors import DocumentError, TimeLimitError
from pipeline.running.child import Limits as Limits
from pipeline.running.faults import NoWorkersError
from pipeline.running.slot import PROCESSES, Slot, opened

Task = TypeVar("Task")
Value = TypeVar("Value")

WATCH_SECONDS = 0.2
START_ATTEMPTS = 6
START_PAUSE = 0.2  # seconds, times the number of the attempt


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Task, Value]):
    """What became of one task. A WorkerCrashError says that it took its worker down."""

    task: Task
    result: Value | DocumentError


def warm(modules: Sequence[str]) -> None:
    """Name the modules that the fork server imports once, before the first pool starts.

    With ``__main__`` among them no worker imports the program itself once more. Numeric libraries reserve
    address space for each thread; a worker needs one.
    """
    for variable in ("OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    PROCESSES.set_forkserver_preload(["__main__", *modules])


class Pool(Generic[Task, Value]):
    """``workers`` processes that each apply ``read`` to one task at a time, within ``limits``.

    ``read`` is a module-level function; tasks and values are pickled.
    """

    def __init__(self, read: Callable[[Task], Value], limits: Limits, workers: int) -> None:
        self._read, self._limits, self._workers = read, limits, workers
        self._slots: list[Slot[Task]] = []
        self._selector = selectors.DefaultSelector()

    def run(self, tasks: Iterable[Task]) -> Generator[Outcome[Task, Value]]:
        """One outcome a task, as they come. Tasks are taken from the iterable only when a worker is free."""
        return self.serve(partial(next, iter(tasks), None))

    def serve(self, take: Callable[[], Task | None]) -> Generator[Outcome[Task, Value]]:
        """As `run`, but ``take`` may say None for now, and have tasks again once the caller has seen an outcome.

        Ends when there is no task and none is being done. Raises NoWorkersError where no worker can be started.
        Closing the iterator ends all workers.
        """
        try:
            self._fill(take)
            while self._busy():
                yield from self._wait()
                self._fill(take)
        finally:
            self._end_all()

    def _busy(self) -> list[Slot[Task]]:
        return [slot for slot in self._slots if slot.task is not None]

    def _fill(self, take: Callable[[], Task | None]) -> None:
        while len(self._busy()) < self._workers and (task := take()) is not None:
            self._give(task)

    def _give(self, task: Task) -> None:
        """A worker that died while idle, or at birth, is replaced; it is no fault of the task."""
        for attempt in range(START_ATTEMPTS):
            try:
                slot = self._idle_slot()
            except (OSError, EOFError):  # a fork server that was killed is not known to be dead at once
                time.sleep(START_PAUSE * attempt)
                continue
            try:
                return slot.give(task)
            except OSError:
                self._remove(slot)
        raise NoWorkersError

    def _idle_slot(self) -> Slot[Task]:
        idle = next((slot for slot in self._slots if slot.task is None), None)
        return idle or self._start()

    def _start(self) -> Slot[Task]:
        slot = Slot(self._read, self._limits)
        self._slots.append(slot)
        self._selector.register(slot.connection, selectors.EVENT_READ, slot)
        return slot

    def _wait(self) -> list[Outcome[Task, Value]]:
        """All outcomes that are there. They are gathered before any is handed on: the caller may take its time,
        and a worker that has answered meanwhile is not overdue."""
        ready = self._selector.select(self._patience())
        outcomes = [self._hear(key.data) for key, _ in ready]
        now = time.monotonic()
        outcomes += [self._give_up(slot) for slot in list(self._slots) if slot.overdue(now)]
        for slot in self._slots:
            slot.watch()
        return [outcome for outcome in outcomes if outcome is not None]

    def _patience(self) -> float:
        nearest = min(slot.deadline for slot in self._busy())
        return max(0.0, min(WATCH_SECONDS, nearest - time.monotonic()))

    def _hear(self, slot: Slot[Task]) -> Outcome[Task, Value] | None:
        try:
            reply = slot.hear()
        except EOFError:
            task = slot.task
            error = self._remove(slot)
            return None if task is None else Outcome(task, error)
        if reply is None or slot.task is None:
            return None
        outcome: Outcome[Task, Value] = Outcome(slot.task, opened(reply))
        slot.task, slot.done = None, slot.done + 1
        if reply.last or slot.done >= self._limits.tasks:
            slot.kill()
            self._remove(slot)
        return outcome

    def _give_up(self, slot: Slot[Task]) -> Outcome[Task, Value] | None:
        task = slot.task
        slot.kill()
        self._remove(slot)
        return None if task is None else Outcome(task, TimeLimitError(f"{self._limits.seconds:g} s"))

    def _remove(self, slot: Slot[Task]) -> DocumentError:
        self._selector.unregister(slot.connection)
        self._slots.remove(slot)
        return slot.bury()

    def _end_all(self) -> None:
        for slot in self._slots:
            slot.kill()
        for slot in list(self._slots):
            self._remove(slot)
        self._selector.close()
