"""The add-in on a Windows machine: putting it there, looking what is wrong, taking it away."""
