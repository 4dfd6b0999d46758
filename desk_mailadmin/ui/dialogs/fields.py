"""All that a dialog can ask, in one place to import from."""

from __future__ import annotations

from desk_mailadmin.ui.dialogs.choice_fields import ChecksField, ChoiceField, FlagField, Option, RadioField, SpinField
from desk_mailadmin.ui.dialogs.field import Check, Field, FieldGroup, FieldRow
from desk_mailadmin.ui.dialogs.message import Message, MessageKind, MessageLine, hint, ok, warning
from desk_mailadmin.ui.dialogs.text_fields import DateField, LongTextField, TextField

__all__ = [
    "Check",
    "ChecksField",
    "ChoiceField",
    "DateField",
    "Field",
    "FieldGroup",
    "FieldRow",
    "FlagField",
    "LongTextField",
    "Message",
    "MessageKind",
    "MessageLine",
    "Option",
    "RadioField",
    "SpinField",
    "TextField",
    "hint",
    "ok",
    "warning",
]
