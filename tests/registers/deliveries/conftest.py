from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.mailserver.conftest import certificates
from tests.mailserver.posts import Post, post
from tests.registers.builders import House

__all__ = ["certificates"]


@pytest.fixture
def office_post() -> Iterator[Post]:
    """A mail server on this computer, in the clear and without logins."""
    with post() as running:
        yield running


@pytest.fixture
def mailing(house: House, office_post: Post) -> House:
    """An office whose mail server runs on this computer."""
    house.mail_server("localhost", port=office_post.port, security="none", user="")
    return house
