"""What goes wrong on the way out, as one Dutch sentence for the user."""

from data.fouten import Weigering


class UitvoerGeweigerd(Weigering):
    """The file cannot be made as asked. Its text says what is wrong and what to do."""
