"""What the commands of `cli.py` do: each takes what was asked and gives an exit code."""
