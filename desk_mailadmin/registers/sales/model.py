"""What is kept of a day of telephone selling."""

from __future__ import annotations

import peewee as pw


class SalesDay(pw.Model):
    """One day of one person: calls, faxes, what was wanted, what was made up."""

    id = pw.AutoField()
    on_day = pw.DateField()
    staff_id = pw.IntegerField()
    name = pw.TextField()
    name_key = pw.TextField()
    dept = pw.TextField()
    newcomer = pw.BooleanField()
    minutes_wanted = pw.IntegerField()
    faxes_wanted = pw.IntegerField()
    minutes = pw.IntegerField(default=0)
    faxes_told = pw.IntegerField(default=0)
    faxes_void = pw.IntegerField(default=0)
    absence = pw.TextField(default="")
    late_minutes = pw.IntegerField(null=True)
    late_faxes = pw.IntegerField(null=True)
    sunday_on = pw.DateField(null=True)
    sunday_done = pw.BooleanField(null=True)
    supervisor = pw.TextField(default="")
    state = pw.TextField()

    class Meta:
        table_name = "sales_day"
