"""A form tried before it is believed: in process, or, where an office's own template draws it, in a child.

A template is a program: it may never end, or take all memory. The child may die of it, the window may not.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Mapping
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from desk_mailadmin.documents.library import Form
from desk_mailadmin.documents.shapes import FormFault, fault
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from desk_mailadmin.documents.renderer import Renderer

SECONDS = 20
"""How long an own template may take to draw its sample twice, the start of the child included."""

_MEMORY = 2 * 2**30


class FormTrial:
    """Draws forms with their sample; ``seconds`` bound what an own template may take."""

    def __init__(self, renderer: Renderer, seconds: float = SECONDS) -> None:
        self._renderer = renderer
        self._seconds = seconds

    def __call__(self, form: Form, sample: Mapping[str, Any]) -> None:
        """Return where the form can be drawn; raise UserError where not, also for one that takes too long."""
        if form.is_foreign:
            self._apart(form, sample)
        self._renderer.try_form(form, sample)

    def _apart(self, form: Form, sample: Mapping[str, Any]) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        child = context.Process(target=_work, args=(theirs, form, dict(sample)), daemon=True)
        child.start()
        theirs.close()
        try:
            refused = ours.recv() if ours.poll(self._seconds) else _endless(form, self._seconds)
        except (EOFError, OSError):
            refused = _fatal(form)
        finally:
            ours.close()
            child.kill()
            child.join()
            child.close()
        if refused is not None:
            raise refused


def _work(pipe: Connection, form: Form, sample: Mapping[str, Any]) -> None:
    """Draw the form in the child and send back why it cannot be drawn, or None."""
    from desk_mailadmin.documents.fonts import PrintFonts
    from desk_mailadmin.documents.renderer import Renderer

    _cap()
    try:
        Renderer(PrintFonts()).try_form(form, sample)
    except UserError as refused:
        pipe.send(refused)
    else:
        pipe.send(None)


def _cap() -> None:
    """Cap memory where the system knows how; elsewhere time alone stops the child."""
    if sys.platform != "linux":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _endless(form: Form, seconds: float) -> FormFault:
    return fault(
        form.drawn_by,
        QT_TRANSLATE_NOOP("desk", "{place}：画了 {seconds} 秒还没有画完，里面可能有停不下来的循环。"),
        seconds=round(seconds),
    )


def _fatal(form: Form) -> FormFault:
    return fault(form.drawn_by, QT_TRANSLATE_NOOP("desk", "{place}：画的时候出了错，可能用掉了太多内存。"))
