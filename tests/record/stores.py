"""Where the tests' records are: files, or databases of a PostgreSQL server."""

from __future__ import annotations

from pathlib import Path

from tests.record.cluster import Cluster

Place = Path | str


class Stores:
    """Places for records on one backend, each by its name, the same one whenever it is asked for."""

    def __init__(self, folder: Path, cluster: Cluster | None) -> None:
        self._folder, self._cluster = folder, cluster
        self._made: dict[str, str] = {}

    @property
    def in_files(self) -> bool:
        """Whether the records are SQLite files."""
        return self._cluster is None

    def place(self, name: str = "x") -> Place:
        """A place for a record; on a server its tables are there already, which saves most of the time."""
        return self._place(name, filled=True)

    def empty(self, name: str = "x") -> Place:
        """A place where nothing is yet."""
        return self._place(name, filled=False)

    def close(self) -> None:
        """Removes the databases."""
        for url in self._made.values():
            if self._cluster is not None:
                self._cluster.drop(url)
        self._made.clear()

    def _place(self, name: str, *, filled: bool) -> Place:
        if self._cluster is None:
            return self._folder / f"{name}.db"
        if name not in self._made:
            self._made[name] = self._cluster.make(filled=filled)
        return self._made[name]
