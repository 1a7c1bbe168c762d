"""What the page 加梯分摊.html asks of the program: the same commands, in a browser's worker."""
