-- sqlfluff:templater:placeholder:param_regex:\x24(?P<param_name>\w+)
-- What an answer is like, without fetching it. vraag: its text; wat: what is asked of it; rijen: of how many rows.
with antwoord as ( -- noqa: LT02
    $vraag
)

select $wat from antwoord
limit $rijen -- noqa: AM09
