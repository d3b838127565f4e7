"""The public contract of the views, written by hand from section 6 of the design: once for every test that holds it."""

#: The public contract (design, section 6): at least these columns.
STAP = """gemeente_code gemeente aanpak_van aanpak_naar kader niveau thema criterium indicator_id indicator onderwerp
    jaar_van jaar_naar uitkomst_van uitkomst_naar status was_verbeterpunt overgenomen bewijs_van bewijs_naar rapport_van
    rapport_naar"""
BEVINDING = "rapport_id gemeente_code gemeente soort onderwerp tekst indicatoren voor_wie"
CONTRACT = {
    "oordelen": """rapport_id meting_id gemeente_code gemeente aanpak kader niveau thema thema_gedrukt criterium
        indicator_id indicator onderwerp peiljaar moment bewijs dekking uitkomst teken_gedrukt toelichting opmerking
        vindplaats""",
    "opvolging": STAP,
    "verloop": STAP,
    "stand": """gemeente_code gemeente aanpak kader niveau thema indicator_id indicator onderwerp uitkomst peiljaar
        bewijs rapport_id open sinds gemeld gemeld_in""",
    "bevindingen": BEVINDING,
    "actiepunten": f"{BEVINDING} opvolging_verwacht_van opvolging_verwacht_tot stand gemeld_in",
    "dataset": "datasetversie methodeversie kennisdatum gebouwd_op bevat_fictief bevat_concept laatst_aanvaard",
}
