"""Requests (ご依頼): what a member asks of staff in words of the member's own. Staff's part is in handlers.staff."""
