"""The frame of the window: the main window, its header, menus, status bar and help."""
