"""Certificates of a test: a company's own authority, and servers' certificates good and bad."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import trustme

HOST = "localhost"


@dataclass(frozen=True)
class Certificates:
    """The authority's file for ``ca_file``, and a server's side of a line for each kind of certificate."""

    ca_file: str
    server_side: dict[str, ssl.SSLContext]


@cache
def certificates(folder: Path) -> Certificates:
    """Make the authority and the certificates once for ``folder``."""
    authority, stranger = trustme.CA(organization_name="云帆集团"), trustme.CA(organization_name="别处")
    ca_file = folder / "ca.pem"
    authority.cert_pem.write_to_path(str(ca_file))
    now = datetime.now(UTC)
    issued = {
        "good": authority.issue_cert(HOST, "127.0.0.1"),
        "wrong_host": authority.issue_cert("mail.elsewhere.example"),
        "expired": authority.issue_cert(HOST, not_before=now - timedelta(days=9), not_after=now - timedelta(days=1)),
        "not_yet_valid": authority.issue_cert(
            HOST, not_before=now + timedelta(days=1), not_after=now + timedelta(days=9)
        ),
        "unknown_issuer": stranger.issue_cert(HOST),
    }
    sides = {kind: _server_side() for kind in (*issued, "self_signed")}
    for kind, certificate in issued.items():
        certificate.configure_cert(sides[kind])
    own = folder / "own.pem"
    own.write_bytes(stranger.private_key_pem.bytes() + stranger.cert_pem.bytes())
    sides["self_signed"].load_cert_chain(own)
    return Certificates(str(ca_file), sides)


def _server_side() -> ssl.SSLContext:
    return ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
