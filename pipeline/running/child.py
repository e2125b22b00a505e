"""The inside of a worker process: reads one document after the other, within limits, and answers for each.

Nothing that a document provokes may reach the supervisor but a reply, or the end of the socket.
"""

from __future__ import annotations

import contextlib
import fcntl
import math
import os
import pickle
import resource
import signal
import socket
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from pipeline.errors import DocumentError, MemoryLimitError
from pipeline.running import wire
from pipeline.running.faults import InternalError
from pipeline.running.wire import Reply

READY = "ready"
MEGABYTE = 1 << 20
SPARE_CPU_SECONDS = 1
FULL = 0.9  # a failure with this share of the memory in use is laid to the limit
WORN = 0.5  # a worker that has ever used this share is not used again: its peak is evidence for the next document


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may use: wall and CPU ``seconds``, ``memory_mb`` of address space beyond an idle worker's.

    A worker is replaced after ``tasks`` documents, so that leaks of libraries do not add up.
    """

    seconds: float = 120.0
    memory_mb: int = 2048
    tasks: int = 200

    @property
    def memory(self) -> int:
        """``memory_mb`` in bytes."""
        return self.memory_mb * MEGABYTE


def work(connection: socket.socket, lifeline: Connection, read: Callable[[Any], object], limits: Limits) -> None:
    """Say that we are ready, then answer each task with a Reply, until one side ends. Never returns."""
    _settle(lifeline, limits)
    with contextlib.suppress(EOFError, OSError):  # the supervisor is gone, or has no more work
        wire.send(connection, READY)
        while True:
            reply = _attempt(read, wire.receive(connection), limits)
            wire.send(connection, reply)
            if reply.last:
                break
    os._exit(0)  # libraries may have left threads that would keep the process


def _settle(lifeline: Connection, limits: Limits) -> None:
    os.setsid()  # Ctrl-C goes to the supervisor alone; the worker is killed with all that it started
    _silence()
    _end_with(lifeline)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError, OSError):  # not every system can limit address space (macOS)
        ceiling = _status_bytes(os.getpid(), "VmSize") + limits.memory
        resource.setrlimit(resource.RLIMIT_AS, (ceiling, ceiling))


def _silence() -> None:
    """Libraries write warnings about documents to the terminal; they would tear the progress bar."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)


def _end_with(lifeline: Connection) -> None:
    """Let the kernel end this process when the supervisor's end of the pipe closes, however that died.

    SIGIO ends a process by default and needs no interpreter lock, so a loop in C ends too.
    """
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    descriptor = lifeline.fileno()
    fcntl.fcntl(descriptor, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(descriptor, fcntl.F_SETFL, fcntl.fcntl(descriptor, fcntl.F_GETFL) | os.O_ASYNC)
    if lifeline.poll(0):  # closed before the signal was asked for
        os._exit(0)


def _attempt(read: Callable[[Any], object], task: object, limits: Limits) -> Reply:
    _allow_cpu(limits.seconds)
    try:
        return Reply(value=pickle.dumps(read(task)), last=_share(limits) > WORN)
    except DocumentError as error:
        return _refusal(error, limits, last=False)
    except MemoryError:
        return _refusal(MemoryLimitError(f"{limits.memory_mb} MB"), limits, last=True)
    except BaseException as error:  # noqa: BLE001 - sys.exit, recursion, bugs: each is a failure of this document alone
        return _refusal(InternalError(_describe(error)), limits, last=True)


def _refusal(error: DocumentError, limits: Limits, last: bool) -> Reply:
    """Libraries wrap MemoryError in exceptions of their own, so a failure near the limit is laid to it."""
    share = _share(limits)
    if share > FULL:
        error = MemoryLimitError(f"{limits.memory_mb} MB")
    try:
        pair = pickle.dumps((type(error), error.detail))
    except (pickle.PicklingError, AttributeError, TypeError):  # a class that the supervisor could not import
        pair = pickle.dumps((InternalError, error.message))
    return Reply(error=pair, last=last or share > WORN)


def _describe(error: BaseException) -> str:
    """The exception in one line, with the place in the program where it arose."""
    said = " ".join(traceback.format_exception_only(error)[-1].split())[:300]
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return said + place


def _allow_cpu(seconds: float) -> None:
    """Move the CPU limit on by what one document may use; the kernel ends the process with SIGXCPU there."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = math.ceil(used.ru_utime + used.ru_stime + seconds) + SPARE_CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _share(limits: Limits) -> float:
    return memory_share(os.getpid(), limits)


def memory_share(pid: int, limits: Limits) -> float:
    """How much of its ``memory_mb`` the worker has used at its peak, 0..1; 0 where the system does not tell."""
    try:
        ceiling, _ = resource.prlimit(pid, resource.RLIMIT_AS)
        peak = _status_bytes(pid, "VmPeak")
    except (OSError, AttributeError):  # the worker is gone; or no Linux
        return 0.0
    if ceiling == resource.RLIM_INFINITY:
        return 0.0
    return 1 - (ceiling - peak) / limits.memory


def _status_bytes(pid: int, name: str) -> int:
    """A figure of /proc/PID/status, in bytes. Raises OSError where there is none (a zombie has no memory)."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8", errors="replace").splitlines():
        if line.startswith(name + ":"):
            return int(line.split()[1]) * 1024
    raise ProcessLookupError(name)
