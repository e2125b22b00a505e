"""What each command does. Imported when the command is run, so that ``kehoach --help`` loads nothing."""
