"""Puts a timestamp (RFC 3161) into the signature of a signed paper: PAdES B-T.

The timestamp is of the signature, so it comes after the signing, and lies in a part that nothing signs. It is asked for
in the event loop: a service may let us wait for a minute, and the drawing process has other papers to draw meanwhile.
"""

import hashlib
import io
from typing import Any

from asn1crypto import cms
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.timestamps import HTTPTimeStamper, TimestampRequestError

ANSWER_S = 60.0
"""So long the timestamp is waited for; then the paper goes without one."""


class NoTimestamp(Exception):
    """The service did not answer, or answered something else. The text says what."""


async def stamped(paper: bytes, url: str) -> bytes:
    """The signed paper with a timestamp of the service at this address. Raises NoTimestamp."""
    start, end, content = _signature(paper)
    (signer,) = content["content"]["signer_infos"]
    digest = hashlib.sha256(signer["signature"].native).digest()
    try:
        token = await HTTPTimeStamper(url, timeout=ANSWER_S).async_timestamp(digest, "sha256")
        attribute = cms.CMSAttribute({"type": "signature_time_stamp_token", "values": [token]})
        signer["unsigned_attrs"] = cms.CMSAttributes([attribute])
        signature: bytes = content.dump().hex().encode()
    except (TimestampRequestError, ValueError) as error:
        raise NoTimestamp(str(error)) from error
    if len(signature) > end - start:
        raise NoTimestamp(f"the answer is too long: the signature has {len(signature)} digits with it")
    return paper[:start] + signature.ljust(end - start, b"0") + paper[end:]


def _signature(paper: bytes) -> tuple[int, int, Any]:
    """Where the digits of the one signature begin and end, and what they say."""
    (embedded,) = PdfFileReader(io.BytesIO(paper)).embedded_signatures
    _, before, behind, _ = embedded.byte_range
    return before + 1, behind - 1, cms.ContentInfo.load(bytes(embedded.pkcs7_content))
