"""Making the add-in file ``elevshare.xlam`` without Excel."""
