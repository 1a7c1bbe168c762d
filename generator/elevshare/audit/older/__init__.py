"""Books of earlier versions: held against themselves, because nobody makes them again."""
