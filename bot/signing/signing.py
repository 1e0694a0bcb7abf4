"""Draws a paper and signs it: PAdES B-B, certified against every change (DocMDP 1). stamping.py makes B-T of it.

It runs in the drawing process. pyHanko's own signer reads and checks its private key anew at each signature, which
takes 100 ms for RSA: ours reads it once.
"""

import asyncio
import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1

from bot.signing.key import SigningKey

F = TypeVar("F")
FIELD = "Signature"
_ROOM, _ROOM_STAMPED = 8192, 24576
"""Bytes that are kept free for the signature in hex digits: a chain of certificates takes 6 KB, a timestamp as much."""


@dataclass(frozen=True)
class ToSign(Generic[F]):
    """What is to be drawn and then signed by the key. `stamped`: it will get a timestamp, so there is room for it."""

    draw: Callable[[F], bytes]
    facts: F
    key: SigningKey
    stamped: bool = False


def drawn_and_signed(job: ToSign[Any]) -> bytes:
    """The paper, signed. What drawing raises is raised here too."""
    room = _ROOM_STAMPED if job.stamped else _ROOM
    return asyncio.run(_signed(job.draw(job.facts), job.key, room))


async def _signed(pdf: bytes, key: SigningKey, room: int) -> bytes:
    about = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    signer = _Certifier(about, signer=_signer(key.content, key.passphrase))
    out = io.BytesIO()
    await signer.async_sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), output=out, bytes_reserved=room)
    return out.getvalue()


class _Certifier(signers.PdfSigner):
    """Leaves the file at PDF 1.7, as PDF/A-3 wants it. For a key on an elliptic curve pyHanko would make it PDF 2.0."""

    def register_extensions(self, pdf_out: BasePdfFileWriter, *, md_algorithm: str) -> None:
        pdf_out.register_extension(ESIC_EXTENSION_1)


class _Signer(signers.SimpleSigner):
    """A signer whose private key is read once."""

    private: RSAPrivateKey | EllipticCurvePrivateKey

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        if isinstance(self.private, RSAPrivateKey):
            return self.private.sign(data, PKCS1v15(), SHA256())
        return self.private.sign(data, ECDSA(SHA256()))


@lru_cache(maxsize=2)
def _signer(content: bytes, passphrase: str) -> _Signer:
    opens = passphrase.encode() or None
    read = signers.SimpleSigner.load_pkcs12_data(content, other_certs=[], passphrase=opens)
    private = pkcs12.load_key_and_certificates(content, opens)[0]
    if not isinstance(private, RSAPrivateKey | EllipticCurvePrivateKey):
        raise TypeError("read_key takes no such key")
    signer = _Signer(read.signing_cert, read.signing_key, read.cert_registry)
    signer.private = private
    return signer
