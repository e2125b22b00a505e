"""Messages between the supervisor and a worker: eight bytes of length, then a pickle, over a private socket."""

from __future__ import annotations

import pickle
import socket
import struct
from dataclasses import dataclass
from typing import Any

HEADER = struct.Struct("!Q")
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Reply:
    """What a worker answers: a pickled ``value``, or the class and detail of a DocumentError, pickled as a pair.

    The parts are pickled already, so that a fault in pickling is met where the document is.
    ``last`` says that the worker ends after this reply.
    """

    value: bytes | None = None
    error: bytes | None = None
    last: bool = False


def send(connection: socket.socket, message: object) -> None:
    """Send one message; blocks. Raises OSError where the other side is gone."""
    body = pickle.dumps(message)
    connection.sendall(HEADER.pack(len(body)) + body)


def receive(connection: socket.socket) -> Any:
    """The next message; blocks. Raises EOFError where the other side is gone."""
    (length,) = HEADER.unpack(_exactly(connection, HEADER.size))
    return pickle.loads(_exactly(connection, length))


def _exactly(connection: socket.socket, length: int) -> bytes:
    data = bytearray()
    while len(data) < length:
        part = connection.recv(min(CHUNK, length - len(data)))
        if not part:
            raise EOFError
        data += part
    return bytes(data)


class Inbox:
    """Gathers one message from a socket that does not block, as its bytes come in."""

    def __init__(self) -> None:
        self._data = bytearray()

    def __bool__(self) -> bool:
        """Whether a message has begun to arrive."""
        return bool(self._data)

    def receive(self, connection: socket.socket) -> Any | None:
        """The message where it is complete, else None. Raises EOFError where the other side is gone."""
        try:
            part = connection.recv(CHUNK)
        except BlockingIOError:
            return None
        except OSError as error:  # a reset connection is an end like any other
            raise EOFError from error
        if not part:
            raise EOFError
        self._data += part
        return self._message()

    def _message(self) -> Any | None:
        if len(self._data) < HEADER.size:
            return None
        (length,) = HEADER.unpack_from(self._data)
        if len(self._data) < HEADER.size + length:
            return None
        body = bytes(memoryview(self._data)[HEADER.size :])
        self._data = bytearray()
        return pickle.loads(body)
