-- the tables of the domain's order model, the same for all variants
create table customers (
    id bigint primary key,
    version integer not null default 0,
    credit_limit numeric(12, 2) not null,
    balance numeric(38, 2) not null default 0,
    order_count integer not null default 0,
    open_order_count integer not null default 0
);
create table products (
    id bigint primary key,
    version integer not null default 0,
    unit_price numeric(12, 2) not null,
    units_received integer not null,
    units_shipped integer not null default 0,
    units_in_stock integer not null
);
create sequence orders_seq increment by 50;
create table orders (
    id bigint primary key default nextval('orders_seq'),
    version integer not null default 0,
    customer_id bigint not null references customers,
    placed_at timestamp(6) with time zone not null,
    shipped_on date,
    amount_total numeric(38, 2) not null default 0,
    item_count integer not null default 0,
    status varchar(255) not null
);
create index on orders (customer_id);
create sequence order_items_seq increment by 50;
create table order_items (
    id bigint primary key default nextval('order_items_seq'),
    version integer not null default 0,
    order_id bigint not null references orders,
    product_id bigint not null references products,
    quantity integer not null,
    unit_price numeric(12, 2) not null,
    amount numeric(38, 2) not null,
    shipped_on date
);
create index on order_items (order_id);
create index on order_items (product_id);

insert into customers (id, credit_limit) select i, 9999999999 from generate_series(1, 1000) i;
insert into products (id, unit_price, units_received, units_in_stock)
    select i, 1 + i * 0.25, 1000000, 1000000 from generate_series(1, 200) i;
