"""Keys that sign in tests, and what a validator says of a signed paper."""

import base64
import io
from datetime import UTC, datetime
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus
from pyhanko_certvalidator import ValidationContext

from bot.signing.key import SigningKey, read_key

PASSPHRASE = "sakura"
BEGINS = datetime(2020, 1, 1, tzinfo=UTC)
ENDS = datetime(2036, 1, 1, tzinfo=UTC)


def p12(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey, ends: datetime = ENDS) -> bytes:
    """A PKCS#12 with this key and its own certificate."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "架空市医師会")])
    uses = dict.fromkeys(("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign"), False)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 7, BEGINS, ends)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True, content_commitment=True, encipher_only=False, decipher_only=False, **uses
            ),
            critical=True,
        )
        .sign(key, SHA256())
    )
    sealed = BestAvailableEncryption(PASSPHRASE.encode())
    return pkcs12.serialize_key_and_certificates(None, key, certificate, None, sealed)


@cache
def elliptic() -> SigningKey:
    return read_key(base64.b64encode(p12(ec.generate_private_key(ec.SECP256R1()))).decode(), PASSPHRASE)


@cache
def rivest() -> SigningKey:
    return read_key(base64.b64encode(p12(rsa.generate_private_key(65537, 2048))).decode(), PASSPHRASE)


def judged(paper: bytes, key: SigningKey) -> PdfSignatureStatus:
    """The status of the one signature, by a reader who trusts this key alone."""
    _, certificate, _ = pkcs12.load_key_and_certificates(key.content, key.passphrase.encode())
    assert certificate is not None
    (root,) = load_certs_from_pemder_data(certificate.public_bytes(Encoding.DER))
    (signature,) = PdfFileReader(io.BytesIO(paper)).embedded_signatures
    return validate_pdf_signature(signature, ValidationContext(trust_roots=[root]))
