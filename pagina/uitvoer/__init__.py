"""What leaves the house, as bytes.

From the ground up: `inhoud`: what a file says; `brief`: the Kamerbrief; `vormen`: one module per format; `opendata`:
the open data; `opdrachten`: the command line.
Without streamlit: the pages call it, and `python -m pagina.uitvoer` does the same.
"""
