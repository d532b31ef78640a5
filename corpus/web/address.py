"""Addresses of the web, as they are asked for."""

from ipaddress import IPv6Address, ip_address
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from corpus.messages import message

_SCHEMES = {"http": 80, "https": 443}
_PATH_SIGNS = "/%:=&?~+!$,;'@()*[]"
_LONGEST = 2_000

_NO_ADDRESS = message("“{url}” is no address of the web: http://… or https://…, without a password")

Origin = tuple[str, int]
"""Host and port."""


class FetchError(Exception):
    """Something that was not fetched; `reason` is an English clause whose fields `values` fill."""

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


def checked(url: str) -> str:
    """Return an address in ASCII, without its fragment. Raises FetchError for any but the web's."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except ValueError as error:
        raise FetchError(_NO_ADDRESS, url=url) from error
    if parts.scheme not in _SCHEMES or not host or parts.username or len(url) > _LONGEST:
        raise FetchError(_NO_ADDRESS, url=url)
    place = f"[{host}]" if ":" in host else host
    if port not in (None, _SCHEMES[parts.scheme]):
        place = f"{place}:{port}"
    path, query = quote(parts.path, _PATH_SIGNS), quote(parts.query, _PATH_SIGNS)
    return urlunsplit((parts.scheme, place, path or "/", query, ""))


def joined(base: str, link: str) -> str:
    """Return the checked address that a link on the page at `base` leads to. Raises FetchError."""
    try:
        return checked(urljoin(base, link))
    except ValueError as error:
        raise FetchError(_NO_ADDRESS, url=link) from error


def origin_of(url: str) -> Origin:
    """Return host and port of a checked address."""
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or _SCHEMES[parts.scheme]


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the internet's, not of this machine or its network."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return ip.is_global and not ip.is_multicast
