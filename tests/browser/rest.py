"""When a Streamlit page is at rest: connected, nothing asked for that is not answered, nothing being drawn.

Streamlit says on its own element whether a script or fragment runs (`data-test-script-state`), but not that a tap is
on its way to the server. `WATCHED` notes on <html> what was sent and takes it back when a run has ended.
"""

from playwright.sync_api import Page, expect

from tests.server import busy

PATIENCE = round(20_000 * busy())
"""Milliseconds a person waits for something to appear."""
WATCHED = """
(() => {
  const html = () => document.documentElement;
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    if (typeof data !== 'string' && this.url.includes('/_stcore/stream')) html().dataset.asked = 'yes';
    return send.call(this, data);
  };
  new MutationObserver(changes => {
    for (const {target, oldValue} of changes) {
      if (oldValue !== 'notRunning' && target.getAttribute('data-test-script-state') === 'notRunning')
        delete html().dataset.asked;
    }
  }).observe(document, {subtree: true, attributeOldValue: true, attributeFilter: ['data-test-script-state']});
})()
"""
AT_REST = (
    'html:not([data-asked]) [data-testid="stApp"][data-test-script-state="notRunning"]'
    '[data-test-connection-state="CONNECTED"]'
)


def wait_until_at_rest(page: Page) -> None:
    expect(page.locator(AT_REST)).to_be_attached(timeout=PATIENCE)
