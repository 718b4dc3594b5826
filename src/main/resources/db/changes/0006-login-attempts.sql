--liquibase formatted sql

--changeset quipu:0006-login-attempts
-- unlogged: a crash forgets who has tried how often, and an attempt costs no write to the log
create unlogged table quipu_login_attempts (
    id varchar(64) primary key,
    state bytea,
    expires_at bigint
);
create index on quipu_login_attempts (expires_at);
--rollback drop table quipu_login_attempts;
