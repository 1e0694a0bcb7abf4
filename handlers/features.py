"""Every feature of the conversation. One line registers one.

Apart from the package's __init__, so that a process that only draws papers does not load the whole conversation.
"""

from types import ModuleType

from handlers import (
    browse,
    certificate,
    course,
    credits,
    help,
    login,
    new_password,
    privacy,
    quiz,
    reminder,
    resume,
    search,
    session,
    settings,
    start,
    watch,
)
from handlers.staff import members as staff_members

FEATURES: tuple[ModuleType, ...] = (
    start,
    login,
    new_password,
    browse,
    search,
    course,
    watch,
    quiz,
    resume,
    credits,
    certificate,
    reminder,
    settings,
    privacy,
    help,
    session,
    staff_members,
)
