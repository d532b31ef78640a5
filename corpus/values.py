"""Frozen dataclasses that are quick to define.

The standard library compiles six methods of each. A search defines seventy such classes before it
answers, and that was a quarter of its time. Here only `__init__` is compiled, and what all values
do alike is written once.
"""

from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

Class = TypeVar("Class", bound=type)

_ABSENT = object()
"""Stands for a field that is not given, where its default is made anew."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: Class) -> Class:
    """Make of a class what `dataclass(frozen=True, slots=True)` makes of it.

    Fields may have a default or a `default_factory`; methods that the class has itself are kept.
    """
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    methods = {
        "__init__": _initialiser(made),
        "__repr__": _represent,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__getstate__": _state,
        "__setstate__": _restore,
        **_comparing(made.__match_args__),
    }
    for name, method in methods.items():
        if name not in cls.__dict__:
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]


def _initialiser(made: Any) -> Callable[..., None]:
    """Return `__init__`, which sets the fields past the refusal to change any."""
    names: dict[str, Any] = {"_put": object.__setattr__, "_ABSENT": _ABSENT}
    text = f"def __init__({', '.join(['self', *_parameters(fields(made), names)])}):\n"
    for each in fields(made):
        given = each.name
        if each.default_factory is not MISSING:
            given = f"{given} if {given} is not _ABSENT else _make_{given}()"
        text += f"    _put(self, {each.name!r}, {given})\n"
    exec(text + "    return", names)
    initialiser: Callable[..., None] = names["__init__"]
    initialiser.__qualname__ = f"{made.__qualname__}.__init__"
    return initialiser


def _parameters(of: Iterable[Field[Any]], names: dict[str, Any]) -> Iterable[str]:
    """Yield the parameters of `__init__`, and put into `names` what their defaults are called."""
    for each in of:
        if each.default is not MISSING:
            names[f"_default_{each.name}"] = each.default
            yield f"{each.name}=_default_{each.name}"
        elif each.default_factory is not MISSING:
            names[f"_make_{each.name}"] = each.default_factory
            yield f"{each.name}=_ABSENT"
        else:
            yield each.name


def _comparing(names: tuple[str, ...]) -> dict[str, Callable[..., Any]]:
    """Return the methods that compare by all fields."""
    read: Callable[[Any], Any] = attrgetter(*names) if names else lambda _: ()

    def equal(self: Any, other: Any) -> Any:
        return read(self) == read(other) if type(self) is type(other) else NotImplemented

    return {"__eq__": equal, "__hash__": lambda self: hash(read(self))}


def _represent(self: Any) -> str:
    told = (f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({', '.join(told)})"


def _refuse(self: Any, name: str, *_: Any) -> NoReturn:
    raise FrozenInstanceError(f"{type(self).__qualname__}.{name} cannot be changed")


def _state(self: Any) -> list[Any]:
    """Return what pickling and copying keep."""
    return [getattr(self, name) for name in self.__match_args__]


def _restore(self: Any, state: list[Any]) -> None:
    for name, kept in zip(self.__match_args__, state, strict=True):
        object.__setattr__(self, name, kept)
