"""The composition root without a window: a desk opened, its papers and services built."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.catalogue import ALL_MODELS, NUMBER_PREFIXES, build_services
from desk_mailadmin.documents.fonts import PrintFonts
from desk_mailadmin.documents.library import Library
from desk_mailadmin.documents.renderer import Renderer
from desk_mailadmin.documents.trial import FormTrial
from desk_mailadmin.form_shelf import FOLDER, FormShelf
from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.settings import BACKUP_FOLDER, CLERK
from desk_mailadmin.papers import Papers
from desk_mailadmin.store.database import let_go, raw
from desk_mailadmin.store.desk import Desk, create_desk, open_desk
from desk_mailadmin.store.purging import destroyed_files
from desk_mailadmin.store.second_copy import Copying
from desk_mailadmin.store.viewing import copy_to_view

APP_NAME = "desk_mailadmin"


class Office(Struct, frozen=True):
    """Everything that works on one open desk."""

    desk: Desk
    papers: Papers
    services: Mapping[str, Any]
    forms: FormShelf
    scratch: Path | None = None
    """The folder of a copy that is only looked at; it goes when the desk is closed."""

    def copy_backup(self) -> Path | None:
        """Copy the newest backup and all kept files to the second place; return where it stands, None where none is.

        Raises EnvironmentFault where the second place cannot be reached. A window waits for nothing of the kind: it
        uses ``desk.second_place.start``.
        """
        what = self.copying()
        return None if what is None else self.desk.second_place.copy(what)

    def copying(self) -> Copying | None:
        """Return what is to be copied to the second place, None where there is none or no backup yet."""
        folder, desk = self.second_place(), self.desk
        newest = None if desk.view_only or folder is None else desk.backups.newest()
        if folder is None or newest is None:
            return None
        return Copying(folder, newest, thin=not desk.backups.keeps_all, destroyed=self.destroyed())

    def destroyed(self) -> tuple[str, ...]:
        """Return the kept files that went with a yearly destruction, to be looked for in the second place too."""
        with self.desk.reading():
            return destroyed_files(raw(self.desk.database))

    def second_place(self) -> Path | None:
        """Return the folder on another disk where backups are copied to, None where none is set."""
        folder = self.desk.settings.value(BACKUP_FOLDER)
        return Path(folder) if folder else None

    def name_clerk(self) -> None:
        """Have the journal name who is at the desk: under 多人使用 that person, else the clerk of the settings."""
        person = self.desk.gate.person
        self.desk.who = person.name if person is not None else self.desk.settings.value(CLERK)

    def close(self) -> None:
        """Close the desk."""
        self.desk.close()
        if self.scratch is not None:
            shutil.rmtree(self.scratch, ignore_errors=True)


def default_folder() -> Path:
    """Return where a desk stands if nobody chose another place: the platform's data directory."""
    import platformdirs

    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)) / "desk"


def create_office(folder: Path, clock: Clock, changes: Changes | None = None) -> Office:
    """Make a new desk in ``folder`` and open it; UserError where there is one already."""
    return _furnished(create_desk(folder, clock=clock, changes=changes or Changes(), models=ALL_MODELS))


def open_office(
    place: Path,
    clock: Clock,
    changes: Changes | None = None,
    progress: Callable[[str], None] | None = None,
    code: Secret | None = None,
) -> Office:
    """Open the desk at ``place`` (its folder or its file); the store's faults say what is wrong with it.

    ``code`` is the recovery code of an encrypted desk, as it was typed.
    """
    tell, known = progress or (lambda _stage: None), changes or Changes()
    office = _furnished(open_desk(place, clock=clock, changes=known, models=ALL_MODELS, progress=tell, code=code))
    office.services["purges"].go_on()  # a destruction that was cut short after its deed: files, the desk's own file
    return office


def view_backup(place: Path, clock: Clock, into: Path, code: Secret | None = None) -> Office:
    """Open the newest backup of a desk that another program holds, only to be looked at."""
    folder = place.parent if place.is_file() else place
    copy_to_view(folder, into)
    desk = open_desk(into, clock=clock, changes=Changes(), models=ALL_MODELS, viewing=True, code=code)
    return replace(_furnished(desk), scratch=into)


def _furnished(desk: Desk) -> Office:
    """Build everything on an open desk; where that fails the desk is let go, so that it can be opened again."""
    try:
        return _built(desk)
    except BaseException:
        let_go(desk.database)
        raise


def _built(desk: Desk) -> Office:
    desk.who = desk.settings.value(CLERK)
    renderer = Renderer(PrintFonts())
    own = ("本台账", desk.folder / FOLDER)
    library = Library(own, trial=FormTrial(renderer), prefixes=NUMBER_PREFIXES.values())
    papers = Papers(desk, library, renderer, NUMBER_PREFIXES)
    services = build_services(desk, papers)

    def is_used(form: str) -> bool:
        return any(choice.key == form for choice in services["applications"].choices("kind"))

    return Office(desk, papers, services, FormShelf(desk, library, renderer, is_used))
