"""The parts of the page Opvolging."""
