"""The members' file as a workbook."""

from datetime import date

from content.importing.member_fields import COLUMNS
from tests.bot.commands.members_file import LINE, Desk
from tests.workbooks import DAY, Cell, sheet, workbook


def test_a_workbook_is_imported_as_a_list_of_text_is(blank: Desk) -> None:
    """Days and numbers are cells of their kinds; a zero that a number lost is asked for, not guessed."""
    cells = [*LINE.values()]
    rows: list[list[Cell]] = [[*COLUMNS.values()], [1000000001, *cells[1:4], (26333, DAY), 300001, *cells[6:8], 1]]
    assert blank.imports(workbook(sheet(*rows)), "members.xlsx") == (0, "1 member: 1 new, 0 changed, 0 unchanged.\n")
    person = blank.person()
    assert (person.name, person.birth_date, person.registry_no) == (LINE["name"], date(1972, 2, 4), "300001")
    lost: list[list[Cell]] = [
        [*COLUMNS],
        [12, *cells[1:]],
        ["1000000003", "", "#N/A", "", "1972-02-04", "", "", "", ""],
    ]
    assert [line.partition(":")[0] for line in blank.imports(workbook(sheet(*lost)))[1].splitlines()[:2]] == [
        "line 2, member_id (会員ID)",
        "line 3",
    ]
