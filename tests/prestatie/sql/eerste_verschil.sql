-- the first rows that are in one answer and not in the other, with where they are
(
    select 'alleen links' as waar, * from (select * from links except all select * from rechts)
    order by all
    limit 3
)
union all
(
    select 'alleen rechts' as waar, * from (select * from rechts except all select * from links)
    order by all
    limit 3
);
