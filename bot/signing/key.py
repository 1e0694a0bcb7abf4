"""The key that signs certificates: a PKCS#12 with a private key and its certificate."""

import base64
import binascii
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import pkcs12

WARNED = timedelta(days=60)
"""So long before a key ends the operator has to know: a new one takes weeks to be issued."""
SHORTEST_RSA = 2048


class BadKey(ValueError):
    """The text says what is wrong with the key, and nothing of the key itself."""


@dataclass(frozen=True)
class SigningKey:
    """A PKCS#12 that opens with the passphrase. `begins`, `ends`: from when and until when its certificate is good.
    `timestamp_url` is the service (RFC 3161) that attests when something was signed; "" for none.
    """

    content: bytes = field(repr=False)
    passphrase: str = field(repr=False)
    begins: datetime
    ends: datetime
    timestamp_url: str = ""

    def is_good(self, now: datetime) -> bool:
        """Whether a reader of PDFs accepts what is signed with it now."""
        return self.begins <= now <= self.ends

    def ends_soon(self, now: datetime) -> bool:
        return self.ends - now < WARNED


def read_key(text: str, passphrase: str, timestamp_url: str = "") -> SigningKey:
    """The key of the base64 of a PKCS#12. Raises BadKey."""
    try:
        content = base64.b64decode("".join(text.split()), validate=True)
    except binascii.Error:
        raise BadKey("it must be the base64 of a PKCS#12, or SIGNING_KEY_FILE the file itself") from None
    try:
        key, certificate, _ = pkcs12.load_key_and_certificates(content, passphrase.encode() or None)
    except ValueError:
        raise BadKey("it is no PKCS#12, or SIGNING_PASSPHRASE does not open it") from None
    if key is None or certificate is None:
        raise BadKey("the PKCS#12 must hold a private key and its certificate")
    if not isinstance(key, RSAPrivateKey | EllipticCurvePrivateKey):
        raise BadKey("only RSA and elliptic curves (ECDSA) are checked by every reader of PDFs")
    if isinstance(key, RSAPrivateKey) and key.key_size < SHORTEST_RSA:
        raise BadKey(f"an RSA key has at least {SHORTEST_RSA} bits")
    if key.public_key() != certificate.public_key():
        raise BadKey("the certificate is of another key")
    return SigningKey(
        content, passphrase, certificate.not_valid_before_utc, certificate.not_valid_after_utc, timestamp_url
    )
