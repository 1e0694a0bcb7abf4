def chapter(number: str, title: str) -> str:
    return f"Chapter {number}: {title}"


def progress(watched: str, total: str, left: str) -> str:
    return f"Watched {watched} of {total} · {left} to go"


def progress_complete(watched: str, total: str) -> str:
    return f"Watched {watched} of {total}"


def seconds(seconds: str) -> str:
    return f"{seconds} s"


def minutes(minutes: str, seconds: str) -> str:
    return f"{minutes} min {seconds} s"


def skipping() -> str:
    return "Skipped parts don't count as watched."


def complete() -> str:
    return "Chapter completed"


def next_chapter() -> str:
    return "Next chapter"


def next_in(seconds: str) -> str:
    return f"Next chapter ({seconds} s)"


def following(seconds: str) -> str:
    return f"The next chapter begins in {seconds} seconds."


def stay() -> str:
    return "Stop"


def to_gap(start: str, end: str) -> str:
    return f"Watch what is missing: {start}–{end}"


def all_done() -> str:
    return "All chapters completed"


def to_test() -> str:
    return "Take the test"


def recording() -> str:
    return "Saving"


def course_progress(done: str, chapters: str) -> str:
    return f"This course: {done} of {chapters} chapters completed"


def to_chat() -> str:
    return "Back to the chat"


def in_browser() -> str:
    return "Open in the browser"


def no_credit() -> str:
    return "This user ID can't earn credits. You can still watch."


def missing() -> str:
    return "Not watched yet"


def missing_stretch(start: str, end: str) -> str:
    return f"Not watched: {start} to {end}. Go there"


def more_missing(number: str) -> str:
    return f"{number} more"


def player() -> str:
    return "The chapter's video"


def speed() -> str:
    return "Playback speed"


def speed_limit(speed: str) -> str:
    return f"The maximum playback speed is {speed}×."


def loading() -> str:
    return "Loading"


def waiting() -> str:
    return "Waiting for the connection. Your progress is kept on this device"


def waiting_long() -> str:
    return (
        "The connection has been lost for a while. "
        "Your progress is kept on this device. "
        "Please keep this page open until it is back"
    )


def sending() -> str:
    return "Sending your progress. Please stay on this page until it is done"


def taken_over() -> str:
    return "Watching began on another screen, so playback stopped here. Your progress is saved."


def continue_here() -> str:
    return "Continue here"


def expired_title() -> str:
    return "This link has expired"


def expired() -> str:
    return "Your progress is saved. A new link was sent to the chat. Please go back and open the chapter again."


def refused_title() -> str:
    return "This link cannot be used here"


def refused() -> str:
    return (
        "It is not valid, it belongs to another member, or you have logged out. "
        "Nothing in your record has changed. "
        "Go back to the chat and open the chapter again."
    )


def unreachable_title() -> str:
    return "No connection"


def unreachable() -> str:
    return "Your progress is saved. Please check your connection and try again."


def unplayable() -> str:
    return "The video can't be played. Your progress is saved. Please try again or use another browser."


def again() -> str:
    return "Try again"


def no_script() -> str:
    return "Please turn on JavaScript in your browser to use this page."
