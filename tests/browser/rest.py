"""When a Streamlit page is at rest: connected, nothing asked for that is not answered, nothing being drawn
and no part of the page still being fetched.

Streamlit says on its own element whether a script or fragment runs (`data-test-script-state`), but not that a tap is
on its way to the server. `WATCHED` notes that on <html> as `data-run`, `busy` or `idle`, from what goes over the wire.
"""

from string import Template

from playwright.sync_api import Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.server import busy

PATIENCE = round(20_000 * busy())
"""Milliseconds a person waits for something to appear."""
WATCHED = Template("""
(() => {
  const ASKED = $asked, STARTED = $started, FINISHED = $finished;
  let asked = false, runs = false;
  const note = () => { document.documentElement.dataset.run = asked || runs ? 'busy' : 'idle'; };
  // The numbers of the fields of a protobuf message, one level deep.
  const fields = bytes => {
    const found = [];
    let at = 0;
    const number = () => {
      let value = 0, scale = 1, byte;
      do { byte = bytes[at++]; value += (byte & 127) * scale; scale *= 128; } while (byte & 128);
      return value;
    };
    while (at < bytes.length) {
      const tag = number(), kind = tag % 8;
      found.push((tag - kind) / 8);
      if (kind === 0) number(); else if (kind === 2) at = number() + at; else at += kind === 1 ? 8 : 4;
    }
    return found;
  };
  const told = event => {
    const said = fields(new Uint8Array(event.data));
    if (said.includes(STARTED)) [asked, runs] = [false, true];
    if (said.includes(FINISHED)) [asked, runs] = [false, false];
    requestIdleCallback(note);  // what came with it is drawn first
  };
  const followed = new WeakSet(), send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    if (this.url.includes('/_stcore/stream')) {
      if (!followed.has(this)) {
        followed.add(this);
        this.addEventListener('message', told);
        this.addEventListener('close', () => { asked = runs = false; note(); });
      }
      if (fields(new Uint8Array(data)).includes(ASKED)) {
        asked = true;
        note();
      }
    }
    return send.call(this, data);
  };
})()
""").substitute(
    asked=BackMsg.RERUN_SCRIPT_FIELD_NUMBER,
    started=ForwardMsg.NEW_SESSION_FIELD_NUMBER,
    finished=ForwardMsg.SCRIPT_FINISHED_FIELD_NUMBER,
)
AT_REST = (
    'html[data-run="idle"]:has([data-testid="stApp"][data-test-script-state="notRunning"]'
    '[data-test-connection-state="CONNECTED"]):not(:has([data-testid="stSkeleton"])), '
    'html:not(:has([data-testid="stApp"]))'
)
"""The phones' pages are none of Streamlit's, and always at rest."""


def wait_until_at_rest(page: Page) -> None:
    expect(page.locator(AT_REST)).to_be_attached(timeout=PATIENCE)
