"""Frozen dataclasses as nested lists for JSON and back, by their type hints.

A record is the list of its fields in order; what comes back is checked against the hints, so that text which was
written by other code fails here and not later. ``shape`` names all fields, to tell apart versions of the classes.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache, partial
from operator import attrgetter, methodcaller
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Decoder = Callable[[Any], Any]


def dumps(record: object) -> str:
    """The record as JSON. Numbers of numpy become plain ones. Raises TypeError for what no JSON can hold."""
    return json.dumps(_plain(record), ensure_ascii=False, separators=(",", ":"), default=methodcaller("item"))


def rebuild(kind: type, value: Any) -> Any:
    """The record of class ``kind`` from what JSON made of it. Raises ValueError or TypeError where it is none."""
    return _decoder(kind)(value)


def shape(kind: Any) -> str:
    """All fields of a record class and of those in it, with their types."""
    inner = "".join(shape(part) for part in get_args(kind))
    if not is_dataclass(kind):
        return f"{kind}{inner}"
    hints = get_type_hints(kind)
    return f"{kind}({','.join(f'{name}:{shape(hint)}' for name, hint in hints.items())})"


def _plain(value: Any) -> Any:
    kind: type = type(value)
    if is_dataclass(kind):
        return [_plain(part) for part in _parts(kind)(value)]
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


@cache
def _parts(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    names = [field.name for field in fields(kind)]
    if len(names) == 1:
        return lambda record: (getattr(record, names[0]),)
    return attrgetter(*names)


@cache
def _decoder(kind: Any) -> Decoder:
    if is_dataclass(kind):
        return partial(_record, kind, [_decoder(hint) for hint in get_type_hints(kind).values()])
    origin, parts = get_origin(kind), get_args(kind)
    if origin is tuple and parts[1:] == (...,):
        return partial(_tuple_of, _decoder(parts[0]))
    if origin is tuple:
        return partial(_fixed_tuple, [_decoder(part) for part in parts])
    if origin in (Union, UnionType) and len(parts) == 2 and parts[1] is NoneType:
        return partial(_optional, _decoder(parts[0]))
    if origin is Literal:
        return partial(_one_of, parts)
    return partial(_simple, (int, float) if kind is float else kind)


def _record(make: Any, decoders: list[Decoder], value: Any) -> Any:
    return make(*_fixed_tuple(decoders, value))


def _fixed_tuple(decoders: list[Decoder], value: Any) -> tuple[Any, ...]:
    _simple(list, value)
    return tuple(decode(part) for decode, part in zip(decoders, value, strict=True))


def _tuple_of(decode: Decoder, value: Any) -> tuple[Any, ...]:
    return tuple(map(decode, _simple(list, value)))


def _optional(decode: Decoder, value: Any) -> Any:
    return None if value is None else decode(value)


def _one_of(choices: tuple[Any, ...], value: Any) -> Any:
    if value not in choices:
        raise ValueError(f"{value!r} is none of {choices}")
    return value


def _simple(kind: type | tuple[type, ...], value: Any) -> Any:
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is no {kind}")
    return value
