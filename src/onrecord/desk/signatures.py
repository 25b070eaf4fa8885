"""Signatures of webhooks: who has the secret can tell that a call is ours, and that it is of now.

`X-Onrecord-Signature: t=1322907000,v1=…`: the moment of sending in seconds since 1970, and HMAC-SHA-256, in hexadecimal
digits and with the secret for a key, of that moment, a full stop, and the body as it is sent.
"""

from __future__ import annotations

import hmac
import re

HEADER = "X-Onrecord-Signature"
TOLERANCE = 300
"""Seconds by which the clocks of sender and receiver may differ; an older call is one that somebody sends again."""
_SIGNED = re.compile(r"t=(\d{1,12}),v1=([0-9a-f]{64})")


def signature(secret: str, at: int, body: bytes) -> str:
    """The value of the header for a body that is sent at a moment."""
    return f"t={at},v1={_digest(secret, at, body)}"


def signed_by(header: str, secret: str, body: bytes, now: int, tolerance: int = TOLERANCE) -> bool:
    """Whether a body came with a signature that the secret makes, not long ago; what a receiver does."""
    found = _SIGNED.fullmatch(header.strip())
    if found is None or abs(now - int(found[1])) > tolerance:
        return False
    return hmac.compare_digest(_digest(secret, int(found[1]), body), found[2])


def _digest(secret: str, at: int, body: bytes) -> str:
    return hmac.new(secret.encode(), f"{at}.".encode() + body, "sha256").hexdigest()
