"""Makes `src/onrecord/assets/registry/` from UCDP's actors, the United Nations' list, the Phoenix dictionaries and hand.

`python -m assets_src.registry --corpora FOLDER --out FOLDER`; the same sources give the same bytes.
"""
