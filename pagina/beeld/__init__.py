"""How things look and read: words, numbers, statuses and figures. Pure: no streamlit, no duckdb."""
