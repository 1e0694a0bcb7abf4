"""The members' record book: tables, and functions that read or change a record inside an open transaction."""
