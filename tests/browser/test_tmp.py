import pytest
from tests.browser.conftest import Someone
from tests.browser.prepared import prepare, mixed
from tests.browser.test_journey import *
pytestmark = pytest.mark.browser
del test_a_chief_executive_answers_everything_and_takes_the_playbook_along

@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_rest(someone, installation, phone):
    p = prepare(installation, mixed, name=COMPANY, activity=3, predictions=2)
    person = someone(phone=phone, token=p.token)
    person.goes("check")
    print("SMALL check", too_small(person.page), too_wide(person.page))
    person.taps(person.button("See your results").first)
    level = reads_the_result(person)
    print(level)
    fills_in_decisions(person)
    takes_the_playbook(person, level)
