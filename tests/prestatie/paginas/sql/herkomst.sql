-- what a build would say of itself
insert into opslag.dataset values
('benchmark', '1', date '2026-01-01', timestamp '2026-01-01', true, false, 'benchmark');
insert into opslag.levering (levering_id, aanvaard_op, van_kracht) values ('benchmark', date '2026-01-01', true);
