"""The further sections of a project file, one module a subject."""
