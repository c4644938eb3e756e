"""How addresses are opened: over http and https, and in no other way."""

from __future__ import annotations

import urllib.request


def http_opener(*more: urllib.request.BaseHandler) -> urllib.request.OpenerDirector:
    """An opener that speaks http and https alone: no file:, ftp: or data: addresses.

    Args:
        more: Further handlers; without one that follows redirects a redirect is an error.
    """
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        *more,
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener
