"""Names of persons: what a conversion between encodings does to them."""

from content.text.composing import composed


def loses(kept: str, said: str) -> bool:
    """Whether `said` is the name that is kept with some of its characters dropped, white space apart.

    An export to an encoding that lacks 𠮷, or a selector of a variant, drops them without a word.
    """
    before, after = ("".join(composed(name).split()) for name in (kept, said))
    left = iter(before)
    return len(after) < len(before) and all(letter in left for letter in after)
