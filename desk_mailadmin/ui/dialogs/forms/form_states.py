"""In which state each form is: as shipped, the office's own, told to be out of date, or not usable."""

from __future__ import annotations

from desk_mailadmin.documents.library import Library
from desk_mailadmin.kernel.lifecycle import State
from desk_mailadmin.ui.dialogs.forms.form_list import BROKEN, OUTDATED, OWN, SHIPPED, Listed


def listed_forms(library: Library) -> list[Listed]:
    """Return all forms, those of this desk that cannot be used too, in the order of their codes."""
    ids = sorted({*library.ids, *library.own_ids})
    forms = [Listed(form_id, *_named(library, form_id), state_of(library, form_id)) for form_id in ids]
    return sorted(forms, key=lambda form: (form.code or "~", form.form_id))


def state_of(library: Library, form_id: str) -> State:
    """Return the state of a form."""
    if any(problem.form == form_id for problem in library.problems):
        return BROKEN
    if any(change.form == form_id for change in library.outdated):
        return OUTDATED
    return OWN if library.own_files(form_id) else SHIPPED


def _named(library: Library, form_id: str) -> tuple[str, str]:
    if form_id not in library.ids:
        return form_id, ""
    spec = library.form(form_id).spec
    title = "列表的打印件" if "{" in spec.title else spec.title
    return title, f"{spec.code}　{spec.rev}"
