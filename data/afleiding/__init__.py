"""The one derivation (docs/methode.md) as SQL, with the views that show it in words, and its methodeversie."""
