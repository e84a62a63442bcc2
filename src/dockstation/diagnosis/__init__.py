"""What the program tells of itself to those who mend it: logs, reports of errors, blocks of the window.

Nothing here may hold what a customer or a person said, or a key to anything.
"""
