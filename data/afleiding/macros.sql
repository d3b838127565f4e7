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

-- The codes of data/schema.sql by name: no other statement knows their numbers
-- (docs/besluiten/0011-getallen-achter-woorden.md). Both lists have a niet_beoordeeld.
create macro voldoet() as 1;
create macro verbeterpunt() as 2;
create macro gemengd() as 3;
create macro uitkomst_niet_beoordeeld() as 4;

create macro opgepakt() as 1;
create macro deels_opgepakt() as 2;
create macro niet_opgepakt() as 3;
create macro behouden() as 4;
create macro teruggevallen() as 5;
create macro status_niet_beoordeeld() as 6;
create macro nog_niet_hertoetst() as 7;
create macro vervallen() as 8;

create macro mondelinge_rapportage() as 1;

-- is an uitkomst known, and does it count as a verbeterpunt
create macro is_bekend(uitkomst_nr) as uitkomst_nr <= gemengd();
create macro is_verbeterpunt(uitkomst_nr) as uitkomst_nr in (verbeterpunt(), gemengd());

-- is it known what became of a verbeterpunt: opgepakt, deels_opgepakt or niet_opgepakt
create macro is_beoordeeld(status_nr) as status_nr <= niet_opgepakt();

-- Branches together: is one of them unknown, and the least and greatest known uitkomst_nr among them (voldoet is the
-- least, gemengd the greatest). Null = unknown.
create macro combineer(een_onbekend, kleinste, grootste) as case
    when kleinste is null then null
    when grootste = voldoet() then if(een_onbekend, null, voldoet())
    when kleinste = verbeterpunt() and grootste = verbeterpunt() then verbeterpunt()
    else gemengd()
end::utinyint;

-- The table of statuses of two known uitkomsten (uitkomst_nr).
create macro status(van, naar) as case
    when van = voldoet() then if(naar = voldoet(), behouden(), teruggevallen())
    when naar = voldoet() then opgepakt()
    when van = verbeterpunt() and naar = gemengd() then deels_opgepakt()
    else niet_opgepakt()
end::utinyint;

-- Does what became of an uitkomst rest on what the gemeente told: a status that says what it is now (opgepakt to
-- teruggevallen), bewijs mondelinge_rapportage.
create macro verteld(status_nr, bewijs_naar_nr) as
coalesce(status_nr <= teruggevallen() and bewijs_naar_nr = mondelinge_rapportage(), false);

-- What the rows of one cell come to, as a status_nr. Where a cell has verbeterpunten, only they speak for it; opgepakt,
-- deels_opgepakt and niet_opgepakt are theirs alone, behouden and teruggevallen those of what was no verbeterpunt.
create macro status_samen(status_nr, was_verbeterpunt) as case
    when bool_or(was_verbeterpunt)
        then
            case
                when bool_and(status_nr = opgepakt()) filter (where was_verbeterpunt) then opgepakt()
                when bool_or(status_nr in (deels_opgepakt(), niet_opgepakt()))
                    then if(bool_or(status_nr in (opgepakt(), deels_opgepakt())), deels_opgepakt(), niet_opgepakt())
                when
                    min(status_nr) filter (where was_verbeterpunt) = max(status_nr) filter (where was_verbeterpunt)
                    then min(status_nr) filter (where was_verbeterpunt)
                else status_niet_beoordeeld()
            end
    when bool_or(status_nr = teruggevallen()) then teruggevallen()
    when min(status_nr) = max(status_nr) then min(status_nr)
    else status_niet_beoordeeld()
end::utinyint;

-- Whether the rows of one cell were told: one of those that speak for it is enough.
create macro verteld_samen(verteld, was_verbeterpunt) as
coalesce(bool_or(verteld) filter (where was_verbeterpunt), bool_or(verteld));

-- Whether no meting of the year from which they go on found what is in one cell: all that speaks for it is overgenomen.
create macro overgenomen_samen(overgenomen, was_verbeterpunt) as
coalesce(bool_and(overgenomen) filter (where was_verbeterpunt), bool_and(overgenomen));

-- A small number as a set of one, a bit for each number from 1 to 8; null is the empty set. And what the rows of one
-- cell hold together: of a cell with verbeterpunten only those.
create macro als_bit(nr) as coalesce(1::utinyint << (nr - 1)::utinyint, 0::utinyint);
create macro bits_samen(bits, was_verbeterpunt) as
coalesce(bit_or(bits) filter (where was_verbeterpunt), bit_or(bits));

-- The thema under which a rapport prints an indicator, where it is another than the given one; null where it says none,
-- or the same: what differs only in capitals or a leading article is the same.
create macro ander_thema(gedrukt, thema) as if(
    regexp_replace(lower(gedrukt), '^de ', '') <> regexp_replace(lower(thema), '^de ', ''), gedrukt, null
);
