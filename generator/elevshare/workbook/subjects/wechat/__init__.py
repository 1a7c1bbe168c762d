"""微信: the bills, and what goes to the group, as texts to paste into WeChat."""
