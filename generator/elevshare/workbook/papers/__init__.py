"""Bills, and the components of all printed papers."""
