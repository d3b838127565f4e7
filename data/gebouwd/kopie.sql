-- sqlfluff:templater:placeholder:param_regex:\x24(?P<param_name>\w+)
-- An answer as a CSV file. vraag: its text; kolommen: what is written of each row; pad: the file; scheiding: what
-- stands between two cells.
copy (
    with antwoord as ( -- noqa: LT02
        $vraag
    )

    select $kolommen from antwoord
) to '$pad' (
    format csv, header true, delimiter '$scheiding', quote '"', escape '"', nullstr '', new_line '\r\n'
)
