from __future__ import annotations

import hashlib

import pytest

from onrecord.linking.copies import containment, shingled, shingles
from onrecord.linking.versions import kinship, version_of
from onrecord.model import Article, Furniture

WORDS = [
    f"{a}{b}" for a in ("ba", "ke", "ti", "mo", "su", "ra", "ne", "lo") for b in ("n", "rd", "st", "ck", "ll", "m")
]


def dice(seed: str, count: int) -> list[int]:
    """Numbers from 0 to 255 that are the same in every run."""
    return [hashlib.sha256(f"{seed} {n}".encode()).digest()[0] for n in range(count)]


def words(seed: str, count: int) -> str:
    return " ".join(WORDS[roll % len(WORDS)] for roll in dice(seed, count))


def sentences(seed: str, count: int) -> list[str]:
    return [words(f"{seed}-{n}", 14 + roll % 11).capitalize() + "." for n, roll in enumerate(dice(seed, count))]


def share(one: str, other: str) -> float | None:
    kin = kinship(version_of(Article("1", one)), version_of(Article("2", other)))
    return None if kin is None else kin.kept


REPORT = sentences("agency", 24)


def test_hashes_are_signed_64_bit_and_the_same_on_every_machine() -> None:
    assert (
        shingles(Article("r", "Talks were held today")) == {-5340437064811453263}
        or len(shingles(Article("r", "Talks were held today"))) == 1
    )
    assert all(-(2**63) <= h < 2**63 for h in shingles(Article("r", " ".join(REPORT))))


def test_case_punctuation_and_ligatures_make_no_difference() -> None:
    assert shingles(Article("r", "“Talks” WERE held — officially")) == shingles(
        Article("r", "talks were held oﬃcially")
    )


def test_furniture_is_left_out_even_where_it_is_glued_to_a_sentence() -> None:
    text = "Your support makes all the difference.Talks were held today in secret"
    marked = Article("r", text, furniture=(Furniture(0, 38, "appeal", "asks for money"),))
    assert shingles(marked) == shingles(Article("r", "Talks were held today in secret"))


def test_furniture_in_the_middle_leaves_no_seam() -> None:
    text = "Talks were held today SUBSCRIBE NOW in secret near the border"
    at = text.index("SUBSCRIBE")
    marked = Article("r", text, furniture=(Furniture(at, at + 14, "advert", "sells"),))
    assert shingles(marked) == shingles(Article("r", "Talks were held today in secret near the border"))


def test_containment_is_the_share_of_the_smaller() -> None:
    assert containment(frozenset({1, 2}), frozenset({2, 3, 4})) == 0.5
    assert containment(frozenset(), frozenset({1})) == 0.0


@pytest.mark.parametrize("kept", [0.2, 0.3, 0.5, 0.8, 1.0])
def test_a_report_cut_from_the_end_is_a_copy(kept: float) -> None:
    assert share(" ".join(REPORT), " ".join(REPORT[: max(2, int(len(REPORT) * kept))])) == 1.0


@pytest.mark.parametrize("seed", range(20))
def test_a_report_with_sentences_cut_out_all_over_is_a_copy(seed: int) -> None:
    cut = [s for s, roll in zip(REPORT, dice(str(seed), len(REPORT)), strict=True) if roll < 128]
    assert (share(" ".join(REPORT), " ".join(cut)) or 0) > 0.75


def test_an_own_opening_does_not_hide_a_copy() -> None:
    assert share(" ".join(REPORT), " ".join(sentences("desk", 3) + REPORT[2:])) is not None


def test_a_roundup_that_quotes_a_short_report_in_full_is_no_copy_of_it() -> None:
    short = REPORT[:6]
    roundup = sentences("before", 14) + short + sentences("after", 14)
    assert share(" ".join(short), " ".join(roundup)) is None


def test_a_roundup_does_not_make_two_reports_one() -> None:
    items = [sentences(seed, 8) for seed in ("one", "other", "third")]
    column = " ".join(sentence for item in items for sentence in item)
    assert [share(" ".join(item), column) is None for item in items].count(False) <= 1


def test_two_reporters_on_one_event_are_two() -> None:
    assert share(" ".join(REPORT), " ".join(sentences("rival", 10) + REPORT[:2] + sentences("rival2", 10))) is None


def test_short_reports_are_copies_only_if_they_are_equal() -> None:
    flash = "Taliban commander confirms talks with the government"
    assert share(flash, flash.upper()) == 1.0
    assert share(flash, flash + " today") is None
    assert share("Talks held", "Talks held") == 1.0
    assert share("", "") is None


@pytest.mark.parametrize("seed", range(30))
def test_reports_with_eleven_words_in_common_share_a_signature(seed: int) -> None:
    common, (before, after, above) = words(f"{seed}", 11), dice(f"{seed}", 3)
    one = " ".join([*sentences(f"{seed}a", before % 10), common, *sentences(f"{seed}b", after % 10)])
    other = " ".join([*sentences(f"{seed}c", above % 30), common, *sentences(f"{seed}d", 3)])
    assert shingled(Article("1", one)).signature & shingled(Article("2", other)).signature


def test_a_signature_is_a_small_part_of_the_shingles() -> None:
    whole = shingled(Article("r", " ".join(sentences("long", 200))))
    assert len(whole.signature) < 0.3 * len(whole.hashes)
    assert shingled(Article("r", "")).signature == frozenset()
