"""Connections, and to whom they may lead.

A page may lead elsewhere, by a redirect or the links of a feed; elsewhere is the internet, never
this machine or the network it stands in. That is told by the address connected to, which no
name server can change afterwards. A host that the reader has typed may be anywhere.
"""

from functools import cache
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection

from corpus.messages import message
from corpus.web.address import FetchError, is_public

_PRIVATE = message("it leads into a private network, to a host that was not asked for")


class _PublicConnection(HTTPConnection):
    def connect(self) -> None:
        super().connect()
        _check(self)


class _PublicSecureConnection(HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        _check(self)


class _PublicPool(urllib3.HTTPConnectionPool):
    ConnectionCls = _PublicConnection


class _PublicSecurePool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _PublicSecureConnection


def _check(connection: HTTPConnection) -> None:
    assert connection.sock is not None
    if not is_public(connection.sock.getpeername()[0]):
        connection.close()
        raise FetchError(_PRIVATE)


@cache
def _anywhere() -> urllib3.PoolManager:
    return urllib3.PoolManager()


@cache
def _public() -> urllib3.PoolManager:
    manager = urllib3.PoolManager()
    manager.pool_classes_by_scheme = {"http": _PublicPool, "https": _PublicSecurePool}
    return manager


@cache
def _by_way_of(proxy: str) -> urllib3.ProxyManager:
    return urllib3.ProxyManager(proxy)


def connections_for(url: str, *, is_typed: bool) -> urllib3.PoolManager:
    """Return what makes connections for an address.

    Where the environment names a proxy (`https_proxy`, `no_proxy`), it decides whom to connect to.
    """
    parts = urlsplit(url)
    proxy = getproxies().get(parts.scheme)
    if proxy and not proxy_bypass(parts.netloc):
        return _by_way_of(proxy if "://" in proxy else f"http://{proxy}")
    return _anywhere() if is_typed else _public()
