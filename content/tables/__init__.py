"""Tables that people export from a spreadsheet (CSV, XLSX), read in one way whatever they hold.

`opened` makes a sheet of a file's bytes, `read` gives its rows under the columns of a format, with every fault by line.
"""

from content.tables.opening import ENDINGS, NoTable, Sheet, opened
from content.tables.reader import Bad, Columns, Further, Row, fitting, read

__all__ = ["ENDINGS", "Bad", "Columns", "Further", "NoTable", "Row", "Sheet", "fitting", "opened", "read"]
