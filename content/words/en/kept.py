import json
from datetime import date, datetime

from content.privacy.disclosed import Exported, Named, Value
from content.rules import local
from content.words.en import common

_TABLES = {
    "members": "Your membership record",
    "chats": "Your Telegram chat",
    "consents": "Privacy notices you accepted",
    "preferences": "Your settings",
    "noted": "Filings and certificates you noted",
    "plans": "Your plan for 60",
    "enrolments": "Courses you began",
    "progress": "What you watched",
    "viewings": "Watch pages you opened",
    "attempts": "Tests you took",
    "answers": "Answers in tests",
    "practice_answers": "Answers in practice of wrong questions",
    "journal_sheets": "Answer sheets of the journal quiz",
    "journal_answers": "Answers in the journal quiz",
    "attendances": "Check-ins and registered attendances",
    "awaited_trainings": "Trainings with a reminder",
    "late_claims": "Attendance claims",
    "declarations": "Declarations",
    "evidence": "Evidence of declarations",
    "files": "Files you sent",
    "import_rows": "Imports of members and of credits already held",
    "withheld_credits": "Credits held back because of one that was imported or granted",
    "coverages": "Start of the complete record",
    "activations": "Batches of activation letters",
    "activation_codes": "Activation letter",
    "activation_rows": "Lists for activation letters",
    "export_members": "Exports of credits for other systems and prefectural associations",
    "requests": "Requests",
    "request_messages": "Messages, answers and staff notes in requests",
    "request_files": "Files in requests",
    "credits": "Credits",
    "common_credits": "Credits of common lectures",
    "certificates": "Certificates",
    "certificate_checks": "Numbers and totals of certificates",
    "certificate_ends": "Certificates that were revoked or replaced",
    "certificate_replacements": "Replacements of certificates under way",
    "certificate_doubts": "Checks of what certificates show",
    "letters": "Notices the bot sent you",
    "guards": "Wrong passwords and codes, counted",
    "staff_acts": "What staff did in your record",
    "staff": "Your roles as staff",
    "staff_accounts": "Staff account",
    "staff_invitations": "Invitations as staff",
    "staff_pins": "PIN for confirmations",
    "joint_requests": "Acts you asked a second person to confirm",
    "refused_attempts": "Acts of staff that were refused",
}
_COLUMNS = {
    **{"doubtful": "May be an imported credit", "asked_at": "Staff asked", "common_half_units": "Common lecture units"},
    "stands": "Credits of yours in it",
    **{"certifiable": "Can be certified", "complete_from": "Complete from"},
    **{"id": "No.", "member_id": "Internal member number", "scope": "What is counted", "number": "Number"},
    **{"name": "Name", "member_no": "Member ID", "mamis_id": "MAMIS ID", "kana": "Reading of the name"},
    **{"birth_date": "Date of birth", "registry_no": "Medical registration number", "prefecture": "Prefecture"},
    **{
        "email": "Email address",
        "can_earn": "Can earn credits",
        "resumed_at": "Membership resumed",
        "one_time_from": "Code valid from",
    },
    **{"one_time_until": "Code valid until", "logins": "Logins", "imported_at": "Record updated"},
    **{"telegram_id": "Telegram user ID", "language": "Language", "expects": "What the chat waits for"},
    **{"note": "Note", "accepted_notice": "Version accepted", "menu": "List of commands"},
    **{"expects_at": "Waiting since", "target": "Link opened", "target_at": "When the link was opened"},
    **{"living_message": "Message shown", "living_subject": "Screen shown", "answered": "Latest buttons"},
    **{"viewing_until": "Viewed until", "logged_in_at": "Last login", "announcements": "Announcements from the office"},
    **{"held_until": "Telegram asked to wait until", "letter_at": "Last notice sent"},
    **{"reachable": "Can be written to", "created_at": "Created", "notice": "Version", "accepted_at": "Accepted"},
    **{"reminders": "Course reminders", "journal_reminders": "Journal reminders"},
    **{"declaration_reminders": "Declaration reminders", "year_end_reminders": "Year-end reminders"},
    **{"falling_reminders": "Reminders of credits that expire", "picture_theme": "Colours of pictures"},
    **{"training_reminders": "Reminders of trainings", "opened_for": "Told that check-in opened, for the start at"},
    **{"plan_reminders": "Reminders of your plan", "monthly": "Needed a month (1 is 0.5)", "set_on": "Set on"},
    **{"new_courses_reminders": "Reminders of new courses", "test_goes_on": "Tests go on by themselves"},
    **{"quiet_from": "Quiet from (hour)", "quiet_until": "Quiet until (hour)", "nudge_hour": "Hour of reminders"},
    **{"filings": "Filings", "filed_on": "Filed on", "certified_on": "Certified on", "failures": "Failures"},
    **{"last_at": "Last time", "until": "Until", "course_id": "Course", "film_id": "Film", "started_at": "Started"},
    **{"touched_at": "Last used", "finished_at": "Finished", "bitmap": "Seconds watched, one by one"},
    **{"watched": "Seconds watched", "position": "Position (s)", "completed_at": "Completed"},
    **{"opened_at": "Opened", "ended_at": "Ended", "edition_id": "Edition", "pinned": "Order of the questions"},
    **{"state": "State", "right": "Right answers", "attempt_id": "Test No.", "place": "Question"},
    "answered_at": "Answered",
    **{"ticked": "Choices", "at": "At", "issue_id": "Issue", "channel": "Sent by", "begun_at": "Begun"},
    **{
        "submitted_at": "Submitted",
        "graded_at": "Graded",
        "sheet_id": "Sheet No.",
        "activation_id": "Batch No.",
        "question": "Question",
    },
    **{"training_id": "Training", "entered_at": "Entered", "left_at": "Left", "registered_at": "Registered"},
    **{"half_units": "Credits", "claimed_at": "Claimed", "decided_at": "Decided", "reason": "Reason"},
    **{"kind": "Kind", "what": "Content", "held_on": "Held on", "code": "Code", "declaration_id": "Declaration No."},
    **{"mime": "Format", "size": "Size (bytes)", "received_at": "Received", "ends_at": "To be removed"},
    **{"sent_at": "Sent", "due_on": "Answer due", "taken_at": "Taken", "settled_at": "Settled"},
    **{"questioned_at": "You were asked", "back_at": "You answered"},
    **{"request_id": "Request No.", "said_by": "Said by", "text": "Text", "message_id": "Message No."},
    **{"source": "Source", "title": "Title", "organiser": "Organiser", "earned_on": "Earned on"},
    **{"earned_at": "Earned at", "written_at": "Written", "category": "Category", "facts": "What it says"},
    **{"period_from": "First day", "period_to": "Last day", "asked_at": "Asked for", "drawn_at": "Drawn"},
    **{"paper_sha256": "Hash of the file", "certificate_id": "Certificate (internal No.)", "codes": "Codes"},
    **{"given_at": "Numbered", "confirmed_at": "Confirmed", "verdict": "Verdict", "subject": "About"},
    **{"slot": "Occasion", "due_at": "Due", "outcome": "Outcome", "act": "Act", "body": "Reason, before, after"},
    **{"person_id": "Internal number", "role": "Role", "granted_at": "Granted", "day": "Day", "times": "Times"},
    **{"made_at": "Made", "why": "Reason", "again": "Invited again", "invited_at": "Invited", "opener": "Opened by"},
    **{"turned_away": "Turned away", "asked_by": "Asked by (internal No.)", "set_at": "Set"},
    **{"locked_until": "Locked until", "line": "Line", "before": "Before", "after": "After"},
}


def table(name: str) -> str:
    return _TABLES[name]


def column(name: str) -> str:
    return _COLUMNS[name]


def value(column: str, value: Value) -> str:
    match value:
        case None:
            return "–"
        case bool():
            return "yes" if value else "no"
        case int() if column == "half_units":
            return common.credits(value)
        case datetime():
            return f"{local(value):%Y-%m-%d %H:%M:%S}"
        case date():
            return value.isoformat()
        case Named():
            return value.name or str(value.number)
        case Exported():
            whose = f"members in {value.prefecture}" if value.prefecture else "all members"
            days = f"credits from {value.first.isoformat()} to {value.last.isoformat()}"
            return f"Export {value.number} (made {local(value.made_at):%Y-%m-%d %H:%M:%S}; {whose}; {days})"
        case bytes():
            return f"{len(value)} bytes (in data.json)"
        case str() | int():
            return str(value)
    return json.dumps(value, ensure_ascii=False)
