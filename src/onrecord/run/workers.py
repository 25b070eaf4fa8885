"""Work on many reports side by side, in processes that each hold a model of their own; results in the order of the work.

A process that dies takes down no more than the report it was at: the others are given to new processes.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Generic, TypeVar

Made = TypeVar("Made")
AHEAD = 3
"""Tasks given out for each process: the one it is at and those that keep it busy when a long one is waited for."""


@dataclass(frozen=True, slots=True)
class Task(Generic[Made]):
    """Work that another process can do, and what stands for its result when that process dies over it twice.

    Both must be made of top-level functions and plain values, so that they can be sent to another process.
    """

    do: Callable[[], Made]
    lost: Callable[[], Made]


def side_by_side(tasks: Iterable[Task[Made]], processes: int) -> Generator[Made, None, None]:
    """What the tasks make, in their order, `processes` of them at a time."""
    workers, waiting = _Workers(processes), deque[tuple[Task[Made], Future[Made]]]()
    try:
        for task in tasks:
            waiting.append((task, workers.start(task)))
            if len(waiting) > processes * AHEAD:
                yield _next(workers, waiting)
        while waiting:
            yield _next(workers, waiting)
    finally:
        workers.stop()


def _next(workers: _Workers, waiting: deque[tuple[Task[Made], Future[Made]]]) -> Made:
    """The result of the first task that is waited for; alone in a new process if the old ones died."""
    task, future = waiting.popleft()
    try:
        return future.result()
    except BrokenProcessPool:
        workers.restart()
    try:
        made = workers.start(task).result()
    except BrokenProcessPool:
        workers.restart()
        made = task.lost()
    again = [(other, workers.start(other)) for other, _ in waiting]
    waiting.clear()
    waiting.extend(again)
    return made


class _Workers:
    """Processes that can be replaced by new ones."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._pool = self._started()

    def start(self, task: Task[Made]) -> Future[Made]:
        try:
            return self._pool.submit(task.do)
        except BrokenProcessPool:
            broken: Future[Made] = Future()
            broken.set_exception(BrokenProcessPool())
            return broken

    def restart(self) -> None:
        self.stop()
        self._pool = self._started()

    def stop(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _started(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._processes, multiprocessing.get_context("spawn"), _prepare)


def _prepare() -> None:
    """Makes a new process read with one thread, leave interrupts to its parent, and end when its parent has ended."""
    from onrecord.settings import settings

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["ONRECORD_THREADS"] = "1"
    settings.cache_clear()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
