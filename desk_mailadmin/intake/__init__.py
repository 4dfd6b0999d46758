"""Reading what offices hand over, in a child process, without trusting any of it."""
