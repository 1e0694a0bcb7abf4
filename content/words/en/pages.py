def too_old_title() -> str:
    return "This browser is too old for this page"


def too_old(ios: int, chrome: int) -> str:
    return (
        f"The page needs iOS {ios} or newer, or Chrome {chrome} or newer. "
        "Your record is as it was. "
        "Please update this device, or open the page on another one."
    )


def not_loaded_title() -> str:
    return "The page could not be loaded"


def not_loaded() -> str:
    return "Your record is as it was. Check your connection, then open the page again."


def broken_title() -> str:
    return "Something went wrong on this page"


def broken() -> str:
    return "Your record is as it was. Open the page again, or use another browser."
