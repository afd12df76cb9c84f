"""A listening socket hands its haste on to the connections it accepts."""

import socket

from web.sockets import disable_nagle


def test_connections_of_a_socket_bound_beforehand_answer_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        assert disable_nagle() >= 1
        with socket.create_connection(listening.getsockname()):
            accepted, _address = listening.accept()
            with accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_other_sockets_are_left_alone() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening, socket.socket() as other:
        disable_nagle()
        assert listening.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert not other.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
