"""A program in a pseudo-terminal, and all the bytes it writes there."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
from collections.abc import Sequence
from types import TracebackType

_QUIET_SECONDS = 0.4
_MOST_SECONDS = 60.0


class Terminal:
    """Runs a program as in a terminal of the given size; a context manager."""

    def __init__(
        self, arguments: Sequence[str], env: dict[str, str], columns: int = 120, rows: int = 40
    ) -> None:
        self.written = b""
        """Everything the program has written."""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process = subprocess.Popen(
            arguments, stdin=slave, stdout=slave, stderr=slave, env=env, close_fds=True
        )
        os.close(slave)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._master)

    def press(self, keys: str) -> None:
        """Type `keys` and wait until what they bring is written."""
        os.write(self._master, keys.encode())
        self.settle()

    def wait_for(self, words: bytes) -> None:
        """Wait until the program has written `words`."""
        while words not in self.written:
            assert self._read(_MOST_SECONDS), f"{words!r} was never written"

    def settle(self) -> None:
        """Wait until the program has nothing more to write."""
        while self._read(_QUIET_SECONDS):
            pass

    def wait_for_end(self) -> int:
        """Wait until the program has ended and return its exit status."""
        while self._read(_MOST_SECONDS):
            pass
        return self.process.wait()

    def _read(self, seconds: float) -> bool:
        """Read what is there, or comes within so many seconds; return whether anything did."""
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._master, 65_536)
        except OSError:  # the program has ended
            return False
        self.written += data
        return bool(data)
