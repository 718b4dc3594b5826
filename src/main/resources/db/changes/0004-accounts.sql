--liquibase formatted sql

--changeset quipu:0004-accounts
alter table users add token_version integer not null default 0;
--rollback alter table users drop token_version;
