"""Every feature of the conversation. One line registers one.

It stands apart from the package's __init__, so that a process that only draws papers does not load the whole
conversation.
"""

from types import ModuleType

from handlers import help, journal, linked, maintenance, paging, privacy, radio, settings, start
from handlers.access import activation, beside, code, invited, joining, login, new_password, session
from handlers.certificates import certificate, verify
from handlers.credits import common_lectures, credits, fees, function_report, goal, noted, plan, why, withheld
from handlers.declarations import declare
from handlers.personal import erasing, keeping, mydata
from handlers.post import reminder, year_end
from handlers.requests import requests
from handlers.staff import answering as staff_answering
from handlers.staff import certificate_letters as staff_certificate_letters
from handlers.staff import certificates as staff_certificates
from handlers.staff import claims as staff_claims
from handlers.staff import codes as staff_codes
from handlers.staff import declarations as staff_declarations
from handlers.staff import desk as staff_desk
from handlers.staff import ending as staff_ending
from handlers.staff import erasing as staff_erasing
from handlers.staff import exporting as staff_exporting
from handlers.staff import importing as staff_importing
from handlers.staff import inviting as staff_inviting
from handlers.staff import joint as staff_joint
from handlers.staff import letting_in as staff_letting_in
from handlers.staff import log as staff_log
from handlers.staff import members as staff_members
from handlers.staff import membership as staff_membership
from handlers.staff import receptions as staff_receptions
from handlers.staff import request_letters as staff_request_letters
from handlers.staff import requests as staff_requests
from handlers.staff import rights as staff_rights
from handlers.staff import roles as staff_roles
from handlers.staff import rooms as staff_rooms
from handlers.staff import viewing as staff_viewing
from handlers.staff.activating import clock as letters_clock
from handlers.staff.activating import room as staff_letters
from handlers.staff.announcing import attaching as staff_attaching
from handlers.staff.announcing import drafting as staff_drafting
from handlers.staff.announcing import letters as staff_announcement_letters
from handlers.staff.announcing import sending as staff_sending
from handlers.staff.cases import asking as staff_asking
from handlers.staff.crediting import by_file as staff_granting_by_file
from handlers.staff.crediting import granting as staff_granting
from handlers.staff.crediting import letters as staff_credit_letters
from handlers.staff.crediting import reversing as staff_reversing
from handlers.study import browse, course, new_courses, practice, quiz, resume, search, watch
from handlers.trainings import awaited, calendar, checkin, trainings

FEATURES: tuple[ModuleType, ...] = (
    start,
    linked,
    activation,
    beside,
    login,
    new_password,
    joining,
    browse,
    search,
    course,
    watch,
    practice,
    quiz,
    resume,
    credits,
    goal,
    plan,
    why,
    withheld,
    journal,
    certificate,
    verify,
    trainings,
    checkin,
    calendar,
    awaited,
    declare,
    requests,
    fees,
    common_lectures,
    function_report,
    radio,
    reminder,
    year_end,
    new_courses,
    settings,
    noted,
    privacy,
    mydata,
    erasing,
    keeping,
    help,
    paging,
    maintenance,
    session,
    invited,
    staff_rights,
    staff_rooms,
    staff_roles,
    staff_inviting,
    staff_letting_in,
    code,
    staff_codes,
    staff_joint,
    staff_log,
    staff_members,
    staff_viewing,
    staff_membership,
    staff_receptions,
    staff_desk,
    staff_claims,
    staff_declarations,
    staff_requests,
    staff_answering,
    staff_asking,
    staff_request_letters,
    staff_certificates,
    staff_ending,
    staff_erasing,
    staff_certificate_letters,
    staff_granting,
    staff_granting_by_file,
    staff_reversing,
    staff_credit_letters,
    staff_importing,
    staff_exporting,
    staff_letters,
    letters_clock,
    staff_drafting,
    staff_sending,
    staff_announcement_letters,
    staff_attaching,
)
