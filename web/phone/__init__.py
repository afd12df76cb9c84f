"""The participants' pages: small, server-rendered, plain forms; one script on top. See docs/decisions/0020."""
