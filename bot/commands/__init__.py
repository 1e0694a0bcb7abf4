"""The commands that act on the record or on files, and end. They take what was typed and return an exit code; their
words go to `out`.

0: done. 1: refused for what the file or the record holds. 2: what was typed can't be used at all.
"""
