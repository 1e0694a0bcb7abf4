def said(reason: str) -> str:
    return reason
