from __future__ import annotations

import pytest

from tests.mailserver.certificates import Certificates
from tests.mailserver.certificates import certificates as made


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return made(tmp_path_factory.mktemp("certificates"))
