"""Faults in the papers, the preview, the check page and the signing of certificates."""

from tests.planted.fault import Fault, for_each

PAGE, GUESSING = "bot/pages/test_certificate_page", "bot/certificates/test_guessing"

FAULTS: tuple[Fault, ...] = (
    for_each(
        "bot/signing/test_signing::test_it_is_certified_against_every_change",
        breaks="a signed certificate may be filled in",
        file="bot/signing/signing.py",
        old="docmdp_permissions=fields.MDPPerm.NO_CHANGES,",
        new="docmdp_permissions=fields.MDPPerm.FILL_FORMS,",
    ),
    for_each(
        "bot/signing/test_signing::test_it_is_certified_against_every_change",
        breaks="a certificate that is signed by an elliptic curve is no PDF/A-3 any more",
        file="bot/signing/signing.py",
        old="pdf_out.register_extension(ESIC_EXTENSION_1)",
        new="super().register_extensions(pdf_out, md_algorithm=md_algorithm)",
    ),
    for_each(
        "bot/signing/test_timestamps::test_the_timestamp_lies_in_the_signature",
        breaks="the timestamp is of another text than the signature",
        file="bot/signing/stamping.py",
        old='hashlib.sha256(signer["signature"].native)',
        new="hashlib.sha256(paper)",
    ),
    for_each(
        "bot/signing/test_timestamps::test_after_one_failure_the_next_papers_do_not_wait",
        breaks="each paper asks a timestamp service that is away",
        file="bot/sending/sealing.py",
        old="            self._unstamped_until = self._now() + PAUSE\n",
        new="",
    ),
    for_each(
        "bot/signing/test_timestamps::test_with_a_key_that_is_not_good_nothing_is_signed",
        breaks="a key that has ended signs",
        file="bot/signing/key.py",
        old="return self.begins <= now <= self.ends",
        new="return self.begins <= now",
    ),
    for_each(
        f"{PAGE}::test_its_headers_keep_the_address_to_itself",
        breaks="the check page tells other sites its address",
        file="bot/pages/certificate/routes.py",
        old='{"Referrer-Policy": "no-referrer", "X-Robots-Tag"',
        new='{"Referrer-Policy": "origin", "X-Robots-Tag"',
    ),
    for_each(
        f"{GUESSING}::test_no_token_is_found_by_guessing_and_no_answer_tells_it_from_another",
        breaks="a certificate that is not drawn yet is found by its token",
        file="storage/certificates/checks.py",
        old=".where(Certificate.paper_sha256.is_not(None), *where)",
        new=".where(*where)",
    ),
    for_each(
        f"{GUESSING}::test_no_number_is_found_by_guessing",
        breaks="numbers of nobody are not counted for all together",
        file="storage/certificates/asking.py",
        old="guards.fail(session, [person, EVERYBODY], now)",
        new="guards.fail(session, [person], now)",
    ),
    for_each(
        f"{GUESSING}::test_names_that_are_typed_at_once_are_five_a_day",
        breaks="a name is compared once too often in a day",
        file="content/access/guarding.py",
        old="NAMES = Daily(5)",
        new="NAMES = Daily(6)",
    ),
    for_each(
        "bot/certificates/test_file_checked::test_one_byte_anywhere_makes_it_another_file",
        breaks="a byte more at the end of a file is not seen",
        file="bot/pages/certificate/routes.py",
        old="            sha256.update(part)\n",
        new="            sha256.update(part[: len(part) // 2 * 2])\n",
    ),
    for_each(
        "bot/certificates/test_two_processes::test_one_certificate_and_every_letter_brings_its_file",
        breaks="of two processes that draw one certificate each sends a file of its own",
        file="bot/sending/papers.py",
        old="return await self._record.write(lambda session: supply.keep(session, paper, drawn, now), unhurried=True)",
        new="await self._record.write(lambda session: supply.keep(session, paper, drawn, now))\n        return drawn",
    ),
    for_each(
        "handlers/certificates/test_certificate_preview::test_both_lists_by_hand",
        breaks="the preview lists what is left out as what will stand on it",
        file="handlers/certificates/previewing.py",
        old="screens.standing(wish, drafting.in_words(turn, draft.shown), press.page, turn.words)",
        new="screens.left_out(wish, draft.left, press.page, turn.words)",
    ),
    for_each(
        "handlers/certificates/test_certificate_preview::test_what_is_shown_is_what_is_issued",
        breaks="the paper shows the latest credit alone",
        file="handlers/certificates/issuing.py",
        old="for one in reversed(draft.shown)),",
        new="for one in reversed(draft.shown[:1])),",
    ),
    for_each(
        "handlers/credits/test_fees_ways::test_the_certificate_of_the_period_that_is_shown",
        breaks="a preview that was opened from the fees does not go back to them",
        file="handlers/screens/certificates/preview.py",
        old="view.back_to or OfPurpose(wish.purpose.value)",
        new="OfPurpose(wish.purpose.value)",
    ),
    for_each(
        "handlers/certificates/test_paper_check::test_page_attachment_and_facts_say_the_same",
        breaks="the attached facts do not say that they say the same as the page",
        file="handlers/papers/sheet.py",
        old='associated_file_relationship="Alternative",',
        new='associated_file_relationship="Data",',
    ),
    for_each(
        "handlers/certificates/test_paper_check::test_pages_that_could_be_parted_each_have_the_number",
        breaks="only the first page of a certificate has its number",
        file="handlers/papers/certificate_layout.py",
        old="parted = count > 1 and bool(facts.number)",
        new="parted = count > 1 and number == 1 and bool(facts.number)",
    ),
)
