"""The demo's own key: made at each start, good on no other machine, and called a test key by the papers themselves."""

import base64
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

PASSPHRASE = "demo"  # noqa: S105  # of a key that lives as long as the demo
LASTS = timedelta(days=10 * 365)


def new_key(name: str, at: datetime) -> str:
    """A PKCS#12 with a key and its own certificate, in base64, as SIGNING_KEY holds it."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    uses = dict.fromkeys(("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign"), False)
    uses |= dict.fromkeys(("crl_sign", "encipher_only", "decipher_only"), False)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - timedelta(days=1))
        .not_valid_after(at + LASTS)
        .add_extension(x509.KeyUsage(digital_signature=True, content_commitment=True, **uses), critical=True)
        .sign(key, SHA256())
    )
    sealed = BestAvailableEncryption(PASSPHRASE.encode())
    return base64.b64encode(pkcs12.serialize_key_and_certificates(None, key, certificate, None, sealed)).decode()
