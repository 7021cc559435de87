"""A reader without a browser: the WebSocket that the page speaks, and what it is told."""

import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager

import websocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Navigation_pb2 import Navigation
from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME, XSRF_COOKIE_NAME

PATIENCE = 120


class Visit:
    """One open page."""

    def __init__(self, socket: websocket.WebSocket) -> None:
        self.socket = socket

    def look(self, press: str = "") -> list[ForwardMsg]:
        """What the page is told when it is drawn, or drawn again after the button of this id was pressed."""
        back = BackMsg()
        back.rerun_script.query_string = ""
        if press:
            back.rerun_script.widget_states.widgets.add(id=press, trigger_value=True)
        self.socket.send_binary(back.SerializeToString())
        told = [ForwardMsg.FromString(self.socket.recv())]
        while not _is_over(told[-1]):
            told.append(ForwardMsg.FromString(self.socket.recv()))
        return told


def _is_over(message: ForwardMsg) -> bool:
    """Whether the page has been drawn to its end, and does not begin anew with a fuller address."""
    anew = ForwardMsg.FINISHED_EARLY_FOR_RERUN
    return message.WhichOneof("type") == "script_finished" and message.script_finished != anew


@contextmanager
def visit(address: str, cookie: str, origin: str | None = None, host: str | None = None) -> Iterator[Visit]:
    """A page opened with this cookie; raises websocket.WebSocketBadStatusException when turned away."""
    xsrf = generate_xsrf_token_string()
    socket = websocket.create_connection(
        f"{address.replace('http', 'ws')}/_stcore/stream",
        timeout=PATIENCE,
        origin=origin or address,
        host=host,
        sslopt={"cert_reqs": ssl.CERT_NONE, "check_hostname": False},
        cookie=f"{USER_COOKIE_NAME}={cookie}; {XSRF_COOKIE_NAME}={xsrf}",
        subprotocols=["streamlit", xsrf],
        skip_utf8_validation=True,
    )
    with closing(socket):
        yield Visit(socket)


def is_let_in(told: list[ForwardMsg]) -> bool:
    """Whether the menu of the pages was shown: it is hidden from everybody who has not come in."""
    menus = [message.navigation.position for message in told if message.WhichOneof("type") == "navigation"]
    return menus[-1] != Navigation.HIDDEN


def button(told: list[ForwardMsg], label: str) -> str:
    """The id of a button among what a page was told."""
    buttons = [message.delta.new_element.button for message in told]
    return next(b.id for b in buttons if b.label == label)


def words(told: list[ForwardMsg]) -> str:
    """Everything that a page was told, as text."""
    return "\n".join(str(message) for message in told)
