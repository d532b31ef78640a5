"""The index as the interface asks it: one reader, on the one thread it belongs to.

A single thread keeps the interface smooth: two busy threads already slow the cursor down. A
question that is not wanted any more is dropped before it starts.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:  # Whoosh and numpy are imported on the search thread, after the first paint
    from index.reader import Reader

_P = ParamSpec("_P")
_T = TypeVar("_T")


class IndexTrouble(Exception):
    """The index could not be asked; the message says why."""


class Library:
    """Asks the index of one corpus; every answer is None while there is no index.

    Raises IndexTrouble when the index can't be read.
    """

    def __init__(self, open_reader: "Callable[[], Reader | None]") -> None:
        self._open = open_reader
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="search")
        self._reader: Reader | None = None

    async def ask(
        self,
        question: "Callable[Concatenate[Reader, _P], _T | None]",
        *args: _P.args,
        **kwargs: _P.kwargs,
    ) -> _T | None:
        """Return the answer to one of the `questions`."""

        def answer() -> _T | None:
            self._renew()  # another process may have updated the index
            return None if self._reader is None else question(self._reader, *args, **kwargs)

        return await self._run(answer)

    async def ask_aside(
        self,
        question: "Callable[Concatenate[Reader, _P], _T]",
        *args: _P.args,
        **kwargs: _P.kwargs,
    ) -> _T | None:
        """Return the answer to a long question, asked of a reader and on a thread of its own.

        Raises what the question raises.
        """

        def answer() -> _T | None:
            reader = self._open()
            if reader is None:
                return None
            try:
                return question(reader, *args, **kwargs)
            finally:
                reader.close()

        return await asyncio.to_thread(answer)

    async def renew(self) -> bool:
        """Take up a newer state of the index; return whether there was one."""
        return await self._run(self._renew)

    async def close(self) -> None:
        """Close the reader, after the question now asked."""
        with suppress(RuntimeError):  # closed before
            await self._run(self._close)
        self._thread.shutdown(wait=False)

    async def _run(self, job: Callable[[], _T]) -> _T:
        def guarded() -> _T:
            try:
                return job()
            except Exception as error:  # whatever it is, it is told, and the next question tries
                self._reader = None
                raise IndexTrouble(f"{type(error).__name__}: {error}") from error

        return await asyncio.get_running_loop().run_in_executor(self._thread, guarded)

    def _renew(self) -> bool:
        if self._reader is not None and self._reader.is_current():
            return False
        self._close()
        self._reader = self._open()
        return self._reader is not None

    def _close(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None
