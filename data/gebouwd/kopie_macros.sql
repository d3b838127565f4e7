-- Cells of a CSV file as text, null where the cell is empty: what pagina/uitvoer/vormen/csv.py does to a cell, in SQL.
-- A test holds the two to the same bytes.

-- what no file can hold goes, and a line break is one sign
create macro csv_schoon(tekst) as
replace(
    replace(
        regexp_replace(tekst, '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x{fffe}\x{ffff}]', '', 'g'), chr(13) || chr(10), chr(10)
    ),
    chr(13), chr(10)
);

-- a separator of either dialect within a text, with what may stand between it and the sign of a formula
create macro csv_scheidt() as '([;,\t\n][ "''\x{200b}-\x{200d}\x{2060}\x{feff}]*)';

-- what a spreadsheet would run within a cell that was opened in the other dialect
create macro csv_binnenin(tekst) as
regexp_replace(
    regexp_replace(tekst, memory.csv_scheidt() || '([=+@])', '\1''\2', 'g'),
    memory.csv_scheidt() || '-([\p{L}\p{N}_(])', '\1''-\2', 'g'
);

-- the first sign of a formula, with the blanks, quotes and signs without width that may stand before it
create macro csv_formule() as
'[\s\v\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}"''\x{200b}-\x{200d}\x{2060}'
|| '\x{feff}]*[=+\-@＝＋－＠]';

-- `begin` is what stands before and at the first sign of a formula, empty where there is none
create macro csv_gesplitst(begin, tekst) as
if(begin = '', '', '''' || begin) || memory.csv_binnenin(substring(tekst, length(begin) + 1));

create macro csv_veilig(tekst) as
memory.csv_gesplitst(regexp_extract(tekst, '^(?:' || memory.csv_formule() || '|''*[\t\n])'), tekst);

-- hardly any text has to be changed: one look says of which none of the above does anything
create macro csv_tekst(tekst) as
if(
    regexp_matches(
        tekst,
        '^$|^' || memory.csv_formule() || '|^''*[\t\n]|' || memory.csv_scheidt() || '[=+@\-]'
        || '|[\x00-\x08\x0b-\x1f\x7f\x{fffe}\x{ffff}]'
    ),
    nullif(memory.csv_veilig(memory.csv_schoon(tekst)), ''),
    tekst
);

-- a build takes no id but of letters, digits and hyphens between them: nothing of a code has to be changed
create macro csv_code(code) as code;

create macro csv_getal(getal) as getal::varchar;

create macro csv_dag(dag) as dag::varchar;

create macro csv_janee(waarde) as if(waarde, 'ja', if(waarde is null, null, 'nee'));

create macro csv_delen(delen) as
memory.csv_tekst(array_to_string(list_transform(delen, lambda deel: coalesce(deel, 'None')), ' | '));

-- the word of a code, with the codes and the words in the same order
create macro csv_woord(code, codes, woorden) as
case
    when code is null then null
    else coalesce(list_extract(woorden, list_position(codes, code)), error('onbekende code: ' || code))
end;

create macro csv_woorden(tekst, codes, woorden) as
array_to_string(
    list_transform(string_split(tekst, ' + '), lambda code: memory.csv_woord(code, codes, woorden)), ' + '
);
