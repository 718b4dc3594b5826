-- the rules as row triggers, for inserts only: all that the benchmark does, and less than an application needs
alter table customers add check (balance <= credit_limit);

create function order_placed() returns trigger language plpgsql as $$
begin
    new.status := case when new.shipped_on is null then 'OPEN' else 'SHIPPED' end;
    return new;
end $$;
create trigger order_placed before insert on orders for each row execute function order_placed();

create function order_counted() returns trigger language plpgsql as $$
begin
    update customers
        set order_count = order_count + 1,
            open_order_count = open_order_count + case when new.shipped_on is null then 1 else 0 end
        where id = new.customer_id;
    return null;
end $$;
create trigger order_counted after insert on orders for each row execute function order_counted();

create function order_changed() returns trigger language plpgsql as $$
begin
    update customers set balance = balance + new.amount_total - old.amount_total where id = new.customer_id;
    return null;
end $$;
create trigger order_changed after update on orders for each row
    when (new.shipped_on is null and old.amount_total <> new.amount_total) execute function order_changed();

create function item_placed() returns trigger language plpgsql as $$
begin
    select unit_price into new.unit_price from products where id = new.product_id;
    select shipped_on into new.shipped_on from orders where id = new.order_id;
    new.amount := new.quantity * new.unit_price;
    return new;
end $$;
create trigger item_placed before insert on order_items for each row execute function item_placed();

create function item_counted() returns trigger language plpgsql as $$
begin
    update orders set amount_total = amount_total + new.amount, item_count = item_count + 1 where id = new.order_id;
    if new.shipped_on is not null then
        update products
            set units_shipped = units_shipped + new.quantity, units_in_stock = units_in_stock - new.quantity
            where id = new.product_id;
    end if;
    return null;
end $$;
create trigger item_counted after insert on order_items for each row execute function item_counted();
