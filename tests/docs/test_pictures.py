"""Pictures are made small without a change to what they show, and to the same bytes each time."""

from __future__ import annotations

import struct
import zlib
from typing import Any

import numpy as np
from docs_src.pictures.shrinking import COLOURS, small_png


def decoded(picture: bytes) -> np.ndarray[Any, Any]:
    """The pixels of a picture with a palette, whose lines are not filtered."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    parts, at = {}, 8
    while at < len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        kind, data = picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        assert struct.unpack(">I", picture[at + 8 + length : at + 12 + length])[0] == zlib.crc32(kind + data)
        parts[kind], at = data, at + 12 + length
    width, height = struct.unpack(">II", parts[b"IHDR"][:8])
    lines = np.frombuffer(zlib.decompress(parts[b"IDAT"]), np.uint8).reshape(height, width + 1)
    assert not lines[:, 0].any()
    return np.frombuffer(parts[b"PLTE"], np.uint8).reshape(-1, 3)[lines[:, 1:]]


def test_a_picture_of_few_colours_comes_back_as_it_was() -> None:
    chance = np.random.default_rng(0)
    palette = chance.integers(0, 256, (COLOURS, 3), dtype=np.uint8)
    image = palette[chance.integers(0, COLOURS, (40, 60))]
    assert (decoded(small_png(image)) == image).all()


def test_rare_colours_become_the_nearest_of_the_frequent_ones() -> None:
    image = np.zeros((60, 60, 3), np.uint8)
    image[:, :30] = 200
    image[0, :, 0] += np.arange(60, dtype=np.uint8)
    apart = np.abs(decoded(small_png(image)).astype(int) - image)
    assert apart.max() <= 60
    assert (apart[1:] == 0).all()


def test_the_same_picture_gives_the_same_bytes() -> None:
    image = np.random.default_rng(1).integers(0, 256, (30, 30, 3), dtype=np.uint8)
    assert small_png(image) == small_png(image.copy())
