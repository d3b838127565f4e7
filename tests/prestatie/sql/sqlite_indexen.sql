-- What the question needs of each table stands in an index. Made after the rows.
create index oordeel_op_meting on oordeel (meting, indicator, uitkomst);
create index meting_op_aanpak on meting (aanpak, kader, moment, meting, peiljaar, bewijs, editie);
create index opvolger_op_van on opvolger (van, naar);
create index opvolger_op_naar on opvolger (naar, van);
create index indicator_op_editie on indicator (editie, begrip, indicator);
create index indicator_op_nr on indicator (indicator, begrip, editie);
create index aanpak_op_nr on aanpak (aanpak, gemeente, einde);
analyze;
