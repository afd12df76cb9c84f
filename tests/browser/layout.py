"""What a person on a phone needs of every screen: no sideways scrolling, and targets a thumb can hit."""

from typing import Any

from playwright.sync_api import Page

THUMB = 44
LOOKS = 30
SECOND_WAYS = ("Scroll tabs right", "Scroll tabs left", "Choose date")
"""Small buttons of Streamlit for what can be done without them: swiping the tabs, typing the date."""
# A page that can be moved sideways, or a box that is wider than the window it lies in.
TOO_WIDE = """
() => [document.scrollingElement, document.querySelector('main'), document.querySelector('[data-testid="stMain"]')]
  .filter(e => e && e.scrollWidth > e.clientWidth + 1)
  .map(e => `${e.tagName} ${e.scrollWidth} in ${e.clientWidth}`)
"""
# What is tapped to get anywhere or to say anything. Links inside a sentence, tools that appear over
# a chart, and what is folded away or waits outside the window are not.
TOO_SMALL = """
thumb => [...document.querySelectorAll('main :is(button, a[href], summary, input, textarea, [role=radio], [role=tab])')]
  .map(e => e.matches('input') ? (e.closest('label') ?? e.parentElement) : e)
  .filter(e => e.checkVisibility({opacityProperty: true, visibilityProperty: true}))
  .filter(e => !e.closest('p') && !e.closest('[data-testid="stElementToolbar"]') && !e.closest('[tabindex="-1"]'))
  .map(e => ({e, box: e.getBoundingClientRect()}))
  .filter(({box}) => box.right > 0 && box.bottom > 0 && box.width > 1 && box.height > 1)
  .filter(({box}) => box.height < thumb - 0.5 || box.width < thumb - 0.5)
  .map(({e, box}) => `${e.tagName} “${(e.getAttribute('aria-label') || e.innerText || '').slice(0, 40)}” ` +
                     `${box.width.toFixed(0)} × ${box.height.toFixed(0)}`)
"""
# Words that do not fit their box and are hidden where it ends, or that reach beyond the window. What can be
# scrolled, what only screen readers are meant to have, fields, and the
# organisation's name in the header are left alone.
CUT_OFF = """
() => {
  const own = e => [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join('').trim()
  const scrolls = e => e && (/auto|scroll/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement))
  const hides = e => /hidden|clip/.test(getComputedStyle(e).overflowX)
  return [...document.querySelectorAll('body *')]
    .filter(e => own(e) && !e.closest('svg, input, textarea, script, style, [data-testid="stIconMaterial"], .pl-sr, .pl-whose'))
    .filter(e => e.checkVisibility({opacityProperty: true, visibilityProperty: true}))
    .map(e => ({e, box: e.getBoundingClientRect()}))
    .filter(({box}) => box.width > 2 && box.height > 2)
    .filter(({e, box}) => (hides(e) && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline') ||
                          (box.right > document.documentElement.clientWidth + 1 && box.left >= 0 && !scrolls(e.parentElement)))
    .map(({e, box}) => `${e.tagName} “${own(e).slice(0, 50)}” ${e.scrollWidth} in ${e.clientWidth}, to ${box.right.toFixed(0)}`)
}
"""


def cut_off(page: Page) -> list[str]:
    """Words that are hidden where their box or the window ends; empty when all can be read."""
    return _found(page.evaluate(CUT_OFF))


def too_wide(page: Page) -> list[str]:
    """What makes the page scroll sideways once it is at rest; empty when nothing does."""
    found = _found(page.evaluate(TOO_WIDE))
    for _look in range(LOOKS):
        if not found:
            break
        page.wait_for_timeout(100)  # charts take the width of another window a moment later
        found = _found(page.evaluate(TOO_WIDE))
    return found


def too_small(page: Page) -> list[str]:
    """Targets under 44 × 44 CSS pixels, by their words and size; empty when there are none."""
    found = _found(page.evaluate(TOO_SMALL, THUMB))
    return [line for line in found if not any(name in line for name in SECOND_WAYS)]


def _found(answer: Any) -> list[str]:
    return [str(line) for line in answer]
