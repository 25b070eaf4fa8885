"""The table of event types: PLOVER's list, and codes that CAMEO2PLOVER sends to each type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.ontology import MODES, TYPES, cameo_code, ontology

SENT = {
    "AGREE": "030 031 0311 0312 0313 0314 032 033 0331 0332 0333 0334 034 0341 0342 0343 0344 035 0351 0352 0353 0354"
    " 0355 0356 036 037 038 039",
    "CONSULT": "040 041 042 043 044 045 046",
    "SUPPORT": "050 051 052 053 054 055 056 057",
    "CONCEDE": "080 081 0811 0812 082 083 0831 0832 0833 0834",
    "COOPERATE": "060 061 062 063 064",
    "AID": "070 071 072 073 074 075",
    "RETREAT": "0813 0814 084 0841 0842 085 086 0861 0862 0863 087 0871 0872 0873 0874",
    "REQUEST": "100 101 1011 1012 1013 1014 102 103 1031 1032 1033 1034 104 1041 1042 1043 1044 105 1051 1052 1053 1054"
    " 1055 1056 106 107 108",
    "ACCUSE": "090 091 092 093 094 110 111 112 1121 1122 1123 1124 1125 113 114 115 116",
    "REJECT": "120 121 1211 1212 1213 1214 122 1221 1222 1223 1224 123 1231 1232 1233 1234 124 1241 1242 1243 1244 1245"
    " 1246 125 126 127 128 129",
    "THREATEN": "130 131 1311 1312 1313 132 1321 1322 1323 1324 133 134 135 136 137 138 1381 1382 1383 1384 1385 139",
    "PROTEST": "140 141 1411 1412 1413 1414 142 1421 1422 1423 1424 143 1431 1432 1433 1434 144 1441 1442 1443 1444 145"
    " 1451 1452 1453 1454",
    "SANCTION": "160 161 162 1621 1622 1623 164 165 166 1661 1662 1663",
    "MOBILIZE": "150 151 152 153 154",
    "COERCE": "163 170 171 1711 172 1721 1722 1723 1724 173 174 191 192",
    "ASSAULT": "1712 175 180 181 182 1821 1822 1823 183 1831 1832 1833 184 185 186 190 193 194 195 196 200 201 202 203"
    " 204 2041 2042",
}
"""The codes that CAMEO2PLOVER (17 September 2021, CC BY-SA 4.0) sends to each type."""
WITHOUT = {
    ("RETREAT", None),
    ("RETREAT", "resign"),
    ("SANCTION", "convict"),
    ("COERCE", "misinformation"),
    ("COERCE", "cyber"),
    ("ASSAULT", "execute"),
}
"""Types and modes for which CAMEO2PLOVER has no code."""


def test_the_sixteen_types_stand_in_the_order_of_the_list() -> None:
    assert TYPES == tuple(SENT) == tuple(MODES) == tuple(ontology())


def test_every_code_is_one_that_is_sent_to_its_type() -> None:
    for kind in ontology().values():
        used = {kind.code, *kind.modes.values(), *(finer.code for finer in kind.finer)} - {None}
        assert used <= set(SENT[kind.name].split()), kind.name


def test_every_type_and_mode_has_a_code_or_is_known_to_have_none() -> None:
    pairs = {(kind, mode) for kind in TYPES for mode in (None, *MODES[kind])}
    assert {pair for pair in pairs if cameo_code(*pair, "") is None} == WITHOUT


def test_finer_codes_name_modes_of_their_type() -> None:
    for kind in ontology().values():
        for finer in kind.finer:
            assert finer.modes <= set(kind.modes), (kind.name, finer.code)


def test_every_type_has_a_line_that_says_what_it_means() -> None:
    assert all(
        kind.gloss and kind.gloss[0].islower() and not kind.gloss.endswith(".") for kind in ontology().values()
    )
    assert len({kind.gloss for kind in ontology().values()}) == len(TYPES)


@pytest.mark.parametrize(
    ("kind", "mode", "trigger", "code"),
    [
        ("CONSULT", None, "peace talks", "046"),
        ("CONSULT", "multilateral", "Negotiations", "046"),
        ("CONSULT", None, "mediated", "045"),
        ("CONSULT", "third-party", "mediated", "045"),
        ("CONSULT", "third-party", "talks", "044"),
        ("CONSULT", "phone", "talks", "041"),
        ("CONSULT", None, "telephoned", "041"),
        ("CONSULT", "visit", "hosted", "043"),
        ("CONSULT", None, "met", "040"),
        ("CONSULT", None, "hostile meeting", "040"),
        ("SUPPORT", None, "peace deal", "057"),
        ("SUPPORT", None, "signed", "057"),
        ("SUPPORT", None, "signalled", "050"),
        ("SUPPORT", None, "praised", "051"),
        ("RETREAT", "ceasefire", "held", "0871"),
        ("RETREAT", None, "cease-fire", "0871"),
        ("RETREAT", "withdraw", "pulled out", "0874"),
        ("RETREAT", "withdraw", "lifted the siege", "0872"),
        ("RETREAT", "disarm", "surrendered", "0874"),
        ("RETREAT", "resign", "released", None),
        ("RETREAT", None, "freed", "0841"),
        ("ACCUSE", None, "accused", "112"),
        ("ACCUSE", "disapprove", "condemned", "111"),
        ("ACCUSE", "investigate", "condemned", "090"),
        ("ASSAULT", None, "attack", "190"),
        ("ASSAULT", None, "beaten back", "190"),
        ("ASSAULT", None, "shot down", "190"),
        ("ASSAULT", None, "shot", "193"),
        ("ASSAULT", "explosives", "blew up", "183"),
        ("ASSAULT", "explosives", "car bombing", "1832"),
        ("ASSAULT", None, "suicide attacks", "1831"),
        ("ASSAULT", "aerial", "strike", "195"),
        ("ASSAULT", None, "airstrikes", "195"),
        ("ASSAULT", None, "air-strike", "195"),
        ("ASSAULT", None, "kidnapped", "181"),
        ("ASSAULT", "assassinate", "assassinated", "186"),
        ("ASSAULT", "assassinate", "attempt on the life", "185"),
        ("COERCE", "seize", "occupied", "192"),
        ("COERCE", "arrest", "occupied", "173"),
        ("COERCE", "restrict", "blockade", "191"),
        ("REJECT", "yield", "vetoed", "129"),
    ],
)
def test_the_triggers_words_tell_a_finer_code(kind: str, mode: str | None, trigger: str, code: str | None) -> None:
    assert cameo_code(kind, mode, trigger) == code


def test_what_is_no_type_has_no_code_and_what_is_no_mode_counts_as_none() -> None:
    assert cameo_code("TALK", None, "talks") is None
    assert cameo_code("CONSULT", "drone", "talks") == cameo_code("CONSULT", None, "talks")


@given(st.sampled_from(TYPES), st.one_of(st.none(), st.text(max_size=8)), st.text(max_size=40))
def test_any_words_get_a_code_of_the_type_or_none(kind: str, mode: str | None, trigger: str) -> None:
    assert cameo_code(kind, mode, trigger) in {None, *SENT[kind].split()}
