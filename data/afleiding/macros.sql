-- Words that more than one statement of a build uses.

-- first and last day of a date, month or year written as text; null where the text is no such date
create macro eerste_dag(tekst) as try_cast(left(tekst || '-01-01', 10) as date);
create macro laatste_dag(tekst) as case length(tekst)
    when 4 then try_cast(tekst || '-12-31' as date)
    when 7 then last_day(try_cast(tekst || '-01' as date))
    else try_cast(tekst as date)
end;

-- the moment of a meting: its visit, else the end of the research, else the end of its peiljaar
create macro moment(bezoek_op, onderzoek_tot, peiljaar) as
coalesce(laatste_dag(bezoek_op), laatste_dag(onderzoek_tot), laatste_dag(peiljaar));

-- Branches together: is one of them unknown, and the least and greatest known uitkomst_nr among them
-- (1 voldoet, 2 verbeterpunt, 3 gemengd). Null = unknown.
create macro combineer(een_onbekend, kleinste, grootste) as case
    when kleinste is null then null
    when grootste = 1 then if(een_onbekend, null, 1)
    when kleinste = 2 and grootste = 2 then 2
    else 3
end::utinyint;

-- The table of statuses of two known uitkomsten (uitkomst_nr).
create macro status(van, naar) as case
    when van = 1 then if(naar = 1, 4, 5)
    when naar = 1 then 1
    when van = 2 and naar = 3 then 2
    else 3
end::utinyint;

-- Does a picked-up verbeterpunt rest on what the gemeente told: status opgepakt, bewijs mondelinge_rapportage.
create macro verteld(status_nr, bewijs_naar_nr) as coalesce(status_nr = 1 and bewijs_naar_nr = 1, false);

-- What the rows of one cell come to, as a status_nr. Where a cell has verbeterpunten, only they speak for it; the first
-- three statuses are theirs alone, behouden and teruggevallen those of what was no verbeterpunt.
create macro status_samen(status_nr, was_verbeterpunt) as case
    when bool_or(was_verbeterpunt)
        then
            case
                when bool_and(status_nr = 1) filter (where was_verbeterpunt) then 1
                when bool_or(status_nr in (2, 3)) then if(bool_or(status_nr in (1, 2)), 2, 3)
                when
                    min(status_nr) filter (where was_verbeterpunt) = max(status_nr) filter (where was_verbeterpunt)
                    then min(status_nr) filter (where was_verbeterpunt)
                else 6
            end
    when bool_or(status_nr = 5) then 5
    when min(status_nr) = max(status_nr) then min(status_nr)
    else 6
end::utinyint;

-- A small number as a set of one, a bit for each number from 1 to 8; null is the empty set. And what the rows of one
-- cell hold together: of a cell with verbeterpunten only those.
create macro als_bit(nr) as coalesce(1::utinyint << (nr - 1)::utinyint, 0::utinyint);
create macro bits_samen(bits, was_verbeterpunt) as
coalesce(bit_or(bits) filter (where was_verbeterpunt), bit_or(bits));
