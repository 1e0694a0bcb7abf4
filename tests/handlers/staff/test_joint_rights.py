"""Acts of two persons: the route lets in officers and owners, and the act says which of them may confirm it."""

from collections.abc import Sequence

from content.keys.letters import AttemptRefused
from content.words import JA
from handlers.presses.staff.joint import OpenJoint, RefuseJoint
from tests.handlers.staff.office import Office
from tests.handlers.staff.pairing import asked, held, sent, shown
from tests.handlers.talking import AOI, SHIRO, Guest


async def test_an_officer_confirms_no_act_of_the_owners(here: Office, owners: Sequence[Guest], aoi: Guest) -> None:
    """The route lets officers in, who may confirm other acts; the act says whose it is. The owners are told."""
    request = await asked(here, owners)
    press = await shown(owners[1], request)
    here.grants(SHIRO, "officer")
    officer = here.guest(700000006)
    await officer.chooses(SHIRO)
    sent(here)
    for tried in (OpenJoint(request), press, RefuseJoint(request)):
        assert JA.rights.not_yours_title() in (await officer.taps(tried)).text
        assert (here.log[0].act, here.log[0].after) == ("refused", {"act": "manage_roles"})
    told = {(member, type(key)) for member, key in sent(here)}
    assert told == {(one.member_id, AttemptRefused) for one in owners}
    assert held(here, AOI) == frozenset()
