"""The supervisor's side of one worker process: its private socket, its lifeline, its task and its deadline."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import socket
import time
from collections.abc import Callable, Iterator
from multiprocessing.context import ForkServerContext
from typing import Any, Generic, TypeVar

from pipeline.errors import DocumentError, MemoryLimitError, TimeLimitError, WorkerCrashError
from pipeline.running import wire
from pipeline.running.child import Limits, memory_share, work
from pipeline.running.faults import InternalError

Task = TypeVar("Task")

# Forked from a small server process, not from this one: no threads, locks or open files of a run are inherited.
PROCESSES = ForkServerContext()
REPLY_SECONDS = 30.0  # a reply that has begun to arrive is not cut off at the deadline
START_SECONDS = 60.0
JOIN_SECONDS = 10.0
NEAR_LIMIT = 0.75  # a crash with this share of the memory in use is laid to the limit


class Slot(Generic[Task]):
    """A running worker. Raises OSError or EOFError where it cannot be started."""

    def __init__(self, read: Callable[[Task], object], limits: Limits) -> None:
        self.limits = limits
        self.connection, theirs = socket.socketpair()
        their_end, self._lifeline = PROCESSES.Pipe(duplex=False)
        self._process = PROCESSES.Process(target=work, args=(theirs, their_end, read, limits), daemon=True)
        try:
            with theirs, their_end, _installed_modules_first():
                self._process.start()
            self._wait_until_ready()
        except BaseException:
            self._abandon()
            raise
        self.task: Task | None = None
        self.deadline = 0.0
        self.done = 0
        self._inbox = wire.Inbox()
        self._memory_share = 0.0

    @property
    def pid(self) -> int:
        return self._process.pid or 0

    def _wait_until_ready(self) -> None:
        """What it takes to start is not charged to a document, nor a death at birth."""
        self.connection.settimeout(START_SECONDS)
        wire.receive(self.connection)
        self.connection.settimeout(None)

    def _abandon(self) -> None:
        if self.pid:
            self.kill()
            self._process.join(JOIN_SECONDS)
        self._close()

    def give(self, task: Task) -> None:
        """Hand the worker a task. Raises OSError where it has died."""
        self.connection.setblocking(True)
        wire.send(self.connection, task)
        self.connection.setblocking(False)
        self.task, self.deadline = task, time.monotonic() + self.limits.seconds

    def hear(self) -> wire.Reply | None:
        """The worker's reply where it is complete. Raises EOFError where the worker has died."""
        reply: wire.Reply | None = self._inbox.receive(self.connection)
        if self._inbox:
            self.deadline = max(self.deadline, time.monotonic() + REPLY_SECONDS)
        return reply

    def watch(self) -> None:
        """Note the memory in use, as evidence for why the worker dies, should it."""
        self._memory_share = max(self._memory_share, memory_share(self.pid, self.limits))

    def overdue(self, now: float) -> bool:
        return self.task is not None and now > self.deadline

    def kill(self) -> None:
        """End the worker and all that it started, at once; `bury` waits for it."""
        with contextlib.suppress(ProcessLookupError, PermissionError):  # it has no session of its own yet, or is dead
            if self.pid:
                os.killpg(self.pid, signal.SIGKILL)
        self._process.kill()

    def bury(self) -> DocumentError:
        """Wait for the end of the worker; the error that its death is for the document that it was at."""
        self._process.join(JOIN_SECONDS)
        code = self._process.exitcode
        self._close()
        if code == -signal.SIGXCPU:
            return TimeLimitError(f"{self.limits.seconds:g} s CPU")
        if self._memory_share > NEAR_LIMIT:
            return MemoryLimitError(f"{self.limits.memory_mb} MB")
        return WorkerCrashError(_how(code))

    def _close(self) -> None:
        self.connection.close()
        self._lifeline.close()
        with contextlib.suppress(ValueError):  # a process that the kernel cannot end yet stays; its lifeline is cut
            self._process.close()


@contextlib.contextmanager
def _installed_modules_first() -> Iterator[None]:
    """Where a fork server is started it must not import a ``pipeline`` that stands in the user's current folder.

    It is started with ``-c``, which would put that folder before all that is installed.
    """
    before = os.environ.get("PYTHONSAFEPATH")
    os.environ["PYTHONSAFEPATH"] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYTHONSAFEPATH"]
        else:
            os.environ["PYTHONSAFEPATH"] = before


def _how(code: int | None) -> str:
    if code is None:
        return "không dừng được (cannot be ended)"
    if code >= 0:
        return f"exit {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def opened(reply: wire.Reply) -> Any:
    """The value or the DocumentError in a reply."""
    try:
        if reply.error is not None:
            kind, detail = pickle.loads(reply.error)
            return kind(detail)
        return pickle.loads(reply.value or b"")
    except (pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, TypeError) as error:
        return InternalError(f"{type(error).__name__}: {error}")
