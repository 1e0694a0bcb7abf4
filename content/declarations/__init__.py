"""Declarations (申告書): their states and fields, their evidence, and the form that is printed."""
