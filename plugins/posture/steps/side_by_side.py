"""Many hosts at once, one thing at a time at each: a slow host holds up nobody but itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import zip_longest
from typing import TypeVar

from posture.adapters.web import host_of
from posture.adapters.web_errors import FetchRefused

# Hosts asked at the same time. A thread that waits for an answer costs little; each holds one answer in memory.
MOST = 256

Item = TypeVar("Item")
Answer = TypeVar("Answer")


def by_host(
    threads: ThreadPoolExecutor, items: Sequence[Item], url_of: Callable[[Item], str], do: Callable[[Item], Answer]
) -> Iterator[tuple[Item, Answer]]:
    """Each item with what `do` gave: the first of every host, then the second of every host, and so on.

    The order depends on the items alone, not on who answers first, so that a run repeated keeps the same rows in
    the same order. What `do` raises is raised here, and what was not begun by then is not begun.
    """
    queues = [[(item, Future[Answer]()) for item in queue] for queue in _queues(items, url_of)]
    for queue in queues:
        threads.submit(_work_off, queue, do)
    try:
        for place in zip_longest(*queues):
            for item, promise in (pair for pair in place if pair is not None):
                yield item, promise.result()
    finally:
        for queue in queues:
            for _, promise in queue:
                promise.cancel()


def _queues(items: Sequence[Item], url_of: Callable[[Item], str]) -> list[list[Item]]:
    queues: dict[str, list[Item]] = {}
    for item in items:
        queues.setdefault(_host(url_of(item)), []).append(item)
    return list(queues.values())


def _host(url: str) -> str:
    try:
        return host_of(url)
    except FetchRefused:
        return ""  # fetching will say why


def _work_off(queue: Sequence[tuple[Item, Future[Answer]]], do: Callable[[Item], Answer]) -> None:
    for item, promise in queue:
        if not promise.set_running_or_notify_cancel():
            return
        try:
            promise.set_result(do(item))
        except BaseException as error:  # noqa: BLE001 -- raised where the answer is waited for
            promise.set_exception(error)
