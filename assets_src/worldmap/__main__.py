"""`python -m assets_src.worldmap --out FOLDER [--sources FOLDER]`: makes the outlines of countries and their card."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from assets_src.gazetteer.archives import members_of_tarball
from assets_src.gazetteer.packages import Package, held, sha256
from assets_src.worldmap.topology import DIGITS, features

WORLD_ATLAS = Package(
    "world-atlas",
    "2.0.2",
    "npm",
    "world-atlas-2.0.2.tgz",
    "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    "Natural Earth 1:50 million (public domain), as TopoJSON by Mike Bostock (ISC)",
)
_CARD = """# Outlines of countries

`countries.geojson` is what the desk's map is drawn on: {countries} countries and territories as polygons,
{points:,} points in degrees with {digits} decimals.

| | |
|---|---|
| source | {credit} |
| package | {name} {version}, checksum {package_sum} |
| made by | `python -m assets_src.worldmap --out FOLDER` |
| checksum | {made_sum} |
| licence | public domain (Natural Earth) |

Limits: the outlines are Natural Earth's, which draws borders as they are held on the ground and takes no side in who
should hold them; a line on this map is no statement about a claim to land. At this scale a border may be off by several
kilometres, and small islands are missing.
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Fetches the source if it is missing, and writes countries.geojson and README.md into a folder."""
    parser = argparse.ArgumentParser(prog="python -m assets_src.worldmap", description=main.__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for countries.geojson and README.md")
    parser.add_argument("--sources", type=Path, default=Path("build/worldmap"), help="folder of the fetched package")
    options = parser.parse_args(arguments)
    sources = options.sources.resolve()
    sources.mkdir(parents=True, exist_ok=True)
    package = held(WORLD_ATLAS, sources)
    ((_, topology),) = members_of_tarball(package, "countries-50m.json")
    made = features(topology, "countries")
    path = options.out / "countries.geojson"
    options.out.mkdir(parents=True, exist_ok=True)
    whole = {"type": "FeatureCollection", "features": made}
    path.write_text(json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    points = sum(len(ring) for one in made for polygon in one["geometry"]["coordinates"] for ring in polygon)
    card = _CARD.format(
        countries=len(made),
        points=points,
        digits=DIGITS,
        credit=WORLD_ATLAS.credit,
        name=WORLD_ATLAS.name,
        version=WORLD_ATLAS.version,
        package_sum=WORLD_ATLAS.sha256,
        made_sum=sha256(path),
    )
    (options.out / "README.md").write_text(card, encoding="utf-8")


if __name__ == "__main__":
    main()
