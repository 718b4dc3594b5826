--liquibase formatted sql

--changeset quipu:0003-rules-as-comments
comment on column roles.user_count is 'count of users';
comment on column users.balance is 'sum of orders.amountTotal where shippedOn is null';
comment on column users.order_count is 'count of orders';
comment on column users.open_order_count is 'count of orders where shippedOn is null';
comment on column users.post_count is 'count of posts';
comment on column users.last_posted_at is 'max of posts.createdAt';
comment on column products.units_shipped is 'sum of items.quantity where shippedOn is not null';
comment on column products.units_in_stock is 'computed: unitsReceived - unitsShipped';
comment on column orders.amount_total is 'sum of items.amount';
comment on column orders.item_count is 'count of items';
comment on column orders.status is 'computed: case when shippedOn is null then ''OPEN'' else ''SHIPPED'' end';
comment on column order_items.unit_price is 'copy of product.unitPrice, taken at insert and when product changes';
comment on column order_items.amount is 'computed: quantity * unitPrice';
comment on column order_items.shipped_on is 'computed: order.shippedOn';

--rollback comment on column order_items.shipped_on is null;
--rollback comment on column order_items.amount is null;
--rollback comment on column order_items.unit_price is null;
--rollback comment on column orders.status is null;
--rollback comment on column orders.item_count is null;
--rollback comment on column orders.amount_total is null;
--rollback comment on column products.units_in_stock is null;
--rollback comment on column products.units_shipped is null;
--rollback comment on column users.last_posted_at is null;
--rollback comment on column users.post_count is null;
--rollback comment on column users.open_order_count is null;
--rollback comment on column users.order_count is null;
--rollback comment on column users.balance is null;
--rollback comment on column roles.user_count is null;
