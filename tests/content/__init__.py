"""What the shipped checklists and rules decide, told as cases of a warehouse."""
