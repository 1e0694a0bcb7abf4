"""python -m tests.bot.flooding PORT SOCKETS PAUSE: holds so many sockets with half a head. Those that are ended are
opened anew, all together, after each pause (in seconds).

It is a process of its own, so that whoever measures does not wait for it. It says "held" when all are open.
"""

import contextlib
import socket
import sys
import time


class Flood:
    def __init__(self, port: int, sockets: int, pause_s: float) -> None:
        self._port = port
        self._sockets = sockets
        self._pause_s = pause_s
        self._held: list[socket.socket] = []

    def hold(self) -> None:
        """Hold them for ever."""
        while True:
            self._held = [one for one in self._held if self._lives(one)]
            while len(self._held) < self._sockets:
                with contextlib.suppress(OSError):
                    self._open()
            print("held", flush=True)
            time.sleep(self._pause_s)

    def _open(self) -> None:
        one = socket.create_connection(("127.0.0.1", self._port), timeout=1)
        self._held.append(one)
        one.sendall(b"POST /telegram HTTP/1.1\r\nHost: a\r\n")
        one.setblocking(False)

    def _lives(self, one: socket.socket) -> bool:
        try:
            there = one.recv(1) != b""
        except BlockingIOError:
            return True
        except OSError:
            there = False
        if not there:
            one.close()
        return there


if __name__ == "__main__":
    Flood(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])).hold()
