--liquibase formatted sql

--changeset quipu:0002-idempotency
create table quipu_idempotency (
    caller varchar(255) not null,
    key varchar(255) not null,
    request varchar(64) not null,
    data text, -- null only within the transaction that makes the row
    rules text,
    created_at timestamp(6) with time zone not null default now(),
    primary key (caller, key)
);
create index on quipu_idempotency (created_at);
--rollback drop table quipu_idempotency;
