"""What leaves the house: functions from a DataFrame to bytes. No streamlit, no duckdb."""
