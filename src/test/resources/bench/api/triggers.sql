-- the rules that the workloads touch, as row triggers
alter table users add check (balance <= credit_limit);

create function order_counted() returns trigger language plpgsql as $$
begin
    update users set order_count = order_count + 1, open_order_count = open_order_count + 1 where id = new.customer_id;
    return null;
end $$;
create trigger order_counted after insert on orders for each row execute function order_counted();

create function order_changed() returns trigger language plpgsql as $$
begin
    update users set balance = balance + new.amount_total - old.amount_total where id = new.customer_id;
    return null;
end $$;
create trigger order_changed after update on orders for each row
    when (new.shipped_on is null and old.amount_total <> new.amount_total) execute function order_changed();

create function item_placed() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        select unit_price into new.unit_price from products where id = new.product_id;
        select shipped_on into new.shipped_on from orders where id = new.order_id;
    end if;
    new.amount := new.quantity * new.unit_price;
    return new;
end $$;
create trigger item_placed before insert or update on order_items for each row execute function item_placed();

create function item_counted() returns trigger language plpgsql as $$
begin
    update orders set amount_total = amount_total + new.amount, item_count = item_count + 1 where id = new.order_id;
    return null;
end $$;
create trigger item_counted after insert on order_items for each row execute function item_counted();

create function item_changed() returns trigger language plpgsql as $$
begin
    update orders set amount_total = amount_total + new.amount - old.amount where id = new.order_id;
    if new.shipped_on is not null then
        update products
            set units_shipped = units_shipped + new.quantity - old.quantity,
                units_in_stock = units_in_stock - new.quantity + old.quantity
            where id = new.product_id;
    end if;
    return null;
end $$;
create trigger item_changed after update on order_items for each row
    when (old.quantity <> new.quantity) execute function item_changed();

create function post_counted() returns trigger language plpgsql as $$
begin
    update users set post_count = post_count + 1, last_posted_at = greatest(last_posted_at, new.created_at)
        where id = new.author_id;
    return null;
end $$;
create trigger post_counted after insert on posts for each row execute function post_counted();
