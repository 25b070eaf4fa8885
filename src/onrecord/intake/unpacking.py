"""Gzip, unpacked a piece at a time, so that an archive that lies about its size does no harm."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from onrecord.errors import Bomb, Truncated

MAGIC = b"\x1f\x8b"
PIECE = 65_536
# Small files may repeat themselves as much as they like; below this nothing is judged.
JUDGED_FROM = 1_000_000
_GZIP_MEMBER = 31


def unpacked(chunks: Iterator[bytes], max_ratio: float) -> Iterator[bytes]:
    """The unpacked bytes of a gzip stream of one member or several.

    Raises Bomb once it has grown to more than `max_ratio` times what was read of it, Truncated where it is damaged
    or ends too early; what came before has then been given.
    """
    member = zlib.decompressobj(_GZIP_MEMBER)
    packed = grown = 0
    for chunk in chunks:
        packed += len(chunk)
        rest, piece = chunk, b""
        while rest or len(piece) == PIECE:
            if member.eof:
                rest = rest.lstrip(b"\0")  # tapes and block devices pad with zeros
                if not rest:
                    break
                member = zlib.decompressobj(_GZIP_MEMBER)
            piece = _inflated(member, rest)
            grown += len(piece)
            _check_growth(grown, packed, max_ratio)
            yield piece
            rest = member.unused_data if member.eof else member.unconsumed_tail
    if not member.eof:
        raise Truncated("the gzip file ends too early; fetch or copy it again")


def _inflated(member: zlib._Decompress, data: bytes) -> bytes:
    try:
        return member.decompress(data, PIECE)
    except zlib.error as error:
        raise Truncated("the gzip file is damaged; fetch or copy it again") from error


def _check_growth(grown: int, packed: int, max_ratio: float) -> None:
    if grown > JUDGED_FROM and grown > max_ratio * packed:
        raise Bomb(
            f"unpacks to more than {max_ratio:g} times its own size; "
            "if you trust it, unpack it yourself or raise ONRECORD_MAX_UNPACK_RATIO"
        )
