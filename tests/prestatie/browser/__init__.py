"""What a reader waits for: from a click to a page that is painted and quiet, beside an empty Streamlit page."""
