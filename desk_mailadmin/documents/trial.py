"""A form tried before it is believed: in process, or, where an office's own template draws it, in a child.

A template is a program: it may never end, or take all memory. The child may die of it, the window may not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from desk_mailadmin.documents.library import Form
from desk_mailadmin.documents.shapes import FormFault, fault
from desk_mailadmin.kernel.apart import Caps, Lost, Why, run_apart
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from desk_mailadmin.documents.renderer import Renderer

SECONDS = 20
"""How long an own template may take to draw its sample twice, the start of the child included."""

_MEMORY = 2048
"""MB, the fonts in memory included."""


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
        try:
            run_apart(_work, form, dict(sample), caps=Caps(self._seconds, _MEMORY, starting=0))
        except Lost as lost:
            raise (_endless(form, self._seconds) if lost.why is Why.SLOW else _fatal(form)) from None


def _work(form: Form, sample: Mapping[str, Any], _tell: Callable[..., None]) -> None:
    """Draw the form in the child; raise what ``try_form`` raises."""
    from desk_mailadmin.documents.fonts import PrintFonts
    from desk_mailadmin.documents.renderer import Renderer

    Renderer(PrintFonts()).try_form(form, sample)


def _endless(form: Form, seconds: float) -> FormFault:
    return fault(
        form.drawn_by,
        QT_TRANSLATE_NOOP("desk", "{place}：画了 {seconds} 秒还没有画完，里面可能有停不下来的循环。"),
        seconds=round(seconds),
    )


def _fatal(form: Form) -> FormFault:
    return fault(form.drawn_by, QT_TRANSLATE_NOOP("desk", "{place}：画的时候出了错，可能用掉了太多内存。"))
