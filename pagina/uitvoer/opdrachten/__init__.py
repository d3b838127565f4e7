"""What `python -m pagina.uitvoer` can do, one module per command."""
