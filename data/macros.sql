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
