"""The facts of a certificate, as its row keeps them. An erasure empties them; whoever reads them meets both."""

from collections.abc import Mapping
from typing import Any, cast

from content.certificates.certificate import CertificateDocument, CertificateFacts


def read(document: Mapping[str, Any]) -> CertificateFacts | None:
    """The facts; None if they were erased."""
    return CertificateFacts.from_document(cast(CertificateDocument, document)) if document else None
