"""What each workbook is expected to say, noted down by whoever writes the cell, never by what reads it.

`Expected` collects the words of cells as the module documentation of src/rows/file says that they are told: a figure as
it is shown, without the commas between thousands; a day as 2024-08-31, a month as 2024年8月, a time as 08:30.
"""
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
SCIENCE = ("shipped", "science-bureau", "2024-08")


def path(name):
    return os.path.join(HERE, name)


def shown(value):
    """The words of a value in no format of its own."""
    if value is True or value is False:
        return str(value).upper()
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return str(value).strip().replace("\r\n", "\n")


class Expected:
    def __init__(self, name, header=SCIENCE):
        self.name, self.header, self.lines, self.rows = name, header, [], []

    def cell(self, sheet, place, words):
        if words:
            self.lines.append(f"{sheet}!{place} " + words.replace("\n", "\\n"))

    def note(self, kind, sheet, what=""):
        """merged, hidden, unvalued, hidden-row, hidden-column."""
        self.lines.append(f"{kind} {sheet}!{what}" if what else f"{kind} {sheet}")

    def reading(self, sheet, *lines):
        """What becomes of each row of a sheet, then what is to be checked (~)."""
        self.rows.append((sheet, lines))

    def write(self):
        plan, organisation, month = self.header
        parts = [f"plan {plan}\norganisation {organisation}\nmonth {month}\n"]
        parts.append("[cells]\n" + "".join(line + "\n" for line in self.lines))
        for sheet, lines in self.rows:
            parts.append(f"[rows {sheet}]\n" + "".join(line + "\n" for line in lines))
        with open(re.sub(r"\.\w+$", ".expected", path(self.name)), "w", encoding="utf-8") as file:
            file.write("\n".join(parts))
        size = os.path.getsize(path(self.name))
        assert size < 15_000, (self.name, size)


def letters(column):
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def place(row, column):
    return letters(column) + str(row + 1)
