--liquibase formatted sql

--changeset quipu:0001-first-version
create sequence roles_seq increment by 50;
create table roles (
    id bigint primary key,
    version integer not null,
    name varchar(64) not null unique,
    description text,
    user_count integer not null default 0
);

create sequence users_seq increment by 50;
create table users (
    id bigint primary key,
    version integer not null,
    username varchar(64) not null unique,
    email varchar(120) not null unique,
    password_hash varchar(128),
    role_id bigint references roles,
    active boolean not null,
    credit_limit numeric(12, 2) not null,
    avatar bytea,
    preferences jsonb,
    created_at timestamp(6) with time zone not null,
    balance numeric(38, 2) not null default 0,
    order_count integer not null default 0,
    open_order_count integer not null default 0,
    post_count integer not null default 0,
    last_posted_at timestamp(6) with time zone
);
create index on users (role_id);

create sequence posts_seq increment by 50;
create table posts (
    id bigint primary key,
    version integer not null,
    author_id bigint not null references users on delete cascade,
    body varchar(140) not null,
    created_at timestamp(6) with time zone not null,
    deleted_at timestamp(6) with time zone
);
create index on posts (author_id, created_at);

create sequence products_seq increment by 50;
create table products (
    id bigint primary key,
    version integer not null,
    name varchar(120) not null unique,
    description text,
    unit_price numeric(12, 2) not null check (unit_price >= 0),
    weight double precision,
    units_received integer not null,
    units_shipped integer not null default 0,
    units_in_stock integer not null
);

create sequence orders_seq increment by 50;
create table orders (
    id bigint primary key,
    version integer not null,
    customer_id bigint not null references users,
    placed_at timestamp(6) with time zone not null,
    required_on date,
    shipped_on date,
    note text,
    amount_total numeric(38, 2) not null default 0,
    item_count integer not null default 0,
    status varchar(255) not null check (status in ('OPEN', 'SHIPPED'))
);
create index on orders (customer_id);

create sequence order_items_seq increment by 50;
create table order_items (
    id bigint primary key,
    version integer not null,
    order_id bigint not null references orders,
    product_id bigint not null references products,
    quantity integer not null check (quantity >= 0),
    unit_price numeric(12, 2) not null,
    amount numeric(38, 2) not null,
    shipped_on date
);
create index on order_items (order_id);
create index on order_items (product_id);

--rollback drop table order_items, orders, products, posts, users, roles;
--rollback drop sequence order_items_seq, orders_seq, products_seq, posts_seq, users_seq, roles_seq;
