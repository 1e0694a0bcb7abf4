"""One function brings what comes in to one normal form; nothing else does it in a way of its own."""

import ast

from tests.house.source import product

OTHERS = {
    "content/text/composing.py": "is that function",
    "content/package/document.py": "shows what NFC would make of a compatibility ideograph",
    "handlers/screens/screen.py": "what goes out, as Telegram would turn it",
}


def test_nfc_is_made_in_one_place() -> None:
    found = {
        source.name
        for source in product()
        for node in source.nodes
        if isinstance(node, ast.Constant) and node.value == "NFC"
    }
    assert found == set(OTHERS)
