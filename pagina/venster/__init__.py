"""What the browser gets beside Streamlit: the page in Dutch, one script, one stylesheet."""
