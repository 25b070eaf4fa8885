"""Pictures of screens made small: PNG files of 256 colours, which are enough for letters, lines and flat areas."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Page

COLOURS = 256
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PIXELS = """async (picture) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const bytes = context.getImageData(0, 0, image.width, image.height).data;
  const parts = [];
  for (let at = 0; at < bytes.length; at += 32768) parts.push(String.fromCharCode(...bytes.subarray(at, at + 32768)));
  return [image.width, image.height, btoa(parts.join(""))];
}"""


def pixels(picture: bytes, blank: Page) -> NDArray[np.uint8]:
    """The red, green and blue of each pixel, decoded by a blank page of the browser that took the picture."""
    width, height, held = blank.evaluate(_PIXELS, base64.b64encode(picture).decode())
    return np.frombuffer(base64.b64decode(held), np.uint8).reshape(height, width, 4)[..., :3]


def small_png(image: NDArray[np.uint8]) -> bytes:
    """The picture in its 256 most frequent colours, every other pixel in the one of them that is nearest."""
    height, width, _ = image.shape
    packed = image.astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], np.uint32)
    colours, where, counts = np.unique(packed.reshape(-1), return_inverse=True, return_counts=True)
    often = np.sort(colours[np.lexsort((colours, -counts))[:COLOURS]])
    nearest = np.concatenate(
        [_nearest(part, often) for part in np.array_split(colours, max(1, len(colours) // 4_096))]
    )
    lines = np.zeros((height, width + 1), np.uint8)
    lines[:, 1:] = nearest[where].reshape(height, width)
    return b"".join(
        [
            _SIGNATURE,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", _channels(often).astype(np.uint8).tobytes()),
            _chunk(b"IDAT", zlib.compress(lines.tobytes(), 9)),
            _chunk(b"IEND", b""),
        ]
    )


def _nearest(colours: NDArray[np.uint32], palette: NDArray[np.uint32]) -> NDArray[np.uint8]:
    apart = _channels(colours)[:, None, :] - _channels(palette)[None, :, :]
    nearest: NDArray[np.uint8] = (apart**2).sum(axis=2).argmin(axis=1).astype(np.uint8)
    return nearest


def _channels(colours: NDArray[np.uint32]) -> NDArray[Any]:
    return np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=-1).astype(np.int64)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
