-- noqa: disable=RF02,RF03
-- (the linter takes the macro's parameters, which end in _, for columns)

-- Before and after: one row per step or course of a gemeente (with what merged into it) under a kader × side ('van' or
-- 'naar') × meting on that side. A step without a later test has only its side 'van'. The columns of opslag.telling are
-- those of the step, which oordeel_nr and moment_van tell apart; gedrukt is what the meting printed of the begrip, null
-- where it printed no such row. Null for begrippen_ means all.
create macro opslag.voor_en_na(kader_, gemeente_, periode_, verloop_, begrippen_) as table
    with

    stap as (
        select s.*
        from opslag.telling as s
        where
            s.verloop = verloop_
            and s.kader_nr = (
                select k.kader_nr from opslag.kader as k
                where k.kader_id = kader_
            )
            and opslag.in_periode(s.jaar_van, s.jaar_naar, periode_)
            and s.gemeente_nr in (select g.gemeente_nr from opslag.met_opgegane([gemeente_]) as g)
            and (begrippen_ is null or list_contains(begrippen_, s.begrip_nr))
    ),

    meting_van_stap as (
        select oordeel_nr, moment_van, begrip_nr, 'van' as kant, meting_nr, false as alleen_tak
        from stap
        union all
        select s.oordeel_nr, s.moment_van, s.begrip_nr, 'naar', tm.meting_nr, false
        from stap as s
        inner join opslag.toets_meting as tm using (toets_nr)
        union all
        -- where branches count together, what a branch showed since the origin counts too, in whatever year
        select s.oordeel_nr, s.moment_van, s.begrip_nr, 'naar', lm.meting_nr, true
        from stap as s
        inner join opslag.meting as m on s.meting_nr = m.meting_nr
        inner join opslag.toets as t on s.toets_nr = t.toets_nr
        inner join opslag.lijn_meting as lm on t.aanpak_nr = lm.aanpak_nr and t.kader_nr = lm.kader_nr
        where t.eigen_meting_nr is null and lm.moment > m.moment and lm.moment <= t.laatste
    ),

    kant as (
        select oordeel_nr, moment_van, begrip_nr, kant, meting_nr, bool_and(alleen_tak) as alleen_tak
        from meting_van_stap
        group by oordeel_nr, moment_van, begrip_nr, kant, meting_nr
    ),

    gedrukt as (
        select o.*, i.begrip_nr
        from opslag.oordeel as o
        inner join opslag.indicator as i using (indicator_nr)
        where o.meting_nr in (select k.meting_nr from kant as k)
    )

    select s.* exclude (meting_nr), k.kant, k.meting_nr, g as gedrukt
    from kant as k
    inner join stap as s using (oordeel_nr, moment_van)
    left join gedrukt as g on k.meting_nr = g.meting_nr and k.begrip_nr = g.begrip_nr
    where not k.alleen_tak or is_bekend(g.uitkomst_nr);
