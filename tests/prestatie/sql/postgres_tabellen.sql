-- The tables that every engine starts from, with the indexes that cover the question.
drop table if exists oordeel;
drop table if exists meting;
drop table if exists aanpak;
drop table if exists opvolger;
drop table if exists indicator;
create table oordeel (oordeel_nr integer primary key, meting integer, indicator integer, uitkomst smallint);
create table meting (
    meting integer primary key, aanpak integer, kader integer, editie integer, peiljaar smallint, moment date,
    bewijs smallint
);
create table aanpak (aanpak integer primary key, gemeente integer, einde date);
create table opvolger (van integer, naar integer);
create table indicator (indicator integer primary key, begrip integer, editie integer);
